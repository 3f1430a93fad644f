//! The list of clients: opening, copying, deleting, erasing, the sample.

use crate::support::{blank, catalogue, ready};
use crate::{answer, done, library, name, saves, settle, support};
use engine::assessment::Answer;
use sla_gap::model::{Effect, Event, Kept, LibraryEvent, update};

#[test]
fn open_duplicate_and_delete() {
    let mut model = ready("#/");
    name(&mut model, "Smile");
    settle(&mut model);
    let original = model.open.client.id.clone();
    library(&mut model, LibraryEvent::Duplicate(original.clone()));
    assert_eq!(model.open.client.name, "Smile (copy)");
    assert_ne!(model.open.client.id, original);
    settle(&mut model);
    library(&mut model, LibraryEvent::Open(original.clone()));
    assert_eq!(
        (&*model.open.client.name, model.open.revision),
        ("Smile", 1)
    );
    assert!(!model.can_undo(), "undo reaches into another client");
    let effects = library(&mut model, LibraryEvent::Delete(original.clone()));
    assert!(
        effects.contains(&Effect::Delete(original.clone())),
        "{effects:?}"
    );
    assert_ne!(model.open.client.id, original);
    let effects = update(&mut model, Event::NoticeUndone);
    let record = saves(&effects)[0].clone();
    assert_eq!((&record.id, record.replaces), (&original, 0));
    done(&mut model, &record);
    library(&mut model, LibraryEvent::Open(original));
    assert_eq!(model.open.client.name, "Smile");
    assert!(
        library(&mut model, LibraryEvent::Open("nobody".to_owned()))
            .iter()
            .all(|effect| !matches!(effect, Effect::Save(_)))
    );
    assert_eq!(
        model.open.client.name, "Smile",
        "opening what is not there closes what is"
    );
}

#[test]
fn deleting_what_is_being_saved_deletes_it() {
    let mut model = ready("#/");
    answer(&mut model, "SC-01", Answer::Yes);
    let record = saves(&update(&mut model, Event::SaveDue))[0].clone();
    let effects = library(&mut model, LibraryEvent::Delete(record.id.clone()));
    assert!(
        effects.contains(&Effect::Delete(record.id.clone())),
        "{effects:?}"
    );
    done(&mut model, &record);
    assert!(!model.shelf.contains_key(&record.id));
}

#[test]
fn erasing_leaves_nothing() {
    let mut model = support::answered("#/");
    settle(&mut model);
    library(&mut model, LibraryEvent::New);
    answer(&mut model, "SC-01", Answer::Yes);
    let effects = library(&mut model, LibraryEvent::EraseEverything);
    assert_eq!(effects[0], Effect::EraseAll);
    assert!(saves(&effects).is_empty());
    assert!(model.shelf.is_empty() && model.aside.is_empty() && model.answers().is_empty());
    assert!(!model.can_undo() && !model.can_redo());
    assert!(
        update(&mut model, Event::SaveDue).is_empty(),
        "something is written after erasing"
    );
}

#[test]
fn the_sample_opens_though_it_was_asked_for_before_it_was_there() {
    let mut model = blank("#/");
    update(&mut model, Event::Started);
    update(&mut model, Event::StoreOpened(Ok(Kept::default())));
    assert!(library(&mut model, LibraryEvent::Sample).is_empty());
    let effects = update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    assert!(effects.contains(&Effect::SaveSoon), "{effects:?}");
    assert!(!model.open.client.name.is_empty());
    // It was asked for once.
    update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    assert!(model.shelf.is_empty());
}

#[test]
fn what_another_tab_erased_is_not_written_back() {
    let mut model = ready("#/library");
    name(&mut model, "Secret");
    settle(&mut model);
    name(&mut model, "Secret 2");
    library(&mut model, LibraryEvent::New);
    let effects = update(&mut model, Event::ErasedElsewhere);
    assert!(
        !effects.contains(&Effect::EraseAll),
        "the tabs would erase each other in turn"
    );
    assert!(model.shelf.is_empty() && model.open.client.name.is_empty());
    assert!(
        model.notice.is_some(),
        "the page is empty and nobody says why"
    );
    assert!(update(&mut model, Event::SaveDue).is_empty());
    assert!(update(&mut model, Event::Leaving).is_empty());
}
