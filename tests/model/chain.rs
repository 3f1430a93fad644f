//! The chain: what a person sees first, what every input changes, and what is wrong with a bad one.

use crate::support::{ready, sample};
use sla_gap::model::lab::{ChainEvent, ChainField, LIST, LabEvent, MOST_PARTS};
use sla_gap::model::view::chain::{Found, View, event, view};
use sla_gap::model::view::figure::Shown;
use sla_gap::model::{Effect, Event, Model, update};

fn model() -> Model {
    ready("#/chain")
}

fn say(model: &mut Model, what: ChainEvent) -> Vec<Effect> {
    update(model, event(what))
}

fn put(model: &mut Model, part: u32, field: ChainField, text: &str) {
    say(model, ChainEvent::Typed(part, field, text.to_owned()));
}

fn found(model: &Model) -> Found {
    view(model).found.unwrap()
}

fn whole(model: &Model) -> String {
    found(model).whole.text
}

fn error(view: &View, part: usize, field: ChainField) -> &str {
    let fields = &view.parts[part].fields;
    &fields.iter().find(|of| of.field == field).unwrap().error
}

fn shown(figure: &Shown) -> (&str, &str) {
    (&figure.text, &figure.derivation.formula)
}

#[test]
fn four_parts_at_three_nines_give_a_day_and_a_half_of_downtime() {
    let found = found(&model());
    assert_eq!(found.whole.text, "99.600599%");
    assert_eq!(found.whole.derivation.rounding, "Rounded down, never up");
    assert!(
        found
            .whole
            .derivation
            .inputs
            .iter()
            .all(|input| input.value == "99.9%" && input.origin == "assumption")
    );
    assert_eq!(
        found.finding,
        "Each of the 4 parts keeps 99.9%. The whole gives 99.600599%."
    );
    // 31,536,000 s × (1 − 0.999⁴) = 125,954.91 s.
    assert_eq!(found.year.text, "34 h 59 min 15 s");
    let downs: Vec<&str> = found.periods.iter().map(|row| &*row.down.text).collect();
    assert_eq!(
        downs,
        ["34 h 59 min 15 s", "2 h 52 min 32 s", "1 h 20 min 31 s"]
    );
    // 45 of 168 hours: the example week.
    let open = found.periods[0].open.as_ref().unwrap();
    assert_eq!(open.text, "9 h 22 min 18 s");
    assert_eq!(open.derivation.inputs[1].value, "45 h");
    assert!(found.notes[0].contains("45 h of the 168") && found.notes[1].contains("example"));
    assert_eq!(
        found.overlap,
        "Added up, the parts are down for 35 h 2 min 24 s. That is 3 min 9 s more than the whole, because now and then two are \
         down at the same moment."
    );
    assert!(
        found
            .parts
            .iter()
            .all(|row| row.down == "8 h 45 min 36 s" && row.width == 1_000)
    );
    assert_eq!(
        found.more_title,
        "One more of a single part saves 8 h 43 min 30 s in a year at most"
    );
    assert_eq!(found.more[0].whole, "99.7002%");
    assert_eq!(found.promise.mark.0, "met");
    assert!(
        found
            .promise
            .says
            .starts_with("The promise is 99%. The chain gives 99.600599%")
    );
}

#[test]
fn either_of_two_lines_then_two_of_three() {
    let mut model = model();
    put(&mut model, 0, ChainField::Percent, "99");
    assert!(
        found(&model)
            .finding
            .starts_with("The weakest part, Internet line, gives 99%.")
    );
    put(&mut model, 0, ChainField::Count, "2");
    let parts = view(&model).parts;
    assert_eq!(parts[0].says, "2 there, 1 needed, 99.99%");
    let row = &found(&model).parts[0];
    assert_eq!(
        shown(&row.share),
        (
            "99.99%",
            "100% − the chance that all are down at the same time"
        )
    );
    put(&mut model, 0, ChainField::Count, "3");
    put(&mut model, 0, ChainField::Needed, "2");
    assert_eq!(view(&model).parts[0].says, "3 there, 2 needed, 99.9702%");
    put(&mut model, 0, ChainField::Needed, "3");
    let row = &found(&model).parts[0];
    assert!(row.share.derivation.formula.contains("all must work"));
    assert_eq!(row.share.text, "97.0299%");
}

