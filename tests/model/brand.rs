//! The brand: its file arrives, its catalogue is counted with and told, it is edited and taken along.

use super::{answer, id};
use crate::support::{blank, catalogue, ready, sample, start};
use engine::assessment::Answer;
use engine::brand::Brand;
use engine::rubric::Weight;
use engine::scoring;
use serde_json::{Value, json};
use sla_gap::model::brand::BrandEvent;
use sla_gap::model::brand::editor::Edited;
use sla_gap::model::forms::{FieldPath, FormEvent, Place};
use sla_gap::model::papers::{Paper, PaperEvent, Take};
use sla_gap::model::view::brand::{colors, counted, differs};
use sla_gap::model::view::report::{paper, results_json};
use sla_gap::model::view::shell;
use sla_gap::model::{Edit, Effect, Event, Model, OpenedFile, update};
use sla_gap::routes::Route;
use std::rc::Rc;

const PUENTE: &str = include_str!("../../brands/puente-norte.json");
const HARBOR: &str = include_str!("../../brands/harbor-dental-it.json");

fn brand(text: &str) -> Rc<Brand> {
    Rc::new(Brand::parse(text).unwrap())
}

fn arrives(model: &mut Model, text: &str) -> Vec<Effect> {
    update(model, Event::Brand(BrandEvent::Arrived(Ok(brand(text)))))
}

fn edit(model: &mut Model, edited: Edited) -> Vec<Effect> {
    update(model, Event::Brand(BrandEvent::Edited(edited)))
}

/// Puente's brand with something else at a place.
fn changed(place: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(PUENTE).unwrap();
    *file.pointer_mut(place).unwrap() = value;
    file.to_string()
}

#[test]
fn the_file_is_asked_for_once_and_shown_when_it_comes() {
    let mut model = blank("#/");
    let effects = update(&mut model, Event::Started);
    assert!(effects.contains(&Effect::LoadBrand));
    let effects = arrives(&mut model, HARBOR);
    assert!(
        matches!(&effects[..], [Effect::ShowBrand(of), Effect::Title(_)] if of.name == "Harbor Dental IT")
    );
    // The entrance has read it: nobody asks again.
    let mut first = start("#/");
    first.brand = Some(brand(HARBOR));
    let mut model = Model::new(first);
    assert_eq!(model.brand.name, "Harbor Dental IT");
    let effects = update(&mut model, Event::Started);
    assert!(!effects.contains(&Effect::LoadBrand));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::ShowBrand(_)))
    );
}

#[test]
fn a_file_that_is_wrong_leaves_the_standard_brand_and_says_where() {
    let mut model = ready("#/");
    let text = changed("/contact", "javascript:alert(1)".into());
    let error = Brand::parse(&text).unwrap_err().to_string();
    update(&mut model, Event::Brand(BrandEvent::Arrived(Err(error))));
    assert_eq!(model.brand.name, "SLA Gap");
    assert!(
        model
            .branding
            .trouble
            .starts_with("contact: this should be an address")
    );
    assert!(model.notice.is_none());
}

#[test]
fn an_overlay_that_does_not_fit_is_refused_whole_and_the_look_stays() {
    let text = changed("/overlay/weights", json!({"RM-01": 1}));
    // Whichever of the two comes first.
    let mut after = ready("#/");
    arrives(&mut after, &text);
    let mut before = blank("#/");
    arrives(&mut before, &text);
    update(&mut before, Event::CatalogueArrived(Ok(catalogue())));
    for model in [after, before] {
        assert_eq!(model.brand.name, "Puente Norte TI");
        assert!(model.has_standard_catalogue());
        assert_eq!(model.catalogue.ready().unwrap(), &catalogue());
        assert!(
            model
                .branding
                .trouble
                .starts_with("overlay.weights.RM-01: this is a must-have")
        );
    }
}

#[test]
fn what_differs_is_listed_and_the_standard_score_stands_beside() {
    let mut standard = ready("#/");
    let mut model = ready("#/");
    arrives(&mut model, PUENTE);
    for own in [&mut standard, &mut model] {
        for (id, of) in [
            ("SC-01", Answer::Yes),
            ("SL-11", Answer::No),
            ("ML-06", Answer::Yes),
        ] {
            answer(own, id, of);
        }
    }
    answer(&mut model, "XB-01", Answer::Yes);
    assert_eq!(
        counted(&standard),
        "Counted with the standard catalog, version test."
    );
    assert!(differs(&standard).is_empty());
    assert!(counted(&model).starts_with("Counted with the catalog of Puente Norte TI"));
    let lines = differs(&model);
    assert_eq!(lines.len(), 4, "{lines:#?}");
    assert_eq!(
        lines[0],
        "XB-01 Support in Spanish: added by Puente Norte TI, weight 4"
    );
    assert!(lines[2].starts_with("SL-11 ") && lines[2].contains("(request)"));
    assert!(lines[3].contains("weight 3 instead of 2"));
    let (own, plain) = (
        model.findings.as_ref().unwrap(),
        standard.findings.as_ref().unwrap(),
    );
    let (own, plain) = (&own.findings, &plain.findings);
    assert_eq!(own.completeness.standard, plain.completeness.interval());
    assert_eq!(own.multi_location.standard, plain.multi_location.interval());
    assert_ne!(own.completeness.interval(), plain.completeness.interval());
    assert_eq!(own.four_gaps, plain.four_gaps);
    let in_sight = shell::in_sight(&model).unwrap().figure;
    assert!(in_sight.contains("standard"), "{in_sight}");
}

