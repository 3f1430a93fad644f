//! A database that refuses, is full, or is damaged.

use crate::support::{blank, catalogue, ready};
use crate::{answer, id, library, saves, settle};
use engine::archive;
use engine::assessment::{Answer, Response};
use sla_gap::model::{
    Aside, Effect, Event, Kept, LibraryEvent, SaveOutcome, Storage, StoreProblem, Stored, update,
};

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
        let read = archive::import_any(download.words()).unwrap();
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
    assert!(
        matches!(&effects[..], [Effect::Download(download)] if download.words() == damaged.file)
    );
    assert_eq!(
        library(&mut model, LibraryEvent::DropAside(1)),
        [Effect::DropAside(1)]
    );
    assert!(model.aside.is_empty());
}
