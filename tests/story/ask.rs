//! What to ask for instead: two promises side by side.

use super::*;

#[test]
fn the_recommended_baseline_passes_this_pages_own_judgment() {
    for model in [ready("#/downtime"), sample("#/downtime")] {
        let view = compared(&model);
        assert!(view.against.chosen.starts_with("baseline:"));
        assert_eq!(view.judged, "The other promise passes all 6 checks.");
        assert!(view.rules.iter().all(|(_, _, other)| *other));
    }
    let mut model = ready("#/downtime");
    say(&mut model, LabEvent::Compare(TWO_WEEKS.to_owned()));
    let view = compared(&model);
    assert_eq!(view.judged, "The other promise passes 5 of 6 checks.");
    assert!(
        view.rows[1..7]
            .iter()
            .all(|row| row.difference == "The same"),
        "the form begins with the same promise"
    );
    typed(&mut model, Field::Target, "99.9");
    let view = compared(&model);
    assert_eq!(text(&view.rows[1].own), "20 min 9.6 s");
    assert_eq!(view.rows[1].difference, "3 h 1 min 26.4 s more");
    assert_eq!(text(&view.rows[4].other), "6 h 43 min 12 s");
    assert!(
        view.rows[6].difference.ends_with("less"),
        "{}",
        view.rows[6].difference
    );
}

#[test]
fn every_promise_of_the_list_can_be_compared_with() {
    let model = sample("#/downtime");
    let view = compared(&model);
    assert_eq!(view.against.groups.len(), 4);
    for (key, name) in view
        .against
        .groups
        .into_iter()
        .flat_map(|(_, options)| options)
    {
        let mut model = model.clone();
        say(&mut model, LabEvent::Compare(key));
        let view = compared(&model);
        assert!(
            view.rows.iter().all(|row| !text(&row.other).is_empty()),
            "{name}"
        );
        assert!(text(&view.rows[7].own).starts_with('$'), "{name}");
    }
}

#[test]
fn any_promise_of_the_list_can_be_put_in_the_form() {
    let model = sample("#/downtime");
    let groups = compared(&model).against.groups;
    for (key, name) in groups.into_iter().flat_map(|(_, options)| options) {
        let mut model = model.clone();
        say(&mut model, LabEvent::Compare(key));
        let take = compared(&model).take;
        say(&mut model, take);
        let view = compared(&model);
        for row in &view.rows {
            assert_eq!(text(&row.own), text(&row.other), "{name}: {}", row.name);
        }
        assert!(view.rules.iter().all(|(_, own, other)| own == other));
    }
}

#[test]
fn the_baselines_maintenance_leaves_the_opening_hours_alone() {
    let model = sample("#/downtime");
    let view = compared(&model);
    assert_eq!(view.planned, None, "none of it falls into opening hours");
    let service = model.baseline_services()[0].id.clone();
    let mut model = model.with_promise(&["baseline:", &service].concat());
    let promised = wording(&model, &model.question());
    assert_eq!(promised.maintenance, Some("outside"));
    let labels: Vec<&str> = promised.bars.iter().map(|bar| bar.label).collect();
    assert!(
        !labels.contains(&"Planned maintenance is left out"),
        "{labels:?}"
    );
    // The same four hours at any time take opening hours, and the page's own check says so.
    say(
        &mut model,
        LabEvent::Wording(WordingEvent::Maintenance(MaintenanceHours::AnyTime)),
    );
    let at_any_time = wording(&model, &model.question());
    let (before, after) = (&promised.bars, &at_any_time.bars);
    assert!(after[after.len() - 1].width < before[before.len() - 1].width);
    assert!(!compared(&model).rules[3].1);
    // Placed by hand, planned work ends where a location opens.
    say(
        &mut model,
        LabEvent::Wording(WordingEvent::Maintenance(
            MaintenanceHours::OutsideOpeningHours,
        )),
    );
    assert!(moved(&mut model, FallEvent::Ask(Extreme::OnePeriod)).kept);
    assert!(!moved(&mut model, FallEvent::Longer(900)).kept);
}

#[test]
fn credits_and_longest_outages_open_to_their_derivation() {
    let model = sample("#/downtime");
    let view = compared(&model);
    let derived = |cell: &Cell| match cell {
        Cell::Figure(shown) => shown.derivation.clone(),
        Cell::Text(text) => panic!("{text} has no derivation"),
    };
    for row in [&view.rows[3], &view.rows[4]] {
        let inputs = derived(&row.other).inputs;
        assert_eq!(inputs[0].name, "Hours of the outage that are measured");
        assert!(inputs.iter().all(|input| !input.value.is_empty()));
    }
    let credit = &view.rows[8];
    assert!(credit.name.starts_with("Credit for 8"), "{}", credit.name);
    // 8 of about 190 opening hours are below 99% and above 95%: the second row of the baseline's table.
    assert_eq!(text(&credit.other), "25%");
    assert!(derived(&credit.other).formula.contains("share of the fee"));
}

#[test]
fn an_agreements_service_brings_its_wording_along() {
    let mut model = ready("#/downtime");
    update(&mut model, Event::Library(LibraryEvent::Sample));
    let service = model
        .record()
        .unwrap()
        .agreement
        .services
        .iter()
        .find(|service| service.target.says().is_some())
        .unwrap()
        .id
        .clone();
    worded(&mut model, WordingField::Grace, "9 min");
    say(
        &mut model,
        LabEvent::Promise(["agreed:", &service].concat()),
    );
    assert_eq!(model.lab.wording.grace.text, "0 min");
}
