//! Scoring by example.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use super::*;
use crate::assessment::{Answer, Answers, Entry, ProtectionId, Response};
use crate::rubric::fixture::catalogue;
use crate::rubric::{Depth, Shape, Weight};

fn id(text: &str) -> ProtectionId {
    text.parse().unwrap()
}

/// Answers from `SC-01 yes, ML-01 opposite`; `n/a` takes out by hand.
fn answers(text: &str) -> Answers {
    let pairs = text
        .split(',')
        .map(str::trim)
        .filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, word) = pair.split_once(' ').unwrap();
            let response = match word {
                "yes" => Response::Answered(Answer::Yes),
                "partly" => Response::Answered(Answer::Partly),
                "no" => Response::Answered(Answer::No),
                "opposite" => Response::Answered(Answer::Opposite),
                "unknown" => Response::Answered(Answer::Unknown),
                _ => Response::NotApplicable {
                    reason: word.to_owned(),
                },
            };
            (
                id(name),
                Entry {
                    response,
                    ..Entry::default()
                },
            )
        })
        .collect()
}

fn places(locations: u32, reaches_patient_data: Tri) -> Circumstances {
    Circumstances {
        locations: NonZeroU32::new(locations),
        growth: Growth::NotPlanned,
        reaches_patient_data,
    }
}

fn found(text: &str) -> Findings {
    found_at(text, places(12, Tri::No))
}

fn found_at(text: &str, circumstances: Circumstances) -> Findings {
    score(
        &catalogue(),
        &answers(text),
        &BTreeMap::new(),
        &circumstances,
        &Weights::Standard,
    )
}

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

fn derived(text: &str, answer: Answer) -> BTreeMap<ProtectionId, Derived> {
    let because = Because {
        key: "because",
        values: vec!["4 h".to_owned()],
    };
    BTreeMap::from([(id(text), Derived { answer, because })])
}

#[test]
fn commitments_answer_until_the_person_overrules() {
    let with = |text: &str, derived: &BTreeMap<_, _>| {
        let findings = score(
            &catalogue(),
            &answers(text),
            derived,
            &places(12, Tri::No),
            &Weights::Standard,
        );
        let item = findings.item(id("SC-03")).unwrap().clone();
        (item.mark(), item.origin)
    };
    let yes = derived("SC-03", Answer::Yes);
    let answered = |answer| Some(Mark::Answered(answer));
    assert!(matches!(with("", &yes), (mark, Origin::Derived(_)) if mark == answered(Answer::Yes)));
    assert!(
        matches!(with("SC-03 unknown", &yes), (mark, Origin::Derived(_)) if mark == answered(Answer::Yes))
    );
    assert!(
        matches!(with("SC-03 no", &yes), (mark, Origin::Overruled(_)) if mark == answered(Answer::No))
    );
    assert!(
        matches!(with("SC-03 yes", &yes), (mark, Origin::Person) if mark == answered(Answer::Yes))
    );
    assert_eq!(with("SC-03 n/a", &yes).0, None);
}

