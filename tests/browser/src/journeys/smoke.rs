//! The page starts.

use anyhow::{Result, ensure};
use harness::{By, Session};

/// It starts, says its name, and is accessible. The console and the requests are checked after every test.
pub async fn starts(s: &Session) -> Result<()> {
    s.open("").await?;
    s.wait_for(&By::css("h1")).await?;
    let heading = s.text("h1").await?;
    ensure!(!heading.is_empty(), "the first heading is empty");
    let version = s.attribute("meta[name=sla-gap-version]", "content").await?;
    ensure!(
        version.is_some_and(|version| version.contains('+')),
        "the page does not say its version"
    );
    s.assert_accessible().await?;
    s.resize(1280, 800).await?;
    s.screenshot("start").await
}
