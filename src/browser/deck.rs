//! What the deck needs of the browser: its keys, full screen, and to know when it is printed.

use super::aids::{address, page};
use crate::model::Event;
use crate::model::present::{Held, PresentEvent, key};
use crate::routes::Route;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Element, KeyboardEvent, Window};
use yew::Callback;

/// Hears the keys while the deck is shown, changes of the full screen, and printing.
pub fn listen(window: &Window, document: &Document, send: &Callback<Event>) -> Vec<EventListener> {
    let says = |event: PresentEvent| {
        let to = send.clone();
        move |_: &web_sys::Event| to.emit(Event::Present(event))
    };
    let to = send.clone();
    let full = move |_: &web_sys::Event| to.emit(Event::Present(PresentEvent::FullNow(is_full())));
    let to = send.clone();
    let keys = move |event: &web_sys::Event| {
        if let Some(said) = event.dyn_ref::<KeyboardEvent>().and_then(meant) {
            event.prevent_default();
            to.emit(Event::Present(said));
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    vec![
        EventListener::new_with_options(window, "keydown", options, keys),
        EventListener::new(document, "fullscreenchange", full),
        EventListener::new(window, "beforeprint", says(PresentEvent::Printing(true))),
        EventListener::new(window, "afterprint", says(PresentEvent::Printing(false))),
    ]
}

fn meant(event: &KeyboardEvent) -> Option<PresentEvent> {
    let other = event.ctrl_key() || event.meta_key() || event.alt_key();
    if other || event.repeat() || event.is_composing() || event.default_prevented() {
        return None;
    }
    let deck = Route::parse(&address()).0 == Route::Present;
    key(&event.key(), held(event)).filter(|_| deck)
}

/// What the element under the keys does with them by itself.
fn held(event: &KeyboardEvent) -> Held {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let is = |selector| {
        let target = target.as_ref();
        target.is_some_and(|target| target.matches(selector).unwrap_or(false))
    };
    if is("input[type=text]") {
        Held::Text
    } else if is("input, textarea, select, [role=slider], [tabindex='0']") {
        Held::Own
    } else if is("button, a, summary") {
        Held::Press
    } else if is_tall() {
        Held::Tall
    } else {
        Held::Nothing
    }
}

fn is_tall() -> bool {
    let root = page().and_then(|(_, document)| document.document_element());
    root.is_some_and(|root| root.scroll_height() > root.client_height())
}

fn is_full() -> bool {
    page().is_some_and(|(_, document)| {
        js_sys::Reflect::get(&document, &JsValue::from_str("fullscreenElement"))
            .is_ok_and(|element| element.is_object())
    })
}

/// Shows the page in full screen, or not any more. What the browser refuses or does not know is left as it is.
pub fn full_screen(full: bool) {
    let Some((_, document)) = page() else { return };
    let (on, name) = if full {
        let root = document.document_element().map(JsValue::from);
        (root.unwrap_or_default(), "requestFullscreen")
    } else {
        (document.into(), "exitFullscreen")
    };
    let asked = js_sys::Reflect::get(&on, &JsValue::from_str(name))
        .ok()
        .and_then(|method| method.dyn_into::<js_sys::Function>().ok())
        .and_then(|method| method.call0(&on).ok())
        .and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok());
    if let Some(answer) = asked {
        // Heard, so that a refusal is no error of the page.
        spawn_local(async move {
            let _ = JsFuture::from(answer).await;
        });
    }
}
