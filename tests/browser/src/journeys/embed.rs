//! In the frame of somebody else's page, at another origin.

use anyhow::{Context, Result, ensure};
use harness::{Browser, By, Host, Key, Session};
use serde_json::json;

use super::steps::{answered, button, filled, link, ready, said, words};

const SAMPLE: &str = include_str!("../../../../embed/host.html");
const GUIDE: &str = include_str!("../../../../docs/embed.md");

pub(super) const FRAME: &str = "iframe";

/// A host's page with the script in it, which chooses these attributes, and a list of all messages that come.
pub(super) fn page(s: &Session, attributes: &str) -> String {
    format!(
        "<!doctype html><title>Host</title><p><a href=\"#x\" id=\"before\">Before</a></p>\
         <script>window.heard = []; addEventListener('message', (e) => heard.push(e.data))</script>\
         <script src=\"{}embed.js\" {attributes}></script><p><a href=\"#x\" id=\"after\">After</a></p>",
        s.url()
    )
}

fn sample(s: &Session) -> String {
    SAMPLE.replace("src=\"embed.js\"", &format!("src=\"{}embed.js\"", s.url()))
}

/// A host's page, shown, with the session looking into its frame.
async fn framed(s: &Session, attributes: &str) -> Result<Host> {
    let host = s.host(&[("index.html", &page(s, attributes))])?;
    s.open_host(&host, "").await?;
    s.into_frame(FRAME).await?;
    Ok(host)
}

/// Waits until the frame is exactly as high as the page in it, and no bar for scrolling is left.
pub(super) async fn fitted(s: &Session) -> Result<i64> {
    let ask = "const root = document.documentElement; \
               const height = Math.ceil(root.getBoundingClientRect().height); \
               return innerHeight === height && root.scrollHeight <= innerHeight ? height : null";
    let height = s.wait_until("the frame to fit", ask, json!(null)).await?;
    height.as_i64().context("no height")
}

/// Clicks something in the frame. `WebKit`'s driver misses it once the page around has scrolled.
pub(super) async fn click(s: &Session, by: impl Into<By>) -> Result<()> {
    let by = by.into();
    if s.browser() != Browser::WebKit {
        return s.click(by).await;
    }
    s.wait_for(&by).await?;
    s.ask("findAll(arguments[0])[0].click()", vec![json!(by)])
        .await
        .map(drop)
}

/// Answers a question in the frame.
pub(super) async fn answer(s: &Session, id: &str, key: &str) -> Result<()> {
    click(s, By::css(&format!("#{id}-{key}"))).await?;
    answered(s, id, key).await
}

pub(super) async fn four(s: &Session, last: &str) -> Result<()> {
    for (id, key) in [
        ("ML-06", "yes"),
        ("ML-05", "no"),
        ("ML-02", "yes"),
        ("SC-01", last),
    ] {
        answer(s, id, key).await?;
    }
    Ok(())
}

/// What a person says in the question about the host.
fn about(key: &str, host: &Host) -> By {
    By::role("button", &filled(key, &[("host", &host.name())]))
}

/// The sample page: the frame grows with what it shows, and the result goes out only after the person's yes.
pub async fn sample_page(s: &Session) -> Result<()> {
    let host = s.host(&[("index.html", &sample(s))])?;
    s.open_host(&host, "").await?;
    s.into_frame(FRAME).await?;
    let first = fitted(s).await?;
    ensure!(s.count(By::css(".rail")).await? == 0, "a second menu");
    ensure!(
        s.count(By::css(".consent")).await? == 0,
        "asked before there is a result"
    );
    four(s, "partly").await?;
    s.wait_for(&about("embed.ask_yes", &host)).await?;
    let second = fitted(s).await?;
    ensure!(second > first, "{second} after {first}");
    s.out_of_frame().await?;
    ensure!(s.text("#heard").await? == "The result is not known here.");
    s.into_frame(FRAME).await?;
    click(s, about("embed.ask_yes", &host)).await?;
    s.wait_text(".consent", &filled("embed.told", &[("host", &host.name())]))
        .await?;
    s.out_of_frame().await?;
    s.wait_text("#heard", "Verdict: some, 2 of 4 gaps covered.")
        .await?;
    // It hears when the result changes, until the person stops it.
    s.into_frame(FRAME).await?;
    answer(s, "ML-05", "yes").await?;
    s.out_of_frame().await?;
    s.wait_text("#heard", "3 of 4").await?;
    s.into_frame(FRAME).await?;
    click(s, about("embed.stop", &host)).await?;
    answer(s, "SC-01", "yes").await?;
    s.wait_text(
        ".verdict__figure",
        &filled("assess.verdict_same", &[("n", "4")]),
    )
    .await?;
    s.out_of_frame().await?;
    ensure!(
        s.text("#heard").await?.contains("3 of 4"),
        "told after a stop"
    );
    // The host's wish for other colors.
    s.click("#dark").await?;
    s.into_frame(FRAME).await?;
    let ask = "return document.documentElement.dataset.theme === 'dark' ? true : null";
    s.wait_until("the dark theme", ask, json!(null)).await?;
    s.out_of_frame().await
}

