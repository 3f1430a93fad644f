//! Golden vectors: inputs with the outputs that another program found for them, run through the engine's public functions.

mod chances;
mod counted;
mod input;
mod ops;
mod promises;
mod zones;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use anyhow::{Context, bail};
use engine::quantity::Fraction;
use serde_json::Value;

use zones::Zones;

/// Runs FOLDER/vectors.json and prints what came out; whether none failed.
///
/// # Errors
///
/// When the file is missing or is no file of vectors.
pub fn run(folder: &Path) -> anyhow::Result<bool> {
    let file = folder.join("vectors.json");
    let text = std::fs::read_to_string(&file).with_context(|| {
        format!(
            "cannot read {}; name the folder that holds vectors.json",
            file.display()
        )
    })?;
    let vectors = read(&text)
        .with_context(|| format!("{} is not a file of golden vectors", file.display()))?;
    let tally = quietly(|| tally(&vectors));
    print(&tally, &mut io::stdout().lock())?;
    Ok(tally.iter().all(|op| op.failures.is_empty()))
}

/// What one op came to.
struct OpTally {
    op: String,
    passed: usize,
    unsupported: usize,
    failures: Vec<String>,
}

fn read(text: &str) -> anyhow::Result<Vec<Value>> {
    match serde_json::from_str(text).context("it is not JSON")? {
        Value::Object(mut file) => match file.remove("vectors") {
            Some(Value::Array(vectors)) => Ok(vectors),
            Some(_) => bail!("`vectors` is not a list"),
            None => bail!("it has no list `vectors`"),
        },
        _ => bail!("it is not an object with a list `vectors`"),
    }
}

/// Panics of single vectors are caught and told with their id; the hook would print them a second time.
fn quietly<T>(work: impl FnOnce() -> T) -> T {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let result = work();
    panic::set_hook(hook);
    result
}

/// The ops in the order in which they first appear.
fn tally(vectors: &[Value]) -> Vec<OpTally> {
    let (mut tallies, mut places, mut zones) = (Vec::new(), BTreeMap::new(), Zones::default());
    for (position, vector) in vectors.iter().enumerate() {
        let op = vector["op"].as_str().unwrap_or("(no op)");
        let id = vector["id"]
            .as_str()
            .map_or_else(|| format!("vector at position {position}"), str::to_owned);
        let place = *places.entry(op.to_owned()).or_insert_with(|| {
            tallies.push(OpTally {
                op: op.to_owned(),
                passed: 0,
                unsupported: 0,
                failures: Vec::new(),
            });
            tallies.len() - 1
        });
        let Some(tally) = tallies.get_mut(place) else {
            continue;
        };
        match judge(op, vector, &mut zones) {
            Verdict::Passed => tally.passed += 1,
            Verdict::Unsupported => tally.unsupported += 1,
            Verdict::Failed(why) => tally.failures.push(format!("{id}: {why}")),
        }
    }
    tallies
}

enum Verdict {
    Passed,
    Unsupported,
    Failed(String),
}

fn judge(op: &str, vector: &Value, zones: &mut Zones) -> Verdict {
    if vector["op"].as_str().is_none() {
        return Verdict::Failed("it has no text `op`".to_owned());
    }
    let Some(run) = ops::of(op) else {
        return Verdict::Unsupported;
    };
    let expected = &vector["outputs"];
    if expected.as_object().is_none_or(serde_json::Map::is_empty) {
        return Verdict::Failed("it has no `outputs`".to_owned());
    }
    // A table half built by a panic is not kept: zones are stored when they are whole.
    match panic::catch_unwind(AssertUnwindSafe(|| run(&vector["inputs"], zones))) {
        Ok(Ok(found)) if agrees(expected, &found, ops::tolerance(op)) => Verdict::Passed,
        Ok(Ok(found)) => Verdict::Failed(format!("expected {expected}, found {found}")),
        Ok(Err(error)) => {
            Verdict::Failed(format!("expected {expected}, found an error: {error:#}"))
        }
        Err(panic) => Verdict::Failed(format!(
            "expected {expected}, found a panic: {}",
            message(panic.as_ref())
        )),
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => text,
        (_, Some(text)) => text,
        _ => "without a message",
    }
}

/// Whether all that is expected was found. Numbers agree by value, however they are written; with a tolerance, to so many parts
/// of what is expected.
fn agrees(expected: &Value, found: &Value, tolerance: Option<f64>) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => expected.iter().all(|(key, value)| {
            found
                .get(key)
                .is_some_and(|found| agrees(value, found, tolerance))
        }),
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len()
                && expected
                    .iter()
                    .zip(found)
                    .all(|(expected, found)| agrees(expected, found, tolerance))
        }
        _ => match (tolerance, floating(expected), floating(found)) {
            (Some(tolerance), Some(expected), Some(found)) => {
                (expected - found).abs() <= tolerance * expected.abs()
            }
            _ => match (exact(expected), exact(found)) {
                (Some(expected), Some(found)) => expected == found,
                _ => expected == found,
            },
        },
    }
}