#[test]
fn what_one_more_saves_is_ranked() {
    let mut model = model();
    put(&mut model, 1, ChainField::Percent, "99.5");
    let found = found(&model);
    let names: Vec<&str> = found.more.iter().map(|row| &*row.name).collect();
    assert_eq!(names[0], "Firewall");
    // 31,536,000 s × 0.999³ × (0.999975 − 0.995).
    assert_eq!(found.more[0].saved, "43 h 27 min 1 s");
    assert_eq!(
        found.more_title,
        "One more of \"Firewall\" helps most: it saves 43 h 27 min 1 s in a year"
    );
    assert_eq!(found.more[0].there, "2, 1 needed");
    let widths: Vec<i128> = found.parts.iter().map(|row| row.width).collect();
    assert_eq!(widths, [200, 1_000, 200, 200]);
}

#[test]
fn times_between_failures_and_to_repair() {
    let mut model = model();
    say(&mut model, ChainEvent::ByTimes(3, true));
    // What it begins with is the same assumption.
    assert_eq!(view(&model).parts[3].says, "99.9%");
    assert_eq!(view(&model).parts[3].origin, "assumption");
    put(&mut model, 3, ChainField::Up, "996");
    put(&mut model, 3, ChainField::Repair, "240 min");
    let shown = view(&model);
    assert_eq!(
        (&*shown.parts[3].says, shown.parts[3].origin),
        ("99.6%", "typed in")
    );
    let share = &found(&model).parts[3].share;
    assert!(
        share
            .derivation
            .formula
            .starts_with("Time between failures ÷")
    );
    put(&mut model, 3, ChainField::Up, "0");
    assert_eq!(whole(&model), "0%");
    put(&mut model, 3, ChainField::Repair, "0");
    let shown = view(&model);
    assert!(error(&shown, 3, ChainField::Repair).starts_with("Both times are zero."));
    assert_eq!(error(&shown, 3, ChainField::Up), "");
    assert_eq!(shown.stale.len(), 1);
    put(&mut model, 3, ChainField::Up, "5 h");
    assert_eq!(view(&model).parts[3].says, "100%");
    put(&mut model, 3, ChainField::Up, "3 months");
    assert!(error(&view(&model), 3, ChainField::Up).contains("not a unit of time"));
    say(&mut model, ChainEvent::ByTimes(3, false));
    assert!(view(&model).stale.is_empty());
    assert_eq!(whole(&model), "99.600599%");
}

#[test]
fn the_ends_of_the_scale_are_right_and_what_lies_beyond_is_said() {
    let mut model = model();
    put(&mut model, 0, ChainField::Percent, "0");
    let dead = found(&model);
    assert_eq!((&*dead.whole.text, &*dead.year.text), ("0%", "8,760 h"));
    assert_eq!(dead.promise.mark.0, "missing");
    // Nothing helps but a line that works.
    assert_eq!(dead.more_title, "One more of a single part saves nothing");
    for part in 0..4 {
        put(&mut model, part, ChainField::Percent, "100");
    }
    let perfect = found(&model);
    assert_eq!((&*perfect.whole.text, &*perfect.year.text), ("100%", "0 h"));
    assert_eq!(perfect.whole.derivation.rounding, "Exact, not rounded");
    assert_eq!(perfect.parts_title, "No part is ever down");
    assert_eq!(perfect.overlap, "");
    put(&mut model, 0, ChainField::Percent, "99.999999");
    put(&mut model, 0, ChainField::Count, "20");
    // So near to always that a year loses no whole second; it never says 100%.
    let near = found(&model);
    assert_eq!(
        (&*near.whole.text, &*near.year.text),
        ("99.999999%", "less than 1 s")
    );
    for (text, part_of) in [
        ("", "Type a percentage"),
        ("101", "above 100"),
        ("-1", "below zero"),
        ("99,9", "has a comma"),
        ("99.9999999", "six decimals"),
        ("often", "not a percentage"),
    ] {
        put(&mut model, 0, ChainField::Percent, text);
        let shown = view(&model);
        let said = error(&shown, 0, ChainField::Percent);
        assert!(said.contains(part_of), "{said}");
        assert_eq!(shown.found.unwrap().whole.text, "99.999999%");
        assert!(shown.stale[0].starts_with("\"Internet line\" is not valid as typed"));
    }
}

#[test]
fn impossible_numbers_are_said_at_their_field() {
    let mut model = model();
    for (count, needed, field, part_of) in [
        ("3", "0", ChainField::Needed, "at least 1"),
        ("3", "4", ChainField::Needed, "Type 3 or less"),
        ("0", "1", ChainField::Count, "at least 1"),
        ("10,000", "1", ChainField::Count, "Type 20 or less"),
        ("99999999999", "1", ChainField::Count, "Type 20 or less"),
        ("", "1", ChainField::Count, "Type a whole number"),
        ("2", "1.5", ChainField::Needed, "not a whole number"),
    ] {
        put(&mut model, 2, ChainField::Count, count);
        put(&mut model, 2, ChainField::Needed, needed);
        let shown = view(&model);
        let said = error(&shown, 2, field);
        assert!(said.contains(part_of), "{count} {needed}: {said}");
        assert_eq!(shown.stale.len(), 1, "{count} {needed}");
    }
    put(&mut model, 2, ChainField::Count, "20");
    put(&mut model, 2, ChainField::Needed, "20");
    assert!(view(&model).stale.is_empty());
}

