//! The whole chain: a second line, a part more and a part less, and what is wrong where it is typed.

use anyhow::{Result, ensure};
use harness::{By, Key, Session};
use serde_json::json;

use super::steps::{button, button_for, filled, said, sample, visit, words};

const WHOLE: &str = ".lab__headline .figure__value";

async fn focus_is_at(s: &Session, id: &str) -> Result<()> {
    let ask = "return document.activeElement?.id === wanted ? true : null";
    s.wait_until(&format!("the focus at {id}"), ask, json!(id))
        .await
        .map(drop)
}

/// From four assumed parts to two lines, and back after a part was removed by mistake.
pub async fn built(s: &Session) -> Result<()> {
    visit(s, "#/chain").await?;
    s.wait_text(WHOLE, "99.600599%").await?;
    s.click("#chain-0").await?;
    s.fill("#chain-0-percent", "101").await?;
    let above = "\"101\" is above 100. A percentage is from 0 to 100.";
    s.wait_text("#chain-0-percent-error", above).await?;
    s.fill("#chain-0-percent", "99").await?;
    s.wait_text(WHOLE, "98.703296%").await?;
    s.fill("#chain-0-needed", "2").await?;
    let beyond = filled("chain.error.beyond", &[("n", "1")]);
    s.wait_text("#chain-0-needed-error", &beyond).await?;
    s.fill("#chain-0-count", "2").await?;
    s.fill("#chain-0-needed", "1").await?;
    s.wait_text(
        "#chain-0 .chain__says",
        &filled(
            "chain.group",
            &[("n", "2"), ("k", "1"), ("share", "99.99%")],
        ),
    )
    .await?;
    s.wait_text(WHOLE, "99.690329%").await?;

    // By keys alone: one more part, its name, one place up, away, and back.
    s.click(button("chain.add")).await?;
    focus_is_at(s, "chain-4-name").await?;
    s.press("Switch").await?;
    s.wait_text("#chain-4 h3", "Switch").await?;
    s.ask("document.getElementById('chain-4-up').focus()", vec![])
        .await?;
    s.press(Key::Enter).await?;
    focus_is_at(s, "chain-4-up").await?;
    let order = s.texts(".chain .entry h3").await?;
    ensure!(order[3] == "Switch", "the order is {order:?}");
    s.click(button_for("chain.remove_named", "Switch")).await?;
    said(s, &filled("chain.removed", &[("name", "Switch")])).await?;
    focus_is_at(s, "chain-parts").await?;
    s.wait_text(WHOLE, "99.690329%").await?;
    s.click(By::css(".toast .button")).await?;
    focus_is_at(s, "chain-4").await?;
    let order = s.texts(".chain .entry h3").await?;
    ensure!(order[3] == "Switch", "the order is {order:?}");
    Ok(())
}

/// What the agreement promises for one part, and how the whole stands beside the promise of the downtime page.
pub async fn from_the_agreement(s: &Session) -> Result<()> {
    sample(s).await?;
    visit(s, "#/chain").await?;
    s.click("#chain-0").await?;
    let pick = "const list = document.getElementById('chain-0-agreed'); \
                list.value = list.options[1].value; \
                list.dispatchEvent(new Event('change', { bubbles: true }))";
    s.ask(pick, vec![]).await?;
    s.wait_text("#chain-0 .tag", "from the agreement").await?;
    let marks = s.texts(".mark").await?;
    let known = [
        words("chain.promise.mark_met"),
        words("chain.promise.mark_missed"),
    ];
    ensure!(
        marks.iter().any(|mark| known.contains(mark)),
        "the marks are {marks:?}"
    );
    Ok(())
}
