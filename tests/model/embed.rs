//! In the frame of another page: what it is told, and when; and answers that come with a link.

use super::{answer, library, response, settle};
use crate::support::start;
use engine::assessment::{Answer, Response};
use sla_gap::model::embed::{Consent, Embed, EmbedEvent};
use sla_gap::model::{
    Effect, Event, Kept, LibraryEvent, Model, StoreProblem, Theme, quick_link, update,
};
use sla_gap::routes::Route;

const HOST: &str = "host=https%3A%2F%2Fexample.com";

fn framed(wishes: &str) -> Model {
    let mut model = Model::new(sla_gap::model::Start {
        embed: Some(Embed::parse(wishes)),
        ..start("#/")
    });
    opened(&mut model);
    model
}

fn opened(model: &mut Model) {
    update(model, Event::Started);
    update(model, Event::StoreOpened(Ok(Kept::default())));
    update(
        model,
        Event::CatalogueArrived(Ok(crate::support::catalogue())),
    );
}

fn four(model: &mut Model, last: Answer) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (id, of) in [
        ("ML-06", Answer::Yes),
        ("ML-05", Answer::No),
        ("ML-02", Answer::Yes),
        ("SC-01", last),
    ] {
        effects.extend(answer(model, id, of));
    }
    effects
}

fn told(effects: &[Effect]) -> Vec<serde_json::Value> {
    let mut all = Vec::new();
    for effect in effects {
        if let Effect::TellHost(json) = effect {
            all.push(serde_json::from_str(json).unwrap());
        }
    }
    all
}

fn consent(model: &mut Model, agreed: bool) -> Vec<Effect> {
    update(model, Event::Embed(EmbedEvent::Consent(agreed)))
}

#[test]
fn a_result_goes_out_only_when_asked_for_and_agreed_to() {
    let mut model = framed(&[HOST, "&result=ask"].concat());
    assert!(
        model.asking_host().is_none(),
        "asked before there is a verdict"
    );
    assert!(told(&four(&mut model, Answer::Partly)).is_empty());
    assert_eq!(model.asking_host().unwrap().name(), "example.com");
    let first = told(&consent(&mut model, true));
    assert_eq!(first.len(), 1);
    let result = first.first().unwrap();
    assert_eq!(result["type"], "result");
    assert_eq!(result["verdict"], "some");
    assert_eq!(
        result["four_gaps"],
        serde_json::json!({ "low": 2, "high": 2, "of": 4 })
    );
    assert_eq!(result["standard_weights"], true);
    assert!(result["completeness"]["high"].as_u64().unwrap() <= 100);
    // Nothing new, nothing told; a changed result is told again.
    assert!(told(&update(&mut model, Event::SaveDue)).is_empty());
    assert_eq!(told(&answer(&mut model, "SC-01", Answer::Yes)).len(), 1);
    assert!(told(&consent(&mut model, false)).is_empty());
    assert!(told(&answer(&mut model, "SC-01", Answer::No)).is_empty());
    assert_eq!(told(&consent(&mut model, true)).len(), 1);
}

#[test]
fn nothing_of_the_person_is_in_a_result() {
    let mut model = framed(&[HOST, "&result=ask"].concat());
    super::name(&mut model, "Smile Partners");
    four(&mut model, Answer::Yes);
    let json = told(&consent(&mut model, true)).remove(0).to_string();
    assert!(!json.contains("Smile") && !json.contains("ML-0"), "{json}");
    let mut keys: Vec<String> = serde_json::from_str::<serde_json::Value>(&json)
        .unwrap()
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    keys.sort();
    let known = [
        "catalogue",
        "completeness",
        "four_gaps",
        "multi_location",
        "source",
        "standard_weights",
        "type",
        "verdict",
        "version",
    ];
    assert_eq!(keys, known);
}

#[test]
fn nobody_is_told_who_did_not_ask() {
    for wishes in [HOST, "result=ask", ""] {
        let mut model = framed(wishes);
        four(&mut model, Answer::Yes);
        assert!(model.asking_host().is_none(), "{wishes}");
        assert!(told(&consent(&mut model, true)).is_empty(), "{wishes}");
    }
    let mut plain = crate::support::ready("#/");
    four(&mut plain, Answer::Yes);
    let effects = consent(&mut plain, true);
    assert_eq!(effects, []);
}

