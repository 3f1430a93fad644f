use core::fmt;

use thiserror::Error;

use super::decimal::{self, DecimalFault};
use super::{ExactMoney, Fraction};

/// A currency by its three letters of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// An amount in whole minor units (cents) of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// How a part of a minor unit is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyRounding {
    /// To the lower minor unit.
    Down,
    /// To the nearest minor unit, a half to the even one.
    HalfEven,
}

/// Why something is not an amount, or two amounts do not go together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// Not three letters.
    #[error("`{text}` is not a currency; write its three letters, such as USD")]
    NotACurrency {
        /// What was written.
        text: String,
    },
    /// Nothing was written.
    #[error("no amount is given; write one such as 2400.00")]
    Empty,
    /// Something else than a number was written.
    #[error("`{text}` is not an amount; write digits with a decimal point, such as 2400.00")]
    NotANumber {
        /// What was written.
        text: String,
    },
    /// A comma, of thousands or of decimals.
    #[error("`{text}` has a comma; write thousands without a mark and decimals after a point")]
    Comma {
        /// What was written.
        text: String,
    },
    /// Less than nothing.
    #[error("`{text}` is negative; an amount is zero or more")]
    Negative {
        /// What was written.
        text: String,
    },
    /// Finer than the currency's minor unit.
    #[error("`{text}` has more than the {most} decimals of its currency")]
    TooManyDecimals {
        /// What was written.
        text: String,
        /// The decimals that the currency has.
        most: u32,
    },
    /// Amounts of two currencies do not add.
    #[error("an amount in {left} and one in {right} do not add; use one currency")]
    CurrencyMismatch {
        /// The currency of the first amount.
        left: Currency,
        /// The currency of the second.
        right: Currency,
    },
    /// More than 64 bits of minor units.
    #[error("the amount is too large")]
    TooLarge,
}

impl Currency {
    /// The US dollar.
    pub const USD: Self = Self(*b"USD");

    /// Reads three ASCII letters; small ones are taken for capitals.
    ///
    /// # Errors
    ///
    /// When the text is anything else.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        match text.trim().as_bytes() {
            letters @ [a, b, c] if letters.iter().all(u8::is_ascii_alphabetic) => {
                Ok(Self([a, b, c].map(u8::to_ascii_uppercase)))
            }
            _ => Err(MoneyError::NotACurrency {
                text: text.trim().to_owned(),
            }),
        }
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        // The letters are ASCII by construction, so that the text is always there.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The decimals of an amount (ISO 4217): 2 unless the currency is known to differ.
    pub const fn exponent(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Money {
    /// So many minor units.
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads an amount in major units: `2400` or `2400.50`.
    ///
    /// # Errors
    ///
    /// When the text is empty, no number, negative, has a comma, more decimals than the currency, or is too large.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let owned = || text.trim().to_owned();
        let decimal = decimal::parse(text).map_err(|fault| match fault {
            DecimalFault::Empty => MoneyError::Empty,
            DecimalFault::NotANumber => MoneyError::NotANumber { text: owned() },
            DecimalFault::Negative => MoneyError::Negative { text: owned() },
            DecimalFault::Comma => MoneyError::Comma { text: owned() },
            DecimalFault::TooLarge => MoneyError::TooLarge,
        })?;
        let most = currency.exponent();
        if decimal.places > most {
            return Err(MoneyError::TooManyDecimals {
                text: owned(),
                most,
            });
        }
        let minor = decimal
            .in_units(most)
            .and_then(|minor| i64::try_from(minor).ok())
            .ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor, currency })
    }

    /// Minor units: cents of a dollar.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The same amount for exact arithmetic.
    pub const fn exact(self) -> ExactMoney {
        ExactMoney::from_minor(Fraction::whole(self.minor as i128), self.currency)
    }

    /// The sum.
    ///
    /// # Errors
    ///
    /// When the currencies differ or the sum is too large.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyMismatch {
                left: self.currency,
                right: other.currency,
            });
        }
        let minor = self
            .minor
            .checked_add(other.minor)
            .ok_or(MoneyError::TooLarge)?;
        Ok(Self {
            minor,
            currency: self.currency,
        })
    }

    /// So many times the amount, settled to a whole minor unit as `rounding` says.
    ///
    /// # Errors
    ///
    /// When the product is too large.
    pub fn checked_mul(
        self,
        times: &Fraction,
        rounding: MoneyRounding,
    ) -> Result<Self, MoneyError> {
        self.exact().checked_mul(times)?.rounded(rounding)
    }
}

