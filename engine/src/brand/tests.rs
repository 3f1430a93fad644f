//! Brands as their files have them, and files that want to do harm.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::assessment::{Answer, Answers, ProtectionId, Response};
use crate::rubric::fixture::catalogue;
use crate::scoring::{Circumstances, Weights, score};
use proptest::prelude::*;
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
    let committed = include_str!("../../../brands/standard.json");
    assert_eq!(Brand::parse(committed).unwrap(), standard);
}

#[test]
fn nothing_that_could_run_is_an_address() {
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://example.com",
        " https://example.com",
    ] {
        let [problem] = &wrong(&with("/contact", bad.into()))[..] else {
            panic!("{bad}")
        };
        assert!(
            problem.starts_with("contact: this should be an address"),
            "{problem}"
        );
    }
    for bad in [
        "javascript:alert(1)",
        "https://example.com/logo.png",
        "data:text/html;base64,PHN2Zy8+",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "data:image/svg+xml;base64,<svg/>",
        "data:image/png;base64,PHN2Zy8+",
        "data:image/gif;base64,PHN2Zy8+",
        "data:image/svg+xml;charset=utf-8;base64,PHN2Zy8+",
    ] {
        let problems = wrong(&with("/logo/image", bad.into()));
        assert!(
            problems[0].starts_with("logo.image: this should be a PNG"),
            "{problems:?}"
        );
    }
    let long = format!("data:image/svg+xml;base64,{}", "A".repeat(70_000));
    assert!(wrong(&with("/logo/image", long.into()))[0].contains("too long"));
}

#[test]
fn every_problem_names_its_place_and_what_would_be_right() {
    let cases: &[(&str, Value, &str)] = &[
        ("/format", "x".into(), "this is no brand file"),
        (
            "/version",
            2.into(),
            "version: this was written for a later release; use version 1",
        ),
        ("/version", "1".into(), "version: this should be 1"),
        (
            "/id",
            "../x".into(),
            "id: this should be 1 to 40 small letters",
        ),
        (
            "/name",
            " ".into(),
            "name: this should be a text that is not empty",
        ),
        (
            "/name",
            "x".repeat(61).into(),
            "name: this is too long; use 60",
        ),
        (
            "/name",
            "a\u{0}".into(),
            "name: this should be a text without control characters",
        ),
        (
            "/name",
            json!({"en": "x"}),
            "name: this should be a text in quotation marks",
        ),
        (
            "/colors/light",
            "red".into(),
            "colors.light: this should be a color such as",
        ),
        ("/colors", 1.into(), "colors: this should be an object"),
        (
            "/texts",
            json!({"led": "x"}),
            "texts.led: nothing reads this key; the keys here are: lead, ",
        ),
        (
            "/texts/lead",
            json!({"fr": "x"}),
            "texts.lead.fr: nothing reads this key",
        ),
        (
            "/texts/lead/es",
            1.into(),
            "texts.lead.es: this should be a text",
        ),
        (
            "/currency",
            "dollars".into(),
            "currency: `dollars` is not a currency",
        ),
        (
            "/locale",
            "fr".into(),
            "locale: `fr` should be one of: en-US, es-US",
        ),
        (
            "/pages",
            json!(["assess", "method", "learn"]),
            "pages: every brand has the page `results`",
        ),
        (
            "/pages/4",
            "shop".into(),
            "pages[4]: `shop` should be one of",
        ),
        (
            "/pages/4",
            "learn".into(),
            "pages[4]: this key stands twice",
        ),
        (
            "/overlay/add/0/weight",
            6.into(),
            "overlay.add[0].weight: this should be a whole number",
        ),
        (
            "/overlay/add/0/depth",
            "quick".into(),
            "overlay.add[0].depth: `quick` should be one of",
        ),
        (
            "/overlay/add/0/ask",
            Value::Null,
            "overlay.add[0].ask: nothing stands here",
        ),
        (
            "/overlay/add/0/id",
            "SC-01".into(),
            "overlay.add[0].id: an added protection has an id from XB-01",
        ),
        (
            "/overlay/add/0/id",
            "XB-1".into(),
            "overlay.add[0].id: `XB-1` is not the id",
        ),
        (
            "/overlay/add",
            json!([added("XB-01"), added("XB-01")]),
            "overlay.add[1].id: this id is taken",
        ),
        (
            "/overlay/title",
            Value::Null,
            "overlay.title: nothing stands here",
        ),
        (
            "/overlay/weights",
            json!({"XB-01": 5}),
            "overlay.weights.XB-01: the overlay adds this",
        ),
        (
            "/overlay/weights",
            json!({"SC-01": 5}),
            "overlay.weights.SC-01: this is one of the four gaps",
        ),
        (
            "/overlay/wordings",
            json!({"ML-06": {"ask": "x"}}),
            "overlay.wordings.ML-06: this is one of the four",
        ),
        (
            "/overlay/wordings",
            json!({"SC-02": {"sources": []}}),
            "overlay.wordings.SC-02.sources: nothing reads",
        ),
        (
            "/overlay/wordings",
            json!({"SC-02": {"weight_reason": "x"}}),
            "overlay.wordings.SC-02.weight_reason: nothing",
        ),
    ];
    for (pointer, value, start) in cases {
        let problems = wrong(&with(pointer, value.clone()));
        assert!(problems[0].starts_with(start), "{pointer}: {problems:?}");
    }
}

