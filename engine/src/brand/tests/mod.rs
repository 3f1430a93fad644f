//! Brands as their files have them, and files that want to do harm.
#![allow(clippy::unwrap_used, clippy::panic, clippy::too_many_lines)]

mod hostile;

use super::*;
use crate::assessment::{Answer, Answers, ProtectionId, Response};
use crate::rubric::fixture::catalogue;
use crate::scoring::{Circumstances, Weights, score};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A protection as a brand adds one.
fn added(id: &str) -> Value {
    json!({
        "id": id, "weight": 4, "applies": "all", "depth": "core", "shape": "local", "asked_of": "text",
        "title": "Imaging", "question": "Is imaging in the agreement?", "where": "w", "standard": "s", "strong": "s",
        "partly": "p", "exposure": "e at {n}", "why": "w", "ask": {"en": "Ask", "es": "Pida"}, "clause": "c", "weight_reason": "r",
    })
}

fn file() -> Value {
    json!({
        "format": "sla-gap-brand", "version": 1, "id": "harbor", "name": "Harbor IT",
        "logo": {"image": "data:image/svg+xml;base64,PHN2Zy8+", "alternative": {"en": "Harbor", "es": "Puerto"}},
        "colors": {"light": "#ffd400", "dark": "#102030"},
        "contact": "mailto:help@example.com",
        "texts": {"lead": {"en": "Four questions.", "es": "Cuatro preguntas."}, "footer": "From Harbor."},
        "currency": "usd", "locale": "es-US", "pages": ["assess", "results", "method", "learn", "library"],
        "overlay": {
            "title": "From Harbor", "intro": "What we ask too.", "add": [added("XB-01")],
            "weights": {"SC-02": 5, "CT-01": 1}, "wordings": {"SC-02": {"question": "q2?"}, "SC-05": {"ask": "a"}, "RM-01": {"ask": "b"}},
        },
    })
}

fn with(path: &str, value: Value) -> Value {
    let mut file = file();
    *file.pointer_mut(path).unwrap() = value;
    file
}

