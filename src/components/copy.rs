//! A button that copies a text.

use super::{Send, button, named_button};
use crate::model::Event;
use yew::prelude::*;

/// A button that copies `what`; `name` says what in full where the label alone would not.
pub fn copy(
    send: &Send,
    class: &'static str,
    label: &'static str,
    name: Option<String>,
    what: String,
) -> Html {
    match name {
        None => button(send, class, label, Event::CopyWanted(what)),
        Some(name) => named_button(send, class, label, name, Event::CopyWanted(what)),
    }
}
