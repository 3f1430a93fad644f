//! What falls due, for all clients.

use super::clients::button_more;
use crate::components::{Row, Send, button, hint, p, table};
use crate::model::view::library as view;
use crate::model::{Event, LibraryEvent, Model};
use crate::text::dates as text;
use yew::prelude::*;

/// The section.
pub fn dates(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let view::DatesView { rows, more } = view::dates_listed(model);
    let nothing = rows.is_empty();
    html! {
        <>
            <h2 id="dates-title">{ words.get(text::TITLE) }</h2>
            { p(words.get(if nothing { text::NONE } else { text::LEAD })) }
            <div hidden={nothing}>
                { list(model, rows) }
                <div class="actions no-print" hidden={more.is_empty()}>{ button_more(send, more, LibraryEvent::MoreDates) }</div>
                <div class="actions no-print">{ button(send, "button", words.get(text::EXPORT), Event::Library(LibraryEvent::ExportDates)) }</div>
                { hint(words.get(text::EXPORT_HINT)) }
            </div>
        </>
    }
}

fn list(model: &Model, rows: Vec<view::DateRow>) -> Html {
    let words = model.words;
    let columns = [
        text::COLUMN_DATE,
        text::COLUMN_WHAT,
        text::COLUMN_CLIENT,
        text::COLUMN_AGREEMENT,
    ]
    .map(|title| (words.get(title), ""));
    let row = |row: view::DateRow| {
        let key = [&row.client, ".", &row.agreement, ".", words.get(row.what)].concat();
        let class = if row.passed { "due due--passed" } else { "due" };
        let cells = vec![
            html! { <>{ row.date }<span class={class}>{ row.away }</span></> },
            Html::from(words.get(row.what)),
            html! { <bdi>{ row.name }</bdi> },
            html! { <bdi>{ row.agreement_name }</bdi> },
        ];
        Row::new(key, cells)
    };
    table(
        "dates-title".into(),
        "",
        &columns,
        rows.into_iter().map(row).collect(),
    )
}
