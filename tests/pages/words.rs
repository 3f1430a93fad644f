//! The words of a page: finished, and what people type stays text.

use crate::support::html::parse;
use crate::support::{catalogue, ready, render};
use crate::{everywhere, states};
use sla_gap::routes::Route;

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

/// Every text of the interface is named somewhere in the app: what nobody shows is not kept, nor translated.
#[test]
fn every_text_is_shown_somewhere() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = std::fs::read_to_string(root.join("build.rs")).unwrap();
    sources(&root.join("src"), &mut code);
    let named: std::collections::BTreeSet<&str> = code
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .collect();
    let mut dead = Vec::new();
    for entry in std::fs::read_dir(root.join("content/en/ui")).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        // The engine asks for these by names that it puts together; `lint` is matched by the kinds of findings.
        if ["derived", "figures"].contains(&&*file) {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut keys = Vec::new();
        flat("", &serde_json::from_str(&text).unwrap(), &mut keys);
        let unnamed = keys.into_iter().filter(|key| !named.contains(&**key));
        dead.extend(unnamed.map(|key| format!("{file}: {key}")));
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

fn sources(folder: &std::path::Path, code: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, code);
        } else {
            code.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// The names of the constants that the build makes of a file.
fn flat(prefix: &str, value: &serde_json::Value, keys: &mut Vec<String>) {
    let Some(map) = value.as_object() else {
        keys.push(prefix.to_uppercase().replace('-', "_"));
        return;
    };
    for (key, inner) in map {
        let name = if prefix.is_empty() {
            key.clone()
        } else {
            [prefix, "_", key].concat()
        };
        flat(&name, inner, keys);
    }
}
