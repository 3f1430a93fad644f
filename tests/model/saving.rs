//! Saving: when, what, and that nothing is lost on the way.

use crate::support::{blank, ready, start};
use crate::{answer, done, id, library, name, saves, settle};
use engine::archive;
use engine::assessment::{Answer, Response};
use sla_gap::model::{
    Effect, Event, Kept, LibraryEvent, Model, Record, Setting, Start, Storage, Stored, update,
};
use sla_gap::words::Code;

#[test]
fn the_start_asks_for_the_database_and_the_catalogue() {
    let mut model = blank("#/");
    let effects = update(&mut model, Event::Started);
    assert!(
        effects.contains(&Effect::OpenStore)
            && effects.contains(&Effect::LoadCatalogue(Code::English)),
        "{effects:?}"
    );
    assert!(matches!(model.storage, Storage::Opening));
}

#[test]
fn an_answer_is_saved_when_typing_pauses() {
    let mut model = ready("#/");
    let blank_client = model.open.client.id.clone();
    assert_eq!(answer(&mut model, "SC-01", Answer::Yes), [Effect::SaveSoon]);
    let effects = update(&mut model, Event::SaveDue);
    let record = saves(&effects)[0].clone();
    assert_eq!(
        (record.replaces, record.revision, &record.id),
        (0, 1, &blank_client)
    );
    assert_eq!(
        effects[0],
        Effect::Remember(Setting::LastOpen, blank_client)
    );
    let read = archive::import(&record.file).unwrap();
    assert_eq!(read.client, *model.open.client);
    assert!(read.notes.is_empty());
    // A second answer while the first is being written waits for its turn.
    answer(&mut model, "SC-02", Answer::No);
    assert!(
        update(&mut model, Event::SaveDue).is_empty(),
        "two saves of one client at a time"
    );
    assert!(done(&mut model, &record).contains(&Effect::SaveSoon));
    let effects = update(&mut model, Event::SaveDue);
    assert_eq!(
        (saves(&effects)[0].replaces, saves(&effects)[0].revision),
        (1, 2)
    );
}

#[test]
fn nothing_is_saved_before_something_was_said() {
    let mut model = ready("#/");
    assert!(update(&mut model, Event::SaveDue).is_empty());
    library(&mut model, LibraryEvent::New);
    assert!(
        model.shelf.is_empty(),
        "an untouched client stays in the list"
    );
}

#[test]
fn who_is_faster_than_the_database_loses_nothing() {
    let mut model = blank("#/");
    update(&mut model, Event::Started);
    answer(&mut model, "SC-01", Answer::Yes);
    let first = model.open.client.id.clone();
    assert!(
        update(&mut model, Event::SaveDue).is_empty(),
        "saved before it is known what is there"
    );
    library(&mut model, LibraryEvent::New);
    answer(&mut model, "SC-02", Answer::No);
    let effects = update(&mut model, Event::StoreOpened(Ok(Kept::default())));
    assert!(effects.contains(&Effect::SaveSoon));
    let saved = settle(&mut model);
    assert!(
        saved.iter().any(|record| record.id == first),
        "what was answered first is not saved"
    );
    assert_eq!(saved.len(), 2);
}

#[test]
fn leaving_a_client_while_it_is_being_saved_loses_nothing() {
    let mut model = ready("#/");
    answer(&mut model, "SC-01", Answer::Yes);
    let first = saves(&update(&mut model, Event::SaveDue))[0].clone();
    answer(&mut model, "SC-02", Answer::No);
    library(&mut model, LibraryEvent::New);
    assert!(
        model.shelf.contains_key(&first.id),
        "the client left the list"
    );
    done(&mut model, &first);
    let rest = settle(&mut model);
    assert_eq!(rest.len(), 1, "the second answer is not saved");
    assert_eq!((rest[0].replaces, rest[0].revision), (1, 2));
    let read = archive::import(&rest[0].file).unwrap().client;
    let answers = &read.agreements[0].assessments[0].answers;
    assert_eq!(
        answers.get(id("SC-02")).response,
        Response::Answered(Answer::No)
    );
}

