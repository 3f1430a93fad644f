//! A screen.

use crate::components::Send;
use crate::model::Model;
use yew::prelude::*;

/// The screen.
pub fn screen(_send: &Send, _model: &Model) -> Html {
    html! { <h1 id="page-title" tabindex="-1">{ "commitments" }</h1> }
}

/// One field.
pub fn field(_send: &Send, _field: &crate::model::forms::Field) -> Html {
    html! { <span></span> }
}
