//! The saved clients: how each stands, and what can be done with it.

use crate::components::{Row, Send, TextField, h3, named_button, p, table};
use crate::model::view::library as view;
use crate::model::{Event, LibraryEvent, Model, Storage};
use crate::routes::Route;
use crate::text::{library as text, present};
use crate::words::{Text, Words};
use yew::prelude::*;

/// As many clients that a search for one is worth its place.
const MANY: usize = 8;

/// The list, with a search once it is long.
pub fn saved(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let view = view::listing(model);
    if matches!(model.storage, Storage::Opening) && view.all == 0 {
        // Not read yet: to say that nothing is saved would frighten.
        return html! { <div key="opening" aria-busy="true"></div> };
    }
    if view.all == 0 {
        return html! {
            <div class="empty">{ h3(words.get(text::EMPTY_TITLE)) }{ p(words.get(text::EMPTY_BODY)) }</div>
        };
    }
    let (all, archived, more) = (view.all, view.archived, view.more.clone());
    html! {
        <>
            <div hidden={all < MANY && model.listing.search.is_empty()}>{ search(send, model) }</div>
            { list(send, model, view) }
            <div class="actions" hidden={more.is_empty()}>{ button_more(send, more, LibraryEvent::MoreClients) }</div>
            <div class="actions" hidden={archived == 0 && !model.listing.archived}>{ which(send, model, archived) }</div>
        </>
    }
}

/// Shows more of a long list.
pub(super) fn button_more(send: &Send, label: String, event: LibraryEvent) -> Html {
    html! { <button type="button" class="button" onclick={send.says(Event::Library(event))}>{ label }</button> }
}

fn search(send: &Send, model: &Model) -> Html {
    let (words, send) = (model.words, send.clone());
    let typed = Callback::from(move |text| send.emit(Event::Library(LibraryEvent::Search(text))));
    let sought = model.listing.search.clone();
    TextField::new("find-client", words.get(text::SEARCH), sought, typed)
        .hint(words.get(text::SEARCH_HINT))
        .line()
}

/// Between the clients that are worked with and those put away.
fn which(send: &Send, model: &Model, archived: usize) -> Html {
    let words = model.words;
    let (label, event) = if model.listing.archived {
        let back = words.get(text::LIST_CURRENT).to_owned();
        (back, LibraryEvent::ListArchived(false))
    } else {
        let n = archived.to_string();
        let show = words.fill(text::LIST_ARCHIVED, &[("n", &n)]);
        (show, LibraryEvent::ListArchived(true))
    };
    html! { <button type="button" class="button button--quiet" onclick={send.says(Event::Library(event))}>{ label }</button> }
}

fn list(send: &Send, model: &Model, view: view::Listing) -> Html {
    let words = model.words;
    if view.rows.is_empty() {
        let sought = model.listing.search.trim();
        let said = if sought.is_empty() {
            let none = if model.listing.archived {
                text::ARCHIVED_NONE
            } else {
                text::EMPTY_TITLE
            };
            words.get(none).to_owned()
        } else {
            words.fill(text::FOUND_NONE, &[("text", sought)])
        };
        return html! { <p role="status">{ said }</p> };
    }
    let columns = [
        text::COLUMN_NAME,
        text::COLUMN_AGREEMENT,
        text::COLUMN_GAPS,
        text::COLUMN_PROTECTION,
        text::COLUMN_ASKS,
        text::COLUMN_NEXT,
        text::COLUMN_ACTIONS,
    ]
    .map(|title| (words.get(title), ""));
    let rows = view.rows.into_iter().map(|of| row(send, model, of));
    table("saved-title".into(), "", &columns, rows.collect())
}

fn row(send: &Send, model: &Model, row: view::Row) -> Row {
    let words = model.words;
    let status = &row.status;
    let asks = if status.asked + status.agreed == 0 {
        String::new()
    } else {
        let numbers = [status.asked, status.agreed].map(|n| n.to_string());
        let [asked, agreed] = &numbers;
        words.fill(text::ASKS, &[("asked", asked), ("agreed", agreed)])
    };
    let next = row.next.as_ref().map(|next| {
        let what = words.get(next.what);
        words.fill(text::NEXT, &[("date", &next.date), ("what", what)])
    });
    let cells = vec![
        html! { <bdi>{ row.name.clone() }</bdi> },
        html! { <bdi>{ row.agreement.clone() }</bdi> },
        Html::from(&status.gaps),
        Html::from(&status.protection),
        Html::from(asks),
        Html::from(next.unwrap_or_default()),
        html! { <div class="actions">{ actions(send, model, &row) }</div> },
    ];
    Row::new(row.id, cells)
}

fn actions(send: &Send, model: &Model, row: &view::Row) -> Html {
    let words = model.words;
    let quiet = "button button--quiet";
    let named = |class, label: Text, name: Text, event: LibraryEvent| {
        named_act(send, words, class, (label, name), &row.name, event)
    };
    let id = || row.id.clone();
    html! {
        <>
            if row.open {
                <span class="tag">{ words.get(text::OPEN_NOW) }</span>
                <a class="button" href={Route::Present.hash()} hidden={!model.has(Route::Present)} aria-label={words.fill(present::PRESENT_NAMED, &[("name", &row.name)])}>{ words.get(present::PRESENT) }</a>
            } else {
                { named("button", text::OPEN, text::OPEN_NAMED, LibraryEvent::Open(id())) }
            }
            { named(quiet, text::DUPLICATE, text::DUPLICATE_NAMED, LibraryEvent::Duplicate(id())) }
            if model.listing.archived {
                { named(quiet, text::TAKE_BACK, text::TAKE_BACK_NAMED, LibraryEvent::Archive(id(), false)) }
            } else {
                { named(quiet, text::ARCHIVE, text::ARCHIVE_NAMED, LibraryEvent::Archive(id(), true)) }
            }
            { named(quiet, text::REMOVE, text::REMOVE_NAMED, LibraryEvent::Delete(id())) }
        </>
    }
}

/// A button whose full name says what it is for.
fn named_act(
    send: &Send,
    words: Words,
    class: &'static str,
    (label, full): (Text, Text),
    name: &str,
    event: LibraryEvent,
) -> Html {
    let full = words.fill(full, &[("name", name)]);
    named_button(send, class, words.get(label), full, Event::Library(event))
}
