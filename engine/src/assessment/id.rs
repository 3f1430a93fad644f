//! The stable names of protections: `SC-01`.

use std::fmt;
use std::str::FromStr;

/// The two capital letters that name a group of protections, such as `SC`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct GroupCode([u8; 2]);

impl GroupCode {
    /// The group of the protections that a brand adds. The catalogue itself has no code that begins with an X.
    pub const ADDED: Self = Self(*b"XB");

    /// The letters as text.
    pub fn as_str(&self) -> &str {
        // Only capital ASCII letters get in, so the fallback is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for GroupCode {
    type Err = IdError;

    /// # Errors
    ///
    /// [`IdError`] unless the text is two capital letters A to Z.
    fn from_str(text: &str) -> Result<Self, IdError> {
        match text.as_bytes() {
            &[a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([a, b])),
            _ => Err(IdError::new(text)),
        }
    }
}

impl fmt::Display for GroupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The stable id of a protection: its group and its number in it, written `SC-01`.
///
/// The order is by letters, then number; the order in which protections are read is the catalogue's.
///
/// ```
/// use engine::assessment::ProtectionId;
///
/// let id: ProtectionId = "SC-01".parse()?;
/// assert_eq!(id.group().as_str(), "SC");
/// assert_eq!(id.number(), 1);
/// assert_eq!(id.to_string(), "SC-01");
/// assert!("SC-1".parse::<ProtectionId>().is_err());
/// # Ok::<(), engine::assessment::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ProtectionId {
    group: GroupCode,
    number: u8,
}

impl ProtectionId {
    /// The group that the protection belongs to.
    pub fn group(self) -> GroupCode {
        self.group
    }

    /// The number inside the group, 1 to 99.
    pub fn number(self) -> u8 {
        self.number
    }

    /// Whether a brand has added it: the standard catalogue has no such id.
    pub fn is_added(self) -> bool {
        self.group == GroupCode::ADDED
    }

    /// An id that this program itself names, such as the four of the quick check.
    pub(crate) const fn known(group: [u8; 2], number: u8) -> Self {
        Self {
            group: GroupCode(group),
            number,
        }
    }
}

impl FromStr for ProtectionId {
    type Err = IdError;

    /// # Errors
    ///
    /// [`IdError`] unless the text is two capital letters, a hyphen and two digits from 01 to 99.
    fn from_str(text: &str) -> Result<Self, IdError> {
        let &[a, b, b'-', tens, ones] = text.as_bytes() else {
            return Err(IdError::new(text));
        };
        let letters = a.is_ascii_uppercase() && b.is_ascii_uppercase();
        let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        if !letters || !digits || (tens == b'0' && ones == b'0') {
            return Err(IdError::new(text));
        }
        Ok(Self::known([a, b], (tens - b'0') * 10 + (ones - b'0')))
    }
}

impl fmt::Display for ProtectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.group.as_str())?;
        write!(f, "-{:02}", self.number)
    }
}

/// A text that is not an id.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{value}` is not the id of a protection or group; write it as in SC-01 or SC")]
pub struct IdError {
    value: String,
}

impl IdError {
    /// Keeps the beginning only: the text may come from a hostile file.
    fn new(text: &str) -> Self {
        Self {
            value: text.chars().take(40).collect(),
        }
    }

    /// The text that was refused, cut to 40 characters.
    pub fn value(&self) -> &str {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_id_survives_being_written_and_read() {
        for number in 1..=99 {
            let id = ProtectionId::known(*b"ML", number);
            assert_eq!(id.to_string().parse::<ProtectionId>().unwrap(), id);
        }
    }

    #[test]
    fn near_ids_are_refused() {
        for text in [
            "", "SC", "SC-1", "SC-00", "SC-001", "sc-01", "SC_01", "SC-0a", " SC-01", "SC-01 ",
            "ÄC-1", "S-012",
        ] {
            assert_eq!(text.parse::<ProtectionId>().unwrap_err().value(), text);
        }
        for text in ["", "S", "sc", "S1", "SCX", "Ä"] {
            assert!(text.parse::<GroupCode>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_refused_text_is_cut() {
        let long = "é".repeat(1000);
        assert_eq!(
            long.parse::<ProtectionId>()
                .unwrap_err()
                .value()
                .chars()
                .count(),
            40
        );
    }
}
