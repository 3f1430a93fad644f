//! The sample client, the recommended baseline, and the sentences for derived answers and contradictions.

use super::{opened, schema, written_again};
use engine::agreement::{Agreement, Organization, derived_answers};
use engine::archive::Imported;
use engine::assessment::{Answer, AskState, Response};
use engine::derivation::Quantity;
use engine::lint::{Finding, FindingKind, Place, lint};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn content(name: &str) -> String {
    fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../content/en")
            .join(name),
    )
    .unwrap()
}

/// A saved file among the content: it opens without a note and fits the schema.
fn saved(name: &str) -> Imported {
    let text = content(name);
    assert_eq!(
        schema::validate(&serde_json::from_str(&text).unwrap()),
        Ok(()),
        "{name}"
    );
    let read = opened(&text);
    assert_eq!(read.notes, [], "{name}");
    let again = opened(&written_again(&text));
    assert_eq!(
        again.client, read.client,
        "{name} is written as it was read"
    );
    read
}

/// The ids of the protections that the content's catalogue has.
fn catalogue() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/catalogue");
    let mut ids = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let group: Value =
            serde_json::from_str(&fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        ids.extend(
            group["protections"]
                .as_array()
                .unwrap()
                .iter()
                .map(|p| p["id"].as_str().unwrap().to_owned()),
        );
    }
    assert_eq!(ids.len(), 117);
    ids
}

fn derived(organization: &Organization, agreement: &Agreement) -> BTreeMap<String, Answer> {
    derived_answers(organization, agreement)
        .into_iter()
        .map(|(id, derived)| (id.to_string(), derived.answer))
        .collect()
}

#[test]
fn the_sample_client_is_a_plausible_group() {
    let client = saved("sample.json").client;
    let locations = client.organization.locations.named();
    assert_eq!(locations.len(), 12);
    let zones: BTreeSet<&str> = locations
        .iter()
        .filter_map(|location| location.profile.zone.as_deref())
        .collect();
    assert_eq!(
        zones.into_iter().collect::<Vec<_>>(),
        ["America/Chicago", "America/Denver", "America/New_York"]
    );
    assert!(
        locations
            .iter()
            .all(|location| location.profile.opening_hours.is_some()
                && location.profile.chairs.is_some())
    );

    let record = &client.agreements[0];
    let known = catalogue();
    let answers = &record.assessments[0].answers;
    let answered = answers
        .iter()
        .filter(|(_, entry)| entry.response != Response::Unanswered)
        .count();
    assert_eq!(answered, 74);
    assert!(
        answers
            .iter()
            .all(|(id, _)| known.contains(&id.to_string()))
    );
    let count = |fits: &dyn Fn(&engine::assessment::Entry) -> bool| {
        answers.iter().filter(|(_, entry)| fits(entry)).count()
    };
    assert_eq!(
        count(&|entry| entry.response == Response::Answered(Answer::Unknown)),
        5
    );
    assert_eq!(count(&|entry| !entry.evidence.is_empty()), 10);
    assert_eq!(count(&|entry| entry.ask.state != AskState::Open), 7);
    let dates = record
        .agreement
        .term
        .dates(record.assessments[0].on)
        .unwrap();
    assert_eq!(
        (dates.ends.to_string(), dates.notice_by.unwrap().to_string()),
        ("2027-03-31".to_owned(), "2026-12-31".to_owned())
    );
}

#[test]
fn the_sample_agreement_decides_these_answers() {
    use Answer::{No, Opposite, Partly, Yes};
    let client = saved("sample.json").client;
    let expected = [
        ("CT-10", Partly),
        ("CT-16", Partly),
        ("ML-01", Opposite),
        ("ML-03", Partly),
        ("ML-10", No),
        ("RM-01", Yes),
        ("RM-02", Partly),
        ("RM-03", Yes),
        ("RM-04", No),
        ("RM-05", Yes),
        ("RM-06", Opposite),
        ("RM-07", No),
        ("SC-01", Yes),
        ("SC-02", Yes),
        ("SC-03", Partly),
        ("SC-07", Partly),
        ("SC-09", No),
        ("SL-01", Partly),
        ("SL-02", Partly),
        ("SL-03", Partly),
        ("SL-04", Yes),
        ("SL-05", No),
        ("SL-06", Partly),
        ("SL-07", Partly),
        ("SL-09", No),
    ];
    let found = derived(&client.organization, &client.agreements[0].agreement);
    assert_eq!(
        found,
        expected
            .into_iter()
            .map(|(id, answer)| (id.to_owned(), answer))
            .collect()
    );
    // Nothing that the commitments decide is answered by hand as well: the sample shows what is derived.
    let answers = &client.agreements[0].assessments[0].answers;
    assert!(
        found
            .keys()
            .all(|id| answers.get(id.parse().unwrap()).response == Response::Unanswered)
    );
}

