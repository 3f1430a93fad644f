//! As much of JSON Schema as `docs/file-format.schema.json` uses. A whole validator would double the crates that a test build compiles.

use serde_json::{Map, Value};
use std::sync::LazyLock;

pub static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../docs/file-format.schema.json")).unwrap()
});

/// What a value must not have to be refused; the first thing that is wrong otherwise.
pub fn validate(value: &Value) -> Result<(), String> {
    check(&SCHEMA, value, "")
}

/// The schema that a reference leads to, with what stands beside the reference.
pub fn resolved(schema: &Value) -> &Value {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(path) => resolved(SCHEMA.pointer(path.strip_prefix('#').unwrap()).unwrap()),
        None => schema,
    }
}

/// The choice of a union that the value fits.
pub fn chosen<'a>(schema: &'a Value, value: &Value) -> &'a Value {
    let schema = resolved(schema);
    match schema.get("oneOf").and_then(Value::as_array) {
        Some(choices) => chosen(
            choices
                .iter()
                .find(|choice| check(choice, value, "").is_ok())
                .expect("a choice that fits"),
            value,
        ),
        None => schema,
    }
}

fn check(schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let map = schema.as_object().unwrap();
    for (keyword, rule) in map {
        let fits = match keyword.as_str() {
            "$ref" => {
                check(resolved(schema), value, at)?;
                true
            }
            "type" => has_type(rule.as_str().unwrap(), value),
            "const" => rule == value,
            "enum" => rule.as_array().unwrap().contains(value),
            "minimum" => value.as_u64().is_none_or(|n| rule.as_u64().unwrap() <= n),
            "maximum" => value.as_u64().is_none_or(|n| n <= rule.as_u64().unwrap()),
            "maxLength" => value
                .as_str()
                .is_none_or(|s| s.chars().count() as u64 <= rule.as_u64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|a| rule.as_u64().unwrap() <= a.len() as u64),
            "maxItems" => value
                .as_array()
                .is_none_or(|a| a.len() as u64 <= rule.as_u64().unwrap()),
            "required" => value.as_object().is_none_or(|o| {
                rule.as_array()
                    .unwrap()
                    .iter()
                    .all(|k| o.contains_key(k.as_str().unwrap()))
            }),
            "oneOf" => {
                rule.as_array()
                    .unwrap()
                    .iter()
                    .filter(|choice| check(choice, value, at).is_ok())
                    .count()
                    == 1
            }
            "items" => {
                for (i, entry) in value.as_array().into_iter().flatten().enumerate() {
                    check(rule, entry, &format!("{at}[{i}]"))?;
                }
                true
            }
            "properties" | "additionalProperties" => {
                check_fields(map, value, at)?;
                true
            }
            "pattern" => value
                .as_str()
                .is_none_or(|text| matches_pattern(rule.as_str().unwrap(), text)),
            "propertyNames" => value
                .as_object()
                .into_iter()
                .flatten()
                .all(|(key, _)| check(rule, &key.as_str().into(), at).is_ok()),
            "description" | "title" | "$schema" | "$defs" => true,
            other => panic!("the schema uses `{other}`; teach it to this test"),
        };
        if !fits {
            let shown: String = value.to_string().chars().take(200).collect();
            return Err(format!("{at}: {keyword}: {shown}"));
        }
    }
    Ok(())
}

fn check_fields(map: &Map<String, Value>, value: &Value, at: &str) -> Result<(), String> {
    for (key, entry) in value.as_object().into_iter().flatten() {
        let rule = map
            .get("properties")
            .and_then(|properties| properties.get(key))
            .or_else(|| map.get("additionalProperties"));
        match rule {
            Some(Value::Bool(false)) => return Err(format!("{at}.{key}: not a field")),
            Some(rule) => check(rule, entry, &format!("{at}.{key}"))?,
            None => {}
        }
    }
    Ok(())
}

fn has_type(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        other => panic!("the schema uses the type `{other}`; teach it to this test"),
    }
}

/// The few patterns of the schema, spelled out.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    // 9 = a digit, A = a capital letter, everything else is itself.
    let shaped = |shape: &str| {
        shape.len() == text.len()
            && shape.bytes().zip(text.bytes()).all(|(s, t)| match s {
                b'9' => t.is_ascii_digit(),
                b'A' => t.is_ascii_uppercase(),
                s => s == t,
            })
    };
    match pattern {
        "^[A-Za-z0-9._-]{1,100}$" => {
            (1..=100).contains(&text.len())
                && text
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
        }
        r"^[0-9]+(\.[0-9]{1,6})?$" => {
            let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
            [whole, part]
                .iter()
                .all(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit()))
                && part.len() <= 6
        }
        "^[A-Z]{3}$" => shaped("AAA"),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => shaped("9999-99-99"),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$" => {
            shaped("9999-99-99T99:99:99Z")
        }
        "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$" => shaped("99:99") || shaped("99:99:99"),
        "^[A-Z]{2}-(0[1-9]|[1-9][0-9])$" => shaped("AA-99") && !text.ends_with("00"),
        other => panic!("the schema uses the pattern `{other}`; teach it to this test"),
    }
}
