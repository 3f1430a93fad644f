//! The scores and the verdict, by example.

use super::super::*;
use super::{answers, found, found_at, id, places};
use crate::rubric::fixture::catalogue;
use crate::rubric::{Depth, Weight};
use std::collections::BTreeMap;

fn ends(score: &Score) -> (u32, u32, u32) {
    let interval = score.interval().unwrap();
    (interval.low.num(), interval.high.num(), interval.low.den())
}

#[test]
fn a_score_is_weight_times_value_in_half_points() {
    let findings = found("SC-01 yes, SC-03 partly, SC-05 no, ES-01 opposite, ES-02 unknown");
    // The weights of SC-01, SC-03, SC-05, ES-01, ES-02, SL-05, SL-10 and the six ML items: 5+5+4+4+3+4+3+26 = 54.
    // Low: 2*5 + 1*5; open: ES-02, SL-05, SL-10 and ML, 2*(3+4+3+26) more.
    assert_eq!(ends(&findings.multi_location), (15, 87, 108));
    let Open {
        unknown,
        unanswered,
    } = findings.multi_location.open();
    assert_eq!((unknown, unanswered), (1, 8));
    assert_eq!(
        findings.multi_location.red_flags().collect::<Vec<_>>(),
        [id("ES-01")]
    );
    // Everything but the health items: 54 + SC-02 3, SL-03 3, SL-04 4, SL-11 2, RM-01 5, CT-01 3, CT-27 2 = 76.
    assert_eq!(ends(&findings.completeness), (15, 131, 152));
    assert_eq!(findings.multi_location.standard, None);
}

#[test]
fn the_business_associate_agreement_is_a_flag_outside_the_score() {
    let without = found_at("", places(12, Tri::Yes));
    let with = found_at("HC-01 no", places(12, Tri::Yes));
    assert_eq!(without.completeness, with.completeness);
    // The other health item counts now: 76 + 3.
    assert_eq!(ends(&with.completeness).2, 158);
    assert_eq!(with.red_flags, [id("HC-01")]);
    assert_eq!(with.floors, [Floor::NoBusinessAssociateAgreement]);
    assert_eq!(found_at("HC-01 partly", places(12, Tri::Yes)).red_flags, []);
    assert_eq!(found_at("HC-01 no", places(12, Tri::No)).red_flags, []);
}

#[test]
fn what_is_not_said_about_patient_data_is_asked_and_waits_outside() {
    let findings = found_at("HC-02 yes", places(12, Tri::NotSaid));
    assert_eq!(findings.prompts, [Prompt::PatientData]);
    assert_eq!(
        findings.item(id("HC-02")).unwrap().state,
        State::Leaves(Leave::PatientDataNotSaid)
    );
    assert_eq!(ends(&findings.completeness).2, 152);
}

#[test]
fn locations_not_said_are_treated_as_many() {
    let findings = found_at("", Circumstances::default());
    assert_eq!(findings.always_in_sight, InSight::MultiLocation);
    assert_eq!(findings.prompts, [Prompt::Locations, Prompt::PatientData]);
    assert_eq!(ends(&findings.multi_location).2, 108);
}

#[test]
fn one_location_has_no_multi_location_protections_unless_more_are_planned() {
    let one = places(1, Tri::No);
    let findings = found_at("ML-02 yes", one);
    assert_eq!(findings.always_in_sight, InSight::Completeness);
    assert_eq!(
        findings.item(id("ML-02")).unwrap().state,
        State::Leaves(Leave::OneLocation)
    );
    assert_eq!(
        findings.item(id("CT-27")).unwrap().state,
        State::Leaves(Leave::OneLocation)
    );
    assert_eq!(
        (findings.four_gaps.applicable, findings.four_gaps.verdict),
        (1, None)
    );
    let growing = found_at(
        "ML-02 yes",
        Circumstances {
            growth: Growth::Planned,
            ..one
        },
    );
    assert_eq!(growing.always_in_sight, InSight::MultiLocation);
    assert_eq!(growing.four_gaps.applicable, 4);
}

