//! A year of a client's life: an agreement, assessed again with a reason, compared with what was found before, reported,
//! presented, and handed over behind a passphrase. Then what a library meets: two states of one client, and very many
//! clients.

use anyhow::{Context, Result, ensure};
use harness::{By, Key, Session};
use serde_json::{Value, json};

use super::steps::{
    answer, answered, button, button_for, exported, filled, import, opened, said, sample, saved,
    visit, words,
};

const CLIENT: &str = "Cedar Ridge Dental Group";
const AGREEMENT: &str = "Managed services agreement 2024";
const REASON: &str = "The provider has offered monitoring";
const PASSPHRASE: &str = "a year later, in another office";

/// From the first look to the meeting, and into a colleague's browser.
pub async fn of_a_client(s: &Session) -> Result<()> {
    sample(s).await?;
    s.click(button_for("versions.new_assessment_named", AGREEMENT))
        .await?;
    s.fill("#reason", REASON).await?;
    visit(s, "#/").await?;
    answer(s, "ML-05", "yes").await?;
    saved(s).await?;
    compared(s).await?;
    reported(s).await?;
    presented(s).await?;
    visit(s, "#/library").await?;
    s.click(By::css(".lock > summary")).await?;
    s.fill("#lock", PASSPHRASE).await?;
    let file = s.download(button("locked.export")).await?;
    let colleague = s.another().await?;
    let there = handed_over(&colleague, &file.name, &file.bytes).await;
    colleague.end().await?;
    there
}

/// Today's assessment beside the one before: the answer that changed is among what differs.
async fn compared(s: &Session) -> Result<()> {
    visit(s, "#/compare").await?;
    let heads = s.texts("#compare-answers ~ .table-frame thead th").await?;
    let dated = heads.iter().filter(|head| head.starts_with(AGREEMENT));
    ensure!(dated.count() == 2, "{heads:?}");
    let rows = s.texts("#compare-answers ~ .table-frame tbody th").await?;
    ensure!(rows.iter().any(|row| row.starts_with("ML-05")), "{rows:?}");
    let reason = words("library.reason");
    let kept = s.texts("#compare-kept ~ .table-frame tbody tr").await?;
    ensure!(
        kept.iter()
            .any(|row| row.starts_with(&reason) && row.contains(REASON)),
        "{kept:?}"
    );
    Ok(())
}

async fn reported(s: &Session) -> Result<()> {
    s.open("#/report/full").await?;
    s.wait_text(".paper .facts", REASON).await.ok();
    let facts = s.text(".paper .facts").await?;
    ensure!(facts.contains(REASON), "{facts}");
    let file = s.download(button("report.get.markdown")).await?;
    let text = String::from_utf8(file.bytes)?;
    ensure!(text.contains(REASON), "the report is silent about why");
    Ok(())
}

async fn presented(s: &Session) -> Result<()> {
    s.open("#/present").await?;
    let ask = "return document.activeElement?.id === 'page-title' ? true : null";
    s.wait_until("the first slide", ask, Value::Null).await?;
    s.press(Key::PageDown).await?;
    let ask = "return document.querySelector('.deck__count')?.textContent.includes(' 2 of ') ? true : null";
    s.wait_until("the second slide", ask, Value::Null).await?;
    Ok(())
}

async fn handed_over(s: &Session, name: &str, bytes: &[u8]) -> Result<()> {
    import(s, name, bytes).await?;
    s.fill("#unlock", PASSPHRASE).await?;
    s.click(button("locked.open")).await?;
    opened(s, CLIENT).await?;
    visit(s, "#/").await?;
    answered(s, "ML-05", "yes").await
}

/// A file with a client that was changed here since: both stand side by side, and one is kept.
pub async fn two_states(s: &Session) -> Result<()> {
    sample(s).await?;
    let file = serde_json::to_vec(&exported(s).await?)?;
    visit(s, "#/").await?;
    answer(s, "ML-06", "yes").await?;
    saved(s).await?;
    import(s, "theirs.json", &file).await?;
    s.wait_text(".banner h2", &words("storage.twins_title"))
        .await?;
    s.assert_accessible().await?;
    s.click(button("storage.twins_look")).await?;
    s.wait_text("h1", &words("compare.title")).await?;
    let rows = s.texts("#compare-answers ~ .table-frame tbody th").await?;
    ensure!(rows.iter().any(|row| row.starts_with("ML-06")), "{rows:?}");
    s.assert_accessible().await?;
    s.click(button("storage.twins_here")).await?;
    let brought = filled("library.imported_name", &[("name", CLIENT)]);
    said(s, &filled("storage.twins_kept_here", &[("name", &brought)])).await?;
    visit(s, "#/").await?;
    answered(s, "ML-06", "yes").await
}

/// As many clients are opened from one file.
const MANY: usize = 500;

/// A library of 500: opened from one file, searched, and still there after a reload.
pub async fn many(s: &Session) -> Result<()> {
    sample(s).await?;
    let mut one = exported(s).await?;
    let client = one
        .as_object_mut()
        .and_then(|file| file.remove("client"))
        .context("a file without a client")?;
    let clients: Vec<Value> = (1..=MANY)
        .map(|n| {
            let mut client = client.clone();
            client["id"] = json!(format!("many-{n}"));
            client["name"] = json!(format!("Client {n:03}"));
            client
        })
        .collect();
    one["format"] = json!("sla-gap-library");
    one["clients"] = json!(clients);
    import(s, "many.json", &serde_json::to_vec(&one)?).await?;
    let values = [("n", "500"), ("file", "many.json")];
    said(s, &filled("library.imported_many", &values)).await?;
    saved(s).await?;
    s.reload().await?;
    visit(s, "#/library").await?;
    let rows = "return document.querySelectorAll(\"[aria-labelledby='saved-title'] tbody tr\").length === wanted ? true : null";
    s.wait_until("the first of them", rows, json!(50)).await?;
    let more = filled("library.more", &[("n", "451")]);
    s.click(By::role("button", &more)).await?;
    s.wait_until("more of them", rows, json!(100)).await?;
    s.fill("#find-client", "Client 377").await?;
    s.wait_until("the one", rows, json!(1)).await?;
    Ok(())
}
