//! Everything with the keys alone.

use anyhow::{Result, bail, ensure};
use harness::{Key, Session};
use serde_json::{Value, json};

use super::steps::{answered, ready, saved, words};

/// What has the focus, and whether the eye can find it: the element's id or its name, and its outline.
const FOCUS: &str = "
    const e = document.activeElement;
    if (!e || e === document.body) return ['', true, true];
    const moved = window.__before !== e;
    window.__before = e;
    const drawn = (of) => of && getComputedStyle(of).outlineStyle !== 'none' && parseFloat(getComputedStyle(of).outlineWidth) >= 2;
    // What grew above it meanwhile may have pushed it out of the window: not every browser holds the place. What covers it
    // does so in any place.
    e.scrollIntoView({ block: 'nearest' });
    const box = e.getBoundingClientRect();
    const seen = drawn(e) || drawn(e.closest('label'));
    const inside = box.bottom > 0 && box.top < innerHeight;
    return [e.id || `${roleOf(e)} ${nameOf(e)}`, Boolean(seen && inside), moved, getComputedStyle(e).outline, e.matches(':focus-visible'), box.top];";

/// Presses a key and returns what then has the focus. It must be seen.
async fn step(s: &Session, key: Key) -> Result<String> {
    s.press(key).await?;
    let found = s.ask(FOCUS, vec![]).await?;
    let name = found.get(0).and_then(Value::as_str).unwrap_or_default();
    ensure!(
        found.get(1) == Some(&Value::Bool(true)),
        "the focus on {name:?} is not seen: {found}"
    );
    ensure!(
        found.get(2) == Some(&Value::Bool(true)),
        "the focus is trapped on {name:?}"
    );
    Ok(name.to_owned())
}

/// Presses Tab until the focus is on `wanted`: an id, or a role and a name.
async fn tab_to(s: &Session, wanted: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..80 {
        let name = step(s, Key::Tab).await?;
        if name == wanted {
            return Ok(());
        }
        passed.push(name);
    }
    bail!("Tab does not come to {wanted:?}: {passed:?}")
}

async fn focus_is(s: &Session, id: &str) -> Result<()> {
    let ask = "return document.activeElement?.id === wanted ? true : null";
    s.wait_until(&format!("the focus on {id}"), ask, json!(id))
        .await
        .map(drop)
}

/// The quick check, a way to the results and the library, and back with undo.
pub async fn only(s: &Session) -> Result<()> {
    s.open("").await?;
    tab_to(s, "ML-06-yes").await?;
    s.press(" ").await?;
    answered(s, "ML-06", "yes").await?;
    s.press(Key::Right).await?;
    answered(s, "ML-06", "partly").await?;
    tab_to(s, "ML-05-yes").await?;
    s.press(Key::Right).await?;
    answered(s, "ML-05", "partly").await?;
    s.press(Key::Down).await?;
    answered(s, "ML-05", "no").await?;
    tab_to(s, "ML-02-yes").await?;
    s.press(" ").await?;
    answered(s, "ML-02", "yes").await?;
    tab_to(s, "SC-01-yes").await?;
    s.press(" ").await?;
    ready(s).await?;
    focus_is(s, "SC-01-yes").await?;
    s.press(Key::Right).await?;
    answered(s, "SC-01", "partly").await?;
    s.press_with(Key::Control, 'z').await?;
    answered(s, "SC-01", "yes").await?;
    s.press_with(Key::Control, 'y').await?;
    answered(s, "SC-01", "partly").await?;
    saved(s).await?;
    elsewhere(s).await
}

/// From the first link of a page to the screens behind it.
async fn elsewhere(s: &Session) -> Result<()> {
    s.reload().await?;
    ready(s).await?;
    let first = step(s, Key::Tab).await?;
    ensure!(
        first == format!("link {}", words("common.skip")),
        "the first stop is {first:?}"
    );
    s.press(Key::Enter).await?;
    focus_is(s, "page-title").await?;
    tab_to(s, "ML-06-partly").await?;
    tab_to(s, &format!("link {}", words("assess.to_results"))).await?;
    s.press(Key::Enter).await?;
    s.wait_text("h1", &words("results.title")).await?;
    focus_is(s, "page-title").await?;
    tab_to(s, "lines-four").await?;
    s.press(Key::Enter).await?;
    s.wait_until(
        "the lines to open",
        "return document.getElementById(wanted).closest('details').open ? true : null",
        json!("lines-four"),
    )
    .await?;
    s.reload().await?;
    ready(s).await?;
    tab_to(s, &format!("link {}", words("routes.library"))).await?;
    s.press(Key::Enter).await?;
    s.wait_text("h1", &words("library.title")).await?;
    focus_is(s, "page-title").await?;
    tab_to(s, "client").await?;
    s.press("Keys only").await?;
    saved(s).await?;
    whole_round(s).await
}

/// Tab comes round the whole page and traps nowhere; the order is the order of the page.
async fn whole_round(s: &Session) -> Result<()> {
    s.ask("document.querySelector('.skip').focus()", vec![])
        .await?;
    let body = "return all('a[href], button:not(:disabled), input, textarea, select, summary, [tabindex=\"0\"]').length";
    let stops = s.ask(body, vec![]).await?.as_u64().unwrap_or_default();
    let mut seen = 0;
    for _ in 0..=stops {
        s.press(Key::Tab).await?;
        let backwards = s
            .ask(
                "const e = document.activeElement; const last = window.__last; window.__last = e; \
                 if (!last || !e || e === document.body) return null; \
                 return last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING ? nameOf(e) : false",
                vec![],
            )
            .await?;
        if backwards.is_null() && seen > 0 {
            break;
        }
        if let Some(name) = backwards.as_str() {
            // Round again at the first link.
            ensure!(name == words("common.skip"), "Tab jumps back to {name:?}");
            break;
        }
        seen += 1;
    }
    ensure!(seen > 15, "Tab found {seen} of {stops} stops");
    Ok(())
}
