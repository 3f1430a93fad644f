//! Where an outage may fall, what the wording does to the promise, and what to ask for instead.
#![allow(clippy::unwrap_used, clippy::panic)]

mod ask;
#[path = "../support/mod.rs"]
mod support;

use engine::agreement::MaintenanceHours;
use engine::availability::CountingRule;
use engine::compliance::ClockStart;
use proptest::prelude::*;
use sla_gap::model::lab::{
    Extreme, FallEvent, Field, LabEvent, Period, Seen, TWO_WEEKS, Window, WordingEvent,
    WordingField, YearsEvent,
};
use sla_gap::model::view::downtime::{AskView, Drawing, FallView, ask, fall, wording};
use sla_gap::model::view::figure::Cell;
use sla_gap::model::{Event, LibraryEvent, Model, update};
use support::{blank, ready, render, sample};

fn say(model: &mut Model, event: LabEvent) {
    assert!(update(model, Event::Lab(event)).is_empty());
}

fn typed(model: &mut Model, field: Field, text: &str) {
    say(model, LabEvent::Typed(field, text.to_owned()));
}

fn worded(model: &mut Model, field: WordingField, text: &str) {
    say(
        model,
        LabEvent::Wording(WordingEvent::Typed(field, text.to_owned())),
    );
}

fn moved(model: &mut Model, event: FallEvent) -> Drawing {
    say(model, LabEvent::Fall(event));
    drawn(model).drawing.unwrap()
}

fn drawn(model: &Model) -> FallView {
    fall(model, &model.question())
}

fn compared(model: &Model) -> AskView {
    ask(model, &model.question())
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Figure(shown) => &shown.text,
        Cell::Text(text) => text,
    }
}

#[test]
fn the_worst_outage_is_placed_and_one_step_more_breaks_the_promise() {
    let mut model = ready("#/downtime");
    typed(&mut model, Field::Locations, "3");
    assert_eq!(
        drawn(&model).title,
        "Location 1 may be dark from Monday 8:00 to Monday 11:21:36, and the promise is kept"
    );
    moved(&mut model, FallEvent::Ask(Extreme::OnePeriod));
    let view = drawn(&model);
    assert_eq!(
        view.title,
        "Location 1 may be dark from Monday 0:00 to Monday 3:21:36, and the promise is kept"
    );
    let drawing = view.drawing.unwrap();
    assert!(drawing.kept && drawing.worst);
    assert_eq!(drawing.rows.len(), 3);
    assert_eq!(drawing.days.len(), 14);
    assert_eq!(drawing.rows[0].opening.len(), 10);
    let longer = moved(&mut model, FallEvent::Longer(900));
    assert!(!longer.kept && !longer.worst);
    assert_eq!(longer.table[0].counted, "3 h 36 min 36 s");
    assert!(longer.table[0].line.ends_with("missed"));
    let later = moved(&mut model, FallEvent::Later(10 * 3_600));
    assert_eq!(later.table[0].lost, "3 h 36 min 36 s");
    let down = moved(&mut model, FallEvent::Down(7));
    assert_eq!(down.table[0].name, "Location 3");
    assert!(down.rows[2].down.is_some() && down.rows[0].down.is_none());
    let back = moved(&mut model, FallEvent::Worst);
    assert!(back.worst && back.kept);
}

#[test]
fn simulated_years_that_arrive_do_not_move_it_back() {
    let mut model = ready("#/downtime");
    let there = moved(&mut model, FallEvent::Later(86_400)).spoken;
    for event in [YearsEvent::Due, YearsEvent::Reseed, YearsEvent::Stop] {
        update(&mut model, Event::Lab(LabEvent::Years(event)));
        assert_eq!(drawn(&model).drawing.unwrap().spoken, there);
    }
}

