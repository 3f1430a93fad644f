//! Saved assessments, files, and what is on this device.

use crate::components::{Banner, Line, Send};
use crate::model::view::library as view;
use crate::model::{Edit, Event, LibraryEvent, Loading, Model, Storage};
use crate::text::{library as text, storage};
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ words.get(text::TITLE) }</h1>
            <p class="lead">{ words.get(text::LEAD) }</p>
            <div class="asides">
                for aside in model.aside.iter() {
                    <div key={aside.key}>
                        <Banner title={words.get(storage::ASIDE_TITLE)} body={words.fill(storage::ASIDE_BODY, &[("problem", &aside.problem)])}>
                            <button type="button" class="button" onclick={act(send, LibraryEvent::ExportAside(aside.key))}>{ words.get(storage::ASIDE_SAVE) }</button>
                            <button type="button" class="button button--quiet" onclick={act(send, LibraryEvent::DropAside(aside.key))}>{ words.get(storage::ASIDE_DROP) }</button>
                        </Banner>
                    </div>
                }
            </div>
            <section aria-labelledby="saved-title">
                <h2 id="saved-title">{ words.get(text::SAVED_TITLE) }</h2>
                // Above the list, so that they stay where they are while the list is read from the database.
                <div class="actions">
                    <button type="button" class="button button--primary" onclick={act(send, LibraryEvent::New)}>{ words.get(text::NEW) }</button>
                    <button type="button" class="button" disabled={!matches!(model.catalogue, Loading::Ready(_))}
                        onclick={act(send, LibraryEvent::Sample)}>{ words.get(text::SAMPLE) }</button>
                </div>
                { saved(send, model) }
            </section>
            <section aria-labelledby="details-title">{ details(send, model) }</section>
            <section aria-labelledby="files-title">{ files(send, model) }</section>
            <section aria-labelledby="erase-title"><Erase /></section>
        </>
    }
}

fn act<T: 'static>(send: &Send, event: LibraryEvent) -> Callback<T> {
    send.on(move || Event::Library(event.clone()))
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
            <div class="empty"><h3>{ words.get(text::EMPTY_TITLE) }</h3><p>{ words.get(text::EMPTY_BODY) }</p></div>
        };
    }
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby="saved-title">
            <table>
                <thead><tr>
                    <th scope="col">{ words.get(text::COLUMN_NAME) }</th>
                    <th scope="col">{ words.get(text::COLUMN_AGREEMENT) }</th>
                    <th scope="col">{ words.get(text::COLUMN_GAPS) }</th>
                    <th scope="col">{ words.get(text::COLUMN_ACTIONS) }</th>
                </tr></thead>
                <tbody>
                    for row in rows {
                        <tr key={row.id.clone()}>
                            <th scope="row"><bdi>{ row.name.clone() }</bdi></th>
                            <td><bdi>{ row.agreement.clone() }</bdi></td>
                            <td class="number">{ row.gaps.clone() }</td>
                            <td><div class="actions">{ row_actions(send, model, &row) }</div></td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn row_actions(send: &Send, model: &Model, row: &view::Row) -> Html {
    let words = model.words;
    let name = [("name", row.name.as_str())];
    html! {
        <>
            if row.open {
                <span class="tag">{ words.get(text::OPEN_NOW) }</span>
            } else {
                <button type="button" class="button" aria-label={words.fill(text::OPEN_NAMED, &name)}
                    onclick={act(send, LibraryEvent::Open(row.id.clone()))}>{ words.get(text::OPEN) }</button>
            }
            <button type="button" class="button button--quiet" aria-label={words.fill(text::DUPLICATE_NAMED, &name)}
                onclick={act(send, LibraryEvent::Duplicate(row.id.clone()))}>{ words.get(text::DUPLICATE) }</button>
            <button type="button" class="button button--quiet" aria-label={words.fill(text::REMOVE_NAMED, &name)}
                onclick={act(send, LibraryEvent::Delete(row.id.clone()))}>{ words.get(text::REMOVE) }</button>
        </>
    }
}

fn details(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let says = |edit: fn(String) -> Edit| {
        let send = send.clone();
        Callback::from(move |text| send.emit(Event::Edited(edit(text))))
    };
    let assessment = model.assessment();
    let prepared = assessment
        .map(|assessment| assessment.prepared_by.clone())
        .unwrap_or_default();
    let reason = assessment
        .map(|assessment| assessment.reason.clone())
        .unwrap_or_default();
    html! {
        <>
            <h2 id="details-title">{ words.get(text::DETAILS_TITLE) }</h2>
            <div class="grid">
                <Line id="client" label={words.get(text::NAME)} hint={words.get(text::NAME_HINT)} value={model.open.client.name.clone()} on_input={says(Edit::ClientName)} />
                <Line id="prepared-by" label={words.get(text::PREPARED_BY)} value={prepared} on_input={says(Edit::PreparedBy)} />
                <Line id="reason" label={words.get(text::REASON)} hint={words.get(text::REASON_HINT)} value={reason} on_input={says(Edit::Reason)} />
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
            <p>{ words.get(text::FILES_BODY) }</p>
            <div class="actions">
                <button type="button" class="button" onclick={act(send, LibraryEvent::Export)}>{ words.get(text::EXPORT) }</button>
                <button type="button" class="button" onclick={act(send, LibraryEvent::ExportAll)}>{ words.get(text::EXPORT_ALL) }</button>
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
            <p>{ words.get(text::ERASE_BODY) }</p>
            <Line id="erase" label={words.get(text::ERASE_TYPE)} value={(*typed).clone()} {on_input} />
            <button type="button" class="button button--danger" disabled={!armed} {onclick}>{ words.get(text::ERASE) }</button>
        </>
    }
}