/// Each problem with the file.
fn wrong(file: &Value) -> Vec<String> {
    let error = Brand::parse(&file.to_string()).unwrap_err();
    error.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_whole_brand_is_read_and_written_again() {
    let brand = Brand::parse(&file().to_string()).unwrap();
    assert_eq!(brand.name, "Harbor IT");
    assert_eq!(
        brand.contact,
        Some(ContactLink::Mail("help@example.com".to_owned()))
    );
    assert_eq!(brand.currency.unwrap().code(), "USD");
    assert_eq!(brand.locale.unwrap().tag(), "es-US");
    assert!(brand.pages.has("library") && !brand.pages.has("downtime") && brand.pages.has("share"));
    assert_eq!(brand.overlay.added.len(), 1);
    assert_eq!(brand.overlay.misfits(&catalogue()), []);
    assert_eq!(Brand::check(&brand.value()).unwrap(), brand);
    let first = brand.first_screen("es");
    assert_eq!(first.lead.as_deref(), Some("Cuatro preguntas."));
    assert_eq!(first.logo.unwrap().1, "Puerto");
    assert_eq!(first.properties.len(), 3);
    assert!(
        brand
            .accents()
            .unwrap()
            .iter()
            .all(palette::Accent::is_mended)
    );
}

#[test]
fn the_standard_brand_says_nothing() {
    let standard = Brand::standard();
    assert_eq!(Brand::check(&standard.value()).unwrap(), standard);
    assert!(standard.overlay.is_empty() && standard.properties().is_empty());
    let committed = include_str!("../../../../brands/standard.json");
    assert_eq!(Brand::parse(committed).unwrap(), standard);
}

#[test]
fn must_haves_keep_their_weight_and_what_a_yes_means() {
    let misfits = |overlay: Value| {
        let brand = Brand::parse(&with("/overlay", overlay).to_string()).unwrap();
        let found = brand.overlay.misfits(&catalogue());
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert!(
        misfits(json!({"weights": {"RM-01": 1}}))[0]
            .starts_with("overlay.weights.RM-01: this is a must-have")
    );
    assert!(
        misfits(json!({"weights": {"QQ-01": 1}}))[0]
            .starts_with("overlay.weights.QQ-01: there is no")
    );
    assert!(
        misfits(json!({"wordings": {"RM-01": {"partly": "x"}}}))[0]
            .starts_with("overlay.wordings.RM-01.partly: this is a must-have")
    );
    assert!(misfits(json!({"wordings": {"RM-01": {"ask": "x"}}})).is_empty());
}

#[test]
fn a_dressed_catalogue_has_what_was_added_and_keeps_the_rest() {
    let plain = catalogue();
    let brand = Brand::parse(&file().to_string()).unwrap();
    let dressed = plain.dressed(&brand.overlay, "es");
    assert_eq!(dressed.protections().len(), plain.protections().len() + 1);
    let own = dressed.protection("XB-01".parse().unwrap()).unwrap();
    assert_eq!((own.ask.as_str(), own.title.as_str()), ("Pida", "Imaging"));
    assert!(own.sources.is_empty());
    let id: ProtectionId = "SC-02".parse().unwrap();
    let (before, after) = (
        plain.protection(id).unwrap(),
        dressed.protection(id).unwrap(),
    );
    assert_eq!(after.question, "q2?");
    assert_eq!(
        (&before.sources, &before.benchmarks, before.weight),
        (&after.sources, &after.benchmarks, after.weight)
    );
    assert_eq!(dressed.sources(), plain.sources());
    assert_eq!(plain.dressed(&Overlay::default(), "en"), plain);
}

#[test]
fn the_standard_score_is_the_one_without_the_brand() {
    let plain = catalogue();
    let brand = Brand::parse(&file().to_string()).unwrap();
    let dressed = plain.dressed(&brand.overlay, "en");
    let mut answers = Answers::default();
    let kinds = [Answer::Yes, Answer::No, Answer::Partly, Answer::Unknown];
    for (at, protection) in dressed.protections().iter().enumerate() {
        let answer = kinds[at % 4];
        answers.change(protection.id, |entry| {
            entry.response = Response::Answered(answer);
        });
    }
    let weights = Weights::Changed {
        name: "brand".to_owned(),
        weights: brand.overlay.weights.clone(),
    };
    let of = |catalogue, weights| {
        score(
            catalogue,
            &answers,
            &BTreeMap::new(),
            &Circumstances::default(),
            weights,
        )
    };
    let (own, standard) = (of(&dressed, &weights), of(&plain, &Weights::Standard));
    assert_eq!(own.completeness.standard, standard.completeness.interval());
    assert_eq!(
        own.multi_location.standard,
        standard.multi_location.interval()
    );
    assert_ne!(
        own.completeness.interval(),
        standard.completeness.interval()
    );
    assert_eq!(own.four_gaps, standard.four_gaps);
    // Protections that are added change the score though no weight is changed.
    assert!(
        of(&dressed, &Weights::Standard)
            .completeness
            .standard
            .is_some()
    );
}

/// The schema is kept by hand: a key that the reader or the schema alone knows makes this fail.
#[test]
fn the_schema_names_the_keys_that_are_read() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../docs/brand.schema.json")).unwrap();
    let known = |of: &Value, pointer: &str| {
        let mut at = of.clone();
        if !pointer.is_empty() {
            at[pointer] = json!({});
        }
        at
    };
    for (at, schema_at) in [
        ("", "/properties"),
        ("/logo", "/properties/logo/properties"),
        ("/colors", "/properties/colors/properties"),
        ("/texts", "/properties/texts/properties"),
        ("/overlay", "/properties/overlay/properties"),
        (
            "/overlay/add/0",
            "/properties/overlay/properties/add/items/properties",
        ),
        (
            "/overlay/wordings/SC-02",
            "/properties/overlay/properties/wordings/additionalProperties/properties",
        ),
    ] {
        let mut file = file();
        *file.pointer_mut(at).unwrap() = known(file.pointer(at).unwrap(), "nobody");
        let error = Brand::parse(&file.to_string()).unwrap_err();
        let unknown = error
            .problems
            .iter()
            .find_map(|problem| match &problem.what {
                Fault::Unknown { known } => Some(known.clone()),
                _ => None,
            });
        let mut read: Vec<String> = unknown
            .unwrap()
            .iter()
            .map(|key| (*key).to_owned())
            .collect();
        let mut named: Vec<String> = schema
            .pointer(schema_at)
            .unwrap()
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        read.sort();
        named.sort();
        assert_eq!(read, named, "{at}");
    }
}