#[test]
fn the_sample_agreement_promises_a_repair_that_breaks_its_own_target() {
    let client = saved("sample.json").client;
    let findings = lint(&client.organization, &client.agreements[0].agreement);
    // Four hours to repair; 1 % of two weeks is 3 h 21 min 36 s.
    let finding = |service: &str| Finding {
        kind: FindingKind::ResolutionBeyondAllowance,
        place: Place::Service(service.to_owned()),
        values: vec![
            Quantity::Seconds(engine::quantity::Seconds::new(14_400)),
            Quantity::Fraction("12096".parse().unwrap()),
            Quantity::Percent(engine::quantity::Percent::parse("99").unwrap()),
        ],
    };
    assert_eq!(
        findings,
        ["network", "email", "applications", "help-desk"].map(finding)
    );
}

#[test]
fn the_baseline_decides_nothing_but_yes_and_answers_everything() {
    let client = saved("baseline.json").client;
    let record = &client.agreements[0];
    let found = derived(&client.organization, &record.agreement);
    assert!(
        found.values().all(|answer| *answer == Answer::Yes),
        "{found:?}"
    );
    let answers = &record.assessments[0].answers;
    for id in catalogue() {
        let own = &answers.get(id.parse().unwrap()).response;
        let by_hand = *own == Response::Answered(Answer::Yes);
        assert!(
            by_hand != found.contains_key(&id),
            "{id}: derived or answered, not both"
        );
    }
    assert_eq!(answers.len() + found.len(), 117);
}

#[test]
fn the_baseline_has_one_intended_contradiction() {
    let client = saved("baseline.json").client;
    let agreement = &client.agreements[0].agreement;
    let findings = lint(&client.organization, agreement);
    // A compliant four-hour repair breaches 99.9 % a month by design and earns the credit; 31 days allow 44 min 38.4 s.
    assert!(
        findings
            .iter()
            .all(|finding| finding.kind == FindingKind::ResolutionBeyondAllowance)
    );
    assert!(
        findings
            .iter()
            .all(|finding| finding.values[1] == Quantity::Fraction("2678.4".parse().unwrap()))
    );
    assert_eq!(findings.len(), 3);
    // With opening hours to reckon by, the services that are measured over them say the same.
    let sample = saved("sample.json").client;
    let findings = lint(&sample.organization, agreement);
    assert!(
        findings
            .iter()
            .all(|finding| finding.kind == FindingKind::ResolutionBeyondAllowance)
    );
    assert_eq!(findings.len(), 6);
}

/// How many values a sentence needs: its places are `{a}`, `{b}`, `{c}`.
fn needs(sentence: &str) -> usize {
    let places = sentence.split('{').skip(1).map(|rest| &rest[..2]);
    places
        .map(|place| {
            ["a}", "b}", "c}"]
                .iter()
                .position(|known| *known == place)
                .expect(sentence)
                + 1
        })
        .max()
        .unwrap_or(0)
}

/// The sentences of a file by key, spelled as the engine spells keys.
fn sentences(name: &str) -> BTreeMap<String, String> {
    let sentences: BTreeMap<String, String> = serde_json::from_str(&content(name)).unwrap();
    sentences
        .into_iter()
        .map(|(key, sentence)| (key.replace('_', "-"), sentence))
        .collect()
}

#[test]
fn every_reason_has_its_sentence_and_every_sentence_its_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/agreement/answers");
    let mut used = BTreeSet::new();
    for file in ["remedies.rs", "services.rs", "severities.rs", "terms.rs"] {
        // In these files every text literal with a hyphen is the key of a reason.
        let source = fs::read_to_string(folder.join(file)).unwrap();
        let literals = source.split('"').skip(1).step_by(2).map(str::to_owned);
        used.extend(literals.filter(|text| {
            text.contains('-') && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        }));
    }
    let sentences = sentences("ui/derived.json");
    assert_eq!(used, sentences.keys().cloned().collect());
    for name in ["sample.json", "baseline.json"] {
        let client = saved(name).client;
        for (id, derived) in derived_answers(&client.organization, &client.agreements[0].agreement)
        {
            let because = derived.because;
            assert!(
                needs(&sentences[because.key]) <= because.values.len(),
                "{id}: {}",
                because.key
            );
        }
    }
}

#[test]
fn every_contradiction_has_its_sentence() {
    let sentences = sentences("ui/lint.json");
    let keys: BTreeSet<&str> = FindingKind::ALL.iter().map(|kind| kind.key()).collect();
    assert_eq!(keys, sentences.keys().map(String::as_str).collect());
    let client = saved("sample.json").client;
    for finding in lint(&client.organization, &client.agreements[0].agreement) {
        assert_eq!(needs(&sentences[finding.kind.key()]), finding.values.len());
    }
}
