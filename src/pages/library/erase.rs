//! Erasing everything on this device.

use crate::components::{TextField, p};
use crate::model::{Event, LibraryEvent};
use crate::text::library as text;
use yew::prelude::*;

/// Erasing asks for a typed word: the one act that cannot be taken back.
#[component]
pub fn Erase() -> Html {
    let send = crate::components::use_send();
    let typed = use_state(String::new);
    let words = crate::components::use_words();
    let armed = typed
        .trim()
        .eq_ignore_ascii_case(words.get(text::ERASE_WORD));
    let on_input = {
        let typed = typed.clone();
        Callback::from(move |text| typed.set(text))
    };
    let onclick = {
        let (typed, send) = (typed.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            typed.set(String::new());
            send.emit(Event::Library(LibraryEvent::EraseEverything));
        })
    };
    html! {
        <>
            <h2 id="erase-title">{ words.get(text::ERASE_TITLE) }</h2>
            { p(words.get(text::ERASE_BODY)) }
            { TextField::new("erase", words.get(text::ERASE_TYPE), (*typed).clone(), on_input).line() }
            <button type="button" class="button button--danger" disabled={!armed} {onclick}>{ words.get(text::ERASE) }</button>
        </>
    }
}
