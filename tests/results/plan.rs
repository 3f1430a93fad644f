//! The plan, and how ready the provider is.

use crate::{answered, id, results, with_client};
use chrono::NaiveDate;
use engine::agreement::{Notice, Renewal, Stated};
use engine::assessment::{Answer, AskState};
use sla_gap::model::plan::Plan;
use sla_gap::model::view::results as view;
use sla_gap::model::{Edit, Event, Model, ViewEvent, update};

fn plan(model: &Model) -> Option<String> {
    Plan::of(model, model.catalogue.ready().unwrap(), &results(model))
        .unwrap()
        .text()
}

#[test]
fn the_readiness_band_waits_until_it_is_decided() {
    let mut model = answered(&[]);
    let points: Vec<String> = model
        .catalogue
        .ready()
        .unwrap()
        .readiness()
        .listen_for
        .iter()
        .map(|of| of.id.clone())
        .collect();
    let sum = |model: &Model| view::readiness(model, model.catalogue.ready().unwrap());
    assert!(sum(&model).band.is_none());
    for (at, of) in points.iter().enumerate() {
        update(
            &mut model,
            Event::View(ViewEvent::Readiness(
                of.clone(),
                if at == 0 { 1 } else { 3 },
            )),
        );
        let now = sum(&model);
        assert_eq!(now.left.is_empty(), at + 1 == points.len());
        // 28 of 30 is the highest band, and only the last point reaches it.
        assert_eq!(
            now.band.is_some(),
            at + 1 == points.len(),
            "after {at}: {}",
            now.sum
        );
    }
    assert_eq!(sum(&model).sum, "28 of 30 points");
}

#[test]
fn the_plan_holds_asks_dates_and_what_was_settled() {
    let mut model = answered(&[
        ("SC-03", Answer::No),
        ("SC-02", Answer::Partly),
        ("ML-05", Answer::No),
        ("RM-01", Answer::Opposite),
    ]);
    assert!(plan(&answered(&[("SC-03", Answer::Yes)])).is_none());
    with_client(&mut model, |client| {
        client.name = "Bright\nSmiles \u{202E}puorG <b>".into();
        let record = client.agreements.last_mut().unwrap();
        record.agreement.name = "Managed services {n}".into();
        record.agreement.term.starts = Stated::Says(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap());
        record.agreement.term.initial_months = Stated::Says(12);
        record.agreement.term.renewal = Stated::Says(Renewal::Automatic(12));
        record.agreement.term.notice = Stated::Says(Notice::Days(60));
        record.assessments.last_mut().unwrap().prepared_by = "Kim".into();
    });
    for (of, state) in [
        ("ML-05", AskState::Agreed),
        ("SC-02", AskState::Refused),
        ("RM-01", AskState::Offered),
    ] {
        update(&mut model, Event::Edited(Edit::AskState(id(of), state)));
    }
    update(
        &mut model,
        Event::Edited(Edit::AskCounter(id("RM-01"), "Half a\nday".into())),
    );
    let text = plan(&model).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "Subject: Changes we ask for in the agreement Managed services {n}"
    );
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.contains('\u{202E}'))
            .count(),
        1
    );
    assert!(text.contains("Customer: \u{2068}Bright Smiles \u{202E}puorG <b>\u{2069}"));
    assert!(
        text.contains("Last day for notice: December 30, 2026."),
        "{text}"
    );
    assert!(text.contains("The current term ends on February 28, 2027."));
    // The red flag comes first; what was agreed or refused is asked for no more.
    let asks: Vec<&&str> = lines
        .iter()
        .filter(|line| line.ends_with("-01)") || line.ends_with("-03)"))
        .collect();
    assert!(
        asks[0].starts_with("1. ") && asks[0].ends_with("(RM-01)"),
        "{asks:?}"
    );
    assert!(
        asks[1].starts_with("2. ") && asks[1].ends_with("(SC-03)"),
        "{asks:?}"
    );
    assert!(text.contains("Your wording: Half a day"));
    assert!(text.contains("Offered on November 23, 2026."));
    let (agreed, refused) = (
        text.find("Already agreed").unwrap(),
        text.find("Refused so far").unwrap(),
    );
    assert!(text[agreed..refused].contains("(ML-05), November 23, 2026"));
    assert!(text[refused..].contains("(SC-02), November 23, 2026"));
    let catalogue = model.catalogue.ready().unwrap();
    assert!(text.contains(&catalogue.protection(id("SC-03")).unwrap().clause));
    assert!(!text.contains(&catalogue.protection(id("SC-02")).unwrap().clause));
    assert!(text.ends_with(&catalogue.verdicts().disclaimer));
    assert!(text.contains("Prepared by: Kim") && text.contains("Catalog version: test"));
}
