//! The schema is kept by hand, and held here against the reader and the writer, field by field: a field, a word or a
//! requirement that one of them has and the other has not makes this fail.

use super::schema::{SCHEMA, chosen, resolved, validate};
use super::{FULL, LIBRARY, MINIMAL, written_again};
use engine::archive::{ArchiveError, NoteKind, Problem, import};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn fixtures_and_exports_fit_the_schema() {
    for text in [
        FULL,
        MINIMAL,
        LIBRARY,
        &written_again(FULL),
        &written_again(MINIMAL),
    ] {
        assert_eq!(validate(&serde_json::from_str(text).unwrap()), Ok(()));
    }
    let foreign = json!({"format": "sla-gap", "version": 2, "client": {"id": "c1"}});
    assert!(validate(&foreign).is_err());
}

/// A value of the full file and the schema for it.
struct Spot {
    pointer: String,
    path: String,
    schema: &'static Value,
}

fn spots(schema: &'static Value, value: &Value, pointer: &str, path: &str, out: &mut Vec<Spot>) {
    out.push(Spot {
        pointer: pointer.to_owned(),
        path: path.to_owned(),
        schema: resolved(schema),
    });
    let schema = chosen(schema, value);
    match value {
        Value::Array(list) => {
            for (i, entry) in list.iter().enumerate() {
                spots(
                    &schema["items"],
                    entry,
                    &format!("{pointer}/{i}"),
                    &format!("{path}[{i}]"),
                    out,
                );
            }
        }
        Value::Object(map) => {
            for (key, entry) in map {
                let rule = schema["properties"]
                    .get(key)
                    .unwrap_or(&schema["additionalProperties"]);
                let dot = if path.is_empty() { "" } else { "." };
                spots(
                    rule,
                    entry,
                    &format!("{pointer}/{key}"),
                    &format!("{path}{dot}{key}"),
                    out,
                );
            }
        }
        _ => {}
    }
}

fn full() -> (Value, Vec<Spot>) {
    let file: Value = serde_json::from_str(FULL).unwrap();
    let mut all = Vec::new();
    spots(&SCHEMA, &file, "", "", &mut all);
    assert!(all.len() > 400);
    (file, all)
}

fn import_with(
    file: &Value,
    pointer: &str,
    change: impl FnOnce(&mut Value),
) -> Result<engine::archive::Imported, ArchiveError> {
    let mut file = file.clone();
    change(file.pointer_mut(pointer).unwrap());
    import(&file.to_string())
}

#[test]
fn what_the_schema_requires_the_reader_requires_and_nothing_else() {
    let (file, all) = full();
    for spot in &all {
        let value = file.pointer(&spot.pointer).unwrap();
        let Value::Object(map) = value else { continue };
        let schema = chosen(spot.schema, value);
        let required = schema.get("required").cloned().unwrap_or(json!([]));
        for key in map.keys() {
            let result = import_with(&file, &spot.pointer, |value| {
                drop(value.as_object_mut().unwrap().remove(key));
            });
            if required.as_array().unwrap().contains(&json!(key)) {
                let error = result.expect_err(&format!("{}.{key} is required", spot.path));
                // A statement without its only field has a message of its own, at the statement itself.
                let own = matches!(
                    error,
                    ArchiveError::At {
                        problem: Problem::Missing | Problem::WrongType { .. },
                        ..
                    } | ArchiveError::NotOurs { .. }
                );
                assert!(own, "{}.{key}: {error}", spot.path);
            } else {
                assert!(
                    result.is_ok(),
                    "{}.{key} may be absent: {:?}",
                    spot.path,
                    result.err()
                );
            }
        }
    }
}

