//! The promises in numbers: what is typed is worked out at once, answers questions, and can be overruled.

use anyhow::{Context, Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

use super::steps::{answer, content, exported, import, results, said, saved, visit};

/// A service at 99 % every two weeks, severities, support hours, locations, credits, a term.
pub async fn typed(s: &Session) -> Result<()> {
    visit(s, "#/commitments").await?;
    service(s).await?;
    severity(s).await?;
    s.fill("#support-hours", "Mon-Fri 8:00-17:00").await?;
    s.fill("#support-zone", "America/Denver").await?;
    s.fill("#organization-count", "12").await?;
    term(s).await?;
    saved(s).await?;
    let before = results(s).await?;
    let id = derived(s).await?;
    let after = results(s).await?;
    ensure!(before != after, "overruling {id} changes no result");
    let file = exported(s).await?;
    let other = s.another().await?;
    let same = elsewhere(&other, &file, &after).await;
    other.end().await?;
    same
}

async fn service(s: &Session) -> Result<()> {
    s.click(By::role("button", "Add: Network")).await?;
    s.fill("#service-0-target", "100.0001").await?;
    s.press(harness::Key::Tab).await?;
    s.wait_text(
        "#service-0-target-error",
        "100.0001 is above 100. Type a percentage",
    )
    .await?;
    s.fill("#service-0-target", "99").await?;
    s.wait_gone(&By::css("#service-0-target-error")).await?;
    pick(s, "service-0-period", "two-weeks").await?;
    pick(s, "service-0-window", "all-the-time").await?;
    s.wait_text("table tbody td", "3 h 21 min 36 s").await?;
    pick(s, "service-0-counting", "average").await
}

async fn severity(s: &Session) -> Result<()> {
    s.click(By::role("button", "Add a severity")).await?;
    pick(s, "severity-0-level", "critical").await?;
    s.fill("#severity-0-response", "-5 min").await?;
    s.press(harness::Key::Tab).await?;
    s.wait_text("#severity-0-response-error", "less than no time")
        .await?;
    s.fill("#severity-0-response", "30 min").await?;
    pick(s, "severity-0-response-clock", "around-the-clock").await?;
    s.fill("#severity-0-resolution", "8 h").await?;
    s.wait_gone(&By::css("#severity-0-response-error")).await
}

async fn term(s: &Session) -> Result<()> {
    s.fill("#term-starts", "3/1/2026").await?;
    s.fill("#term-months", "36").await?;
    s.fill("#term-notice", "60 days").await?;
    s.wait_text("main", "Last day for notice").await
}

/// Chooses an option of a list by the key of its meaning, as its words may change.
async fn pick(s: &Session, id: &str, key: &str) -> Result<()> {
    s.click(By::css(&format!("#{id}"))).await?;
    let list = s.find(&By::css(&format!("#{id}"))).await?;
    let option = list
        .find(thirtyfour::By::Css(format!("option[value=\"{key}\"]")))
        .await
        .with_context(|| format!("{id} has no {key}"))?;
    option.click().await?;
    let ask = "return document.getElementById(wanted[0])?.value === wanted[1] ? true : null";
    s.wait_until(&format!("{id} to be {key}"), ask, json!([id, key]))
        .await
        .map(drop)
}

/// The commitments answer questions; a person overrules one of them and lets it go again. Returns which.
async fn derived(s: &Session) -> Result<String> {
    visit(s, "#/").await?;
    s.click(By::role("button", "Everything...")).await?;
    s.wait_for(&By::css(".groups .derived")).await?;
    let ids = s
        .ask(
            "return all('.groups .derived').map((e) => e.closest('article').id)",
            vec![],
        )
        .await?;
    let ids: Vec<String> = serde_json::from_value(ids)?;
    ensure!(ids.len() >= 4, "the commitments answer {ids:?}");
    let all = s.texts(".groups .derived").await?;
    ensure!(
        all.iter()
            .all(|text| text.starts_with("From the commitments: ") && !text.contains('{')),
        "{all:?}"
    );
    // One that they answer with yes, so that a no changes the score.
    let yes = all
        .iter()
        .position(|text| text.starts_with("From the commitments: Yes"))
        .context("the commitments answer nothing with yes")?;
    let id = ids.get(yes).cloned().unwrap_or_default();
    answer(s, &id, "no").await?;
    let place = format!("#{id} .derived");
    s.wait_text(&place, "You answered otherwise. The commitments say: Yes")
        .await?;
    s.click(By::css(&format!(
        "#{id} .question__more .actions .button:nth-of-type(2)"
    )))
    .await?;
    s.wait_text(&place, "From the commitments: Yes").await?;
    answer(s, &id, "no").await?;
    saved(s).await?;
    Ok(id)
}

async fn elsewhere(
    s: &Session,
    file: &Value,
    results_there: &(Vec<String>, Vec<String>),
) -> Result<()> {
    import(s, "commitments.json", &serde_json::to_vec(file)?).await?;
    said(s, "commitments.json was opened").await?;
    saved(s).await?;
    ensure!(
        results(s).await? == *results_there,
        "there {results_there:?}, here {:?}",
        results(s).await?
    );
    visit(s, "#/commitments").await?;
    s.wait_text("table tbody td", "3 h 21 min 36 s").await?;
    ensure!(
        content(&exported(s).await?) == content(file),
        "the file came back changed"
    );
    Ok(())
}

/// Twelve locations out of a spreadsheet: counted before they are taken, and taken back in one step.
pub async fn pasted(s: &Session) -> Result<()> {
    visit(s, "#/commitments").await?;
    let mut rows = String::from("Name\tTime zone\tOpening hours\tChairs\n");
    for n in 1..=12 {
        let n = n.to_string();
        rows.push_str(
            &[
                "Practice ",
                &n,
                "\tAmerica/Denver\tMon-Thu 8-17\t",
                &n,
                "\n",
            ]
            .concat(),
        );
    }
    rows.push_str("Practice 13\tAmerica/Denver\tMon-Thu 8-25\tsix\n");
    s.ask(
        "const field = document.getElementById('paste'); \
         Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, arguments[0]); \
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        vec![json!(rows)],
    )
    .await?;
    s.wait_text("main", "13 locations found.").await?;
    s.wait_text("main", "2 cells cannot be read and are left out")
        .await?;
    s.click(By::role("button", "Use these locations")).await?;
    said(s, "13 locations were taken from the spreadsheet").await?;
    let ask = "return document.querySelectorAll('[id^=location-][id$=-name]').length === wanted ? true : null";
    s.wait_until("the locations", ask, json!(13)).await?;
    s.click(By::role("button", "Undo")).await?;
    s.wait_until("no locations", ask, json!(0)).await?;
    Ok(())
}