#[test]
fn the_four_gap_verdict_stands_once_decided() {
    let cases = [
        ("", 0, 4, None),
        (
            "SC-01 yes, ML-02 yes, ML-05 yes, ML-06 yes",
            4,
            4,
            Some(Band::All),
        ),
        ("SC-01 yes, ML-02 yes, ML-05 yes, ML-06 unknown", 3, 4, None),
        (
            "SC-01 yes, ML-02 yes, ML-05 yes, ML-06 partly",
            3,
            3,
            Some(Band::Some),
        ),
        ("SC-01 yes, ML-02 yes, ML-05 no", 2, 3, Some(Band::Some)),
        ("SC-01 yes, ML-02 no, ML-05 no", 1, 2, None),
        (
            "SC-01 yes, ML-02 no, ML-05 no, ML-06 opposite",
            1,
            1,
            Some(Band::MostMissing),
        ),
        (
            "SC-01 no, ML-02 no, ML-05 no",
            0,
            1,
            Some(Band::MostMissing),
        ),
        (
            "SC-01 yes, ML-02 n/a, ML-05 yes, ML-06 yes",
            3,
            3,
            // Only four ticks are four ticks.
            Some(Band::Some),
        ),
        ("SC-01 yes, ML-02 n/a, ML-05 n/a", 1, 2, Some(Band::Some)),
        (
            "SC-01 yes, ML-02 n/a, ML-05 no, ML-06 no",
            1,
            1,
            Some(Band::MostMissing),
        ),
        ("SC-01 n/a, ML-02 n/a, ML-05 n/a, ML-06 n/a", 0, 0, None),
        // Shown beside, decides nothing.
        (
            "SC-01 yes, ML-02 yes, ML-05 yes, ML-06 yes, ML-04 no",
            4,
            4,
            Some(Band::All),
        ),
    ];
    for (text, low, high, verdict) in cases {
        let check = found(text).four_gaps;
        assert_eq!(
            (check.low, check.high, check.verdict),
            (low, high, verdict),
            "{text}"
        );
    }
    assert_eq!(found("ML-04 no").four_gaps.beside.state, GateState::Gap);
}

#[test]
fn floors_speak_only_when_the_answers_show_them() {
    let cases: [(&str, &[Floor]); 10] = [
        ("", &[]),
        ("RM-01 no", &[Floor::NoRemedy]),
        (
            "RM-01 partly, SC-02 no, SC-03 no, SL-03 no, SL-04 no, ML-01 no",
            &[],
        ),
        (
            "SC-02 partly, SC-03 no",
            &[Floor::ResponseWithoutResolution],
        ),
        ("SC-02 yes, SC-03 unknown", &[]),
        ("SC-02 yes", &[]),
        ("SL-03 yes, SL-04 opposite", &[Floor::StandardWithoutPeriod]),
        ("ML-01 opposite", &[Floor::LocationsExcluded]),
        ("RM-01 n/a", &[]),
        ("SL-03 yes", &[]),
    ];
    for (text, floors) in cases {
        assert_eq!(found(text).floors, floors, "{text}");
    }
}

#[test]
fn progress_counts_what_applies_and_passes_include_the_shallower() {
    let findings = found("SC-01 yes, ML-02 unknown, SL-03 no, ML-05 n/a");
    let by_depth = findings
        .by_depth
        .map(|(depth, progress)| (depth, progress.answered, progress.applicable));
    // Quick: SC-01, ML-02, ML-06. First: and SC-03, SC-05, ES-01, SL-03, SL-04, SL-05, RM-01, ML-01, ML-04.
    let expected = [
        (Depth::Quick, 2, 3),
        (Depth::First, 3, 12),
        (Depth::Core, 3, 13),
        (Depth::Full, 3, 19),
    ];
    assert_eq!(by_depth, expected);
    assert_eq!(
        findings.taken_out().collect::<Vec<_>>(),
        [(id("ML-05"), "n/a")]
    );
    let group = findings
        .groups
        .iter()
        .find(|group| group.code.as_str() == "ML")
        .unwrap();
    assert_eq!((group.progress.answered, group.progress.applicable), (1, 5));
}

#[test]
fn a_changed_set_carries_the_standard_score_beside_it() {
    let text = "SC-01 yes, SC-03 no";
    let changed = |weight| Weights::Changed {
        name: "Ours".to_owned(),
        weights: BTreeMap::from([(id("SC-01"), Weight::new(weight).unwrap())]),
    };
    let with = |weights| {
        score(
            &catalogue(),
            &answers(text),
            &BTreeMap::new(),
            &places(12, Tri::No),
            &weights,
        )
    };
    let standard = with(Weights::Standard).completeness;
    let ours = with(changed(1)).completeness;
    assert_eq!(
        (ends(&standard), ends(&ours)),
        ((10, 142, 152), (2, 134, 144))
    );
    assert_eq!(ours.standard, standard.interval());
    assert_eq!(with(changed(5)).completeness, standard);
}

#[test]
fn two_locations_are_several() {
    assert!(places(2, Tri::No).several_locations());
    assert!(!places(1, Tri::No).several_locations());
}