#[test]
fn parts_come_and_go_and_the_focus_follows() {
    let mut model = model();
    let effects = say(&mut model, ChainEvent::Add);
    assert_eq!(effects, [Effect::Focus("chain-4-name".to_owned())]);
    assert_eq!(view(&model).parts[4].name, "Part 5");
    put(&mut model, 4, ChainField::Name, "  Switch ");
    put(&mut model, 4, ChainField::Percent, "99");
    let effects = say(&mut model, ChainEvent::Move(4, true));
    assert_eq!(
        effects,
        [
            Effect::Announce("Switch is now part 4 of 5.".to_owned()),
            Effect::Focus("chain-4-up".to_owned())
        ]
    );
    // At the end there is only the way back.
    let effects = say(&mut model, ChainEvent::Move(4, false));
    assert_eq!(effects[1], Effect::Focus("chain-4-up".to_owned()));
    let effects = say(&mut model, ChainEvent::Move(1, true));
    assert_eq!(effects[1], Effect::Focus("chain-1-down".to_owned()));
    assert!(say(&mut model, ChainEvent::Move(1, true)).is_empty());
    assert_eq!(
        view(&model)
            .parts
            .iter()
            .map(|part| part.id)
            .collect::<Vec<_>>(),
        [1, 0, 2, 3, 4]
    );

    let before = whole(&model);
    let effects = say(&mut model, ChainEvent::Remove(0));
    assert_eq!(effects[1], Effect::Focus(LIST.to_owned()));
    put(&mut model, 4, ChainField::Percent, "98");
    let effects = update(&mut model, Event::NoticeUndone);
    assert!(effects.contains(&Effect::Focus("chain-0".to_owned())));
    // It is back in its place, and what was typed since is kept.
    assert_eq!(view(&model).parts[1].name, "Internet line");
    put(&mut model, 4, ChainField::Percent, "99");
    assert_eq!(whole(&model), before);
}

#[test]
fn a_chain_may_be_empty_and_may_be_full() {
    let mut model = model();
    for part in 0..4 {
        say(&mut model, ChainEvent::Remove(part));
    }
    let empty = view(&model);
    assert!(empty.found.is_none() && empty.note.starts_with("The chain has no parts"));
    say(&mut model, ChainEvent::Usual);
    assert_eq!(whole(&model), "99.600599%");
    for _ in 0..20 {
        say(&mut model, ChainEvent::Add);
    }
    let full = view(&model);
    assert_eq!(full.parts.len(), MOST_PARTS);
    assert!(full.full && full.note.contains("12 parts"));
    assert!(say(&mut model, ChainEvent::Add).is_empty());
}

#[test]
fn a_target_comes_from_the_agreement_and_stays_its_own_only_while_it_is_the_same() {
    let mut model = sample("#/chain");
    let offered = view(&model).parts[0].agreed.clone();
    assert!(offered.len() > 1 && offered[0].0.is_empty());
    let (id, label) = offered[1].clone();
    say(&mut model, ChainEvent::Agreed(0, id.clone()));
    let part = &view(&model).parts[0];
    assert!(label.ends_with(&part.says), "{label}: {}", part.says);
    assert_eq!((part.origin, &part.chosen), ("from the agreement", &id));
    update(
        &mut model,
        Event::Lab(LabEvent::Promise(["agreed:", &id].concat())),
    );
    assert!(
        found(&model)
            .promise
            .says
            .starts_with("The agreement promises")
    );
    put(&mut model, 0, ChainField::Percent, "97");
    let part = &view(&model).parts[0];
    assert_eq!((part.origin, &*part.chosen), ("typed in", ""));
    // Without an agreement there is nothing to take.
    assert!(view(&self::model()).parts[0].agreed.is_empty());
}

#[test]
fn the_worst_that_can_be_typed_is_worked_out_at_once() {
    let mut model = model();
    while !view(&model).full {
        say(&mut model, ChainEvent::Add);
    }
    for part in 0..12 {
        put(&mut model, part, ChainField::Percent, "99.999999");
        put(&mut model, part, ChainField::Count, "20");
        put(&mut model, part, ChainField::Needed, "11");
    }
    assert_eq!(whole(&model), "99.999999%");
}
