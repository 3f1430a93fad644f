//! How a component says what happened, and in which language it speaks.

use crate::model::Event;
use crate::words::Words;
use yew::prelude::*;

/// Where events go. Equal to itself for ever, so that passing it on redraws nothing.
#[derive(Clone, PartialEq)]
pub struct Send(pub Callback<Event>);

impl Send {
    /// Says that something happened.
    pub fn emit(&self, event: Event) {
        self.0.emit(event);
    }

    /// A callback of a button: it says the same event each time.
    pub fn says(&self, event: Event) -> Callback<yew::MouseEvent> {
        self.on(move || event.clone())
    }

    /// A callback that says what is worked out each time.
    pub fn on<T: 'static>(&self, event: impl Fn() -> Event + 'static) -> Callback<T> {
        let to = self.0.clone();
        Callback::from(move |_| to.emit(event()))
    }
}

/// The words that the root provides; without a root, English.
#[hook]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_default()
}

/// The sender that the root provides; without a root (in a test of one part) events go nowhere.
#[hook]
pub fn use_send() -> Send {
    use_context::<Send>().unwrap_or_else(|| Send(Callback::noop()))
}
