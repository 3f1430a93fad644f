//! Saved assessments, files, and what is on this device.

use crate::components::{
    Row, Send, TextField, banner, button, h3, named_button, p, screen_title, table,
};
use crate::model::view::library as view;
use crate::model::{Aside, Edit, Event, LibraryEvent, Loading, Model, Storage};
use crate::text::{library as text, storage};
use crate::words::Words;
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            <div class="asides">
                for aside in model.aside.iter() {
                    <div key={aside.key}>
                        { put_aside(send, words, aside) }
                    </div>
                }
            </div>
            <section aria-labelledby="saved-title">
                <h2 id="saved-title">{ words.get(text::SAVED_TITLE) }</h2>
                // Above the list, so that they stay where they are while the list is read from the database.
                <div class="actions">
                    { act(send, "button button--primary", words.get(text::NEW), LibraryEvent::New) }
                    <button type="button" class="button" disabled={!matches!(model.catalogue, Loading::Ready(_))}
                        onclick={send.says(Event::Library(LibraryEvent::Sample))}>{ words.get(text::SAMPLE) }</button>
                </div>
                { saved(send, model) }
            </section>
            <section aria-labelledby="details-title">{ details(send, model) }</section>
            <section aria-labelledby="files-title">{ files(send, model) }</section>
            <section aria-labelledby="erase-title"><Erase /></section>
        </>
    }
}

fn act(send: &Send, class: &'static str, label: &'static str, event: LibraryEvent) -> Html {
    button(send, class, label, Event::Library(event))
}

/// What is offered for a file that was put aside.
fn put_aside(send: &Send, words: Words, aside: &Aside) -> Html {
    let body = words.fill(storage::ASIDE_BODY, &[("problem", &aside.problem)]);
    let buttons = html! {
        <>
            { act(send, "button", words.get(storage::ASIDE_SAVE), LibraryEvent::ExportAside(aside.key)) }
            { act(send, "button button--quiet", words.get(storage::ASIDE_DROP), LibraryEvent::DropAside(aside.key)) }
        </>
    };
    banner(words.get(storage::ASIDE_TITLE), body, buttons)
}

fn saved(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let rows = view::rows(model);
    if matches!(model.storage, Storage::Opening) && rows.is_empty() {
        // Not read yet: to say that nothing is saved would frighten.
        return html! { <div key="opening" aria-busy="true"></div> };
    }
    if rows.is_empty() {
        return html! {
            <div class="empty">{ h3(words.get(text::EMPTY_TITLE)) }{ p(words.get(text::EMPTY_BODY)) }</div>
        };
    }
    let columns = [
        (words.get(text::COLUMN_NAME), ""),
        (words.get(text::COLUMN_AGREEMENT), ""),
        (words.get(text::COLUMN_GAPS), "number"),
        (words.get(text::COLUMN_ACTIONS), ""),
    ];
    let row = |row: view::Row| {
        let cells = vec![
            html! { <bdi>{ row.name.clone() }</bdi> },
            html! { <bdi>{ row.agreement.clone() }</bdi> },
            Html::from(&row.gaps),
            html! { <div class="actions">{ row_actions(send, model, &row) }</div> },
        ];
        Row::new(row.id, cells)
    };
    let rows = rows.into_iter().map(row).collect();
    table("saved-title".into(), "", &columns, rows)
}

fn row_actions(send: &Send, model: &Model, row: &view::Row) -> Html {
    let words = model.words;
    let act = |class, label, name, event: fn(String) -> LibraryEvent| {
        let name = words.fill(name, &[("name", &row.name)]);
        let event = Event::Library(event(row.id.clone()));
        named_button(send, class, words.get(label), name, event)
    };
    let quiet = "button button--quiet";
    html! {
        <>
            if row.open {
                <span class="tag">{ words.get(text::OPEN_NOW) }</span>
            } else {
                { act("button", text::OPEN, text::OPEN_NAMED, LibraryEvent::Open) }
            }
            { act(quiet, text::DUPLICATE, text::DUPLICATE_NAMED, LibraryEvent::Duplicate) }
            { act(quiet, text::REMOVE, text::REMOVE_NAMED, LibraryEvent::Delete) }
        </>
    }
}

fn details(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let field = |id: &'static str, label, value: &str, edit: fn(String) -> Edit| {
        let send = send.clone();
        let says = Callback::from(move |text| send.emit(Event::Edited(edit(text))));
        TextField::new(id, words.get(label), value.to_owned(), says)
    };
    let assessment = model.assessment();
    let prepared = assessment.map_or("", |assessment| &assessment.prepared_by);
    let reason = assessment.map_or("", |assessment| &assessment.reason);
    let name = field(
        "client",
        text::NAME,
        &model.open.client.name,
        Edit::ClientName,
    );
    let reason = field("reason", text::REASON, reason, Edit::Reason);
    html! {
        <>
            <h2 id="details-title">{ words.get(text::DETAILS_TITLE) }</h2>
            <div class="grid">
                { name.hint(words.get(text::NAME_HINT)).line() }
                { field("prepared-by", text::PREPARED_BY, prepared, Edit::PreparedBy).line() }
                { reason.hint(words.get(text::REASON_HINT)).line() }
            </div>
        </>
    }
}

fn files(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let picked = {
        let send = send.clone();
        Callback::from(move |event: web_sys::Event| {
            if let Some(file) = crate::browser::picked_file(&event) {
                crate::browser::file_text(file, send.0.clone());
            }
        })
    };
    html! {
        <>
            <h2 id="files-title">{ words.get(text::FILES_TITLE) }</h2>
            { p(words.get(text::FILES_BODY)) }
            <div class="actions">
                { act(send, "button", words.get(text::EXPORT), LibraryEvent::Export) }
                { act(send, "button", words.get(text::EXPORT_ALL), LibraryEvent::ExportAll) }
            </div>
            <div class="field">
                <label for="import">{ words.get(text::IMPORT) }</label>
                <p class="hint" id="import-hint">{ words.get(text::IMPORT_HINT) }</p>
                <input type="file" id="import" accept=".json,application/json" aria-describedby="import-hint" onchange={picked} />
            </div>
        </>
    }
}

/// Erasing asks for a typed word: the one act that cannot be taken back.
#[component]
fn Erase() -> Html {
    let send = crate::components::use_send();
    let typed = use_state(String::new);
    let words = crate::words::Words::english();
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
