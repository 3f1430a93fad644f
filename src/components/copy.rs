//! A button that copies a text.

use super::Send;
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
    html! {
        <button type="button" {class} aria-label={name} onclick={send.on(move || Event::CopyWanted(what.clone()))}>{ label }</button>
    }
}
