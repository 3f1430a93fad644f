//! The results page: what it says for given answers, and that it is sound HTML.

#![allow(clippy::unwrap_used)]

#[path = "../support/mod.rs"]
mod support;

use chrono::NaiveDate;
use engine::agreement::{
    ClockBasis, Coverage, Location, Locations, Notice, Renewal, Service, Severity, SeverityLevel,
    Stated, TimeLimit, TimePromise,
};
use engine::assessment::{Answer, AskState, ProtectionId, Response};
use engine::client::Client;
use engine::quantity::{Percent, Seconds};
use sla_gap::model::plan::Plan;
use sla_gap::model::view::results::{self as view, Stage};
use sla_gap::model::{Edit, Effect, Event, Model, Results, ViewEvent, update};
use std::rc::Rc;
use support::{blank, catalogue, render};

fn id(text: &str) -> ProtectionId {
    text.parse().unwrap()
}

/// A model on the results page with these answers.
fn answered(answers: &[(&str, Answer)]) -> Model {
    let mut model = blank("#/results");
    update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    for (of, answer) in answers {
        update(
            &mut model,
            Event::Edited(Edit::Response(id(of), Response::Answered(*answer))),
        );
    }
    model
}

/// Changes the client behind the model's back, as a file or the commitments would, and evaluates again.
fn with_client(model: &mut Model, edit: impl FnOnce(&mut Client)) {
    let mut client = (*model.open.client).clone();
    edit(&mut client);
    model.open.client = Rc::new(client);
    update(model, Event::Edited(Edit::Reason("changed".into())));
}

fn results(model: &Model) -> Rc<Results> {
    model.findings.clone().unwrap()
}

fn plan(model: &Model) -> Option<String> {
    Plan::of(model, model.catalogue.ready().unwrap(), &results(model))
        .unwrap()
        .text()
}

#[test]
fn nothing_answered_is_not_zero_percent() {
    let model = blank("#/results");
    assert!(matches!(view::stage(&model), Stage::Waiting));
    let model = answered(&[]);
    assert!(matches!(view::stage(&model), Stage::Empty));
    let model = answered(&[("SC-01", Answer::Unknown)]);
    assert!(matches!(view::stage(&model), Stage::Ready(..)));
}

#[test]
fn the_lines_add_up_to_the_score() {
    let model = answered(&[
        ("SC-01", Answer::Yes),
        ("SC-02", Answer::Partly),
        ("RM-01", Answer::No),
        ("CT-01", Answer::Unknown),
    ]);
    let results = results(&model);
    let [multi, complete] = view::scores(&model, model.catalogue.ready().unwrap(), &results);
    let number = |text: &str| text.parse::<f64>().unwrap();
    for (score, of) in [
        (&multi, &results.findings.multi_location),
        (&complete, &results.findings.completeness),
    ] {
        let (mut low, mut full) = (0.0, 0.0);
        for line in &score.breakdown.lines {
            let (points, most) = line.points.split_once(" of ").unwrap();
            low += number(points.split(" to ").next().unwrap());
            full += number(most);
            assert_eq!(line.weight, most, "full credit is the weight: {}", line.id);
        }
        let exact = of.low().unwrap();
        assert!((low / full - f64::from(exact.num()) / f64::from(exact.den())).abs() < 1e-12);
        let said = [" of ", &full.to_string(), " points"].concat();
        assert!(
            score.breakdown.sum.contains(&said),
            "{}",
            score.breakdown.sum
        );
    }
    let partly = complete
        .breakdown
        .lines
        .iter()
        .find(|line| line.id == "SC-02")
        .unwrap();
    assert_eq!(partly.points, "1.5 of 3");
    assert!(
        complete.open.contains("1 is answered \"Don't know\""),
        "{}",
        complete.open
    );
}

#[test]
fn four_gaps_are_a_range_until_decided() {
    let mut model = answered(&[("ML-05", Answer::Yes), ("ML-06", Answer::Partly)]);
    let four = |model: &Model| view::four(model, model.catalogue.ready().unwrap(), &results(model));
    let range = four(&model);
    assert_eq!(
        (range.figure.as_str(), range.low, range.high),
        ("1 to 3 of 4", 25, 75)
    );
    assert!(range.verdict.is_none());
    for of in ["ML-02", "SC-01"] {
        update(
            &mut model,
            Event::Edited(Edit::Response(id(of), Response::Answered(Answer::Yes))),
        );
    }
    let decided = four(&model);
    assert_eq!(decided.figure, "3 of 4");
    assert_eq!(
        decided.verdict.map(|verdict| verdict.0),
        Some("Some gaps are still open")
    );
    // Beside the four stands the organization-wide incident.
    assert_eq!(
        decided.breakdown.lines.last().map(|line| line.id.as_str()),
        Some("ML-04")
    );
    with_client(&mut model, |client| {
        client.organization.locations = Locations::Count(1);
    });
    let one = four(&model);
    assert_eq!(one.figure, "N/A");
    assert!(one.verdict.is_none());
}