#[test]
fn across_a_boundary_both_periods_are_kept() {
    let mut model = ready("#/downtime");
    let drawing = moved(&mut model, FallEvent::Ask(Extreme::AcrossBoundary));
    assert!(drawing.kept);
    let counted: Vec<&str> = drawing.table.iter().map(|row| &*row.counted).collect();
    assert_eq!(counted, ["3 h 21 min 36 s", "3 h 21 min 36 s"]);
    assert!(
        drawing.boundaries.iter().any(|at| *at > 0),
        "the boundary is in the picture"
    );
    let most = moved(&mut model, FallEvent::Ask(Extreme::MostOpeningHours));
    assert_eq!(most.table[0].lost, "3 h 21 min 36 s");
}

#[test]
fn a_tap_takes_its_middle_there_and_the_edges_hold_it() {
    let mut model = ready("#/downtime");
    typed(&mut model, Field::Locations, "12");
    let tapped = moved(&mut model, FallEvent::At { x: 5_000, y: 9_999 });
    assert!(tapped.rows[11].down.is_some());
    assert!((4_800..5_000).contains(&tapped.value), "{}", tapped.value);
    assert_eq!(moved(&mut model, FallEvent::First).value, 0);
    let last = moved(&mut model, FallEvent::Last);
    let (from, wide) = last.rows[11].down.unwrap();
    assert!(9_990 < from + wide && from + wide <= 10_000);
    assert_eq!(
        moved(&mut model, FallEvent::Later(i64::MAX)).value,
        last.value
    );
    assert_eq!(moved(&mut model, FallEvent::Later(i64::MIN)).value, 0);
    let long = moved(&mut model, FallEvent::Longer(i64::MAX));
    assert_eq!(long.rows[11].down, Some((0, 10_000)));
}

#[test]
fn odd_promises_get_a_picture_or_a_sentence() {
    for (target, locations, counting) in [
        ("100", "1", CountingRule::EachLocation),
        ("0", "1", CountingRule::EachLocation),
        ("99", "10000", CountingRule::EachLocation),
        ("99", "4294967295", CountingRule::AllLocationsDown),
        ("99", "10000", CountingRule::Average),
        ("99", "100", CountingRule::Average),
        ("99", "2", CountingRule::WeightedByUsers),
        ("99", "2", CountingRule::OrganizationOnly),
    ] {
        for period in [
            "two-weeks",
            "day",
            "period-calendar-year",
            "period-rolling-days",
        ] {
            let mut model = ready("#/downtime");
            typed(&mut model, Field::Target, target);
            typed(&mut model, Field::Locations, locations);
            say(&mut model, LabEvent::Counting(counting));
            say(&mut model, LabEvent::Period(Period::parse(period).unwrap()));
            let view = drawn(&model);
            assert!(
                view.drawing.is_some() || view.note.is_some(),
                "{target} {locations} {counting:?} {period}"
            );
            assert_eq!(compared(&model).rows.len(), 9);
        }
    }
    let mut model = ready("#/downtime");
    say(&mut model, LabEvent::Period(Period::Days));
    typed(&mut model, Field::Days, "4000000000");
    assert_eq!(
        drawn(&model).note,
        Some("The period is too long to be drawn.")
    );
    let mut model = ready("#/downtime");
    typed(&mut model, Field::Target, "100");
    assert_eq!(drawn(&model).title, "No outage at all keeps the promise");
    assert!(!moved(&mut model, FallEvent::Longer(900)).kept);
}