fn floating(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn exact(value: &Value) -> Option<Fraction> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

fn print(tallies: &[OpTally], out: &mut impl Write) -> io::Result<()> {
    let (mut passed, mut failed, mut unsupported) = (0, 0, 0);
    for tally in tallies {
        let failures = tally.failures.len();
        writeln!(
            out,
            "{}: {} passed, {failures} failed, {} unsupported",
            tally.op, tally.passed, tally.unsupported
        )?;
        for failure in &tally.failures {
            writeln!(out, "  {failure}")?;
        }
        passed += tally.passed;
        failed += failures;
        unsupported += tally.unsupported;
    }
    writeln!(
        out,
        "vectors: {passed} passed, {failed} failed, {unsupported} unsupported"
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;

    fn printed(vectors: &Value) -> String {
        let mut out = Vec::new();
        print(&tally(vectors.as_array().unwrap()), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn counts_what_passed_failed_and_is_unsupported() {
        let half = |id: &str, outputs: &Value| json!({"id": id, "op": "availability", "inputs": {"period_seconds": 2, "downtime_seconds": "1"}, "outputs": outputs});
        let out = printed(&json!([
            half("right", &json!({"availability": "0.5"})),
            half("wrong", &json!({"availability": "1/3"})),
            half("more", &json!({"availability": "1/2", "nines": 0})),
            half("empty", &json!({})),
            {"id": "new", "op": "telepathy", "inputs": {}, "outputs": {"x": 1}},
            {"id": "none"},
            17,
        ]));
        assert!(
            out.contains("availability: 1 passed, 3 failed, 0 unsupported\n"),
            "{out}"
        );
        assert!(
            out.contains(
                "  wrong: expected {\"availability\":\"1/3\"}, found {\"availability\":\"1/2\"}\n"
            ),
            "{out}"
        );
        assert!(
            out.contains("telepathy: 0 passed, 0 failed, 1 unsupported\n"),
            "{out}"
        );
        assert!(out.contains("  vector at position 6: "), "{out}");
        assert!(
            out.ends_with("\nvectors: 1 passed, 5 failed, 1 unsupported\n"),
            "{out}"
        );
    }

    #[test]
    fn floating_point_agrees_to_nine_digits() {
        let vector = |p: f64| json!({"id": "p", "op": "probability", "inputs": {"question": "at least one of n", "p_each": 0.5, "n": 2}, "outputs": {"p": p}});
        for (p, passed) in [(0.75, 1), (0.750_000_000_1, 1), (0.750_000_002, 0)] {
            let out = printed(&json!([vector(p)]));
            assert!(
                out.contains(&format!("probability: {passed} passed")),
                "{out}"
            );
        }
    }

    #[test]
    fn bad_inputs_fail_with_their_reason() {
        let vector = |op: &str, inputs: &Value| json!({"id": "odd", "op": op, "inputs": inputs, "outputs": {"seconds": 1}});
        for (op, inputs, reason) in [
            (
                "availability",
                json!({"period_seconds": 0, "downtime_seconds": 0}),
                "no service time",
            ),
            (
                "availability",
                json!({"period_seconds": -1, "downtime_seconds": 0}),
                "`period_seconds`",
            ),
            ("availability", json!(null), "`period_seconds`"),
            (
                "allowance",
                json!({"period_seconds": 1, "target_percent": "100.0001"}),
                "above 100",
            ),
            (
                "period",
                json!({"kind": "month", "zone": "Mars/Olympus", "containing_day": "2026-01-01"}),
                "Mars/Olympus",
            ),
            (
                "period",
                json!({"kind": "aeon", "zone": "UTC", "containing_day": "2026-01-01"}),
                "aeon",
            ),
            (
                "dates",
                json!({"day": "2026-02-30", "rule": "days_after", "count": 1}),
                "2026-02-30",
            ),
        ] {
            let out = printed(&json!([vector(op, &inputs)]));
            assert!(
                out.contains("0 passed, 1 failed") && out.contains(reason),
                "{out}"
            );
        }
    }

    #[test]
    fn refuses_files_of_something_else() {
        for text in ["", "{", "[]", "{}", "{\"vectors\": 3}", "\"vectors\""] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read("{\"vectors\": []}").unwrap().is_empty());
        assert!(
            run(Path::new("no/such/folder"))
                .unwrap_err()
                .to_string()
                .contains("vectors.json")
        );
    }
}
