//! The harness itself: its words do what a person does, and what must be noticed is noticed.

use anyhow::{Result, ensure};
use harness::{Browser, By, Emulated, Key, Scheme, Session};
use serde_json::Value;

/// A page of our own within the page: fields, buttons, a file to get and one to give.
const FORM: &str = r#"
    document.body.innerHTML = `<main><h1>Trial</h1>
      <label for="name">Your name</label><input id="name" value="old">
      <label><input type="checkbox" id="box"> I agree</label>
      <label>Period <select id="period"><option>Month</option><option>Year</option></select></label>
      <button id="late">Show <b>later</b></button> <button hidden>Hidden</button>
      <p id="out"></p>
      <label>File <input type="file" id="file"></label>
      <a id="get" download="trial.json">Export</a></main>`;
    const byId = (id) => document.getElementById(id);
    byId("late").onclick = () => setTimeout(() => { byId("out").textContent = "Here it is"; }, 60);
    byId("name").onkeydown = (event) => { if (event.key === "Enter") byId("out").textContent = "Entered"; };
    byId("file").onchange = async () => { byId("out").textContent = await byId("file").files[0].text(); };
    byId("get").href = URL.createObjectURL(new Blob(['{"a":1}'], { type: "application/json" }));"#;

/// Fields, keys, waiting.
pub async fn hands(s: &Session) -> Result<()> {
    s.open("").await?;
    s.ask(FORM, vec![]).await?;
    s.type_into("Your name", "Ada <b>").await?;
    ensure!(
        s.value("Your name").await? == "Ada <b>",
        "typed {:?}",
        s.value("Your name").await?
    );
    s.press(Key::Enter).await?;
    s.wait_text("#out", "Entered").await?;
    s.press(Key::Tab).await?;
    ensure!(
        s.focused().await? == "checkbox \"I agree\"",
        "the focus is on {}",
        s.focused().await?
    );
    s.press(" ").await?;
    ensure!(s.value("I agree").await? == "true");
    s.click(By::role("checkbox", "I agree")).await?;
    ensure!(s.value("I agree").await? == "false");
    s.choose("Period...", "Year").await?;
    ensure!(s.value("Period...").await? == "Year");
    s.click(By::role("button", "Show later")).await?;
    s.wait_for(&By::text("Here it is")).await?;
    ensure!(s.count(By::role("button", "Hidden")).await? == 0);
    s.wait_gone(&By::text("Entered")).await?;
    ensure!(s.text("h1").await? == "Trial");
    ensure!(s.texts("button").await? == ["Show later"]);
    s.assert_accessible().await
}

/// A download, an upload, and a second person with the same page.
pub async fn files(s: &Session) -> Result<()> {
    s.open("").await?;
    s.ask(FORM, vec![]).await?;
    let file = s.download(By::role("link", "Export")).await?;
    ensure!(
        file.name == "trial.json" && file.bytes == b"{\"a\":1}",
        "{file:?}"
    );
    let again = s.file("again.json", b"given back")?;
    s.upload("#file", &[&again]).await?;
    s.wait_text("#out", "given back").await?;
    s.ask("localStorage.setItem('mine', 'yes')", vec![]).await?;
    s.reload().await?;
    ensure!(
        s.ask("return localStorage.getItem('mine')", vec![]).await? == "yes",
        "a reload forgets"
    );
    let other = s.another().await?;
    other.open("").await?;
    let theirs = other
        .ask("return localStorage.getItem('mine')", vec![])
        .await;
    other.end().await?;
    ensure!(theirs? == Value::Null, "another person sees what is ours");
    Ok(())
}

/// Sizes down to a small telephone's, and the system's colors.
pub async fn window(s: &Session) -> Result<()> {
    s.open("").await?;
    for width in [1280, 320] {
        s.resize(width, 700).await?;
        ensure!(
            s.overflow().await? == 0,
            "the page does not fit in {width} pixels"
        );
    }
    for scheme in [Scheme::Dark, Scheme::Light] {
        let emulated = s.prefer(scheme).await?;
        ensure!(
            emulated == Emulated::Yes || s.browser() == Browser::WebKit,
            "{scheme:?} is not emulated"
        );
    }
    Ok(())
}

/// Errors, requests beside the list and broken rules do not pass unseen.
pub async fn alarms(s: &Session) -> Result<()> {
    s.open("").await?;
    ensure!(s.take_console().await?.is_empty());
    s.take_requests();
    let body = "const image = document.createElement('img'); image.src = 'stray.png'; image.id = 'stray'; \
                const script = document.createElement('script'); script.textContent = 'window.ran = true'; \
                document.body.append(image, script); return window.ran ?? null";
    ensure!(
        s.ask(body, vec![]).await? == Value::Null,
        "an inline script ran"
    );
    let ask = "return document.getElementById('stray').complete ? true : null";
    s.wait_until("the stray picture", ask, Value::Null).await?;
    let requests = s.take_requests();
    ensure!(
        requests
            .iter()
            .any(|request| request.path == "stray.png" && request.status == 404),
        "{requests:?}"
    );
    let violations = s.axe().await?;
    ensure!(
        violations
            .iter()
            .any(|found| found.id == "image-alt" && found.places == ["#stray"]),
        "{violations:?}"
    );
    let console = s.take_console().await?;
    ensure!(
        console.iter().any(|line| line.contains("stray.png")),
        "{console:?}"
    );
    ensure!(
        console.iter().any(|line| line.contains("script-src")),
        "{console:?}"
    );
    s.ask(
        "setTimeout(() => { throw new Error('thrown in the page') })",
        vec![],
    )
    .await?;
    s.reload().await?;
    let console = s.take_console().await?;
    // In Firefox a driver's script runs beside the page, and so does what it throws.
    let beside = s.browser() == Browser::Firefox;
    let thrown = console
        .iter()
        .any(|line| line.contains("thrown in the page"));
    ensure!(beside || thrown, "{console:?}");
    s.take_requests();
    Ok(())
}
