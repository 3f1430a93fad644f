//! Files that want to do harm, and files that are wrong: each ends in a problem that can be told.

use super::*;
use proptest::prelude::*;

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
