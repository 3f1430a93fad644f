//! The gaps in their order.

use super::super::*;
use super::{answers, found, id, places};
use crate::assessment::Answer;
use crate::rubric::fixture::catalogue;
use crate::rubric::{Shape, Weight};
use std::collections::BTreeMap;

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