/// The plain form: `2400.50 USD`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (
            if self.minor < 0 { "-" } else { "" },
            self.minor.unsigned_abs(),
        );
        let (unit, width) = (
            10_u64.pow(self.currency.exponent()),
            self.currency.exponent() as usize,
        );
        let (major, minor) = (size / unit, size % unit);
        if width == 0 {
            write!(f, "{sign}{major} {}", self.currency)
        } else {
            write!(f, "{sign}{major}.{minor:0width$} {}", self.currency)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn usd(text: &str) -> Money {
        Money::parse(text, Currency::USD).unwrap()
    }

    #[test]
    fn reads_by_the_currency_s_decimals() {
        let yen = Currency::parse("jpy").unwrap();
        assert_eq!(usd("2400.5").minor(), 240_050);
        assert_eq!(Money::parse("2400", yen).unwrap().to_string(), "2400 JPY");
        assert_eq!(
            Money::parse("0.5", yen),
            Err(MoneyError::TooManyDecimals {
                text: "0.5".to_owned(),
                most: 0
            })
        );
        assert_eq!(
            Money::parse("1.2345", Currency::parse("KWD").unwrap()).unwrap_err(),
            MoneyError::TooManyDecimals {
                text: "1.2345".to_owned(),
                most: 3
            }
        );
        assert_eq!(
            Money::from_minor(-5, Currency::USD).to_string(),
            "-0.05 USD"
        );
    }

    #[test]
    fn refuses_what_is_no_amount() {
        let refused = |text| Money::parse(text, Currency::USD).unwrap_err();
        assert_eq!(refused(""), MoneyError::Empty);
        assert!(matches!(refused("-1"), MoneyError::Negative { .. }));
        assert!(matches!(refused("2,400"), MoneyError::Comma { .. }));
        assert!(matches!(refused("$5"), MoneyError::NotANumber { .. }));
        assert_eq!(refused("92233720368547758.08"), MoneyError::TooLarge);
        for text in ["US", "USDX", "U$D", "ÀB", ""] {
            assert!(Currency::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn sums_and_products_are_checked() {
        let euro = Money::from_minor(1, Currency::parse("EUR").unwrap());
        assert!(matches!(
            usd("1").checked_add(euro),
            Err(MoneyError::CurrencyMismatch { .. })
        ));
        let most = Money::from_minor(i64::MAX, Currency::USD);
        assert_eq!(most.checked_add(usd("0.01")), Err(MoneyError::TooLarge));
        // A tenth of two weeks of 24,000 a year, counted as 26 parts, is 92.307…
        let credit = "1/260".parse().unwrap();
        assert_eq!(
            usd("24000").checked_mul(&credit, MoneyRounding::Down),
            Ok(usd("92.30"))
        );
        assert_eq!(
            usd("24000").checked_mul(&credit, MoneyRounding::HalfEven),
            Ok(usd("92.31"))
        );
        assert_eq!(
            usd("0.01").checked_mul(&"1/2".parse().unwrap(), MoneyRounding::HalfEven),
            Ok(usd("0"))
        );
        assert_eq!(
            most.checked_mul(&Fraction::whole(i128::MAX), MoneyRounding::Down),
            Err(MoneyError::TooLarge)
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(minor in 0..=i64::MAX, code in "USD|JPY|KWD|CLF") {
            let money = Money::from_minor(minor, Currency::parse(&code).unwrap());
            let shown = money.to_string();
            let (amount, currency) = shown.split_once(' ').unwrap();
            prop_assert_eq!(Money::parse(amount, Currency::parse(currency).unwrap()), Ok(money));
        }
    }
}
