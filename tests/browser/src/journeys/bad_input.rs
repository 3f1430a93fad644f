//! Files that are not what they should be, and texts that try to be more than text.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

use super::steps::{
    after_place, answer, answered, button, content, exported, filled, import, listed, opened,
    ready, said, sample, saved, visit, words,
};

/// Gives the library a file that it must refuse with a message that holds all of `words`.
async fn refused(s: &Session, name: &str, bytes: &[u8], words: &[&str]) -> Result<()> {
    let path = s.file(name, bytes)?;
    refused_file(s, name, &path, words).await
}

async fn refused_file(s: &Session, name: &str, path: &Path, words: &[&str]) -> Result<()> {
    s.upload("#import", &[path]).await?;
    said(s, name).await?;
    let message = s.text(".toast p").await?;
    for word in words {
        ensure!(
            message.contains(word),
            "{name}: the message says {message:?}, not {word:?}"
        );
    }
    s.click(button("common.dismiss")).await?;
    s.wait_gone(&By::css(".toast")).await
}

/// The sample's file with one value changed.
fn spoiled(file: &Value, pointer: &str, value: Value) -> Result<Vec<u8>> {
    let mut file = file.clone();
    *file.pointer_mut(pointer).context("no such place")? = value;
    Ok(serde_json::to_vec(&file)?)
}

const SERVICES: &str = "/client/agreements/0/agreement/services";

/// Every bad file is refused with the place and the remedy, and changes nothing.
pub async fn files(s: &Session) -> Result<()> {
    sample(s).await?;
    let good = exported(s).await?;
    let text = serde_json::to_vec(&good)?;
    refused(
        s,
        "letter.json",
        b"Dear provider,",
        &["not a saved file", "line 1", "choose the file"],
    )
    .await?;
    refused(
        s,
        "half.json",
        &text[..text.len() / 2],
        &["ends too early", "export it again"],
    )
    .await?;
    refused(
        s,
        "foreign.json",
        br#"{"format": "excalidraw", "elements": []}"#,
        &["not a file of this tool", "excalidraw"],
    )
    .await?;
    refused(
        s,
        "newer.json",
        &spoiled(&good, "/version", json!(7))?,
        &["version 7", "reload"],
    )
    .await?;
    refused(s, "empty.json", b" ", &["the file is empty"]).await?;
    refused(
        s,
        "picture.json",
        &[0x89, b'P', 0xFF, 0xFE, 0x00],
        &[&after_place("library.file_not_text")],
    )
    .await?;
    let large = &*after_place("library.file_too_large");
    refused(
        s,
        "six.json",
        &vec![b' '; 6_000_000],
        &["the file is empty"],
    )
    .await?;
    refused(s, "sixty.json", &vec![b' '; 60_000_000], &[large]).await?;
    let target = format!("{SERVICES}/0/target");
    refused(
        s,
        "percent.json",
        &spoiled(&good, &target, json!({ "says": "100.0001" }))?,
        &[
            "services[0].target.says",
            "`100.0001` is above 100",
            "from 0 to 100",
        ],
    )
    .await?;
    let outage = format!("{SERVICES}/0/minimum_outage");
    refused(
        s,
        "negative.json",
        &spoiled(&good, &outage, json!({ "says": -60 }))?,
        &[
            "services[0].minimum_outage.says",
            "negative",
            "zero or more",
        ],
    )
    .await?;
    let assessment = "/client/agreements/0/assessments/0/answers";
    let answers = good
        .pointer(assessment)
        .context("the sample has no answers")?;
    let spoiled_answers = unknown_id(answers);
    refused(
        s,
        "unknown.json",
        &spoiled(&good, assessment, spoiled_answers)?,
        &["answers", "`ML-6x`"],
    )
    .await?;
    // Nothing has changed, here or in the database.
    let after = exported(s).await?;
    ensure!(
        content(&after) == content(&good),
        "a refused file changed the open client"
    );
    s.reload().await?;
    ready(s).await?;
    opened(s, "Cedar Ridge Dental Group").await?;
    let list = listed(s).await?;
    ensure!(list == ["Cedar Ridge Dental Group"], "{list:?}");
    Ok(())
}

/// The answers with an id that cannot be one.
fn unknown_id(answers: &Value) -> Value {
    let mut answers = answers.clone();
    match &mut answers {
        Value::Object(by_id) => {
            by_id.insert("ML-6x".to_owned(), json!({ "answer": "yes" }));
        }
        Value::Array(list) => {
            if let Some(id) = list
                .first_mut()
                .and_then(|first| first.get_mut("id").or(None))
            {
                *id = json!("ML-6x");
            }
        }
        _ => {}
    }
    answers
}

/// Runs if it is ever taken for markup; turns the text around if it is ever put among other texts bare.
const NASTY: &str = "<img src=x onerror=alert(1)> \u{202E}drawer\u{202C} \u{5E9}\u{5DC}\u{5D5}\u{5DD} &amp; {name} \"'";

