//! Single fields: what is typed, what is stored, what is shown.

use super::super::*;
use super::{TARGET, agreement, all_fields, chosen, field, form, model, path, typed};
use crate::model::{Effect, Event, Model, update};
use engine::agreement::{ClockBasis, CreditScheme, Stated, TimeLimit};
use engine::quantity::{Percent, Seconds};

#[test]
fn a_service_says_what_its_target_allows() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Network));
    typed(&mut model, TARGET, "99");
    chosen(&mut model, path(Place::Service(0), "period"), "two-weeks");
    chosen(
        &mut model,
        path(Place::Service(0), "window"),
        "all-the-time",
    );
    let row = |model: &Model| view(model).remove(1).table.unwrap().rows.remove(0).1;
    assert_eq!(
        row(&model),
        [
            "Network",
            "99%",
            "Every two weeks",
            "3 h 21 min 36 s of 336 h"
        ]
    );
    chosen(&mut model, path(Place::Service(0), "window"), "weekly");
    typed(
        &mut model,
        path(Place::Service(0), "window-hours"),
        "Mon-Thu 8-17, Fri 8-13",
    );
    // 1 % of 2 × 41 h.
    assert_eq!(row(&model)[3], "49 min 12 s of 82 h");
    chosen(
        &mut model,
        path(Place::Service(0), "period"),
        "calendar-month",
    );
    assert_eq!(row(&model)[3], "Depends on the dates: see Downtime");
    chosen(&mut model, path(Place::Service(0), "window"), "");
    assert_eq!(
        row(&model)[3],
        "6 h 43 min 12 s to 7 h 26 min 24 s of 672 h to 744 h, if every hour counts"
    );
}

#[test]
fn a_wrong_text_stays_beside_what_is_stored() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Other));
    typed(&mut model, TARGET, "99.9");
    typed(&mut model, TARGET, "100.0001");
    assert_eq!(field(&model, TARGET).value, "100.0001");
    assert_eq!(
        field(&model, TARGET).error,
        "",
        "nobody is told while typing"
    );
    let said = form(&mut model, FormEvent::Left(TARGET));
    assert!(matches!(&said[..], [Effect::Announce(_)]));
    assert_eq!(form(&mut model, FormEvent::Left(TARGET)), [], "said once");
    assert_eq!(
        field(&model, TARGET).error,
        "100.0001 is above 100. Type a percentage from 0 to 100, such as 99.9."
    );
    assert_eq!(
        agreement(&model).services[0].target,
        Stated::Says(Percent::parse("99.9").unwrap())
    );
    typed(&mut model, TARGET, "99.950");
    assert_eq!(
        field(&model, TARGET).error,
        "",
        "but at once when it is right"
    );
    assert_eq!(field(&model, TARGET).value, "99.950");
    form(&mut model, FormEvent::Left(TARGET));
    assert_eq!(field(&model, TARGET).value, "99.95");
}

#[test]
fn silent_is_not_the_same_as_not_looked_at() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Other));
    typed(&mut model, TARGET, "99");
    form(&mut model, FormEvent::Silent(TARGET, true));
    assert_eq!(agreement(&model).services[0].target, Stated::Silent);
    assert_eq!(
        (
            field(&model, TARGET).value.as_str(),
            field(&model, TARGET).silence
        ),
        ("", Silence::Said)
    );
    form(&mut model, FormEvent::Silent(TARGET, false));
    assert_eq!(agreement(&model).services[0].target, Stated::NotLookedAt);
    chosen(&mut model, path(Place::Service(0), "counting"), "silent");
    assert!(agreement(&model).services[0].counting.is_silent());
}

#[test]
fn letters_of_one_field_are_one_step_back() {
    let mut model = model();
    form(&mut model, FormEvent::AddService(ServiceKind::Other));
    for text in ["9", "99", "99.", "99.9"] {
        typed(&mut model, TARGET, text);
    }
    let effects = update(&mut model, Event::Undo);
    assert!(effects.contains(&Effect::SaveSoon));
    assert_eq!(agreement(&model).services[0].target, Stated::NotLookedAt);
    assert_eq!(field(&model, TARGET).value, "");
}

#[test]
fn times_keep_their_clock() {
    let mut model = model();
    form(&mut model, FormEvent::Add(List::Severities));
    let of = |key| path(Place::Severity(0), key);
    typed(&mut model, of("response"), "30 min");
    let promise = |model: &Model| *agreement(model).severities[0].response.says().unwrap();
    assert_eq!(promise(&model).clock, ClockBasis::SupportHours);
    chosen(&mut model, of("response-clock"), "around-the-clock");
    typed(&mut model, of("response"), "1");
    assert_eq!(
        (promise(&model).limit, promise(&model).clock),
        (TimeLimit::Time(Seconds::HOUR), ClockBasis::AroundTheClock)
    );
    typed(&mut model, of("resolution"), "Next business day");
    assert_eq!(
        agreement(&model).severities[0]
            .resolution
            .says()
            .unwrap()
            .limit,
        TimeLimit::BusinessDays(1)
    );
    assert!(
        all_fields(&model)
            .iter()
            .all(|field| field.path != of("resolution-clock"))
    );
    form(&mut model, FormEvent::Add(List::Severities));
    form(&mut model, FormEvent::Add(List::Severities));
    form(&mut model, FormEvent::Remove(List::Severities, 1));
    form(&mut model, FormEvent::Add(List::Severities));
    let levels: Vec<_> = agreement(&model)
        .severities
        .iter()
        .map(|of| of.level)
        .collect();
    assert!(
        levels.is_sorted() && levels.len() == 3,
        "the gap is filled in its place"
    );
}

#[test]
fn a_credit_table_may_have_gaps() {
    let mut model = model();
    chosen(&mut model, path(Place::Credits, "scheme"), "availability");
    form(&mut model, FormEvent::Add(List::Tiers));
    form(&mut model, FormEvent::Add(List::Tiers));
    for (at, below, end, credit) in [(0, "99.9", "99", "5"), (1, "98", "", "10")] {
        typed(&mut model, path(Place::Tier(at), "below"), below);
        typed(&mut model, path(Place::Tier(at), "down-to"), end);
        typed(&mut model, path(Place::Tier(at), "credit"), credit);
    }
    let Some(CreditScheme::ByAvailability(tiers)) = agreement(&model).credits.scheme.says() else {
        unreachable!()
    };
    assert_eq!(tiers[0].down_to, Percent::parse("99").ok());
    assert_eq!(
        (tiers[1].below, tiers[1].down_to),
        (Percent::parse("98").unwrap(), None)
    );
    chosen(&mut model, path(Place::Credits, "scheme"), "availability");
    form(&mut model, FormEvent::Remove(List::Tiers, 0));
    let Some(CreditScheme::ByAvailability(tiers)) = agreement(&model).credits.scheme.says() else {
        unreachable!()
    };
    assert_eq!(tiers.len(), 1);
}

#[test]
fn the_term_shows_its_dates() {
    let mut model = model();
    typed(&mut model, path(Place::Term, "starts"), "3/1/2024");
    typed(&mut model, path(Place::Term, "months"), "3 years");
    chosen(&mut model, path(Place::Term, "renewal"), "automatic");
    typed(&mut model, path(Place::Term, "notice"), "60");
    let facts = view(&model)
        .into_iter()
        .find(|section| section.id == "term")
        .unwrap()
        .facts;
    let dates: Vec<&str> = facts.iter().map(|(_, date)| date.as_str()).collect();
    assert_eq!(dates, ["February 28, 2027", "December 30, 2026"]);
}
