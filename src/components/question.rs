//! One question of the catalogue with its answer and, one key away, the words around it.

use super::{Area, Choice, ChoiceOption, Line, Send, StateMark, use_send};
use crate::model::view::answer;
use crate::model::view::assess::Card;
use crate::model::{Edit, Event, ViewEvent};
use crate::text::assess as text;
use crate::words::{QUICK, Words, fill};
use engine::assessment::Response;
use engine::rubric::{AskedOf, Catalogue, Protection, Weight};
use yew::prelude::*;

/// Properties of [`Question`].
#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// The question with its answer.
    pub card: Card,
}

/// One question. Redrawn only when its own card changes.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let send = use_send();
    let words = Words::english();
    let card = &props.card;
    let id = card.id;
    let key = id.to_string();
    let protection = card
        .catalogue
        .as_ref()
        .and_then(|shared| shared.0.protection(id));
    let quick = QUICK.iter().find(|quick| quick.id == key);
    let (question, hint) = match (protection, quick) {
        (Some(protection), _) => (
            AttrValue::from(protection.question.clone()),
            AttrValue::from(protection.where_to_look.clone()),
        ),
        (None, Some(quick)) => (
            AttrValue::Static(quick.question),
            AttrValue::Static(quick.where_to_look),
        ),
        (None, None) => (AttrValue::default(), AttrValue::default()),
    };
    let options = ChoiceOption::list(&answer::choices(words));
    let chosen = answer::key(&card.entry.response);
    let on_choose = {
        let (send, before) = (send.clone(), card.entry.response.clone());
        Callback::from(move |key: &'static str| {
            send.emit(Event::Edited(Edit::Response(
                id,
                answer::response(key, &before),
            )));
        })
    };
    let must = protection.is_some_and(|protection| protection.weight == Weight::MUST_HAVE);
    html! {
        <article class="question" id={key.clone()} tabindex="-1">
            <div class="question__head">
                <StateMark state={card.mark.0} label={card.mark.1} />
                <span class="question__id">{ key.clone() }</span>
                <span class="tag" hidden={!must}>{ words.get(text::MUST_HAVE) }</span>
            </div>
            <Choice name={key.clone()} legend={question} {hint} {options} chosen={chosen} {on_choose} />
            <p class="derived" hidden={card.derived.is_none()}>
                { card.derived.clone().unwrap_or_default() }{ " " }{ words.get(text::DERIVED_HINT) }
            </p>
            <p class="hint" hidden={card.leaves.is_none()}>{ card.leaves.unwrap_or_default() }</p>
            <div class="question__more">
                if let Response::NotApplicable { reason } = &card.entry.response {
                    <Line id={[&key, "-because"].concat()} label={words.get(text::BECAUSE_LABEL)} hint={words.get(text::BECAUSE_HINT)}
                        value={reason.clone()} on_input={says(&send, move |reason| Edit::NotApplicableBecause(id, reason))} />
                }
                <div class="actions">
                    <button type="button" class="button button--quiet" aria-expanded={card.details.to_string()}
                        onclick={send.on(move || Event::View(ViewEvent::Details(id)))}>{ words.get(text::DETAILS) }</button>
                    if !chosen.is_empty() {
                        <button type="button" class="button button--quiet"
                            onclick={send.on(move || Event::Edited(Edit::Response(id, Response::Unanswered)))}>
                            { words.get(text::ANSWER_CLEAR) }
                        </button>
                    }
                </div>
                if card.details {
                    <div class="question__details">{ details(&send, words, card, protection) }</div>
                }
            </div>
        </article>
    }
}

/// A callback that turns a text into an edit.
pub(super) fn says(send: &Send, edit: impl Fn(String) -> Edit + 'static) -> Callback<String> {
    let send = send.clone();
    Callback::from(move |text| send.emit(Event::Edited(edit(text))))
}

