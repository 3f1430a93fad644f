//! What people ask, wordings side by side, tables to attach, and the words of the trade.

use super::assess::loading;
use super::parts::{Part, contents, heading};
use crate::components::{self, Send, TextField, h3, h4, hint, p, screen_title, summary, use_words};
use crate::model::Model;
use crate::model::view::assess::Shared;
use crate::model::view::learn::{self as view, is_place};
use crate::routes::Route;
use crate::text::{assess, learn as text};
use crate::words::Words;
use engine::assessment::ProtectionId;
use engine::rubric::{Card, Catalogue, Question, Schedule, Term};
use yew::prelude::*;

const PARTS: [Part; 5] = [
    ("faq", text::FAQ_TITLE),
    ("response", text::RESPONSE_TITLE),
    ("cards", text::CARDS_TITLE),
    ("schedules", text::SCHEDULES_TITLE),
    ("glossary", text::GLOSSARY_TITLE),
];

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            <div class="learn">
                if let Some(catalogue) = model.catalogue.ready() {
                    { contents(words, Route::Learn, text::CONTENTS, &PARTS) }
                    { parts(send, model, catalogue) }
                    <section>
                        { heading(words, PARTS[4]) }
                        <Glossary catalogue={Shared(catalogue.clone())} place={model.place.clone()} />
                    </section>
                } else {
                    { loading(send, model) }
                }
            </div>
        </>
    }
}

fn parts(send: &Send, model: &Model, catalogue: &Catalogue) -> Html {
    let words = model.words;
    let place = model.place.as_deref();
    let response = catalogue.response_resolution();
    html! {
        <>
            <section>
                { heading(words, PARTS[0]) }
                <div>
                    for entry in catalogue.questions() {
                        { question(words, catalogue, place, entry) }
                    }
                </div>
            </section>
            <section>
                { heading(words, PARTS[1]) }
                { p(&response.lead) }
                <div>
                    for (at, point) in response.points.iter().enumerate() {
                        <div key={at}>{ h3(&point.title) }{ p(&point.body) }</div>
                    }
                </div>
                <div class="example">{ h3(words.get(text::EXAMPLE)) }{ p(&response.example) }</div>
            </section>
            <section>
                { heading(words, PARTS[2]) }
                { p(words.get(text::CARDS_LEAD)) }
                <div>
                    for entry in catalogue.cards() {
                        { card(words, catalogue, entry) }
                    }
                </div>
            </section>
            <section>
                { heading(words, PARTS[3]) }
                { p(words.get(text::SCHEDULES_LEAD)) }
                <div>
                    for entry in catalogue.schedules() {
                        { schedule(send, words, place, entry) }
                    }
                </div>
            </section>
        </>
    }
}

fn question(words: Words, catalogue: &Catalogue, place: Option<&str>, question: &Question) -> Html {
    let id = ["faq-", &question.id].concat();
    html! {
        <details key={id.clone()} {id} class="fold" tabindex="-1" open={is_place(place, "faq-", &question.id)}>
            { summary(&question.question) }
            <div>
                for (at, paragraph) in question.answer.iter().enumerate() {
                    <p key={at}>{ paragraph.clone() }</p>
                }
            </div>
            { protections(words, catalogue, &question.protections) }
        </details>
    }
}

/// Links to the questions that a text is about.
fn protections(words: Words, catalogue: &Catalogue, ids: &[ProtectionId]) -> Html {
    html! {
        <div class="about-these" hidden={ids.is_empty()}>
            { hint(words.get(text::PROTECTIONS)) }
            <ul>
                for protection in ids.iter().filter_map(|id| catalogue.protection(*id)) {
                    <li key={protection.id.to_string()}>
                        <a href={["#/assess/", &protection.id.to_string()].concat()}>{ protection.title.clone() }</a>
                    </li>
                }
            </ul>
        </div>
    }
}

