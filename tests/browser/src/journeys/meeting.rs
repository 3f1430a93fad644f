//! An account manager's year with a client: a proposal beside the agreement in force, both compared, what falls due as a calendar
//! file, a client put away and found again, and a file behind a passphrase that opens in a fresh browser.

use anyhow::{Result, ensure};
use harness::{By, Session};
use serde_json::json;

use super::steps::{
    answer, button, button_for, filled, import, opened, said, sample, saved, visit, words,
};

const CLIENT: &str = "Cedar Ridge Dental Group";
const PASSPHRASE: &str = "correct horse battery staple";

/// A proposal goes its own way, and the comparison shows where.
pub async fn proposal(s: &Session) -> Result<()> {
    sample(s).await?;
    let names = s.texts(".versions h3").await?;
    let current = names.first().cloned().unwrap_or_default();
    s.click(button_for("versions.copy_named", &current)).await?;
    let copy = filled("versions.copy_of", &[("name", &current)]);
    s.wait_until(
        "the proposal in the list",
        "return [...document.querySelectorAll('.versions h3')].some((e) => squeeze(e.textContent) === wanted) ? true : null",
        json!(copy),
    )
    .await?;
    s.assert_accessible().await?;
    visit(s, "#/").await?;
    answer(s, "ML-05", "yes").await?;
    saved(s).await?;
    visit(s, "#/compare").await?;
    let heads = s.texts("#compare-answers ~ .table-frame thead th").await?;
    ensure!(
        heads.len() == 4
            && heads[1].starts_with(&current)
            && heads[2].contains(&copy)
            && heads[3] == words("compare.head_recommended"),
        "{heads:?}"
    );
    let shown = s.count(By::css(".compare__row")).await?;
    let differing = s.count(By::css(".compare__row--differs")).await?;
    ensure!(
        shown == differing && 0 < shown,
        "{shown} rows, {differing} differ"
    );
    s.click(button("compare.all")).await?;
    let all = s.count(By::css(".compare__row")).await?;
    ensure!(shown < all, "{all} of {shown} rows");
    s.assert_accessible().await
}

/// What falls due as a file; a client is put away, found again, and taken back.
pub async fn put_away(s: &Session) -> Result<()> {
    sample(s).await?;
    let file = s.download(button("dates.export")).await?;
    let text = String::from_utf8(file.bytes)?;
    ensure!(
        file.name.contains("-dates-")
            && text.starts_with("BEGIN:VCALENDAR\r\n")
            && text.contains(CLIENT),
        "{text}"
    );
    s.click(button_for("library.archive_named", CLIENT)).await?;
    said(s, &filled("library.put_away", &[("name", CLIENT)])).await?;
    s.reload().await?;
    s.click(By::role(
        "button",
        &filled("library.list_archived", &[("n", "1")]),
    ))
    .await?;
    s.click(button_for("library.take_back_named", CLIENT))
        .await?;
    said(s, &filled("library.taken_back", &[("name", CLIENT)])).await?;
    s.click(button("library.list_current")).await?;
    s.click(button_for("library.open_named", CLIENT)).await?;
    opened(s, CLIENT).await
}

/// A file behind a passphrase says nothing without it, and opens in a fresh browser with it.
pub async fn locked(s: &Session) -> Result<()> {
    sample(s).await?;
    s.click(By::css(".lock > summary")).await?;
    s.fill("#lock", PASSPHRASE).await?;
    s.assert_accessible().await?;
    let file = s.download(button("locked.export")).await?;
    let text = String::from_utf8(file.bytes.clone())?;
    ensure!(
        file.name.contains("-locked.") && text.contains("AES-256-GCM") && !text.contains(CLIENT),
        "{}",
        file.name
    );
    let fresh = s.another().await?;
    let result = opened_elsewhere(&fresh, &file.name, &file.bytes).await;
    fresh.end().await?;
    result
}

async fn opened_elsewhere(s: &Session, name: &str, bytes: &[u8]) -> Result<()> {
    import(s, name, bytes).await?;
    s.fill("#unlock", "another passphrase").await?;
    s.click(button("locked.open")).await?;
    s.wait_text(".lock .error", &words("locked.wrong")).await?;
    s.assert_accessible().await?;
    s.fill("#unlock", PASSPHRASE).await?;
    s.click(button("locked.open")).await?;
    opened(s, CLIENT).await
}
