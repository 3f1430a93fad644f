//! Amounts of money.

use super::{fixed, locale, number};
use crate::text::formats as text;
use crate::words::Words;
use engine::quantity::{ExactMoney, Fraction, Money, MoneyRounding};

/// An amount: `$60,480.00`.
pub fn money(words: Words, amount: Money) -> String {
    let currency = amount.currency();
    let size = amount.minor().unsigned_abs();
    let digits = fixed(words, size, currency.exponent());
    let pattern = locale::money_pattern(words, currency.code());
    let value = crate::words::fill(pattern, &[("n", &digits), ("code", currency.code())]);
    if amount.minor() < 0 {
        words.fill(text::MINUS, &[("value", &value)])
    } else {
        value
    }
}

/// An amount before rounding, cut to a whole minor unit and marked if it was none; `None` past what money holds.
pub fn exact_money(words: Words, amount: &ExactMoney) -> Option<String> {
    let cut = amount.rounded(MoneyRounding::Down).ok()?;
    let exact = *amount.minor() == Fraction::whole(i128::from(cut.minor()));
    Some(number::marked(words, money(words, cut), exact))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use engine::quantity::Currency;

    fn shown(minor: i64, code: &str) -> String {
        money(
            Words::english(),
            Money::from_minor(minor, Currency::parse(code).unwrap()),
        )
    }

    #[test]
    fn amounts_follow_their_currency() {
        assert_eq!(shown(6_048_000, "USD"), "$60,480.00");
        assert_eq!(shown(5, "USD"), "$0.05");
        assert_eq!(shown(-123_456, "USD"), "−$1,234.56");
        assert_eq!(shown(1_500, "JPY"), "JPY 1,500");
        assert_eq!(shown(1_500, "KWD"), "KWD 1.500");
        assert_eq!(shown(i64::MIN, "USD"), "−$92,233,720,368,547,758.08");
    }

    #[test]
    fn exact_amounts_say_when_they_are_cut() {
        let exact = |text: &str| {
            let minor = text.parse().unwrap();
            exact_money(
                Words::english(),
                &ExactMoney::from_minor(minor, Currency::USD),
            )
        };
        assert_eq!(exact("250").unwrap(), "$2.50");
        assert_eq!(exact("1001/4").unwrap(), "$2.50 (rounded down)");
        assert_eq!(exact("99999999999999999999"), None);
    }
}
