//! Where the app's own files come from: the page itself, if it holds them all as one file; else the release's address.
//!
//! These are the only requests that the app makes.

use crate::model::Event;
use crate::words::Code;
use engine::rubric::Catalogue;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Worker, WorkerOptions, WorkerType};
use yew::Callback;

/// Under which name this page keeps things. Browsers may share one storage between all local files: a file has the name of
/// its brand.
pub fn brand() -> String {
    meta("sla-gap-brand").unwrap_or_else(|| "sla-gap".to_owned())
}

/// Whether the page lies on a disk, so that the browser keeps its work under rules of its own.
pub fn on_a_disk() -> bool {
    let protocol = web_sys::window().and_then(|window| window.location().protocol().ok());
    protocol.is_some_and(|protocol| !protocol.starts_with("http"))
}

/// What the page itself offers in place of an address, if it is one file (`single/boot.js`).
fn own(name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(name))
        .ok()?
        .dyn_into()
        .ok()
}

/// A worker with the lab's program on its way to it.
pub fn lab_worker() -> Option<Worker> {
    if let Some(make) = own("slaGapWorker") {
        return make.call0(&JsValue::NULL).ok()?.dyn_into().ok();
    }
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&meta("sla-gap-lab-start")?, &options).ok()?;
    let files = [meta("sla-gap-lab-js")?, meta("sla-gap-lab-wasm")?];
    let files: js_sys::Array = files.iter().map(|file| JsValue::from_str(file)).collect();
    worker.post_message(&files).ok()?;
    Some(worker)
}

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
pub fn load_catalogue(code: Code, send: Callback<Event>) {
    spawn_local(async move {
        let outcome = match meta(&["sla-gap-catalogue-", code.code()].concat()) {
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

/// The text of one of the release's files.
pub(super) async fn fetch_text(path: &str) -> Result<String, JsValue> {
    if let Some(file) = own("slaGapFile") {
        let promise: js_sys::Promise = file
            .call1(&JsValue::NULL, &JsValue::from_str(path))?
            .dyn_into()?;
        let bytes: js_sys::Uint8Array = JsFuture::from(promise).await?.dyn_into()?;
        return String::from_utf8(bytes.to_vec()).map_err(|_| JsValue::NULL);
    }
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
