//! What is wrong with a brand's file: the place, and what would be right there.

use crate::assessment::IdError;
use crate::quantity::MoneyError;
use std::fmt;

/// The largest file of a brand, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// As many problems are told at once.
pub(super) const TOLD: usize = 20;

/// One thing that is wrong with a brand's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place, such as `texts.lead.en`; empty = the file as a whole.
    pub path: String,
    /// What is wrong there, and what would be right.
    pub what: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        self.what.fmt(f)
    }
}

/// What is wrong at a place. Texts out of the file are cut to 40 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than any brand needs.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// Not JSON, or nested deeper than any brand is.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON of another kind.
    NotABrand,
    /// Of a later release.
    Newer,
    /// The same key stands twice in one object.
    Twice,
    /// Nothing stands here and something must.
    Missing,
    /// A key that nothing reads: most often a slip of the pen.
    Unknown {
        /// What may stand beside it.
        known: Vec<&'static str>,
    },
    /// Something else belongs here.
    Wanted(&'static str),
    /// The word is not one of those that belong here.
    NotOneOf {
        /// What stands here.
        value: String,
        /// What may stand here.
        allowed: Vec<&'static str>,
    },
    /// A text longer than its place.
    TooLong {
        /// How many characters it may have.
        most: usize,
    },
    /// A list longer than any brand needs.
    TooMany {
        /// How many entries it may have.
        most: usize,
    },
    /// Not three letters of a currency.
    Currency(MoneyError),
    /// Not the id of a protection.
    NotAnId(IdError),
    /// The id is taken.
    SameId,
    /// An added protection has an id that is not a brand's.
    NotOwnId,
    /// The overlay changes what it adds.
    ChangesOwn,
    /// The overlay touches one of the four gaps.
    FourGaps,
    /// The overlay changes the weight of a must-have, or what its answer means.
    MustHave,
    /// There is no such protection.
    NoSuch,
    /// A page that every brand has is not in the list.
    PageStays {
        /// Which.
        page: &'static str,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(
                f,
                "the file has {bytes} bytes and may have {LARGEST}; use a smaller logo"
            ),
            Self::NotJson { line, column } => write!(
                f,
                "this is not JSON at line {line}, column {column}; look for a missing comma, quotation mark or bracket"
            ),
            Self::NotABrand => {
                f.write_str("this is no brand file; its first line should be \"format\": \"sla-gap-brand\"")
            }
            Self::Newer => f.write_str("this was written for a later release; use version 1"),
            Self::Twice => f.write_str("this key stands twice; keep one of them"),
            Self::Missing => f.write_str("nothing stands here; it is needed"),
            Self::Unknown { known } => {
                write!(f, "nothing reads this key; the keys here are: {}", known.join(", "))
            }
            Self::Wanted(what) => write!(f, "this should be {what}"),
            Self::NotOneOf { value, allowed } => {
                write!(f, "`{value}` should be one of: {}", allowed.join(", "))
            }
            Self::TooLong { most } => {
                write!(f, "this is too long; use {most} characters at most")
            }
            Self::TooMany { most } => write!(f, "there are too many; use {most} at most"),
            Self::Currency(error) => error.fmt(f),
            Self::NotAnId(error) => error.fmt(f),
            Self::SameId => f.write_str("this id is taken; give each protection an id of its own"),
            Self::NotOwnId => f.write_str("an added protection has an id from XB-01 to XB-99"),
            Self::ChangesOwn => f.write_str(
                "the overlay adds this protection itself; say it where it is added",
            ),
            Self::FourGaps => f.write_str(
                "this is one of the four gaps of the quick check, which is the same everywhere; leave it out",
            ),
            Self::MustHave => f.write_str(
                "this is a must-have; its weight, and what a yes to it means, stay as they are; leave this out",
            ),
            Self::NoSuch => f.write_str("there is no protection of this id in the catalog; check it"),
            Self::PageStays { page } => write!(f, "every brand has the page `{page}`; add it"),
        }
    }
}

/// Why a brand's file is not used. Nothing of such a file is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandError {
    /// What is wrong, in the order of the file; never empty.
    pub problems: Vec<Problem>,
}

impl fmt::Display for BrandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.problems.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for BrandError {}

/// The beginning of a text out of a file, short enough for a message.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}