fn details(send: &Send, words: Words, card: &Card, protection: Option<&Protection>) -> Html {
    let id = card.id;
    let key = id.to_string();
    let quick = QUICK.iter().find(|quick| quick.id == key);
    let (standard, strong) = match (protection, quick) {
        (Some(protection), _) => (protection.standard.as_str(), protection.strong.as_str()),
        (None, Some(quick)) => (quick.standard, quick.strong),
        (None, None) => ("", ""),
    };
    let evidence = card.entry.evidence.first();
    let quote = evidence
        .map(|evidence| evidence.quote.clone())
        .unwrap_or_default();
    let place = evidence
        .map(|evidence| evidence.place.clone())
        .unwrap_or_default();
    html! {
        <>
            <div class="versus">
                <section class="versus__side"><h3>{ words.get(text::STANDARD) }</h3><p>{ standard.to_owned() }</p></section>
                <section class="versus__side versus__side--strong"><h3>{ words.get(text::STRONG) }</h3><p>{ strong.to_owned() }</p></section>
            </div>
            <div>
                if let Some((protection, shared)) = protection.zip(card.catalogue.as_ref()) {
                    { background(words, card, protection, &shared.0) }
                }
            </div>
            <Area id={[&key, "-quote"].concat()} label={words.get(text::QUOTE)} value={quote}
                on_input={says(send, move |quote| Edit::Quote(id, quote))} />
            <Line id={[&key, "-place"].concat()} label={words.get(text::QUOTE_PLACE)} hint={words.get(text::QUOTE_PLACE_HINT)} value={place}
                on_input={says(send, move |place| Edit::QuotePlace(id, place))} />
            <Area id={[&key, "-note"].concat()} label={words.get(text::NOTE)} value={card.entry.note.clone()}
                on_input={says(send, move |note| Edit::Note(id, note))} />
        </>
    }
}

/// Why it matters, what half credit needs, the benchmarks, both sides' view, the words used.
fn background(words: Words, card: &Card, protection: &Protection, catalogue: &Catalogue) -> Html {
    let several = words.get(text::SEVERAL);
    let n = card
        .locations
        .map_or_else(|| several.to_owned(), |n| crate::format::whole(n.into()));
    let numbered = |text: &str| fill(text, &[("n", &n)]);
    let weight = protection.weight.get().to_string();
    let rows = [
        (text::WHY, numbered(&protection.why)),
        (text::EXPOSURE, numbered(&protection.exposure)),
        (text::PARTLY_WHEN, protection.partly.clone()),
    ];
    let person = protection.asked_of == AskedOf::Person;
    html! {
        <>
            <p class="hint" hidden={!person}>{ words.get(text::BY_PERSON) }</p>
            <dl class="facts">
                for (name, body) in rows {
                    <div key={name.key()}><dt>{ words.get(name) }</dt><dd>{ body }</dd></div>
                }
                <div key="benchmarks">
                    <dt>{ words.get(text::BENCHMARKS) }</dt>
                    <dd><ul>
                        for (at, benchmark) in protection.benchmarks.iter().enumerate() {
                            <li key={at}>{ benchmark.text.clone() }{ " " }{ source(words, benchmark.source.as_deref(), catalogue) }</li>
                        }
                    </ul></dd>
                </div>
                <div key="weight">
                    <dt>{ words.fill(text::WEIGHT_BECAUSE, &[("n", &weight)]) }</dt><dd>{ protection.weight_reason.clone() }</dd>
                </div>
                if let Some(views) = &protection.views {
                    <div key="customer"><dt>{ words.get(text::VIEWS_CUSTOMER) }</dt><dd>{ views.customer.clone() }</dd></div>
                    <div key="provider"><dt>{ words.get(text::VIEWS_PROVIDER) }</dt><dd>{ views.provider.clone() }</dd></div>
                }
            </dl>
            <div class="terms">
                for term in protection.terms.iter().filter_map(|id| catalogue.term(id)) {
                    <details key={term.id.clone()} class="term"><summary>{ term.term.clone() }</summary><p>{ term.definition.clone() }</p></details>
                }
            </div>
        </>
    }
}

/// The link to a benchmark's source, or the word that it is our own suggestion.
pub(super) fn source(words: Words, key: Option<&str>, catalogue: &Catalogue) -> Html {
    match key.and_then(|key| catalogue.source(key)) {
        Some(source) => {
            let to = ["#/method/source-", &source.key].concat();
            html! { <a class="source" href={to}>{ words.get(text::SOURCE_LINK) }</a> }
        }
        None => html! { <em class="source">{ words.get(text::OUR_SUGGESTION) }</em> },
    }
}
