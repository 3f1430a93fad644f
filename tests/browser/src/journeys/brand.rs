//! A firm puts its brand there: one file beside the page.

use anyhow::{Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

use super::steps::{answer, before_place, button, filled, ready, sample, saved, visit, words};

const HARBOR: &[u8] = include_bytes!("../../../../brands/harbor-dental-it.json");
const PUENTE: &[u8] = include_bytes!("../../../../brands/puente-norte.json");

const NAME: &str = ".top__brand span:last-child";

/// The color of what leads on, as the page shows it.
const ACCENT: &str =
    "return getComputedStyle(document.documentElement).getPropertyValue('--brand-accent').trim()";

/// Waits until the page is called so.
async fn called(s: &Session, name: &str) -> Result<()> {
    // The brand's language may lead to another page meanwhile.
    let drawn = "return document.querySelector('.top__brand span:last-child') ? true : null";
    s.arrived_at("the page", drawn).await?;
    match s.wait_text(NAME, name).await {
        Ok(()) => Ok(()),
        Err(_) => s.wait_text(NAME, name).await,
    }
}

/// Two firms, one release: the name, the picture, the color, the words, the screens, the catalogue.
pub async fn two_brands(s: &Session) -> Result<()> {
    s.serve(&s.branded(HARBOR)?);
    s.open("").await?;
    called(s, "Harbor Dental IT").await?;
    let drawn = "const logo = document.querySelector('.top__logo img'); return logo?.complete && logo.naturalWidth > 0 || null";
    s.wait_until("the logo", drawn, Value::Null).await?;
    let lead = s.text(".lead").await?;
    ensure!(lead.contains("dental offices"), "the lead is {lead:?}");
    let accent = s.ask(ACCENT, vec![]).await?;
    ensure!(
        accent.as_str().is_some_and(|of| of.contains("#1d4e89")),
        "the accent is {accent}"
    );
    s.assert_accessible().await?;
    s.screenshot("brand-harbor").await?;
    // The app takes over without becoming anybody else's for a moment.
    answer(s, "ML-06", "yes").await?;
    visit(s, "#/").await?;
    called(s, "Harbor Dental IT").await?;
    let title = s.web().title().await?;
    ensure!(
        title.ends_with("· Harbor Dental IT"),
        "the title is {title:?}"
    );
    ensure!(
        s.text(".foot")
            .await?
            .contains(&before_place("brand.counted_standard"))
    );

    // A database that is still being made when its page goes does not open soon in every browser.
    saved(s).await?;
    s.serve(&s.branded(PUENTE)?);
    s.reload().await?;
    called(s, "Puente Norte TI").await?;
    // The brand's language counts as long as the person has chosen none.
    let lang = "return document.documentElement.lang === wanted ? true : null";
    s.wait_until("the brand's language", lang, json!("es-US"))
        .await?;
    ready(s).await?;
    s.click("#language-en + span").await?;
    s.wait_until("the person's language", lang, json!("en-US"))
        .await?;
    ready(s).await?;
    sample(s).await?;
    visit(s, "#/results").await?;
    let standard = before_place("brand.standard_score");
    ensure!(
        s.text(".scores").await?.contains(&standard),
        "no standard score beside the brand's"
    );
    let counted = before_place("brand.counted_brand");
    ensure!(
        s.text(".foot").await?.contains(&counted),
        "the foot does not say which catalog"
    );
    ensure!(
        s.text(".top__score").await?.contains("standard"),
        "no standard figure in sight"
    );
    s.assert_accessible().await?;
    s.screenshot("brand-puente").await?;
    visit(s, "#/method").await?;
    s.wait_for(&By::css("#differs")).await?;
    let listed = s.texts("h2#differs ~ ul li").await?;
    ensure!(listed.len() == 4, "what differs: {listed:?}");
    visit(s, "#/report").await?;
    s.wait_for(&By::css(".paper")).await?;
    ensure!(s.text(".paper").await?.contains("added by Puente Norte TI"));
    // A screen that this brand has not leads to the first one.
    s.open("#/chain").await?;
    let first = "return document.title.startsWith(wanted) ? true : null";
    s.wait_until("the first screen", first, json!(words("routes.assess")))
        .await?;
    s.resize(320, 700).await?;
    let fits = "return document.documentElement.scrollWidth <= innerWidth || null";
    s.wait_until("a page that fits", fits, Value::Null).await?;
    Ok(())
}

/// Whatever the file holds, the page works and nothing of it runs.
pub async fn hostile(s: &Session) -> Result<()> {
    let with = |key: &str, value: Value| {
        let mut file: Value = serde_json::from_slice(PUENTE)?;
        if let Some(map) = file.as_object_mut() {
            map.insert(key.to_owned(), value);
        }
        anyhow::Ok(file.to_string().into_bytes())
    };
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)).into_bytes();
    let contradicts = json!({"title": "t", "intro": "i", "weights": {"XB-01": 5}});
    for (file, says) in [
        (
            with("contact", "javascript:window.ran=true".into())?,
            "contact:",
        ),
        (with("overlay", contradicts)?, "overlay.weights.XB-01:"),
        (
            with("overlay", json!({"weights": {"RM-01": 1}}))?,
            "overlay.weights.RM-01:",
        ),
        (deep, "JSON"),
        (vec![b' '; 3_000_000], "262144"),
    ] {
        s.serve(&s.branded(&file)?);
        s.open("#/library").await?;
        s.reload().await?;
        ready(s).await?;
        let told = "return document.querySelector('.foot').textContent.includes(wanted) || null";
        s.wait_until("the foot to say what is wrong", told, json!(says))
            .await?;
        ensure!(
            s.count(By::css(".banner")).await? == 0,
            "a visitor is alarmed"
        );
    }
    let markup = "<img src=x onerror=window.ran=true><b>x";
    let mut file: Value = serde_json::from_slice(&with("name", markup.into())?)?;
    if let Some(texts) = file.get_mut("texts") {
        *texts = json!({"lead": markup, "footer": markup});
    }
    s.serve(&s.branded(file.to_string().as_bytes())?);
    visit(s, "#/").await?;
    s.reload().await?;
    called(s, markup).await?;
    ensure!(
        s.count(By::css("main b, .top b, .foot b, img[src=x]"))
            .await?
            == 0,
        "markup became markup"
    );
    let ran = s
        .ask(
            "return window.ran ?? window.wrappedJSObject?.ran ?? null",
            vec![],
        )
        .await?;
    ensure!(ran.is_null(), "something ran");
    Ok(())
}

