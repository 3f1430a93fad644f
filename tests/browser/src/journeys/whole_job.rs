//! The whole job, as a person does it: from the quick check to a plan, and on to another machine.

use anyhow::{Context, Result, ensure};
use harness::{By, Session};
use serde_json::{Value, json};

use super::steps::{
    after_place, answer, answered, before_place, button, button_from, content, exported, filled,
    import, ready, results, said, saved, words,
};

/// Quick check, first look, everything; every kind of answer; notes, quotes, filters; results; a fresh profile.
pub async fn questions_to_results(s: &Session) -> Result<()> {
    s.open("").await?;
    for (id, key) in [
        ("ML-06", "yes"),
        ("ML-05", "partly"),
        ("ML-02", "no"),
        ("SC-01", "unknown"),
    ] {
        answer(s, id, key).await?;
    }
    ready(s).await?;
    s.fill("#client-name", "Rivers Dental").await?;
    let asked = first_look(s).await?;
    everything(s).await?;
    filters(s, &asked).await?;
    details(s).await?;
    saved(s).await?;
    follow_up(s).await?;
    moves(s).await
}

/// The six kinds of answers, given to the first six questions of the first look. Returns their ids.
async fn first_look(s: &Session) -> Result<Vec<String>> {
    s.click(button_from("assess.depth_first")).await?;
    s.wait_for(&By::css(".groups article")).await?;
    let ids = s
        .ask(
            "return all('.groups article').map((e) => e.id).filter((id) => !document.getElementById(id + '-yes').checked \
               && !['ML-06', 'ML-05', 'ML-02', 'SC-01'].includes(id)).slice(0, 6)",
            vec![],
        )
        .await?;
    let ids: Vec<String> = serde_json::from_value(ids)?;
    ensure!(ids.len() == 6, "the first look asks {ids:?}");
    let keys = ["yes", "partly", "no", "opposite", "unknown", "out"];
    for (id, key) in ids.iter().zip(keys) {
        answer(s, id, key).await?;
    }
    let out = ids.last().context("six ids")?;
    s.fill(
        By::css(&format!("#{out}-because")),
        "We have no such thing.",
    )
    .await?;
    // The four answered before are still answered.
    for (id, key) in [
        ("ML-06", "yes"),
        ("ML-05", "partly"),
        ("ML-02", "no"),
        ("SC-01", "unknown"),
    ] {
        answered(s, id, key).await?;
    }
    Ok(ids)
}

/// All questions are there, each once.
async fn everything(s: &Session) -> Result<()> {
    s.click(button_from("assess.depth_full")).await?;
    let ask = "return document.querySelectorAll('article.question').length >= wanted ? true : null";
    s.wait_until("all questions", ask, json!(117)).await?;
    let body = "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); \
                return ids.filter((id, at) => ids.indexOf(id) !== at)";
    let twice = s.ask(body, vec![]).await?;
    ensure!(twice == json!([]), "the page has ids twice: {twice}");
    let all = s
        .ask(
            "return document.querySelectorAll('article.question').length",
            vec![],
        )
        .await?;
    ensure!(all == 117, "{all} questions are asked");
    Ok(())
}

async fn shown(s: &Session) -> Result<Vec<String>> {
    let ids = s
        .ask("return all('.groups article').map((e) => e.id)", vec![])
        .await?;
    Ok(serde_json::from_value(ids)?)
}

async fn chosen(s: &Session, filter: &str) -> Result<Vec<String>> {
    answer(s, "filter", filter).await?;
    shown(s).await
}

