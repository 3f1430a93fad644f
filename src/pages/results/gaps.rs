//! The gaps in order, and what to ask the provider.

use crate::components::{GapEntry, Send, copy, h3, p};
use crate::model::view::results::{self as view, FIRST_GAPS};
use crate::model::{Event, Model, Results, ViewEvent};
use crate::text::results as text;
use engine::rubric::Catalogue;
use yew::prelude::*;

/// The gaps.
pub fn section(send: &Send, model: &Model, results: &Results) -> Html {
    let words = model.words;
    let gaps = view::gaps(model, results);
    if gaps.total == 0 {
        return html! {
            <div class="empty" key="none">{ h3(words.get(text::GAPS_NONE_TITLE)) }{ p(words.get(text::GAPS_NONE_BODY)) }</div>
        };
    }
    let all = gaps.cards.len() == gaps.total;
    let (label, n) = if all {
        (text::GAPS_FEWER, FIRST_GAPS)
    } else {
        (text::GAPS_ALL, gaps.total)
    };
    html! {
        <div key="some">
            { p(words.get(text::GAPS_LEAD)) }
            <p role="status">{ gaps.count }</p>
            <ol class="gaps">
                for card in gaps.cards {
                    <li key={card.id.to_string()}><GapEntry card={card.clone()} /></li>
                }
            </ol>
            <p class="no-print" hidden={gaps.total <= FIRST_GAPS}>
                <button type="button" class="button" onclick={send.says(Event::View(ViewEvent::AllGaps))}>
                    { words.fill(label, &[("n", &n.to_string())]) }
                </button>
            </p>
        </div>
    }
}

/// What nobody knows yet.
pub fn find_out(send: &Send, model: &Model, catalogue: &Catalogue, results: &Results) -> Html {
    let words = model.words;
    let (unknown, unanswered) = view::find_out(words, catalogue, results);
    let some = !unknown.rows.is_empty();
    let count = words.count(
        unanswered.rows.len() as u64,
        text::FIND_OUT_UNANSWERED_ONE,
        text::FIND_OUT_UNANSWERED_MANY,
    );
    html! {
        <>
            <p>{ words.get(if some { text::FIND_OUT_LEAD } else { text::FIND_OUT_NONE }) }</p>
            <div>
                if some {
                    { list(&unknown.rows) }
                    { copy(send, "button", words.get(text::FIND_OUT_COPY), None, unknown.text) }
                }
            </div>
            <details hidden={unanswered.rows.is_empty()}>
                <summary>{ count }</summary>
                { list(&unanswered.rows) }
                { copy(send, "button", words.get(text::FIND_OUT_COPY_UNANSWERED), None, unanswered.text) }
            </details>
        </>
    }
}

fn list(rows: &[(String, String)]) -> Html {
    html! {
        <ol class="find-out">
            for (id, title) in rows.iter() {
                <li key={id.clone()}><a href={["#/assess/", id].concat()}>{ id.clone() }</a>{ " " }{ title.clone() }</li>
            }
        </ol>
    }
}
