//! Every screen, rendered without a browser, in every state that it can be met in: its structure holds together.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use engine::assessment::ProtectionId;
use engine::rubric::Depth;
use sla_gap::model::{
    Event, LibraryEvent, Model, SaveOutcome, StoreProblem, Stored, ViewEvent, update,
};
use sla_gap::routes::Route;
use std::collections::{BTreeMap, BTreeSet};
use support::html::{Element, parse};
use support::{answered, blank, catalogue, ready, render};

/// The states in which every screen is looked at.
fn states(address: &str) -> Vec<(&'static str, Model)> {
    let after = |mut model: Model, events: Vec<Event>| {
        for event in events {
            update(&mut model, event);
        }
        model
    };
    let first = catalogue().protections()[0].id;
    let all = vec![
        Event::View(ViewEvent::Depth(Depth::Full)),
        Event::View(ViewEvent::Details(first)),
        Event::View(ViewEvent::Details("ML-06".parse().unwrap())),
    ];
    let id = ready(address).open.client.id.clone();
    let conflict = SaveOutcome::Conflict(Stored {
        id: id.clone(),
        revision: 9,
        file: "{".to_owned(),
    });
    vec![
        ("blank", blank(address)),
        (
            "no catalogue",
            after(
                blank(address),
                vec![Event::CatalogueArrived(Err("<404>".to_owned()))],
            ),
        ),
        ("nothing answered", ready(address)),
        ("20 answers", answered(address)),
        ("every question open", after(answered(address), all)),
        (
            "not kept",
            after(
                answered(address),
                vec![Event::StoreFailed(StoreProblem::Full)],
            ),
        ),
        (
            "two tabs",
            after(
                answered(address),
                vec![
                    Event::SaveDue,
                    Event::Saved {
                        id: id.clone(),
                        outcome: conflict,
                    },
                ],
            ),
        ),
        (
            "a message",
            after(
                answered(address),
                vec![Event::Library(LibraryEvent::Delete(id))],
            ),
        ),
    ]
}

/// Runs a check on every screen in every state; what it finds is listed together.
async fn everywhere(check: impl Fn(&[Element]) -> Vec<String>) {
    let mut problems = BTreeMap::<String, BTreeSet<String>>::new();
    for route in Route::ALL {
        for (state, model) in states(route.hash()) {
            for problem in check(&parse(&render(model).await)) {
                problems
                    .entry([route.hash(), ": ", &problem].concat())
                    .or_default()
                    .insert(state.to_owned());
            }
        }
    }
    let list: Vec<String> = problems
        .iter()
        .map(|(problem, states)| format!("{problem} {states:?}"))
        .collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
}

