//! Sharing: what leaves with a link, and what becomes of a link that was opened. Nothing stored is ever replaced.

use crate::support::{PAGE, blank, catalogue, ready, sample};
use crate::{answer, id, library, name, opened, saves, settle};
use engine::assessment::Answer;
use engine::link::{Includes, LinkError};
use sla_gap::model::share::{QR, ShareEvent};
use sla_gap::model::view::compare;
use sla_gap::model::view::results::{Stage, stage};
use sla_gap::model::view::share::{LinkView, link};
use sla_gap::model::view::shared::{Seen, SharedView, view};
use sla_gap::model::{Effect, Event, Kept, LibraryEvent, Model, Stored, update};
use sla_gap::routes::Route;

const ALL: Includes = Includes {
    names: true,
    notes: true,
    progress: true,
};

fn share(model: &mut Model, event: ShareEvent) -> Vec<Effect> {
    update(model, Event::Share(event))
}

/// The link of a model's open assessment.
fn address(model: &Model) -> String {
    match link(model) {
        LinkView::Made { address, .. } => address,
        _ => panic!("no link"),
    }
}

/// Its part behind the page's own address.
fn place(model: &Model) -> String {
    address(model).strip_prefix(PAGE).unwrap().to_owned()
}

fn seen(model: &Model) -> Box<Seen> {
    match view(model) {
        SharedView::Seen(seen) => seen,
        SharedView::Waiting => panic!("waiting"),
        SharedView::Refused(why) => panic!("refused: {why}"),
    }
}

/// Somebody with an assessment of their own, stored, opens a link.
fn visitor(place: &str) -> Model {
    let mut model = ready("#/");
    name(&mut model, "Own");
    answer(&mut model, "SC-01", Answer::Yes);
    settle(&mut model);
    update(&mut model, Event::RouteChanged(place.to_owned()));
    model
}

#[test]
fn a_link_shows_the_same_results_and_changes_nothing() {
    let from = sample("#/report");
    let Stage::Ready(_, found) = stage(&from) else {
        panic!("the sample has results")
    };
    let mut model = visitor(&place(&from));
    let before = (model.open.client.clone(), model.shelf.len());
    assert_eq!(model.route, Route::Shared);
    let visiting = model.as_visitor().unwrap();
    let Stage::Ready(_, there) = stage(&visiting) else {
        panic!("a visitor sees results")
    };
    assert_eq!(found.findings.four_gaps, there.findings.four_gaps);
    assert_eq!(found.findings.multi_location, there.findings.multi_location);
    assert_eq!(found.findings.completeness, there.findings.completeness);
    assert_eq!(found.gaps, there.gaps);
    assert_eq!(seen(&model).scores.len(), 3);
    assert!(seen(&model).comparable);
    assert_eq!((model.open.client.clone(), model.shelf.len()), before);
    assert!(saves(&update(&mut model, Event::SaveDue)).is_empty());
    // Nor do the keys for undo reach what is not on the screen.
    assert!(model.can_undo() && update(&mut model, Event::Undo).is_empty());
}

#[test]
fn answers_only_give_the_same_scores_in_a_link_that_fits_a_code() {
    let mut from = sample("#/report");
    let whole = address(&from).len();
    share(&mut from, ShareEvent::Short(true));
    let short = address(&from);
    assert!(
        short.len() < whole / 2 && short.len() <= QR,
        "{}",
        short.len()
    );
    let model = visitor(&place(&from));
    let there = model.as_visitor().unwrap().findings.unwrap();
    let here = from.findings.clone().unwrap();
    assert_eq!(here.findings.multi_location, there.findings.multi_location);
    assert_eq!(here.findings.completeness, there.findings.completeness);
    assert!(there.incidents.is_empty() && !here.incidents.is_empty());
}

#[test]
fn names_notes_and_progress_leave_only_when_ticked() {
    let mut from = sample("#/report");
    let model = visitor(&place(&from));
    let client = model.visiting.as_ref().unwrap().client.clone().unwrap();
    assert!(client.name.is_empty());
    assert!(!seen(&model).title.contains(&from.open.client.name));
    share(&mut from, ShareEvent::With(ALL));
    let model = visitor(&place(&from));
    assert!(seen(&model).title.contains(&from.open.client.name));
    assert_eq!(seen(&model).facts.len(), 4);
    let visited = model.as_visitor().unwrap();
    assert_eq!(visited.answers(), from.answers());
}

#[test]
fn a_copy_is_a_client_of_its_own_and_can_be_taken_back() {
    let mut model = visitor(&place(&sample("#/report")));
    let own = model.open.client.clone();
    let effects = share(&mut model, ShareEvent::Keep);
    assert!(effects.contains(&Effect::GoTo(Route::Results)));
    assert_ne!(model.open.client.id, own.id);
    assert_eq!(model.shelf[&own.id].client, own);
    let records = settle(&mut model);
    assert_eq!(records.len(), 1);
    assert_eq!(
        (&records[0].id, records[0].replaces),
        (&model.open.client.id, 0)
    );
    // Once more: another copy, not the same one again.
    update(&mut model, Event::RouteChanged(place(&sample("#/report"))));
    share(&mut model, ShareEvent::Keep);
    assert_eq!(model.shelf.len(), 2);
    let effects = update(&mut model, Event::NoticeUndone);
    assert!(effects.iter().any(|of| matches!(of, Effect::Delete(_))));
    assert_eq!(model.open.client.id, records[0].id);
    assert_eq!(model.shelf.len(), 1);
}

