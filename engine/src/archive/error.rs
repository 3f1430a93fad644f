//! Why a file cannot be opened: the place, what is wrong there, and what would be right.

use super::limits;
use crate::assessment::IdError;
use crate::calendar::CalendarError;
use crate::quantity::{MoneyError, PercentError};
use std::fmt;
use thiserror::Error;

/// Why a file cannot be opened. Nothing of such a file is used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ArchiveError {
    /// The file is empty.
    #[error("the file is empty; choose the file that was exported from this tool")]
    Empty,
    /// The file is larger than any that this tool writes.
    #[error("the file has {bytes} bytes, more than the {most} that a saved file may have; choose the file that was exported from this tool", most = limits::BYTES)]
    TooLarge {
        /// The size of the file.
        bytes: usize,
    },
    /// The file ends in the middle.
    #[error(
        "the file ends too early, at line {line}, column {column}; it was cut off on its way, so fetch or export it again"
    )]
    EndsTooEarly {
        /// The last line, from 1.
        line: usize,
        /// The column where it ends.
        column: usize,
    },
    /// The file is not JSON at all.
    #[error(
        "not a saved file: at line {line}, column {column} it is not JSON; choose the file that was exported from this tool"
    )]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but of another program.
    #[error("not a file of this tool: its `format` is {}; choose the file that was exported from this tool", found.as_deref().unwrap_or("missing"))]
    NotOurs {
        /// What its `format` says, cut to 40 characters; `None` if it says nothing.
        found: Option<String>,
    },
    /// Behind a passphrase, where a plain file is wanted.
    #[error("the file is locked with a passphrase; open it in the library, which asks for it")]
    Locked,
    /// Written by a version of this tool that came later.
    #[error(
        "the file has version {version} and this program knows versions up to {newest}; reload the program to get its newest release, then open the file again"
    )]
    Newer {
        /// The file's version.
        version: u64,
        /// The newest version that is known here.
        newest: u32,
    },
    /// A file with several clients stands where one client is wanted.
    #[error("the file holds {clients} clients; open it as a library")]
    SeveralClients {
        /// How many.
        clients: usize,
    },
    /// Something in the file is not what belongs there.
    #[error("{path}: {problem}")]
    At {
        /// The place, such as `client.agreements[0].services[2].target.says`.
        path: String,
        /// What is wrong there.
        problem: Problem,
    },
}

/// What is wrong at a place. Texts out of the file are cut to 40 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing stands here and something must.
    Missing,
    /// One kind of value stands where another belongs.
    WrongType {
        /// What belongs here.
        wanted: Wanted,
        /// What stands here.
        found: Found,
    },
    /// The word is not one of those that belong here.
    NotOneOf {
        /// What stands here.
        value: String,
        /// What may stand here.
        allowed: Vec<&'static str>,
    },
    /// Less than nothing.
    Negative,
    /// Too small or too large a number.
    OutOfRange {
        /// The least that may stand here.
        least: u64,
        /// The most that may stand here.
        most: u64,
    },
    /// Not a percentage.
    Percent(PercentError),
    /// Not an amount.
    Money(MoneyError),
    /// Not the id of a protection.
    ProtectionId(IdError),
    /// Not an id.
    NotAnId {
        /// What stands here.
        value: String,
    },
    /// The same id stands twice in one list.
    DuplicateId {
        /// The id.
        value: String,
    },
    /// Not a date, an instant or a time of day.
    Calendar(CalendarError),
    /// No hours at all.
    NoWindows,
    /// An end that lies before its start.
    EndsBeforeStart,
    /// Not bytes in Base64, or not as many as belong here.
    NotBase64,
    /// A text longer than any field holds.
    TextTooLong {
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        most: usize,
    },
    /// A list longer than the tool holds.
    TooMany {
        /// How many entries it has.
        entries: usize,
        /// How many it may have.
        most: usize,
    },
}

/// What belongs at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// `{ … }`.
    Object,
    /// `[ … ]`.
    List,
    /// A text in quotation marks.
    Text,
    /// A whole number.
    WholeNumber,
    /// `true` or `false`.
    YesOrNo,
    /// A percentage as a text, such as `"99.9"`.
    PercentText,
    /// `{"silent": true}` or `{"says": …}`.
    Statement,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// `null`.
    Null,
    /// `true` or `false`.
    YesOrNo,
    /// A number.
    Number,
    /// A text.
    Text,
    /// `[ … ]`.
    List,
    /// `{ … }`.
    Object,
}

impl Wanted {
    fn words(self) -> &'static str {
        match self {
            Self::Object => "an object { … }",
            Self::List => "a list [ … ]",
            Self::Text => "a text in quotation marks",
            Self::WholeNumber => "a whole number",
            Self::YesOrNo => "true or false",
            Self::PercentText => "a percentage in quotation marks, such as \"99.9\"",
            Self::Statement => "{\"silent\": true} or {\"says\": …}",
        }
    }
}

impl Found {
    fn words(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::YesOrNo => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("nothing stands here; it is needed"),
            Self::WrongType { wanted, found } => write!(
                f,
                "this is {}; it should be {}",
                found.words(),
                wanted.words()
            ),
            Self::NotOneOf { value, allowed } => {
                write!(f, "`{value}` should be one of: {}", allowed.join(", "))
            }
            Self::Negative => f.write_str("this is negative; it should be zero or more"),
            Self::OutOfRange { least, most } => {
                write!(f, "this should be a number from {least} to {most}")
            }
            Self::Percent(error) => error.fmt(f),
            Self::Money(error) => error.fmt(f),
            Self::ProtectionId(error) => error.fmt(f),
            Self::NotAnId { value } => {
                write!(
                    f,
                    "`{value}` is not an id; use 1 to {} letters, digits, hyphens, underscores or points",
                    limits::ID
                )
            }
            Self::DuplicateId { value } => write!(
                f,
                "the id `{value}` stands twice; give each entry an id of its own"
            ),
            Self::Calendar(error) => error.fmt(f),
            Self::NoWindows => {
                f.write_str("no hours are given; give at least one row, or leave the entry out")
            }
            Self::EndsBeforeStart => {
                f.write_str("the end lies before the start; change one of them")
            }
            Self::NotBase64 => f.write_str(
                "this is not the text that was written; the file was changed on its way, so fetch or export it again",
            ),
            Self::TextTooLong { characters, most } => {
                write!(
                    f,
                    "the text has {characters} characters and may have {most}; shorten it"
                )
            }
            Self::TooMany { entries, most } => write!(
                f,
                "the list has {entries} entries and may have {most}; split the file"
            ),
        }
    }
}

/// The beginning of a text out of a file, short enough for a message.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}
