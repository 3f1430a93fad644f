//! What came with a link, for a visitor: to be looked at, kept or compared.

use super::results::{floors, result};
use crate::components::{
    Send, banner, button, fact, figure, h3, hint, p, screen_title, state_mark,
};
use crate::model::share::ShareEvent;
use crate::model::view::results::{GapCard, ScoreView};
use crate::model::view::shared::{self as view, Seen, SharedView};
use crate::model::{Event, Model};
use crate::routes::Route;
use crate::text::{results, share as text};
use crate::words::{Words, fill};
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    match view::view(model) {
        SharedView::Waiting => html! {
            <div key="waiting">
                { screen_title(words.get(text::SHARED_TITLE), words.get(text::SHARED_LEAD)) }
                { super::assess::loading(send, model) }
            </div>
        },
        SharedView::Refused(why) => html! {
            <div key="refused" role="alert">
                { screen_title(words.get(text::REFUSED_TITLE), why) }
                { p(words.get(text::REFUSED_SAFE)) }
                <div class="actions"><a class="button" href={Route::Assess.hash()}>{ words.get(text::REFUSED_GO_ON) }</a></div>
            </div>
        },
        SharedView::Seen(seen) => html! {
            <div key="seen" class="results">
                <h1 id="page-title" tabindex="-1"><bdi>{ seen.title.clone() }</bdi></h1>
                { visitor(send, words, &seen) }
                <p class="shared__facts">
                    for fact in seen.facts.iter() { <span key={fact.clone()}><bdi>{ fact.clone() }</bdi>{ " " }</span> }
                </p>
                { found(words, &seen) }
            </div>
        },
    }
}

/// That this is a visit, and what can be done.
fn visitor(send: &Send, words: Words, seen: &Seen) -> Html {
    let keep = button(
        send,
        "button button--primary",
        words.get(text::SHARED_KEEP),
        Event::Share(ShareEvent::Keep),
    );
    let compare = button(
        send,
        "button",
        words.get(text::SHARED_COMPARE),
        Event::Share(ShareEvent::Compare),
    );
    let buttons = html! {
        <>
            { keep }
            if seen.comparable { { compare } }
        </>
    };
    let (title, body) = (text::SHARED_VISITOR, text::SHARED_VISITOR_BODY);
    html! {
        <div class="shared__visit">
            { banner(words.get(title), words.get(body).to_owned(), buttons) }
            <p class="hint"><bdi>{ seen.compare.clone() }</bdi></p>
        </div>
    }
}

fn found(words: Words, seen: &Seen) -> Html {
    if seen.scores.is_empty() {
        return html! { <div key="none">{ p(words.get(text::SHARED_NO_ANSWERS)) }</div> };
    }
    html! {
        <div key="some">
            <section aria-labelledby="scores-title">
                <h2 id="scores-title">{ words.get(results::SCORES_TITLE) }</h2>
                <div class="scores">
                    for score in seen.scores.iter() { <div key={score.id}>{ card(words, score) }</div> }
                </div>
                { floors(words, &seen.floors) }
            </section>
            <section aria-labelledby="gaps-title">
                <h2 id="gaps-title">{ words.get(results::GAPS_TITLE) }</h2>
                if seen.gaps.is_empty() {
                    <div key="none">{ h3(words.get(results::GAPS_NONE_TITLE)) }{ p(words.get(results::GAPS_NONE_BODY)) }</div>
                } else {
                    <div key="some">
                        { p(&seen.count) }
                        <ol class="gaps">
                            for of in seen.gaps.iter() { <li key={of.id.to_string()}>{ gap(words, of) }</li> }
                        </ol>
                        <p hidden={seen.more.is_empty()}>{ seen.more.clone() }</p>
                    </div>
                }
            </section>
        </div>
    }
}

fn card(words: Words, score: &ScoreView) -> Html {
    html! {
        <article class="score card" aria-labelledby={["score-", score.id].concat()}>{ result(words, score) }</article>
    }
}

/// A gap to be read: what to ask for, without the request's own progress.
fn gap(words: Words, card: &GapCard) -> Html {
    let Some(protection) = card.catalogue.0.protection(card.id) else {
        return html! { <article hidden={true}></article> };
    };
    let id = ["gap-", &card.id.to_string(), "-title"].concat();
    let exposure = fill(&protection.exposure, &[("n", &card.locations)]);
    html! {
        <article class="gap" aria-labelledby={id.clone()}>
            <header class="gap__head">
                <span class="gap__rank" aria-label={words.fill(results::GAPS_RANK, &[("n", &card.rank.to_string())])} role="img">{ card.rank }</span>
                <h3 {id}>{ protection.title.clone() }</h3>
                { state_mark(card.mark) }
            </header>
            <div class="gap__because">{ hint(&card.because) }</div>
            <dl class="facts">
                if let Some(time) = &card.incident {
                    <div><dt>{ words.get(results::GAPS_INCIDENT) }</dt><dd>{ figure(time, "figure") }</dd></div>
                }
                { fact(words.get(results::GAPS_EXPOSURE), &exposure) }
                { fact(words.get(results::GAPS_ASK), &protection.ask) }
            </dl>
        </article>
    }
}