#[test]
fn the_wording_thins_the_promise_step_by_step() {
    let mut model = ready("#/downtime");
    let view = wording(&model, &model.question());
    assert_eq!(view.bars.len(), 3);
    assert_eq!(
        view.title,
        "In its worst week, a location is promised 92.53% of its opening hours"
    );
    typed(&mut model, Field::Locations, "2");
    say(&mut model, LabEvent::Counting(CountingRule::Average));
    for (field, text) in [
        (WordingField::Planned, "1 h"),
        (WordingField::Minimum, "5"),
        (WordingField::Grace, "2 min"),
        (WordingField::Delay, "30"),
    ] {
        worded(&mut model, field, text);
    }
    say(
        &mut model,
        LabEvent::Wording(WordingEvent::Clock(ClockStart::Report)),
    );
    say(
        &mut model,
        LabEvent::Wording(WordingEvent::Seen(Seen::WholeSteps)),
    );
    let view = wording(&model, &model.question());
    assert_eq!(view.bars.len(), 9, "{}", view.title);
    assert_eq!(view.fields.len(), 6);
    for bar in &view.bars {
        for shown in [&bar.lost, &bar.left] {
            let formula = &shown.derivation.formula;
            assert!(!formula.starts_with("week-"), "{formula} has no words");
            for input in &shown.derivation.inputs {
                let key = input
                    .name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-');
                assert!(!key, "{} has no words", input.name);
            }
        }
    }
    for pair in view.bars.windows(2) {
        assert!(pair[1].width <= pair[0].width);
    }
    worded(&mut model, WordingField::Step, "0");
    let view = wording(&model, &model.question());
    assert!(
        view.fields
            .iter()
            .any(|field| field.error == "Type more than zero.")
    );
    assert_eq!(view.bars.len(), 9, "the last valid step stays");
    // Every exclusion is used by the worst outage too.
    assert!(moved(&mut model, FallEvent::Ask(Extreme::OnePeriod)).kept);
    assert!(!moved(&mut model, FallEvent::Longer(900)).kept);
}

#[test]
fn opening_hours_outside_the_window_are_not_promised() {
    let mut model = ready("#/downtime");
    let hours = Window::Template("dental-week".to_owned());
    say(&mut model, LabEvent::Window(hours));
    let view = wording(&model, &model.question());
    let labels: Vec<&str> = view.bars.iter().map(|bar| bar.label).collect();
    assert!(
        labels.contains(&"Opening hours that do not count"),
        "{labels:?}"
    );
}

#[tokio::test]
async fn without_a_catalogue_the_page_stands_all_the_same() {
    let html = render(blank("#/downtime")).await;
    assert!(html.contains("lab-ask") && html.contains("fall__slider"));
}

fn events() -> impl Strategy<Value = Vec<LabEvent>> {
    let event = prop_oneof![
        (-2_000_000_i64..2_000_000).prop_map(FallEvent::Later),
        (-90_000_i64..2_000_000).prop_map(FallEvent::Longer),
        (-20_i64..20).prop_map(FallEvent::Down),
        (0_u32..20_000, 0_u32..10_000).prop_map(|(x, y)| FallEvent::At { x, y }),
        Just(FallEvent::First),
        Just(FallEvent::Last),
        Just(FallEvent::Worst),
        Just(FallEvent::Ask(Extreme::AcrossBoundary)),
        Just(FallEvent::Ask(Extreme::MostOpeningHours)),
    ];
    let fall = event.prop_map(LabEvent::Fall);
    let period = prop_oneof![
        Just("two-weeks"),
        Just("week"),
        Just("period-calendar-month"),
        Just("period-rolling-days")
    ]
    .prop_map(|key| LabEvent::Period(Period::parse(key).unwrap()));
    let locations =
        (1_u32..20).prop_map(|count| LabEvent::Typed(Field::Locations, count.to_string()));
    proptest::collection::vec(prop_oneof![6 => fall, 1 => period, 1 => locations], 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn wherever_it_is_moved_it_stays_in_the_picture(events in events()) {
        let mut model = ready("#/downtime");
        for event in events {
            say(&mut model, event);
            let drawing = drawn(&model).drawing.unwrap();
            prop_assert_eq!(drawing.rows.iter().filter(|row| row.down.is_some()).count(), 1);
            prop_assert!(drawing.value <= 10_000);
            prop_assert!(!drawing.worst || drawing.kept, "the worst outage keeps the promise");
            let judged = drawing.table.iter().any(|row| row.line.ends_with("missed"));
            prop_assert_eq!(judged, !drawing.kept, "the table says what the verdict says");
        }
    }
}
