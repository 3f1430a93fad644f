//! The page's own policy holds: nothing but its own files runs or styles it.

use anyhow::{Result, ensure};
use harness::{Browser, By, Session};
use serde_json::json;

use super::steps::{SCREENS, button_from, sample, visit};

/// Neither an inline script nor a style attribute takes effect.
pub async fn in_force(s: &Session) -> Result<()> {
    visit(s, "#/").await?;
    s.take_console().await?;
    let body = "const script = document.createElement('script'); script.textContent = 'window.ran = true'; \
                document.body.append(script); \
                const holder = document.createElement('div'); \
                holder.innerHTML = '<p id=\"styled\" style=\"position: fixed\">x</p><img id=\"bad\" src=\"data:,x\" onerror=\"window.ran = true\">'; \
                document.body.append(holder); \
                return getComputedStyle(document.getElementById('styled')).position";
    let position = s.ask(body, vec![]).await?;
    // In Firefox a driver's script stands above the page's policy for the styles that it sets itself.
    ensure!(
        position == "static" || s.browser() == Browser::Firefox,
        "a style attribute took effect: {position}"
    );
    let complete = "return document.getElementById('bad').complete ? true : null";
    s.wait_until("the picture to fail", complete, json!(null))
        .await?;
    let ran = s
        .ask(
            "return window.ran ?? window.wrappedJSObject?.ran ?? null",
            vec![],
        )
        .await?;
    ensure!(ran.is_null(), "an inline script ran");
    let console = s.take_console().await?;
    ensure!(
        console.iter().any(|line| line.contains("script-src")),
        "{console:?}"
    );
    Ok(())
}

/// No screen needs what the policy forbids: no style attributes, no handlers in attributes, no inline scripts or styles. What search
/// engines read is data, which no browser runs.
pub async fn nothing_inline(s: &Session) -> Result<()> {
    sample(s).await?;
    for (address, _, name) in SCREENS {
        visit(s, address).await?;
        if name == "assess" {
            s.click(button_from("assess.depth_full")).await?;
            s.wait_for(&By::css(".groups article")).await?;
        }
        let body = "return [...document.querySelectorAll('*')].filter((e) => e.hasAttribute('style') \
                      || e.localName === 'style' || (e.localName === 'script' && !e.src && e.type !== 'application/ld+json') \
                      || [...e.attributes].some((a) => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))) \
                    .map((e) => e.outerHTML.slice(0, 200))";
        let found = s.ask(body, vec![]).await?;
        ensure!(found == json!([]), "{address}: {found}");
    }
    Ok(())
}
