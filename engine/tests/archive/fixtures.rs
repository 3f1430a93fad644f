//! Files of every version that was ever written stay here, and stay readable.

use super::{FULL, LIBRARY, MINIMAL, day, opened, schema, written_again};
use engine::agreement::{CreditScheme, Locations, Stated};
use engine::archive::{
    ArchiveError, NoteKind, export_many, import, import_any, unknown_protections,
};
use engine::assessment::{Answer, AskState, Response};
use engine::client::Client;
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn a_file_survives_being_opened_and_written() {
    for text in [FULL, MINIMAL] {
        let first = opened(text);
        assert_eq!(first.notes, []);
        let second = opened(&written_again(text));
        assert_eq!(first.client, second.client);
    }
}

#[test]
fn the_full_file_is_written_as_it_stands() {
    // The exporter leaves nothing out and adds nothing: the same text, byte by byte.
    assert!(
        written_again(FULL) == FULL,
        "compare with:\n{}",
        written_again(FULL)
    );
}

#[test]
fn the_full_file_means_what_it_says() {
    let client = opened(FULL).client;
    let Locations::Named(locations) = &client.organization.locations else {
        panic!("locations have names")
    };
    assert_eq!(
        locations[0].profile.share_rebooked.unwrap().to_string(),
        "33.333333"
    );
    let current = &client.agreements[0];
    let service = &current.agreement.services[0];
    assert_eq!(service.target.says().unwrap().to_string(), "99.9");
    assert!(current.agreement.services[1].target.is_silent());
    assert_eq!(current.agreement.services[2].target, Stated::NotLookedAt);
    let Some(CreditScheme::ByAvailability(tiers)) = current.agreement.credits.scheme.says() else {
        panic!("a table of credits")
    };
    assert_eq!(tiers[0].down_to.unwrap().to_string(), "99");
    let answers = &current.assessments[0].answers;
    assert_eq!(
        answers.get("ML-01".parse().unwrap()).response,
        Response::Answered(Answer::Opposite)
    );
    assert_eq!(
        answers.get("SC-01".parse().unwrap()).ask.state,
        AskState::Asked
    );
    let incident = &current.incidents[0];
    assert_eq!(
        incident
            .ended
            .unwrap()
            .since(incident.started.unwrap())
            .unwrap()
            .get(),
        9_005
    );
}

#[test]
fn a_library_keeps_its_order_and_is_not_one_client() {
    let read = import_any(LIBRARY).unwrap();
    let clients: Vec<&Client> = read.iter().map(|imported| &imported.client).collect();
    assert_eq!(
        clients
            .iter()
            .map(|client| client.id.as_str())
            .collect::<Vec<_>>(),
        ["c1", "c2"]
    );
    assert_eq!(export_many(&clients, "0.1.0", day()), LIBRARY);
    assert_eq!(
        import(LIBRARY),
        Err(ArchiveError::SeveralClients { clients: 2 })
    );
    assert_eq!(import_any(FULL).unwrap()[0], opened(FULL));
    let empty = export_many(&[], "0.1.0", day());
    assert_eq!(import_any(&empty), Ok(Vec::new()));
}

#[test]
fn a_protection_of_a_later_catalogue_is_kept_and_noted() {
    let client = opened(FULL).client;
    let notes = unknown_protections(&client, &|id| id.group().as_str() != "ZZ");
    assert_eq!(notes.len(), 1);
    assert_eq!(
        notes[0].path,
        "client.agreements[0].assessments[0].answers.ZZ-99"
    );
    assert_eq!(notes[0].kind, NoteKind::UnknownProtection);
    assert!(written_again(FULL).contains("From a later catalogue."));
}

#[test]
fn text_survives_with_markup_and_writing_direction_but_without_control_characters() {
    let name = "<b>&amp;</b> \"\u{202e}evil\u{202c} \u{5d0}\u{5d1}\u{200f} \u{1f9b7}\n\ttab";
    let text = json!({"format": "sla-gap", "version": 1, "client": {"id": "c1", "name": name}})
        .to_string();
    let read = opened(&text);
    assert_eq!(read.client.name, name);
    assert_eq!(read.notes, []);
    assert_eq!(opened(&written_again(&text)).client.name, name);

    let text = json!({"format": "sla-gap", "version": 1, "client": {"id": "c1", "name": "a\r\nb\u{0}\u{1b}[31m\u{85}"}}).to_string();
    let read = opened(&text);
    assert_eq!(read.client.name, "a\nb[31m");
    assert_eq!(
        (read.notes[0].path.as_str(), read.notes[0].kind),
        ("client.name", NoteKind::ControlCharacters)
    );
}

