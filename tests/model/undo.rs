//! Taking back and making again.

use crate::support::ready;
use crate::{answer, id, response};
use engine::assessment::{Answer, Evidence, Response};
use sla_gap::model::{Edit, Effect, Event, update};

#[test]
fn every_change_can_be_taken_back_and_made_again() {
    let mut model = ready("#/");
    let blank = model.open.client.clone();
    answer(&mut model, "SC-01", Answer::Yes);
    answer(&mut model, "SC-01", Answer::No);
    let after = model.open.client.clone();
    update(&mut model, Event::Undo);
    assert_eq!(response(&model, "SC-01"), Response::Answered(Answer::Yes));
    update(&mut model, Event::Undo);
    assert_eq!(model.open.client, blank);
    assert!(!model.can_undo() && model.can_redo());
    assert!(update(&mut model, Event::Undo).is_empty());
    update(&mut model, Event::Redo);
    assert!(update(&mut model, Event::Redo).contains(&Effect::SaveSoon));
    assert_eq!(model.open.client, after);
    update(&mut model, Event::Undo);
    answer(&mut model, "SC-02", Answer::No);
    assert!(
        !model.can_redo(),
        "what was taken back comes back over something new"
    );
}

#[test]
fn a_typed_word_is_one_step() {
    let mut model = ready("#/");
    let note = |text: &str| Event::Edited(Edit::Note(id("SC-01"), text.to_owned()));
    for text in ["a", "ab", "abc"] {
        update(&mut model, note(text));
    }
    update(
        &mut model,
        Event::Edited(Edit::Quote(id("SC-01"), "q".to_owned())),
    );
    update(&mut model, note("abcd"));
    update(&mut model, Event::Undo);
    update(&mut model, Event::Undo);
    assert_eq!(model.answers().get(id("SC-01")).note, "abc");
    assert_eq!(
        model.answers().get(id("SC-01")).evidence,
        Vec::<Evidence>::new()
    );
    update(&mut model, Event::Undo);
    assert_eq!(model.answers().get(id("SC-01")).note, "");
    assert!(!model.can_undo());
}

#[test]
fn a_change_that_changes_nothing_is_no_step() {
    let mut model = ready("#/");
    answer(&mut model, "SC-01", Answer::Yes);
    assert!(answer(&mut model, "SC-01", Answer::Yes).is_empty());
    update(&mut model, Event::Undo);
    assert!(!model.can_undo());
}
