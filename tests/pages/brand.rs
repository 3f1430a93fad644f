//! A brand's texts stay text on every screen.

use crate::support::html::parse;
use crate::support::{answered, render};
use engine::brand::Brand;
use serde_json::{Value, json};
use sla_gap::model::brand::BrandEvent;
use sla_gap::model::{Event, ViewEvent, update};
use sla_gap::routes::Route;
use std::rc::Rc;

const MARKUP: &str = "<b>x</b><img src=x onerror=alert(1)>\"'><script>alert(1)</script>&lt;i&gt;";

/// A brand with markup in every text that it may have.
fn hostile() -> Brand {
    let mut file: Value =
        serde_json::from_str(include_str!("../../brands/puente-norte.json")).unwrap();
    fn spoil(value: &mut Value) {
        match value {
            Value::Object(map) if map.contains_key("en") => {
                *value = json!({"en": MARKUP, "es": MARKUP})
            }
            Value::Object(map) => map.values_mut().for_each(spoil),
            Value::Array(list) => list.iter_mut().for_each(spoil),
            _ => {}
        }
    }
    spoil(&mut file);
    file["name"] = "<b>x</b><script>alert(1)</script>".into();
    file["logo"]["alternative"] = MARKUP.into();
    file.as_object_mut().unwrap().remove("pages");
    Brand::parse(&file.to_string()).unwrap()
}

#[tokio::test]
async fn markup_in_every_text_of_a_brand_stays_text() {
    let brand = Rc::new(hostile());
    for route in Route::ALL {
        let mut model = answered(route.hash());
        update(
            &mut model,
            Event::Brand(BrandEvent::Arrived(Ok(brand.clone()))),
        );
        update(
            &mut model,
            Event::View(ViewEvent::Depth(engine::rubric::Depth::Full)),
        );
        update(
            &mut model,
            Event::View(ViewEvent::Details("XB-01".parse().unwrap())),
        );
        let html = render(model).await;
        for bad in ["<b>x", "<script", "<img src=x", "onerror=alert(1)>\""] {
            assert!(
                !html.contains(bad),
                "{bad} became markup on {}",
                route.hash()
            );
        }
        let all = parse(&html);
        assert!(all.iter().all(|of| of.get("onerror").is_none()));
        let images = all.iter().filter(|of| of.name == "img");
        for image in images {
            assert!(
                image
                    .get("src")
                    .is_some_and(|src| src.starts_with("data:image/"))
            );
        }
        if route != Route::Present {
            assert!(html.contains("&lt;b&gt;x&lt;/b&gt;"), "{}", route.hash());
        }
    }
}
