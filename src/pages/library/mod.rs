//! Saved assessments, files, and what is on this device.

mod clients;
mod dates;
mod device;
mod erase;
mod lock;
mod versions;

use crate::components::{Send, TextField, banner, button, p, screen_title};
use crate::model::{Aside, Edit, Event, LibraryEvent, Loading, Model};
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
            <div>
                if let Some(waiting) = &model.locked { <lock::Unlock waiting={waiting.clone()} /> }
            </div>
            <section aria-labelledby="saved-title">
                <h2 id="saved-title">{ words.get(text::SAVED_TITLE) }</h2>
                // Above the list, so that they stay where they are while the list is read from the database.
                <div class="actions">
                    { act(send, "button button--primary", words.get(text::NEW), LibraryEvent::New) }
                    <button type="button" class="button" disabled={!matches!(model.catalogue, Loading::Ready(_))}
                        onclick={send.says(Event::Library(LibraryEvent::Sample))}>{ words.get(text::SAMPLE) }</button>
                </div>
                { clients::saved(send, model) }
            </section>
            <section aria-labelledby="dates-title">{ dates::dates(send, model) }</section>
            <section aria-labelledby="versions-title">{ versions::versions(send, model) }</section>
            <section aria-labelledby="details-title">{ details(send, model) }</section>
            <section aria-labelledby="files-title">{ files(send, model) }</section>
            <section aria-labelledby="erase-title"><erase::Erase /></section>
            // Last, because what is known of the device comes late: nothing may move from under a finger.
            { device::device(send, model) }
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
            if model.on_a_disk {
                <div id="on-a-disk">
                    <h3>{ words.get(text::DISK_TITLE) }</h3>
                    { p(words.get(text::DISK_BODY)) }
                    { p(words.get(text::DISK_SHARE)) }
                </div>
            }
            <div class="actions">
                { act(send, "button", words.get(text::EXPORT), LibraryEvent::Export) }
                { act(send, "button", words.get(text::EXPORT_ALL), LibraryEvent::ExportAll) }
            </div>
            <lock::LockedExport />
            <div class="field">
                <label for="import">{ words.get(text::IMPORT) }</label>
                <p class="hint" id="import-hint">{ words.get(text::IMPORT_HINT) }</p>
                <input type="file" id="import" accept=".json,application/json" aria-describedby="import-hint" onchange={picked} />
            </div>
        </>
    }
}
