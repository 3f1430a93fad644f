//! One field of the commitments: a label, what is filled in, what is wrong with it.

use super::{Choice, ChoiceOption, Look, Send, use_send};
use crate::model::Event;
use crate::model::forms::{Field, FieldKind, FormEvent, Silence};
use crate::text::commitments as text;
use crate::words::Words;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Properties of [`FormField`].
#[derive(Properties, PartialEq)]
pub struct FormFieldProps {
    /// The field.
    pub field: Field,
}

/// One field. Redrawn only when it changes itself.
#[component]
pub fn FormField(props: &FormFieldProps) -> Html {
    let send = use_send();
    let field = &props.field;
    match &field.kind {
        FieldKind::Radio(options) => radio(&send, field, options),
        FieldKind::Select(options) => framed(
            &send,
            field,
            html! { <Select field={field.clone()} options={options.clone()} /> },
        ),
        FieldKind::Fixed => framed(
            &send,
            field,
            html! { <output id={field.id.clone()} class="field__fixed number">{ field.value.clone() }</output> },
        ),
        FieldKind::Line { proposes } => framed(&send, field, line(&send, field, proposes)),
        FieldKind::Area => framed(&send, field, area(&send, field)),
    }
}

fn says(send: &Send, event: impl Fn() -> FormEvent + 'static) -> Callback<FocusEvent> {
    send.on(move || Event::Form(event()))
}

fn framed(send: &Send, field: &Field, input: Html) -> Html {
    let id = &field.id;
    let wrong = !field.error.is_empty();
    html! {
        <div class={classes!("field", wrong.then_some("field--wrong"))}>
            <label for={id.clone()} id={[id, "-label"].concat()}>{ field.label }</label>
            <p class="hint" id={[id, "-hint"].concat()} hidden={field.hint.is_empty()}>{ field.hint.clone() }</p>
            <p class="error" id={[id, "-error"].concat()} hidden={!wrong}><span dir="auto">{ field.error.clone() }</span></p>
            { input }
            <div class="field__silent">
                if field.silence != Silence::Never {
                    { silent(send, field) }
                }
            </div>
        </div>
    }
}

/// "The agreement doesn't say", which belongs to the field by its name.
fn silent(send: &Send, field: &Field) -> Html {
    let id = [&field.id, "-silent"].concat();
    let said = field.silence == Silence::Said;
    let (send, path) = (send.clone(), field.path);
    let onchange = move |_: web_sys::Event| send.emit(Event::Form(FormEvent::Silent(path, !said)));
    html! {
        <>
            <input type="checkbox" id={id.clone()} checked={said} {onchange} aria-labelledby={[&id, "-label ", &field.id, "-label"].concat()} />
            <label for={id.clone()} id={[&id, "-label"].concat()}>{ Words::english().get(text::CHOICE_SILENT) }</label>
        </>
    }
}

fn described(field: &Field) -> Option<String> {
    let hint = (!field.hint.is_empty()).then(|| [&field.id, "-hint"].concat());
    let error = (!field.error.is_empty()).then(|| [&field.id, "-error"].concat());
    let ids: Vec<String> = error.into_iter().chain(hint).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn line(send: &Send, field: &Field, proposes: &'static str) -> Html {
    let path = field.path;
    let oninput = {
        let send = send.clone();
        move |event: InputEvent| {
            if let Some(input) = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                send.emit(Event::Form(FormEvent::Typed(path, input.value())));
            }
        }
    };
    html! {
        <input type="text" id={field.id.clone()} value={field.value.clone()} placeholder=" " dir="auto" autocomplete="off"
            list={(!proposes.is_empty()).then_some(proposes)} aria-invalid={(!field.error.is_empty()).then_some("true")}
            aria-describedby={described(field)} {oninput} onfocusout={says(send, move || FormEvent::Left(path))} />
    }
}

fn area(send: &Send, field: &Field) -> Html {
    let path = field.path;
    let oninput = {
        let send = send.clone();
        move |event: InputEvent| {
            if let Some(input) = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
            {
                send.emit(Event::Form(FormEvent::Typed(path, input.value())));
            }
        }
    };
    html! {
        <textarea id={field.id.clone()} value={field.value.clone()} rows="3" placeholder=" " dir="auto"
            aria-invalid={(!field.error.is_empty()).then_some("true")} aria-describedby={described(field)} {oninput}
            onfocusout={says(send, move || FormEvent::Left(path))} />
    }
}

fn radio(send: &Send, field: &Field, options: &[(&'static str, &'static str)]) -> Html {
    let options: Vec<ChoiceOption> = options
        .iter()
        .map(|(key, label)| ChoiceOption { key, label })
        .collect();
    let (send, path) = (send.clone(), field.path);
    let on_choose = Callback::from(move |key: &'static str| {
        send.emit(Event::Form(FormEvent::Chosen(path, key)));
    });
    let chosen = options.iter().find(|option| option.key == field.value);
    Choice {
        name: field.id.clone().into(),
        legend: field.label.into(),
        hint: field.hint.clone().into(),
        chosen: chosen.map_or("", |option| option.key),
        options,
        on_choose,
        look: Look::Small,
    }
    .draw()
}

/// Properties of [`Select`].
#[derive(Properties, PartialEq)]
struct SelectProps {
    field: Field,
    options: Vec<(&'static str, &'static str)>,
}

/// One of several, folded up. The browser's own choice is set after each drawing: Yew sets it only at the first.
#[component]
fn Select(props: &SelectProps) -> Html {
    let send = use_send();
    let node = use_node_ref();
    let field = &props.field;
    {
        let node = node.clone();
        use_effect_with(field.value.clone(), move |value| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        });
    }
    let onchange = {
        let (path, keys) = (
            field.path,
            props
                .options
                .iter()
                .map(|(key, _)| *key)
                .collect::<Vec<_>>(),
        );
        move |event: web_sys::Event| {
            let select = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let key = select.map(|select| select.value());
            if let Some(key) = key.and_then(|key| keys.iter().find(|known| **known == key)) {
                send.emit(Event::Form(FormEvent::Chosen(path, key)));
            }
        }
    };
    html! {
        <select ref={node} id={field.id.clone()} aria-describedby={described(field)} {onchange}>
            for (key, label) in props.options.iter() {
                <option key={*key} value={*key} selected={*key == field.value}>{ *label }</option>
            }
        </select>
    }
}
