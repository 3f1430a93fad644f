//! What this device keeps, told in the library, and the browser asked to keep it.

use anyhow::{Result, ensure};
use harness::{By, Key, Session};
use serde_json::json;

use super::steps::{button, visit, words};

/// The library tells how much is stored and whether it stays; the browser's answer is told, whatever it is.
pub async fn asked(s: &Session) -> Result<()> {
    // Each browser decides by rules of its own, or asks the person: here the test answers.
    s.before_page(
        "let kept = false;
         if (window.StorageManager) {
         StorageManager.prototype.persisted = async () => kept;
         StorageManager.prototype.persist = async () => { kept = !!window.agrees; return kept; };
         StorageManager.prototype.estimate = async () => ({ usage: 1840000, quota: 58000000000 }); }",
    );
    visit(s, "#/library").await?;
    let has = "return isSecureContext && 'storage' in navigator && 'StorageManager' in window";
    if s.ask(has, vec![]).await? != json!(true) {
        println!(
            "  skipped: {} here tells no page how much it stores",
            s.browser()
        );
        return Ok(());
    }
    s.wait_text("#device", "1.8 MB").await?;
    s.wait_text("#device", "58 GB").await?;
    s.wait_text("#device", &words("device.may_clear")).await?;
    s.click(button("device.ask")).await?;
    s.wait_text("#device-answer", &words("device.refused"))
        .await?;
    s.ask(
        "window.agrees = true; window.wrappedJSObject && (window.wrappedJSObject.agrees = true)",
        vec![],
    )
    .await?;
    // The focus has stayed on the button.
    s.press(Key::Enter).await?;
    s.wait_text("#device-answer", &words("device.agreed"))
        .await?;
    s.wait_text("#device", &words("device.promised")).await?;
    s.assert_accessible().await?;
    s.resize(320, 700).await?;
    ensure!(
        s.overflow().await? == 0,
        "the page is wider than 320 pixels"
    );
    visit(s, "#/results").await?;
    visit(s, "#/library").await?;
    s.wait_text("#device", &words("device.promised")).await?;
    ensure!(
        s.count(By::role("button", &words("device.ask"))).await? == 0,
        "it is asked for what it has promised"
    );
    Ok(())
}
