//! Results: three scores, the groups, the gaps in order, the plan, the readiness question.

mod gaps;
mod groups;
mod plan;
mod ready;
mod scores;

pub(super) use scores::{floors, result};

use super::parts::{Part, contents, heading};
use crate::components::{Send, button, hint, p, screen_title};
use crate::model::share::PLACE;
use crate::model::view::contact;
use crate::model::view::results::{self as view, Stage};
use crate::model::{Event, LibraryEvent, Model};
use crate::routes::Route;
use crate::text::{present, report, results as text, share};
use yew::prelude::*;

/// The parts of the page: the id of the heading, and its words.
const PARTS: [Part; 5] = [
    ("scores-title", text::SCORES_TITLE),
    ("gaps-title", text::GAPS_TITLE),
    ("find-out-title", text::FIND_OUT_TITLE),
    ("plan-title", text::PLAN_TITLE),
    ("ready-title", text::READY_TITLE),
];

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <div class="results">
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            { body(send, model) }
        </div>
    }
}

fn body(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let (catalogue, results) = match view::stage(model) {
        Stage::Waiting => {
            return html! { <div key="waiting">{ super::assess::loading(send, model) }</div> };
        }
        Stage::Empty => return empty(send, model),
        Stage::Ready(catalogue, results) => (catalogue, results),
    };
    html! {
        <div key="ready">
            <div class="actions no-print">
                <a class="button button--primary" href={Route::Present.hash()} hidden={!model.has(Route::Present)}>{ words.get(present::PRESENT) }</a>
                <a class="button" href={Route::Report.hash()} hidden={!model.has(Route::Report)}>{ words.get(report::TITLE) }</a>
                <a class="button" href={[Route::Report.hash(), "/", PLACE].concat()} hidden={!model.has(Route::Report)}>{ words.get(share::TO_SHARE) }</a>
            </div>
            { contents(words, Route::Results, text::CONTENTS, &PARTS) }
            <section aria-labelledby="scores-title">
                { heading(words, PARTS[0]) }
                { scores::section(model, catalogue, results) }
                { groups::section(model, catalogue, results) }
            </section>
            <section aria-labelledby="gaps-title">{ heading(words, PARTS[1]) }{ gaps::section(send, model, results) }</section>
            <section aria-labelledby="find-out-title">{ heading(words, PARTS[2]) }{ gaps::find_out(send, model, catalogue, results) }</section>
            <section aria-labelledby="plan-title">
                { heading(words, PARTS[3]) }
                { plan::section(send, model, catalogue, results) }
                { plan::advice(send, model, catalogue, results) }
            </section>
            <div>
                if let Some(view) = contact::view(model) {
                    { super::contact::section(send, model, &view) }
                }
            </div>
            <section aria-labelledby="ready-title">{ heading(words, PARTS[4]) }{ ready::section(send, model, catalogue) }</section>
            { hint(&catalogue.verdicts().disclaimer) }
        </div>
    }
}

fn empty(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <div class="empty" key="empty">
            <h2>{ words.get(text::EMPTY_TITLE) }</h2>
            { p(words.get(text::EMPTY_BODY)) }
            <div class="actions">
                <a class="button button--primary" href={Route::Assess.hash()}>{ words.get(text::EMPTY_QUICK) }</a>
                { button(send, "button", words.get(text::EMPTY_SAMPLE), Event::Library(LibraryEvent::Sample)) }
            </div>
            { hint(words.get(text::EMPTY_SAMPLE_BODY)) }
        </div>
    }
}

/// A list of paragraphs.
fn paragraphs(list: &[String]) -> Html {
    html! {
        <>
            for (at, paragraph) in list.iter().enumerate() {
                <p key={at}>{ paragraph.clone() }</p>
            }
        </>
    }
}
