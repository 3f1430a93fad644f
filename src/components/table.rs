//! Tables in a frame that scrolls by itself, each row named by its first cell.

use yew::prelude::*;

/// A column: its heading, and the class of its cells: `number` or nothing.
pub type Column = (&'static str, &'static str);

/// A row.
pub struct Row {
    /// Unique within the table.
    pub key: AttrValue,
    /// What stands in it, a cell a column.
    pub cells: Vec<Html>,
    /// Its class.
    pub class: &'static str,
}

impl Row {
    /// A row like any other.
    pub fn new(key: impl Into<AttrValue>, cells: Vec<Html>) -> Self {
        Self {
            key: key.into(),
            cells,
            class: "",
        }
    }
}

/// A table that the element with the id `named_by` names.
pub fn table(named_by: AttrValue, class: &'static str, columns: &[Column], rows: Vec<Row>) -> Html {
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby={named_by}>
            <table {class}>
                <thead><tr>
                    for &(title, class) in columns {
                        <th key={title} scope="col" {class}>{ title }</th>
                    }
                </tr></thead>
                <tbody>
                    for row in rows {
                        <tr key={row.key.to_string()} class={row.class}>
                            for (at, (cell, &(_, class))) in row.cells.into_iter().zip(columns).enumerate() {
                                if at == 0 {
                                    <th key={at} scope="row">{ cell }</th>
                                } else {
                                    <td key={at} {class}>{ cell }</td>
                                }
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
