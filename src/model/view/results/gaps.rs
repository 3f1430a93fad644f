//! The gaps in their order, and what is still to be found out.

use super::super::figure::{self, Shown};
use super::super::{answer, assess::Shared};
use super::scores::title;
use crate::format;
use crate::model::{Model, Results};
use crate::text::results as text;
use crate::words::{Text, Words};
use engine::assessment::{Answer, Ask, AskState, ProtectionId};
use engine::quantity::Seconds;
use engine::rubric::{AskedOf, Catalogue, Shape};
use engine::scoring::{Coverage, Gap, Mark, Reason, to_find_out};
use std::rc::Rc;

/// How many gaps are shown before the person asks for all.
pub const FIRST_GAPS: usize = 10;

/// The states of a request with the keys that the choice uses, in order.
pub const STATES: [(&str, AskState, Text); 5] = [
    ("open", AskState::Open, text::STATE_OPEN),
    ("asked", AskState::Asked, text::STATE_ASKED),
    ("offered", AskState::Offered, text::STATE_OFFERED),
    ("agreed", AskState::Agreed, text::STATE_AGREED),
    ("refused", AskState::Refused, text::STATE_REFUSED),
];

/// The key of a state.
pub fn state_key(state: AskState) -> &'static str {
    STATES
        .iter()
        .find(|(_, of, _)| *of == state)
        .map_or("open", |(key, _, _)| *key)
}

/// The name of a state.
pub fn state_name(words: Words, state: AskState) -> &'static str {
    let named = STATES.iter().find(|(_, of, _)| *of == state);
    named.map_or("", |(.., name)| words.get(*name))
}

/// The state of a key; an unknown key is "not asked".
pub fn state_of(key: &str) -> AskState {
    STATES
        .iter()
        .find(|(of, _, _)| *of == key)
        .map(|(_, state, _)| *state)
        .unwrap_or_default()
}

/// The gaps that are shown.
pub struct Gaps {
    /// The gaps.
    pub cards: Vec<GapCard>,
    /// How many there are in all.
    pub total: usize,
    /// How many, and how many of them are shown, in words.
    pub count: String,
}

/// One gap.
#[derive(Clone, PartialEq)]
pub struct GapCard {
    /// The protection.
    pub id: ProtectionId,
    /// The catalogue.
    pub catalogue: Shared,
    /// Its place in the order, from 1.
    pub rank: usize,
    /// The class of the state's mark, and its name.
    pub mark: (&'static str, &'static str),
    /// Why it stands there.
    pub because: String,
    /// How long one incident can last there, openable to how it was worked out.
    pub incident: Option<Shown>,
    /// The number of locations, for the texts.
    pub locations: String,
    /// The request to the provider.
    pub ask: Ask,
    /// Since when the request stands where it stands; empty for one that was never made.
    pub since: String,
}

/// The gaps in their order: the first ones, or all.
pub fn gaps(model: &Model, results: &Results) -> Gaps {
    let words = model.words;
    let total = results.gaps.len();
    // A link to one gap must find it, wherever it stands.
    let linked = model
        .place
        .as_deref()
        .is_some_and(|place| place.starts_with("gap-"));
    let shown = if model.showing.all_gaps || linked {
        total
    } else {
        total.min(FIRST_GAPS)
    };
    let mut count = words.count(total as u64, text::GAPS_COUNT_ONE, text::GAPS_COUNT_MANY);
    if shown < total {
        count = [
            &count,
            " ",
            &words.fill(text::GAPS_SHOWN, &[("n", &shown.to_string())]),
        ]
        .concat();
    }
    let Some(catalogue) = model.catalogue.ready() else {
        return Gaps {
            cards: Vec::new(),
            total: 0,
            count,
        };
    };
    let ranked = results.gaps.iter().take(shown).enumerate();
    let cards = ranked
        .map(|(at, gap)| card(model, results, gap, at + 1, catalogue))
        .collect();
    Gaps {
        cards,
        total,
        count,
    }
}

/// One gap, with its place in the order.
pub fn card(
    model: &Model,
    results: &Results,
    gap: &Gap,
    rank: usize,
    catalogue: &Rc<Catalogue>,
) -> GapCard {
    let words = model.words;
    let ask = model.answers().get(gap.id).ask.clone();
    let count = model.open.client.organization.locations.count();
    let since = ask.on.filter(|_| ask.state != AskState::Open);
    GapCard {
        id: gap.id,
        catalogue: Shared(catalogue.clone()),
        rank,
        mark: answer::mark(words, results.findings.item(gap.id)),
        because: because(words, gap, count),
        incident: incident(words, results, gap),
        locations: locations(words, count),
        since: since
            .map(|on| words.fill(text::GAPS_SINCE, &[("date", &format::day(words, on))]))
            .unwrap_or_default(),
        ask,
    }
}

