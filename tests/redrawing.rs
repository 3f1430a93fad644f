//! What is drawn anew: a question only when its own card has changed, however many are on the screen.
#![allow(clippy::unwrap_used)]

mod support;

use engine::assessment::{Answer, ProtectionId, Response};
use engine::rubric::Depth;
use sla_gap::model::view::assess::{Card, groups, quick};
use sla_gap::model::{Edit, Event, Model, StoreProblem, Theme, ViewEvent, update};
use support::{catalogue, ready};

/// Every question on the screen, its details open.
fn everything_open() -> Model {
    let mut model = ready("#/");
    let before = Edit::Response("SL-03".parse().unwrap(), Response::Answered(Answer::No));
    update(&mut model, Event::Edited(before));
    update(&mut model, Event::View(ViewEvent::Depth(Depth::Full)));
    for protection in catalogue().protections() {
        update(&mut model, Event::View(ViewEvent::Details(protection.id)));
    }
    model
}

/// The cards of the screen: what Yew compares to decide what it draws.
fn cards(model: &Model) -> Vec<Card> {
    let of_groups = groups(model).into_iter().flat_map(|group| group.cards);
    let all: Vec<Card> = quick(model).into_iter().chain(of_groups).collect();
    assert_eq!(all.len(), catalogue().protections().len());
    assert!(
        all.iter()
            .all(|card| card.details && card.catalogue.is_some())
    );
    all
}

fn changed(before: &[Card], after: &[Card]) -> Vec<ProtectionId> {
    let pairs = before.iter().zip(after).filter(|(old, new)| old != new);
    pairs.map(|(_, new)| new.id).collect()
}

#[test]
fn one_letter_in_one_note_changes_one_card() {
    let mut model = everything_open();
    for protection in catalogue().protections() {
        let before = cards(&model);
        update(
            &mut model,
            Event::Edited(Edit::Note(protection.id, "a".to_owned())),
        );
        assert_eq!(changed(&before, &cards(&model)), [protection.id]);
    }
}

#[test]
fn what_is_not_about_a_question_changes_no_card() {
    let mut model = everything_open();
    let before = cards(&model);
    let unrelated = [
        Event::ThemeChosen(Theme::Dark),
        Event::SaveDue,
        Event::StoreFailed(StoreProblem::Full),
        Event::Copied(true),
        Event::NoticeDismissed,
        Event::View(ViewEvent::Figure(Some("multi".to_owned()))),
        Event::View(ViewEvent::AllGaps),
        Event::View(ViewEvent::Readiness("names".to_owned(), 1)),
        Event::Edited(Edit::ClientName("Someone".to_owned())),
        Event::Edited(Edit::PreparedBy("Me".to_owned())),
        Event::RouteChanged("#/results".to_owned()),
        Event::RouteChanged("#/".to_owned()),
    ];
    for event in unrelated {
        let said = format!("{event:?}");
        update(&mut model, event);
        assert_eq!(changed(&before, &cards(&model)), [], "{said}");
    }
}
