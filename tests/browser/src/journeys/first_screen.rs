//! The first screen stands in the page itself: it can be read and used before its program has come, and without any.

use anyhow::{Result, ensure};
use harness::Session;
use serde_json::{Value, json};

use super::steps::{answered, filled, words};

/// Waits until the screen is there that the release holds, with its program still on its way.
async fn drawn(s: &Session) -> Result<()> {
    let ask = "return document.querySelector('#app.first h1') ? true : null";
    s.wait_until("the first screen", ask, Value::Null)
        .await
        .map(drop)
}

/// The programs are held back: the questions are there, an answer and the focus are not lost when the program comes.
pub async fn before_the_program(s: &Session) -> Result<()> {
    s.hold_programs(true);
    s.load("").await?;
    drawn(s).await?;
    ensure!(s.text("h1").await? == words("assess.title"));
    let questions = s.ask(
        "return document.querySelectorAll('#app.first fieldset').length",
        vec![],
    );
    ensure!(questions.await? == json!(4), "not four questions");
    s.click("#ML-06-yes + span").await?;
    s.click("#ML-05-no + span").await?;
    ensure!(s.ask("return document.activeElement.id", vec![]).await? == json!("ML-05-no"));
    s.hold_programs(false);
    s.program_came().await?;
    answered(s, "ML-06", "yes").await?;
    answered(s, "ML-05", "no").await?;
    let range = filled("assess.verdict_range", &[("low", "1"), ("high", "3")]);
    s.wait_text(".verdict__figure", &range).await?;
    let ask = "return document.activeElement.id === wanted ? true : null";
    s.wait_until("the focus where it was", ask, json!("ML-05-no"))
        .await
        .map(drop)
}

/// A button pressed before the program is there is not lost either.
pub async fn pressed_early(s: &Session) -> Result<()> {
    s.hold_programs(true);
    s.load("").await?;
    drawn(s).await?;
    s.click("#ML-06-partly + span").await?;
    s.click("#go-on").await?;
    s.hold_programs(false);
    super::steps::ready(s).await?;
    answered(s, "ML-06", "partly").await
}

/// Who comes for another screen, or comes back, does not see the first one flash by.
pub async fn not_in_the_way(s: &Session) -> Result<()> {
    s.hold_programs(true);
    s.load("#/downtime").await?;
    let hidden = "const app = document.querySelector('#app.first');
        return app ? getComputedStyle(app).visibility : null";
    let seen = s.wait_until("the page", hidden, Value::Null).await?;
    ensure!(seen == json!("hidden"), "the first screen is {seen}");
    s.hold_programs(false);
    s.program_came().await
}

/// In a frame where no script may run, both pages can be read: questions, verdicts, what people ask.
pub async fn without_scripts(s: &Session) -> Result<()> {
    for (page, lang) in [("index.html", "en-US"), ("es.html", "es-US")] {
        // A page of the same origin without a policy of its own, so that it may hold a frame.
        s.load("embed-sample.html").await?;
        let ask = "
            const frame = document.createElement('iframe');
            frame.sandbox = 'allow-same-origin';
            frame.width = 800;
            frame.src = wanted[0];
            const loaded = new Promise((done) => { frame.onload = done; });
            document.body.append(frame);
            await loaded;
            const inner = frame.contentDocument;
            return [inner.documentElement.lang, inner.title, inner.body.innerText,
                inner.querySelectorAll('noscript h3').length, getComputedStyle(inner.querySelector('#app')).visibility];";
        let found = s
            .ask_later(&ask.replace("wanted", "arguments[0]"), vec![json!([page])])
            .await?;
        ensure!(found[0] == json!(lang), "{page} is in {}", found[0]);
        let text = found[2].as_str().unwrap_or_default();
        ensure!(
            text.len() > 5_000,
            "{page} has {} letters to read",
            text.len()
        );
        ensure!(
            found[3].as_u64() > Some(12),
            "{page} has {} headings",
            found[3]
        );
        ensure!(
            found[4] == json!("visible"),
            "the first screen is {}",
            found[4]
        );
        if lang == "en-US" {
            for key in ["assess.title", "assess.lead"] {
                ensure!(text.contains(&words(key)), "{page} lacks `{}`", words(key));
            }
        }
    }
    // The browser tells that it ran no script, which is what was asked for.
    s.take_console().await?;
    Ok(())
}