#[test]
fn a_tab_of_its_own_gets_the_answers() {
    let mut model = framed("rest=tab");
    let effects = answer(&mut model, "ML-05", Answer::No);
    assert!(
        effects.contains(&Effect::HandOn("ML-05=no".to_owned())),
        "{effects:?}"
    );
    // Another question does not change what is handed on.
    let effects = answer(&mut model, "ML-01", Answer::No);
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::HandOn(_)))
    );
}

#[test]
fn a_frame_keeps_no_release_and_follows_the_theme() {
    let mut model = Model::new(sla_gap::model::Start {
        embed: Some(Embed::default()),
        ..start("#/")
    });
    assert!(!update(&mut model, Event::Started).contains(&Effect::KeepRelease));
    update(
        &mut model,
        Event::Embed(EmbedEvent::ThemeShown(Theme::Dark)),
    );
    assert_eq!(model.theme, Theme::Dark);
    assert_eq!(model.hosted.consent, Consent::Unasked);
}

#[test]
fn answers_from_a_link_go_where_nothing_is_answered() {
    let mut model = Model::new(start("#/quick/ML-06=yes,ML-05=no/results"));
    update(&mut model, Event::Started);
    assert_eq!(
        response(&model, "ML-06"),
        Response::Unanswered,
        "before it is known what is stored"
    );
    let effects = update(&mut model, Event::StoreOpened(Ok(Kept::default())));
    assert!(
        effects.contains(&Effect::ReplaceAddress("#/results".to_owned())),
        "{effects:?}"
    );
    assert!(effects.contains(&Effect::SaveSoon));
    assert_eq!(model.route, Route::Results);
    assert_eq!(response(&model, "ML-06"), Response::Answered(Answer::Yes));
    assert!(model.hosted.offered.is_none());
    update(&mut model, Event::Undo);
    assert_eq!(response(&model, "ML-06"), Response::Unanswered);
}

#[test]
fn they_are_taken_where_nothing_can_be_stored_too() {
    let mut model = Model::new(start("#/quick/ML-05=no"));
    update(&mut model, Event::StoreOpened(Err(StoreProblem::Refused)));
    assert_eq!(response(&model, "ML-05"), Response::Answered(Answer::No));
}

#[test]
fn they_never_overwrite() {
    let mut model = crate::support::ready("#/");
    answer(&mut model, "ML-06", Answer::No);
    settle(&mut model);
    let before = model.open.client.clone();
    let address = Event::RouteChanged("#/quick/ML-06=yes,ML-05=yes".to_owned());
    update(&mut model, address);
    assert!(model.hosted.offered.is_some());
    assert_eq!(model.open.client, before);
    update(&mut model, Event::Embed(EmbedEvent::LeaveOffered));
    assert!(model.hosted.offered.is_none());
    assert_eq!(model.open.client, before);

    update(
        &mut model,
        Event::RouteChanged("#/quick/ML-06=yes".to_owned()),
    );
    update(&mut model, Event::Embed(EmbedEvent::TakeOffered));
    assert_ne!(model.open.client.id, before.id);
    assert_eq!(response(&model, "ML-06"), Response::Answered(Answer::Yes));
    assert!(model.shelf.contains_key(&before.id));
    update(&mut model, Event::NoticeUndone);
    assert_eq!(response(&model, "ML-06"), Response::Unanswered);
    library(&mut model, LibraryEvent::Open(before.id.clone()));
    assert_eq!(model.open.client, before);
}

#[test]
fn the_same_answers_are_not_offered() {
    let mut model = crate::support::ready("#/");
    answer(&mut model, "ML-06", Answer::Yes);
    let quick = quick_link::text(model.answers());
    update(
        &mut model,
        Event::RouteChanged(quick_link::address(&quick, "#/")),
    );
    assert!(model.hosted.offered.is_none());
}
