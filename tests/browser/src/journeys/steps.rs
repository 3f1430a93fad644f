//! What a person does in this app, for all journeys.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

/// Every screen: its address, the name in its title, and a name for files.
pub const SCREENS: [(&str, &str, &str); 7] = [
    ("#/", "Assess", "assess"),
    ("#/commitments", "Commitments", "commitments"),
    ("#/results", "Results", "results"),
    ("#/downtime", "Downtime", "downtime"),
    ("#/library", "Library", "library"),
    ("#/learn", "Questions and glossary", "learn"),
    ("#/method", "How the tool counts", "method"),
];

/// The themes, by the keys of their choice.
pub const THEMES: [&str; 3] = ["light", "dark", "contrast"];

/// Goes to a screen of the app by its address and waits until it is shown with the whole catalogue.
pub async fn visit(s: &Session, address: &str) -> Result<()> {
    s.open(address).await?;
    let screen = SCREENS
        .iter()
        .find(|(of, _, _)| *of == address)
        .context("no such screen")?;
    // A first visitor has the entrance, whose button leads into the app; another screen's address does so by itself.
    let ask = "return document.querySelector('#go-on, #announcer')?.id ?? null";
    if address == "#/" && s.wait_until("the page", ask, Value::Null).await? == "go-on" {
        s.click("#go-on").await?;
    }
    ready(s).await?;
    let ask = "return document.title.startsWith(wanted + ' ·') ? true : null";
    s.wait_until(&format!("the screen {}", screen.1), ask, json!(screen.1))
        .await?;
    Ok(())
}

/// Waits until the app is there, with the catalogue.
pub async fn ready(s: &Session) -> Result<()> {
    s.wait_for(&By::css(".top__score .meter__figure")).await
}

/// Answers a question with the key of an answer: `yes`, `partly`, `no`, `opposite`, `unknown`, `out`.
pub async fn answer(s: &Session, id: &str, key: &str) -> Result<()> {
    s.click(By::css(&format!("#{id}-{key}"))).await?;
    answered(s, id, key).await
}

/// Waits until the question shows this answer.
pub async fn answered(s: &Session, id: &str, key: &str) -> Result<()> {
    let ask = "return document.getElementById(wanted)?.checked ? true : null";
    s.wait_until(
        &format!("{id} answered with {key}"),
        ask,
        json!(format!("{id}-{key}")),
    )
    .await
    .map(drop)
}

/// Waits until everything typed so far is stored.
pub async fn saved(s: &Session) -> Result<()> {
    let ask = "return squeeze(document.querySelector('.top__kept')?.textContent) === 'Saved on this device' ? true : null";
    s.wait_until("everything to be stored", ask, Value::Null)
        .await
        .map(drop)
}

/// Waits until the library shows the client of this name as the open one.
pub async fn opened(s: &Session, name: &str) -> Result<()> {
    let ask = "return document.getElementById('client')?.value === wanted ? true : null";
    s.wait_until(&format!("{name} to be open"), ask, json!(name))
        .await
        .map(drop)
}

/// Opens the sample client and waits until it is stored.
pub async fn sample(s: &Session) -> Result<()> {
    visit(s, "#/library").await?;
    s.click(By::role("button", "Open the sample")).await?;
    said(s, "The sample is open").await?;
    saved(s).await
}

/// Waits for the message at the bottom.
pub async fn said(s: &Session, text: &str) -> Result<()> {
    s.wait_text(".toast p", text).await
}

/// The open client as the file that the library gives.
pub async fn exported(s: &Session) -> Result<Value> {
    visit(s, "#/library").await?;
    let file = s
        .download(By::role("button", "Save this assessment as a file"))
        .await?;
    ensure!(
        Path::new(&file.name)
            .extension()
            .is_some_and(|end| end == "json"),
        "the file is called {}",
        file.name
    );
    Ok(serde_json::from_slice(&file.bytes)?)
}

/// Gives a file to the library, as its file field does.
pub async fn import(s: &Session, name: &str, bytes: &[u8]) -> Result<()> {
    let path = s.file(name, bytes)?;
    visit(s, "#/library").await?;
    s.upload("#import", &[&path]).await
}

/// What two files must share: everything but when and by which release they were made, and the client's id and name.
pub fn content(file: &Value) -> Value {
    let mut client = file.get("client").cloned().unwrap_or_default();
    if let Some(client) = client.as_object_mut() {
        client.remove("id");
        client.remove("name");
    }
    client
}

/// The names of the saved assessments, as the library lists them.
pub async fn listed(s: &Session) -> Result<Vec<String>> {
    s.texts("tbody tr th bdi").await
}

/// The results as a person compares them: the figures of the three scores, and the titles of the gaps in order.
pub async fn results(s: &Session) -> Result<(Vec<String>, Vec<String>)> {
    visit(s, "#/results").await?;
    s.wait_for(&By::css(".score .meter__figure")).await?;
    Ok((
        s.texts(".score .meter__figure").await?,
        s.texts(".gap h3").await?,
    ))
}
