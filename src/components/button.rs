//! Buttons that say an event.

use super::Send;
use crate::model::Event;
use yew::prelude::*;

/// A button.
pub fn button(send: &Send, class: &'static str, label: &'static str, event: Event) -> Html {
    html! { <button type="button" {class} onclick={send.says(event)}>{ label }</button> }
}

/// A button that stands beside others of the same label: `name` tells them apart.
pub fn named_button(
    send: &Send,
    class: &'static str,
    label: &'static str,
    name: String,
    event: Event,
) -> Html {
    html! { <button type="button" {class} aria-label={name} onclick={send.says(event)}>{ label }</button> }
}
