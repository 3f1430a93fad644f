//! The gaps in their order, and what to find out.

use crate::{answered, id, results, say};
use engine::assessment::{Answer, ProtectionId};
use sla_gap::model::view::results as view;
use sla_gap::model::{Edit, Effect, Event, ViewEvent, update};

#[test]
fn the_first_ten_gaps_then_all() {
    let mut model = answered(&[]);
    let first: Vec<ProtectionId> = model
        .catalogue
        .ready()
        .unwrap()
        .protections()
        .iter()
        .map(|found| found.id)
        .take(14)
        .collect();
    for of in first {
        say(&mut model, of, Answer::No);
    }
    let gaps = view::gaps(&model, &results(&model));
    assert_eq!((gaps.cards.len(), gaps.total), (10, 14));
    assert_eq!(gaps.count, "14 gaps. The first 10 are shown.");
    update(&mut model, Event::View(ViewEvent::AllGaps));
    assert_eq!(view::gaps(&model, &results(&model)).cards.len(), 14);
    update(&mut model, Event::View(ViewEvent::AllGaps));
    let last = results(&model).gaps.last().unwrap().id.to_string();
    update(
        &mut model,
        Event::RouteChanged(["#/results/gap-", &last].concat()),
    );
    assert!(
        view::gaps(&model, &results(&model))
            .cards
            .iter()
            .any(|card| card.id.to_string() == last)
    );
}

#[test]
fn one_answer_changes_one_card_only() {
    let mut model = answered(&[
        ("SC-01", Answer::No),
        ("SC-02", Answer::No),
        ("SC-03", Answer::Opposite),
    ]);
    let before = view::gaps(&model, &results(&model)).cards;
    assert!(
        before[0]
            .because
            .starts_with("Why it ranks here: the agreement says the opposite; a must-have;")
    );
    update(
        &mut model,
        Event::Edited(Edit::AskOwner(id("SC-02"), "Kim".into())),
    );
    let after = view::gaps(&model, &results(&model)).cards;
    let changed: Vec<String> = before
        .iter()
        .zip(&after)
        .filter(|(a, b)| a != b)
        .map(|(_, card)| card.id.to_string())
        .collect();
    assert_eq!(changed, ["SC-02"]);
}

#[test]
fn a_link_to_a_question_brings_it_to_the_screen() {
    let mut model = answered(&[]);
    let effects = update(&mut model, Event::RouteChanged("#/assess/CT-12".into()));
    assert!(effects.contains(&Effect::Focus("CT-12".into())));
    let groups = sla_gap::model::view::assess::groups(&model);
    assert!(
        groups
            .iter()
            .flat_map(|group| &group.cards)
            .any(|card| card.id == id("CT-12"))
    );
}

#[test]
fn what_to_ask_the_provider_holds_the_unknown_only() {
    let model = answered(&[
        ("SC-01", Answer::Unknown),
        ("ML-05", Answer::Unknown),
        ("SC-03", Answer::Yes),
    ]);
    let catalogue = model.catalogue.ready().unwrap();
    let (unknown, unanswered) = view::find_out(model.words, catalogue, &results(&model));
    assert_eq!(unknown.rows.len(), 2);
    assert!(
        unknown
            .text
            .contains(&catalogue.protection(id("ML-05")).unwrap().question)
    );
    assert!(
        !unknown
            .text
            .contains(&catalogue.protection(id("SC-02")).unwrap().question)
    );
    assert!(
        unanswered
            .rows
            .iter()
            .all(|(of, _)| of != "SC-03" && of != "SC-01")
    );
}
