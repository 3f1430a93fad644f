//! The answers that follow from an agreement, protection by protection.

#![allow(clippy::unwrap_used)]

mod remedies;
mod services;
mod severities;
mod support;
mod terms;

use super::derived_answers;
use crate::agreement::*;
use crate::assessment::Answer;
use crate::calendar::{WallTime, Weekday, WeeklyWindow, WeeklyWindows};
use crate::quantity::Percent;
use Stated::{NotLookedAt, Says, Silent};

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn derived(
    organization: &Organization,
    agreement: &Agreement,
    id: &str,
) -> Option<(Answer, &'static str)> {
    let answers = derived_answers(organization, agreement);
    answers
        .get(&id.parse().unwrap())
        .map(|derived| (derived.answer, derived.because.key))
}

fn answer(agreement: &Agreement, id: &str) -> Option<Answer> {
    derived(&Organization::default(), agreement, id).map(|(answer, _)| answer)
}

/// An agreement with so many severities, each changed by `change` with its position.
fn severities(count: usize, change: impl Fn(usize, &mut Severity)) -> Agreement {
    let one = |index| {
        let mut severity = Severity {
            level: [
                SeverityLevel::Critical,
                SeverityLevel::High,
                SeverityLevel::Normal,
                SeverityLevel::Low,
            ][index],
            name: String::new(),
            definition: NotLookedAt,
            response: NotLookedAt,
            resolution: NotLookedAt,
            update_every: NotLookedAt,
        };
        change(index, &mut severity);
        severity
    };
    Agreement {
        severities: (0..count).map(one).collect(),
        ..Agreement::default()
    }
}

/// An agreement with so many services with a target, each changed by `change` with its position.
fn services(count: usize, change: impl Fn(usize, &mut Service)) -> Agreement {
    let one = |index| {
        let mut service = Service {
            target: Says(percent("99.9")),
            ..Service::default()
        };
        change(index, &mut service);
        service
    };
    Agreement {
        services: (0..count).map(one).collect(),
        ..Agreement::default()
    }
}

fn hours(from: &str, to: &str) -> WeeklyWindows {
    let row = |day| {
        WeeklyWindow::new(
            day,
            WallTime::parse(from).unwrap(),
            WallTime::parse(to).unwrap(),
        )
        .unwrap()
    };
    [Weekday::Mon, Weekday::Tue].into_iter().map(row).collect()
}

#[test]
fn nothing_entered_decides_nothing() {
    assert!(derived_answers(&Organization::default(), &Agreement::default()).is_empty());
    let begun = Agreement {
        services: vec![Service::default()],
        ..severities(3, |_, _| {})
    };
    assert!(derived_answers(&Organization::default(), &begun).is_empty());
}

#[test]
fn questions_for_people_are_never_derived() {
    let mut agreement = severities(3, |_, severity| {
        (severity.definition, severity.response, severity.resolution) = (Silent, Silent, Silent);
    });
    agreement.services = services(6, |_, _| {}).services;
    for id in ["ML-15", "CT-11", "CT-14", "SL-11"] {
        assert_eq!(answer(&agreement, id), None, "{id}");
    }
}
