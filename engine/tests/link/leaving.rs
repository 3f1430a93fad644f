//! What leaves with a link: nothing that names anybody, unless it was ticked.

use super::{ALL, full, leaving};
use engine::agreement::{Locations, derived_answers};
use engine::archive::export;
use engine::assessment::{Answer, Response};
use engine::link::{Includes, answers_only, write};

/// All texts of a file but its keys.
fn texts(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(list) => list.iter().for_each(|value| texts(value, out)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| texts(value, out)),
        _ => {}
    }
}

fn texts_of(client: &engine::client::Client) -> Vec<String> {
    let file = export(client, "", chrono::NaiveDate::default());
    let mut out = Vec::new();
    texts(&serde_json::from_str(&file).unwrap(), &mut out);
    out
}

#[test]
fn nothing_that_was_typed_leaves_unless_it_was_ticked() {
    // Every sentence of the file, and every text with a blank in it, is somebody's own words or name.
    let typed = |text: &String| text.contains(' ');
    let services: Vec<String> = full().agreements[0]
        .agreement
        .services
        .iter()
        .map(|service| service.name.clone())
        .chain(
            full().agreements[0]
                .agreement
                .severities
                .iter()
                .map(|of| of.name.clone()),
        )
        .collect();
    let before = texts_of(&leaving(&full(), ALL));
    assert!(before.iter().filter(|text| typed(text)).count() > services.len());
    let after = texts_of(&leaving(&full(), Includes::default()));
    // What is not a person's: the names of services and severities.
    let left: Vec<&String> = after
        .iter()
        .filter(|text| typed(text) && !services.contains(text))
        .collect();
    assert_eq!(left, Vec::<&String>::new());
    let mut client = full();
    let Locations::Named(named) = &mut client.organization.locations else {
        panic!("locations have names")
    };
    named[0].id = "main-street".to_owned();
    assert!(!texts_of(&leaving(&client, ALL)).contains(&"main-street".to_owned()));
}

#[test]
fn each_tick_brings_its_own() {
    let only = |with: Includes| leaving(&full(), with);
    let named = only(Includes {
        names: true,
        ..Includes::default()
    });
    assert_eq!(named.name, full().name);
    assert!(
        named
            .organization
            .locations
            .named()
            .iter()
            .all(|of| !of.name.is_empty())
    );
    let entries = |client: &engine::client::Client| -> Vec<_> {
        let answers = &client.agreements[0].assessments[0].answers;
        answers.iter().map(|(_, entry)| entry.clone()).collect()
    };
    assert!(
        entries(&named)
            .iter()
            .all(|of| of.note.is_empty() && of.ask == Default::default())
    );
    let noted = only(Includes {
        notes: true,
        ..Includes::default()
    });
    assert!(noted.name.is_empty());
    assert!(entries(&noted).iter().any(|of| !of.note.is_empty()));
    assert!(entries(&noted).iter().any(|of| !of.evidence.is_empty()));
    let asked = only(Includes {
        progress: true,
        ..Includes::default()
    });
    assert!(
        entries(&asked)
            .iter()
            .any(|of| of.ask != Default::default())
    );
    assert!(
        entries(&asked)
            .iter()
            .all(|of| of.ask.owner.is_empty() && of.note.is_empty())
    );
}

#[test]
fn the_promises_decide_the_same_answers_afterwards() {
    let before = full();
    let after = leaving(&before, Includes::default());
    let answers = |client: &engine::client::Client| -> Vec<_> {
        derived_answers(&client.organization, &client.agreements[0].agreement)
            .into_iter()
            .map(|(id, derived)| (id, derived.answer))
            .collect()
    };
    assert!(!answers(&before).is_empty());
    assert_eq!(answers(&before), answers(&after));
}

#[test]
fn the_shorter_variant_keeps_the_decided_answers_and_the_number_of_locations() {
    let client = full();
    let record = &client.agreements[0];
    let own = "ML-01".parse().unwrap();
    let decided = derived_answers(&client.organization, &record.agreement);
    assert!(!decided.is_empty());
    let decided: Vec<_> = decided
        .into_iter()
        .map(|(id, derived)| (id, Response::Answered(derived.answer)))
        .chain([(own, Response::Answered(Answer::Unknown))])
        .collect();
    let short = answers_only(
        &client,
        record,
        &record.assessments[0],
        decided.clone(),
        Includes::default(),
    );
    let answers = &short.agreements[0].assessments[0].answers;
    for (id, response) in decided.iter().filter(|(id, _)| *id != own) {
        let before = &record.assessments[0].answers.get(*id).response;
        let expected = if *before == Response::Unanswered {
            response
        } else {
            before
        };
        assert_eq!(answers.get(*id).response, *expected);
    }
    // A person's own answer stands.
    assert_eq!(
        answers.get(own).response,
        record.assessments[0].answers.get(own).response
    );
    assert_eq!(
        short.organization.locations.count(),
        client.organization.locations.count()
    );
    let lengths = [
        short,
        leaving(&client, Includes::default()),
        leaving(&client, ALL),
    ]
    .map(|client| write(&client).unwrap().len());
    assert!(lengths.is_sorted(), "{lengths:?}");
}

#[test]
fn the_sample_makes_a_link_that_a_mail_can_carry() {
    let sample: serde_json::Value =
        serde_json::from_str(include_str!("../../../content/en/sample.json")).unwrap();
    let sample = engine::archive::import_value(&sample).unwrap().client;
    let plain = write(&leaving(&sample, Includes::default())).unwrap().len();
    let whole = write(&leaving(&sample, ALL)).unwrap().len();
    assert!(plain < 2_500, "{plain}");
    assert!(whole < 8_000, "{whole}");
}