/// A web person makes a brand on the page, takes the file, and opens it again.
pub async fn edited(s: &Session) -> Result<()> {
    visit(s, "#/brand").await?;
    s.assert_accessible().await?;
    s.fill("#brand-name", "Cedar IT").await?;
    called(s, "Cedar IT").await?;
    s.fill("#brand-colors-light", "#ffd400").await?;
    let mended = filled("brand.color_mended", &[("color", "#ffd400")]);
    let mended = mended.split('{').next().unwrap_or_default().to_owned();
    let told =
        "return document.getElementById('brand-contrast').textContent.includes(wanted) || null";
    s.wait_until("the contrast to be told", told, json!(mended))
        .await?;
    s.fill("#brand-contact", "javascript:alert(1)").await?;
    s.wait_for(&By::css("#brand-contact[aria-invalid=true]"))
        .await?;
    s.assert_accessible().await?;
    s.screenshot("brand-editor").await?;
    s.fill("#brand-contact", "https://cedar.example/talk")
        .await?;
    s.wait_gone(&By::css("#brand-contact[aria-invalid=true]"))
        .await?;
    s.fill("#brand-json", r#"{"weights": {"SL-11": 3}}"#)
        .await?;
    let counted = "return document.querySelector('.foot').textContent.includes(wanted) || null";
    s.wait_until(
        "the catalog to be the brand's",
        counted,
        json!("the catalog of Cedar IT"),
    )
    .await?;
    let file = s.download(button("brand.download")).await?;
    ensure!(
        file.name.starts_with("brand"),
        "the file is called {}",
        file.name
    );
    // Only this tab had it.
    s.reload().await?;
    called(s, "SLA Gap").await?;
    ready(s).await?;
    let path = s.file("mine.json", &file.bytes)?;
    s.upload("#brand-file", &[&path]).await?;
    called(s, "Cedar IT").await?;
    ensure!(s.value(&words("brand.contact")).await? == "https://cedar.example/talk");
    s.click(button("brand.stop")).await?;
    called(s, "SLA Gap").await?;
    s.resize(320, 700).await?;
    let fits = "return document.documentElement.scrollWidth <= innerWidth || null";
    s.wait_until("a page that fits", fits, Value::Null).await?;
    Ok(())
}

/// The page is kept for use without a network; the brand's file is asked for all the same, and the last one serves without.
pub async fn replaced(s: &Session) -> Result<()> {
    s.as_released();
    s.serve(&s.branded(HARBOR)?);
    visit(s, "#/library").await?;
    let has = "return 'serviceWorker' in navigator && isSecureContext && 'caches' in window";
    if s.ask(has, vec![]).await? != json!(true) {
        println!(
            "  skipped: {} under its driver has no service worker",
            s.browser()
        );
        return Ok(());
    }
    let kept = "return navigator.serviceWorker.controller?.state === 'activated' ? true : null";
    s.wait_until("the release to be kept", kept, Value::Null)
        .await?;
    called(s, "Harbor Dental IT").await?;
    s.branded(PUENTE)?;
    s.reload_kept().await?;
    called(s, "Puente Norte TI").await?;
    s.server_gone();
    s.reload_kept().await?;
    called(s, "Puente Norte TI").await?;
    s.take_requests();
    Ok(())
}