#[test]
fn a_copy_kept_before_the_database_is_open_is_stored_then() {
    let mut model = blank(&place(&sample("#/report")));
    update(&mut model, Event::Started);
    assert!(matches!(view(&model), SharedView::Waiting));
    update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    assert!(!seen(&model).comparable);
    share(&mut model, ShareEvent::Keep);
    let id = model.open.client.id.clone();
    let stored = Stored {
        id: "c0ld".to_owned(),
        revision: 3,
        file: crate::file(&sample("#/")).replacen(&sample("#/").open.client.id, "c0ld", 1),
    };
    let kept = Kept {
        clients: vec![stored],
        ..Kept::default()
    };
    update(&mut model, Event::StoreOpened(Ok(kept)));
    let records = settle(&mut model);
    assert_eq!(records.iter().map(|of| &of.id).collect::<Vec<_>>(), [&id]);
    assert_eq!(model.shelf["c0ld"].revision, 3);
}

#[test]
fn it_stands_beside_ones_own_until_the_comparison_is_left() {
    let mut model = visitor(&place(&sample("#/report")));
    let effects = share(&mut model, ShareEvent::Compare);
    assert!(effects.contains(&Effect::GoTo(Route::Compare)));
    update(&mut model, Event::RouteChanged("#/compare".to_owned()));
    let shown = compare::view(&model);
    assert_eq!(shown.heads.len(), 2);
    assert!(
        shown.heads[0].starts_with("From the link"),
        "{:?}",
        shown.heads
    );
    assert!(shown.heads[1].starts_with("Own"), "{:?}", shown.heads);
    assert!(!shown.sections.is_empty());
    update(&mut model, Event::RouteChanged("#/results".to_owned()));
    update(&mut model, Event::RouteChanged("#/compare".to_owned()));
    let heads = compare::view(&model).heads;
    assert!(
        heads.iter().all(|head| !head.contains("From the link")),
        "{heads:?}"
    );
}

#[test]
fn a_damaged_link_is_answered_in_words_and_changes_nothing() {
    let good = place(&sample("#/report"));
    let mut model = visitor(&good[..good.len() - 9]);
    let own = model.open.client.clone();
    for (at, error) in [
        (good[..good.len() - 9].to_owned(), LinkError::Damaged),
        (Route::Shared.hash().to_owned(), LinkError::Empty),
        (["#/shared/", &good].concat(), LinkError::NotOurs),
        ("#/shared/9AAAA".to_owned(), LinkError::Newer),
        (
            ["#/shared/", &"1".repeat(1_400_000)].concat(),
            LinkError::TooLarge,
        ),
    ] {
        update(&mut model, Event::RouteChanged(at));
        assert_eq!(model.visiting.as_ref().unwrap().client, Err(error));
        assert!(matches!(view(&model), SharedView::Refused(_)));
        assert!(share(&mut model, ShareEvent::Keep).is_empty());
        assert!(share(&mut model, ShareEvent::Compare).is_empty());
        assert_eq!((&model.open.client, &model.place), (&own, &None));
    }
    // The next one is opened all the same, and has the focus.
    let effects = update(&mut model, Event::RouteChanged(good));
    assert!(effects.contains(&Effect::Focus("page-title".to_owned())));
    assert!(matches!(view(&model), SharedView::Seen(_)));
}

#[test]
fn a_page_on_a_disk_offers_the_file() {
    let mut model = sample("#/report");
    model.on_a_disk = true;
    assert!(matches!(link(&model), LinkView::Nowhere));
    let effects = share(&mut model, ShareEvent::Take);
    let [Effect::Download(file)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    // Names stay here, in the file's name too.
    assert_eq!(file.name, "sla-gap-2026-11-23.json");
    assert!(!file.words().contains(&model.open.client.name));
    assert!(matches!(link(&ready("#/report")), LinkView::Nothing));
}

#[test]
fn the_file_opens_as_the_client_that_it_was_made_of() {
    let mut from = sample("#/report");
    share(&mut from, ShareEvent::With(ALL));
    let effects = share(&mut from, ShareEvent::Take);
    let Some(Effect::Download(file)) = effects.first() else {
        panic!("{effects:?}")
    };
    let mut model = ready("#/library");
    update(&mut model, opened(&file.name, file.words()));
    assert_eq!(model.open.client.id, from.open.client.id);
    assert_eq!(model.answers(), from.answers());
    assert_eq!(
        model.answers().get(id("SC-01")),
        from.answers().get(id("SC-01"))
    );
}

#[test]
fn a_link_is_handed_to_another_app() {
    let mut model = sample("#/report");
    let effects = share(&mut model, ShareEvent::Send);
    let [Effect::HandOver { title, address }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert!(!title.is_empty() && address.starts_with(PAGE));
    share(&mut model, ShareEvent::NotSent);
    assert!(model.notice.is_some());
    library(&mut model, LibraryEvent::New);
    assert!(matches!(link(&model), LinkView::Nothing));
}
