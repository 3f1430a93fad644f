//! The linter finds what is planted: one fault at a time in the real content.

use serde_json::{Value, json};

use crate::files::Content;
use crate::lint;

/// A fault, where it is planted, and what the linter should say about it.
type Fault = (&'static str, &'static str, fn(&mut Value), &'static str);

const SC: &str = "en/protections/SC.json";
const SC_STRUCTURE: &str = "catalogue/SC.json";
const FIRST: &str = "/protections/0";

const FAULTS: [Fault; 32] = [
    (
        SC,
        FIRST,
        |p| p["question"] = json!("Is it so"),
        "SC-01: question: should end in a question mark",
    ),
    (
        SC,
        FIRST,
        |p| p["question"] = json!(format!("{}?", "Is it so ".repeat(30).trim())),
        "at most 170",
    ),
    (
        SC,
        FIRST,
        |p| {
            p["question"] =
                json!("Do organizational accountability obligations necessitate documentation?");
        },
        "SC-01: question: reading grade",
    ),
    (
        SC,
        FIRST,
        |p| p["ask"] = json!("Get it."),
        "SC-01: ask: should begin with",
    ),
    (
        SC,
        FIRST,
        |p| p["partly"] = json!("If half."),
        "SC-01: partly: should begin with",
    ),
    (
        SC,
        FIRST,
        |p| p["clause"] = json!("The Provider will do it."),
        "SC-01: clause: says nobody shall",
    ),
    (
        SC,
        FIRST,
        |p| p["clause"] = json!("It shall be. A. B. C. D."),
        "SC-01: clause: should be four sentences",
    ),
    (
        SC,
        FIRST,
        |p| p["clause"] = json!("It \u{2014} as is \u{2014} shall be."),
        "SC-01: clause: an em dash",
    ),
    (
        SC,
        FIRST,
        |p| p["why"] = json!("As an organisation grows."),
        "`organisation` is not American",
    ),
    (
        SC,
        FIRST,
        |p| p["why"] = json!("As the corpus shows."),
        "`corpus` is a word of our workshop",
    ),
    (
        SC,
        FIRST,
        |p| p["why"] = json!("As R01 shows."),
        "`R01` looks like a number",
    ),
    (
        SC,
        FIRST,
        |p| p["why"] = json!("As CompassMSP says."),
        "names the firm CompassMSP",
    ),
    (
        SC,
        FIRST,
        |p| p["why"] = json!("At {N} locations."),
        "SC-01: why: a placeholder",
    ),
    (
        SC,
        FIRST,
        |p| p["title"] = json!("At {n} locations"),
        "SC-01: title: a placeholder",
    ),
    (
        SC,
        FIRST,
        |p| p["why"] = json!("It \u{2019}s so."),
        "the character U+2019",
    ),
    (
        SC,
        FIRST,
        |p| p["why"] = json!("It is\u{202e} so."),
        "the character U+202E",
    ),
    (SC, FIRST, |p| p["why"] = json!("It is **so**."), "Markdown"),
    (SC, FIRST, |p| p["why"] = json!("It is <b>so</b>."), "HTML"),
    (
        SC,
        FIRST,
        |p| p["benchmarks"] = json!([]),
        "SC-01: benchmarks: 0 texts",
    ),
    (
        SC,
        FIRST,
        |p| p["note"] = json!("x"),
        "SC-01: note: nobody reads",
    ),
    (
        SC,
        FIRST,
        |p| drop(p.as_object_mut().unwrap().remove("why")),
        "SC-01: why: missing",
    ),
    (
        SC,
        "/protections",
        |p| drop(p.as_array_mut().unwrap().pop()),
        "SC: should hold SC-01 to SC-12",
    ),
    (
        SC_STRUCTURE,
        FIRST,
        |p| p["id"] = json!("SC-02"),
        "SC-02: stands twice",
    ),
    (
        SC_STRUCTURE,
        FIRST,
        |p| p["terms"] = json!(["slo"]),
        "SC-01: terms: `slo` is not among",
    ),
    (
        SC_STRUCTURE,
        FIRST,
        |p| p["related"] = json!(["SC-01"]),
        "SC-01: related: `SC-01` is not among the other",
    ),
    (
        SC_STRUCTURE,
        FIRST,
        |p| p["sources"] = json!(["NONE"]),
        "SC-01: sources: `NONE` is not among",
    ),
    (
        SC_STRUCTURE,
        FIRST,
        |p| p["depth"] = json!("full"),
        "SC-01: depth: \"full\", should be quick",
    ),
    (
        "en/glossary.json",
        "/terms",
        |terms| {
            terms.as_array_mut().unwrap().push(json!({ "id": "lost", "term": "Lost", "also": [], "definition": "d", "see": ["lost"] }));
        },
        "lost: see: `lost` is not another term",
    ),
    (
        "en/schedules.json",
        "/schedules",
        |schedules| {
            schedules
                .as_array_mut()
                .unwrap()
                .push(json!({ "id": "lost", "title": "Lost" }));
        },
        "en/schedules.json: lost: nothing points at it",
    ),
    (
        "en/verdicts.json",
        "/bands/0",
        |band| band["from"] = json!(3),
        "should go from 4 to 4",
    ),
    (
        "en/cards.json",
        "/cards/0",
        |card| card["protections"] = json!(["SC-99"]),
        "`SC-99` is not a protection",
    ),
    (
        "en/faq.json",
        "/questions/0",
        |q| q["question"] = json!("Which programme?"),
        "`programme` is not American",
    ),
];

#[test]
fn every_planted_fault_is_found() {
    let content = Content::load();
    for (file, place, plant, expected) in FAULTS {
        let mut spoiled = content.clone();
        let spot = spoiled
            .files
            .get_mut(file)
            .and_then(|value| value.pointer_mut(place));
        plant(spot.unwrap_or_else(|| panic!("{file}{place} is not there")));
        let found = lint(&spoiled);
        let hit = found
            .iter()
            .any(|line| line.starts_with(file) && line.contains(expected));
        assert!(hit, "{expected}\nis not among\n{}", found.join("\n"));
    }
}

#[test]
fn a_missing_file_and_a_benchmark_without_a_source_are_found() {
    let mut content = Content::load();
    content.files.remove("en/faq.json");
    let structure = content.files.get_mut("catalogue/SC.json").unwrap();
    structure["protections"][0]["benchmarks"] = json!([{ "source": null }]);
    let words = content.files.get_mut("en/protections/SC.json").unwrap();
    words["protections"][0]["benchmarks"] = json!(["Three levels."]);
    let found = lint(&content);
    assert!(found.contains(&"en/faq.json: : the file is missing".to_owned()));
    assert!(
        found
            .iter()
            .any(|line| line.contains("SC-01: benchmarks: no source and not ours"))
    );
}
