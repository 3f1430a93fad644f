//! The promises themselves, typed once and used by every other screen.

use super::parts::links;
use crate::components::{FormField, Send, TextField, figure, screen_title};
use crate::model::forms::{self, Button, Field, FormEvent, Item, Section, Table};
use crate::model::{Event, Model};
use crate::routes::Route;
use crate::text::commitments as text;
use crate::words::Words;
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let sections = forms::view(model);
    let titles: Vec<_> = sections.iter().map(|of| (of.id, of.title)).collect();
    html! {
        <>
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            { links(Route::Commitments, words.get(text::CONTENTS), &titles) }
            <div class="proposals">
                for (id, values) in forms::proposals(model) {
                    <datalist key={id} {id}>
                        for (value, label) in values {
                            <option key={value.clone()} value={value.clone()} label={(!label.is_empty()).then_some(label)} />
                        }
                    </datalist>
                }
            </div>
            <div class="sections">
                for section in sections {
                    <section key={section.id} class="commitments" aria-labelledby={section.id}>{ body(send, words, &section) }</section>
                }
            </div>
            <section class="commitments" aria-labelledby="paste-title">{ paste(send, model) }</section>
        </>
    }
}

fn body(send: &Send, words: Words, section: &Section) -> Html {
    html! {
        <>
            <h2 id={section.id} tabindex="-1">{ section.title }</h2>
            <p class="hint">{ section.intro }</p>
            <div class="grid">
                for of in section.fields.iter() {
                    <div key={of.id.clone()}>{ field(send, of) }</div>
                }
            </div>
            <div class="notes" hidden={section.notes.is_empty()}>
                <h3>{ words.get(text::NOTES) }</h3>
                <ul>
                    for note in section.notes.iter() {
                        <li key={note.clone()} dir="auto">{ note.clone() }</li>
                    }
                </ul>
            </div>
            <dl class="facts" hidden={section.facts.is_empty()}>
                for (name, value) in section.facts.iter() {
                    <div key={*name}><dt>{ *name }</dt><dd class="number">{ value.clone() }</dd></div>
                }
            </dl>
            <div>
                if let Some(of) = &section.table {
                    { table(section.id, of) }
                }
            </div>
            <div class="paging">
                if let Some(paging) = &section.paging {
                    <p class="hint" role="status">{ paging.shown.clone() }</p>
                    { buttons(send, &paging.buttons, "button button--quiet") }
                }
            </div>
            <div class="entries">
                for of in section.items.iter() {
                    <details key={of.key.clone()} class="entry" open={of.open}>{ item(send, of) }</details>
                }
            </div>
            { buttons(send, &section.buttons, "button") }
        </>
    }
}

fn item(send: &Send, item: &Item) -> Html {
    html! {
        <>
            <summary><h3><bdi>{ item.title.clone() }</bdi></h3></summary>
            <div class="grid">
                for of in item.fields.iter() {
                    <div key={of.path.key}>{ field(send, of) }</div>
                }
            </div>
            <div class="entry__figures">
                for shown in item.figures.iter() {
                    <div key={shown.text.clone()}>{ figure(shown, "figure") }</div>
                }
            </div>
            { buttons(send, std::slice::from_ref(&item.remove), "button button--quiet") }
        </>
    }
}

fn table(id: &'static str, table: &Table) -> Html {
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby={[id, "-caption"].concat()}>
            <table>
                <caption id={[id, "-caption"].concat()}>{ table.caption }</caption>
                <thead><tr>
                    for head in table.head {
                        <th key={head} scope="col">{ head }</th>
                    }
                </tr></thead>
                <tbody>
                    for (key, [name, a, b, c]) in table.rows.iter() {
                        <tr key={key.clone()}>
                            <th scope="row"><bdi>{ name.clone() }</bdi></th>
                            <td class="number">{ a.clone() }</td>
                            <td>{ b.clone() }</td>
                            <td class="number">{ c.clone() }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn buttons(send: &Send, list: &[Button], class: &'static str) -> Html {
    html! {
        <div class="actions" hidden={list.is_empty()}>
            for Button { label, event } in list.iter().cloned() {
                <button key={label.clone()} type="button" {class} onclick={send.says(Event::Form(event))}>
                    <bdi>{ label.clone() }</bdi>
                </button>
            }
        </div>
    }
}

fn paste(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let view = forms::paste(model);
    let on_input = {
        let send = send.clone();
        Callback::from(move |typed| send.emit(Event::Form(FormEvent::PasteTyped(typed))))
    };
    html! {
        <>
            <h2 id="paste-title" tabindex="-1">{ words.get(text::PASTE_TITLE) }</h2>
            { TextField::new("paste", words.get(text::PASTE_LABEL), view.text, on_input).hint(words.get(text::PASTE_HINT)).area("5") }
            <div role="status">
                <p>{ view.found }</p>
                <p class="error" hidden={view.wrong.is_empty()}>{ view.wrong }</p>
            </div>
            <ul>
                for trouble in view.troubles {
                    <li key={trouble.clone()} dir="auto">{ trouble.clone() }</li>
                }
            </ul>
            { buttons(send, &view.buttons, "button") }
        </>
    }
}

/// One field.
pub fn field(_send: &Send, field: &Field) -> Html {
    html! { <FormField field={field.clone()} /> }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::State;
    use super::*;
    use crate::model::fixture::blank;
    use crate::model::forms::{FieldPath, List, Place};
    use crate::model::update;
    use engine::agreement::ServiceKind;
    use std::rc::Rc;

    #[derive(Properties, PartialEq)]
    struct Props {
        state: State,
    }

    #[component]
    fn Page(props: &Props) -> Html {
        screen(&Send(Callback::noop()), &props.state.0)
    }

    #[tokio::test(flavor = "current_thread")]
    async fn draws_fields_entries_and_errors() {
        let mut model = blank("#/commitments", "2026-06-01");
        let path = |key| FieldPath {
            place: Place::Service(0),
            key,
        };
        for event in [
            FormEvent::AddService(ServiceKind::Other),
            FormEvent::Typed(path("name"), "<img src=x>".to_owned()),
            FormEvent::Typed(path("target"), "101".to_owned()),
            FormEvent::Left(path("target")),
            FormEvent::Silent(path("definition"), true),
            FormEvent::Chosen(path("period"), "calendar-month"),
            FormEvent::Add(List::Severities),
        ] {
            update(&mut model, Event::Form(event));
        }
        let html = yew::LocalServerRenderer::<Page>::with_props(Props {
            state: State(Rc::new(model)),
        })
        .hydratable(false)
        .render()
        .await;
        assert!(
            html.contains("&lt;img src=x&gt;") && !html.contains("<img"),
            "typed markup stays text"
        );
        assert!(html.contains("101 is above 100."));
        assert!(
            html.contains(r#"aria-describedby="service-0-target-error service-0-target-hint""#)
        );
        assert!(html.contains(r#"<option value="calendar-month" selected"#));
        assert!(
            html.contains(r#"<input checked type="checkbox" id="service-0-definition-silent""#)
        );
        for (start, end) in [
            ("<section", "</section>"),
            ("<details", "</details>"),
            ("<label", "</label>"),
        ] {
            assert_eq!(html.matches(start).count(), html.matches(end).count());
        }
    }
}
