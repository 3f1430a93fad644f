//! Reading a pack, and refusing a spoiled one with the place and the problem.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};

use super::fixture::{catalogue, pack};
use super::{Catalogue, Depth, Kind, Shape};

/// Puts a value at a place of the pack and tells why the pack is refused.
fn refused(place: &str, value: Value) -> String {
    let mut pack = pack();
    *pack.pointer_mut(place).unwrap() = value;
    Catalogue::parse(&pack.to_string()).unwrap_err().to_string()
}

/// Takes a field away and tells why the pack is refused.
fn refused_without(place: &str, field: &str) -> String {
    let mut pack = pack();
    pack.pointer_mut(place)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(field)
        .unwrap();
    Catalogue::parse(&pack.to_string()).unwrap_err().to_string()
}

#[test]
fn the_reading_order_is_ours_not_the_packs() {
    let catalogue = catalogue();
    let codes: Vec<&str> = catalogue
        .groups()
        .iter()
        .map(|group| group.code.as_str())
        .collect();
    assert_eq!(codes, ["SC", "ML", "ES", "SL", "RM", "CT", "HC"]);
    assert_eq!(catalogue.protections().len(), 22);
    let group = catalogue.group("ML".parse().unwrap()).unwrap();
    assert_eq!(catalogue.protections_of(group).len(), 6);
}

#[test]
fn a_protection_has_its_structure_and_its_words() {
    let catalogue = catalogue();
    let protection = catalogue.protection("ML-05".parse().unwrap()).unwrap();
    assert_eq!(
        (protection.shape, protection.depth, protection.weight.get()),
        (Shape::Silent, Depth::Quick, 4)
    );
    assert_eq!(protection.question, "q?");
    let benchmarks: Vec<_> = protection
        .benchmarks
        .iter()
        .map(|b| (b.text.as_str(), b.source.as_deref()))
        .collect();
    assert_eq!(benchmarks, [("seen", Some("KEY")), ("ours", None)]);
    assert_eq!(catalogue.source("KEY").unwrap().kind, Kind::PublishedTerms);
    assert!(catalogue.protection("ML-99".parse().unwrap()).is_none());
    let window = catalogue.presets().opening_hours[0].windows[0];
    assert_eq!((window.from, window.to), (510, 1020));
}

#[test]
fn readiness_bands_are_sorted_by_points() {
    let catalogue = catalogue();
    let id = |points| catalogue.readiness().band(points).unwrap().id.clone();
    assert_eq!(
        [id(0), id(1), id(2), id(99)],
        ["not", "not", "ready", "ready"]
    );
}

#[test]
#[allow(clippy::too_many_lines)] // A table of cases.
fn a_refusal_names_the_place_and_what_would_be_right() {
    let cases = [
        (
            refused("/words/1/protections/2/question", json!("")),
            "catalogue: words/SC/SC-03/question: should be a text that is not empty",
        ),
        (
            refused_without("/words/1/protections/2", "clause"),
            "catalogue: words/SC/SC-03/clause: missing",
        ),
        (
            refused("/structure/1/protections/0/weight", json!(6)),
            "catalogue: structure/SC/SC-01/weight: should be a whole number from 1 to 5",
        ),
        (
            refused("/structure/1/protections/0/weight", json!(0)),
            "catalogue: structure/SC/SC-01/weight: should be a whole number from 1 to 5",
        ),
        (
            refused("/structure/1/protections/0/weight", json!(2.5)),
            "catalogue: structure/SC/SC-01/weight: should be a whole number from 1 to 5",
        ),
        (
            refused("/structure/1/protections/0/shape", json!("?")),
            "catalogue: structure/SC/SC-01/shape: `?` should be one of: shared, local, silent, housekeeping",
        ),
        (
            refused("/structure/1/protections/0/id", json!("SC-1")),
            "catalogue: structure/SC/SC-1/id: should be the id of a protection, such as SC-01",
        ),
        (
            refused("/structure/1/protections/0/id", json!("ML-01")),
            "catalogue: structure/SC/ML-01/id: should be an id of this group",
        ),
        (
            refused("/structure/1/protections/0/id", json!("SC-02")),
            "catalogue: structure/SC/SC-02: `SC-02` stands here twice",
        ),
        (
            refused("/structure/1/protections/0/terms", json!(["slo"])),
            "catalogue: structure/SC/SC-01/terms: `slo` is not among the terms of the glossary",
        ),
        (
            refused("/structure/1/protections/0/related", json!(["SC-01"])),
            "catalogue: structure/SC/SC-01/related: `SC-01` is not among the other protections",
        ),
        (
            refused("/structure/1/protections/0/schedule", json!("lists")),
            "catalogue: structure/SC/SC-01/schedule: `lists` is not among the schedules",
        ),
        (
            refused("/structure/1/protections/0/benchmarks", json!([])),
            "catalogue: structure/SC/SC-01/benchmarks: has 0 entries, its counterpart 2",
        ),
        (
            refused("/words/1/protections", json!([])),
            "catalogue: words/SC/SC-01: missing",
        ),
        (
            refused("/words/1/group", json!("sc")),
            "catalogue: words/sc/group: should be two capital letters, such as SC",
        ),
        (refused("/words", json!([])), "catalogue: words/SC: missing"),
        (
            refused("/structure", json!([])),
            "catalogue: structure/HC: missing",
        ),
        (
            refused("/cards/cards/0/protections", json!(["SC-09"])),
            "catalogue: cards/tiers/protections: `SC-09` is not among the protections",
        ),
        (
            refused("/glossary/terms/0/see", json!(["sla"])),
            "catalogue: glossary/sla/see: `sla` is not among the other terms of the glossary",
        ),
        (
            refused("/glossary/terms/1/id", json!("sla")),
            "catalogue: glossary: `sla` stands here twice",
        ),
        (
            refused("/sources/sources/0/url", json!("javascript:alert(1)")),
            "catalogue: sources/KEY/url: should be a web address: https://...",
        ),
        (
            refused("/sources/sources/0/seen", json!("2026-02-30")),
            "catalogue: sources/KEY/seen: should be a day, such as 2026-11-21",
        ),
        (
            refused("/schedules/schedules/0/rows", json!([["1"]])),
            "catalogue: schedules/list/rows/1: has 1 entries, its counterpart 2",
        ),
        (
            refused("/readiness/bands/1/from", json!(1)),
            "catalogue: readiness/bands: should be a list with a band from 0",
        ),
        (
            refused("/presets/opening_hours/0/windows/0/from", json!("24:00")),
            "catalogue: presets/week/windows/1/from: should be a time of day, such as 08:30",
        ),
        (
            refused("/presets/published/0/target_percent", json!("100.0001")),
            "catalogue: presets/cloud/target_percent: should be a percentage above 0 and at most 100, such as 99.9",
        ),
        (
            refused("", json!([])),
            "catalogue: pack: should be an object",
        ),
    ];
    for (refusal, expected) in cases {
        assert_eq!(refusal, expected);
    }
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    for (pack, place) in [
        ("", "line 1, column 0"),
        ("{\n\"version\": ", "line 2, column 11"),
        ("\u{feff}{}", "line 1, column 1"),
    ] {
        let error = Catalogue::parse(pack).unwrap_err().to_string();
        assert_eq!(error, format!("catalogue: pack: not JSON at {place}"));
    }
}
