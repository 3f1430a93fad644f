//! After the result, a way to the firm whose brand the page has; the person sees and edits what goes out.

use anyhow::{Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

use super::steps::{answer, ready, sample, visit, words};

const HARBOR: &[u8] = include_bytes!("../../../../brands/harbor-dental-it.json");
const INVITATION: &str = ".verdict__contact a";

/// Nothing before the fourth answer; then the summary, edited, in an e-mail that is never sent here.
pub async fn after_the_result(s: &Session) -> Result<()> {
    s.serve(&s.branded(HARBOR)?);
    s.open("").await?;
    for id in ["ML-06", "ML-05", "ML-02"] {
        answer(s, id, "no").await?;
        ensure!(
            s.count(By::css(INVITATION)).await? == 0,
            "asked before the result"
        );
    }
    visit(s, "#/results").await?;
    ensure!(
        s.count(By::css("#contact")).await? == 0,
        "asked before the result"
    );
    visit(s, "#/").await?;
    answer(s, "SC-01", "no").await?;
    ready(s).await?;
    s.click(INVITATION).await?;
    s.wait_text("#contact", "Talk to Harbor Dental IT").await?;
    s.assert_accessible().await?;
    let summary = s.value(&words("contact.summary")).await?;
    ensure!(
        summary.contains("Harbor Dental IT") && summary.lines().count() > 8,
        "{summary}"
    );
    let first = s.attribute(".contact a.button--primary", "href").await?;
    ensure!(
        first.is_some_and(|href| href.contains("%0D%0A")),
        "no lines in the e-mail"
    );
    s.fill("#contact-summary", "Call me & bring 50% of it. Ñ")
        .await?;
    let ask = "const link = document.querySelector('.contact a.button--primary'); \
               return link?.href.includes('Call%20me') ? link.href : null";
    let href = s
        .wait_until("the edited summary in the e-mail", ask, Value::Null)
        .await?;
    let href = href.as_str().unwrap_or_default();
    ensure!(
        href.starts_with("mailto:hello@harbor-dental-it.example?"),
        "{href}"
    );
    ensure!(
        href.contains("body=Call%20me%20%26%20bring%2050%25%20of%20it.%20%C3%91"),
        "{href}"
    );
    // The sample has more to say than every mail program takes: the link stays short.
    sample(s).await?;
    visit(s, "#/results").await?;
    let length = "return document.querySelector('.contact a.button--primary')?.href.length ?? null";
    let length = s.wait_until("the e-mail", length, json!(null)).await?;
    ensure!(
        length.as_u64().is_some_and(|length| length <= 1_900),
        "{length} letters"
    );
    Ok(())
}
