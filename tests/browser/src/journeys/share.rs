//! A result as a link: made here, opened by somebody else, looked at, compared, kept; and links that are none.

use anyhow::{Context, Result, ensure};
use base64ct::{Base64UrlUnpadded, Encoding};
use flate2::{Compress, Compression, Crc, FlushCompress};
use harness::{Browser, By, Key, Session};
use serde_json::{Value, json};

use super::steps::{
    answer, button, content, exported, filled, listed, ready, results, said, sample, saved, visit,
    words,
};

/// A link of the first release.
const FIRST: &str = include_str!("../../../../engine/tests/fixtures/link-v1.txt");
const TITLE: &str = "#page-title";

fn place(text: &str) -> String {
    format!("#/shared/{}", text.trim())
}

/// The link on the screen of the papers, as its place in the page.
async fn made(s: &Session) -> Result<String> {
    let link = s.value(&words("share.link.label")).await?;
    let place = link.strip_prefix(&s.url());
    Ok(place
        .with_context(|| format!("the link is {link}"))?
        .to_owned())
}

/// Waits until the link is another one.
async fn made_anew(s: &Session, before: &str) -> Result<String> {
    let ask = "const link = document.getElementById('share-link')?.value; return link && !link.endsWith(wanted) ? true : null";
    s.wait_until("another link", ask, json!(before)).await?;
    made(s).await
}

/// What came with a link is shown.
async fn seen(s: &Session, title: &str) -> Result<()> {
    s.wait_text(TITLE, title).await?;
    s.wait_for(&By::css(".score .meter__figure")).await
}

/// The same results in a fresh profile, without names; a shorter link with its code; nothing stored over there.
pub async fn another_profile(s: &Session) -> Result<()> {
    sample(s).await?;
    let (figures, gaps) = results(s).await?;
    s.click(By::role("link", &words("share.to_share"))).await?;
    s.wait_for(&By::css("#share:focus")).await?;
    let whole = made(s).await?;
    s.click(By::css("#share-names")).await?;
    let named = made_anew(s, &whole).await?;
    ensure!(whole.len() < named.len(), "names make a link longer");
    s.click(By::css(".share__code summary")).await?;
    s.click(button("share.qr.shorter")).await?;
    let short = made_anew(s, &named).await?;
    s.wait_for(&By::role("img", &words("share.qr.name")))
        .await?;
    ensure!(short.len() < whole.len() / 2, "{}", short.len());
    let size = s.text("#share-size").await?;
    ensure!(size.contains(&words("share.link.fits")), "{size}");

    let other = s.another().await?;
    let client = "Cedar Ridge Dental Group";
    let named_title = filled("share.shared.title_named", &[("name", client)]);
    for (link, title) in [
        (&whole, words("share.shared.title")),
        (&named, named_title.clone()),
        (&short, named_title),
    ] {
        // Also while the page is open, as a link that is pasted into the address.
        other.open(link).await?;
        seen(&other, &title).await?;
        let there = other.texts(".score .meter__figure").await?;
        ensure!(there == figures, "{there:?} for {figures:?}");
        let there = other.texts(".gap h3").await?;
        // Hours decide the order of the gaps, and the short link has none.
        ensure!(*link == short || there == gaps, "{there:?} for {gaps:?}");
        ensure!(other.text(".shared__visit h2").await? == words("share.shared.visitor"));
        ensure!(other.count(button("share.shared.compare")).await? == 0);
        ensure!(other.count(By::css(".top__score a")).await? == 0);
    }
    visit(&other, "#/library").await?;
    ensure!(listed(&other).await?.is_empty());
    other.end().await
}

/// A link of the first release, beside one's own and then kept: what was stored stays as it was.
pub async fn kept(s: &Session) -> Result<()> {
    visit(s, "#/").await?;
    s.type_into(&words("assess.client"), "Our own").await?;
    for (id, key) in [("ML-06", "no"), ("ML-05", "yes")] {
        answer(s, id, key).await?;
    }
    saved(s).await?;
    let before = content(&exported(s).await?);
    s.open(&place(FIRST)).await?;
    let title = [("name", "Example Dental Group")];
    seen(s, &filled("share.shared.title_named", &title)).await?;
    s.click(button("share.shared.compare")).await?;
    ready(s).await?;
    s.wait_for(&By::css("#compare-answers")).await?;
    let heads = s.texts("#compare-answers ~ .table-frame thead th").await?;
    let column = filled("share.shared.column_named", &title);
    ensure!(
        heads.len() == 3 && heads[1].starts_with(&column) && heads[2].starts_with("Our own"),
        "{heads:?}"
    );
    s.open(&place(FIRST)).await?;
    s.click(button("share.shared.keep")).await?;
    let name = filled("share.shared.kept_named", &title);
    said(s, &filled("share.shared.kept", &[("name", &name)])).await?;
    ready(s).await?;
    saved(s).await?;
    // After another start too.
    visit(s, "#/library").await?;
    s.reload().await?;
    super::steps::opened(s, &name).await?;
    let mut names = listed(s).await?;
    names.sort();
    ensure!(names == [name.clone(), "Our own".to_owned()], "{names:?}");
    s.click(By::role(
        "button",
        &filled("library.open_named", &[("name", "Our own")]),
    ))
    .await?;
    super::steps::opened(s, "Our own").await?;
    let after = content(&exported(s).await?);
    ensure!(after == before, "{after} for {before}");
    // A copy that is taken back.
    s.open(&place(FIRST)).await?;
    s.click(button("share.shared.keep")).await?;
    said(s, &filled("share.shared.kept", &[("name", &name)])).await?;
    s.click(By::css(".toast .actions .button:first-child"))
        .await?;
    said(s, &filled("share.shared.removed", &[("name", &name)])).await?;
    visit(s, "#/library").await?;
    super::steps::opened(s, "Our own").await?;
    ensure!(listed(s).await?.len() == 2);
    Ok(())
}

