//! Answers, weights, filters, and what follows from them.

use crate::support::{blank, catalogue, ready, today};
use crate::{answer, id, opened};
use engine::archive;
use engine::assessment::{Answer, Response};
use sla_gap::model::{Edit, Effect, Event, Filter, Kept, Loading, Model, ViewEvent, update};
use sla_gap::words::Code;

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
        [Effect::LoadCatalogue(Code::English)]
    );
    assert!(matches!(model.catalogue, Loading::Waiting));
    let effects = update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    assert_eq!(effects, [Effect::Focus("faq-privacy".to_owned())]);
    let four = &model.findings.as_ref().unwrap().findings.four_gaps;
    assert_eq!((four.low, four.high), (1, 4));
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
