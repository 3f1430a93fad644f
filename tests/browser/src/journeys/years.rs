//! The simulated years of the downtime screen.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use harness::{By, Session};
use serde_json::Value;

/// They come by themselves, and are the very years that the native test draws; many locations come from the worker.
pub async fn simulated(s: &Session) -> Result<()> {
    s.open("#/downtime").await?;
    s.wait_for(&By::css(".year__row")).await?;
    let done = "return /^10,000 years with/.test(document.getElementById('years-status').textContent) || null";
    // They are drawn again when the catalogue brings the promise to compare with: the last word counts.
    let native = "const status = document.getElementById('years-status').textContent; \
                  return /^10,000 years with/.test(status) && status.includes('29,701 outages') || null";
    s.wait_until("the native years", native, Value::Null)
        .await?;
    s.assert_accessible().await?;
    s.type_into("Locations", "12").await?;
    s.wait_until(
        "twelve rows",
        "return document.querySelectorAll('.year__row').length === 12 || null",
        Value::Null,
    )
    .await?;
    s.wait_until("all years of twelve", done, Value::Null)
        .await?;
    s.click(By::role("button", "Draw other years")).await?;
    let other = "return /Start number 2\\./.test(document.getElementById('years-status').textContent) || null";
    s.wait_until("other years", other, Value::Null).await?;
    s.resize(320, 700).await?;
    ensure!(
        s.overflow().await? == 0,
        "the page is wider than 320 pixels"
    );
    s.assert_accessible().await?;
    from_the_worker(s).await
}

/// A fast machine draws a few locations within the page's first slice; three hundred are the worker's from the first.
async fn from_the_worker(s: &Session) -> Result<()> {
    s.type_into("Locations", "300").await?;
    for _ in 0..100 {
        let requests = s.take_requests();
        if requests
            .iter()
            .any(|request| request.path.contains("lab_bg-"))
        {
            return s.wait_for(&By::css(".year__row")).await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("no worker was fetched")
}

/// What cannot be simulated says why; ten thousand locations can be stopped.
pub async fn bad_years(s: &Session) -> Result<()> {
    s.open("#/downtime").await?;
    s.wait_for(&By::css(".year__row")).await?;
    s.choose("Measured over...", "Rolling number of days")
        .await?;
    s.wait_for(&By::text("A period that moves along..."))
        .await?;
    s.choose("Measured over...", "Two weeks of 336 hours")
        .await?;
    s.wait_for(&By::css(".year__row")).await?;
    s.type_into("Locations", "10000").await?;
    s.click(By::role("button", "Stop")).await?;
    s.wait_for(&By::role("button", "Simulate again")).await
}

/// A worker that the browser ends without a word is given up after a while, and the next question gets another.
pub async fn killed(s: &Session) -> Result<()> {
    s.before_page(
        "const Real = Worker;
         let first = true;
         window.Worker = class extends Real {
           constructor(...words) {
             super(...words);
             // Once it listens, and has said so, it is no more.
             if (first) this.addEventListener('message', () => this.terminate());
             first = false;
           }
         };
         // The wait is long; here it is not waited for.
         const later = window.setTimeout;
         window.setTimeout = (what, time, ...rest) => later(what, time === 20000 ? 1500 : time, ...rest);",
    );
    s.open("#/downtime").await?;
    s.wait_for(&By::css(".year__row")).await?;
    s.type_into("Locations", "300").await?;
    s.click(By::role("button", "Simulate again")).await?;
    s.wait_for(&By::css(".year__row")).await
}
