//! Why a pack was refused.

use std::fmt;

/// What is wrong at a place of the pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// The pack is not JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Nothing stands here.
    Missing,
    /// Something else stands here than what belongs here.
    Expected(&'static str),
    /// The word is not one of those that belong here.
    NotOneOf {
        /// What stands here, cut to 40 characters.
        value: String,
        /// What may stand here.
        allowed: &'static str,
    },
    /// The same id stands twice.
    Duplicate {
        /// The id.
        value: String,
    },
    /// The id leads nowhere.
    UnknownReference {
        /// The id, cut to 40 characters.
        value: String,
        /// Where it should lead.
        to: &'static str,
    },
    /// Two lists that belong together differ in length.
    UnequalLengths {
        /// How many stand here.
        here: usize,
        /// How many stand in the other list.
        there: usize,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => write!(f, "not JSON at line {line}, column {column}"),
            Self::Missing => f.write_str("missing"),
            Self::Expected(what) => write!(f, "should be {what}"),
            Self::NotOneOf { value, allowed } => write!(f, "`{value}` should be one of: {allowed}"),
            Self::Duplicate { value } => write!(f, "`{value}` stands here twice"),
            Self::UnknownReference { value, to } => write!(f, "`{value}` is not among the {to}"),
            Self::UnequalLengths { here, there } => {
                write!(f, "has {here} entries, its counterpart {there}")
            }
        }
    }
}

/// Why a pack was refused: the place and the problem.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("catalogue: {path}: {problem}")]
pub struct CatalogueError {
    /// The place, such as `words/SC/SC-03/question`.
    pub path: String,
    /// What is wrong there and what would be right.
    pub problem: Problem,
}
