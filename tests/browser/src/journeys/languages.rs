//! The tool in Spanish: because the browser speaks it, by the page's own address, and by hand.

use anyhow::{Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};
use std::fs;

use super::steps::{answer, answered, ready, words};

/// The Spanish words of a key.
fn spanish(key: &str) -> Result<String> {
    let (file, key) = key.split_once('.').unwrap_or((key, ""));
    let path = xtask::paths::root()
        .join("content/es/ui")
        .join(format!("{file}.json"));
    let mut value: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    for step in key.split('.') {
        value = value[step].take();
    }
    Ok(value.as_str().unwrap_or_default().to_owned())
}

async fn speaks(s: &Session, locale: &str) -> Result<()> {
    let ask = "return document.documentElement.lang === wanted ? true : null";
    s.wait_until("the language", ask, json!(locale))
        .await
        .map(drop)
}

async fn at_page(s: &Session, name: &str) -> Result<()> {
    let ask = format!("return location.pathname.endsWith('{name}') ? true : null");
    s.arrived_at("the language's own page", &ask).await
}

/// A browser that speaks Spanish is led to the Spanish page: the whole quick check, its verdict and the results.
pub async fn spanish_check(s: &Session) -> Result<()> {
    s.before_page("Object.defineProperty(navigator, 'languages', { get: () => ['es-MX', 'en'] });");
    s.open("").await?;
    at_page(s, "/es.html").await?;
    speaks(s, "es-US").await?;
    s.wait_text("h1", &spanish("assess.title")?).await?;
    s.wait_text(".verdict__figure", &spanish("assess.verdict_first")?)
        .await?;
    for (id, key) in [
        ("ML-06", "yes"),
        ("ML-05", "no"),
        ("ML-02", "yes"),
        ("SC-01", "no"),
    ] {
        answer(s, id, key).await?;
    }
    ready(s).await?;
    answered(s, "SC-01", "no").await?;
    let figure = spanish("assess.verdict_same")?.replace("{n}", "2");
    s.wait_text(".verdict__figure", &figure).await?;
    s.wait_text(".top__kept", &spanish("common.saved")?).await?;
    s.click(By::role("link", &spanish("routes.results")?))
        .await?;
    s.wait_text("h1", &spanish("results.title")?).await?;
    let title = s.ask("return document.title", vec![]).await?;
    let wanted = spanish("routes.results")?;
    ensure!(
        title
            .as_str()
            .is_some_and(|title| title.starts_with(&wanted)),
        "the tab is called {title}"
    );
    // Nothing of the screen's English is left: the words of the same places in both languages.
    let page = s.text("#main").await?;
    for key in ["results.title", "results.lead", "assess.quick_title"] {
        ensure!(
            !page.contains(&words(key)),
            "`{}` is still English",
            words(key)
        );
    }
    s.assert_accessible().await?;
    // A link names the folder, so that whoever opens it reads in a language of their own.
    s.open("#/report/share").await?;
    let ask = "return document.getElementById('share-link')?.value || null";
    let link = s.wait_until("the link", ask, Value::Null).await?;
    let folder = format!("{}#/shared/", s.url());
    ensure!(
        link.as_str().is_some_and(|link| link.starts_with(&folder)),
        "the link is {link}"
    );
    Ok(())
}

/// By hand, in the middle of work: nothing typed is lost, a reload stays in the language, and the way back is the same.
pub async fn by_hand(s: &Session) -> Result<()> {
    s.open("#/library").await?;
    ready(s).await?;
    s.click("#language-es + span").await?;
    speaks(s, "es-US").await?;
    at_page(s, "/es.html").await?;
    s.wait_text("h1", &spanish("library.title")?).await?;
    ready(s).await?;
    s.open("#/downtime").await?;
    s.wait_text("h1", &spanish("downtime.title")?).await?;
    s.reload().await?;
    s.wait_text("h1", &spanish("downtime.title")?).await?;
    ready(s).await?;
    // The browser's Intl writes the figures.
    let allowed = s.text(".figure--headline .figure__value").await?;
    ensure!(
        allowed == "3 h 21 min 36 s",
        "99% every two weeks allow {allowed}"
    );
    s.click("#language-en + span").await?;
    speaks(s, "en-US").await?;
    at_page(s, "/index.html").await?;
    s.wait_text("h1", &words("downtime.title")).await
}

/// The link on the first screen leads to the other language's page, which is remembered.
pub async fn linked(s: &Session) -> Result<()> {
    s.open("").await?;
    answer(s, "ML-06", "yes").await?;
    s.click(".foot a[hreflang=es]").await?;
    at_page(s, "/es.html").await?;
    speaks(s, "es-US").await?;
    ready(s).await?;
    answered(s, "ML-06", "yes").await?;
    s.open("").await?;
    at_page(s, "/es.html").await
}
