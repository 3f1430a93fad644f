//! Decimal text to an exact number: the one reader behind percentages, amounts and durations.

/// A non-negative decimal: `mantissa / 10^places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) mantissa: u128,
    pub(crate) places: u32,
}

/// Why a text is not such a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecimalFault {
    Empty,
    Negative,
    Comma,
    NotANumber,
    TooLarge,
}

/// More digits than any quantity here can use, and few enough that nothing below can overflow.
const MOST_DIGITS: usize = 30;

/// Reads `12`, `12.5`; digits stand on both sides of a point.
pub(crate) fn parse(text: &str) -> Result<Decimal, DecimalFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DecimalFault::Empty);
    }
    match text.strip_prefix(['-', '\u{2212}']) {
        None => magnitude(text),
        Some(rest) => match magnitude(rest) {
            Ok(_) | Err(DecimalFault::TooLarge) => Err(DecimalFault::Negative),
            Err(_) => Err(DecimalFault::NotANumber),
        },
    }
}

fn magnitude(text: &str) -> Result<Decimal, DecimalFault> {
    if text.contains(',')
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
    {
        return Err(DecimalFault::Comma);
    }
    let (whole, part) = match text.split_once('.') {
        Some((whole, part)) if !part.is_empty() => (whole, part),
        Some(_) => return Err(DecimalFault::NotANumber),
        None => (text, ""),
    };
    if whole.is_empty()
        || !whole
            .bytes()
            .chain(part.bytes())
            .all(|b| b.is_ascii_digit())
    {
        return Err(DecimalFault::NotANumber);
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() + part.len() > MOST_DIGITS {
        return Err(DecimalFault::TooLarge);
    }
    let mantissa = whole
        .bytes()
        .chain(part.bytes())
        .fold(0, |sum, b| sum * 10 + u128::from(b - b'0'));
    Ok(Decimal {
        mantissa,
        places: u32::try_from(part.len()).unwrap_or(u32::MAX),
    })
}

impl Decimal {
    /// The same number in units of `10^-places`, if it is a whole number of them.
    pub(crate) fn in_units(self, places: u32) -> Option<u128> {
        if self.places <= places {
            self.mantissa
                .checked_mul(10_u128.checked_pow(places - self.places)?)
        } else {
            let step = 10_u128.checked_pow(self.places - places)?;
            self.mantissa
                .is_multiple_of(step)
                .then_some(self.mantissa / step)
        }
    }
}
