//! A meeting: the client's own results on a projector, by keys alone, with a number changed while everybody watches.

use anyhow::{Context, Result, ensure};
use harness::{Browser, By, Key, Session};
use serde_json::{Value, json};

use super::steps::{answer, button, sample, saved, visit, words};

const OTHER: &str = "Birch Dental Partners";

/// Waits for a slide: its number in the counter, and the focus on its title.
async fn slide(s: &Session, number: usize) -> Result<()> {
    let ask = "const bar = document.querySelector('.deck__count'); \
               return bar?.textContent.includes(` ${wanted} of `) && document.activeElement?.id === 'page-title' ? true : null";
    s.wait_until(&format!("slide {number}"), ask, json!(number))
        .await
        .map(drop)
}

async fn title_is(s: &Session, title: &str) -> Result<()> {
    s.wait_text("h1", title).await
}

/// What the page holds, in sight or not.
async fn holds(s: &Session, text: &str) -> Result<bool> {
    let body =
        "return (document.documentElement.outerHTML + document.title).includes(arguments[0])";
    Ok(s.ask(body, vec![json!(text)]).await? == Value::Bool(true))
}

async fn only_this_client(s: &Session, number: usize) -> Result<()> {
    ensure!(!holds(s, OTHER).await?, "{OTHER} on slide {number}");
    let links = s
        .ask("return document.querySelectorAll('#app a').length", vec![])
        .await?;
    ensure!(links == 0, "{links} links on slide {number}");
    Ok(())
}

/// Another client is kept here, then the sample is opened and presented from the results.
async fn begin(s: &Session) -> Result<()> {
    visit(s, "#/library").await?;
    s.fill("#client", OTHER).await?;
    visit(s, "#/").await?;
    answer(s, "ML-06", "no").await?;
    saved(s).await?;
    sample(s).await?;
    visit(s, "#/results").await?;
    let ask = "const link = document.querySelector('a[href=\"#/present\"]'); link?.focus(); return link ? true : null";
    s.wait_until("the way to the deck", ask, Value::Null)
        .await?;
    s.press(Key::Enter).await?;
    slide(s, 1).await
}

/// From the results by keys through the whole deck, and back.
pub async fn meeting(s: &Session) -> Result<()> {
    begin(s).await?;
    title_is(s, "Cedar Ridge Dental Group").await?;
    let title = s.ask("return document.title", vec![]).await?;
    ensure!(title == "Cedar Ridge Dental Group", "the title is {title}");
    only_this_client(s, 1).await?;
    let keys = [
        Key::Right,
        Key::PageDown,
        Key::Down,
        Key::Enter,
        Key::PageDown,
        Key::Right,
        Key::Right,
        Key::Right,
        Key::Right,
    ];
    for (key, number) in keys.into_iter().zip(2..) {
        s.press(key).await?;
        slide(s, number).await?;
        only_this_client(s, number).await?;
        s.assert_accessible()
            .await
            .with_context(|| format!("slide {number}"))?;
    }
    // The address keeps the slide.
    s.press(Key::Home).await?;
    slide(s, 1).await?;
    s.press("6").await?;
    s.press(Key::Enter).await?;
    slide(s, 6).await?;
    s.reload().await?;
    s.wait_for(&By::css(".deck__count")).await?;
    title_is(s, &words("present.downtime.title")).await?;
    live(s).await?;
    dark(s).await?;
    notes_and_paper(s).await?;
    s.press(Key::Escape).await?;
    s.wait_text("h1", &words("results.title")).await?;
    s.wait_for(&By::css(".top")).await
}

/// The target is changed on the slide, by typing and by a button; a clicker goes on from the field.
async fn live(s: &Session) -> Result<()> {
    s.wait_text(".deck__big .figure__value", "3 h 21 min 36 s")
        .await?;
    s.fill("#lab-target", "99.9").await?;
    s.wait_text(".deck__big .figure__value", "20 min 9.6 s")
        .await?;
    s.click(button("present.downtime.better")).await?;
    s.wait_text(".deck__big .figure__value", "10 min 4.8 s")
        .await?;
    s.assert_accessible().await?;
    s.click("#lab-target").await?;
    s.press(Key::PageDown).await?;
    slide(s, 7).await?;
    // What uses the arrows keeps them.
    s.ask("document.querySelector('.fall__slider').focus()", vec![])
        .await?;
    s.press(Key::Right).await?;
    title_is(s, &words("present.fall.title")).await?;
    s.press(Key::Escape).await?;
    slide(s, 7).await?;
    s.press(Key::Left).await?;
    slide(s, 6).await
}

/// Nothing is shown until a key brings the same slide back.
async fn dark(s: &Session) -> Result<()> {
    s.press(".").await?;
    s.wait_for(&By::css("#deck-black")).await?;
    ensure!(!holds(s, "lab-target").await?, "the slide is still there");
    s.assert_accessible().await?;
    s.press(Key::Right).await?;
    slide(s, 6).await
}

/// Notes only when asked for; all slides on paper.
async fn notes_and_paper(s: &Session) -> Result<()> {
    let note = words("present.say.downtime");
    ensure!(!holds(s, &note).await?, "the notes are there unasked");
    s.press("s").await?;
    s.wait_text(".deck__notes p", &note).await?;
    s.press("s").await?;
    let sheets = "return document.querySelectorAll('.deck__sheet').length === wanted ? true : null";
    s.ask("dispatchEvent(new Event('beforeprint'))", vec![])
        .await?;
    s.wait_until("all slides", sheets, json!(10)).await?;
    ensure!(!holds(s, OTHER).await?, "{OTHER} on paper");
    s.assert_accessible().await?;
    if s.browser() == Browser::Chromium {
        s.screenshot("present-paper").await?;
    }
    s.ask("dispatchEvent(new Event('afterprint'))", vec![])
        .await?;
    s.wait_until("one slide again", sheets, json!(0))
        .await
        .map(drop)
}
