//! One gap: why it stands where it stands, what to ask for, and how far the request has come.

use super::question::{says, source};
use super::{
    Choice, ChoiceOption, Look, Send, TextField, copy, figure, h4, schedule, state_mark, summary,
    use_send, use_words,
};
use crate::model::view::results::{GapCard, STATES, state_key, state_of};
use crate::model::{Edit, Event};
use crate::text::results as text;
use crate::words::{Words, fill};
use engine::rubric::{Catalogue, Protection, Schedule};
use yew::prelude::*;

/// Properties of [`GapEntry`].
#[derive(Properties, PartialEq)]
pub struct GapEntryProps {
    /// The gap.
    pub card: GapCard,
}

/// One gap. Redrawn only when its own card changes.
#[component]
pub fn GapEntry(props: &GapEntryProps) -> Html {
    let send = use_send();
    let words = use_words();
    let card = &props.card;
    let catalogue = &card.catalogue.0;
    let key = ["gap-", &card.id.to_string()].concat();
    let Some(protection) = catalogue.protection(card.id) else {
        return html! { <article hidden={true}></article> };
    };
    let named = [("id", &*card.id.to_string()), ("title", &*protection.title)];
    let exposure = fill(&protection.exposure, &[("n", &card.locations)]);
    html! {
        <article class="gap" id={key.clone()} tabindex="-1" aria-labelledby={[&key, "-title"].concat()}>
            <header class="gap__head">
                <span class="gap__rank" aria-label={words.fill(text::GAPS_RANK, &[("n", &card.rank.to_string())])} role="img">{ card.rank }</span>
                <h3 id={[&key, "-title"].concat()}>{ protection.title.clone() }</h3>
                { state_mark(card.mark) }
                <a class="gap__link" href={["#/assess/", &card.id.to_string()].concat()}
                    aria-label={words.fill(text::GAPS_QUESTION_NAMED, &named)}>{ card.id.to_string() }</a>
            </header>
            <p class="gap__because hint">{ card.because.clone() }</p>
            <dl class="facts">
                if let Some(time) = &card.incident {
                    <div><dt>{ words.get(text::GAPS_INCIDENT) }</dt><dd>{ figure(time, "figure") }</dd></div>
                }
                <div><dt>{ words.get(text::GAPS_EXPOSURE) }</dt><dd>{ exposure }</dd></div>
                <div><dt>{ words.get(text::GAPS_ASK) }</dt><dd class="gap__ask">{ protection.ask.clone() }</dd></div>
            </dl>
            <details class="gap__wording">
                { summary(words.get(text::GAPS_CLAUSE_SUMMARY)) }
                { wording(&send, words, protection, catalogue) }
            </details>
            <div class="gap__follow">{ follow(&send, words, card) }</div>
        </article>
    }
}

fn wording(send: &Send, words: Words, protection: &Protection, catalogue: &Catalogue) -> Html {
    let table = protection
        .schedule
        .as_deref()
        .and_then(|id| catalogue.schedule(id));
    let copied = words.fill(
        text::GAPS_COPY_CLAUSE_NAMED,
        &[("title", &protection.title)],
    );
    html! {
        <>
            { h4(words.get(text::GAPS_CLAUSE)) }
            <blockquote class="clause">{ protection.clause.clone() }</blockquote>
            <p>{ copy(send, "button", words.get(text::GAPS_COPY_CLAUSE), Some(copied), protection.clause.clone()) }</p>
            <div>
                if let Some(table) = table {
                    { template(send, words, protection, table) }
                }
            </div>
            { h4(words.get(text::GAPS_BENCHMARKS)) }
            <ul>
                for (at, benchmark) in protection.benchmarks.iter().enumerate() {
                    <li key={at}>{ benchmark.text.clone() }{ " " }{ source(words, benchmark.source.as_deref(), catalogue) }</li>
                }
            </ul>
        </>
    }
}

fn template(send: &Send, words: Words, protection: &Protection, table: &Schedule) -> Html {
    let id = ["template-", &protection.id.to_string()].concat();
    html! {
        <details>
            <summary id={id.clone()}>{ words.fill(text::GAPS_SCHEDULE, &[("title", &table.title)]) }</summary>
            { schedule(send, words, table, id) }
        </details>
    }
}

fn follow(send: &Send, words: Words, card: &GapCard) -> Html {
    let id = card.id;
    let key = ["gap-", &id.to_string()].concat();
    let options = ChoiceOption::list(&STATES.map(|(key, _, name)| (key, words.get(name))));
    let on_choose = {
        let send = send.clone();
        Callback::from(move |key: &'static str| {
            send.emit(Event::Edited(Edit::AskState(id, state_of(key))));
        })
    };
    let state = Choice {
        name: [&key, "-state"].concat().into(),
        legend: words.get(text::GAPS_STATUS).into(),
        hint: card.since.clone().into(),
        options,
        chosen: state_key(card.ask.state),
        on_choose,
        look: Look::Small,
    };
    let owner = TextField::new(
        [&key, "-owner"].concat(),
        words.get(text::GAPS_OWNER),
        card.ask.owner.clone(),
        says(send, move |owner| Edit::AskOwner(id, owner)),
    );
    let counter = TextField::new(
        [&key, "-counter"].concat(),
        words.get(text::GAPS_COUNTER),
        card.ask.counter_wording.clone(),
        says(send, move |wording| Edit::AskCounter(id, wording)),
    );
    html! {
        <>
            { state.draw() }
            <details>
                { summary(words.get(text::GAPS_FOLLOW)) }
                { owner.line() }
                { counter.hint(words.get(text::GAPS_COUNTER_HINT)).area("2") }
            </details>
        </>
    }
}
