//! The app without a browser, as scripts: what happened, and exactly what it asks for.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use engine::archive;
use engine::assessment::{Answer, Evidence, ProtectionId, Response};
use sla_gap::model::{
    Aside, Edit, Effect, Event, FileRefusal, Filter, Kept, LibraryEvent, Loading, Model,
    OpenedFile, Record, SaveOutcome, Setting, Start, Storage, StoreProblem, Stored, ViewEvent,
    update,
};
use support::{blank, catalogue, ready, start, today};

fn id(text: &str) -> ProtectionId {
    text.parse().unwrap()
}

fn answer(model: &mut Model, protection: &str, answer: Answer) -> Vec<Effect> {
    update(
        model,
        Event::Edited(Edit::Response(id(protection), Response::Answered(answer))),
    )
}

fn response(model: &Model, protection: &str) -> Response {
    model.answers().get(id(protection)).response.clone()
}

fn library(model: &mut Model, event: LibraryEvent) -> Vec<Effect> {
    update(model, Event::Library(event))
}

fn saves(effects: &[Effect]) -> Vec<&Record> {
    effects
        .iter()
        .filter_map(|effect| {
            if let Effect::Save(record) = effect {
                Some(record)
            } else {
                None
            }
        })
        .collect()
}

fn done(model: &mut Model, record: &Record) -> Vec<Effect> {
    update(
        model,
        Event::Saved {
            id: record.id.clone(),
            outcome: SaveOutcome::Done(record.revision),
        },
    )
}

/// Lets typing pause and the database answer.
fn settle(model: &mut Model) -> Vec<Record> {
    let effects = update(model, Event::SaveDue);
    let records: Vec<Record> = saves(&effects).into_iter().cloned().collect();
    for record in &records {
        done(model, record);
    }
    records
}

fn file(model: &Model) -> String {
    archive::export(&model.open.client, "0.1.0", today())
}

fn opened(name: &str, text: &str) -> Event {
    Event::FileOpened(OpenedFile {
        name: name.to_owned(),
        text: Ok(text.to_owned()),
    })
}

#[test]
fn the_start_asks_for_the_database_and_the_catalogue() {
    let mut model = blank("#/");
    let effects = update(&mut model, Event::Started);
    assert!(
        effects.contains(&Effect::OpenStore) && effects.contains(&Effect::LoadCatalogue),
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
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Mine".to_owned())),
    );
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
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Mine".to_owned())),
    );
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
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Mine".to_owned())),
    );
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

#[test]
fn without_a_database_work_goes_on() {
    for problem in [StoreProblem::Refused, StoreProblem::Full] {
        let mut model = blank("#/");
        update(&mut model, Event::Started);
        update(&mut model, Event::StoreOpened(Err(problem)));
        update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
        assert!(matches!(&model.storage, Storage::Failing(known) if *known == problem));
        answer(&mut model, "SC-01", Answer::Partly);
        library(&mut model, LibraryEvent::New);
        assert_eq!(model.shelf.len(), 1);
        let effects = library(&mut model, LibraryEvent::ExportAll);
        let [Effect::Download(download)] = &effects[..] else {
            panic!("{effects:?}")
        };
        let read = archive::import_any(&download.text).unwrap();
        let answers = &read[0].client.agreements[0].assessments[0].answers;
        assert_eq!(
            answers.get(id("SC-01")).response,
            Response::Answered(Answer::Partly)
        );
    }
}

#[test]
fn a_full_disk_is_said_once_and_tried_again() {
    let mut model = ready("#/");
    answer(&mut model, "SC-01", Answer::Yes);
    for round in 0..2 {
        let effects = update(&mut model, Event::SaveDue);
        let record = saves(&effects)[0].clone();
        assert_eq!(record.replaces, 0, "a failed save counts as done");
        let outcome = SaveOutcome::Failed(StoreProblem::Full);
        let effects = update(
            &mut model,
            Event::Saved {
                id: record.id,
                outcome,
            },
        );
        assert_eq!(effects.len(), usize::from(round == 0), "{effects:?}");
        assert!(matches!(
            model.storage,
            Storage::Failing(StoreProblem::Full)
        ));
    }
    let record = settle(&mut model);
    assert_eq!((record.len(), record[0].revision), (1, 1));
    assert!(
        matches!(model.storage, Storage::Good),
        "room was made, and nobody says so"
    );
}

