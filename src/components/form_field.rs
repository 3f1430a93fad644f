//! One field of the commitments: a label, what is filled in, what is wrong with it.

use super::field_frame::{FieldFrame, TooLong, Typing};
use super::pick::Select;
use super::{Choice, ChoiceOption, Look, PickGroup, Send, use_send, use_words};
use crate::model::Event;
use crate::model::forms::{Field, FieldKind, FormEvent, Silence};
use crate::text::commitments as text;
use crate::words::Words;
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
    let (send, words) = (use_send(), use_words());
    let field = &props.field;
    let frame = FieldFrame {
        id: field.id.clone().into(),
        label: field.label.into(),
        hint: field.hint.clone().into(),
        error: field.error.clone().into(),
    };
    let input = match &field.kind {
        FieldKind::Radio(options) => return radio(&send, field, options),
        FieldKind::Select(options) => select(&send, field, &frame, options),
        FieldKind::Fixed => {
            html! { <output id={field.id.clone()} class="field__fixed number">{ field.value.clone() }</output> }
        }
        FieldKind::Line { proposes } => typing(&send, field).line(&frame, "text", proposes),
        FieldKind::Area => typing(&send, field).area(&frame, "3"),
    };
    let silent = html! {
        <>
            { input }
            <div class="field__silent">
                if field.silence != Silence::Never {
                    { silent(&send, words, field) }
                }
            </div>
        </>
    };
    frame.around(silent)
}

/// "The agreement doesn't say", which belongs to the field by its name.
fn silent(send: &Send, words: Words, field: &Field) -> Html {
    let id = [&field.id, "-silent"].concat();
    let said = field.silence == Silence::Said;
    let (send, path) = (send.clone(), field.path);
    let onchange = move |_: web_sys::Event| send.emit(Event::Form(FormEvent::Silent(path, !said)));
    html! {
        <>
            <input type="checkbox" id={id.clone()} checked={said} {onchange} aria-labelledby={[&id, "-label ", &field.id, "-label"].concat()} />
            <label for={id.clone()} id={[&id, "-label"].concat()}>{ words.get(text::CHOICE_SILENT) }</label>
        </>
    }
}

fn typing(send: &Send, field: &Field) -> Typing {
    let (to, path) = (send.clone(), field.path);
    Typing {
        value: field.value.clone().into(),
        on_input: Callback::from(move |typed| to.emit(Event::Form(FormEvent::Typed(path, typed)))),
        on_leave: Some(send.on(move || Event::Form(FormEvent::Left(path)))),
        too_long: TooLong::Stays,
    }
}

fn radio(send: &Send, field: &Field, options: &[(&'static str, &'static str)]) -> Html {
    let (send, path) = (send.clone(), field.path);
    let on_choose = Callback::from(move |key: &'static str| {
        send.emit(Event::Form(FormEvent::Chosen(path, key)));
    });
    let chosen = options.iter().find(|(key, _)| *key == field.value);
    Choice {
        name: field.id.clone().into(),
        legend: field.label.into(),
        hint: field.hint.clone().into(),
        chosen: chosen.map_or("", |(key, _)| key),
        options: ChoiceOption::list(options),
        on_choose,
        look: Look::Small,
    }
    .draw()
}

fn select(
    send: &Send,
    field: &Field,
    frame: &FieldFrame,
    options: &[(&'static str, &'static str)],
) -> Html {
    let (send, path) = (send.clone(), field.path);
    let keys: Vec<&'static str> = options.iter().map(|(key, _)| *key).collect();
    let on_pick = Callback::from(move |key: String| {
        if let Some(key) = keys.iter().find(|known| **known == key) {
            send.emit(Event::Form(FormEvent::Chosen(path, key)));
        }
    });
    let groups = vec![PickGroup {
        label: AttrValue::default(),
        options: options
            .iter()
            .map(|(key, label)| (AttrValue::Static(key), AttrValue::Static(label)))
            .collect(),
    }];
    html! {
        <Select id={field.id.clone()} described={frame.described()} {groups} chosen={field.value.clone()} {on_pick} />
    }
}