#[test]
fn own_weights_are_named_with_the_standard_score() {
    let mut model = answered(&[("SC-02", Answer::Yes)]);
    let before = view::scores(&model, model.catalogue.ready().unwrap(), &results(&model));
    assert!(before[1].standard.is_none());
    update(&mut model, Event::Edited(Edit::Weight(id("SC-02"), 5)));
    let catalogue = model.catalogue.ready().unwrap();
    let after = view::scores(&model, catalogue, &results(&model));
    assert!(
        after[1]
            .standard
            .as_ref()
            .unwrap()
            .contains(&before[1].figure)
    );
    let changed = view::changed_weights(model.words, catalogue, &results(&model));
    assert_eq!(
        changed,
        ["SC-02 Response time for each severity: weight 5 instead of 3"]
    );
}

#[test]
fn floors_speak_of_this_agreement() {
    let mut model = answered(&[
        ("SC-02", Answer::Yes),
        ("SC-03", Answer::No),
        ("SL-03", Answer::Yes),
        ("SL-04", Answer::No),
        ("ML-01", Answer::Opposite),
    ]);
    with_client(&mut model, |client| {
        let named = |id: &str, name: &str| Location {
            id: id.into(),
            name: name.into(),
            ..Location::default()
        };
        client.organization.locations =
            Locations::Named(vec![named("l1", "Elm St"), named("l2", "Oak St")]);
        let agreement = &mut client.agreements.last_mut().unwrap().agreement;
        agreement.severities = vec![Severity {
            level: SeverityLevel::Critical,
            name: "P1".into(),
            definition: Stated::NotLookedAt,
            response: Stated::Says(TimePromise {
                limit: TimeLimit::Time(Seconds::new(14_400)),
                clock: ClockBasis::AroundTheClock,
            }),
            resolution: Stated::Silent,
            update_every: Stated::NotLookedAt,
        }];
        agreement.services = vec![Service {
            id: "s1".into(),
            name: "Network".into(),
            target: Stated::Says(Percent::parse("99").unwrap()),
            period: Stated::Silent,
            coverage: Stated::Says(Coverage::Listed(vec!["l1".into()])),
            ..Service::default()
        }];
    });
    let floors = view::floors(&model, model.catalogue.ready().unwrap(), &results(&model));
    let own = |id: &str| {
        floors
            .iter()
            .find(|floor| floor.id == id)
            .unwrap()
            .own
            .join(" | ")
    };
    assert_eq!(
        own("response-without-resolution"),
        "In this agreement, P1 promises a response within 4 h and no resolution time."
    );
    assert_eq!(
        own("standard-without-period"),
        "In this agreement, Network promises 99% and no period. That allows 3 h 21 min 36 s over two weeks or \
         3 d 15 h 36 min over a year of 365 days."
    );
    assert_eq!(own("locations-excluded"), "Not listed for Network: Oak St.");
}

#[test]
fn the_charts_title_claims_only_what_is_certain() {
    let mut model = answered(&[("BR-01", Answer::No)]);
    let title = |model: &Model| {
        view::chart(
            model.words,
            model.catalogue.ready().unwrap(),
            &results(model),
        )
        .title
    };
    assert!(
        title(&model).contains("at most, the lowest of all groups"),
        "{}",
        title(&model)
    );
    let all: Vec<ProtectionId> = model
        .catalogue
        .ready()
        .unwrap()
        .protections()
        .iter()
        .map(|found| found.id)
        .collect();
    for of in &all {
        let answer = if of.group().as_str() == "BR" {
            Answer::No
        } else {
            Answer::Yes
        };
        update(
            &mut model,
            Event::Edited(Edit::Response(*of, Response::Answered(answer))),
        );
    }
    assert!(
        title(&model).ends_with("is the weakest group: 0%"),
        "{}",
        title(&model)
    );
    for of in all {
        update(
            &mut model,
            Event::Edited(Edit::Response(of, Response::Answered(Answer::Yes))),
        );
    }
    assert_eq!(title(&model), "Every group is fully covered");
}

