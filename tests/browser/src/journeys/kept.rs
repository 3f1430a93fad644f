//! What is typed stays: several assessments, undo, two tabs, damaged data, a browser that refuses to store.

use anyhow::{Context, Result, ensure};
use harness::{By, Key, Session};
use serde_json::{Value, json};

use super::steps::{
    after_place, answer, answered, button, button_for, exported, filled, import, link, listed,
    opened, ready, said, sample, saved, visit, words,
};

/// Gives the open client a name and waits until it is stored.
async fn name(s: &Session, name: &str) -> Result<()> {
    s.fill("#client", name).await?;
    saved(s).await
}

/// Waits until the library lists exactly these, in any order.
async fn lists(s: &Session, wanted: &[&str]) -> Result<()> {
    let ask = "const names = all('tbody tr th bdi').map((e) => squeeze(e.innerText)).sort(); \
               return JSON.stringify(names) === JSON.stringify([...wanted].sort()) ? true : null";
    let found = s
        .wait_until(&format!("the list {wanted:?}"), ask, json!(wanted))
        .await;
    if found.is_err() {
        let instead = listed(s).await?;
        return found
            .map(drop)
            .with_context(|| format!("the library lists {instead:?}"));
    }
    Ok(())
}

/// New, sample, duplicate, open, delete and undo; all of it outlives a reload; erasing leaves nothing.
pub async fn several(s: &Session) -> Result<()> {
    visit(s, "#/library").await?;
    name(s, "First").await?;
    s.click(button("library.new")).await?;
    name(s, "Second").await?;
    lists(s, &["First", "Second"]).await?;
    s.click(button("library.sample")).await?;
    said(s, &words("library.sample_opened")).await?;
    lists(s, &["Cedar Ridge Dental Group", "First", "Second"]).await?;
    s.click(button_for("library.duplicate_named", "First"))
        .await?;
    let copy = filled("library.copy_of", &[("name", "First")]);
    let copy = copy.as_str();
    let four = ["Cedar Ridge Dental Group", "First", copy, "Second"];
    lists(s, &four).await?;
    saved(s).await?;
    s.reload().await?;
    ready(s).await?;
    lists(s, &four).await?;
    opened(s, copy).await?;
    s.click(button_for("library.remove_named", "Second"))
        .await?;
    said(s, &filled("library.removed", &[("name", "Second")])).await?;
    lists(s, &["Cedar Ridge Dental Group", "First", copy]).await?;
    s.click(By::css(".toast .button")).await?;
    lists(s, &four).await?;
    s.click(button_for("library.remove_named", "First")).await?;
    said(s, &filled("library.removed", &[("name", "First")])).await?;
    s.click(button_for("library.open_named", "Second")).await?;
    let three = ["Cedar Ridge Dental Group", copy, "Second"];
    lists(s, &three).await?;
    s.reload().await?;
    ready(s).await?;
    lists(s, &three).await?;
    erase(s).await
}

/// Two new clients in quick succession, and a file with several: none waits for the other, none is forgotten.
pub async fn in_a_hurry(s: &Session) -> Result<()> {
    visit(s, "#/library").await?;
    for name in ["One", "Two", "Three"] {
        s.fill("#client", name).await?;
        s.click(button("library.new")).await?;
    }
    s.fill("#client", "Four").await?;
    lists(s, &["Four", "One", "Three", "Two"]).await?;
    saved(s).await?;
    s.reload().await?;
    ready(s).await?;
    lists(s, &["Four", "One", "Three", "Two"]).await?;
    let library = s
        .download(By::role("button", &words("library.export_all")))
        .await?;
    let other = s.another().await?;
    let theirs = async {
        import(&other, "library.json", &library.bytes).await?;
        said(
            &other,
            &filled(
                "library.imported_many",
                &[("n", "4"), ("file", "library.json")],
            ),
        )
        .await?;
        lists(&other, &["Four", "One", "Three", "Two"]).await?;
        saved(&other).await?;
        other.reload().await?;
        ready(&other).await?;
        lists(&other, &["Four", "One", "Three", "Two"]).await
    }
    .await;
    other.end().await?;
    theirs
}

async fn erase(s: &Session) -> Result<()> {
    let button = "button.button--danger";
    ensure!(
        s.attribute(button, "disabled").await?.is_some(),
        "erasing does not ask"
    );
    s.fill("#erase", &words("library.erase_word")).await?;
    s.click(button).await?;
    said(s, &words("library.erased")).await?;
    lists(s, &[]).await?;
    s.open("").await?;
    s.reload().await?;
    s.wait_text(".verdict__figure", &words("assess.verdict_first"))
        .await?;
    let left = s
        .ask(
            "return Object.keys(localStorage).filter((key) => localStorage.getItem(key))",
            vec![],
        )
        .await?;
    ensure!(left == json!([]), "the browser still keeps {left}");
    visit(s, "#/library").await?;
    lists(s, &[]).await
}

