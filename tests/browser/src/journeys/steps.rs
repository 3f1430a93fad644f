//! What a person does in this app, for all journeys.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

/// Every screen: its address, the key of the name in its title, and a name for files.
pub const SCREENS: [(&str, &str, &str); 13] = [
    ("#/", "routes.assess", "assess"),
    ("#/commitments", "routes.commitments", "commitments"),
    ("#/results", "routes.results", "results"),
    ("#/compare", "routes.compare", "compare"),
    ("#/report", "routes.report", "report"),
    ("#/report/schedule", "routes.report", "report-schedule"),
    ("#/downtime", "routes.downtime", "downtime"),
    ("#/response", "routes.response", "response"),
    ("#/chain", "routes.chain", "chain"),
    ("#/library", "routes.library", "library"),
    ("#/learn", "routes.learn", "learn"),
    ("#/method", "routes.method", "method"),
    ("#/brand", "routes.brand", "brand"),
];

/// The themes, by the keys of their choice.
pub const THEMES: [&str; 3] = ["light", "dark", "contrast"];

/// The app's own words: the content files, so that a better word there is not an error here.
const WORDS: [(&str, &str); 21] = [
    (
        "assess",
        include_str!("../../../../content/en/ui/assess.json"),
    ),
    (
        "brand",
        include_str!("../../../../content/en/ui/brand.json"),
    ),
    (
        "chain",
        include_str!("../../../../content/en/ui/chain.json"),
    ),
    (
        "commitments",
        include_str!("../../../../content/en/ui/commitments.json"),
    ),
    (
        "common",
        include_str!("../../../../content/en/ui/common.json"),
    ),
    (
        "compare",
        include_str!("../../../../content/en/ui/compare.json"),
    ),
    (
        "dates",
        include_str!("../../../../content/en/ui/dates.json"),
    ),
    (
        "device",
        include_str!("../../../../content/en/ui/device.json"),
    ),
    (
        "downtime",
        include_str!("../../../../content/en/ui/downtime.json"),
    ),
    (
        "embed",
        include_str!("../../../../content/en/ui/embed.json"),
    ),
    (
        "library",
        include_str!("../../../../content/en/ui/library.json"),
    ),
    (
        "locked",
        include_str!("../../../../content/en/ui/locked.json"),
    ),
    (
        "versions",
        include_str!("../../../../content/en/ui/versions.json"),
    ),
    (
        "present",
        include_str!("../../../../content/en/ui/present.json"),
    ),
    (
        "response",
        include_str!("../../../../content/en/ui/response.json"),
    ),
    (
        "report",
        include_str!("../../../../content/en/ui/report.json"),
    ),
    (
        "results",
        include_str!("../../../../content/en/ui/results.json"),
    ),
    (
        "routes",
        include_str!("../../../../content/en/ui/routes.json"),
    ),
    (
        "contact",
        include_str!("../../../../content/en/ui/contact.json"),
    ),
    (
        "share",
        include_str!("../../../../content/en/ui/share.json"),
    ),
    (
        "storage",
        include_str!("../../../../content/en/ui/storage.json"),
    ),
];

/// The words of a key such as `library.export`. A key that is not there stands for itself, which no page shows.
pub fn words(key: &str) -> String {
    let mut steps = key.split('.');
    let file = steps.next().unwrap_or_default();
    let text = WORDS.iter().find(|(name, _)| *name == file);
    let mut value: Value = text
        .and_then(|(_, text)| serde_json::from_str(text).ok())
        .unwrap_or_default();
    for step in steps {
        value = value.get(step).cloned().unwrap_or_default();
    }
    value.as_str().unwrap_or(key).to_owned()
}

/// The words of a key with its places filled.
pub fn filled(key: &str, values: &[(&str, &str)]) -> String {
    let mut text = words(key);
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// What follows the last place to be filled in the words of a key.
pub fn after_place(key: &str) -> String {
    let text = words(key);
    let end = text.rsplit('}').next().unwrap_or_default();
    end.trim().to_owned()
}

/// What precedes the first place to be filled in the words of a key.
pub fn before_place(key: &str) -> String {
    let text = words(key);
    let start = text.split('{').next().unwrap_or_default();
    start.trim().to_owned()
}

/// The button with the words of a key.
pub fn button(key: &str) -> By {
    By::role("button", &words(key))
}

/// The button with the words of a key that names something.
pub fn button_for(key: &str, name: &str) -> By {
    By::role("button", &filled(key, &[("name", name)]))
}

/// The button whose name begins with the words of a key.
pub fn button_from(key: &str) -> By {
    By::role("button", &format!("{}...", words(key)))
}

/// The link with the words of a key.
pub fn link(key: &str) -> By {
    By::role("link", &words(key))
}

/// Goes to a screen of the app by its address and waits until it is shown with the whole catalogue.
pub async fn visit(s: &Session, address: &str) -> Result<()> {
    s.open(address).await?;
    let screen = SCREENS
        .iter()
        .find(|(of, _, _)| *of == address)
        .context("no such screen")?;
    // A first visitor has the entrance, whose button leads into the app; another screen's address does so by itself.
    if address == "#/" {
        s.ask("document.getElementById('go-on')?.click()", vec![])
            .await?;
    }
    ready(s).await?;
    let ask = "return document.title.startsWith(wanted + ' ·') ? true : null";
    let name = words(screen.1);
    s.wait_until(&format!("the screen {name}"), ask, json!(name))
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
    let ask = "return squeeze(document.querySelector('.top__kept')?.textContent) === wanted ? true : null";
    s.wait_until("everything to be stored", ask, json!(words("common.saved")))
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
    s.click(button("library.sample")).await?;
    said(s, &words("library.sample_opened")).await?;
    saved(s).await
}

/// Waits for the message at the bottom.
pub async fn said(s: &Session, text: &str) -> Result<()> {
    s.wait_text(".toast p", text).await
}

/// The open client as the file that the library gives.
pub async fn exported(s: &Session) -> Result<Value> {
    visit(s, "#/library").await?;
    let file = s.download(button("library.export")).await?;
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
