//! One question of the catalogue with its answer and, one key away, the words around it.

use super::{
    Choice, ChoiceOption, Look, Send, TextField, button, h3, p, state_mark, summary, use_send,
    use_words,
};
use crate::model::view::answer;
use crate::model::view::assess::Card;
use crate::model::{Edit, Event, ViewEvent};
use crate::text::assess as text;
use crate::words::{Words, fill};
use engine::assessment::{ProtectionId, Response};
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
    let words = use_words();
    let card = &props.card;
    let id = card.id;
    let key = id.to_string();
    let protection = card
        .catalogue
        .as_ref()
        .and_then(|shared| shared.0.protection(id));
    let quick = words.quick().iter().find(|quick| quick.id == key);
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
    let choice = Choice {
        name: key.clone().into(),
        legend: question,
        hint,
        options,
        chosen,
        on_choose,
        look: Look::Plain,
    };
    html! {
        <article class="question" id={key.clone()} tabindex="-1">
            <div class="question__head">
                { state_mark(card.mark) }
                <span class="question__id">{ key.clone() }</span>
                <span class="tag" hidden={!must}>{ words.get(text::MUST_HAVE) }</span>
                <span class="tag" hidden={card.added.is_none()}>{ card.added.clone().unwrap_or_default() }</span>
            </div>
            { choice.draw() }
            <p class="derived" hidden={card.derived.is_none()}>
                { card.derived.clone().unwrap_or_default() }{ " " }{ words.get(text::DERIVED_HINT) }
            </p>
            <p class="hint" hidden={card.leaves.is_none()}>{ card.leaves.unwrap_or_default() }</p>
            <div class="question__more">
                if let Response::NotApplicable { reason } = &card.entry.response {
                    { because(&send, words, id, reason) }
                }
                <div class="actions">
                    <button type="button" class="button button--quiet" aria-expanded={card.details.to_string()}
                        onclick={send.says(Event::View(ViewEvent::Details(id)))}>{ words.get(text::DETAILS) }</button>
                    if !chosen.is_empty() {
                        { button(&send, "button button--quiet", words.get(text::ANSWER_CLEAR), Event::Edited(Edit::Response(id, Response::Unanswered))) }
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

/// Why a protection does not apply.
fn because(send: &Send, words: Words, id: ProtectionId, reason: &str) -> Html {
    let field = [&id.to_string(), "-because"].concat();
    let says = says(send, move |reason| Edit::NotApplicableBecause(id, reason));
    TextField::new(
        field,
        words.get(text::BECAUSE_LABEL),
        reason.to_owned(),
        says,
    )
    .hint(words.get(text::BECAUSE_HINT))
    .line()
}

fn details(send: &Send, words: Words, card: &Card, protection: Option<&Protection>) -> Html {
    let id = card.id;
    let key = id.to_string();
    let quick = words.quick().iter().find(|quick| quick.id == key);
    let (standard, strong) = match (protection, quick) {
        (Some(protection), _) => (protection.standard.as_str(), protection.strong.as_str()),
        (None, Some(quick)) => (quick.standard, quick.strong),
        (None, None) => ("", ""),
    };
    let evidence = card.entry.evidence.first();
    let quote = evidence.map_or("", |evidence| &evidence.quote);
    let place = evidence.map_or("", |evidence| &evidence.place);
    let field = |name: &str, label, value: &str, says| {
        TextField::new(
            [&*key, name].concat(),
            words.get(label),
            value.to_owned(),
            says,
        )
    };
    let says_quote = says(send, move |quote| Edit::Quote(id, quote));
    let says_place = says(send, move |place| Edit::QuotePlace(id, place));
    let says_note = says(send, move |note| Edit::Note(id, note));
    let quote = field("-quote", text::QUOTE, quote, says_quote);
    let place = field("-place", text::QUOTE_PLACE, place, says_place);
    let remark = field("-note", text::NOTE, &card.entry.note, says_note);
    html! {
        <>
            <div class="versus">
                <section class="versus__side">{ h3(words.get(text::STANDARD)) }{ p(standard) }</section>
                <section class="versus__side versus__side--strong">{ h3(words.get(text::STRONG)) }{ p(strong) }</section>
            </div>
            <div>
                if let Some((protection, shared)) = protection.zip(card.catalogue.as_ref()) {
                    { background(words, card, protection, &shared.0) }
                }
            </div>
            { quote.area("2") }
            { place.hint(words.get(text::QUOTE_PLACE_HINT)).line() }
            { remark.area("2") }
        </>
    }
}

/// Why it matters, what half credit needs, the benchmarks, both sides' view, the words used.
fn background(words: Words, card: &Card, protection: &Protection, catalogue: &Catalogue) -> Html {
    let several = words.get(text::SEVERAL);
    let n = card.locations.map_or_else(
        || several.to_owned(),
        |n| crate::format::whole(words, n.into()),
    );
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
                    <details key={term.id.clone()} class="term">{ summary(&term.term) }{ p(&term.definition) }</details>
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
