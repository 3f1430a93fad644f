//! The three scores, their lines, their floors and the chart.

use crate::{answered, id, results, say, with_client};
use engine::agreement::{
    ClockBasis, Coverage, Location, Locations, Service, Severity, SeverityLevel, Stated, TimeLimit,
    TimePromise,
};
use engine::assessment::{Answer, ProtectionId};
use engine::quantity::{Percent, Seconds};
use sla_gap::model::view::results as view;
use sla_gap::model::{Edit, Event, Model, update};

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
        say(&mut model, id(of), Answer::Yes);
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
        say(&mut model, *of, answer);
    }
    assert!(
        title(&model).ends_with("is the weakest group: 0%"),
        "{}",
        title(&model)
    );
    for of in all {
        say(&mut model, of, Answer::Yes);
    }
    assert_eq!(title(&model), "Every group is fully covered");
}
