//! A figure that opens to how it was worked out.

use crate::model::view::figure::{Cell, Shown};
use crate::text::figures as text;
use yew::prelude::*;

/// A figure as a summary that opens its derivation: formula, inputs with who says so, convention, rounding.
pub fn figure(shown: &Shown, class: &'static str) -> Html {
    let words = shown.words;
    let derivation = &shown.derivation;
    let last = [
        (
            text::CONVENTION_LABEL,
            derivation.convention.as_deref().unwrap_or_default(),
        ),
        (text::ROUNDING_LABEL, &*derivation.rounding),
    ];
    html! {
        <details {class}>
            <summary>
                <span class="figure__value number">{ shown.text.clone() }</span>
                <span class="sr-only">{ ". " }{ words.get(text::HOW) }</span>
            </summary>
            <div class="figure__derivation">
                <p class="figure__formula">{ derivation.formula.clone() }</p>
                <dl class="facts">
                    for input in derivation.inputs.iter() {
                        <div key={input.name.clone()}>
                            <dt>{ input.name.clone() }</dt>
                            <dd><bdi class="number">{ input.value.clone() }</bdi>{ " " }<span class="tag">{ input.origin.clone() }</span></dd>
                        </div>
                    }
                    for (name, value) in last {
                        <div key={words.get(name)} hidden={value.is_empty()}><dt>{ words.get(name) }</dt><dd>{ value.to_owned() }</dd></div>
                    }
                </dl>
            </div>
        </details>
    }
}

/// A figure that opens, or words where there is none.
pub fn cell(cell: &Cell) -> Html {
    match cell {
        Cell::Figure(shown) => figure(shown, "figure"),
        Cell::Text(text) => html! { <bdi>{ text.clone() }</bdi> },
    }
}
