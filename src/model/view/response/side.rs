//! One agreement: when its promises are due, what still complies, and whether the story keeps them.

use super::super::figure::{self, Cell};
use super::derived;
use super::hours::{Hours, SideHours};
use crate::format;
use crate::model::Model;
use crate::model::lab::Side;
use crate::routes::Route;
use crate::text::response as text;
use crate::words::{Text, Words};
use engine::agreement::{ClockBasis, TimeLimit, TimePromise};
use engine::calendar::Instant;
use engine::clocks::{Incident, Promise, Stage};
use engine::quantity::Seconds;

/// One agreement.
pub struct SideView {
    /// Its name.
    pub name: String,
    /// About it; empty = nothing.
    pub note: &'static str,
    /// Whether its severities are still to be filled in.
    pub enter: bool,
    /// What it promises, and when that is due.
    pub facts: Vec<Fact>,
    /// Whether the story keeps each promise.
    pub verdicts: Vec<Verdict>,
    /// Whether it keeps all of them.
    pub kept: bool,
    /// The stretches for the picture.
    pub(super) stages: [Option<Stage>; 2],
}

/// A name and what stands behind it.
pub struct Fact {
    /// The name.
    pub name: String,
    /// In words; what was worked out can be opened.
    pub value: Cell,
    /// Whether it says when a promise is due, or that nothing is promised: what a slide has room for.
    pub short: bool,
}

/// One promise and the story.
pub struct Verdict {
    /// What was promised.
    pub name: &'static str,
    /// Kept, missed, or nothing promised.
    pub word: &'static str,
    /// The state's key: `met`, `missing`, `unknown`.
    pub state: &'static str,
}

/// The name of an agreement.
pub(super) fn agreement_name(words: Words, name: &str) -> String {
    match name.trim() {
        "" => words.get(text::SIDE_UNNAMED).to_owned(),
        name => name.to_owned(),
    }
}

/// The view of one side.
pub(super) fn side(model: &Model, hours: &Hours, at: usize) -> SideView {
    let (words, response) = (model.words, &model.lab.response);
    let side = model.response_side(at);
    let its = SideHours::of(model, hours, &side);
    let (promised, known) = promises(model, &side, &its);
    let bases = its.bases(hours);
    let ready =
        |promise: Option<TimePromise>| promise.and_then(|promise| Promise::of(promise, &bases));
    let incident = Incident {
        reported: hours.reported,
        response: ready(promised[0]),
        resolution: ready(promised[1]),
        resolution_from: response.from,
        pauses: &hours.held,
        opening: hours.open(),
    };
    let timeline = incident.timeline();
    let after = |time: Seconds| hours.reported.checked_add(time);
    let (answered, fixed) = (after(response.answered.value), after(response.fixed.value));
    let met = [
        incident.is_response_met(answered),
        incident.is_resolution_met(answered, fixed),
    ];
    let stages = [timeline.response, timeline.resolution];
    let mut facts = Vec::new();
    for (kind, promise, stage) in [
        (text::RESPONSE, promised[0], &stages[0]),
        (text::RESOLUTION, promised[1], &stages[1]),
    ] {
        facts.extend(stage_facts(words, hours, kind, promise, stage.as_ref()));
    }
    facts.push(Fact {
        name: words.get(text::LATEST).to_owned(),
        value: Cell::Text(latest(words, hours, &incident)),
        short: false,
    });
    let verdict = |name: Text, met: Option<bool>| Verdict {
        name: words.get(name),
        word: words.get(match met {
            None => text::NONE,
            Some(true) => text::KEPT,
            Some(false) => text::MISSED,
        }),
        state: match met {
            None => "unknown",
            Some(true) => "met",
            Some(false) => "missing",
        },
    };
    SideView {
        name: name(words, &side, &its),
        note: match side {
            Side::Usual => words.get(text::SIDE_USUAL_NOTE),
            _ if !known => words.get(text::NO_SEVERITY),
            _ => "",
        },
        enter: matches!(side, Side::Agreement(_)) && !known && model.has(Route::Commitments),
        facts,
        verdicts: vec![
            verdict(text::RESPONSE, met[0]),
            verdict(text::RESOLUTION, met[1]),
        ],
        kept: met.into_iter().flatten().all(|met| met),
        stages,
    }
}

