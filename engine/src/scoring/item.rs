//! Where each protection stands once the answers, the commitments and the circumstances are put together.

use std::collections::BTreeMap;

use crate::assessment::{Answer, Answers, ProtectionId, Response};
use crate::rubric::{AskedOf, Protection};

use super::{Circumstances, Leave};

/// Why the commitments decide an answer: the key of a sentence in the words files, and what to put into it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Because {
    /// The sentence's key.
    pub key: &'static str,
    /// What to put into it, in order.
    pub values: Vec<String>,
}

/// An answer that the commitments decide.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Derived {
    /// The answer.
    pub answer: Answer,
    /// Why.
    pub because: Because,
}

/// What is known about a protection that counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Nobody has answered.
    Unanswered,
    /// There is an answer, be it "don't know".
    Answered(Answer),
}

impl Mark {
    /// The least credit it can be worth, in half points of one weight: 0 to 2.
    pub(super) fn low_halves(self) -> u32 {
        match self {
            Self::Answered(Answer::Yes) => 2,
            Self::Answered(Answer::Partly) => 1,
            _ => 0,
        }
    }

    /// The most credit it can be worth, in half points of one weight: 0 to 2.
    pub(super) fn high_halves(self) -> u32 {
        match self {
            Self::Answered(Answer::Yes | Answer::Unknown) | Self::Unanswered => 2,
            Self::Answered(Answer::Partly) => 1,
            Self::Answered(Answer::No | Answer::Opposite) => 0,
        }
    }

    /// Whether the protection is known to be absent: the agreement says nothing, or the opposite.
    pub fn is_absent(self) -> bool {
        matches!(self, Self::Answered(Answer::No | Answer::Opposite))
    }

    /// Whether at least half of the protection is known to be there.
    pub fn is_present(self) -> bool {
        self.low_halves() > 0
    }

    /// Whether nothing is known yet: not answered, or "don't know".
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unanswered | Self::Answered(Answer::Unknown))
    }
}

/// Whether a protection counts, and as what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum State {
    /// It counts.
    Counts(Mark),
    /// It does not.
    Leaves(Leave),
}

/// Who says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The person, or nobody yet.
    Person,
    /// The commitments.
    Derived(Because),
    /// The person, against what the commitments say.
    Overruled(Derived),
}

/// Where one protection stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// The protection.
    pub id: ProtectionId,
    /// Whether it counts, and as what.
    pub state: State,
    /// Who says so.
    pub origin: Origin,
}

impl Item {
    /// What is known about it, where it counts.
    pub fn mark(&self) -> Option<Mark> {
        match self.state {
            State::Counts(mark) => Some(mark),
            State::Leaves(_) => None,
        }
    }
}

/// Puts together what is known about one protection.
///
/// A rule of the circumstances takes a protection out before anybody's answer is looked at. A person's own answer
/// overrules a derived one; "don't know" is no such answer, because the commitments do know. What is asked of a person is
/// never derived.
pub(super) fn item(
    protection: &Protection,
    answers: &Answers,
    derived: &BTreeMap<ProtectionId, Derived>,
    circumstances: Circumstances,
) -> Item {
    let id = protection.id;
    let with = |state, origin| Item { id, state, origin };
    if let Some(leave) = circumstances.leave(protection.applies) {
        return with(State::Leaves(leave), Origin::Person);
    }
    let derived = derived
        .get(&id)
        .filter(|_| protection.asked_of == AskedOf::Text);
    let own = match &answers.get(id).response {
        Response::NotApplicable { reason } => {
            let reason = reason.clone();
            return with(State::Leaves(Leave::ByHand { reason }), Origin::Person);
        }
        Response::Unanswered => Mark::Unanswered,
        Response::Answered(answer) => Mark::Answered(*answer),
    };
    match derived {
        Some(derived) if own.is_open() => {
            let mark = Mark::Answered(derived.answer);
            with(
                State::Counts(mark),
                Origin::Derived(derived.because.clone()),
            )
        }
        Some(derived) if own != Mark::Answered(derived.answer) => {
            with(State::Counts(own), Origin::Overruled(derived.clone()))
        }
        _ => with(State::Counts(own), Origin::Person),
    }
}
