//! Files: what is opened replaces nothing, and what cannot be read changes nothing.

use crate::support::{ready, start};
use crate::{answer, file, id, library, name, opened, saves, settle};
use engine::archive;
use engine::assessment::Answer;
use sla_gap::model::{
    Edit, Effect, Event, FileRefusal, Kept, LibraryEvent, Model, OpenedFile, Start, update,
};

#[test]
fn an_opened_file_replaces_nothing() {
    let mut model = ready("#/");
    name(&mut model, "Smile");
    settle(&mut model);
    let text = file(&model);
    answer(&mut model, "SC-01", Answer::No);
    settle(&mut model);
    let before = model.open.client.clone();
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
        crate::name(&mut source, name);
        settle(&mut source);
        library(&mut source, LibraryEvent::New);
    }
    let effects = library(&mut source, LibraryEvent::ExportAll);
    let [Effect::Download(download)] = &effects[..] else {
        panic!("{effects:?}")
    };
    let mut model = ready("#/");
    let effects = update(&mut model, opened("all.json", download.words()));
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