#[test]
fn the_first_ten_gaps_then_all() {
    let mut model = answered(&[]);
    let first: Vec<ProtectionId> = model
        .catalogue
        .ready()
        .unwrap()
        .protections()
        .iter()
        .map(|found| found.id)
        .take(14)
        .collect();
    for of in first {
        update(
            &mut model,
            Event::Edited(Edit::Response(of, Response::Answered(Answer::No))),
        );
    }
    let gaps = view::gaps(&model, &results(&model));
    assert_eq!((gaps.cards.len(), gaps.total), (10, 14));
    assert_eq!(gaps.count, "14 gaps. The first 10 are shown.");
    update(&mut model, Event::View(ViewEvent::AllGaps));
    assert_eq!(view::gaps(&model, &results(&model)).cards.len(), 14);
    update(&mut model, Event::View(ViewEvent::AllGaps));
    let last = results(&model).gaps.last().unwrap().id.to_string();
    update(
        &mut model,
        Event::RouteChanged(["#/results/gap-", &last].concat()),
    );
    assert!(
        view::gaps(&model, &results(&model))
            .cards
            .iter()
            .any(|card| card.id.to_string() == last)
    );
}

#[test]
fn one_answer_changes_one_card_only() {
    let mut model = answered(&[
        ("SC-01", Answer::No),
        ("SC-02", Answer::No),
        ("SC-03", Answer::Opposite),
    ]);
    let before = view::gaps(&model, &results(&model)).cards;
    assert!(
        before[0]
            .because
            .starts_with("Why it ranks here: the agreement says the opposite; a must-have;")
    );
    update(
        &mut model,
        Event::Edited(Edit::AskOwner(id("SC-02"), "Kim".into())),
    );
    let after = view::gaps(&model, &results(&model)).cards;
    let changed: Vec<String> = before
        .iter()
        .zip(&after)
        .filter(|(a, b)| a != b)
        .map(|(_, card)| card.id.to_string())
        .collect();
    assert_eq!(changed, ["SC-02"]);
}

#[test]
fn a_link_to_a_question_brings_it_to_the_screen() {
    let mut model = answered(&[]);
    let effects = update(&mut model, Event::RouteChanged("#/assess/CT-12".into()));
    assert!(effects.contains(&Effect::Focus("CT-12".into())));
    let groups = sla_gap::model::view::assess::groups(&model);
    assert!(
        groups
            .iter()
            .flat_map(|group| &group.cards)
            .any(|card| card.id == id("CT-12"))
    );
}

#[test]
fn what_to_ask_the_provider_holds_the_unknown_only() {
    let model = answered(&[
        ("SC-01", Answer::Unknown),
        ("ML-05", Answer::Unknown),
        ("SC-03", Answer::Yes),
    ]);
    let catalogue = model.catalogue.ready().unwrap();
    let (unknown, unanswered) = view::find_out(model.words, catalogue, &results(&model));
    assert_eq!(unknown.rows.len(), 2);
    assert!(
        unknown
            .text
            .contains(&catalogue.protection(id("ML-05")).unwrap().question)
    );
    assert!(
        !unknown
            .text
            .contains(&catalogue.protection(id("SC-02")).unwrap().question)
    );
    assert!(
        unanswered
            .rows
            .iter()
            .all(|(of, _)| of != "SC-03" && of != "SC-01")
    );
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

#[tokio::test(flavor = "current_thread")]
async fn the_page_is_sound() {
    let mut full = answered(&[
        ("SC-01", Answer::Yes),
        ("SC-02", Answer::Yes),
        ("SC-03", Answer::Opposite),
        ("ML-05", Answer::Unknown),
        ("ML-06", Answer::No),
        ("RM-01", Answer::No),
    ]);
    update(
        &mut full,
        Event::Edited(Edit::Response(
            id("CT-01"),
            Response::NotApplicable {
                reason: "<i>none</i>".into(),
            },
        )),
    );
    update(&mut full, Event::Edited(Edit::Weight(id("SC-02"), 5)));
    for of in full
        .catalogue
        .ready()
        .unwrap()
        .readiness()
        .listen_for
        .clone()
    {
        update(&mut full, Event::View(ViewEvent::Readiness(of.id, 2)));
    }
    for model in [
        blank("#/results"),
        answered(&[]),
        answered(&[("SC-01", Answer::Yes)]),
        full,
    ] {
        let page = render(model).await;
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(!page.contains("style=\""));
        assert!(!page.contains("<i>none"), "what was typed is text");
        let ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "every id stands once");
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for named in page
                .split(&[" ", attribute, "=\""].concat())
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                assert!(
                    named.split(' ').all(|id| ids.contains(&id)),
                    "{attribute}={named}"
                );
            }
        }
        let mut level = 1;
        for heading in page.split("<h").skip(1) {
            let Some(next) = heading.chars().next().and_then(|digit| digit.to_digit(10)) else {
                continue;
            };
            assert!(
                next <= level + 1,
                "h{next} after h{level}: {}",
                &heading[..heading.len().min(80)]
            );
            level = next;
        }
        for text in page.split('>').filter_map(|part| part.split('<').next()) {
            assert!(!text.contains('{'), "an empty place: {text}");
        }
    }
}
