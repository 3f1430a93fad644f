//! Links: they arrive, open what they name, and give nothing away.

use crate::support::html::{Element, parse};
use crate::support::{catalogue, ready, render};
use crate::{everywhere, states};
use engine::assessment::ProtectionId;
use sla_gap::model::{Event, update};
use sla_gap::routes::Route;
use std::collections::{BTreeMap, BTreeSet};

#[tokio::test]
async fn links_arrive() {
    let mut pages = BTreeMap::new();
    for route in Route::ALL {
        for (state, model) in states(route.hash()) {
            pages.insert((route.hash(), state), parse(&render(model).await));
        }
    }
    let names: Vec<&str> = Route::ALL
        .iter()
        .map(|route| route.hash().trim_start_matches("#/"))
        .chain(["assess"])
        .collect();
    let mut problems = BTreeSet::new();
    let links = pages
        .values()
        .flatten()
        .filter(|element| element.name == "a");
    for (link, text) in links.filter_map(|link| Some((link.get("href")?, &link.text))) {
        let Some(path) = link.strip_prefix("#/") else {
            // A mail to the firm whose tool it is.
            if link.starts_with("mailto:") {
                continue;
            }
            let outward = link.starts_with("https://") || link.starts_with("http://");
            if !outward && link != "#page-title" {
                problems.insert(format!("`{link}` ({text}) is no address of the app"));
            }
            continue;
        };
        let (name, place) = path.split_once('/').unwrap_or((path, ""));
        if !names.contains(&name) {
            problems.insert(format!("`{link}` ({text}) is no screen"));
        } else if let Ok(id) = place.parse::<ProtectionId>() {
            if catalogue().protection(id).is_none() {
                problems.insert(format!("`{link}` ({text}) is no protection"));
            }
        } else if !place.is_empty() {
            let (route, place) = Route::parse(link);
            let arrives = |state| {
                pages[&(route.hash(), state)]
                    .iter()
                    .any(|element| element.get("id") == place)
            };
            if !arrives("20 answers") && !arrives("a firm to reach") {
                problems.insert(format!(
                    "`{link}` ({text}) leads to a place that is not there"
                ));
            }
        }
    }
    assert!(
        problems.is_empty(),
        "{}",
        problems.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[tokio::test]
async fn links_outward_give_nothing_away() {
    everywhere(|all| {
        let outward = all
            .iter()
            .filter(|element| element.get("href").is_some_and(|to| to.starts_with("http")));
        outward
            .filter(|link| {
                link.get("rel") != Some("noreferrer noopener")
                    || link.get("target") != Some("_blank")
            })
            .map(|link| format!("{:?}", link.attributes))
            .collect()
    })
    .await;
}

/// Opens an address and says whether its place is there and stands open.
async fn arrives(address: &str) -> bool {
    let all = parse(&render(ready(address)).await);
    let (_, place) = Route::parse(address);
    let Some(target) = all.iter().find(|element| element.get("id") == place) else {
        return false;
    };
    let closed = |element: &Element| element.name == "details" && element.get("open").is_none();
    !closed(target)
        && !target.within.iter().any(|at| closed(&all[*at]))
        && target.get("tabindex") == Some("-1")
}

#[tokio::test]
async fn deep_links_open_what_they_name() {
    let catalogue = catalogue();
    for question in catalogue.questions() {
        assert!(
            arrives(&["#/learn/faq-", &question.id].concat()).await,
            "{}",
            question.id
        );
    }
    for term in catalogue.terms().iter().step_by(7) {
        assert!(
            arrives(&["#/learn/term-", &term.id].concat()).await,
            "{}",
            term.id
        );
    }
    for schedule in catalogue.schedules() {
        assert!(
            arrives(&["#/learn/schedule-", &schedule.id].concat()).await,
            "{}",
            schedule.id
        );
    }
    for source in catalogue.sources().iter().step_by(7) {
        assert!(
            arrives(&["#/method/source-", &source.key].concat()).await,
            "{}",
            source.key
        );
    }
    assert!(arrives("#/method/weights-HC").await);
    // A question that no depth shows yet, at the start and by a link from another screen.
    assert!(arrives("#/assess/HC-01").await, "the question is not shown");
    let mut model = ready("#/learn");
    update(&mut model, Event::RouteChanged("#/assess/EX-02".to_owned()));
    assert!(
        parse(&render(model).await)
            .iter()
            .any(|element| element.get("id") == Some("EX-02"))
    );
    assert!(!arrives("#/learn/faq-nothing").await);
}