fn card(words: Words, catalogue: &Catalogue, card: &Card) -> Html {
    let id = ["card-", &card.id].concat();
    html! {
        <article key={id.clone()} {id} class="comparison" tabindex="-1">
            { h3(&card.title) }
            <div class="versus">
                <section class="versus__side">{ h4(words.get(assess::STANDARD)) }{ p(&card.standard) }</section>
                <section class="versus__side versus__side--strong">{ h4(words.get(assess::STRONG)) }{ p(&card.strong) }</section>
            </div>
            <p><strong>{ words.get(text::WHY) }</strong>{ ": " }{ card.why.clone() }</p>
            { protections(words, catalogue, &card.protections) }
        </article>
    }
}

fn schedule(send: &Send, words: Words, place: Option<&str>, schedule: &Schedule) -> Html {
    let id = ["schedule-", &schedule.id].concat();
    let title = [&id, "-title"].concat();
    html! {
        <details key={id.clone()} {id} class="fold" tabindex="-1" open={is_place(place, "schedule-", &schedule.id)}>
            <summary id={title.clone()}>{ schedule.title.clone() }</summary>
            { components::schedule(send, words, schedule, title) }
        </details>
    }
}

/// Properties of [`Glossary`].
#[derive(Properties, PartialEq)]
struct GlossaryProps {
    catalogue: Shared,
    place: Option<String>,
}

/// The glossary with its search. A link into it ends the search, so that it always arrives.
#[component]
fn Glossary(props: &GlossaryProps) -> Html {
    let words = use_words();
    let typed = use_state(|| (String::new(), None::<String>));
    let search = if typed.1 == props.place {
        typed.0.clone()
    } else {
        String::new()
    };
    let on_input = {
        let (typed, place) = (typed.clone(), props.place.clone());
        Callback::from(move |text| typed.set((text, place.clone())))
    };
    let catalogue = &*props.catalogue.0;
    let letters = view::letters(catalogue, &search);
    let n = letters.iter().map(|letter| letter.terms.len() as u64).sum();
    let found = if n == 0 {
        words.get(text::FOUND_NONE).to_owned()
    } else {
        words.count(n, text::FOUND_ONE, text::FOUND_MANY)
    };
    html! {
        <>
            { TextField::new("glossary-search", words.get(text::SEARCH), search, on_input).line() }
            <p class="hint" role="status">{ found }</p>
            <nav class="letters" aria-label={words.get(text::LETTERS)} hidden={n == 0}>
                for letter in letters.iter() {
                    <a key={letter.id.clone()} href={["#/learn/", &letter.id].concat()}>{ letter.letter.to_string() }</a>
                }
            </nav>
            <div class="terms-by-letter">
                for letter in letters.iter() {
                    <section key={letter.id.clone()}>
                        <h3 id={letter.id.clone()} tabindex="-1">{ letter.letter.to_string() }</h3>
                        <dl>
                            for entry in letter.terms.iter() {
                                { term(words, catalogue, entry) }
                            }
                        </dl>
                    </section>
                }
            </div>
        </>
    }
}

fn term(words: Words, catalogue: &Catalogue, term: &Term) -> Html {
    let id = ["term-", &term.id].concat();
    let see = term.see.iter().filter_map(|id| catalogue.term(id));
    html! {
        <div key={id.clone()} {id} tabindex="-1">
            <dt>{ term.term.clone() }</dt>
            <dd>
                { p(&term.definition) }
                <p class="hint" hidden={term.also.is_empty()}>{ words.fill(text::ALSO, &[("list", &term.also.join(", "))]) }</p>
                <p class="see" hidden={term.see.is_empty()}>
                    <span>{ words.get(text::SEE) }</span>
                    <span class="see__terms">
                        for other in see {
                            <a key={other.id.clone()} href={["#/learn/term-", &other.id].concat()}>{ other.term.clone() }</a>
                        }
                    </span>
                </p>
            </dd>
        </div>
    }
}
