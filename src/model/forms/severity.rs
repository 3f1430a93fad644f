//! The fields of a severity.

use super::read::{self, Read};
use super::spec::{Given, Kind, Shown, Spec, key_of, keys, meaning, plain, put, refine, stated};
use crate::format::typed;
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::{ClockBasis, Severity, SeverityLevel, Stated, TimeLimit, TimePromise};

/// The levels, most severe first.
pub const LEVELS: &[(&str, Text, SeverityLevel)] = &[
    ("critical", text::LEVEL_CRITICAL, SeverityLevel::Critical),
    ("high", text::LEVEL_HIGH, SeverityLevel::High),
    ("normal", text::LEVEL_NORMAL, SeverityLevel::Normal),
    ("low", text::LEVEL_LOW, SeverityLevel::Low),
];

/// The clocks that a time can run on.
pub const CLOCKS: &[(&str, Text, ClockBasis)] = &[
    (
        "support-hours",
        text::CLOCK_SUPPORT,
        ClockBasis::SupportHours,
    ),
    (
        "around-the-clock",
        text::CLOCK_ALWAYS,
        ClockBasis::AroundTheClock,
    ),
    (
        "opening-hours",
        text::CLOCK_OPENING,
        ClockBasis::OpeningHours,
    ),
];

fn promise_text(promise: &TimePromise) -> String {
    typed::limit(&promise.limit)
}

/// A time without a clock runs in support hours: that is how providers count, and the weaker promise.
fn put_promise(slot: &mut Stated<TimePromise>, given: &Given) -> Read<()> {
    let clock = slot
        .says()
        .map_or(ClockBasis::SupportHours, |promise| promise.clock);
    put(slot, given, |text| {
        read::limit(text).map(|limit| TimePromise {
            limit,
            clock: ClockBasis::SupportHours,
        })
    })?;
    if let Stated::Says(promise) = slot {
        promise.clock = clock;
    }
    Ok(())
}

/// A number of business days has its clock in its name.
fn clock_shown(promise: &Stated<TimePromise>) -> Option<Shown> {
    let promise = promise.says()?;
    match promise.limit {
        TimeLimit::Time(_) => plain(key_of(CLOCKS, &promise.clock).to_owned()),
        TimeLimit::BusinessDays(_) => None,
    }
}

fn put_clock(slot: &mut Stated<TimePromise>, given: &Given) -> Read<()> {
    refine(
        slot,
        given,
        |key| Ok(meaning(CLOCKS, key)),
        |promise, clock| promise.clock = clock.unwrap_or(promise.clock),
    )
}

/// The fields of a severity, in the order in which they are shown.
pub const SPECS: &[Spec<Severity>] = &[
    Spec {
        key: "level",
        label: text::SEVERITY_LEVEL,
        hint: None,
        kind: Kind::Select(|| keys(LEVELS)),
        get: |severity| plain(key_of(LEVELS, &severity.level).to_owned()),
        put: |severity, given| {
            if let Given::Text(key) = given {
                severity.level = meaning(LEVELS, key).unwrap_or(severity.level);
            }
            Ok(())
        },
    },
    Spec {
        key: "name",
        label: text::SEVERITY_NAME,
        hint: Some(text::SEVERITY_NAME_HINT),
        kind: Kind::Line,
        get: |severity| plain(severity.name.clone()),
        put: |severity, given| super::put_text(&mut severity.name, given),
    },
    Spec {
        key: "definition",
        label: text::SEVERITY_DEFINITION,
        hint: None,
        kind: Kind::Area,
        get: |severity| stated(&severity.definition, String::clone),
        put: |severity, given| put(&mut severity.definition, given, read::words),
    },
    Spec {
        key: "response",
        label: text::SEVERITY_RESPONSE,
        hint: Some(text::SEVERITY_RESPONSE_HINT),
        kind: Kind::Line,
        get: |severity| stated(&severity.response, promise_text),
        put: |severity, given| put_promise(&mut severity.response, given),
    },
    Spec {
        key: "response-clock",
        label: text::SEVERITY_RESPONSE_CLOCK,
        hint: Some(text::SEVERITY_CLOCK_HINT),
        kind: Kind::Select(|| keys(CLOCKS)),
        get: |severity| clock_shown(&severity.response),
        put: |severity, given| put_clock(&mut severity.response, given),
    },
    Spec {
        key: "resolution",
        label: text::SEVERITY_RESOLUTION,
        hint: Some(text::SEVERITY_RESOLUTION_HINT),
        kind: Kind::Line,
        get: |severity| stated(&severity.resolution, promise_text),
        put: |severity, given| put_promise(&mut severity.resolution, given),
    },
    Spec {
        key: "resolution-clock",
        label: text::SEVERITY_RESOLUTION_CLOCK,
        hint: Some(text::SEVERITY_CLOCK_HINT),
        kind: Kind::Select(|| keys(CLOCKS)),
        get: |severity| clock_shown(&severity.resolution),
        put: |severity, given| put_clock(&mut severity.resolution, given),
    },
    Spec {
        key: "updates",
        label: text::SEVERITY_UPDATES,
        hint: Some(text::SEVERITY_UPDATES_HINT),
        kind: Kind::Line,
        get: |severity| stated(&severity.update_every, typed::duration),
        put: |severity, given| put(&mut severity.update_every, given, read::hours_long),
    },
];
