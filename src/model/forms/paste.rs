//! Rows of a spreadsheet as locations.

use super::organization::PROFILE;
use super::read;
use super::spec::{Given, put_in};
use super::trouble::Trouble;
use crate::text::commitments as text;
use crate::words::{Text, Words};
use engine::agreement::LocationProfile;
use engine::archive::limits;

/// What pasted rows do to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteUse {
    /// They become the list.
    Replace,
    /// They come after it.
    Append,
}

/// The columns: the field that each fills, its name, and words by which a heading is recognized.
const COLUMNS: [(&str, Text, &[&str]); 8] = [
    (
        "name",
        text::LOCATION_NAME,
        &["name", "location", "site", "office", "practice", "clinic"],
    ),
    ("zone", text::LOCATION_ZONE, &["zone", "tz"]),
    ("hours", text::LOCATION_HOURS, &["hours", "opening"]),
    (
        "chairs",
        text::LOCATION_CHAIRS,
        &["chairs", "operatories", "ops"],
    ),
    (
        "production",
        text::LOCATION_PRODUCTION,
        &["production", "revenue"],
    ),
    ("stopped", text::LOCATION_STOPPED, &["stop"]),
    ("rebooked", text::LOCATION_REBOOKED, &["rebook"]),
    (
        "users",
        text::LOCATION_USERS,
        &["users", "people", "staff", "employees"],
    ),
];

/// The most bytes that are read: far above 10,000 rows.
const MOST: usize = 4_000_000;

/// Pasted rows, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    text: String,
    rows: Vec<(String, LocationProfile)>,
    troubles: Vec<CellTrouble>,
}

/// What is wrong with one cell.
#[derive(Clone, Debug, PartialEq)]
struct CellTrouble {
    /// The row, from 1, as a spreadsheet counts.
    row: usize,
    column: Text,
    trouble: Trouble,
}

impl Pasted {
    /// Reads rows parted by lines, their cells by tabs or commas, quoted or not, with or without headings.
    pub fn read(text: String) -> Self {
        let mut pasted = Self {
            text,
            rows: Vec::new(),
            troubles: Vec::new(),
        };
        if pasted.text.len() > MOST {
            pasted.trouble(
                1,
                text::LOCATION_NAME,
                Trouble::new(text::ERROR_PASTE_LARGE, ""),
            );
            return pasted;
        }
        let table = cells(&pasted.text);
        let headings = table.first().and_then(|first| headings(first));
        let columns = headings
            .clone()
            .unwrap_or_else(|| (0..COLUMNS.len()).map(Some).collect());
        for (at, cells) in table
            .iter()
            .enumerate()
            .skip(usize::from(headings.is_some()))
        {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if pasted.rows.len() == limits::ENTRIES {
                let trouble =
                    Trouble::new(text::ERROR_COUNT_LARGE, "").limit(limits::ENTRIES as u64);
                pasted.trouble(at + 1, text::LOCATION_NAME, trouble);
                break;
            }
            pasted.row(at + 1, cells, &columns);
        }
        pasted
    }

    fn row(&mut self, number: usize, cells: &[String], columns: &[Option<usize>]) {
        let (mut name, mut profile) = (String::new(), LocationProfile::default());
        for (cell, column) in cells.iter().zip(columns) {
            let Some((key, label, _)) = column.and_then(|at| COLUMNS.get(at)) else {
                continue;
            };
            if *key == "name" {
                match read::words(cell.trim()) {
                    Ok(read) => name = read,
                    Err(trouble) => self.trouble(number, *label, trouble),
                }
            } else if let Err(trouble) = put_in(PROFILE, &mut profile, key, &Given::Text(cell)) {
                self.trouble(number, *label, trouble);
            }
        }
        if name.is_empty() {
            self.trouble(
                number,
                text::LOCATION_NAME,
                Trouble::new(text::ERROR_NAME_MISSING, ""),
            );
        } else {
            self.rows.push((name, profile));
        }
    }

    fn trouble(&mut self, row: usize, column: Text, trouble: Trouble) {
        self.troubles.push(CellTrouble {
            row,
            column,
            trouble,
        });
    }

    /// What was pasted.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The locations that were read.
    pub fn rows(&self) -> &[(String, LocationProfile)] {
        &self.rows
    }

    /// How many cells could not be read.
    pub fn trouble_count(&self) -> usize {
        self.troubles.len()
    }

    /// The first of them in words.
    pub fn troubles(&self, words: Words, most: usize) -> Vec<String> {
        let one = |of: &CellTrouble| {
            let place = [
                ("row", &*of.row.to_string()),
                ("column", words.get(of.column)),
                ("error", &*of.trouble.words(words)),
            ];
            words.fill(text::PASTE_TROUBLE, &place)
        };
        self.troubles.iter().take(most).map(one).collect()
    }
}

/// The column of each cell of the first row, if these are headings: two are known, or the only one is the name's.
fn headings(first: &[String]) -> Option<Vec<Option<usize>>> {
    let mut known = Vec::new();
    let mut found = Vec::with_capacity(first.len());
    for cell in first {
        let cell = cell.trim().to_ascii_lowercase();
        // The name comes last: "location" also stands in "production per location".
        let column = (1..COLUMNS.len()).chain([0]).find(|at| {
            !known.contains(at)
                && COLUMNS
                    .get(*at)
                    .is_some_and(|(_, _, words)| words.iter().any(|word| has_word(&cell, word)))
        });
        known.extend(column);
        found.push(column);
    }
    let only_names = first.len() == 1
        && COLUMNS[0]
            .2
            .contains(&first[0].trim().to_ascii_lowercase().as_str());
    (known.len() >= 2 || only_names).then_some(found)
}

/// Whether a word of the heading begins so.
fn has_word(heading: &str, word: &str) -> bool {
    heading
        .split(|c: char| !c.is_alphabetic())
        .any(|part| part.starts_with(word))
}

/// The cells of each line. A quoted cell may hold the mark between cells, line ends, and quotes written twice.
fn cells(text: &str) -> Vec<Vec<String>> {
    let first_line = text.lines().next().unwrap_or_default();
    let mark = if first_line.contains('\t') { '\t' } else { ',' };
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\n' if !quoted => {
                row.push(core::mem::take(&mut cell));
                rows.push(core::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            c if c == mark && !quoted => row.push(core::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}
