//! Somebody comes for the first time: the quick check alone is there at once, and nothing answered is ever lost.

use anyhow::{Result, ensure};
use harness::{By, Key, Session};
use serde_json::json;

use super::steps::{answer, answered, button, filled, link, ready, saved, words};

const FIGURE: &str = ".verdict__figure";

/// The verdict, once the answers decide it; here that some gaps are open.
const DECIDED: &str = ".verdict__body--some h3";

fn range(low: &str, high: &str) -> String {
    filled("assess.verdict_range", &[("low", low), ("high", high)])
}

/// What of the app, and not of the entrance, was asked for so far.
async fn of_the_app(s: &Session) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for name in ["app-js", "app-wasm", "catalogue-en"] {
        let selector = format!("meta[name=sla-gap-{name}]");
        let path = s.attribute(&selector, "content").await?.unwrap_or_default();
        names.push(path.trim_start_matches("./").to_owned());
    }
    let mut asked: Vec<String> = s.requests().into_iter().map(|asked| asked.path).collect();
    asked.retain(|path| names.contains(path));
    Ok(asked)
}

/// The entrance alone answers the first questions; with the fourth answer the app takes over in place.
pub async fn entrance(s: &Session) -> Result<()> {
    s.open("").await?;
    s.wait_text(FIGURE, &words("assess.verdict_first")).await?;
    answer(s, "ML-06", "yes").await?;
    s.wait_text(FIGURE, &range("1", "4")).await?;
    answer(s, "ML-05", "no").await?;
    s.wait_text(FIGURE, &range("1", "3")).await?;
    ensure!(
        s.count(By::css(DECIDED)).await? == 0,
        "a verdict before the answers decide it"
    );
    answer(s, "ML-02", "yes").await?;
    s.wait_text(FIGURE, &range("2", "3")).await?;
    s.wait_for(&By::css(DECIDED)).await?;
    let early = of_the_app(s).await?;
    ensure!(early.is_empty(), "the entrance asked for {early:?}");
    answer(s, "SC-01", "partly").await?;
    ready(s).await?;
    let ask = "return document.activeElement.id === wanted ? true : null";
    s.wait_until("the focus where it was", ask, json!("SC-01-partly"))
        .await?;
    s.press(Key::Right).await?;
    for (id, key) in [
        ("ML-06", "yes"),
        ("ML-05", "no"),
        ("ML-02", "yes"),
        ("SC-01", "no"),
    ] {
        answered(s, id, key).await?;
    }
    s.wait_text(FIGURE, &filled("assess.verdict_same", &[("n", "2")]))
        .await?;
    let all = of_the_app(s).await?;
    ensure!(all.len() == 3, "the app asked for {all:?}");
    saved(s).await?;
    s.reload().await?;
    ready(s).await?;
    s.wait_text(FIGURE, &filled("assess.verdict_same", &[("n", "2")]))
        .await
}

/// A reload after two answers keeps them, and so does a link to another screen.
pub async fn comes_back(s: &Session) -> Result<()> {
    s.open("").await?;
    answer(s, "ML-06", "partly").await?;
    answer(s, "ML-05", "unknown").await?;
    s.wait_text(FIGURE, &range("0", "3")).await?;
    s.reload().await?;
    ready(s).await?;
    answered(s, "ML-06", "partly").await?;
    answered(s, "ML-05", "unknown").await?;
    s.wait_text(FIGURE, &range("0", "3")).await?;
    saved(s).await?;
    s.reload().await?;
    ready(s).await?;
    answered(s, "ML-05", "unknown").await?;
    s.click(link("routes.library")).await?;
    s.wait_text("h1", &words("library.title")).await?;
    let kept = s
        .texts("#main [aria-labelledby='saved-title'] tbody tr")
        .await?;
    ensure!(kept.len() == 1, "one assessment was kept as {kept:?}");
    Ok(())
}

/// A link at the entrance leads into the app with what was answered; an answer given while the app loads counts too.
pub async fn goes_on(s: &Session) -> Result<()> {
    s.open("").await?;
    answer(s, "ML-06", "yes").await?;
    s.click(button("assess.go_on")).await?;
    // Both at once: the app is on its way.
    s.ask("document.getElementById('ML-05-opposite')?.click()", vec![])
        .await?;
    ready(s).await?;
    answered(s, "ML-06", "yes").await?;
    answered(s, "ML-05", "opposite").await?;
    s.click(link("routes.results")).await?;
    s.wait_text("h1", &words("results.title")).await?;
    ensure!(
        s.focused().await?.starts_with("heading"),
        "a new screen has the focus on {:?}",
        s.focused().await?
    );
    Ok(())
}
