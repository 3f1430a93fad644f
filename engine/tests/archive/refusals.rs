//! Bad files: each is refused with the place and what would be right.

use super::{FULL, LIBRARY};
use engine::archive::{ArchiveError, Problem, import, import_any, limits};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The full file with one value changed.
fn spoiled(pointer: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(FULL).unwrap();
    *file
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer}")) = value;
    file.to_string()
}

/// The message for the full file with one value changed.
fn message(pointer: &str, value: Value) -> String {
    import(&spoiled(pointer, value)).unwrap_err().to_string()
}

#[test]
fn a_file_that_is_not_ours() {
    for (text, found) in [
        (r#"{"format": "excalidraw"}"#, Some("excalidraw")),
        ("{}", None),
        ("[1, 2]", None),
        ("7", None),
        (r#"{"format": 1}"#, None),
    ] {
        assert_eq!(
            import(text),
            Err(ArchiveError::NotOurs {
                found: found.map(str::to_owned)
            }),
            "{text}"
        );
    }
    assert!(matches!(
        import("name,answer\nSC-01,yes"),
        Err(ArchiveError::NotJson { line: 1, .. })
    ));
    assert!(matches!(
        import("{\"format\":\n\"sla-gap\",,}"),
        Err(ArchiveError::NotJson {
            line: 2,
            column: 11
        })
    ));
    assert_eq!(import(" \n"), Err(ArchiveError::Empty));
    let deep = "[".repeat(100_000);
    assert!(matches!(import(&deep), Err(ArchiveError::NotJson { .. })));
}

#[test]
fn a_file_that_was_cut_off() {
    for end in 1..LIBRARY.trim_end().len() {
        let error = import_any(&LIBRARY[..end]).unwrap_err();
        assert!(
            matches!(error, ArchiveError::EndsTooEarly { .. }),
            "{end}: {error}"
        );
    }
}

#[test]
fn a_newer_file_names_its_version_and_what_to_do() {
    let error = import(&spoiled("/version", json!(2))).unwrap_err();
    assert_eq!(
        error,
        ArchiveError::Newer {
            version: 2,
            newest: 1
        }
    );
    assert!(error.to_string().contains("reload the program"));
    assert!(message("/version", json!(0)).starts_with("version: "));
    assert!(message("/version", json!("1")).starts_with("version: "));
}

#[test]
fn a_file_that_is_too_large() {
    let text = " ".repeat(limits::BYTES + 1);
    assert_eq!(
        import(&text),
        Err(ArchiveError::TooLarge {
            bytes: limits::BYTES + 1
        })
    );
}

#[test]
fn every_refusal_names_the_place_and_the_remedy() {
    let agreement = "/client/agreements/0/agreement";
    for (pointer, value, expected) in [
        (
            "/services/0/target/says",
            json!("100.0001"),
            "services[0].target.says: `100.0001` is above 100; a percentage is from 0 to 100",
        ),
        (
            "/services/0/target/says",
            json!(99.9),
            "services[0].target.says: this is a number; it should be a percentage in quotation marks, such as \"99.9\"",
        ),
        (
            "/services/0/target",
            json!("99.9"),
            "services[0].target: this is a text; it should be an object { … }",
        ),
        (
            "/services/0/target",
            json!({}),
            "services[0].target: this is an object; it should be {\"silent\": true} or {\"says\": …}",
        ),
        (
            "/services/0/minimum_outage/says",
            json!(-60),
            "services[0].minimum_outage.says: this is negative; it should be zero or more",
        ),
        (
            "/services/0/minimum_outage/says",
            json!(-0.5),
            "services[0].minimum_outage.says: this is negative; it should be zero or more",
        ),
        (
            "/services/0/minimum_outage/says",
            json!(1.5),
            "services[0].minimum_outage.says: this is a number; it should be a whole number",
        ),
        (
            "/services/0/period/says/days",
            json!(0),
            "services[0].period.says.days: this should be a number from 1 to 4294967295",
        ),
        (
            "/services/0/period/says/kind",
            json!("fortnight"),
            "services[0].period.says.kind: `fortnight` should be one of: days, rolling-days, calendar-month, calendar-quarter, calendar-year, fixed",
        ),
        (
            "/services/1/id",
            json!("s1"),
            "services[1].id: the id `s1` stands twice; give each entry an id of its own",
        ),
        (
            "/services/1/id",
            json!("a b"),
            "services[1].id: `a b` is not an id; use 1 to 100 letters, digits, hyphens, underscores or points",
        ),
        (
            "/services/1/id",
            Value::Null,
            "services[1].id: nothing stands here; it is needed",
        ),
        (
            "/support/hours/says",
            json!([]),
            "support.hours.says: no hours are given; give at least one row, or leave the entry out",
        ),
        (
            "/support/hours/says/0/from",
            json!("25:00"),
            "support.hours.says[0].from: `25:00` is not a time of day; write hours and minutes from 00:00 to 24:00",
        ),
        (
            "/support/holidays/0",
            json!("2026-02-30"),
            "support.holidays[0]: `2026-02-30` is not a day; write year-month-day, such as 2026-03-08",
        ),
        (
            "/fees/recurring/says/per_month/currency",
            json!("dollars"),
            "fees.recurring.says.per_month.currency: `dollars` is not a currency; write its three letters, such as USD",
        ),
        (
            "/fees/recurring/says/per_month/minor",
            json!(-1),
            "fees.recurring.says.per_month.minor: this is negative; it should be zero or more",
        ),
        (
            "/credits/sole_remedy/says",
            json!("no"),
            "credits.sole_remedy.says: this is a text; it should be true or false",
        ),
    ] {
        assert_eq!(
            message(&format!("{agreement}{pointer}"), value),
            format!("client.agreements[0].agreement.{expected}")
        );
    }
}

#[test]
fn answers_name_their_protection() {
    let answers = "/client/agreements/0/assessments/0/answers";
    let expected = "client.agreements[0].assessments[0].answers";
    assert_eq!(
        message(&format!("{answers}/SC-01/answer"), json!("maybe")),
        format!(
            "{expected}.SC-01.answer: `maybe` should be one of: yes, partly, no, opposite, unknown, not-applicable"
        )
    );
    assert_eq!(
        message(answers, json!({"SC-1": {}})),
        format!(
            "{expected}.SC-1: `SC-1` is not the id of a protection or group; write it as in SC-01 or SC"
        )
    );
    assert_eq!(
        message("/client/agreements/0/assessments/0/weights/SC-01", json!(9)),
        "client.agreements[0].assessments[0].weights.SC-01: this should be a number from 1 to 5"
    );
    assert!(
        message(
            "/client/agreements/0/incidents/0/started",
            json!("2026-02-03 14:00")
        )
        .contains("is not an instant")
    );
    assert_eq!(
        message(
            "/client/agreements/0/incidents/0/ended",
            json!("2026-02-03T13:59:59Z")
        ),
        "client.agreements[0].incidents[0].ended: the end lies before the start; change one of them"
    );
}

#[test]
fn limits_are_kept_and_named() {
    let text = "\u{1f9b7}".repeat(limits::TEXT);
    assert!(import(&spoiled("/client/name", json!(text))).is_ok());
    let problem = Problem::TextTooLong {
        characters: limits::TEXT + 1,
        most: limits::TEXT,
    };
    let error = import(&spoiled("/client/name", json!(text + "x"))).unwrap_err();
    assert_eq!(
        error,
        ArchiveError::At {
            path: "client.name".to_owned(),
            problem
        }
    );

    let named = |count: usize| json!({"named": (0..count).map(|i| json!({"id": format!("l{i}")})).collect::<Vec<_>>()});
    assert!(
        import(&spoiled(
            "/client/organization/locations",
            named(limits::ENTRIES)
        ))
        .is_ok()
    );
    let error = import(&spoiled(
        "/client/organization/locations",
        named(limits::ENTRIES + 1),
    ))
    .unwrap_err();
    let problem = Problem::TooMany {
        entries: limits::ENTRIES + 1,
        most: limits::ENTRIES,
    };
    assert_eq!(
        error,
        ArchiveError::At {
            path: "client.organization.locations.named".to_owned(),
            problem
        }
    );
    assert!(
        import(&spoiled(
            "/client/organization/locations",
            json!({"count": 10_001})
        ))
        .is_err()
    );
}

#[test]
fn a_library_names_the_client() {
    let text = LIBRARY.replace("\"c2\"", "\"c1\"");
    assert_eq!(
        import_any(&text).unwrap_err().to_string(),
        "clients[1].id: the id `c1` stands twice; give each entry an id of its own"
    );
}

proptest! {
    #[test]
    fn a_hostile_text_never_fills_the_message(text in ".{0,4000}") {
        let error = import(&spoiled("/client/agreements/0/id", json!(text)));
        if let Err(error) = error {
            prop_assert!(error.to_string().chars().count() < 300);
        }
    }
}