/// Undo and redo, with the buttons and the keys, over answers and typed text.
pub async fn undo(s: &Session) -> Result<()> {
    visit(s, "#/").await?;
    answer(s, "ML-06", "yes").await?;
    answer(s, "ML-06", "no").await?;
    s.fill("#client-name", "Typed in one go").await?;
    s.click(button("common.undo")).await?;
    s.wait_until(
        "the name to go",
        "return document.getElementById('client-name').value === '' ? true : null",
        Value::Null,
    )
    .await?;
    s.click(button("common.undo")).await?;
    answered(s, "ML-06", "yes").await?;
    s.click(button("common.redo")).await?;
    answered(s, "ML-06", "no").await?;
    s.click(button("common.redo")).await?;
    ensure!(s.value(&words("assess.client")).await? == "Typed in one go");
    // In a field the browser's own undo is expected; outside it is ours.
    s.ask("document.getElementById('page-title').focus()", vec![])
        .await?;
    s.press_with(Key::Control, 'z').await?;
    s.press_with(Key::Control, 'z').await?;
    s.press_with(Key::Control, 'z').await?;
    let none = "return document.querySelector('input[name=\"ML-06\"]:checked') ? null : true";
    s.wait_until("the first answer to go", none, Value::Null)
        .await?;
    s.press_with(Key::Control, 'y').await?;
    answered(s, "ML-06", "yes").await?;
    saved(s).await?;
    s.reload().await?;
    ready(s).await?;
    answered(s, "ML-06", "yes").await
}

const CONFLICT: &str = "storage.conflict_title";

/// Two tabs on one assessment: whoever comes later is told, and neither choice loses anything.
pub async fn two_tabs(s: &Session) -> Result<()> {
    visit(s, "#/").await?;
    answer(s, "ML-06", "yes").await?;
    s.fill("#client-name", "Shared").await?;
    saved(s).await?;
    let first = s.this_tab().await?;
    let second = s.new_tab().await?;
    visit(s, "#/").await?;
    answered(s, "ML-06", "yes").await?;
    answer(s, "ML-05", "no").await?;
    saved(s).await?;
    s.look_at(&first).await?;
    s.wait_text(".banner h2", &words(CONFLICT)).await?;
    answer(s, "ML-02", "partly").await?;
    s.click(button("storage.keep_copy")).await?;
    s.wait_gone(&By::css(".banner")).await?;
    saved(s).await?;
    answered(s, "ML-02", "partly").await?;
    visit(s, "#/library").await?;
    lists(
        s,
        &[
            "Shared",
            &filled("storage.copy_name", &[("name", "Shared")]),
        ],
    )
    .await?;
    // Both are whole: theirs has their answer, mine has mine.
    s.click(button_for("library.open_named", "Shared")).await?;
    let theirs = exported(s).await?;
    ensure!(
        theirs.to_string().contains("ML-05") && !theirs.to_string().contains("ML-02"),
        "theirs: {theirs}"
    );
    // Now both tabs show the same client again, and the second comes later.
    visit(s, "#/").await?;
    answer(s, "SC-01", "unknown").await?;
    saved(s).await?;
    s.look_at(&second).await?;
    s.wait_text(".banner h2", &words(CONFLICT)).await?;
    answer(s, "ML-02", "opposite").await?;
    s.click(button("storage.take_theirs")).await?;
    s.wait_gone(&By::css(".banner")).await?;
    said(s, &words("storage.took_theirs")).await?;
    answered(s, "SC-01", "unknown").await?;
    s.click(By::css(".toast .button")).await?;
    answered(s, "ML-02", "opposite").await?;
    saved(s).await
}

/// Writes into the app's database as a fault would.
const WRITE: &str = "
    const open = indexedDB.open('sla-gap');
    const database = await new Promise((done, failed) => { open.onsuccess = () => done(open.result); open.onerror = failed; });
    const change = database.transaction(['clients'], 'readwrite');
    for (const [key, value] of JSON.parse(arguments[0])) change.objectStore('clients').put(value, key);
    await new Promise((done, failed) => { change.oncomplete = done; change.onerror = failed; change.onabort = failed; });
    database.close();";

/// Waits until the database has done all that was asked of it.
const SETTLED: &str = "
    const open = indexedDB.open('sla-gap');
    const database = await new Promise((done, failed) => { open.onsuccess = () => done(open.result); open.onerror = failed; });
    const last = database.transaction(['clients', 'aside'], 'readwrite');
    last.objectStore('aside').count();
    await new Promise((done) => { last.oncomplete = done; });
    database.close();";

