//! Two tabs with one client: nothing is overwritten, and both can be kept.

use crate::support::{ready, today};
use crate::{answer, id, library, name, response, saves, settle};
use engine::archive;
use engine::assessment::{Answer, Response};
use sla_gap::model::{Effect, Event, LibraryEvent, Model, SaveOutcome, Storage, Stored, update};

fn conflict(model: &mut Model) -> Stored {
    let mut other = (*model.open.client).clone();
    "From the other tab".clone_into(&mut other.name);
    let theirs = Stored {
        id: other.id.clone(),
        revision: 5,
        file: archive::export(&other, "0.1.0", today()),
    };
    answer(model, "SC-01", Answer::Yes);
    update(model, Event::SaveDue);
    let outcome = SaveOutcome::Conflict(theirs.clone());
    let effects = update(
        model,
        Event::Saved {
            id: theirs.id.clone(),
            outcome,
        },
    );
    assert!(matches!(effects[..], [Effect::Announce(_)]), "{effects:?}");
    assert!(
        update(model, Event::SaveDue).is_empty(),
        "a conflict was overwritten"
    );
    theirs
}

#[test]
fn after_a_conflict_mine_can_go_on_as_a_copy() {
    let mut model = ready("#/");
    name(&mut model, "Mine");
    settle(&mut model);
    let theirs = conflict(&mut model);
    let effects = library(&mut model, LibraryEvent::KeepMineAsCopy);
    let record = saves(&effects)[0];
    assert_ne!(record.id, theirs.id);
    assert_eq!(record.replaces, 0);
    assert_eq!(model.shelf[&theirs.id].client.name, "From the other tab");
    assert_eq!(response(&model, "SC-01"), Response::Answered(Answer::Yes));
    assert_eq!(model.open.client.name, "Mine (from this tab)");
    // Undo reaches back before the conflict, and must not write into the other tab's client.
    update(&mut model, Event::Undo);
    assert_ne!(model.open.client.id, theirs.id);
}

#[test]
fn after_a_conflict_theirs_can_be_taken_and_given_back() {
    let mut model = ready("#/");
    name(&mut model, "Mine");
    settle(&mut model);
    let theirs = conflict(&mut model);
    library(&mut model, LibraryEvent::TakeTheirs);
    assert_eq!(model.open.client.name, "From the other tab");
    assert!(matches!(model.storage, Storage::Good));
    update(&mut model, Event::NoticeUndone);
    assert_eq!(model.open.client.name, "Mine");
    assert_eq!(response(&model, "SC-01"), Response::Answered(Answer::Yes));
    let saved = settle(&mut model);
    assert_eq!(
        (saved[0].replaces, &saved[0].id),
        (theirs.revision, &theirs.id)
    );
}

#[test]
fn leaving_during_a_conflict_keeps_both() {
    let mut model = ready("#/");
    name(&mut model, "Mine");
    settle(&mut model);
    let theirs = conflict(&mut model);
    library(&mut model, LibraryEvent::New);
    assert!(
        !matches!(model.storage, Storage::Conflict(_)),
        "the new client stands under the old one's conflict"
    );
    settle(&mut model);
    assert_eq!(model.shelf[&theirs.id].client.name, "From the other tab");
    let mine = model
        .shelf
        .values()
        .find(|shelved| shelved.client.name.starts_with("Mine"))
        .unwrap();
    let answers = &mine.client.agreements[0].assessments[0].answers;
    assert_eq!(
        answers.get(id("SC-01")).response,
        Response::Answered(Answer::Yes)
    );
}
