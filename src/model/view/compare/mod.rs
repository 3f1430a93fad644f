//! Agreements side by side, row by row.

mod kept;
mod rows;

use super::figure::Cell;
use crate::format;
use crate::model::Model;
use crate::model::compare::{COLUMNS, OTHER, RECOMMENDED, key_of};
use crate::model::library::shown_name;
use crate::model::view::library::STANDINGS;
use crate::text::compare as text;

/// The screen.
pub struct CompareView {
    /// The lists to choose from, a column each: its label and its chosen key.
    pub picks: Vec<(String, String)>,
    /// What can be chosen: the group's name, then keys and names.
    pub options: Vec<(String, Vec<(String, String)>)>,
    /// What the columns are, in words; fewer than two = nothing is compared.
    pub heads: Vec<String>,
    /// The rows, part by part.
    pub sections: Vec<SectionView>,
    /// Whether all rows are shown.
    pub all: bool,
    /// How many rows are not shown, in words; empty = none.
    pub hidden: String,
    /// The parts in which nothing differs, in a sentence; empty = there is none.
    pub same: String,
}

/// One part.
pub struct SectionView {
    /// Unique on the page.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its rows.
    pub rows: Vec<CompareRow>,
}

/// One row.
pub struct CompareRow {
    /// What it belongs to; empty = nothing.
    pub group: String,
    /// Its name.
    pub name: String,
    /// What stands in it, a cell a column.
    pub cells: Vec<CompareCell>,
}

/// What stands in a row.
pub enum CompareCell {
    /// A figure or words.
    Cell(Cell),
    /// The state of a protection: its key and its name.
    Mark(&'static str, &'static str),
}

impl CompareCell {
    fn words(&self) -> &str {
        match self {
            Self::Cell(Cell::Figure(shown)) => &shown.text,
            Self::Cell(Cell::Text(text)) => text,
            Self::Mark(_, name) => name,
        }
    }
}

impl CompareRow {
    /// Whether the columns say different things.
    pub fn differs(&self) -> bool {
        let mut cells = self.cells.iter().map(CompareCell::words);
        let first = cells.next();
        cells.any(|cell| Some(cell) != first)
    }
}

/// The screen as it is shown.
pub fn view(model: &Model) -> CompareView {
    let words = model.words;
    let columns = model.columns();
    let compared: Vec<(String, Model)> = columns
        .iter()
        .filter_map(|key| Some((head(model, key)?, model.compared_with(key)?)))
        .collect();
    let picks = columns.into_iter().enumerate().map(|(at, key)| {
        let label = words.fill(text::COLUMN, &[("n", &(at + 1).to_string())]);
        (label, key)
    });
    let (heads, models): (Vec<String>, Vec<Model>) = compared.into_iter().unzip();
    let mut sections = if models.len() < 2 {
        Vec::new()
    } else {
        rows::sections(&models)
    };
    let all = model.comparing.all;
    let mut hidden = 0;
    if !all {
        for section in &mut sections {
            let before = section.rows.len();
            section.rows.retain(CompareRow::differs);
            hidden += before - section.rows.len();
        }
    }
    let (sections, empty): (Vec<_>, Vec<_>) = sections
        .into_iter()
        .partition(|section| !section.rows.is_empty());
    let empty: Vec<&str> = empty.iter().map(|section| section.title).collect();
    CompareView {
        picks: picks.take(COLUMNS).collect(),
        options: options(model),
        heads,
        sections,
        all,
        hidden: match hidden {
            0 => String::new(),
            n => words.count(n as u64, text::HIDDEN_ONE, text::HIDDEN_MANY),
        },
        same: if empty.is_empty() {
            String::new()
        } else {
            words.fill(text::SAME, &[("list", &empty.join("; "))])
        },
    }
}

/// What can stand in a column.
fn options(model: &Model) -> Vec<(String, Vec<(String, String)>)> {
    let words = model.words;
    let none = (String::new(), words.get(text::NOTHING).to_owned());
    let mut groups = vec![(String::new(), vec![none])];
    groups.extend(of_client(model, &model.open.client, ""));
    if let Some(other) = model.other_state() {
        let name = model.other_name(other);
        for (agreement, mut options) in of_client(model, other, OTHER) {
            // A closed list shows the option alone, and both states may call the agreement the same.
            for (_, option) in &mut options {
                *option = [&name, ": ", option.as_str()].concat();
            }
            groups.push(([&name, ": ", &agreement].concat(), options));
        }
    }
    if model.baseline_record().is_some() {
        let recommended = (
            RECOMMENDED.to_owned(),
            words.get(text::RECOMMENDED).to_owned(),
        );
        let group = words.get(text::GROUP_RECOMMENDED).to_owned();
        groups.push((group, vec![recommended]));
    }
    groups
}

/// Every assessment of a client, a group an agreement.
fn of_client(
    model: &Model,
    client: &engine::client::Client,
    prefix: &str,
) -> Vec<(String, Vec<(String, String)>)> {
    let words = model.words;
    let records = client.agreements.iter().map(|record| {
        let name = model.agreement_name(record);
        let option = |of: &engine::client::Assessment| {
            let date = format::day(words, of.on);
            let option = words.fill(text::OPTION, &[("name", &name), ("date", &date)]);
            ([prefix, &key_of(&record.id, &of.id)].concat(), option)
        };
        let all = record.assessments.iter().rev().map(option).collect();
        (name.clone(), all)
    });
    records.collect()
}

/// What a column is, in words.
fn head(model: &Model, key: &str) -> Option<String> {
    let words = model.words;
    if key == RECOMMENDED {
        return Some(words.get(text::HEAD_RECOMMENDED).to_owned());
    }
    let of_other = key.strip_prefix(OTHER);
    let client = match of_other {
        Some(_) => model.other_state()?,
        None => &model.open.client,
    };
    let (agreement, assessment) = of_other.unwrap_or(key).split_once('/')?;
    let record = client.agreements.iter().find(|of| of.id == agreement)?;
    let assessment = record.assessments.iter().find(|of| of.id == assessment)?;
    let standing = STANDINGS
        .iter()
        .find(|(_, standing, _)| *standing == record.standing)?;
    let values = [
        ("name", &*model.agreement_name(record)),
        ("standing", &*words.get(standing.2).to_lowercase()),
        ("date", &format::day(words, assessment.on)),
    ];
    let head = words.fill(text::HEAD, &values);
    // Both states may call the agreement the same.
    Some(if model.other_state().is_some() {
        let name = match of_other {
            Some(_) => model.other_name(client),
            None => shown_name(words, &client.name),
        };
        [&name, ": ", &head].concat()
    } else {
        head
    })
}