fn heading_level(element: &Element) -> Option<u8> {
    match element.name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

fn is_hidden(all: &[Element], element: &Element) -> bool {
    element.get("hidden").is_some()
        || element
            .within
            .iter()
            .any(|place| all[*place].get("hidden").is_some())
}

#[tokio::test]
async fn one_title_and_headings_in_order() {
    everywhere(|all| {
        let mut problems = Vec::new();
        let titles: Vec<_> = all.iter().filter(|element| element.name == "h1").collect();
        match titles[..] {
            [title]
                if title.get("id") == Some("page-title") && title.get("tabindex") == Some("-1") => {
            }
            _ => problems.push(format!(
                "{} titles, or one that cannot take the focus",
                titles.len()
            )),
        }
        let mut last = 0;
        for heading in all.iter().filter(|element| !is_hidden(all, element)) {
            let Some(level) = heading_level(heading) else {
                continue;
            };
            let text = heading.text.trim();
            if text.is_empty() {
                problems.push(format!("an empty h{level}"));
            }
            if last > 0 && level > last + 1 {
                problems.push(format!("h{level} `{text}` follows h{last}"));
            }
            last = level;
        }
        problems
    })
    .await;
}

#[tokio::test]
async fn ids_are_unique_and_references_arrive() {
    everywhere(|all| {
        let mut problems = Vec::new();
        let mut ids = BTreeSet::new();
        for id in all.iter().filter_map(|element| element.get("id")) {
            if id.is_empty() || id.contains(char::is_whitespace) {
                problems.push(format!("`{id}` is not an id"));
            }
            if !ids.insert(id) {
                problems.push(format!("the id `{id}` stands twice"));
            }
        }
        for element in all {
            let name = &element.name;
            for attribute in [
                "for",
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
                "list",
            ] {
                for id in element.ids(attribute) {
                    if !ids.contains(id) {
                        problems.push(format!("{name} {attribute}=`{id}` leads nowhere"));
                    }
                }
            }
        }
        problems
    })
    .await;
}

#[tokio::test]
async fn every_control_has_a_name() {
    everywhere(|all| {
        let labels: BTreeSet<&str> = all
            .iter()
            .filter(|element| element.name == "label")
            .filter_map(|label| label.get("for"))
            .collect();
        let mut problems = Vec::new();
        for element in all.iter().filter(|element| !is_hidden(all, element)) {
            let said = |name: &str| {
                element
                    .get(name)
                    .is_some_and(|text| !text.trim().is_empty())
            };
            let named = said("aria-label") || !element.ids("aria-labelledby").is_empty();
            let worded = !element.text.trim().is_empty();
            let fine = match element.name.as_str() {
                "input" | "textarea" | "select" => {
                    let around = element
                        .within
                        .iter()
                        .any(|at| all[*at].name == "label" && !all[*at].text.trim().is_empty());
                    named || around || element.get("id").is_some_and(|id| labels.contains(id))
                }
                "button" | "a" | "summary" | "legend" | "label" | "th" => named || worded,
                "nav" | "aside" | "dialog" => named,
                "svg" => {
                    element.get("aria-hidden") == Some("true")
                        || (element.get("role") == Some("img") && named)
                }
                _ => !matches!(element.get("role"), Some("region" | "group")) || named,
            };
            if !fine {
                problems.push(format!(
                    "{} {:?} has no name",
                    element.name, element.attributes
                ));
            }
        }
        problems
    })
    .await;
}

#[tokio::test]
async fn words_are_finished() {
    everywhere(|all| {
        let mut problems = Vec::new();
        for element in all {
            let shown = ["aria-label", "title", "placeholder", "alt"]
                .into_iter()
                .filter_map(|name| element.get(name));
            for text in shown.chain([element.text.as_str()]) {
                // The one brace that a person typed.
                let text = text.replace("<i>no</i> {n}", "");
                if let Some(at) = text.find('{') {
                    problems.push(format!(
                        "a place is left open: {}",
                        text[at..].chars().take(40).collect::<String>()
                    ));
                }
            }
            let leaf = !all.iter().any(|other| {
                other
                    .within
                    .last()
                    .is_some_and(|at| std::ptr::eq(&raw const all[*at], element))
            });
            let words = element.text.to_lowercase();
            let mut words = words.split(|letter: char| !letter.is_alphanumeric());
            if leaf
                && let Some(word) =
                    words.find(|word| ["seed", "seeds", "corpus", "todo", "lorem"].contains(word))
            {
                problems.push(format!("`{word}` in `{}`", element.text));
            }
            if element.get("style").is_some() {
                problems.push(format!(
                    "{} has a style of its own, which the security policy forbids",
                    element.name
                ));
            }
        }
        problems
    })
    .await;
}

#[tokio::test]
async fn what_people_type_stays_text() {
    for route in Route::ALL {
        for (state, model) in states(route.hash()) {
            let html = render(model).await;
            for markup in ["<b>", "<i>", "<script", "<404>"] {
                assert!(
                    !html.contains(markup),
                    "{markup} became markup on {} ({state})",
                    route.hash()
                );
            }
        }
    }
}

#[tokio::test]
async fn tables_have_heads_and_can_be_scrolled() {
    everywhere(|all| {
        let mut problems = Vec::new();
        for (at, table) in all
            .iter()
            .enumerate()
            .filter(|(_, element)| element.name == "table")
        {
            let framed = table.within.iter().any(|at| {
                let around = &all[*at];
                around
                    .get("class")
                    .is_some_and(|class| class.contains("table-frame"))
                    && around.get("tabindex") == Some("0")
                    && around.get("role") == Some("region")
            });
            if !framed {
                problems.push("a table without its frame".to_owned());
            }
            let inside = || all.iter().filter(|element| element.within.contains(&at));
            if !inside().any(|element| element.name == "tbody") {
                problems.push("a table without tbody".to_owned());
            }
            for cell in inside().filter(|element| element.name == "th") {
                if !matches!(
                    cell.get("scope"),
                    Some("col" | "row" | "colgroup" | "rowgroup")
                ) {
                    problems.push(format!("th `{}` without scope", cell.text));
                }
            }
        }
        problems
    })
    .await;
}

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
            if !arrives("20 answers") {
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

#[tokio::test]
async fn every_text_around_the_protections_can_be_read() {
    let learn = parse(&render(ready("#/learn")).await);
    let method = parse(&render(ready("#/method")).await);
    let (learn, method) = (&learn[0].text, &method[0].text);
    let catalogue = catalogue();
    for question in catalogue.questions() {
        assert!(
            question
                .answer
                .iter()
                .all(|paragraph| learn.contains(paragraph)),
            "{}",
            question.id
        );
    }
    assert!(
        catalogue
            .cards()
            .iter()
            .all(|card| learn.contains(&card.strong))
    );
    assert!(
        catalogue
            .terms()
            .iter()
            .all(|term| learn.contains(&term.definition))
    );
    assert!(
        catalogue
            .schedules()
            .iter()
            .flat_map(|schedule| schedule.rows.concat())
            .all(|cell| learn.contains(&cell))
    );
    assert!(
        catalogue
            .sources()
            .iter()
            .all(|source| method.contains(&source.publisher) && method.contains(&source.title))
    );
    assert!(
        catalogue
            .protections()
            .iter()
            .all(|protection| method.contains(&protection.weight_reason))
    );
    assert!(method.contains(&catalogue.verdicts().disclaimer));
    assert!(method.contains("2,629,746"));
}
