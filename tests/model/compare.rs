//! Agreements side by side.

use crate::answer;
use crate::support::{ready, sample};
use engine::assessment::Answer;
use sla_gap::model::compare::{CompareEvent, RECOMMENDED};
use sla_gap::model::view::compare::{CompareCell, CompareRow, CompareView, view};
use sla_gap::model::view::figure::Cell;
use sla_gap::model::{Edit, Event, Model, VersionEvent, update};

fn words(cell: &CompareCell) -> &str {
    match cell {
        CompareCell::Cell(Cell::Figure(shown)) => &shown.text,
        CompareCell::Cell(Cell::Text(text)) => text,
        CompareCell::Mark(_, name) => name,
    }
}

fn found<'a>(view: &'a CompareView, section: &str, name: &str) -> Vec<&'a str> {
    let section = view.sections.iter().find(|of| of.id == section).unwrap();
    let row = section.rows.iter().find(|row| row.name.ends_with(name));
    row.unwrap_or_else(|| panic!("no row {name}"))
        .cells
        .iter()
        .map(words)
        .collect()
}

fn proposal() -> Model {
    let mut model = sample("#/compare");
    let current = model.record().unwrap().id.clone();
    update(
        &mut model,
        Event::Versions(VersionEvent::CopyAgreement(current.clone())),
    );
    answer(&mut model, "ML-01", Answer::Yes);
    update(
        &mut model,
        Event::Versions(VersionEvent::Choose(current, String::new())),
    );
    model
}

#[test]
fn the_current_one_stands_beside_the_proposal_and_the_recommended() {
    let model = proposal();
    let view = view(&model);
    assert_eq!(view.heads.len(), 3, "{:?}", view.heads);
    assert!(view.heads[0].contains("in force") && view.heads[1].contains("proposed"));
    assert_eq!(view.heads[2], "The recommended baseline");
    let answers = view.sections.iter().find(|of| of.id == "answers").unwrap();
    assert!(answers.rows.iter().all(CompareRow::differs));
    let row = answers
        .rows
        .iter()
        .find(|row| row.group == "ML-01")
        .unwrap();
    assert_ne!(words(&row.cells[0]), words(&row.cells[1]));
    // The same promise allows the same in both copies; the recommended one allows less.
    let allowed = found(&view, "allows", "Allowed in a year of 365 days");
    assert_eq!(allowed[0], allowed[1]);
    assert_ne!(allowed[0], allowed[2]);
    let four = found(&view, "scores", "Four-gap check");
    assert_eq!(four[2], "4 of 4");
    assert!(!view.hidden.is_empty());
}

#[test]
fn the_one_in_force_comes_first_also_while_a_proposal_is_worked_on() {
    let mut model = proposal();
    let records = &model.open.client.agreements;
    let made = records[1].id.clone();
    update(
        &mut model,
        Event::Versions(VersionEvent::Choose(made, String::new())),
    );
    let heads = view(&model).heads;
    assert_eq!(heads.len(), 3);
    assert!(heads[0].contains("in force") && heads[1].contains("proposed"));
}

#[test]
fn all_rows_are_there_when_asked_for() {
    let mut model = proposal();
    let few: usize = view(&model).sections.iter().map(|of| of.rows.len()).sum();
    update(&mut model, Event::Compare(CompareEvent::All(true)));
    let all = view(&model);
    assert_eq!(all.hidden, "");
    let answers = all.sections.iter().find(|of| of.id == "answers").unwrap();
    assert_eq!(answers.rows.len(), 117);
    assert!(few < all.sections.iter().map(|of| of.rows.len()).sum());
    assert!(all.sections.iter().all(|of| {
        let wide = |row: &CompareRow| row.cells.len() == all.heads.len();
        of.rows.iter().all(wide)
    }));
}

#[test]
fn a_column_can_be_emptied_and_one_alone_compares_nothing() {
    let mut model = ready("#/compare");
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Smile".to_owned())),
    );
    assert_eq!(view(&model).heads.len(), 2);
    update(
        &mut model,
        Event::Compare(CompareEvent::Column(1, String::new())),
    );
    let alone = view(&model);
    assert_eq!((alone.heads.len(), alone.sections.len()), (1, 0));
    for key in ["gone/gone", "gone", RECOMMENDED] {
        update(
            &mut model,
            Event::Compare(CompareEvent::Column(2, key.to_owned())),
        );
        let heads = view(&model).heads.len();
        assert_eq!(heads, if key == RECOMMENDED { 2 } else { 1 }, "{key}");
    }
    update(
        &mut model,
        Event::Compare(CompareEvent::Column(9, RECOMMENDED.to_owned())),
    );
}