#[test]
fn damaged_data_is_put_aside_and_never_overwritten() {
    let damaged = Stored {
        id: "c1".to_owned(),
        revision: 3,
        file: "{\"format\":\"sla-gap\",".to_owned(),
    };
    let kept = Kept {
        clients: vec![damaged.clone()],
        aside: Vec::new(),
    };
    let mut model = blank("#/");
    let effects = update(&mut model, Event::StoreOpened(Ok(kept)));
    let aside = Aside {
        key: 1,
        name: "c1".to_owned(),
        problem: model.aside[0].problem.clone(),
        data: damaged.file.clone(),
    };
    assert_eq!(model.aside, std::slice::from_ref(&aside));
    assert!(!aside.problem.is_empty());
    assert_eq!(
        effects,
        [Effect::KeepAside(aside.clone())],
        "what is kept and what is removed must be one step"
    );
    assert!(model.shelf.is_empty());
    let effects = library(&mut model, LibraryEvent::ExportAside(1));
    assert!(matches!(&effects[..], [Effect::Download(download)] if download.text == damaged.file));
    assert_eq!(
        library(&mut model, LibraryEvent::DropAside(1)),
        [Effect::DropAside(1)]
    );
    assert!(model.aside.is_empty());
}

#[test]
fn the_last_client_is_opened_again_and_the_others_are_listed() {
    let mut first = ready("#/");
    update(
        &mut first,
        Event::Edited(Edit::ClientName("First".to_owned())),
    );
    let a = settle(&mut first).remove(0);
    library(&mut first, LibraryEvent::New);
    update(
        &mut first,
        Event::Edited(Edit::ClientName("Second".to_owned())),
    );
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
fn an_opened_file_replaces_nothing() {
    let mut model = ready("#/");
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Smile".to_owned())),
    );
    settle(&mut model);
    let (text, before) = (file(&model), model.open.client.clone());
    let effects = update(&mut model, opened("smile.json", &text));
    assert_ne!(model.open.client.id, before.id);
    assert_eq!(model.open.client.name, "Smile (from a file)");
    assert_eq!(model.shelf[&before.id].client, before);
    assert_eq!(saves(&effects)[0].replaces, 0);
}

#[test]
fn a_file_of_several_clients_brings_them_all() {
    let mut source = Model::new(Start {
        seed: 8,
        ..start("#/")
    });
    update(&mut source, Event::StoreOpened(Ok(Kept::default())));
    for name in ["One", "Two", "Three"] {
        update(
            &mut source,
            Event::Edited(Edit::ClientName(name.to_owned())),
        );
        settle(&mut source);
        library(&mut source, LibraryEvent::New);
    }
    let effects = library(&mut source, LibraryEvent::ExportAll);
    let [Effect::Download(download)] = &effects[..] else {
        panic!("{effects:?}")
    };
    let mut model = ready("#/");
    let effects = update(&mut model, opened("all.json", &download.text));
    let mut names: Vec<_> = model
        .shelf
        .values()
        .map(|shelved| shelved.client.name.clone())
        .collect();
    names.push(model.open.client.name.clone());
    names.sort();
    assert_eq!(names, ["One", "Three", "Two"]);
    assert_eq!(saves(&effects).len(), 3);
    assert!(model.notice.as_ref().unwrap().text.contains("all.json"));
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing_and_says_why() {
    let mut model = ready("#/");
    answer(&mut model, "SC-01", Answer::Yes);
    settle(&mut model);
    let before = model.open.client.clone();
    let good = file(&model);
    let bad = [
        String::new(),
        "PK\u{3}\u{4}".to_owned(),
        "{\"hello\": 1}".to_owned(),
        good[..good.len() / 2].to_owned(),
        good.replacen("\"version\":1", "\"version\":99", 1)
            .replacen("\"version\": 1", "\"version\": 99", 1),
    ];
    for text in bad {
        let effects = update(&mut model, opened("b<a>d.json", &text));
        assert!(
            matches!(&effects[..], [Effect::Announce(said)] if said.contains("b<a>d.json")),
            "{effects:?}"
        );
        assert_eq!(model.open.client, before);
        assert!(model.shelf.is_empty());
    }
    for refusal in [
        FileRefusal::TooLarge,
        FileRefusal::Unreadable,
        FileRefusal::NotText,
    ] {
        let event = Event::FileOpened(OpenedFile {
            name: "x".to_owned(),
            text: Err(refusal),
        });
        assert!(matches!(
            update(&mut model, event)[..],
            [Effect::Announce(_)]
        ));
        assert_eq!(model.open.client, before);
    }
}

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

#[test]
fn a_weight_can_be_changed_and_goes_back_to_standard() {
    let mut model = ready("#/");
    let standard = catalogue().protection(id("SC-01")).unwrap().weight.get();
    let before = model.findings.clone().unwrap();
    update(&mut model, Event::Edited(Edit::Weight(id("SC-01"), 1)));
    assert_eq!(
        model.assessment().unwrap().weights.get(&id("SC-01")),
        Some(&1)
    );
    assert_ne!(
        model.findings.as_ref().unwrap().findings.completeness,
        before.findings.completeness
    );
    update(
        &mut model,
        Event::Edited(Edit::Weight(id("SC-01"), standard)),
    );
    assert!(model.assessment().unwrap().weights.is_empty());
    assert_eq!(
        model.findings.as_ref().unwrap().findings.completeness,
        before.findings.completeness
    );
}

#[test]
fn open_duplicate_and_delete() {
    let mut model = ready("#/");
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Smile".to_owned())),
    );
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
fn an_answered_question_stays_in_its_filtered_list() {
    use sla_gap::model::view::assess::groups;
    let mut model = ready("#/");
    update(
        &mut model,
        Event::View(ViewEvent::Depth(engine::rubric::Depth::Full)),
    );
    update(&mut model, Event::View(ViewEvent::Filter(Filter::Open)));
    let shown = |model: &Model| {
        groups(model)
            .iter()
            .flat_map(|group| &group.cards)
            .map(|card| card.id)
            .collect::<Vec<_>>()
    };
    let before = shown(&model);
    answer(&mut model, "SC-02", Answer::Yes);
    assert_eq!(shown(&model), before, "the question jumped away");
    update(&mut model, Event::View(ViewEvent::Filter(Filter::Open)));
    assert!(!shown(&model).contains(&id("SC-02")));
    assert_eq!(shown(&model).len(), before.len() - 1);
}

#[test]
fn a_late_catalogue_finds_the_answers_and_the_place() {
    let mut model = blank("#/learn/faq-privacy");
    update(&mut model, Event::StoreOpened(Ok(Kept::default())));
    answer(&mut model, "SC-01", Answer::Yes);
    assert!(model.findings.is_none());
    update(&mut model, Event::CatalogueArrived(Err("404".to_owned())));
    assert_eq!(
        update(&mut model, Event::CatalogueWanted),
        [Effect::LoadCatalogue]
    );
    assert!(matches!(model.catalogue, Loading::Waiting));
    let effects = update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    assert_eq!(effects, [Effect::Focus("faq-privacy".to_owned())]);
    let four = &model.findings.as_ref().unwrap().findings.four_gaps;
    assert_eq!((four.low, four.high), (1, 4));
}

#[test]
fn what_is_typed_just_before_the_page_closes_comes_back() {
    let mut model = ready("#/");
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Base".to_owned())),
    );
    let stored = settle(&mut model).pop().unwrap();
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Last word".to_owned())),
    );
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

