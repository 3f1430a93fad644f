//! The only request the app makes: the catalogue, a file of the release itself.

use crate::model::Event;
use engine::rubric::Catalogue;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// What the page's head says under a name; the packaging writes it there.
pub fn meta(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let selector = ["meta[name=", name, "]"].concat();
    document
        .query_selector(&selector)
        .ok()??
        .get_attribute("content")
}

/// Fetches and checks the catalogue.
pub fn load_catalogue(send: Callback<Event>) {
    spawn_local(async move {
        let outcome = match meta("sla-gap-catalogue") {
            Some(path) => match fetch_text(&path).await {
                Ok(text) => Catalogue::parse(&text)
                    .map(Rc::new)
                    .map_err(|problem| problem.to_string()),
                Err(_) => Err(String::new()),
            },
            None => Err(String::new()),
        };
        send.emit(Event::CatalogueArrived(outcome));
    });
}

async fn fetch_text(path: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(path))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}
