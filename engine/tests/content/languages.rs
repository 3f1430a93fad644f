//! Every language says what English says: the same files, the same keys, lists as long, the same places to be filled.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn content() -> PathBuf {
    std::env::var_os("CONTENT_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"),
        PathBuf::from,
    )
}

const OTHERS: [&str; 1] = ["es"];

/// Lists whose length is a matter of the language: other names for a thing, the months.
const FREE: [&str; 1] = ["also"];

fn files(folder: &Path, within: &Path, into: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, within, into);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            into.insert(path.strip_prefix(within).unwrap().to_owned());
        }
    }
}

fn all(language: &str) -> BTreeSet<PathBuf> {
    let folder = content().join(language);
    let mut found = BTreeSet::new();
    files(&folder, &folder, &mut found);
    found
}

fn read(language: &str, file: &Path) -> Value {
    let path = content().join(language).join(file);
    serde_json::from_str(&fs::read_to_string(&path).unwrap())
        .unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
}

/// The names of the places of a text, each as often as it stands there.
fn places(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn differ(at: &str, english: &Value, own: &Value, found: &mut Vec<String>) {
    match (english, own) {
        (Value::Object(english), Value::Object(own)) => {
            for key in english.keys().chain(own.keys()) {
                match (english.get(key), own.get(key)) {
                    (Some(_), None) => found.push(format!("{at}/{key} is missing")),
                    (None, _) => found.push(format!("{at}/{key} is not in English")),
                    _ => {}
                }
            }
            for (key, value) in english {
                if let Some(own) = own.get(key).filter(|_| !FREE.contains(&key.as_str())) {
                    differ(&format!("{at}/{key}"), value, own, found);
                }
            }
        }
        (Value::Array(english), Value::Array(own)) => {
            if english.len() != own.len() {
                found.push(format!(
                    "{at} has {} entries, not {}",
                    own.len(),
                    english.len()
                ));
            }
            for (number, (english, own)) in english.iter().zip(own).enumerate() {
                differ(&format!("{at}/{number}"), english, own, found);
            }
        }
        (Value::String(english), Value::String(own)) => {
            if places(english) != places(own) {
                found.push(format!(
                    "{at}: the places of {english:?} and {own:?} differ"
                ));
            }
            if own.trim().is_empty() && !english.trim().is_empty() {
                found.push(format!("{at} is empty"));
            }
        }
        (english, own) if english != own => {
            found.push(format!("{at} is {own}, in English {english}"));
        }
        _ => {}
    }
}

#[test]
fn every_language_has_the_keys_and_places_of_english() {
    let mut found = Vec::new();
    let english = all("en");
    for language in OTHERS {
        let own = all(language);
        for file in english.symmetric_difference(&own) {
            found.push(format!(
                "{language}: {} stands in one language only",
                file.display()
            ));
        }
        for file in english.intersection(&own) {
            let at = format!("{language}/{}", file.display());
            differ(&at, &read("en", file), &read(language, file), &mut found);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_missing_key_an_extra_one_and_another_place_are_found() {
    let problems = |english: &str, own: &str| {
        let mut found = Vec::new();
        let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        differ("x", &value(english), &value(own), &mut found);
        found.len()
    };
    assert_eq!(problems("{\"a\":\"{n} b\"}", "{\"a\":\"c {n}\"}"), 0);
    assert_eq!(problems("{\"a\":\"b\"}", "{}"), 1);
    assert_eq!(problems("{}", "{\"a\":\"b\"}"), 1);
    assert_eq!(problems("[\"{n}\"]", "[\"{m}\"]"), 1);
    assert_eq!(problems("[1, 2]", "[1]"), 1);
    assert_eq!(problems("[1]", "[2]"), 1);
    assert_eq!(problems("[\"a\"]", "[\" \"]"), 1);
}
