//! The downtime calculator with the catalogue's templates and published promises.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use sla_gap::model::lab::{Field, LabEvent, Period, Window, YearsEvent, YearsField};
use sla_gap::model::view::downtime::{self, Preset, Section, form, headline, sections};
use sla_gap::model::{Effect, Event, LibraryEvent, Model, update};
use sla_gap::workers::{Found, Job};
use support::{ready, render};

fn section(model: &Model, id: &str) -> Section {
    sections(model, &model.question())
        .into_iter()
        .find(|section| section.id == id)
        .unwrap()
}

fn allowance(model: &Model) -> String {
    headline(model, &model.question()).allowance.text
}

#[test]
fn an_example_week_stands_in_until_there_are_opening_hours() {
    let model = ready("#/downtime");
    let opening = section(&model, "lab-opening");
    assert_eq!(opening.facts[1].1.text, "96.266666% (rounded down)");
    assert_eq!(
        opening.facts[1].1.derivation.inputs[2].origin,
        "from the catalog"
    );
    assert!(opening.says[1].contains("Mon-Fri 8-17"));
    assert!(opening.enter.is_some());
}

#[test]
fn a_template_of_hours_changes_what_is_measured() {
    let mut model = ready("#/downtime");
    let hours = Window::Template("dental-week".to_owned());
    update(&mut model, Event::Lab(LabEvent::Window(hours)));
    assert_eq!(allowance(&model), "49 min 12 s");
    let gone = Window::Template("no such".to_owned());
    update(&mut model, Event::Lab(LabEvent::Window(gone)));
    assert_eq!(allowance(&model), "3 h 21 min 36 s");
    assert_eq!(form(&model).window.chosen, "always");
}

/// The promises to start from of one place: the agreement, the usual one, the baseline, published ones.
fn presets(model: &Model, place: usize) -> Vec<Preset> {
    form(model).presets.into_iter().nth(place).unwrap().1
}

#[test]
fn every_published_promise_can_be_tried() {
    let model = ready("#/downtime");
    let published = presets(&model, 3);
    assert!(!published.is_empty());
    for preset in published {
        let mut model = model.clone();
        update(&mut model, Event::Lab(preset.event));
        let head = headline(&model, &model.question());
        assert!(head.stale.is_empty(), "{}", preset.label);
        assert_eq!(
            head.allowance.derivation.inputs[1].origin, "from the catalog",
            "{}",
            preset.label
        );
    }
}

#[tokio::test]
async fn the_sample_is_answered() {
    let mut model = ready("#/downtime");
    update(&mut model, Event::Library(LibraryEvent::Sample));
    let money = section(&model, "lab-money");
    assert!(money.facts[0].1.text.starts_with('$'), "{:?}", money.says);
    assert!(!presets(&model, 0).is_empty());
    let html = render(model).await;
    assert!(html.contains("lab-money"));
}

/// All years that the model asks for.
fn simulated(model: &Model) -> Found {
    let mut job = Job::new(&model.years_asked().unwrap()).unwrap();
    job.run(|| false);
    assert!(job.is_done());
    job.found()
}

fn years(model: &mut Model, event: YearsEvent) -> Vec<Effect> {
    update(model, Event::Lab(LabEvent::Years(event)))
}

fn typed(model: &mut Model, field: Field, text: &str) {
    let event = LabEvent::Typed(field, text.to_owned());
    assert!(update(model, Event::Lab(event)).is_empty());
}

#[test]
fn one_start_number_gives_the_same_years_everywhere() {
    // The browser tests expect these numbers of the worker.
    let found = simulated(&ready("#/downtime"));
    let asked = &found.promises[0];
    assert_eq!(found.years, 10_000);
    assert_eq!(
        (found.outages, asked.line.hits, asked.year.hits),
        (29_701, 12_789, 7_280)
    );
    assert_eq!(found.promises.len(), 2, "the recommended promise");
}

