//! What this device keeps of the page, and for how long: told in the library, asked of the browser when the person wants it.

use super::{Effect, Model};
use crate::routes::Route;
use crate::text::device as words;

/// What is known of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The room; `None` where the browser does not tell.
    pub room: Option<Room>,
    /// How far the request is that the browser keep everything.
    pub request: Request,
    /// Whether the page itself is kept for use without a network; `None` = not known, or this browser never does.
    pub offline: Option<bool>,
}

/// The room on a device, as the browser tells it: never exact, so that no page can learn of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Bytes that are stored.
    pub used: u64,
    /// Bytes that may be.
    pub allowed: u64,
    /// Whether the browser has promised not to clear them; `None` where it makes no such promise.
    pub promised: Option<bool>,
}

/// A request that the browser keep what is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Request {
    /// Not made.
    #[default]
    None,
    /// Made; some browsers ask the person.
    Made,
    /// Answered: whether the browser agreed.
    Answered(bool),
}

/// What can happen with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceEvent {
    /// The browser told the room, or does not.
    Measured(Option<Room>),
    /// The person asks the browser to keep everything.
    Ask,
    /// The browser answered.
    Answered(bool),
    /// The page is kept for use without a network, or could not be.
    Offline(bool),
}

impl Model {
    pub(super) fn device(&mut self, event: DeviceEvent) -> Vec<Effect> {
        match event {
            DeviceEvent::Measured(room) => {
                self.device.room = room;
                Vec::new()
            }
            DeviceEvent::Ask => {
                self.device.request = Request::Made;
                vec![Effect::AskToKeep]
            }
            DeviceEvent::Answered(agreed) => {
                self.device.request = Request::Answered(agreed);
                let text = if agreed {
                    words::AGREED
                } else {
                    words::REFUSED
                };
                vec![
                    Effect::MeasureRoom,
                    Effect::Announce(self.words.get(text).to_owned()),
                ]
            }
            DeviceEvent::Offline(kept) => {
                self.device.offline = Some(kept);
                // It takes room itself.
                self.measured().into_iter().collect()
            }
        }
    }

    /// The room is asked for where it is told.
    pub(super) fn measured(&self) -> Option<Effect> {
        (self.route == Route::Library).then_some(Effect::MeasureRoom)
    }
}
