//! The room that the browser gives this page, and its promise to keep what is stored.

use super::aids::page;
use crate::model::Event;
use crate::model::device::{DeviceEvent, Room};
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageManager;
use yew::Callback;

/// Browsers lack the whole, or parts of it: a method is asked for before it is called.
fn manager() -> Option<StorageManager> {
    let (window, _) = page()?;
    Reflect::get(&window.navigator(), &JsValue::from_str("storage"))
        .ok()?
        .dyn_into()
        .ok()
}

fn has(manager: &StorageManager, method: &str) -> bool {
    Reflect::get(manager, &JsValue::from_str(method)).is_ok_and(|method| method.is_function())
}

/// Asks how much is stored.
pub fn measure(send: Callback<Event>) {
    spawn_local(async move {
        let room = match manager() {
            Some(manager) => measured(&manager).await,
            None => None,
        };
        send.emit(Event::Device(DeviceEvent::Measured(room)));
    });
}

async fn measured(manager: &StorageManager) -> Option<Room> {
    if !has(manager, "estimate") {
        return None;
    }
    let estimate = answer(manager.estimate()).await?;
    let bytes = |name: &str| whole(&Reflect::get(&estimate, &JsValue::from_str(name)).ok()?);
    let (used, allowed) = (bytes("usage")?, bytes("quota")?);
    let promised = if has(manager, "persisted") && has(manager, "persist") {
        answer(manager.persisted())
            .await
            .and_then(|promised| promised.as_bool())
    } else {
        None
    };
    Some(Room {
        used,
        allowed,
        promised,
    })
}

/// Asks the browser to keep what is stored. One that cannot be asked does not agree.
pub fn ask_to_keep(send: Callback<Event>) {
    spawn_local(async move {
        let agreed = match manager().filter(|manager| has(manager, "persist")) {
            Some(manager) => answer(manager.persist()).await,
            None => None,
        };
        let agreed = agreed.and_then(|agreed| agreed.as_bool()).unwrap_or(false);
        send.emit(Event::Device(DeviceEvent::Answered(agreed)));
    });
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}

fn whole(value: &JsValue) -> Option<u64> {
    // The largest whole number that a script can tell from its neighbors.
    const MOST: f64 = 9_007_199_254_740_991.0;
    let number = value.as_f64()?;
    (0.0..=MOST).contains(&number).then_some(())?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked on the line above"
    )]
    Some(number as u64)
}
