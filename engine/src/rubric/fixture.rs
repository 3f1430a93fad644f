//! A small catalogue for tests: the protections that scoring knows by name, and a few others.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};

use super::Catalogue;

/// Id, weight, whom it concerns, depth, shape, who is asked.
const PROTECTIONS: &str = "
    HC-01 5 health first silent text
    HC-02 3 health full housekeeping text
    SC-01 5 all quick shared text
    SC-02 3 all full shared text
    SC-03 5 all first shared text
    SC-05 4 all first local text
    ES-01 4 all first shared text
    ES-02 3 all full shared text
    SL-03 3 all first shared text
    SL-04 4 all first local text
    SL-05 4 all first local text
    SL-10 3 all full silent text
    SL-11 2 all full silent person
    RM-01 5 all first housekeeping text
    CT-01 3 all full housekeeping text
    CT-27 2 multi full local text
    ML-01 5 multi first local text
    ML-02 4 multi quick local text
    ML-04 5 multi first shared text
    ML-05 4 multi quick silent text
    ML-06 4 multi quick silent text
    ML-15 4 multi core shared person";

/// The pack as a value that a test may spoil.
pub(crate) fn pack() -> Value {
    let mut structure: Vec<Value> = Vec::new();
    let mut words: Vec<Value> = Vec::new();
    for line in PROTECTIONS.trim().lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let &[id, weight, applies, depth, shape, asked_of] = fields.as_slice() else {
            unreachable!("six fields: {line}");
        };
        let code = &id[..2];
        if structure.last().is_none_or(|group| group["group"] != code) {
            structure.push(json!({ "group": code, "protections": [] }));
            words.push(json!({ "group": code, "title": code, "intro": "i", "protections": [] }));
        }
        let weight: u8 = weight.parse().unwrap();
        let entry = json!({
            "id": id, "weight": weight, "applies": applies, "depth": depth, "shape": shape, "asked_of": asked_of,
            "benchmarks": [{ "source": "KEY" }, { "source": null }], "sources": ["KEY"], "schedule": "list",
            "terms": ["sla"], "related": [],
        });
        structure.last_mut().unwrap()["protections"]
            .as_array_mut()
            .unwrap()
            .push(entry);
        words.last_mut().unwrap()["protections"].as_array_mut().unwrap().push(json!({
            "id": id, "title": id, "question": "q?", "where": "w", "standard": "s", "strong": "s", "partly": "p",
            "exposure": "e", "why": "w", "benchmarks": ["seen", "ours"], "ask": "a", "clause": "c", "weight_reason": "r",
        }));
    }
    let mut pack = guides();
    pack["structure"] = structure.into();
    pack["words"] = words.into();
    pack
}

fn guides() -> Value {
    json!({
        "version": "fixture",
        "sources": { "sources": [{
            "key": "KEY", "publisher": "p", "title": "t", "url": "https://example.org/", "seen": "2026-11-21",
            "jurisdiction": "US", "kind": "published terms",
        }] },
        "cards": { "cards": [{ "id": "tiers", "title": "t", "standard": "s", "strong": "s", "why": "w", "protections": ["SC-01"] }] },
        "response_resolution": { "title": "t", "lead": "l", "points": [{ "title": "t", "body": "b" }], "example": "e" },
        "negotiation": {
            "leverage": { "title": "t", "paragraphs": ["p"] },
            "items": [{ "id": "times", "title": "t", "say": "s", "why": "w", "protections": ["SC-03"] }],
            "steps": [{ "title": "t", "body": "b" }],
        },
        "readiness": {
            "question": "q?", "intro": "i",
            "listen_for": [{ "id": "owner", "title": "t", "good": "g", "weak": "w", "points": 3 }],
            "bands": [{ "id": "ready", "from": 2, "title": "t", "text": "t" }, { "id": "not", "from": 0, "title": "t", "text": "t" }],
        },
        "faq": { "questions": [{ "id": "q", "question": "q?", "answer": ["a"], "protections": ["RM-01"] }] },
        "glossary": { "terms": [
            { "id": "sla", "term": "SLA", "also": [], "definition": "d", "see": ["msp"] },
            { "id": "msp", "term": "MSP", "also": ["provider"], "definition": "d", "see": [] },
        ] },
        "verdicts": {
            "bands": [{ "id": "all", "from": 4, "to": 4, "title": "t", "text": "t", "next": "n" }],
            "range": "r", "floors": [{ "id": "no-remedy", "title": "t", "text": "t" }], "disclaimer": "d", "weights_note": "w",
        },
        "schedules": { "schedules": [{ "id": "list", "title": "t", "purpose": "p", "columns": ["a", "b"], "rows": [["1", ""]], "notes": [] }] },
        "method": { "title": "t", "sections": [{ "id": "s", "title": "t", "paragraphs": ["p"] }] },
        "presets": {
            "opening_hours": [{ "id": "week", "title": "t", "windows": [{ "day": "Mon", "from": "08:30", "to": "17:00" }] }],
            "published": [{
                "id": "cloud", "title": "t", "target_percent": "99.99", "period": "calendar-month", "counting": "c", "note": "n",
                "dated": "2022-05-05", "url": "https://example.org/",
            }],
            "services": [{ "id": "network", "title": "t", "definition": "d", "measurement": "m" }],
        },
    })
}

/// The catalogue itself.
pub(crate) fn catalogue() -> Catalogue {
    Catalogue::parse(&pack().to_string()).unwrap()
}
