//! What passes between the frame and the page around: only between those two, and never too much of it.

use anyhow::{Result, ensure};
use harness::{By, Session};
use serde_json::json;

use super::embed::{FRAME, answer, click, fitted, four, page};
use super::steps::filled;

/// Nobody but the declared host is told anything, and nobody but it is heard.
pub async fn strangers(s: &Session) -> Result<()> {
    // A page that says it is another.
    let src = format!(
        "{}index.html#/embed?host=https%3A%2F%2Fexample.com&height=auto&result=ask",
        s.url()
    );
    let liar = format!(
        "<!doctype html><title>Liar</title><script>window.heard = []; addEventListener('message', (e) => heard.push(e.data))</script>\
         <iframe src=\"{src}\" width=\"600\" height=\"600\"></iframe>"
    );
    let sly = "<!doctype html><title>Sly</title><script>addEventListener('message', () => { \
               parent.frames[0].postMessage({ source: 'sla-gap-host', version: 1, type: 'theme', theme: 'dark' }, '*'); \
               parent.postMessage({ source: 'sla-gap', version: 1, type: 'height', height: 111 }, '*'); \
               parent.postMessage('done', '*') })</script>";
    let honest = format!(
        "{}<iframe src=\"sly.html\" id=\"sly\"></iframe>",
        page(s, "")
    );
    let host = s.host(&[
        ("liar.html", &liar),
        ("sly.html", sly),
        ("index.html", &honest),
    ])?;
    s.open_host(&host, "liar.html").await?;
    s.into_frame(FRAME).await?;
    four(s, "no").await?;
    click(
        s,
        By::role(
            "button",
            &filled("embed.ask_yes", &[("host", "example.com")]),
        ),
    )
    .await?;
    s.wait_text(".consent", "example.com").await?;
    s.out_of_frame().await?;
    ensure!(
        s.ask("return heard", vec![]).await? == json!([]),
        "a stranger was told"
    );
    let send = "frames[0].postMessage({ source: 'sla-gap-host', version: 1, type: 'theme', theme: 'dark' }, '*')";
    s.ask(send, vec![]).await?;
    s.into_frame(FRAME).await?;
    ensure!(theme(s).await? == "device", "a stranger was heard");
    s.out_of_frame().await?;
    // Browsers say to whom a message was not given.
    s.take_console().await?;

    s.open_host(&host, "").await?;
    s.into_frame(FRAME).await?;
    fitted(s).await?;
    s.out_of_frame().await?;
    s.ask("frames[1].postMessage('go', '*')", vec![]).await?;
    s.wait_until(
        "the sly frame",
        "return heard.includes('done') || null",
        json!(null),
    )
    .await?;
    let now = s
        .ask(
            "return document.querySelector('iframe').offsetHeight",
            vec![],
        )
        .await?;
    ensure!(now != json!(111), "the sly frame was believed");
    // What the host itself says comes after what the other has said.
    s.ask(&send.replace("dark", "contrast"), vec![]).await?;
    s.into_frame(FRAME).await?;
    let ask = "return document.documentElement.dataset.theme === 'contrast' ? true : null";
    s.wait_until("the host's theme", ask, json!(null)).await?;
    s.out_of_frame().await
}

async fn theme(s: &Session) -> Result<String> {
    let theme = s
        .ask("return document.documentElement.dataset.theme", vec![])
        .await?;
    Ok(theme.as_str().unwrap_or_default().to_owned())
}

/// A million messages from the host end harmlessly.
pub async fn million(s: &Session) -> Result<()> {
    let host = s.host(&[("index.html", &page(s, ""))])?.near();
    s.open_host(&host, "").await?;
    s.into_frame(FRAME).await?;
    fitted(s).await?;
    s.out_of_frame().await?;
    let body = "const frame = document.querySelector('iframe').contentWindow; \
                const kinds = [{ source: 'sla-gap-host', type: 'theme', theme: 'light' }, { source: 'sla-gap-host', type: 'result' }, 'x', 7, null, \
                  { source: 'sla-gap-host', type: 'theme', theme: 'x'.repeat(10000) }]; \
                for (let i = 0; i < 1000000; i++) { frame.postMessage(kinds[i % kinds.length], '*'); \
                  if (i % 10000 === 0) await new Promise((go) => setTimeout(go)); } \
                frame.postMessage({ source: 'sla-gap-host', version: 1, type: 'theme', theme: 'dark' }, '*')";
    s.ask_later(body, vec![]).await?;
    s.into_frame(FRAME).await?;
    let ask = "return document.documentElement.dataset.theme === 'dark' ? true : null";
    // A busy machine has some of the million still to deliver.
    let mut heard = s.wait_until("the last message", ask, json!(null)).await;
    for _ in 0..5 {
        if heard.is_err() {
            heard = s.wait_until("the last message", ask, json!(null)).await;
        }
    }
    heard?;
    answer(s, "ML-06", "yes").await?;
    fitted(s).await?;
    s.out_of_frame().await
}
