//! A screen.

use crate::components::Send;
use crate::model::Model;
use yew::prelude::*;

/// The screen.
pub fn screen(_send: &Send, _model: &Model) -> Html {
    html! { <h1 id="page-title" tabindex="-1">{ "downtime" }</h1> }
}