fn incident(words: Words, results: &Results, gap: &Gap) -> Option<Shown> {
    let (_, time) = results.incidents.iter().find(|(id, _)| *id == gap.id)?;
    Some(figure::shown(
        words,
        time,
        format::in_hours(words, time.value),
    ))
}

/// The number of locations as the texts say it. The texts calculate with it, so that an unknown one is a letter.
fn locations(words: Words, count: Option<u32>) -> String {
    count.map_or_else(
        || words.get(text::GAPS_N).to_owned(),
        |n| format::whole(words, n.into()),
    )
}

fn because(words: Words, gap: &Gap, locations: Option<u32>) -> String {
    let list: Vec<String> = gap
        .reasons
        .iter()
        .map(|reason| reason_words(words, gap, *reason, locations))
        .collect();
    words.fill(text::GAPS_BECAUSE, &[("list", &list.join("; "))])
}

fn reason_words(words: Words, gap: &Gap, reason: Reason, locations: Option<u32>) -> String {
    let plain = match reason {
        Reason::RedFlag if gap.coverage == Coverage::Opposite => text::GAPS_FLAG_OPPOSITE,
        Reason::RedFlag => text::GAPS_FLAG_LAW,
        Reason::MustHave => text::GAPS_MUST_HAVE,
        Reason::NoHours => text::GAPS_NO_HOURS,
        Reason::Shape(Shape::Shared) => text::GAPS_SHARED,
        Reason::Shape(Shape::Silent) => text::GAPS_SILENT,
        Reason::Shape(Shape::Local) => text::GAPS_LOCAL,
        Reason::Shape(Shape::Housekeeping) => text::GAPS_HOUSEKEEPING,
        Reason::PartlyThere => text::GAPS_PARTLY,
        Reason::Weight(weight) => {
            return words.fill(text::GAPS_WEIGHT, &[("n", &weight.get().to_string())]);
        }
        Reason::Hours(time) => {
            let shared = gap.reasons.contains(&Reason::Shape(Shape::Shared));
            let all = time.seconds();
            let hours = |seconds| format::in_hours(words, Seconds::new(seconds));
            let each = locations
                .map(u64::from)
                .filter(|n| shared && *n > 1 && all.is_multiple_of(*n));
            return match each {
                Some(n) => {
                    let values = [
                        ("time", &*hours(all)),
                        ("n", &format::whole(words, n)),
                        ("each", &hours(all / n)),
                    ];
                    words.fill(text::GAPS_HOURS_EACH, &values)
                }
                None => words.fill(text::GAPS_HOURS, &[("time", &hours(all))]),
            };
        }
    };
    words.get(plain).to_owned()
}

/// Questions that nobody can answer yet.
pub struct FindOut {
    /// Id and name of each, in the order in which it is worth asking.
    pub rows: Vec<(String, String)>,
    /// The questions as one text; empty where there is none.
    pub text: String,
}

/// What was answered with "don't know", and what was not answered.
pub fn find_out(words: Words, catalogue: &Catalogue, results: &Results) -> (FindOut, FindOut) {
    let (unknown, unanswered): (Vec<_>, Vec<_>) = to_find_out(catalogue, &results.findings)
        .into_iter()
        .partition(|entry| entry.mark == Mark::Answered(Answer::Unknown));
    let ids = |entries: Vec<engine::scoring::ToFindOut>| {
        list(
            words,
            catalogue,
            entries.into_iter().map(|entry| entry.id).collect(),
        )
    };
    (ids(unknown), ids(unanswered))
}

fn list(words: Words, catalogue: &Catalogue, ids: Vec<ProtectionId>) -> FindOut {
    let mut lines = vec![
        words.get(text::FIND_OUT_TEXT_LEAD).to_owned(),
        String::new(),
    ];
    for (at, protection) in ids
        .iter()
        .filter_map(|id| catalogue.protection(*id))
        .enumerate()
    {
        let mut line = [&(at + 1).to_string(), ". ", &protection.question].concat();
        if protection.asked_of == AskedOf::Person {
            line = [&line, " ", words.get(text::FIND_OUT_PERSON)].concat();
        }
        lines.push(line);
    }
    FindOut {
        text: if ids.is_empty() {
            String::new()
        } else {
            lines.join("\n")
        },
        rows: ids
            .into_iter()
            .map(|id| (id.to_string(), title(catalogue, id)))
            .collect(),
    }
}