#[test]
fn a_field_that_the_schema_does_not_know_the_reader_does_not_know() {
    let (file, all) = full();
    for spot in &all {
        let value = file.pointer(&spot.pointer).unwrap();
        if chosen(spot.schema, value).get("properties").is_none() {
            continue;
        }
        let read = import_with(&file, &spot.pointer, |value| value["zzz"] = json!(1)).unwrap();
        assert_eq!(read.notes.len(), 1, "{}", spot.path);
        assert_eq!(read.notes[0].kind, NoteKind::UnknownField);
        assert_eq!(
            read.notes[0]
                .path
                .trim_start_matches(&spot.path)
                .trim_start_matches('.'),
            "zzz"
        );
    }
}

#[test]
fn schema_and_reader_know_the_same_words() {
    let (file, all) = full();
    let mut checked = 0;
    for spot in &all {
        let value = file.pointer(&spot.pointer).unwrap();
        let (pointer, path, words) = if let Some(words) = spot.schema.get("enum") {
            (
                spot.pointer.clone(),
                spot.path.clone(),
                words.as_array().unwrap().clone(),
            )
        } else if let (Some(choices), Some(_)) = (spot.schema.get("oneOf"), value.get("kind")) {
            let kinds = choices
                .as_array()
                .unwrap()
                .iter()
                .map(|choice| choice["properties"]["kind"]["const"].clone())
                .collect();
            (
                format!("{}/kind", spot.pointer),
                format!("{}.kind", spot.path),
                kinds,
            )
        } else {
            continue;
        };
        let Err(ArchiveError::At {
            path: at,
            problem: Problem::NotOneOf { allowed, .. },
        }) = import_with(&file, &pointer, |value| *value = json!("bogus"))
        else {
            panic!("{path} takes any word");
        };
        let words: BTreeSet<&str> = words.iter().map(|word| word.as_str().unwrap()).collect();
        assert_eq!(
            (at, allowed.into_iter().collect::<BTreeSet<_>>()),
            (path, words)
        );
        checked += 1;
    }
    assert!(checked > 40);
}

#[test]
fn a_wrong_kind_of_value_is_refused_at_its_place() {
    let (file, all) = full();
    for spot in all
        .iter()
        .filter(|spot| !spot.path.is_empty() && spot.path != "format")
    {
        let value = file.pointer(&spot.pointer).unwrap();
        let wrong = if value.is_boolean() {
            json!("true")
        } else {
            json!(true)
        };
        let Err(ArchiveError::At { path, .. }) =
            import_with(&file, &spot.pointer, |value| *value = wrong)
        else {
            panic!("{} takes anything", spot.path);
        };
        assert_eq!(path, spot.path);
    }
}

#[test]
fn the_full_file_uses_every_field_and_choice_of_the_schema() {
    let (file, all) = full();
    let mut used = BTreeSet::new();
    for spot in &all {
        let value = file.pointer(&spot.pointer).unwrap();
        let schema: *const Value = chosen(spot.schema, value);
        used.extend(
            value
                .as_object()
                .into_iter()
                .flatten()
                .map(|(key, _)| (schema as usize, key.clone())),
        );
    }
    let mut unused = Vec::new();
    each_object(&SCHEMA, &mut |schema| {
        for name in schema["properties"].as_object().unwrap().keys() {
            let address: *const Value = schema;
            if !used.contains(&(address as usize, name.clone())) {
                unused.push(name.clone());
            }
        }
    });
    // The order of an object's keys depends on how the JSON library was built.
    unused.sort();
    // Named locations exclude their bare number, and one client excludes a library: these are in the other fixture.
    assert_eq!(
        unused,
        [
            "clients", "count", "format", "made_by", "made_on", "version"
        ]
    );
}

fn each_object(schema: &'static Value, see: &mut impl FnMut(&'static Value)) {
    if schema.get("properties").is_some() {
        see(schema);
    }
    match schema {
        Value::Object(map) => map.values().for_each(|inner| each_object(inner, see)),
        Value::Array(list) => list.iter().for_each(|inner| each_object(inner, see)),
        _ => {}
    }
}
