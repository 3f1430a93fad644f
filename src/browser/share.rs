//! Handing a link over to another app of the device, where the browser can.

use crate::model::Event;
use crate::model::share::ShareEvent;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DomException, Navigator, ShareData, Window};
use yew::Callback;

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window: Window| window.navigator())
}

/// Whether the browser hands links over: most do on phones, some on desktops, and none over plain http.
pub fn can() -> bool {
    let share = navigator()
        .and_then(|navigator| js_sys::Reflect::get(&navigator, &JsValue::from_str("share")).ok());
    share.is_some_and(|share| share.is_function())
}

/// Hands a link over. Whoever closes the list of apps wanted just that, and hears nothing.
pub fn hand_over(title: &str, address: &str, send: Callback<Event>) {
    let Some(navigator) = navigator().filter(|_| can()) else {
        return;
    };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    let promise = navigator.share_with_data(&data);
    spawn_local(async move {
        if let Err(problem) = JsFuture::from(promise).await {
            let closed = problem
                .dyn_ref::<DomException>()
                .is_some_and(|problem| problem.name() == "AbortError");
            if !closed {
                send.emit(Event::Share(ShareEvent::NotSent));
            }
        }
    });
}
