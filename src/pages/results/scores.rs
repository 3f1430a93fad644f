//! The three results and what stands beside them.

use super::paragraphs;
use crate::components::{Row, h3, meter, p, state_mark, summary, table, use_words};
use crate::model::view::brand as view_brand;
use crate::model::view::results::{self as view, Breakdown, FloorView, LineRow, ScoreView};
use crate::model::{Model, Results};
use crate::routes::Route;
use crate::text::{assess, brand, results as text};
use crate::words::Words;
use engine::rubric::Catalogue;
use yew::prelude::*;

/// The three results, the sentences beside them, what is to be said, what was taken out.
pub fn section(model: &Model, catalogue: &Catalogue, results: &Results) -> Html {
    let words = model.words;
    let mut scores = vec![view::four(model, catalogue, results)];
    scores.extend(view::scores(model, catalogue, results));
    html! {
        <>
            <div class="prompts">
                for prompt in view::prompts(words, results) {
                    <p key={prompt} class="prompt">{ prompt }{ " " }<a href={Route::Assess.hash()}>{ words.get(text::PROMPTS_ANSWER) }</a></p>
                }
            </div>
            <div class="scores">
                for score in scores {
                    <article key={score.id} class="score card" aria-labelledby={["score-", score.id].concat()}>{ card(words, &score) }</article>
                }
            </div>
            { p(&view_brand::counted(model)) }
            { floors(words, &view::floors(model, catalogue, results)) }
            { weights(model, catalogue) }
            { out(words, catalogue, results) }
        </>
    }
}

fn card(words: Words, score: &ScoreView) -> Html {
    html! {
        <>
            { result(words, score) }
            <Lines id={score.id} label={score.label} breakdown={score.breakdown.clone()} />
        </>
    }
}

/// One result: its figure, the verdict if it has one, what is open, the standard figure beside a brand's.
pub fn result(words: Words, score: &ScoreView) -> Html {
    html! {
        <>
            <h3 id={["score-", score.id].concat()}>{ score.label }</h3>
            { meter(score.rule, score.figure.clone(), score.low, score.high) }
            <div>
                if let Some((title, body, next)) = score.verdict {
                    <h4>{ title }</h4>
                    <p>{ body }</p>
                    <p><strong>{ words.get(assess::VERDICT_NEXT) }</strong>{ ": " }{ next }</p>
                }
            </div>
            <p class="score__open" hidden={score.open.is_empty()}>{ [&score.open, " ", score.bar].concat().trim().to_owned() }</p>
            <p class="score__standard" hidden={score.standard.is_none()}>{ score.standard.clone().unwrap_or_default() }</p>
        </>
    }
}

/// Properties of [`Lines`].
#[derive(Properties, PartialEq)]
struct LinesProps {
    id: &'static str,
    label: &'static str,
    breakdown: Breakdown,
}

/// The lines behind a result. Redrawn only when one of them changes.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let words = use_words();
    let breakdown = &props.breakdown;
    let summed = !breakdown.sum.is_empty();
    let id = ["lines-", props.id].concat();
    let columns = [
        (words.get(text::SCORES_COLUMN_PROTECTION), ""),
        (words.get(text::SCORES_COLUMN_ANSWER), ""),
        (words.get(text::SCORES_COLUMN_WEIGHT), "number"),
        (words.get(text::SCORES_COLUMN_POINTS), "number"),
    ];
    // Only what is summed has weights and points.
    let columns = if summed { &columns[..] } else { &columns[..2] };
    let row = |line: &LineRow| {
        let name = html! { <><a href={["#/assess/", &line.id].concat()}>{ line.id.clone() }</a>{ " " }{ line.title.clone() }</> };
        let (weight, points) = (Html::from(&line.weight), Html::from(&line.points));
        Row::new(
            line.id.clone(),
            vec![name, state_mark(line.mark), weight, points],
        )
    };
    let rows = breakdown.lines.iter().map(row).collect();
    html! {
        <details class="lines">
            <summary id={id.clone()}>{ words.get(text::SCORES_BY_LINE) }<span class="sr-only">{ ": " }{ props.label }</span></summary>
            <p hidden={!summed}>{ breakdown.formula }</p>
            <p class="lines__sum" hidden={!summed}>{ breakdown.sum.clone() }</p>
            { table(id.into(), "", columns, rows) }
        </details>
    }
}

/// The sentences that stand beside the results.
pub fn floors(words: Words, floors: &[FloorView]) -> Html {
    html! {
        <div class="floors" hidden={floors.is_empty()}>
            { h3(words.get(text::FLOORS_TITLE)) }
            <div class="grid">
                for floor in floors {
                    <div key={floor.id} class="floor">
                        <h4>{ floor.title.clone() }</h4>
                        <p>{ floor.text.clone() }</p>
                        <div dir="auto">{ paragraphs(&floor.own) }</div>
                    </div>
                }
            </div>
        </div>
    }
}

fn weights(model: &Model, catalogue: &Catalogue) -> Html {
    let words = model.words;
    let changed = view_brand::differs(model);
    html! {
        <>
            <div hidden={changed.is_empty()}>
                { h3(words.get(brand::DIFFERS_TITLE)) }
                <ul>
                    for line in changed {
                        <li key={line.clone()}>{ line.clone() }</li>
                    }
                </ul>
            </div>
            <details>
                { summary(words.get(text::SCORES_WEIGHTS_TITLE)) }
                { p(&catalogue.verdicts().weights_note) }
            </details>
        </>
    }
}

fn out(words: Words, catalogue: &Catalogue, results: &Results) -> Html {
    let list = view::taken_out(words, catalogue, results);
    html! {
        <div hidden={list.is_empty()}>
            { h3(words.get(text::OUT_TITLE)) }
            { p(words.get(text::OUT_BODY)) }
            <ul>
                for entry in list {
                    <li key={entry.id.clone()}>
                        <a href={["#/assess/", &entry.id].concat()}>{ entry.id.clone() }</a>{ " " }{ entry.title }{ ": " }<bdi>{ entry.reason }</bdi>
                    </li>
                }
            </ul>
        </div>
    }
}
