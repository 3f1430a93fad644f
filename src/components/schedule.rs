//! A table to attach to an agreement, ready to be copied and filled in.

use super::{Send, copy, p};
use crate::model::view::schedule::as_table;
use crate::text::learn as text;
use crate::words::Words;
use engine::rubric::Schedule;
use yew::prelude::*;

/// What the table is for, the table, its notes and the button that copies it all. `named_by` is the id of its name.
pub fn schedule(send: &Send, words: Words, schedule: &Schedule, named_by: String) -> Html {
    let name = words.fill(text::COPY_TABLE_NAMED, &[("title", &schedule.title)]);
    html! {
        <>
            { p(&schedule.purpose) }
            <div class="table-frame" tabindex="0" role="region" aria-labelledby={named_by}>
                <table>
                    <thead><tr>
                        for (at, column) in schedule.columns.iter().enumerate() {
                            <th key={at} scope="col">{ column.clone() }</th>
                        }
                    </tr></thead>
                    <tbody>
                        for (at, row) in schedule.rows.iter().enumerate() {
                            <tr key={at}>
                                for (column, cell) in row.iter().enumerate() {
                                    { table_cell(column, cell) }
                                }
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
            <ul class="schedule__notes" hidden={schedule.notes.is_empty()}>
                for (at, note) in schedule.notes.iter().enumerate() {
                    <li key={at}>{ note.clone() }</li>
                }
            </ul>
            <div class="actions">{ copy(send, "button", words.get(text::COPY_TABLE), Some(name), as_table(schedule)) }</div>
        </>
    }
}

/// A row is named by its first cell, unless that is left to be filled in.
fn table_cell(column: usize, cell: &str) -> Html {
    if column == 0 && !cell.is_empty() {
        html! { <th key={column} scope="row">{ cell.to_owned() }</th> }
    } else {
        html! { <td key={column}>{ cell.to_owned() }</td> }
    }
}