/// Moving about in the frame adds nothing to the host's history.
pub async fn back(s: &Session) -> Result<()> {
    let first = "<!doctype html><title>First</title><p>First</p>";
    let host = s.host(&[("first.html", first), ("index.html", &page(s, ""))])?;
    s.open_host(&host, "first.html").await?;
    s.open_host(&host, "").await?;
    let before = s.ask("return history.length", vec![]).await?;
    s.into_frame(FRAME).await?;
    let whole = fitted(s).await?;
    click(s, button("assess.go_on")).await?;
    ready(s).await?;
    for (key, title) in [
        ("routes.results", "results.title"),
        ("routes.commitments", "commitments.title"),
        ("routes.questions", "assess.title"),
    ] {
        click(s, link(key)).await?;
        s.wait_text("h1", &words(title)).await?;
    }
    ensure!(fitted(s).await? > whole / 2);
    s.out_of_frame().await?;
    let after = s.ask("return history.length", vec![]).await?;
    ensure!(before == after, "{before} steps before, {after} after");
    s.web().back().await?;
    s.wait_text("p", "First").await
}

/// The Tab key leads into the frame and out of it again; a new screen brings the frame's top back into sight.
pub async fn keyboard(s: &Session) -> Result<()> {
    let _host = framed(s, "").await?;
    fitted(s).await?;
    tab_in(s).await?;
    let stops = tab_until(s, "return !document.hasFocus()").await?;
    ensure!(stops > 8, "only {stops} stops in the frame");
    s.out_of_frame().await?;
    let after = "return document.activeElement?.id === 'after' || null";
    s.wait_until("the focus after the frame", after, json!(null))
        .await?;
    // From far below, into another screen.
    tab_in(s).await?;
    tab_until(s, "return document.activeElement.id === 'go-on'").await?;
    s.press(Key::Enter).await?;
    ready(s).await?;
    let way = format!(
        "return document.activeElement.textContent === {}",
        json!(words("assess.way_downtime"))
    );
    tab_until(s, &way).await?;
    s.press(Key::Enter).await?;
    s.wait_text("h1", &words("downtime.title")).await?;
    s.out_of_frame().await?;
    let sight = "const top = document.querySelector('iframe').getBoundingClientRect().top; \
                 return top > -50 && top < innerHeight ? true : null";
    s.wait_until("the frame's top in sight", sight, json!(null))
        .await
        .map(drop)
}

/// From the page around into the frame.
async fn tab_in(s: &Session) -> Result<()> {
    s.out_of_frame().await?;
    s.ask("document.getElementById('before').focus()", vec![])
        .await?;
    s.press(Key::Tab).await?;
    let inside = "return document.activeElement?.localName === 'iframe' || null";
    s.wait_until("the focus in the frame", inside, json!(null))
        .await?;
    // Firefox's driver gives keys to the document that it looks at.
    s.into_frame(FRAME).await
}

