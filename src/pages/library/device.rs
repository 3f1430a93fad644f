//! What this device keeps, and asking the browser to keep it.

use crate::components::{Send, button, p};
use crate::model::device::DeviceEvent;
use crate::model::view::library as view;
use crate::model::{Event, Model};
use crate::text::device as text;
use yew::prelude::*;

/// The section; hidden as long as nothing is known.
pub fn device(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let Some(view) = view::device(model) else {
        return html! { <section hidden={true}></section> };
    };
    html! {
        <section aria-labelledby="device-title" id="device">
            <h2 id="device-title">{ words.get(text::TITLE) }</h2>
            <div>
                for (at, fact) in view.facts.iter().enumerate() {
                    <p key={at}>{ fact.clone() }</p>
                }
            </div>
            <div class="actions" hidden={!view.can_ask}>
                if view.can_ask {
                    { button(send, "button", words.get(text::ASK), Event::Device(DeviceEvent::Ask)) }
                }
            </div>
            <div id="device-answer" hidden={view.answer.is_empty()}>{ p(view.answer) }</div>
        </section>
    }
}
