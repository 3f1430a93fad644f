//! Severity levels, their times and news.

use super::super::derived_answers;
use super::{answer, severities};
use crate::agreement::Stated::{NotLookedAt, Says, Silent};
use crate::agreement::*;
use crate::assessment::Answer;
use crate::quantity::Seconds;

fn within(seconds: u64) -> Stated<TimePromise> {
    Says(TimePromise {
        limit: TimeLimit::Time(Seconds::new(seconds)),
        clock: ClockBasis::AroundTheClock,
    })
}

#[test]
fn sc_01_severities() {
    let defined = |_: usize, severity: &mut Severity| {
        severity.definition = Says("A location is down.".to_owned());
    };
    assert_eq!(answer(&severities(1, defined), "SC-01"), None);
    assert_eq!(
        answer(&severities(2, defined), "SC-01"),
        Some(Answer::Partly)
    );
    assert_eq!(answer(&severities(3, defined), "SC-01"), Some(Answer::Yes));
    assert_eq!(answer(&severities(4, defined), "SC-01"), Some(Answer::Yes));
    assert_eq!(
        answer(
            &severities(3, |_, severity| severity.definition = Silent),
            "SC-01"
        ),
        Some(Answer::Partly)
    );
    let one_silent = severities(3, |i, severity| {
        severity.definition = if i == 1 { Silent } else { Says(String::new()) }
    });
    assert_eq!(answer(&one_silent, "SC-01"), Some(Answer::Partly));
    let one_unread = severities(3, |i, severity| {
        severity.definition = if i == 1 {
            NotLookedAt
        } else {
            Says(String::new())
        }
    });
    assert_eq!(answer(&one_unread, "SC-01"), None);
    let all = derived_answers(&Organization::default(), &severities(3, defined));
    assert_eq!(all[&"SC-01".parse().unwrap()].because.values, ["3", "3"]);
}

#[test]
fn sc_02_and_sc_03_times() {
    for (id, set) in [
        (
            "SC-02",
            (|severity, time| severity.response = time) as fn(&mut Severity, Stated<TimePromise>),
        ),
        ("SC-03", |severity, time| severity.resolution = time),
    ] {
        let with = |times: [Stated<TimePromise>; 3]| {
            severities(3, |i, severity| set(severity, times[i].clone()))
        };
        assert_eq!(
            answer(&with([within(1), within(2), within(3)]), id),
            Some(Answer::Yes)
        );
        assert_eq!(
            answer(&with([within(1), within(1), within(2)]), id),
            Some(Answer::Yes)
        );
        assert_eq!(
            answer(&with([within(9), within(9), within(9)]), id),
            Some(Answer::Partly)
        );
        assert_eq!(
            answer(&with([within(1), Silent, NotLookedAt]), id),
            Some(Answer::Partly)
        );
        assert_eq!(
            answer(&with([Silent, Silent, Silent]), id),
            Some(Answer::No)
        );
        assert_eq!(answer(&with([within(1), within(2), NotLookedAt]), id), None);
        assert_eq!(answer(&with([Silent, Silent, NotLookedAt]), id), None);
    }
}

#[test]
fn sc_09_updates() {
    let with =
        |every: Stated<Seconds>| severities(1, |_, severity| severity.update_every = every.clone());
    assert_eq!(
        answer(&with(Says(Seconds::new(1_800))), "SC-09"),
        Some(Answer::Yes)
    );
    assert_eq!(answer(&with(Says(Seconds::new(1_801))), "SC-09"), None);
    assert_eq!(answer(&with(Silent), "SC-09"), Some(Answer::No));
}
