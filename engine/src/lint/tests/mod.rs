//! Every contradiction, and what comes close without being one.

#![allow(clippy::unwrap_used)]

mod credits;
mod services;
mod times;

use super::FindingKind as Kind;
use super::{Place, lint};
use crate::agreement::*;
use crate::calendar::{WallTime, Weekday, WeeklyWindow, WeeklyWindows};
use crate::derivation::Quantity;
use crate::quantity::{Percent, Seconds};
use Stated::{NotLookedAt, Says};

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn found(agreement: &Agreement) -> Vec<(Kind, Place, Vec<Quantity>)> {
    found_for(&Organization::default(), agreement)
}

fn found_for(
    organization: &Organization,
    agreement: &Agreement,
) -> Vec<(Kind, Place, Vec<Quantity>)> {
    lint(organization, agreement)
        .into_iter()
        .map(|finding| (finding.kind, finding.place, finding.values))
        .collect()
}

fn service(id: &str, target: &str) -> Service {
    Service {
        id: id.to_owned(),
        target: Says(percent(target)),
        ..Service::default()
    }
}

fn time(seconds: u64, clock: ClockBasis) -> Stated<TimePromise> {
    Says(TimePromise {
        limit: TimeLimit::Time(Seconds::new(seconds)),
        clock,
    })
}

fn severity(
    level: SeverityLevel,
    response: Stated<TimePromise>,
    resolution: Stated<TimePromise>,
) -> Severity {
    Severity {
        level,
        name: String::new(),
        definition: NotLookedAt,
        response,
        resolution,
        update_every: NotLookedAt,
    }
}

fn with_severities(severities: Vec<Severity>) -> Agreement {
    Agreement {
        severities,
        ..Agreement::default()
    }
}

fn hours(days: &[Weekday], from: &str, to: &str) -> WeeklyWindows {
    let (from, to) = (WallTime::parse(from).unwrap(), WallTime::parse(to).unwrap());
    days.iter()
        .map(|day| WeeklyWindow::new(*day, from, to).unwrap())
        .collect()
}

#[test]
fn an_empty_agreement_contradicts_nothing() {
    assert_eq!(found(&Agreement::default()), []);
}

#[test]
fn a_notice_longer_than_the_term() {
    let kinds = |months, renewal, notice| {
        let term = Term {
            initial_months: Says(months),
            renewal: Says(renewal),
            notice: Says(notice),
            ..Term::default()
        };
        found(&Agreement {
            term,
            ..Agreement::default()
        })
        .into_iter()
        .map(|(kind, ..)| kind)
        .collect::<Vec<_>>()
    };
    assert_eq!(kinds(12, Renewal::Automatic(12), Notice::Months(12)), []);
    assert_eq!(
        kinds(12, Renewal::Automatic(12), Notice::Months(13)),
        [Kind::NoticeBeyondTerm, Kind::NoticeBeyondRenewal]
    );
    assert_eq!(
        kinds(36, Renewal::Automatic(1), Notice::Days(90)),
        [Kind::NoticeBeyondRenewal]
    );
    assert_eq!(kinds(36, Renewal::Automatic(3), Notice::Days(93)), []);
    assert_eq!(
        kinds(1, Renewal::Ends, Notice::Days(32)),
        [Kind::NoticeBeyondTerm]
    );
}
