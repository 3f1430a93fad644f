//! The downtime page: the outage is moved by keys, buttons and pointer, and the table says the same numbers.

use anyhow::{Result, ensure};
use harness::{By, Key, Session};
use serde_json::{Value, json};

use super::steps::visit;

const SLIDER: &str = ".fall__slider";

/// The words of the timeline.
fn words(key: &str) -> String {
    let text = include_str!("../../../../content/en/ui/fall.json");
    let all: Value = serde_json::from_str(text).unwrap_or_default();
    all[key].as_str().unwrap_or(key).to_owned()
}

async fn open(s: &Session) -> Result<()> {
    visit(s, "#/downtime").await?;
    s.wait_for(&By::css(SLIDER)).await?;
    s.click(By::css("#fall-ask-one")).await
}

/// The table of the drawing, cell by cell; the first row is that of the location that is struck.
async fn first_row(s: &Session) -> Result<Vec<String>> {
    let body = "const cells = document.querySelector('.fall__table tbody tr').children; \
                return [...cells].map((cell) => (cell.querySelector('.figure__value') ?? cell).textContent)";
    Ok(serde_json::from_value(s.ask(body, vec![]).await?)?)
}

async fn spoken(s: &Session) -> Result<String> {
    Ok(s.attribute(SLIDER, "aria-valuetext")
        .await?
        .unwrap_or_default())
}

/// Waits until the slider says so.
async fn says(s: &Session, part: &str) -> Result<()> {
    let ask = "const said = document.querySelector('.fall__slider').getAttribute('aria-valuetext'); \
               return said.includes(wanted) ? true : null";
    s.wait_until("the slider's value", ask, json!(part))
        .await
        .map(drop)
}

/// By keys alone: where it is worst, a quarter of an hour more, another place, another location.
pub async fn moved_by_keys(s: &Session) -> Result<()> {
    open(s).await?;
    s.fill("#lab-locations", "3").await?;
    s.ask(
        "document.querySelector('.fall__table').open = true; document.querySelector('.fall__slider').focus()",
        vec![],
    )
    .await?;
    says(s, "3 h 21 min 36 s").await?;
    says(s, &words("verdict_kept")).await?;
    // The arrow to the right, as WebDriver writes it.
    s.press_with(Key::Shift, '\u{E014}').await?;
    says(s, &words("verdict_missed")).await?;
    let row = first_row(s).await?;
    ensure!(
        row[3] == "3 h 36 min 36 s" && row[5].ends_with("missed"),
        "{row:?}"
    );
    s.press(Key::PageDown).await?;
    says(s, "Tuesday 0:00").await?;
    for _ in 0..4 {
        s.press(Key::Right).await?;
    }
    says(s, "Tuesday 1:00").await?;
    s.press(Key::Down).await?;
    says(s, "Location 2").await?;
    s.press(Key::Home).await?;
    says(s, "Monday 0:00").await?;
    let row = first_row(s).await?;
    ensure!(row[0] == "Location 2", "{row:?}");
    ensure!(
        s.text("#fall-finding").await?.starts_with("If Location 2"),
        "the title is not the finding"
    );
    ensure!(
        s.focused().await?.starts_with("slider"),
        "the focus is on {}",
        s.focused().await?
    );
    s.assert_accessible().await
}

/// By buttons and by the pointer, and another question asked of it.
pub async fn moved_by_hand(s: &Session) -> Result<()> {
    open(s).await?;
    says(s, &words("verdict_kept")).await?;
    s.click(By::role("button", &words("day_later"))).await?;
    says(s, "Tuesday 0:00").await?;
    s.click(By::role("button", &words("worst"))).await?;
    says(s, "Monday 0:00").await?;
    // A click goes to the middle, between the two weeks.
    s.click(SLIDER).await?;
    says(s, "from Sunday").await?;
    s.click(By::css("#fall-ask-across")).await?;
    says(s, "6 h 43 min 12 s").await?;
    let rows = s
        .ask(
            "return document.querySelectorAll('.fall__table tbody tr').length",
            vec![],
        )
        .await?;
    ensure!(rows == 2, "an outage across two periods has {rows} rows");
    let before = spoken(s).await?;
    ensure!(before.contains(&words("verdict_kept")), "{before}");
    s.assert_accessible().await
}
