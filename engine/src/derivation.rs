//! Where a figure comes from: every number that leaves the engine can be opened to its formula and its inputs.

use chrono::NaiveDate;

use crate::quantity::{Count, ExactMoney, Fraction, Money, Percent, Seconds};

/// A value together with how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    /// The value, exact unless the derivation says how it was rounded.
    pub value: T,
    /// How it came about.
    pub derivation: Derivation,
}

/// How a figure came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// The formula.
    pub formula: FormulaId,
    /// What went into it, in the order in which the formula names them.
    pub inputs: Vec<Input>,
    /// The key of the convention that was chosen where the agreement leaves one open.
    pub convention: Option<&'static str>,
    /// How the value was rounded.
    pub rounding: Rounding,
}

/// The key of a formula, in kebab-case; its words stand in the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormulaId(pub &'static str);

/// One value that went into a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The key of its name, in kebab-case; its words stand in the content.
    pub name: &'static str,
    /// The value.
    pub value: Quantity,
    /// Who says so.
    pub origin: Origin,
}

/// A value of any kind that can go into a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A percentage.
    Percent(Percent),
    /// Whole seconds.
    Seconds(Seconds),
    /// An exact number.
    Fraction(Fraction),
    /// A number of things.
    Count(Count),
    /// An amount.
    Money(Money),
    /// An amount before rounding.
    ExactMoney(ExactMoney),
    /// A civil date.
    Day(NaiveDate),
    /// A proper name, shown as it is: that of a time zone.
    Name(String),
    /// The key of a text in the content.
    Text(&'static str),
}

/// Who says what a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// It stands in the agreement.
    Agreement,
    /// The person typed it for this question.
    Typed,
    /// It is a convention, chosen where the agreement is silent.
    Convention,
    /// It is a suggestion or a benchmark of the catalogue.
    Catalogue,
    /// It is itself a figure.
    Computed,
}

/// How a value was rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// Not at all.
    #[default]
    Exact,
    /// Down, to the last unit that the value shows.
    Down,
    /// To the nearest unit, a half to the even one.
    HalfEven,
}

/// A value on its way into a formula, with who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Who says so.
    pub origin: Origin,
}

impl<T> Sourced<T> {
    /// A value that stands in the agreement.
    pub const fn agreed(value: T) -> Self {
        Self {
            value,
            origin: Origin::Agreement,
        }
    }

    /// A value that the person typed.
    pub const fn typed(value: T) -> Self {
        Self {
            value,
            origin: Origin::Typed,
        }
    }

    /// A value that is a convention.
    pub const fn convention(value: T) -> Self {
        Self {
            value,
            origin: Origin::Convention,
        }
    }

    /// A value that is itself a figure.
    pub const fn computed(value: T) -> Self {
        Self {
            value,
            origin: Origin::Computed,
        }
    }
}

impl<T: Into<Quantity>> Sourced<T> {
    /// The value under the name that the formula has for it.
    pub fn named(self, name: &'static str) -> Input {
        Input {
            name,
            value: self.value.into(),
            origin: self.origin,
        }
    }
}

impl<T> Figure<T> {
    /// An exact value of a formula.
    pub fn exact(value: T, formula: FormulaId, inputs: Vec<Input>) -> Self {
        Self {
            value,
            derivation: Derivation {
                formula,
                inputs,
                convention: None,
                rounding: Rounding::Exact,
            },
        }
    }

    /// The same derivation with the rounding that was applied.
    #[must_use]
    pub fn rounded(mut self, rounding: Rounding) -> Self {
        self.derivation.rounding = rounding;
        self
    }

    /// The same derivation with the convention that was chosen.
    #[must_use]
    pub fn by_convention(mut self, key: &'static str) -> Self {
        self.derivation.convention = Some(key);
        self
    }

    /// The value on its way into the next formula.
    pub fn as_input(&self) -> Sourced<T>
    where
        T: Clone,
    {
        Sourced::computed(self.value.clone())
    }
}

macro_rules! quantity_from {
    ($($kind:ident: $inner:ty),*) => {
        $(impl From<$inner> for Quantity {
            fn from(value: $inner) -> Self {
                Self::$kind(value)
            }
        })*
    };
}

quantity_from!(Percent: Percent, Seconds: Seconds, Fraction: Fraction, Count: Count, Money: Money, ExactMoney: ExactMoney, Day: NaiveDate);
