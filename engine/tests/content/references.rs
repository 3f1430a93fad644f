//! Every reference leads somewhere, every entry is led to, no id stands twice, and nothing is claimed without a source.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::files::{Content, Failures};

pub fn check(content: &Content, failures: &mut Failures) {
    duplicates(content, failures);
    guides(content, failures);
    let ids = |file: &str, list: &str| -> BTreeSet<String> {
        content
            .entries(file, list)
            .into_iter()
            .map(|(id, _)| id)
            .collect()
    };
    let protections: BTreeSet<String> = content
        .structures()
        .into_iter()
        .map(|(_, id, _)| id)
        .collect();
    let sources = ids("sources.json", "sources");
    let terms = ids("en/glossary.json", "terms");
    let schedules = ids("en/schedules.json", "schedules");
    let mut led_to: BTreeSet<String> = BTreeSet::new();
    for (file, id, entry) in content.structures() {
        let mut lead = |field: &str, to: &BTreeSet<String>, what: &str| {
            for name in names(&entry[field]) {
                if !to.contains(&name) || name == id {
                    failures.add(
                        &file,
                        &id,
                        &format!("{field}: `{name}` is not among the {what}"),
                    );
                }
                led_to.insert(format!("{what} {name}"));
            }
        };
        lead("sources", &sources, "sources");
        lead("benchmarks", &sources, "sources");
        lead("terms", &terms, "terms");
        lead("schedule", &schedules, "schedules");
        lead("related", &protections, "other protections");
        if names(&entry["related"]).len() > 4 {
            failures.add(&file, &id, "related: more than 4");
        }
        if names(&entry["sources"]).is_empty() && !names(&entry["benchmarks"]).is_empty() {
            failures.add(
                &file,
                &id,
                "sources: empty says our suggestion, but a benchmark has a source",
            );
        }
    }
    glossary(content, &terms, &mut led_to, failures);
    let lists = [
        ("sources.json", "sources", sources),
        ("en/glossary.json", "terms", terms),
        ("en/schedules.json", "schedules", schedules),
    ];
    for (file, what, ids) in lists {
        for id in ids
            .iter()
            .filter(|id| !led_to.contains(&format!("{what} {id}")))
        {
            failures.add(file, id, "nothing points at it");
        }
    }
    benchmarks(content, failures);
    occurrences(content, failures);
}

/// The ids that a field names: a text, a list of texts, or the sources of a list of benchmarks.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![name.clone()],
        Value::Array(entries) => entries.iter().flat_map(names).collect(),
        Value::Object(fields) => fields.get("source").map_or_else(Vec::new, names),
        _ => Vec::new(),
    }
}

fn glossary(
    content: &Content,
    terms: &BTreeSet<String>,
    led_to: &mut BTreeSet<String>,
    failures: &mut Failures,
) {
    for (id, entry) in content.entries("en/glossary.json", "terms") {
        for see in names(&entry["see"]) {
            if !terms.contains(&see) || see == id {
                failures.add(
                    "en/glossary.json",
                    &id,
                    &format!("see: `{see}` is not another term"),
                );
            }
            led_to.insert(format!("terms {see}"));
        }
    }
}

/// Cards, negotiation items and questions name protections that exist.
fn guides(content: &Content, failures: &mut Failures) {
    let protections: BTreeSet<String> = content
        .structures()
        .into_iter()
        .map(|(_, id, _)| id)
        .collect();
    let lists = [
        ("en/cards.json", "cards"),
        ("en/negotiation.json", "items"),
        ("en/faq.json", "questions"),
    ];
    for (file, list) in lists {
        for (id, entry) in content.entries(file, list) {
            for name in names(&entry["protections"])
                .iter()
                .filter(|name| !protections.contains(*name))
            {
                failures.add(
                    file,
                    &id,
                    &format!("protections: `{name}` is not a protection"),
                );
            }
        }
    }
}

fn duplicates(content: &Content, failures: &mut Failures) {
    for (file, value) in &content.files {
        for (list, entries) in value.as_object().into_iter().flatten() {
            let mut seen = BTreeSet::new();
            for entry in entries.as_array().into_iter().flatten() {
                let id = entry["id"].as_str().or(entry["key"].as_str());
                if let Some(id) = id.filter(|id| !seen.insert(*id)) {
                    failures.add(file, id, &format!("stands twice in {list}"));
                }
                repeated(file, id.unwrap_or_default(), entry, failures);
            }
        }
    }
}

/// No list of ids names one twice.
fn repeated(file: &str, id: &str, entry: &Value, failures: &mut Failures) {
    for field in ["terms", "related", "sources", "see", "also", "protections"] {
        let names = names(&entry[field]);
        let distinct: BTreeSet<&String> = names.iter().collect();
        if distinct.len() < names.len() {
            failures.add(file, id, &format!("{field}: names one twice"));
        }
    }
}

/// A benchmark has a source or says that it is ours, never both.
fn benchmarks(content: &Content, failures: &mut Failures) {
    let structures = content.structures();
    for (file, id, entry) in content.words() {
        let Some((_, _, structure)) = structures.iter().find(|(_, other, _)| *other == id) else {
            continue;
        };
        let texts = entry["benchmarks"].as_array().cloned().unwrap_or_default();
        let sources = structure["benchmarks"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        if texts.len() != sources.len() {
            let lengths = format!(
                "benchmarks: {} texts, {} sources",
                texts.len(),
                sources.len()
            );
            failures.add(&file, &id, &lengths);
        }
        for (text, source) in texts.iter().zip(&sources) {
            let text = text.as_str().unwrap_or_default();
            let ours = text.to_lowercase().contains("our suggestion");
            match (ours, source["source"].is_null()) {
                (false, true) => failures.add(
                    &file,
                    &id,
                    &format!("benchmarks: no source and not ours: {text}"),
                ),
                (true, false) => failures.add(
                    &file,
                    &id,
                    &format!("benchmarks: ours, yet with a source: {text}"),
                ),
                _ => {}
            }
        }
    }
}

/// A term that a protection names occurs in its texts, in one of its forms.
fn occurrences(content: &Content, failures: &mut Failures) {
    let glossary = content.entries("en/glossary.json", "terms");
    let words = content.words();
    for (file, id, entry) in content.structures() {
        let Some((_, _, words)) = words.iter().find(|(_, other, _)| *other == id) else {
            continue;
        };
        let texts = words.to_string().to_lowercase();
        for name in names(&entry["terms"]) {
            let Some((_, term)) = glossary.iter().find(|(other, _)| *other == name) else {
                continue;
            };
            let mut forms = names(&term["also"]);
            forms.extend(names(&term["term"]));
            if !forms
                .iter()
                .any(|form| texts.contains(&form.to_lowercase()))
            {
                failures.add(
                    &file,
                    &id,
                    &format!("terms: no form of `{name}` occurs in the texts"),
                );
            }
        }
    }
}