/// Presses Tab in the frame until something is so; returns how often.
async fn tab_until(s: &Session, ask: &str) -> Result<u32> {
    let mut stops = 0;
    while s.ask(ask, vec![]).await? != json!(true) {
        stops += 1;
        ensure!(stops < 80, "80 stops without `{ask}`");
        s.ask("document.was = document.activeElement", vec![])
            .await?;
        s.press(Key::Tab).await?;
        let moved =
            "return !document.hasFocus() || document.was !== document.activeElement || null";
        s.wait_until("the focus to move", moved, json!(null))
            .await?;
    }
    Ok(stops)
}

/// The rest opens in a tab of its own, which gets the answers; a second time they do not overwrite what is there.
pub async fn tab(s: &Session) -> Result<()> {
    let _host = framed(
        s,
        "data-rest=\"tab\" data-height=\"500\" data-brand=\"harbor-dental-it\"",
    )
    .await?;
    // A frame that scrolls by itself: only a real click may open a tab, and WebKit's driver hits only what the page around
    // need not be scrolled for.
    let frame = s.this_tab().await?;
    let named = "return document.title.includes('Harbor Dental IT') || null";
    s.wait_until("the brand that the host named", named, json!(null))
        .await?;
    four(s, "no").await?;
    s.click(link("assess.to_results")).await?;
    s.into_opened_tab(&frame).await?;
    ready(s).await?;
    s.wait_text("h1", &words("results.title")).await?;
    let address = s.ask("return location.hash", vec![]).await?;
    ensure!(address == json!("#/results"), "{address}");
    s.click(link("routes.questions")).await?;
    answered(s, "ML-06", "yes").await?;
    answered(s, "SC-01", "no").await?;
    super::steps::saved(s).await?;
    s.close_for(&frame).await?;
    s.into_frame(FRAME).await?;
    ensure!(
        s.count(By::css(".top__score")).await? == 0,
        "the app was loaded for nothing"
    );
    answer(s, "SC-01", "yes").await?;
    s.click(link("embed.go_on_tab")).await?;
    s.into_opened_tab(&frame).await?;
    ready(s).await?;
    answered(s, "SC-01", "no").await?;
    s.click(button("embed.offered_open")).await?;
    said(s, &words("embed.offered_opened")).await?;
    answered(s, "SC-01", "yes").await?;
    s.click(link("routes.library")).await?;
    s.wait_text("h1", &words("library.title")).await?;
    let kept = s
        .texts("#main [aria-labelledby='saved-title'] tbody tr")
        .await?;
    ensure!(kept.len() == 2, "kept as {kept:?}");
    s.close_for(&frame).await
}

/// The frame without a script, as the guide has it.
pub async fn plain(s: &Session) -> Result<()> {
    let (_, rest) = GUIDE
        .split_once("<iframe")
        .context("no frame in the guide")?;
    let (snippet, _) = rest.split_once("</iframe>").context("no end")?;
    let snippet = snippet.replace("https://tool.example/", &s.url());
    let text = format!("<!doctype html><title>Plain</title><iframe{snippet}</iframe>");
    let host = s.host(&[("index.html", &text)])?;
    s.open_host(&host, "").await?;
    s.into_frame(FRAME).await?;
    four(s, "partly").await?;
    s.wait_for(&link("embed.go_on_tab")).await?;
    ensure!(s.count(By::css(".rail")).await? == 0, "a second menu");
    ensure!(
        s.count(By::css(".consent")).await? == 0,
        "somebody is to be told"
    );
    let scrolls = "return getComputedStyle(document.documentElement).overflowY !== 'hidden'";
    ensure!(
        s.ask(scrolls, vec![]).await? == json!(true),
        "nothing scrolls"
    );
    // Loaded anew, the frame is still one.
    let anew = "document.left = true; setTimeout(() => location.reload())";
    s.ask(anew, vec![]).await?;
    s.arrived_at(
        "the page in the frame",
        "return document.left ? null : true",
    )
    .await?;
    answered(s, "SC-01", "partly").await?;
    ensure!(
        s.count(By::css(".rail")).await? == 0,
        "forgot that it is a frame"
    );
    s.out_of_frame().await?;
    // Chromium on some systems does not know all that the snippet allows, and says so.
    let console = s.take_console().await?;
    ensure!(
        console.iter().all(|line| line.contains("web-share")),
        "{console:?}"
    );
    Ok(())
}
