//! Without a network, and from one release to the next.

use anyhow::{Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

use super::steps::{button, opened, ready, saved, visit, words};

/// Whether this browser keeps a release at all. One that does not is skipped, and that is printed.
async fn able(s: &Session) -> Result<bool> {
    let has = "return 'serviceWorker' in navigator && isSecureContext && 'caches' in window";
    let able = s.ask(has, vec![]).await? == json!(true);
    if !able {
        println!(
            "  skipped: {} under its driver has no service worker",
            s.browser()
        );
    }
    Ok(able)
}

/// The first visit, until the release is kept whole and its worker in force; false where that cannot be.
async fn first_visit(s: &Session) -> Result<bool> {
    s.as_released();
    visit(s, "#/library").await?;
    if !able(s).await? {
        return Ok(false);
    }
    s.wait_until(
        "the release to be kept",
        "return navigator.serviceWorker.controller?.state === 'activated' ? true : null",
        Value::Null,
    )
    .await?;
    s.fill("#client", "Before").await?;
    saved(s).await?;
    Ok(true)
}

async fn mark(s: &Session) -> Result<Option<String>> {
    s.attribute("meta[name=mark]", "content").await
}

/// Looks for a newer release, as a browser does by itself now and then. Some tell the asker what went wrong, some do not.
async fn look(s: &Session) -> Result<()> {
    let look = "const found = await navigator.serviceWorker.getRegistration(); \
                try { await found.update() } catch {}";
    s.ask_later(look, vec![]).await.map(drop)
}

/// What was asked of a server that has another release than the one that is listed: nothing but files that it has.
fn all_found(s: &Session) -> Result<()> {
    for asked in s.take_requests() {
        ensure!(
            asked.method == "GET" && asked.status == 200,
            "{} {} ({})",
            asked.method,
            asked.path,
            asked.status
        );
    }
    Ok(())
}

/// Simulates years of so many locations that they come from the worker alone, whose program is fetched when it is first
/// needed: some years are enough.
async fn simulate(s: &Session) -> Result<()> {
    s.wait_for(&By::css(".year__row")).await?;
    s.type_into("Locations", "300").await?;
    let some = "return /^[1-9][0-9,]* of [0-9,]+ years so far|with [0-9]+,[0-9]{3},[0-9]{3} outages/ \
                .test(document.getElementById('years-status').textContent) || null";
    s.wait_until("years of many locations", some, Value::Null)
        .await
        .map(drop)
}

/// The server is gone: a reload, a link to another screen and the program of the years still come.
pub async fn without_a_server(s: &Session) -> Result<()> {
    if !first_visit(s).await? {
        return Ok(());
    }
    s.server_gone();
    s.reload_kept().await?;
    ready(s).await?;
    opened(s, "Before").await?;
    s.fill("#client", "Without a server").await?;
    saved(s).await?;
    s.open("?#/downtime").await?;
    simulate(s).await?;
    visit(s, "#/library").await?;
    opened(s, "Without a server").await?;
    s.wait_text("#device", &words("device.offline")).await
}

/// A newer release is offered while somebody types, waits, and is used on agreement with nothing lost. Another tab goes on
/// with the old one, whose files it still finds, and is told.
pub async fn update(s: &Session) -> Result<()> {
    if !first_visit(s).await? {
        return Ok(());
    }
    let first = s.this_tab().await?;
    let second = s.new_tab().await?;
    visit(s, "#/library").await?;
    // A client of its own: the same one in two tabs is another matter.
    s.click(button("library.new")).await?;
    opened(s, "").await?;
    s.look_at(&first).await?;
    all_found(s)?;
    s.serve(&s.newer_release("second")?);
    s.fill("#client", "Half").await?;
    look(s).await?;
    s.wait_text(".banner h2", &words("device.newer_title"))
        .await?;
    s.assert_accessible().await?;
    let field = s.find(&By::css("#client")).await?;
    field.send_keys(" and whole").await?;
    ensure!(
        mark(s).await?.is_none(),
        "the page changed while somebody typed"
    );
    s.click(button("device.newer_use")).await?;
    arrived(s).await?;
    opened(s, "Half and whole").await?;
    ensure!(
        s.count(By::css(".banner")).await? == 0,
        "it is offered again"
    );
    s.look_at(&second).await?;
    s.wait_text(".banner h2", &words("device.behind_title"))
        .await?;
    ensure!(mark(s).await?.is_none(), "the other tab was not asked");
    s.open("#/downtime").await?;
    simulate(s).await?;
    s.click(button("device.behind_use")).await?;
    arrived(s).await?;
    simulate(s).await?;
    // The older release goes once a single tab is left that cannot need it.
    releases(s, 2).await?;
    s.look_at(&first).await?;
    s.close_for(&second).await?;
    s.reload_kept().await?;
    releases(s, 1).await?;
    all_found(s)
}

/// Waits until so many releases are kept.
async fn releases(s: &Session, count: usize) -> Result<()> {
    let ask = "const until = Date.now() + 8000; let kept; \
               do { kept = (await caches.keys()).length; await new Promise((done) => setTimeout(done, 50)); } \
               while (kept !== arguments[0] && Date.now() < until); return kept";
    let kept = s.ask_later(ask, vec![json!(count)]).await?;
    ensure!(kept == json!(count), "{kept} releases are kept");
    Ok(())
}

async fn arrived(s: &Session) -> Result<()> {
    let newer = "return document.querySelector('meta[name=mark]') ? true : null";
    s.arrived_at("the newer release", newer).await?;
    ready(s).await
}

/// A newer release of which a part does not come: the old one stays in force, nothing is said, and it is tried again.
pub async fn half(s: &Session) -> Result<()> {
    if !first_visit(s).await? {
        return Ok(());
    }
    all_found(s)?;
    let folder = s.newer_release("half")?;
    let page = folder.join("index.html");
    let whole = fs::read(&page)?;
    // A part that is not there, and then one that is cut short.
    fs::rename(&page, folder.join("away"))?;
    nothing_new(s, &folder).await?;
    fs::write(&page, whole.get(..whole.len() / 2).unwrap_or_default())?;
    nothing_new(s, &folder).await?;
    s.reload_kept().await?;
    ready(s).await?;
    opened(s, "Before").await?;
    ensure!(mark(s).await?.is_none(), "half a release is in force");
    ensure!(
        s.count(By::css(".banner")).await? == 0,
        "something alarming is said"
    );
    fs::write(&page, whole)?;
    look(s).await?;
    s.wait_text(".banner h2", &words("device.newer_title"))
        .await?;
    s.click(button("device.newer_later")).await?;
    s.wait_gone(&By::css(".banner")).await?;
    // What did not come was asked for: that is what this is about.
    s.take_requests();
    s.take_console().await.map(drop)
}

/// Looks for a release that cannot be had, until that is over.
async fn nothing_new(s: &Session, folder: &Path) -> Result<()> {
    s.serve(folder);
    look(s).await?;
    let over = "const found = await navigator.serviceWorker.getRegistration(); const until = Date.now() + 8000; \
                while (found.installing && Date.now() < until) await new Promise((done) => setTimeout(done, 50)); \
                return [!!found.installing, !!found.waiting, !!found.active, (await caches.keys()).length]";
    let state = s.ask_later(over, vec![]).await?;
    ensure!(
        state == json!([false, false, true, 1]),
        "after half a release: {state}"
    );
    Ok(())
}

/// No room for a release: the page works from its server, and the library says in a sentence that it is not kept.
pub async fn full(s: &Session) -> Result<()> {
    s.as_released();
    let folder = s.newer_release("full")?;
    let worker = fs::read_to_string(folder.join("sw.js"))?;
    let refuse = "Cache.prototype.put = async () => { throw new DOMException('full by the test', 'QuotaExceededError'); };\n";
    fs::write(folder.join("sw.js"), format!("{refuse}{worker}"))?;
    s.serve(&folder);
    visit(s, "#/library").await?;
    if !able(s).await? {
        s.take_requests();
        return Ok(());
    }
    s.wait_text("#device", &words("device.not_offline")).await?;
    let kept = "const found = await navigator.serviceWorker.getRegistration(); \
                return [!!found?.active, (await caches.keys()).length]";
    let kept = s.ask_later(kept, vec![]).await?;
    ensure!(kept == json!([false, 0]), "without room there is {kept}");
    s.fill("#client", "No room").await?;
    saved(s).await?;
    s.reload_kept().await?;
    ready(s).await?;
    opened(s, "No room").await?;
    ensure!(
        s.count(By::css(".banner")).await? == 0,
        "something alarming is said"
    );
    all_found(s)
}

/// Where the browser has neither workers nor word of its room, as over plain http, the page does without and says nothing.
pub async fn plain(s: &Session) -> Result<()> {
    s.before_page("delete Navigator.prototype.serviceWorker; delete Navigator.prototype.storage;");
    visit(s, "#/library").await?;
    s.fill("#client", "Plain").await?;
    saved(s).await?;
    ensure!(
        s.count(By::css("#device, .banner")).await? == 0,
        "something is said of what there is not"
    );
    let asked = s.requests();
    ensure!(
        !asked.iter().any(|asked| asked.path == "sw.js"),
        "the worker was asked for"
    );
    Ok(())
}

/// What a browser looks at before it offers to install the page.
pub async fn installable(s: &Session) -> Result<()> {
    visit(s, "#/library").await?;
    let ask = "const link = document.querySelector('link[rel=manifest]').href; \
               const app = await (await fetch(link)).json(); \
               const wrong = []; \
               for (const icon of app.icons) { \
                 const image = new Image(); image.src = new URL(icon.src, link).href; await image.decode(); \
                 if (icon.sizes !== 'any' && icon.sizes !== `${image.naturalWidth}x${image.naturalHeight}`) wrong.push(icon); \
               } \
               const start = new URL(app.start_url, link).href, scope = new URL(app.scope, link).href; \
               return { wrong, sizes: app.icons.map((icon) => `${icon.sizes} ${icon.purpose}`), name: app.name, \
                        display: app.display, inside: start.startsWith(scope) && location.href.startsWith(scope) }";
    let app = s.ask_later(ask, vec![]).await?;
    let wanted = json!({
        "wrong": [], "name": words("common.brand"), "display": "standalone", "inside": true,
        "sizes": ["any any", "192x192 any", "192x192 maskable", "512x512 any", "512x512 maskable"],
    });
    ensure!(app == wanted, "{app}");
    Ok(())
}