#[test]
fn the_last_client_is_opened_again_and_the_others_are_listed() {
    let mut first = ready("#/");
    name(&mut first, "First");
    let a = settle(&mut first).remove(0);
    library(&mut first, LibraryEvent::New);
    name(&mut first, "Second");
    let b = settle(&mut first).remove(0);
    let row = |record: &Record| Stored {
        id: record.id.clone(),
        revision: record.revision,
        file: record.file.clone(),
    };
    let kept = Kept {
        clients: vec![row(&a), row(&b)],
        aside: Vec::new(),
    };

    let mut model = Model::new(Start {
        last_open: Some(a.id.clone()),
        seed: 8,
        ..start("#/")
    });
    update(&mut model, Event::StoreOpened(Ok(kept.clone())));
    assert_eq!(
        (&*model.open.client.name, model.open.revision),
        ("First", 1)
    );
    assert_eq!(model.shelf[&b.id].client.name, "Second");
    // Another tab saves something else: what is open stays open, with its edits.
    library(&mut model, LibraryEvent::Open(b.id.clone()));
    let effects = update(
        &mut model,
        Event::OtherTabSaved {
            id: "c-new".to_owned(),
            revision: 1,
        },
    );
    assert_eq!(effects, [Effect::OpenStore]);
    update(&mut model, Event::StoreOpened(Ok(kept)));
    assert_eq!(
        model.open.client.name, "Second",
        "another client was opened without being asked for"
    );
    assert_eq!(model.shelf.len(), 1);
}

#[test]
fn what_is_typed_just_before_the_page_closes_comes_back() {
    let mut model = ready("#/");
    name(&mut model, "Base");
    let stored = settle(&mut model).pop().unwrap();
    name(&mut model, "Last word");
    let effects = update(&mut model, Event::Leaving);
    let left: Vec<Stored> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::KeepLeft(left) => Some(left.clone()),
            _ => None,
        })
        .collect();
    assert_eq!((left.len(), left[0].revision), (1, stored.revision));
    // The database was not in time.
    let row = Stored {
        id: stored.id.clone(),
        revision: stored.revision,
        file: stored.file.clone(),
    };
    let next = |row: Stored| {
        let mut model = Model::new(Start {
            seed: 8,
            last_open: Some(row.id.clone()),
            left: left.clone(),
            ..start("#/")
        });
        let clients = vec![row];
        let kept = Kept {
            clients,
            aside: Vec::new(),
        };
        let effects = update(&mut model, Event::StoreOpened(Ok(kept)));
        (model, effects)
    };
    let (mut late, _) = next(row.clone());
    assert_eq!(late.open.client.name, "Last word");
    let saved = saves(&update(&mut late, Event::SaveDue))[0].clone();
    assert_eq!(saved.replaces, stored.revision);
    assert!(done(&mut late, &saved).contains(&Effect::ForgetLeft(row.id.clone())));
    // It was in time after all: nothing is left to do.
    let in_time = Stored {
        revision: row.revision + 1,
        file: left[0].file.clone(),
        ..row.clone()
    };
    let (model, effects) = next(in_time);
    assert!(effects.contains(&Effect::ForgetLeft(row.id.clone())) && model.shelf.is_empty());
    assert_eq!(model.open.client.name, "Last word");
    // Another tab has written meanwhile: both are there.
    let theirs = Stored {
        revision: row.revision + 4,
        ..row
    };
    let (model, _) = next(theirs);
    assert_eq!(model.open.client.name, "Base");
    let names: Vec<_> = model
        .shelf
        .values()
        .map(|shelved| &*shelved.client.name)
        .collect();
    assert_eq!(names, ["Last word (from this tab)"]);
}