fn name(words: Words, side: &Side, its: &SideHours) -> String {
    match (side, &its.agreement) {
        (Side::Usual, _) => words.get(text::SIDE_USUAL).to_owned(),
        (Side::Baseline, _) => words.get(text::SIDE_BASELINE).to_owned(),
        (_, Some(agreement)) => agreement_name(words, &agreement.name),
        (_, None) => agreement_name(words, ""),
    }
}

/// What is promised for the severity: an answer, and a repair. The second value: whether the agreement has that severity.
fn promises(model: &Model, side: &Side, its: &SideHours) -> ([Option<TimePromise>; 2], bool) {
    if *side == Side::Usual {
        let four = TimePromise {
            limit: TimeLimit::Time(Seconds::new(4 * 3_600)),
            clock: ClockBasis::SupportHours,
        };
        return ([Some(four), None], true);
    }
    let level = model.lab.response.severity;
    let severity = its.agreement.as_ref().and_then(|agreement| {
        agreement
            .severities
            .iter()
            .find(|severity| severity.level == level)
    });
    let promises = severity.map(|severity| {
        [
            severity.response.says().copied(),
            severity.resolution.says().copied(),
        ]
    });
    (promises.unwrap_or_default(), severity.is_some())
}

/// What is promised, when it is due, and what that costs.
fn stage_facts(
    words: Words,
    hours: &Hours,
    kind: Text,
    promise: Option<TimePromise>,
    stage: Option<&Stage>,
) -> Vec<Fact> {
    let kind = words.get(kind);
    let fact = |name: Text, value: Cell| Fact {
        name: [kind, ": ", words.get(name)].concat(),
        value,
        short: name == text::DUE,
    };
    let Some(promise) = promise else {
        return vec![Fact {
            name: kind.to_owned(),
            value: Cell::Text(words.get(text::NONE).to_owned()),
            short: true,
        }];
    };
    let clock = words.get(match promise.clock {
        ClockBasis::AroundTheClock => text::CLOCK_ALWAYS,
        ClockBasis::SupportHours => text::CLOCK_SUPPORT,
        ClockBasis::OpeningHours => text::CLOCK_OPENING,
    });
    let limit = format::limit(words, promise.limit);
    let promised = words.fill(text::ON_CLOCK, &[("time", &limit), ("clock", clock)]);
    let mut facts = vec![fact(text::PROMISE, Cell::Text(promised))];
    let Some(stage) = stage else {
        let unknown = words.get(text::HOURS_UNKNOWN).to_owned();
        facts.push(fact(text::DUE, Cell::Text(unknown)));
        return facts;
    };
    let due = moment(words, hours, stage.due.instant());
    facts.push(fact(
        text::DUE,
        match derived::due(words, hours, &limit, stage) {
            Some(figure) => Cell::Figure(figure::shown(words, &figure, due)),
            None => Cell::Text(due),
        },
    ));
    let lost = derived::lost(stage).map(|lost| {
        let hours = format::hours(words, lost.value);
        Cell::Figure(figure::shown(words, &lost, hours))
    });
    facts.extend(lost.map(|lost| fact(text::LOST, lost)));
    facts
}

fn moment(words: Words, hours: &Hours, at: Option<Instant>) -> String {
    match at {
        Some(at) => format::moment(words, &hours.zone, at),
        None => words.get(text::NEVER).to_owned(),
    }
}

fn latest(words: Words, hours: &Hours, incident: &Incident) -> String {
    let story = incident.latest_story();
    let answered = moment(words, hours, story.acknowledged);
    match (story.acknowledged, story.fixed) {
        (None, None) => words.get(text::LATEST_FREE).to_owned(),
        (_, None) => words.fill(text::LATEST_NEVER, &[("answered", &answered)]),
        (_, fixed) => {
            let fixed = moment(words, hours, fixed);
            words.fill(
                text::LATEST_FIXED,
                &[("answered", &answered), ("fixed", &fixed)],
            )
        }
    }
}