#[test]
fn a_person_s_weight_goes_before_the_brand_s_and_can_be_taken_back() {
    let mut model = ready("#/");
    arrives(&mut model, PUENTE);
    let of = |model: &Model| {
        let protection = catalogue();
        let protection = protection.protection(id("SL-11")).unwrap();
        let weights = &model.findings.as_ref().unwrap().findings.weights;
        weights.of(protection).get()
    };
    assert_eq!(of(&model), 3);
    update(&mut model, Event::Edited(Edit::Weight(id("SL-11"), 2)));
    assert_eq!(of(&model), 2);
    assert!(counted(&model).starts_with("Counted with your own weights and the catalog of"));
    update(&mut model, Event::Edited(Edit::Weight(id("SL-11"), 3)));
    assert_eq!(of(&model), 3);
    assert!(model.assessment().unwrap().weights.is_empty());
}

#[test]
fn papers_and_files_say_which_catalogue_was_counted_with() {
    let mut model = sample("#/report");
    arrives(&mut model, PUENTE);
    for of in [Paper::Summary, Paper::Board, Paper::Full] {
        let text = engine::report::markdown::write(&paper(&model, of).unwrap());
        assert!(
            text.contains("Counted with the catalog of Puente Norte TI"),
            "{of:?}"
        );
        assert!(text.contains("added by Puente Norte TI"), "{of:?}");
        assert!(text.contains("With the standard catalog:"), "{of:?}");
        assert!(text.matches("SLA Gap").count() == 0, "{of:?}");
    }
    for of in [Paper::Letter, Paper::Schedule] {
        let text = engine::report::markdown::write(&paper(&model, of).unwrap());
        assert!(
            text.contains("come from the catalog of Puente Norte TI"),
            "{of:?}"
        );
    }
    let file: Value = serde_json::from_str(&results_json(&model).unwrap()).unwrap();
    assert_eq!(file["standard_catalog"], false);
    assert_eq!(file["brand"]["id"], "puente-norte");
    assert_eq!(file["differs"].as_array().unwrap().len(), 4);
    assert!(file["results"]["completeness"]["standard_low"].is_object());
    let effects = update(&mut model, Event::Paper(PaperEvent::Take(Take::Json)));
    assert!(matches!(effects[0], Effect::Download(_)));
    let plain: Value = serde_json::from_str(&results_json(&sample("#/report")).unwrap()).unwrap();
    assert_eq!(plain["standard_catalog"], true);
    assert_eq!(plain["differs"], json!([]));
}

#[test]
fn a_screen_that_the_brand_has_not_is_not_met() {
    let mut model = ready("#/present");
    let effects = arrives(&mut model, PUENTE);
    assert!(effects.contains(&Effect::GoTo(Route::Assess)));
    update(&mut model, Event::RouteChanged("#/chain".to_owned()));
    assert_eq!(model.route, Route::Assess);
    let parts = shell::shown(&model.brand, shell::parts_of(Route::Downtime));
    assert!(parts.iter().all(|(route, _)| *route != Route::Chain));
    for route in [Route::Results, Route::Method, Route::Learn] {
        assert!(model.has(route));
    }
}

