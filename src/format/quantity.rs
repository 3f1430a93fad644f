//! Any value of a derivation.

use crate::words::Words;
use engine::derivation::Quantity;

/// A value as every screen writes it, whatever it is; a text key stands for itself.
pub fn quantity(words: Words, quantity: &Quantity) -> String {
    match quantity {
        Quantity::Percent(percent) => super::target(words, *percent),
        Quantity::Seconds(length) => super::seconds(words, *length),
        Quantity::Fraction(exact) => super::number(words, exact),
        Quantity::Count(count) => super::whole(words, count.get().into()),
        Quantity::Money(amount) => super::money(words, *amount),
        Quantity::ExactMoney(amount) => super::exact_money(words, amount).unwrap_or_default(),
        Quantity::Day(day) => super::day(words, *day),
        Quantity::Name(name) => name.clone(),
        Quantity::Text(key) => (*key).to_owned(),
    }
}
