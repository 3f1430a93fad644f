//! What this device keeps, in words.

use crate::format;
use crate::model::Model;
use crate::model::device::Request;
use crate::text::device as text;

/// The section about this device.
pub struct DeviceView {
    /// How much is stored and may be, whether it stays, whether the page opens without a network.
    pub facts: Vec<String>,
    /// Whether it makes sense to ask the browser to keep it.
    pub can_ask: bool,
    /// What came of asking; empty = it was not asked.
    pub answer: &'static str,
}

/// What is known of this device, if anything is.
pub fn device(model: &Model) -> Option<DeviceView> {
    let words = model.words;
    let device = &model.device;
    let mut facts = Vec::new();
    if let Some(room) = device.room {
        let size = |bytes| format::bytes(words, bytes);
        let used = if device.offline == Some(true) {
            text::USED
        } else {
            text::USED_WORK
        };
        let values = [
            ("used", &*size(room.used)),
            ("allowed", &*size(room.allowed)),
        ];
        facts.push(words.fill(used, &values));
    }
    let promised = device.room.and_then(|room| room.promised);
    let either = |known: Option<bool>, yes, no| known.map(|known| if known { yes } else { no });
    let stays = either(promised, text::PROMISED, text::MAY_CLEAR);
    let offline = either(device.offline, text::OFFLINE, text::NOT_OFFLINE);
    let known = [stays, offline].into_iter().flatten();
    facts.extend(known.map(|text| words.get(text).to_owned()));
    let answer = match device.request {
        Request::None => "",
        Request::Made => words.get(text::ASKING),
        Request::Answered(true) => words.get(text::AGREED),
        Request::Answered(false) => words.get(text::REFUSED),
    };
    (!facts.is_empty()).then_some(DeviceView {
        facts,
        // Once it was pressed it stays until the screen is left: the focus is on it.
        can_ask: promised == Some(false) || device.request != Request::None,
        answer,
    })
}
