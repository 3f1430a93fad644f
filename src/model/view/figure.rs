//! A figure that can be opened: the finished text, and how it came about.

use crate::format;
use crate::text::{figures as text, formats};
use crate::words::{Text, Words};
use engine::derivation::{Derivation, Figure, Input, Origin, Quantity, Rounding};

/// A finished figure with how it came about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The language of its labels.
    pub words: Words,
    /// The figure.
    pub text: String,
    /// How it came about.
    pub derivation: DerivationView,
}

/// What stands in a place that may hold a figure.
pub enum Cell {
    /// A figure that can be opened.
    Figure(Shown),
    /// Words.
    Text(String),
}

impl Cell {
    /// What is read there.
    pub fn words(&self) -> &str {
        match self {
            Self::Figure(shown) => &shown.text,
            Self::Text(text) => text,
        }
    }
}

/// How a figure came about, in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DerivationView {
    /// The formula.
    pub formula: String,
    /// What went into it.
    pub inputs: Vec<InputView>,
    /// The convention that was chosen, if one was.
    pub convention: Option<String>,
    /// How it was rounded.
    pub rounding: String,
}

/// One value that went into a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct InputView {
    /// What it is.
    pub name: String,
    /// The value.
    pub value: String,
    /// Who says so.
    pub origin: String,
}

/// Inputs that are fractions and mean seconds; any other fraction is a number.
const TIMES: [&str; 7] = [
    "outage",
    "location-time",
    "allowance",
    "allowance-before",
    "allowance-after",
    "lost-before",
    "lost-in-week",
];

/// A figure with the text that its value has on this screen.
pub fn shown<T>(words: Words, figure: &Figure<T>, text: String) -> Shown {
    let mut derivation = derivation(words, &figure.derivation);
    // The value may be exact and yet too long to be shown whole.
    let mark = words.fill(formats::ROUNDED_DOWN, &[("value", "")]);
    if text.contains(mark.trim()) {
        words
            .get(text::ROUNDING_DOWN)
            .clone_into(&mut derivation.rounding);
    }
    Shown {
        words,
        text,
        derivation,
    }
}

/// How a figure came about, in words.
pub fn derivation(words: Words, derivation: &Derivation) -> DerivationView {
    DerivationView {
        formula: named(words, "formula-", derivation.formula.0),
        inputs: derivation
            .inputs
            .iter()
            .map(|given| input(words, given))
            .collect(),
        convention: derivation
            .convention
            .map(|key| named(words, "convention-", key)),
        rounding: words.get(rounding(derivation.rounding)).to_owned(),
    }
}

/// The words of a convention's key.
pub fn convention(words: Words, key: &str) -> String {
    named(words, "convention-", key)
}

/// The text of an engine's key; the key itself where there is none, so that it is noticed.
fn named(words: Words, kind: &str, key: &str) -> String {
    words
        .by_name(&[kind, key].concat())
        .unwrap_or(key)
        .to_owned()
}

fn input(words: Words, input: &Input) -> InputView {
    InputView {
        name: named(words, "input-", input.name),
        value: value(words, input),
        origin: words.get(origin(input.origin)).to_owned(),
    }
}

fn value(words: Words, input: &Input) -> String {
    match &input.value {
        Quantity::Fraction(exact) if TIMES.contains(&input.name) => format::duration(words, exact),
        Quantity::Text(key) => named(words, "text-", key),
        other => format::quantity(words, other),
    }
}

/// The words of who says a value.
pub fn origin(origin: Origin) -> Text {
    match origin {
        Origin::Agreement => text::ORIGIN_AGREEMENT,
        Origin::Typed => text::ORIGIN_TYPED,
        Origin::Convention => text::ORIGIN_CONVENTION,
        Origin::Catalogue => text::ORIGIN_CATALOGUE,
        Origin::Computed => text::ORIGIN_COMPUTED,
    }
}

fn rounding(rounding: Rounding) -> Text {
    match rounding {
        Rounding::Exact => text::ROUNDING_EXACT,
        Rounding::Down => text::ROUNDING_DOWN,
        Rounding::HalfEven => text::ROUNDING_HALF_EVEN,
    }
}

#[cfg(test)]
mod tests;
