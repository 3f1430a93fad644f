//! The structure of the catalogue: which protections there are, and the facts about them that scoring rests on.

use std::collections::BTreeSet;

use engine::scoring::{Band, Floor};
use serde_json::Value;

use crate::files::{Content, Failures, GROUPS};

const STRUCTURE_FIELDS: [&str; 11] = [
    "id",
    "weight",
    "applies",
    "depth",
    "shape",
    "asked_of",
    "benchmarks",
    "sources",
    "schedule",
    "terms",
    "related",
];
const WORD_FIELDS: [&str; 13] = [
    "id",
    "title",
    "question",
    "where",
    "standard",
    "strong",
    "partly",
    "exposure",
    "why",
    "benchmarks",
    "ask",
    "clause",
    "weight_reason",
];
/// What the quick check asks: the four gaps.
const QUICK: [&str; 4] = ["SC-01", "ML-02", "ML-05", "ML-06"];
/// What the first look adds.
const FIRST: [&str; 14] = [
    "SC-03", "SC-05", "ML-01", "ML-04", "ML-10", "ES-01", "SL-03", "SL-04", "SL-05", "RM-01",
    "RM-07", "EX-07", "BR-01", "HC-01",
];
/// What no text can answer.
const PERSON: [&str; 4] = ["ML-15", "CT-11", "CT-14", "SL-11"];
/// Where the two sides are known to see it differently.
const NEEDS_VIEWS: [&str; 3] = ["CT-10", "EX-05", "RM-02"];

pub fn check(content: &Content, failures: &mut Failures) {
    for (group, count) in GROUPS {
        let expected: Vec<String> = (1..=count)
            .map(|number| format!("{group}-{number:02}"))
            .collect();
        for folder in ["catalogue", "en/protections"] {
            let file = format!("{folder}/{group}.json");
            let ids: Vec<String> = content
                .entries(&file, "protections")
                .into_iter()
                .map(|(id, _)| id)
                .collect();
            if ids != expected {
                let last = &expected[count - 1];
                failures.add(
                    &file,
                    group,
                    &format!("should hold {group}-01 to {last}, each once and in order"),
                );
            }
        }
    }
    for (file, id, entry) in content.structures() {
        fields(&file, &id, entry, &STRUCTURE_FIELDS, failures);
        facts(&file, &id, entry, failures);
    }
    for (file, id, entry) in content.words() {
        fields(&file, &id, entry, &WORD_FIELDS, failures);
        if NEEDS_VIEWS.contains(&id.as_str()) && entry["views"].is_null() {
            failures.add(&file, &id, "views: both sides' view is needed here");
        }
    }
    verdicts(content, failures);
}

/// Every field there, and none that nobody reads.
fn fields(file: &str, id: &str, entry: &Value, expected: &[&str], failures: &mut Failures) {
    let there: BTreeSet<&str> = entry
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    for field in expected.iter().filter(|field| !there.contains(**field)) {
        failures.add(file, id, &format!("{field}: missing"));
    }
    for field in there
        .iter()
        .filter(|field| !expected.contains(field) && **field != "views")
    {
        failures.add(file, id, &format!("{field}: nobody reads this field"));
    }
}

fn facts(file: &str, id: &str, entry: &Value, failures: &mut Failures) {
    let weight = entry["weight"].as_u64().unwrap_or_default();
    let depth = if QUICK.contains(&id) {
        "quick"
    } else if FIRST.contains(&id) {
        "first"
    } else if weight >= 4 {
        "core"
    } else {
        "full"
    };
    expect(file, id, entry, "depth", depth, failures);
    let asked_of = if PERSON.contains(&id) {
        "person"
    } else {
        "text"
    };
    expect(file, id, entry, "asked_of", asked_of, failures);
    let applies = if id.starts_with("ML-") || id == "CT-27" {
        "multi"
    } else if id.starts_with("HC-") {
        "health"
    } else {
        "all"
    };
    expect(file, id, entry, "applies", applies, failures);
    let benchmarks = entry["benchmarks"].as_array().map_or(0, Vec::len);
    if !(1..=3).contains(&benchmarks) {
        failures.add(
            file,
            id,
            &format!("benchmarks: {benchmarks}, should be 1 to 3"),
        );
    }
}

fn expect(file: &str, id: &str, entry: &Value, field: &str, right: &str, failures: &mut Failures) {
    if entry[field] != right {
        failures.add(
            file,
            id,
            &format!("{field}: {}, should be {right}", entry[field]),
        );
    }
}

/// The words of the verdicts belong to what scoring decides.
fn verdicts(content: &Content, failures: &mut Failures) {
    const FILE: &str = "en/verdicts.json";
    let bands = [
        (Band::All, 4, 4),
        (Band::Some, 2, 3),
        (Band::MostMissing, 0, 1),
    ];
    let written = content.entries(FILE, "bands");
    for (band, from, to) in bands {
        let id = band.id();
        let Some((_, entry)) = written.iter().find(|(written, _)| written == id) else {
            failures.add(FILE, id, "the band is missing");
            continue;
        };
        if entry["from"] != from || entry["to"] != to {
            failures.add(FILE, id, &format!("should go from {from} to {to}"));
        }
    }
    let floors: BTreeSet<&str> = Floor::ALL.iter().map(|floor| floor.id()).collect();
    let written = content.entries(FILE, "floors");
    for id in floors
        .iter()
        .filter(|id| !written.iter().any(|(written, _)| written == **id))
    {
        failures.add(FILE, id, "the floor is missing");
    }
    for (id, _) in written
        .iter()
        .filter(|(id, _)| !floors.contains(id.as_str()))
    {
        failures.add(FILE, id, "scoring knows no such floor");
    }
    if content.entries(FILE, "bands").len() != 3 {
        failures.add(FILE, "bands", "should be three");
    }
}