#[test]
fn what_a_newer_version_may_have_written_is_left_out_and_noted() {
    let mut file: Value = serde_json::from_str(FULL).unwrap();
    file["client"]["agreements"][0]["agreement"]["services"][1]["colour"] = json!("blue");
    file["signature"] = json!({});
    let read = opened(&file.to_string());
    let paths: Vec<&str> = read.notes.iter().map(|note| note.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "client.agreements[0].agreement.services[1].colour",
            "signature"
        ]
    );
    assert!(
        read.notes
            .iter()
            .all(|note| note.kind == NoteKind::UnknownField)
    );
    assert_eq!(read.client, opened(FULL).client);
}

#[test]
fn what_says_nothing_yet_leaves_a_file_that_opens() {
    use engine::agreement::{PromisePeriod, Service, ServiceWindow};
    use engine::client::AgreementRecord;
    // A person has begun a table of hours, or typed a zero, and the file is saved at that moment.
    let mut client = Client {
        id: "c1".to_owned(),
        ..Client::default()
    };
    client.organization.locations = Locations::Count(0);
    client.organization.typical.opening_hours = Some([].into_iter().collect());
    let mut record = AgreementRecord {
        id: "a1".to_owned(),
        ..AgreementRecord::default()
    };
    record.agreement.support.hours = Stated::Says([].into_iter().collect());
    record.agreement.services.push(Service {
        id: "s1".to_owned(),
        window: Stated::Says(ServiceWindow::Weekly([].into_iter().collect())),
        period: Stated::Says(PromisePeriod::Days(0)),
        ..Service::default()
    });
    client.agreements.push(record);
    let read = opened(&engine::archive::export(&client, "", day())).client;
    assert_eq!(read.organization.locations, Locations::NotSaid);
    assert_eq!(read.organization.typical.opening_hours, None);
    assert_eq!(
        read.agreements[0].agreement.support.hours,
        Stated::NotLookedAt
    );
    assert_eq!(
        read.agreements[0].agreement.services[0].window,
        Stated::NotLookedAt
    );
}

/// Every value in the file, as a pointer to it.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(i, v)| places(v, &format!("{at}/{i}"), out)),
        Value::Object(map) => map
            .iter()
            .for_each(|(k, v)| places(v, &format!("{at}/{k}"), out)),
        _ => {}
    }
}

fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,30}".prop_map(Value::from),
        "[0-9]{1,3}(\\.[0-9]{1,7})?".prop_map(Value::from),
        "[0-2][0-9]:[0-6][0-9]".prop_map(Value::from),
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!({"silent": true})),
        Just(json!({"silent": false})),
        Just(json!({"says": {"kind": "credits"}})),
    ]
}

proptest! {
    /// Whatever is put anywhere into a good file: it is refused, or what was read can be written, fits the schema and reads the same.
    #[test]
    fn a_spoiled_file_is_refused_or_read_without_loss(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<Option<prop::sample::Index>>(), anything()), 1..4)
    ) {
        let mut file: Value = serde_json::from_str(FULL).unwrap();
        for (at, from, value) in changes {
            let mut all = Vec::new();
            places(&file, "", &mut all);
            let value = from.map_or(value, |from| file.pointer(from.get::<String>(&all)).unwrap().clone());
            *file.pointer_mut(at.get::<String>(&all)).unwrap() = value;
        }
        if let Ok(read) = import(&file.to_string()) {
            let again = engine::archive::export(&read.client, "0.1.0", day());
            let fits = schema::validate(&serde_json::from_str(&again).unwrap());
            prop_assert!(fits.is_ok(), "{:?}", fits);
            let reread = opened(&again);
            prop_assert_eq!(reread.client, read.client);
            prop_assert_eq!(reread.notes, []);
        }
    }

    #[test]
    fn any_text_is_refused_or_read(text in ".*") {
        let _ = import_any(&text);
    }

    #[test]
    fn a_file_with_one_wrong_byte_is_refused_or_read(at in any::<prop::sample::Index>(), byte in 0_u8..128) {
        let mut bytes = FULL.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = import_any(std::str::from_utf8(&bytes).unwrap());
    }
}
