//! Titles, ids, names, tables: what holds a page together for those who do not see it.

use crate::everywhere;
use crate::support::html::Element;
use std::collections::BTreeSet;

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
