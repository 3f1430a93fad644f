//! The plan as one text, and how to negotiate.

use super::paragraphs;
use crate::components::{Send, button, copy, h3, h4, p, state_mark, summary};
use crate::model::plan::Plan;
use crate::model::view::results as view;
use crate::model::{Event, Model, Results};
use crate::text::{assess, results as text};
use engine::rubric::{Catalogue, Step};
use yew::prelude::*;

/// The plan.
pub fn section(send: &Send, model: &Model, catalogue: &Catalogue, results: &Results) -> Html {
    let words = model.words;
    let Some(plan) = Plan::of(model, catalogue, results).and_then(|plan| plan.text()) else {
        return html! { <p key="none">{ words.get(text::PLAN_EMPTY) }</p> };
    };
    html! {
        <div key="some">
            { p(words.get(text::PLAN_LEAD)) }
            <div class="actions">
                { copy(send, "button button--primary", words.get(text::PLAN_COPY), None, plan.clone()) }
                { button(send, "button no-print", words.get(text::PLAN_PRINT), Event::PrintWanted) }
            </div>
            <pre class="plan" tabindex="0" role="region" aria-label={words.get(text::PLAN_TEXT)} dir="auto">{ plan }</pre>
        </div>
    }
}

/// Leverage, the things to win first, the steps, the two clocks, the comparison cards.
pub fn advice(send: &Send, model: &Model, catalogue: &Catalogue, results: &Results) -> Html {
    let words = model.words;
    let negotiation = catalogue.negotiation();
    let clocks = catalogue.response_resolution();
    html! {
        <div class="advice">
            <details>
                { summary(&negotiation.leverage.title) }
                { paragraphs(&negotiation.leverage.paragraphs) }
            </details>
            <details>
                { summary(words.get(text::PLAN_ITEMS)) }
                { items(send, model, catalogue, results) }
            </details>
            <details>
                { summary(words.get(text::PLAN_STEPS)) }
                <ol>{ steps(&negotiation.steps) }</ol>
            </details>
            <details>
                { summary(&clocks.title) }
                { p(&clocks.lead) }
                <ul>{ steps(&clocks.points) }</ul>
                { p(&clocks.example) }
            </details>
            <details>
                { summary(words.get(text::PLAN_CARDS)) }
                for card in catalogue.cards().iter() {
                    <div key={card.id.clone()} class="compare">
                        { h3(&card.title) }
                        <div class="versus">
                            <div class="versus__side">{ h4(words.get(assess::STANDARD)) }{ p(&card.standard) }</div>
                            <div class="versus__side versus__side--strong">{ h4(words.get(assess::STRONG)) }{ p(&card.strong) }</div>
                        </div>
                        { p(&card.why) }
                    </div>
                }
            </details>
        </div>
    }
}

fn items(send: &Send, model: &Model, catalogue: &Catalogue, results: &Results) -> Html {
    let words = model.words;
    html! {
        <ol class="wins">
            for item in view::advice_items(words, catalogue, results) {
                <li key={item.id.clone()}>
                    { h3(&item.title) }
                    <blockquote class="clause">{ item.say.clone() }</blockquote>
                    { p(&item.why) }
                    <ul class="wins__list">
                        for (id, title, mark) in item.wins.iter() {
                            <li key={id.clone()}>
                                <a href={["#/assess/", id].concat()}>{ id.clone() }</a>{ " " }{ title.clone() }{ " " }{ state_mark(*mark) }
                            </li>
                        }
                    </ul>
                    { copy(send, "button", words.get(text::PLAN_COPY_SAY),
                        Some(words.fill(text::PLAN_COPY_SAY_NAMED, &[("title", &item.title)])), item.say.clone()) }
                </li>
            }
        </ol>
    }
}

fn steps(steps: &[Step]) -> Html {
    html! {
        <>
            for (at, step) in steps.iter().enumerate() {
                <li key={at}><strong>{ step.title.clone() }</strong>{ ". " }{ step.body.clone() }</li>
            }
        </>
    }
}
