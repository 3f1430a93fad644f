//! Something that the person should know, with what can be done about it.

use yew::prelude::*;

/// Something that the person should know, and the buttons for it.
pub fn banner(title: &'static str, body: String, buttons: Html) -> Html {
    html! {
        <section class="banner" role="status">
            <h2>{ title }</h2>
            <p>{ body }</p>
            <div class="actions">{ buttons }</div>
        </section>
    }
}