/// A link with the right sum that would become 700 megabytes.
fn bomb() -> Result<String> {
    let mut deflate = Compress::new(Compression::best(), false);
    let mut block = Vec::with_capacity(100_000);
    deflate.compress_vec(&vec![b' '; 1_000_000], &mut block, FlushCompress::Full)?;
    let deflated = block.repeat(700);
    let mut sum = Crc::new();
    sum.update(&deflated);
    let bytes = [&sum.sum().to_be_bytes()[..], &deflated].concat();
    let text = format!("1{}", Base64UrlUnpadded::encode_string(&bytes));
    ensure!((500_000..1_000_000).contains(&text.len()), "{}", text.len());
    Ok(text)
}

/// Cut off, changed, of another kind, made to do harm: a plain sentence, at once, and the page goes on.
pub async fn damaged(s: &Session) -> Result<()> {
    let first = FIRST.trim();
    let changed = first.replacen("A", "B", 1);
    for (text, why) in [
        (&first[..first.len() / 2], "damaged"),
        (&*changed, "damaged"),
        ("", "empty"),
        ("7AAAA", "newer"),
        ("hello", "not_ours"),
    ] {
        s.open(&place(text)).await?;
        s.wait_text(TITLE, &words("share.refused.title")).await?;
        s.wait_text(".lead", &words(&format!("share.refused.{why}")))
            .await?;
    }
    // What inflating all of it would take is more than a browser gives one page.
    let started = std::time::Instant::now();
    s.ask(
        "location.hash = arguments[0]",
        vec![Value::String(place(&bomb()?))],
    )
    .await?;
    s.wait_text(".lead", &words("share.refused.too_large"))
        .await?;
    ensure!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    s.open(&place(first)).await?;
    let title = [("name", "Example Dental Group")];
    seen(s, &filled("share.shared.title_named", &title)).await
}

/// What is new breaks no rule, in light and dark, and fits 320 pixels; the keyboard reaches it.
pub async fn looks(s: &Session) -> Result<()> {
    sample(s).await?;
    looked_at(s, "light").await?;
    s.open(&place(FIRST)).await?;
    s.wait_for(&button("share.shared.keep")).await?;
    s.ask("document.getElementById('page-title').focus()", vec![])
        .await?;
    s.press(Key::Tab).await?;
    let focused = s.focused().await?;
    ensure!(focused.contains(&words("share.shared.keep")), "{focused}");
    // A theme changes colors and nothing else: one browser is enough.
    if s.browser() == Browser::Chromium {
        looked_at(s, "dark").await?;
    }
    Ok(())
}

async fn looked_at(s: &Session, theme: &str) -> Result<()> {
    visit(s, "#/report").await?;
    super::looks::theme(s, theme).await?;
    s.click(By::css("#share-much-short")).await?;
    s.click(By::css(".share__code summary")).await?;
    s.wait_for(&By::css(".qr")).await?;
    fits(s, theme, "share").await?;
    s.open(&place(FIRST)).await?;
    s.wait_for(&button("share.shared.keep")).await?;
    fits(s, theme, "shared").await?;
    s.open(&place("1x")).await?;
    s.wait_text(TITLE, &words("share.refused.title")).await?;
    fits(s, theme, "shared-refused").await
}

async fn fits(s: &Session, theme: &str, name: &str) -> Result<()> {
    let found = s.assert_accessible().await;
    found.with_context(|| format!("{name} in {theme}"))?;
    for width in [320, 768, 1280] {
        s.resize(width, 900).await?;
        s.screenshot(&format!("{name}-{width}-{theme}")).await?;
        let over = s.overflow().await?;
        ensure!(over <= 0, "{name} is {over} pixels wider than {width}");
    }
    Ok(())
}