async fn filters(s: &Session, asked: &[String]) -> Result<()> {
    let all = chosen(s, "all").await?;
    let open = chosen(s, "open").await?;
    ensure!(
        asked.iter().all(|id| !open.contains(id)),
        "an answered question is shown as open"
    );
    let gaps = chosen(s, "gaps").await?;
    let expected = |at: usize| asked.get(at).cloned().unwrap_or_default();
    for at in [1, 2, 3] {
        ensure!(
            gaps.contains(&expected(at)),
            "{} is no gap among {gaps:?}",
            expected(at)
        );
    }
    ensure!(!gaps.contains(&expected(0)), "an answer yes is a gap");
    let must = chosen(s, "must").await?;
    ensure!(
        !must.is_empty() && must.len() < all.len(),
        "{} must-haves of {}",
        must.len(),
        all.len()
    );
    chosen(s, "all").await?;
    s.fill("#search", "backup").await?;
    s.wait_text(".filters [role=status]", &after_place("assess.shown_many"))
        .await?;
    let ask = "const n = all('.groups article').length; return n > 0 && n < wanted ? true : null";
    s.wait_until("the search", ask, json!(all.len())).await?;
    s.fill("#search", "no such words anywhere").await?;
    s.wait_text(".filters [role=status]", &words("assess.none_shown"))
        .await?;
    s.fill("#search", " ").await?;
    let ask = "return all('.groups article').length === wanted ? true : null";
    s.wait_until("all questions again", ask, json!(all.len()))
        .await
        .map(drop)
}

/// Note, quote and place stand beside both wordings.
async fn details(s: &Session) -> Result<()> {
    let button = "#ML-02 .question__more .button";
    s.click(button).await?;
    s.wait_text("#ML-02", &words("assess.strong")).await?;
    s.fill("#ML-02-quote", "Provider monitors the main office.")
        .await?;
    s.fill("#ML-02-place", "Clause 4.2").await?;
    s.fill("#ML-02-note", "Ask about the three new practices.")
        .await
}

/// Scores that open to their lines; a gap with its clause to copy, its state and who follows it; the plan as text.
async fn follow_up(s: &Session) -> Result<()> {
    let (figures, gaps) = results(s).await?;
    ensure!(figures.len() == 3, "the scores are {figures:?}");
    ensure!(!gaps.is_empty(), "there are no gaps");
    s.click("#lines-multi").await?;
    let rows = s.texts("#lines-multi ~ .table-frame tbody tr").await?;
    ensure!(!rows.is_empty(), "a score opens to nothing");
    s.click("#gap-ML-02-state-asked").await?;
    s.click("#gap-ML-02 .gap__follow summary").await?;
    s.fill("#gap-ML-02-owner", "Dana").await?;
    s.fill("#gap-ML-02-counter", "Monitoring at extra cost.")
        .await?;
    s.wait_text("pre.plan", "Rivers Dental").await?;
    s.wait_text("pre.plan", &before_place("results.mail.asked"))
        .await?;
    s.click(button("results.plan.copy")).await?;
    s.wait_for(&By::css(".toast p")).await?;
    let message = s.text(".toast p").await?;
    ensure!(
        message == words("common.copied") || message == words("common.not_copied"),
        "{message}"
    );
    saved(s).await
}

/// A reload keeps it all, and so does a file in a fresh profile: the same scores, gaps and texts.
async fn moves(s: &Session) -> Result<()> {
    let before = results(s).await?;
    let plan = s.text("pre.plan").await?;
    s.reload().await?;
    ready(s).await?;
    ensure!(results(s).await? == before, "a reload changes the results");
    let file = exported(s).await?;
    let other = s.another().await?;
    let same = in_a_fresh_profile(&other, &file, &before, &plan).await;
    other.end().await?;
    same
}

async fn in_a_fresh_profile(
    s: &Session,
    file: &Value,
    before: &(Vec<String>, Vec<String>),
    plan: &str,
) -> Result<()> {
    import(s, "rivers.json", &serde_json::to_vec(file)?).await?;
    said(
        s,
        &filled("library.imported_one", &[("file", "rivers.json")]),
    )
    .await?;
    saved(s).await?;
    let after = results(s).await?;
    ensure!(after == *before, "there {before:?}, here {after:?}");
    ensure!(s.text("pre.plan").await? == plan, "the plan differs");
    answered(s, "gap-ML-02-state", "asked").await?;
    let back = exported(s).await?;
    ensure!(
        content(&back) == content(file),
        "the file came back changed"
    );
    Ok(())
}
