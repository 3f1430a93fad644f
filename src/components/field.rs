//! Text fields with their label, hint and error. The blank placeholder lets the style sheet see that nothing is filled in.

use engine::archive::limits::fitting;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// A text field.
pub struct TextField {
    id: AttrValue,
    label: &'static str,
    value: AttrValue,
    hint: AttrValue,
    error: AttrValue,
    mode: &'static str,
    on_input: Callback<String>,
}

impl TextField {
    /// A field with an id that is unique on the page, what is asked for, and what stands in it. `on_input` is said with the
    /// text at every change.
    pub fn new(
        id: impl Into<AttrValue>,
        label: &'static str,
        value: impl Into<AttrValue>,
        on_input: Callback<String>,
    ) -> Self {
        Self {
            id: id.into(),
            label,
            value: value.into(),
            hint: AttrValue::Static(""),
            error: AttrValue::Static(""),
            mode: "text",
            on_input,
        }
    }

    /// With more about what is asked for.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<AttrValue>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what is wrong with the value; empty = nothing.
    #[must_use]
    pub fn error(mut self, error: impl Into<AttrValue>) -> Self {
        self.error = error.into();
        self
    }

    /// With the keyboard that a phone shows: `numeric`, `decimal`, `text`.
    #[must_use]
    pub fn mode(mut self, mode: &'static str) -> Self {
        self.mode = mode;
        self
    }

    /// A line of text.
    pub fn line(self) -> Html {
        let say = self.on_input.clone();
        let oninput = move |event: InputEvent| {
            if let Some(field) = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                let text = field.value();
                // What is too long to be kept must not go on standing in the field as if it were.
                let fits = fitting(&text);
                if fits.len() < text.len() {
                    field.set_value(fits);
                }
                say.emit(text);
            }
        };
        let input = html! {
            <input type="text" id={self.id.clone()} value={self.value.clone()} inputmode={self.mode} placeholder=" " dir="auto"
                autocomplete="off" aria-invalid={(!self.error.is_empty()).then_some("true")}
                aria-describedby={self.described()} {oninput} />
        };
        self.framed(input)
    }

    /// Several lines of text, as many as `rows` in sight.
    pub fn area(self, rows: &'static str) -> Html {
        let say = self.on_input.clone();
        let oninput = move |event: InputEvent| {
            if let Some(field) = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
            {
                let text = field.value();
                // What is too long to be kept must not go on standing in the field as if it were.
                let fits = fitting(&text);
                if fits.len() < text.len() {
                    field.set_value(fits);
                }
                say.emit(text);
            }
        };
        let area = html! {
            <textarea id={self.id.clone()} value={self.value.clone()} {rows} placeholder=" " dir="auto"
                aria-invalid={(!self.error.is_empty()).then_some("true")} aria-describedby={self.described()} {oninput} />
        };
        self.framed(area)
    }

    fn described(&self) -> Option<String> {
        let mut ids = Vec::new();
        if !self.error.is_empty() {
            ids.push([&self.id, "-error"].concat());
        }
        if !self.hint.is_empty() {
            ids.push([&self.id, "-hint"].concat());
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn framed(self, input: Html) -> Html {
        let (id, wrong) = (self.id, !self.error.is_empty());
        html! {
            <div class={if wrong { "field field--wrong" } else { "field" }}>
                <label for={id.clone()}>{ self.label }</label>
                <p class="hint" id={[&id, "-hint"].concat()} hidden={self.hint.is_empty()}>{ self.hint }</p>
                <p class="error" id={[&id, "-error"].concat()} hidden={!wrong}>{ self.error }</p>
                { input }
            </div>
        }
    }
}
