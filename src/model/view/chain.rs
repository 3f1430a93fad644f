//! The chain that one location's work depends on, as it is shown.

mod form;
mod found;

pub use form::{FieldView, PartView};
pub use found::{Found, MoreRow, PartRow, PeriodRow, Promise};

use super::figure::{DerivationView, InputView, Shown};
use crate::format;
use crate::model::lab::{ChainEvent, LabEvent, MOST_PARTS, part_name};
use crate::model::{Event, Model};
use crate::text::{chain as text, figures, formats};
use crate::words::{Text, Words};
use engine::composition::chain;
use engine::quantity::{BigFraction, Fraction, Seconds};

/// The screen.
pub struct View {
    /// The parts, in order.
    pub parts: Vec<PartView>,
    /// Whether no part can be added.
    pub full: bool,
    /// What there is to say of their number; empty = nothing.
    pub note: String,
    /// What the chain gives; absent while it has no parts.
    pub found: Option<Found>,
    /// Parts that are not valid as typed.
    pub stale: Vec<String>,
}

/// The event that a change of the chain is.
pub fn event(event: ChainEvent) -> Event {
    Event::Lab(LabEvent::Chain(event))
}

/// The screen as it is shown.
pub fn view(model: &Model) -> View {
    let words = model.words;
    let parts = &model.lab.chain.parts;
    let groups: Vec<_> = parts.iter().map(|part| part.used.clone()).collect();
    // What is used is valid, so that only an empty chain gives nothing.
    let made = chain(&groups).ok();
    let links = made.as_ref().map_or(&[][..], |made| &made.links);
    let linked = || parts.iter().enumerate().zip(links);
    let stale = linked()
        .filter(|((_, part), _)| part.is_stale())
        .map(|((at, part), link)| {
            let values = [
                ("name", &*part_name(words, at, part)),
                ("share", &*form::says(words, &part.used, &link.availability)),
            ];
            words.fill(text::STALE, &values)
        });
    View {
        stale: stale.collect(),
        parts: linked()
            .map(|((at, part), link)| form::part(model, at, part, link))
            .collect(),
        full: parts.len() >= MOST_PARTS,
        note: match parts.len() {
            0 => words.get(text::EMPTY).to_owned(),
            MOST_PARTS.. => words.fill(text::FULL, &[("n", &MOST_PARTS.to_string())]),
            _ => String::new(),
        },
        found: made.as_ref().map(|made| found::found(model, made)),
    }
}

/// A share of one in percent, cut after six decimals.
fn percent(words: Words, share: &BigFraction) -> String {
    let cut = share
        .floor_at(8)
        .and_then(|units| Fraction::new(units, 100_000_000));
    format::percent(words, &cut.unwrap_or(Fraction::ZERO))
}

/// Seconds to the nearest whole one, in hours.
fn time(words: Words, seconds: &BigFraction) -> String {
    let nearest = seconds
        .nearest()
        .and_then(|whole| u64::try_from(whole).ok());
    match nearest.unwrap_or_default() {
        0 if *seconds > BigFraction::zero() => words.get(text::TRACE).to_owned(),
        0 => words.fill(formats::HOURS, &[("n", "0")]),
        whole => format::in_hours(words, Seconds::new(whole)),
    }
}

/// One value that went into a figure.
fn input(words: Words, name: Text, value: String, origin: &'static str) -> InputView {
    InputView {
        name: words.get(name).to_owned(),
        value,
        origin: origin.to_owned(),
    }
}

/// A share of one as a figure that opens.
fn share_of(words: Words, share: &BigFraction, formula: Text, inputs: Vec<InputView>) -> Shown {
    let exact = share
        .floor_at(8)
        .and_then(|units| Fraction::new(units, 100_000_000));
    let exact = exact.is_some_and(|cut| BigFraction::from(&cut) == *share);
    Shown {
        words,
        text: percent(words, share),
        derivation: DerivationView {
            formula: words.get(formula).to_owned(),
            inputs,
            convention: None,
            rounding: words
                .get(if exact {
                    figures::ROUNDING_EXACT
                } else {
                    figures::ROUNDING_DOWN
                })
                .to_owned(),
        },
    }
}
