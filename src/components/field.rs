//! Text fields with their label, hint and error. The blank placeholder lets the style sheet see that nothing is filled in.

use engine::archive::limits::fitting;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`Line`] and [`Area`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// What stands in the field.
    pub value: AttrValue,
    /// More about it.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong with the value; empty = nothing.
    #[prop_or_default]
    pub error: AttrValue,
    /// Said with the text at every change.
    pub on_input: Callback<String>,
    /// Which keyboard a phone shows: `numeric`, `decimal`, `text`.
    #[prop_or(AttrValue::Static("text"))]
    pub mode: AttrValue,
    /// Extra class.
    #[prop_or_default]
    pub class: Classes,
    /// Rows of an area.
    #[prop_or(2)]
    pub rows: u8,
}

fn described(props: &FieldProps) -> Option<String> {
    let mut ids = Vec::new();
    if !props.error.is_empty() {
        ids.push([&props.id, "-error"].concat());
    }
    if !props.hint.is_empty() {
        ids.push([&props.id, "-hint"].concat());
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn framed(props: &FieldProps, input: Html) -> Html {
    let wrong = !props.error.is_empty();
    html! {
        <div class={classes!("field", props.class.clone(), wrong.then_some("field--wrong"))}>
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            <p class="hint" id={[&props.id, "-hint"].concat()} hidden={props.hint.is_empty()}>{ props.hint.clone() }</p>
            <p class="error" id={[&props.id, "-error"].concat()} hidden={!wrong}>{ props.error.clone() }</p>
            { input }
        </div>
    }
}

/// A line of text.
#[component]
pub fn Line(props: &FieldProps) -> Html {
    let on_input = props.on_input.clone();
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
            on_input.emit(text);
        }
    };
    framed(
        props,
        html! {
            <input type="text" id={props.id.clone()} value={props.value.clone()} inputmode={props.mode.clone()} placeholder=" " dir="auto"
                autocomplete="off" aria-invalid={(!props.error.is_empty()).then_some("true")}
                aria-describedby={described(props)} {oninput} />
        },
    )
}

/// Several lines of text.
#[component]
pub fn Area(props: &FieldProps) -> Html {
    let on_input = props.on_input.clone();
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
            on_input.emit(text);
        }
    };
    framed(
        props,
        html! {
            <textarea id={props.id.clone()} value={props.value.clone()} rows={props.rows.to_string()} placeholder=" " dir="auto"
                aria-invalid={(!props.error.is_empty()).then_some("true")} aria-describedby={described(props)} {oninput} />
        },
    )
}