#[test]
fn what_only_people_know_is_never_derived() {
    let derived = derived("SL-11", Answer::Yes);
    let findings = score(
        &catalogue(),
        &answers(""),
        &derived,
        &places(12, Tri::No),
        &Weights::Standard,
    );
    assert_eq!(
        findings.item(id("SL-11")).unwrap().mark(),
        Some(Mark::Unanswered)
    );
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

fn ranked(text: &str, hours: &[(&str, u64)]) -> Vec<String> {
    let hours = hours
        .iter()
        .map(|(name, seconds)| (id(name), Hours::from_seconds(*seconds)))
        .collect::<Vec<_>>();
    let gaps = rank(&catalogue(), &found(text), &hours);
    gaps.iter().map(|gap| gap.id.to_string()).collect()
}

#[test]
fn gaps_stand_in_the_order_of_the_method() {
    let text = "CT-27 opposite, RM-01 partly, ML-04 no, SL-03 no, SL-10 no, SC-05 no, SL-05 partly, ML-05 no, CT-01 no, \
                SL-04 no, SC-02 no, ES-02 yes, SC-01 unknown";
    assert_eq!(
        ranked(text, &[("SL-05", 3600), ("SL-03", 7200)]),
        // A flag; must-haves by shape; those with hours, the most first; then shared, silent, local, housekeeping, each by
        // weight, and as the catalogue has them.
        [
            "CT-27", "ML-04", "RM-01", "SL-03", "SL-05", "SC-02", "ML-05", "SL-10", "SC-05",
            "SL-04", "CT-01"
        ],
    );
}

#[test]
fn half_there_stands_after_wholly_missing_and_otherwise_alike() {
    assert_eq!(ranked("SC-05 partly, SL-04 no", &[]), ["SL-04", "SC-05"]);
    assert_eq!(ranked("SC-05 no, SL-04 no", &[]), ["SC-05", "SL-04"]);
    // The weight comes first.
    assert_eq!(ranked("SC-02 no, ES-01 partly", &[]), ["ES-01", "SC-02"]);
}

#[test]
fn a_gap_says_why_it_stands_where_it_stands() {
    let hours = [(id("SC-03"), Hours::from_seconds(60))];
    let gaps = rank(&catalogue(), &found("SC-03 opposite, CT-01 partly"), &hours);
    let weight = |weight| Reason::Weight(Weight::new(weight).unwrap());
    let minute = Reason::Hours(Hours::from_seconds(60));
    assert_eq!(
        gaps[0].reasons,
        [
            Reason::RedFlag,
            Reason::MustHave,
            minute,
            Reason::Shape(Shape::Shared),
            weight(5)
        ]
    );
    assert_eq!(gaps[0].coverage, Coverage::Opposite);
    let shape = Reason::Shape(Shape::Housekeeping);
    assert_eq!(
        gaps[1].reasons,
        [Reason::NoHours, shape, weight(3), Reason::PartlyThere]
    );
}

#[test]
fn a_must_have_is_one_by_the_weights_in_force() {
    let weights = Weights::Changed {
        name: "Ours".to_owned(),
        weights: BTreeMap::from([
            (id("CT-01"), Weight::MUST_HAVE),
            (id("SC-03"), Weight::new(4).unwrap()),
        ]),
    };
    let answers = answers("SC-03 no, CT-01 no");
    let findings = score(
        &catalogue(),
        &answers,
        &BTreeMap::new(),
        &places(12, Tri::No),
        &weights,
    );
    let gaps = rank(&catalogue(), &findings, &[]);
    let order: Vec<String> = gaps.iter().map(|gap| gap.id.to_string()).collect();
    assert_eq!(order, ["CT-01", "SC-03"]);
    assert!(!gaps[1].reasons.contains(&Reason::MustHave));
}

#[test]
fn two_locations_are_several() {
    assert!(places(2, Tri::No).several_locations());
    assert!(!places(1, Tri::No).several_locations());
}

#[test]
fn what_nobody_knows_is_a_list_of_its_own() {
    let text = "SC-01 yes, SC-02 unknown, SC-03 no, ML-04 n/a";
    let open = to_find_out(&catalogue(), &found(text));
    let first: Vec<String> = open
        .iter()
        .take(4)
        .map(|entry| entry.id.to_string())
        .collect();
    // Must-haves that are open (SC-03 is a gap, ML-04 left), then the shared ones by weight.
    assert_eq!(first, ["ML-01", "RM-01", "ML-15", "ES-01"]);
    let unknown = open.iter().find(|entry| entry.id == id("SC-02")).unwrap();
    assert_eq!(unknown.mark, Mark::Answered(Answer::Unknown));
    // Twenty apply; SC-01 is fine, SC-03 a gap, ML-04 out.
    assert_eq!(open.len(), 17);
}
