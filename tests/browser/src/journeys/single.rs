//! The release as one file, opened from a disk: no server, no request, the same app.

use anyhow::{Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

use super::steps::{
    answer, answered, button, exported, link, listed, opened, ready, saved, visit, words,
};

const DONE: &str =
    "return /^10,000 years with/.test(document.getElementById('years-status').textContent) || null";

/// The page asked for nothing, and nothing was forbidden to it.
async fn nothing_asked(s: &Session) -> Result<()> {
    let asked = s
        .ask(
            "return performance.getEntriesByType('resource').map((e) => e.name).filter((name) => !name.startsWith('blob:'))",
            vec![],
        )
        .await?;
    ensure!(asked == json!([]), "the single file asked for {asked}");
    let served = s.requests();
    ensure!(served.is_empty(), "the server was asked for {served:?}");
    Ok(())
}

/// Everything a person does: the quick check, the years, a file saved, and all of it there after another start.
pub async fn from_disk(s: &Session) -> Result<()> {
    s.from_disk("")?;
    s.open("").await?;
    ready(s).await?;
    ensure!(
        s.count(By::css(".preview")).await? == 0,
        "a preview is seen"
    );
    for (id, key) in [
        ("ML-06", "yes"),
        ("ML-05", "no"),
        ("ML-02", "yes"),
        ("SC-01", "no"),
    ] {
        answer(s, id, key).await?;
    }
    s.wait_for(&By::css(".verdict__body--some h3")).await?;
    s.click(link("routes.downtime")).await?;
    s.wait_for(&By::css(".year__row")).await?;
    s.wait_until("all years", DONE, Value::Null).await?;
    s.click(link("common.footer_disk")).await?;
    s.wait_for(&By::text(&words("library.disk_title"))).await?;
    s.assert_accessible().await?;
    s.screenshot("single").await?;
    s.fill("#client", "From a disk").await?;
    saved(s).await?;
    let file = exported(s).await?;
    ensure!(file.to_string().contains("From a disk"));
    nothing_asked(s).await?;
    s.reload().await?;
    ready(s).await?;
    opened(s, "From a disk").await?;
    visit(s, "#/").await?;
    answered(s, "SC-01", "no").await?;
    nothing_asked(s).await
}

/// Keeps count of what workers say.
const COUNT: &str = "
    const Real = Worker;
    window.Worker = class extends Real {
      constructor(...words) {
        super(...words);
        this.addEventListener('message', () => {
          document.documentElement.dataset.said = Number(document.documentElement.dataset.said ?? 0) + 1;
        });
      }
    };";

/// The worker inside the file draws what the page alone leaves to it.
pub async fn its_worker(s: &Session) -> Result<()> {
    s.from_disk(COUNT)?;
    s.open("#/downtime").await?;
    s.wait_for(&By::css(".year__row")).await?;
    s.type_into("Locations", "300").await?;
    let said = "return Number(document.documentElement.dataset.said) > 2 || null";
    s.wait_until("the worker to speak", said, Value::Null)
        .await?;
    nothing_asked(s).await
}

/// Where the browser refuses local files a storage, that is said, and the work can be had as a file.
pub async fn refused(s: &Session) -> Result<()> {
    s.from_disk(
        "const refuse = () => { throw new DOMException('refused by the test', 'SecurityError'); };
         IDBFactory.prototype.open = refuse;
         Object.defineProperty(window, 'localStorage', { get: refuse });",
    )?;
    s.open("").await?;
    answer(s, "ML-06", "yes").await?;
    s.wait_text(".banner h2", &words("storage.refused_title"))
        .await?;
    let file = s.download(button("storage.save_file")).await?;
    ensure!(String::from_utf8(file.bytes)?.contains("ML-06"));
    Ok(())
}

/// A file that was cut short says so instead of staying empty.
pub async fn cut_short(s: &Session) -> Result<()> {
    let file = s.from_disk("")?;
    let text = std::fs::read_to_string(&file)?;
    let at = text.find("id=\"part-app\">").unwrap_or_default() + 4000;
    let (start, rest) = text.split_at(at);
    let (_, end) = rest.split_at(rest.find('<').unwrap_or_default());
    std::fs::write(&file, format!("{start}{end}"))?;
    s.web().goto(s.url()).await?;
    s.wait_for(&By::css("#boot-failed")).await
}

/// Two brands' files do not meet, though a browser may give all local files one storage.
pub async fn brands(s: &Session) -> Result<()> {
    let file = s.from_disk("")?;
    visit(s, "#/library").await?;
    s.fill("#client", "Of the first brand").await?;
    saved(s).await?;
    let text = std::fs::read_to_string(&file)?;
    let ours = "name=\"sla-gap-brand\" content=\"sla-gap\"";
    ensure!(text.contains(ours), "the file does not name its brand");
    let other = text.replace(ours, "name=\"sla-gap-brand\" content=\"other\"");
    // By way of an empty page: a driver may miss that one local file gave way to another.
    s.web().goto("about:blank").await?;
    s.show_file(&s.file("other.html", other.as_bytes())?);
    s.open("#/library").await?;
    ready(s).await?;
    s.fill("#client", "Of the second").await?;
    saved(s).await?;
    s.reload().await?;
    ready(s).await?;
    opened(s, "Of the second").await?;
    let names = listed(s).await?;
    ensure!(names == ["Of the second"], "the second brand has {names:?}");
    s.web().goto("about:blank").await?;
    s.show_file(&file);
    s.open("#/library").await?;
    ready(s).await?;
    opened(s, "Of the first brand").await?;
    let names = listed(s).await?;
    ensure!(
        names == ["Of the first brand"],
        "the first brand has {names:?}"
    );
    Ok(())
}

/// A mail program or a file service shows the page without its scripts: it says what it is and what to do.
pub async fn preview(s: &Session) -> Result<()> {
    let page = s.from_disk("")?;
    let name = page.file_name().unwrap_or_default().to_string_lossy();
    let frame =
        format!("<!doctype html><iframe sandbox src=\"{name}\" width=900 height=600></iframe>");
    s.show_file(&s.file("preview.html", frame.as_bytes())?);
    s.web().goto(s.url()).await?;
    s.web().enter_frame(0).await?;
    let shown = s.web().find(thirtyfour::By::Css("#app .preview")).await?;
    ensure!(
        shown.is_displayed().await?,
        "nothing says that this is a preview"
    );
    s.web().enter_default_frame().await?;
    // That the scripts were not run is what this is about.
    s.take_console().await.map(drop)
}