#[test]
fn several_problems_are_told_at_once_and_not_too_many() {
    let mut bad = with("/name", 1.into());
    bad["contact"] = "javascript:x".into();
    assert_eq!(wrong(&bad).len(), 2);
    let many: Vec<Value> = (0..90).map(|_| added("SC-01")).collect();
    assert_eq!(wrong(&with("/overlay/add", many.into())).len(), 20);
    let more: Vec<Value> = (0..100).map(|_| added("XB-01")).collect();
    assert!(wrong(&with("/overlay/add", more.into()))[0].contains("too many"));
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let text = file().to_string().replacen(
        r#""contact":"#,
        r#""contact":"mailto:a@example.com","contact":"#,
        1,
    );
    let error = Brand::parse(&text).unwrap_err();
    assert_eq!(
        error.to_string(),
        "contact: this key stands twice; keep one of them"
    );
}

#[test]
fn what_is_no_file_of_a_brand_ends_harmlessly() {
    let deep = "[".repeat(100_000);
    let nested = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let large = " ".repeat(LARGEST + 1);
    let keyed = format!("{{\"{}\":1}}", "k".repeat(200_000));
    for text in [
        "",
        "{",
        "null",
        "[]",
        "1",
        "\"x\"",
        "{}",
        "\u{feff}{}",
        "{}x",
        &deep,
        &nested,
        &large,
        &keyed,
    ] {
        assert!(Brand::parse(text).is_err());
    }
    let long = Brand::parse(
        &file()
            .to_string()
            .replace("harbor\"", &format!("{}\"", "é".repeat(50_000))),
    )
    .unwrap_err();
    assert!(long.to_string().len() < 500);
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
            entry.response = Response::Answered(answer)
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

fn any_json() -> impl Strategy<Value = Value> {
    let keys = || {
        let mut keys: Vec<String> = KEYS.iter().map(|key| (*key).to_owned()).collect();
        keys.extend(
            [
                "light", "image", "lead", "en", "add", "weights", "wordings", "SC-02", "XB-01",
            ]
            .map(str::to_owned),
        );
        prop_oneof![proptest::sample::select(keys), ".{0,12}"]
    };
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,60}".prop_map(Value::from),
        "#[0-9a-f]{6}".prop_map(Value::from),
        "(https|mailto|tel|javascript|data):.{0,30}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map(keys(), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    /// Whatever stands in one field: it is refused by a problem that can be told, or it is read and written again.
    #[test]
    fn anything_in_any_field_ends_harmlessly(key in proptest::sample::select(KEYS.to_vec()), value in any_json()) {
        let mut file = file();
        file[key] = value;
        match Brand::parse(&file.to_string()) {
            Ok(brand) => {
                prop_assert_eq!(&Brand::check(&brand.value()).unwrap(), &brand);
                let _ = (brand.overlay.misfits(&catalogue()), catalogue().dressed(&brand.overlay, "en"));
                let _ = brand.first_screen("en");
            }
            Err(error) => {
                prop_assert!(!error.problems.is_empty() && error.problems.len() <= 20);
                prop_assert!(error.problems.iter().all(|problem| problem.to_string().len() < 2000));
            }
        }
    }

    #[test]
    fn any_text_ends_harmlessly(text in ".{0,200}") {
        prop_assert!(Brand::parse(&text).is_err());
    }

    #[test]
    fn any_address_is_of_one_of_three_kinds(text in "(javascript:|https://|mailto:|tel:|data:|)[ -~]{0,40}") {
        if let Some(link) = ContactLink::parse(&text) {
            let href = link.href();
            prop_assert!(["https://", "mailto:", "tel:"].iter().any(|kind| href.starts_with(kind)));
            prop_assert!(!href.contains(['"', '<', '>', ' ', '\'']));
        }
    }
}

/// The schema is kept by hand: a key that the reader or the schema alone knows makes this fail.
#[test]
fn the_schema_names_the_keys_that_are_read() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../docs/brand.schema.json")).unwrap();
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
