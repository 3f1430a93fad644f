//! SLA Gap: the app.
use yew::prelude::*;

/// The whole app.
#[component]
pub fn App() -> Html {
    html! { <h1>{ "SLA Gap" }</h1> }
}