#[test]
fn years_are_asked_for_once_and_shown_as_they_come() {
    let mut model = ready("#/downtime");
    let effects = years(&mut model, YearsEvent::Due);
    let [Effect::StartYears(id, ask)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(
        years(&mut model, YearsEvent::Due).is_empty(),
        "nothing has changed"
    );
    let mut job = Job::new(ask).unwrap();
    job.run(|| true);
    let found = |id, done| YearsEvent::Found {
        id,
        found: std::rc::Rc::new(job.found()),
        done,
        millis: 12,
    };
    years(&mut model, found(id + 1, false));
    assert!(downtime::years(&model).results.is_none(), "not ours");
    let before = model.revision();
    years(&mut model, found(*id, false));
    assert_eq!(model.revision(), before, "the rest is not drawn again");
    let view = downtime::years(&model);
    assert!(
        view.running && view.status.contains("of 10,000 years"),
        "{}",
        view.status
    );
    let results = view.results.unwrap();
    assert_eq!(results.figures.len(), 7);
    assert!(
        results
            .figures
            .iter()
            .flatten()
            .all(|cell| !cell.is_empty())
    );
    assert_eq!(years(&mut model, YearsEvent::Stop), [Effect::StopYears]);
    assert!(downtime::years(&model).halted);
    years(&mut model, YearsEvent::Again);
    assert_eq!(years(&mut model, YearsEvent::Due).len(), 1);
    typed(&mut model, Field::Target, "98");
    assert_ne!(model.revision(), before);
}

#[test]
fn bad_input_has_a_right_answer_or_a_sentence() {
    let mut model = ready("#/downtime");
    let set = |model: &mut Model, field, text: &str| {
        years(model, YearsEvent::Typed(field, text.to_owned()));
    };
    set(&mut model, YearsField::Own, "0");
    set(&mut model, YearsField::Shared, "0");
    let quiet = simulated(&model);
    assert_eq!((quiet.outages, quiet.promises[0].year.hits), (0, 0));
    set(&mut model, YearsField::Own, "3");
    set(&mut model, YearsField::Repair, "0");
    assert!(
        simulated(&model).promises[0].year.hits < 300,
        "only noticing takes time"
    );
    set(&mut model, YearsField::Repair, "8760 h");
    assert!(simulated(&model).promises[0].year.hits > 9_000);
    set(&mut model, YearsField::Repair, "often");
    assert!(
        downtime::years(&model)
            .fields
            .iter()
            .any(|field| !field.error.is_empty())
    );
    typed(&mut model, Field::Target, "0");
    assert_eq!(simulated(&model).promises[0].year.hits, 0);
    typed(&mut model, Field::Target, "100");
    assert!(simulated(&model).promises[0].year.hits > 9_000);
    typed(&mut model, Field::Locations, "10000");
    let many = model.years_asked().unwrap();
    assert!((10..1_000).contains(&many.years), "{}", many.years);
    let event = LabEvent::Period(Period::RollingDays);
    update(&mut model, Event::Lab(event));
    years(&mut model, YearsEvent::Due);
    let view = downtime::years(&model);
    assert!(view.results.is_none() && view.notes[0].contains("not simulated"));
}

#[tokio::test]
async fn a_year_is_drawn() {
    let mut model = ready("#/downtime");
    update(&mut model, Event::Library(LibraryEvent::Sample));
    let effects = years(&mut model, YearsEvent::Due);
    let [Effect::StartYears(id, ask)] = &effects[..] else {
        panic!("{effects:?}")
    };
    let mut job = Job::new(ask).unwrap();
    job.run(|| true);
    let found = std::rc::Rc::new(job.found());
    let done = true;
    let (id, millis) = (*id, 5);
    years(
        &mut model,
        YearsEvent::Found {
            id,
            found,
            done,
            millis,
        },
    );
    let money = downtime::years(&model).results.unwrap().money;
    assert!(money.0[0].1.contains('$'), "{money:?}");
    let html = render(model).await;
    assert!(html.contains("year__mark--") && html.contains("spread__limit"));
    assert!(!html.contains(" style="));
}
