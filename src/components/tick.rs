//! Something that can be ticked, with what it means.

use yew::prelude::*;

/// A box to tick: `on_turn` is said whenever it is turned over.
pub fn tick(
    id: &'static str,
    label: &'static str,
    about: &'static str,
    ticked: bool,
    on_turn: Callback<Event>,
) -> Html {
    let about_id = [id, "-hint"].concat();
    html! {
        <div class="tick">
            <input type="checkbox" {id} checked={ticked} onchange={on_turn} aria-describedby={about_id.clone()} />
            <label for={id}>{ label }</label>
            <p class="hint" id={about_id}>{ about }</p>
        </div>
    }
}
