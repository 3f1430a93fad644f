//! The four-gap check: does the agreement fit an organization with several locations at all?

use crate::assessment::{Answer, Answers, ProtectionId, Response};
use crate::rubric::Applies;

use super::{Circumstances, Item, Leave, Mark, Origin, State};

/// Organization-wide reporting, proactive monitoring, onboarding of new locations, incident tiering.
pub const FOUR_GAPS: [ProtectionId; 4] = [
    ProtectionId::known(*b"ML", 6),
    ProtectionId::known(*b"ML", 5),
    ProtectionId::known(*b"ML", 2),
    ProtectionId::known(*b"SC", 1),
];

/// The one of the four that concerns a single location too.
const SEVERITIES: ProtectionId = ProtectionId::known(*b"SC", 1);

/// The organization-wide incident definition: shown beside the four, decides nothing.
const BESIDE: ProtectionId = ProtectionId::known(*b"ML", 4);

/// The verdict of the check.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Band {
    /// None or one of the four is there: most likely a contract for a single location.
    MostMissing,
    /// Two or three are there.
    Some,
    /// All four are there.
    All,
}

impl Band {
    /// The band's id in `verdicts.json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::MostMissing => "most-missing",
            Self::Some => "some",
            Self::All => "all",
        }
    }

    /// The band of so many ticks out of so many gaps that apply: all four, at least half of them, fewer.
    /// Out of four that is 4; 2 or 3; 0 or 1. A gap that was taken out by hand is not closed: without it there are no
    /// four ticks, and the verdict that names all four would not be true.
    fn of(ticks: u8, applicable: u8) -> Self {
        if usize::from(ticks) == FOUR_GAPS.len() {
            Self::All
        } else if 2 * ticks >= applicable {
            Self::Some
        } else {
            Self::MostMissing
        }
    }
}

/// Whether one of the gaps is closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GateState {
    /// Answered "yes": a tick. Nothing less ticks.
    Closed,
    /// Answered "partly": no tick.
    Partly,
    /// Answered "no", or the agreement says the opposite: no tick.
    Gap,
    /// Answered "don't know".
    Unknown,
    /// Not answered.
    Unanswered,
    /// Does not apply.
    Leaves,
}

/// One of the gaps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gate {
    /// The protection that closes it.
    pub id: ProtectionId,
    /// Whether it does.
    pub state: GateState,
}

/// The result of the four-gap check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FourGaps {
    /// The four, in the order of [`FOUR_GAPS`].
    pub gates: [Gate; 4],
    /// The organization-wide incident definition, shown beside the four.
    pub beside: Gate,
    /// How many of the four apply.
    pub applicable: u8,
    /// The fewest ticks that the open answers can leave.
    pub low: u8,
    /// The most ticks that the open answers can leave.
    pub high: u8,
    /// The verdict, once the answers decide it. With one location and no more planned there is none: the check asks what
    /// several locations need.
    pub verdict: Option<Band>,
}

impl FourGaps {
    /// The check from a person's own answers alone: it works before the catalogue is there, and for a client in a list.
    pub fn from_answers(answers: &Answers, circumstances: Circumstances) -> Self {
        let leave = circumstances.leave(Applies::Multi);
        let items: Vec<Item> = FOUR_GAPS
            .into_iter()
            .chain([BESIDE])
            .map(|id| {
                let multi = id != SEVERITIES;
                let state = match (&answers.get(id).response, &leave) {
                    (_, Some(leave)) if multi => State::Leaves(leave.clone()),
                    (Response::NotApplicable { reason }, _) => State::Leaves(Leave::ByHand {
                        reason: reason.clone(),
                    }),
                    (Response::Answered(answer), _) => State::Counts(Mark::Answered(*answer)),
                    (Response::Unanswered, _) => State::Counts(Mark::Unanswered),
                };
                Item {
                    id,
                    state,
                    origin: Origin::Person,
                }
            })
            .collect();
        Self::new(&items, circumstances)
    }

    pub(super) fn new(items: &[Item], circumstances: Circumstances) -> Self {
        let gates = FOUR_GAPS.map(|id| gate(items, id));
        let count = |test: fn(GateState) -> bool| {
            gates
                .iter()
                .fold(0_u8, |sum, gate| sum + u8::from(test(gate.state)))
        };
        let applicable = count(|state| state != GateState::Leaves);
        let low = count(|state| state == GateState::Closed);
        let high = low + count(|state| matches!(state, GateState::Unknown | GateState::Unanswered));
        let (worst, best) = (Band::of(low, applicable), Band::of(high, applicable));
        let decided = applicable > 0 && circumstances.several_locations() && worst == best;
        Self {
            gates,
            beside: gate(items, BESIDE),
            applicable,
            low,
            high,
            verdict: decided.then_some(worst),
        }
    }
}

fn gate(items: &[Item], id: ProtectionId) -> Gate {
    let state = match items
        .iter()
        .find(|item| item.id == id)
        .map(|item| &item.state)
    {
        None | Some(State::Leaves(_)) => GateState::Leaves,
        Some(State::Counts(mark)) => match mark {
            Mark::Unanswered => GateState::Unanswered,
            Mark::Answered(Answer::Yes) => GateState::Closed,
            Mark::Answered(Answer::Partly) => GateState::Partly,
            Mark::Answered(Answer::No | Answer::Opposite) => GateState::Gap,
            Mark::Answered(Answer::Unknown) => GateState::Unknown,
        },
    };
    Gate { id, state }
}
