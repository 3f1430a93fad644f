//! Measures how long everything on the downtime screen but the simulation takes to work out anew: for `cargo xtask bench` alone, and
//! in no release.

use engine::rubric::Catalogue;
use sla_gap::model::lab::{Field, LabEvent};
use sla_gap::model::view::downtime as view;
use sla_gap::model::{Event, Kept, Model, Start, update};
use std::rc::Rc;
use wasm_bindgen::JsValue;

const ROUNDS: u32 = 40;

/// What the bench's script leaves on the global object.
fn global(name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(name)).ok()
}

fn milliseconds() -> f64 {
    let clock = global("now").map(js_sys::Function::from);
    let now = clock.and_then(|now| now.call0(&JsValue::NULL).ok());
    now.and_then(|now| now.as_f64()).unwrap_or_default()
}

fn typed(model: &mut Model, field: Field, text: &str) {
    update(model, Event::Lab(LabEvent::Typed(field, text.to_owned())));
}

/// Each part of the screen by itself.
fn parts(model: &Model) -> [f64; 7] {
    let mut at = milliseconds();
    let mut lap = || {
        let now = milliseconds();
        now - core::mem::replace(&mut at, now)
    };
    let question = model.question();
    drop(view::headline(model, &question));
    let head = lap();
    drop(view::form(model));
    let form = lap();
    drop(view::sections(model, &question));
    let sections = lap();
    drop(view::fall(model, &question));
    let fall = lap();
    drop(view::wording(model, &question));
    let wording = lap();
    drop(view::ask(model, &question));
    let ask = lap();
    drop(view::table(model, &question));
    [head, form, sections, fall, wording, ask, lap()]
}

fn main() {
    let pack = global("pack").and_then(|pack| pack.as_string());
    let catalogue = pack.and_then(|pack| Catalogue::parse(&pack).ok());
    let (Some(catalogue), Some(today)) = (catalogue, chrono::NaiveDate::from_ymd_opt(2026, 11, 23))
    else {
        return;
    };
    let mut model = Model::new(Start {
        today,
        address: "#/downtime".to_owned(),
        ..Start::default()
    });
    update(&mut model, Event::StoreOpened(Ok(Kept::default())));
    update(&mut model, Event::CatalogueArrived(Ok(Rc::new(catalogue))));
    let say = global("say").map(js_sys::Function::from);
    for locations in ["10", "50", "500"] {
        typed(&mut model, Field::Locations, locations);
        let mut best = ([0.0; 7], f64::MAX);
        for round in 0..ROUNDS {
            let begun = milliseconds();
            // Another target each time: nothing that was kept from before is right.
            let target = if round % 2 == 0 { "99.1" } else { "99" };
            typed(&mut model, Field::Target, target);
            let parts = parts(&model);
            let all = milliseconds() - begun;
            if all < best.1 {
                best = (parts, all);
            }
        }
        let said: js_sys::Array = best.0.iter().map(|part| JsValue::from_f64(*part)).collect();
        let (locations, all) = (JsValue::from_str(locations), JsValue::from_f64(best.1));
        let _ = say
            .as_ref()
            .map(|say| say.call3(&JsValue::NULL, &locations, &all, &said));
    }
}