#[test]
fn a_brand_is_edited_shown_and_taken_along() {
    let mut model = sample("#/brand");
    let client = model.open.client.clone();
    let mut effects = edit(&mut model, Edited::Typed("name", "Cedar IT".to_owned()));
    effects.extend(edit(
        &mut model,
        Edited::Typed("colors.light", "#ffd400".to_owned()),
    ));
    effects.extend(edit(
        &mut model,
        Edited::Typed("texts.lead.es", "Hola".to_owned()),
    ));
    effects.extend(edit(&mut model, Edited::Page("chain", false)));
    effects.extend(edit(
        &mut model,
        Edited::Overlay(r#"{"weights": {"SL-11": 3}}"#.to_owned()),
    ));
    effects.extend(edit(
        &mut model,
        Edited::Picture("image/svg+xml".to_owned(), b"<svg/>".to_vec()),
    ));
    assert_eq!(model.brand.name, "Cedar IT");
    assert_eq!(model.brand_text("logo.alternative"), "Cedar IT");
    assert!(!model.has(Route::Chain) && model.has(Route::Downtime));
    let rows = colors(model.words, &model.brand);
    assert!(
        rows[0].says.contains("and a text needs 4.5"),
        "{}",
        rows[0].says
    );
    // Nothing stored was touched.
    assert!(Rc::ptr_eq(&client, &model.open.client));
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::SaveSoon | Effect::Save(_)))
    );
    let Some(Effect::Download(file)) = edit(&mut model, Edited::Download).pop() else {
        panic!("no file")
    };
    let made = Brand::parse(file.words()).unwrap();
    assert_eq!(made, *model.brand);
    // Another start, the file opened: the same brand.
    let mut again = sample("#/brand");
    let opened = OpenedFile {
        name: file.name.clone(),
        text: Ok(file.words().to_owned()),
    };
    update(&mut again, Event::FileOpened(opened));
    assert_eq!(*again.brand, made);
    let effects = edit(&mut again, Edited::Stop);
    assert!(matches!(&effects[0], Effect::ShowBrand(of) if of.name == "SLA Gap"));
    assert!(again.has_standard_catalogue() && !again.is_trying_on());
}

#[test]
fn the_editor_names_every_place_that_is_wrong() {
    let mut model = ready("#/brand");
    edit(
        &mut model,
        Edited::Typed("contact", "javascript:alert(1)".to_owned()),
    );
    edit(&mut model, Edited::Typed("id", "No Id".to_owned()));
    let editor = &model.branding.editor;
    assert_eq!(editor.problems().len(), 2);
    assert!(
        editor
            .wrong_at("contact")
            .starts_with("this should be an address")
    );
    assert_eq!(editor.wrong_at("name"), "");
    // The page stays as it was until all is right.
    assert_eq!(model.brand.contact, None);
    edit(&mut model, Edited::Typed("contact", String::new()));
    edit(&mut model, Edited::Typed("id", "id".to_owned()));
    assert!(model.branding.editor.problems().is_empty());
    for (typed, place) in [
        ("{", "overlay"),
        ("{\"weights\": {\"SC-01\": 5}}", "overlay.weights.SC-01"),
        ("{\"weights\": {\"RM-01\": 5}}", "overlay.weights.RM-01"),
        ("{\"weights\": {}, \"weights\": {}}", "overlay.weights"),
    ] {
        edit(&mut model, Edited::Overlay(typed.to_owned()));
        assert_eq!(model.branding.editor.problems()[0].path, place, "{typed}");
        assert_eq!(model.brand_overlay(), typed);
    }
    edit(&mut model, Edited::Overlay(String::new()));
    assert!(model.branding.editor.problems().is_empty());
    for text in ["", "[]", "{", "{\"format\": 1}", "\u{0}"] {
        edit(&mut model, Edited::Opened(text.to_owned()));
        assert!(!model.branding.editor.problems().is_empty(), "{text}");
    }
}

#[test]
fn an_amount_without_a_currency_is_in_the_brand_s() {
    let mut model = ready("#/commitments");
    let mut file: Value = serde_json::from_str(HARBOR).unwrap();
    file["currency"] = "EUR".into();
    arrives(&mut model, &file.to_string());
    let path = FieldPath {
        place: Place::Fees,
        key: "new-location",
    };
    let of = |model: &mut Model, typed: &str| {
        update(model, Event::Form(FormEvent::Typed(path, typed.to_owned())));
        let fees = &model.record().unwrap().agreement.fees;
        fees.new_location
            .says()
            .map(|money| money.currency().code().to_owned())
    };
    assert_eq!(of(&mut model, "1,200").as_deref(), Some("EUR"));
    assert_eq!(of(&mut model, "$1,200").as_deref(), Some("USD"));
    assert_eq!(of(&mut model, "1200 GBP").as_deref(), Some("GBP"));
}

#[test]
fn the_brands_of_the_release_fit_the_catalogue() {
    for text in [PUENTE, HARBOR] {
        let brand = brand(text);
        assert_eq!(brand.overlay.misfits(&catalogue()), []);
        let dressed = catalogue().dressed(&brand.overlay, "es");
        let findings = scoring::score(
            &dressed,
            &engine::assessment::Answers::default(),
            &std::collections::BTreeMap::new(),
            &scoring::Circumstances::default(),
            &scoring::Weights::Standard,
        );
        assert_eq!(findings.items.len(), dressed.protections().len());
        assert!(
            brand
                .overlay
                .weights
                .values()
                .all(|weight| *weight < Weight::MUST_HAVE)
        );
    }
}