/// Markup and right-to-left marks are text everywhere, and a file keeps them.
pub async fn markup(s: &Session) -> Result<()> {
    visit(s, "#/").await?;
    type_raw(s, "#client-name", NASTY).await?;
    answer(s, "ML-06", "out").await?;
    type_raw(s, "#ML-06-because", NASTY).await?;
    answer(s, "ML-05", "no").await?;
    s.click("#ML-05 .question__more .button").await?;
    for field in ["#ML-05-quote", "#ML-05-place", "#ML-05-note"] {
        type_raw(s, field, NASTY).await?;
    }
    visit(s, "#/results").await?;
    s.ask(
        "document.querySelectorAll('main details').forEach((each) => { each.open = true; })",
        vec![],
    )
    .await?;
    type_raw(s, "#gap-ML-05-owner", NASTY).await?;
    type_raw(s, "#gap-ML-05-counter", NASTY).await?;
    s.click("#gap-ML-05-state-offered").await?;
    s.wait_text("pre.plan", "<img src=x onerror=alert(1)>")
        .await?;
    visit(s, "#/library").await?;
    type_raw(s, "#prepared-by", NASTY).await?;
    type_raw(s, "#reason", NASTY).await?;
    saved(s).await?;
    unharmed(s).await?;
    let file = exported(s).await?;
    let count = file.to_string().matches("onerror=alert(1)").count();
    ensure!(count >= 8, "the file holds {count} of the texts: {file}");
    let other = s.another().await?;
    let same = opened_elsewhere(&other, &file).await;
    other.end().await?;
    same
}

async fn opened_elsewhere(s: &Session, file: &Value) -> Result<()> {
    import(s, "<b>nasty & co.json", &serde_json::to_vec(file)?).await?;
    said(
        s,
        &filled("library.imported_one", &[("file", "<b>nasty & co.json")]),
    )
    .await?;
    saved(s).await?;
    let back = exported(s).await?;
    ensure!(
        back.get("client") == file.get("client"),
        "the file came back changed: {back}"
    );
    visit(s, "#/").await?;
    answered(s, "ML-06", "out").await?;
    s.wait_text(".top__client", "<img src=x onerror=alert(1)>")
        .await?;
    unharmed(s).await
}

/// No screen has made an element of the text, or run it.
async fn unharmed(s: &Session) -> Result<()> {
    for address in ["#/", "#/results", "#/library"] {
        visit(s, address).await?;
        let pictures = s
            .ask(
                "return document.querySelectorAll('img, [onerror]').length",
                vec![],
            )
            .await?;
        ensure!(
            pictures == 0,
            "{address} made {pictures} elements of the text"
        );
        // What a person typed stands in an element that keeps its direction to itself.
        let bare = s
            .ask(
                "const typed = (node) => node.nodeValue.includes('onerror'); \
                 const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const bare = []; \
                 while (walk.nextNode()) if (typed(walk.currentNode)) { const e = walk.currentNode.parentElement; \
                   if (!e.closest('bdi, [dir=auto], #announcer, textarea')) bare.push(e.outerHTML.slice(0, 120)); } \
                 return bare",
                vec![],
            )
            .await?;
        ensure!(bare == json!([]), "{address} shows typed text bare: {bare}");
    }
    Ok(())
}

/// Puts a text into a field as a paste does: some characters have no key.
async fn type_raw(s: &Session, selector: &str, text: &str) -> Result<()> {
    s.wait_for(&By::css(selector)).await?;
    s.ask(
        "const field = document.querySelector(arguments[0]); field.focus(); \
         const of = field.localName === 'textarea' ? HTMLTextAreaElement : HTMLInputElement; \
         Object.getOwnPropertyDescriptor(of.prototype, 'value').set.call(field, arguments[1]); \
         field.dispatchEvent(new InputEvent('input', { bubbles: true })); \
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(selector), json!(text)],
    )
    .await?;
    Ok(())
}

/// What is odd but real is opened and kept: a credit table with a gap, a protection that this catalogue does not know, a
/// field of a later version.
pub async fn odd(s: &Session) -> Result<()> {
    sample(s).await?;
    let mut file = exported(s).await?;
    let tiers = json!([{ "below": "99.9", "down_to": "99.5", "credit": "10" }, { "below": "99", "credit": "25" }]);
    let scheme = json!({ "says": { "kind": "by-availability", "tiers": tiers } });
    let place = "/client/agreements/0/agreement/credits";
    let credits = file.pointer_mut(place).and_then(Value::as_object_mut);
    credits
        .context("the sample has no credits")?
        .insert("scheme".to_owned(), scheme.clone());
    let answers = file.pointer_mut("/client/agreements/0/assessments/0/answers");
    answers
        .and_then(Value::as_object_mut)
        .context("the sample has no answers")?
        .insert("ML-99".to_owned(), json!({ "answer": "no" }));
    let wanted = content(&file);
    file["client"]["mood"] = json!("good");
    import(s, "odd.json", &serde_json::to_vec(&file)?).await?;
    said(s, &filled("library.imported_one", &[("file", "odd.json")])).await?;
    s.wait_text(".toast p", &words("library.imported_notes"))
        .await?;
    saved(s).await?;
    let back = exported(s).await?;
    ensure!(
        content(&back) == wanted,
        "the file came back changed: {back}"
    );
    visit(s, "#/results").await?;
    s.wait_for(&By::css(".gap h3")).await
}