/// Damaged data is put aside as it is and offered as a file; the rest opens.
pub async fn damaged(s: &Session) -> Result<()> {
    visit(s, "#/library").await?;
    name(s, "Healthy").await?;
    let rows = json!([
        ["broken", [3, "{\"format\": \"sla-gap\", \"version\": 1, \"client\": {\"id\": \"broken\", \"na"]],
        ["strange", { "not": "a row" }],
        ["newer", [1, "{\"format\": \"sla-gap\", \"version\": 99, \"client\": {\"id\": \"newer\"}}"]]
    ]);
    s.ask_later(WRITE, vec![json!(rows.to_string())]).await?;
    s.reload().await?;
    ready(s).await?;
    let title = words("storage.aside_title");
    let ask = "return findAll({ text: wanted }).length === 3 ? true : null";
    s.wait_until("three things put aside", ask, json!(title))
        .await?;
    lists(s, &["Healthy"]).await?;
    opened(s, "Healthy").await?;
    // Still there after another start, as a file with every byte.
    s.reload().await?;
    ready(s).await?;
    s.wait_until("three things put aside", ask, json!(title))
        .await?;
    let file = s.download(button("storage.aside_save")).await?;
    let text = String::from_utf8(file.bytes)?;
    let whole = ["\"na", "\"a row\"}", "\"newer\"}}"]
        .iter()
        .any(|end| text.ends_with(end));
    ensure!(whole, "{}: {text}", file.name);
    for left in [2, 1, 0] {
        s.click(button("storage.aside_drop")).await?;
        let ask = "return findAll({ text: wanted[0] }).length === wanted[1] ? true : null";
        s.wait_until("one thing less", ask, json!([title, left]))
            .await?;
    }
    // The next reader comes after all writers.
    s.ask_later(SETTLED, vec![]).await?;
    s.reload().await?;
    ready(s).await?;
    lists(s, &["Healthy"]).await?;
    ensure!(s.count(By::text(&title)).await? == 0);
    Ok(())
}

const REFUSED: &str = "storage.refused_title";

/// A browser that stores nothing: it is said, work goes on, and can be had as a file.
pub async fn refused(s: &Session) -> Result<()> {
    s.before_page(
        "const refuse = () => { throw new DOMException('refused by the test', 'SecurityError'); };
         IDBFactory.prototype.open = refuse;
         Object.defineProperty(window, 'localStorage', { get: refuse });",
    );
    s.open("").await?;
    for (id, key) in [
        ("ML-06", "yes"),
        ("ML-05", "no"),
        ("ML-02", "no"),
        ("SC-01", "partly"),
    ] {
        answer(s, id, key).await?;
    }
    ready(s).await?;
    s.wait_text(".banner h2", &words(REFUSED)).await?;
    answered(s, "SC-01", "partly").await?;
    s.fill("#client-name", "Only in memory").await?;
    s.click(link("routes.results")).await?;
    s.wait_text("h1", &words("results.title")).await?;
    let file = s.download(button("storage.save_file")).await?;
    let text = String::from_utf8(file.bytes.clone())?;
    ensure!(
        text.contains("Only in memory") && text.contains("ML-05"),
        "{text}"
    );
    s.click(link("routes.library")).await?;
    s.wait_text("h1", &words("library.title")).await?;
    // The same state once more brings nothing; another one brings a second client.
    s.upload("#import", &[&file.path]).await?;
    said(s, &after_place("library.same_one")).await?;
    s.fill("#client", "Only in this tab").await?;
    s.upload("#import", &[&file.path]).await?;
    said(s, &after_place("library.imported_one")).await?;
    lists(
        s,
        &[
            "Only in this tab",
            &filled("library.imported_name", &[("name", "Only in memory")]),
        ],
    )
    .await
}

/// No room left: it is said, nothing typed is lost, and when there is room again it is stored.
pub async fn full(s: &Session) -> Result<()> {
    s.before_page(
        "const put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (...words) {
           if (document.documentElement.dataset.full) throw new DOMException('full by the test', 'QuotaExceededError');
           return put.apply(this, words);
         };",
    );
    visit(s, "#/library").await?;
    name(s, "Before").await?;
    s.ask("document.documentElement.dataset.full = 'yes'", vec![])
        .await?;
    s.fill("#client", "While it was full").await?;
    s.wait_text(".banner h2", &words("storage.full_title"))
        .await?;
    let file = s.download(button("storage.save_file")).await?;
    ensure!(String::from_utf8(file.bytes)?.contains("While it was full"));
    s.ask("delete document.documentElement.dataset.full", vec![])
        .await?;
    s.fill("#prepared-by", "Somebody").await?;
    s.wait_gone(&By::css(".banner")).await?;
    saved(s).await?;
    s.reload().await?;
    ready(s).await?;
    opened(s, "While it was full").await
}

/// The sample is a copy of one's own each time.
pub async fn samples(s: &Session) -> Result<()> {
    sample(s).await?;
    name(s, "Mine now").await?;
    sample(s).await?;
    lists(s, &["Cedar Ridge Dental Group", "Mine now"]).await
}