#[test]
fn a_text_of_any_length_can_be_saved_and_opened_again() {
    let mut model = ready("#/");
    let long = "é\u{202e}".repeat(15_000);
    let at = || id("SC-01");
    let edits = [
        Edit::ClientName(long.clone()),
        Edit::PreparedBy(long.clone()),
        Edit::Reason(long.clone()),
        Edit::Note(at(), long.clone()),
        Edit::Quote(at(), long.clone()),
        Edit::QuotePlace(at(), long.clone()),
        Edit::NotApplicableBecause(at(), long.clone()),
        Edit::AskOwner(at(), long.clone()),
        Edit::AskCounter(at(), long.clone()),
    ];
    for edit in edits {
        update(&mut model, Event::NoticeDismissed);
        update(&mut model, Event::Edited(edit));
        let read = archive::import(&file(&model)).unwrap();
        assert_eq!(read.client, *model.open.client);
        let said = model
            .notice
            .as_ref()
            .map(|notice| &*notice.text)
            .unwrap_or_default();
        assert!(said.contains("20,000"), "cut without a word");
    }
    // A copy has a longer name than its original.
    let original = model.open.client.id.clone();
    library(&mut model, LibraryEvent::Duplicate(original));
    archive::import(&file(&model)).unwrap();
    let text = file(&model);
    update(&mut model, opened("again.json", &text));
    archive::import(&file(&model)).unwrap();
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
fn the_verdict_speaks_of_one_location_only_where_there_is_one() {
    use sla_gap::model::view::assess::verdict;
    let mut model = ready("#/");
    let out = || Response::NotApplicable {
        reason: String::new(),
    };
    for protection in ["ML-06", "ML-05", "ML-02", "SC-01"] {
        update(
            &mut model,
            Event::Edited(Edit::Response(id(protection), out())),
        );
    }
    assert_eq!(verdict(&model).figure, "0 of the 4 gaps covered.");
    assert!(verdict(&model).decided.is_none());
    let mut one = (*model.open.client).clone();
    one.organization.locations = engine::agreement::Locations::Count(1);
    let text = archive::export(&one, "0.1.0", today());
    update(&mut model, opened("one.json", &text));
    assert!(verdict(&model).figure.starts_with("With one location"));
    // Severity levels concern one location as well; the verdict is still about several.
    answer(&mut model, "SC-01", Answer::Yes);
    assert!(verdict(&model).figure.starts_with("With one location"));
    assert!(verdict(&model).decided.is_none());
}

#[test]
fn what_another_tab_erased_is_not_written_back() {
    let mut model = ready("#/library");
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Secret".to_owned())),
    );
    settle(&mut model);
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Secret 2".to_owned())),
    );
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
