//! Other tabs of the same app: each tells the others what it has saved.

use crate::model::Event;
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Callback;

/// The connection to the other tabs.
pub struct Tabs {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Tabs {
    /// Begins to listen. `None` where the browser has no channel; the database still notices a second writer.
    pub fn new(send: Callback<Event>) -> Option<Self> {
        let channel = BroadcastChannel::new(&super::net::brand()).ok()?;
        let listener = EventListener::new(&channel, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            match data.and_then(|data| read(&data)) {
                Some((id, _)) if id.is_empty() => send.emit(Event::ErasedElsewhere),
                Some((id, revision)) => send.emit(Event::OtherTabSaved { id, revision }),
                None => {}
            }
        });
        Some(Self {
            channel,
            _listener: listener,
        })
    }

    /// A handle to tell the others.
    pub fn channel(&self) -> BroadcastChannel {
        self.channel.clone()
    }
}

/// Tells the other tabs that a client was saved.
pub fn tell(channel: &BroadcastChannel, id: &str, revision: u32) {
    let message = js_sys::Array::of2(&JsValue::from_str(id), &JsValue::from(revision));
    let _ = channel.post_message(&message);
}

/// Tells the other tabs that everything was erased: a message about no client.
pub fn tell_erased(channel: &BroadcastChannel) {
    tell(channel, "", 0);
}

fn read(data: &JsValue) -> Option<(String, u32)> {
    let pair = data.dyn_ref::<js_sys::Array>()?;
    let revision = pair.get(1).as_f64()?;
    // The channel is same-origin, but the number is still checked before it is narrowed.
    (revision.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&revision)).then_some(())?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked on the line above"
    )]
    Some((pair.get(0).as_string()?, revision as u32))
}
