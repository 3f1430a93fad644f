//! Which answers the commitments already decide.
//!
//! An answer is derived only where what was entered settles the question by its own full-credit and half-credit lines.
//! What nobody has looked at decides nothing. Where the words of a contract have to be judged (whether a description
//! holds a test, whether a formula is one) only the absence is derived, never a "yes". Questions that are asked of a
//! person (ML-15, CT-11, CT-14, SL-11) are never derived.

mod remedies;
mod services;
mod severities;
mod terms;

use super::{Agreement, Because, DerivedAnswer, Organization, Stated};
use crate::assessment::{Answer, ProtectionId};
use std::collections::BTreeMap;

/// The answers that the commitments decide, each with the values that decided it.
///
/// A [`Because`] is the key of a sentence in `content/en/ui/derived.json` (there with `_` for `-`) and the values for its
/// places `{a}`, `{b}`.
pub fn derived_answers(
    organization: &Organization,
    agreement: &Agreement,
) -> BTreeMap<ProtectionId, DerivedAnswer> {
    let mut found = Found::default();
    severities::derive(agreement, &mut found);
    severities::derive_support(organization, agreement, &mut found);
    services::derive(organization, agreement, &mut found);
    remedies::derive(agreement, &mut found);
    terms::derive(agreement, &mut found);
    found.answers
}

/// The answers found so far.
#[derive(Default)]
struct Found {
    answers: BTreeMap<ProtectionId, DerivedAnswer>,
}

impl Found {
    fn say(
        &mut self,
        group: [u8; 2],
        number: u8,
        answer: Answer,
        key: &'static str,
        values: Vec<String>,
    ) {
        let because = Because { key, values };
        self.answers.insert(
            ProtectionId::known(group, number),
            DerivedAnswer { answer, because },
        );
    }

    /// The answer for a promise that some hold and some lack.
    fn share(&mut self, group: [u8; 2], number: u8, share: Share, keys: &ShareKeys) {
        let (answer, key) = match share {
            Share::All(_) => (Answer::Yes, keys.all),
            Share::Some { .. } => (Answer::Partly, keys.some),
            Share::None(_) => (Answer::No, keys.none),
            Share::Open => return,
        };
        if let Some(key) = key {
            self.say(group, number, answer, key, share.values());
        }
    }
}

/// How many of the entries of a list state a promise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    /// All of so many.
    All(usize),
    /// Not all: at least one does and at least one is silent.
    Some { stated: usize, of: usize },
    /// All of so many are silent.
    None(usize),
    /// Not decided: something was not looked at, or there are no entries.
    Open,
}

/// The sentence for each outcome; `None` where that outcome decides nothing.
struct ShareKeys {
    all: Option<&'static str>,
    some: Option<&'static str>,
    none: Option<&'static str>,
}

impl Share {
    fn of<'a, T: 'a>(promises: impl Iterator<Item = &'a Stated<T>>) -> Self {
        let (mut stated, mut silent, mut of) = (0, 0, 0);
        for promise in promises {
            of += 1;
            match promise {
                Stated::Says(_) => stated += 1,
                Stated::Silent => silent += 1,
                Stated::NotLookedAt => {}
            }
        }
        match (stated, silent) {
            // Whatever the others say, it is neither all nor none.
            (1.., 1..) => Self::Some { stated, of },
            (1.., 0) if stated == of => Self::All(of),
            (0, 1..) if silent == of => Self::None(of),
            _ => Self::Open,
        }
    }

    fn values(self) -> Vec<String> {
        match self {
            Self::All(of) => vec![of.to_string(), of.to_string()],
            Self::Some { stated, of } => vec![stated.to_string(), of.to_string()],
            Self::None(of) => vec!["0".to_owned(), of.to_string()],
            Self::Open => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
