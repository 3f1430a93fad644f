//! What every field has in common: the words around it, how they are tied to it, and how what is typed is heard.

use engine::archive::limits::fitting;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The words around one field.
#[derive(Clone, PartialEq)]
pub(super) struct FieldFrame {
    /// Unique on the page: the id of the place to fill in, and the start of the ids around it.
    pub id: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// More about it; empty = nothing.
    pub hint: AttrValue,
    /// What is wrong with the value; empty = nothing.
    pub error: AttrValue,
}

impl FieldFrame {
    /// The words around `input`, the place to fill in.
    pub fn around(&self, input: Html) -> Html {
        let wrong = !self.error.is_empty();
        html! {
            <div class={if wrong { "field field--wrong" } else { "field" }}>
                <label for={self.id.clone()} id={self.part("-label")}>{ self.label.clone() }</label>
                <p class="hint" id={self.part("-hint")} hidden={self.hint.is_empty()}>{ self.hint.clone() }</p>
                <p class="error" id={self.part("-error")} hidden={!wrong}><span dir="auto">{ self.error.clone() }</span></p>
                { input }
            </div>
        }
    }

    fn part(&self, name: &str) -> String {
        [&self.id, name].concat()
    }

    /// The ids of what describes the field, what is wrong first.
    pub fn described(&self) -> Option<String> {
        let error = (!self.error.is_empty()).then(|| self.part("-error"));
        let hint = (!self.hint.is_empty()).then(|| self.part("-hint"));
        let ids: Vec<String> = error.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        (!self.error.is_empty()).then_some("true")
    }
}

/// A text and who hears of it. The blank placeholder lets the style sheet see that nothing is filled in.
pub(super) struct Typing {
    /// What stands in the field.
    pub value: AttrValue,
    /// Said with the text at every change.
    pub on_input: Callback<String>,
    /// Said when the person goes on to something else.
    pub on_leave: Option<Callback<FocusEvent>>,
    /// What happens to a text that is too long to be kept.
    pub too_long: TooLong,
}

/// What happens to a text that is too long to be kept.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum TooLong {
    /// It must not go on standing in the field as if it were kept.
    Cut,
    /// It stands there as a draft, and the field says what is wrong with it.
    Stays,
}

impl Typing {
    /// A line. `mode` is the keyboard that a phone shows, `proposes` the id of a list of values; empty = none.
    pub fn line(self, frame: &FieldFrame, mode: &'static str, proposes: &'static str) -> Html {
        let oninput = heard(self.on_input, self.too_long);
        html! {
            <input type="text" id={frame.id.clone()} value={self.value} inputmode={mode} placeholder=" " dir="auto" autocomplete="off"
                list={(!proposes.is_empty()).then_some(proposes)} aria-invalid={frame.invalid()}
                aria-describedby={frame.described()} {oninput} onfocusout={self.on_leave} />
        }
    }

    /// Several lines.
    pub fn area(self, frame: &FieldFrame, rows: &'static str) -> Html {
        let oninput = heard(self.on_input, self.too_long);
        html! {
            <textarea id={frame.id.clone()} value={self.value} {rows} placeholder=" " dir="auto"
                aria-invalid={frame.invalid()} aria-describedby={frame.described()} {oninput} onfocusout={self.on_leave} />
        }
    }
}

fn heard(on_input: Callback<String>, too_long: TooLong) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        if let Some(text) = typed(&event, too_long) {
            on_input.emit(text);
        }
    })
}

/// All that was typed, also where the field has been cut to what fits.
fn typed(event: &InputEvent, too_long: TooLong) -> Option<String> {
    let target = event.target()?;
    match target.dyn_into::<HtmlInputElement>() {
        Ok(line) => {
            let text = line.value();
            if let Some(fits) = cut(&text, too_long) {
                line.set_value(fits);
            }
            Some(text)
        }
        Err(target) => {
            let area = target.dyn_into::<HtmlTextAreaElement>().ok()?;
            let text = area.value();
            if let Some(fits) = cut(&text, too_long) {
                area.set_value(fits);
            }
            Some(text)
        }
    }
}

fn cut(text: &str, too_long: TooLong) -> Option<&str> {
    let fits = fitting(text);
    (too_long == TooLong::Cut && fits.len() < text.len()).then_some(fits)
}
