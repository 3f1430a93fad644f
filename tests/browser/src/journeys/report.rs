//! Papers: each chosen, looked at, taken as files of every kind, and printed with nothing of the app around it.

use anyhow::{Context, Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

use super::steps::{button, sample, visit, words};

const PAPERS: [(&str, &str); 5] = [
    ("full", "full-report"),
    ("board", "board-page"),
    // It is the first to be shown, so that it can only be chosen after another.
    ("one-page", "one-page"),
    ("letter", "letter"),
    ("schedule", "sla-schedule"),
];

/// Every paper as a Word file, one as Markdown, and the data behind them.
pub async fn taken(s: &Session) -> Result<()> {
    sample(s).await?;
    visit(s, "#/report").await?;
    for (key, file) in PAPERS {
        // As a person does it: the label is what can be clicked.
        s.click(By::css(&format!("label:has(#paper-{key})")))
            .await?;
        let ask = "return location.hash === wanted ? true : null";
        let address = format!("#/report/{key}");
        s.wait_until(&address, ask, json!(address)).await?;
        s.assert_accessible().await?;
        let got = s.download(button("report.get.word")).await?;
        let name = format!("cedar-ridge-dental-group-{file}-");
        ensure!(got.name.starts_with(&name), "{}", got.name);
        ensure!(got.bytes.starts_with(b"PK\x03\x04"), "{}", got.name);
        ensure!(
            got.bytes
                .windows(17)
                .any(|part| part == b"word/document.xml"),
            "{} is no text document",
            got.name
        );
    }
    let clauses = s.texts(".paper__body p > .paper__number").await?.len();
    s.click(By::css("label:has(#reach-all)")).await?;
    let ask = "return document.querySelectorAll('.paper__body p > .paper__number').length > wanted ? true : null";
    s.wait_until("more clauses", ask, json!(clauses)).await?;
    s.click(By::css("#data > summary")).await?;
    for (label, ending, start) in [
        ("report.get.markdown", "md", "# "),
        ("report.get.answers", "csv", "\u{feff}"),
        ("report.get.figures", "csv", "\u{feff}"),
        ("report.get.json", "json", "{"),
    ] {
        let got = s.download(button(label)).await?;
        let text = String::from_utf8(got.bytes).context(got.name.clone())?;
        ensure!(got.name.ends_with(ending), "{}", got.name);
        ensure!(text.starts_with(start), "{}: {text:.40}", got.name);
    }
    Ok(())
}

/// On paper there is the paper alone, and the notes only after somebody said so.
pub async fn printed(s: &Session) -> Result<()> {
    sample(s).await?;
    s.open("#/report/full").await?;
    s.wait_text(
        ".paper h2",
        "Cedar Ridge Dental Group: assessment of the IT agreement",
    )
    .await?;
    s.ask(
        "window.print = () => { document.title = 'printed' }",
        vec![],
    )
    .await?;
    s.click(button("report.get.print")).await?;
    let ask = "return document.title === 'printed' ? true : null";
    s.wait_until("the dialog", ask, Value::Null).await?;
    let heads = s.texts(".paper h3").await?;
    for part in [
        "report.full.gaps",
        "report.full.answers",
        "report.full.basis",
    ] {
        let title = words(part);
        ensure!(heads.iter().any(|head| head.ends_with(&title)), "{heads:?}");
    }
    Ok(())
}
