//! One simulated year: a row for each location, a mark for each outage.

use super::figures::length;
use crate::format;
use crate::model::Model;
use crate::text::years as text;
use crate::workers::{Found, Mark, Rank, Verdict};
use chrono::Days;

/// One year.
pub struct Picture {
    /// The finding.
    pub title: String,
    /// What is drawn.
    pub measure: String,
    /// The whole in a sentence.
    pub label: String,
    /// The locations.
    pub rows: Vec<PictureRow>,
    /// More about it.
    pub notes: Vec<String>,
    /// Outages: location, day, length, meaning.
    pub list: Vec<[String; 4]>,
    /// The kinds of marks, with their class.
    pub kinds: [(&'static str, &'static str); 3],
}

/// One location.
pub struct PictureRow {
    /// Its name.
    pub name: String,
    /// Its outages.
    pub marks: Vec<PictureMark>,
}

/// One outage, in thousandths of the year.
pub struct PictureMark {
    /// Where it begins.
    pub x: u32,
    /// How wide it is drawn.
    pub width: u32,
    /// Class: `missed`, `met`, `never`.
    pub class: &'static str,
}

/// As narrow as a mark may be.
const NARROWEST: u64 = 4;
const ROWS: usize = 12;

pub(super) fn picture(model: &Model, found: &Found) -> Option<Picture> {
    let words = model.words;
    let look = model.lab.years.look;
    let at = Rank::ALL.iter().position(|rank| *rank == look)?;
    let chosen = found.chosen.get(at)?;
    let pattern = match look {
        Rank::Typical => text::PICTURE_TYPICAL,
        Rank::Bad => text::PICTURE_BAD,
        Rank::Worst => text::PICTURE_WORST,
    };
    let values = [
        ("lost", &*length(words, chosen.lost)),
        ("n", &format::whole(words, found.years.into())),
    ];
    let title = words.fill(pattern, &values);
    let (rows, in_all) = rows(model, found, &chosen.marks);
    let list = chosen.marks.iter().map(|mark| {
        [
            name(model, mark.location),
            begins(model, mark),
            length(words, u64::from(mark.to.saturating_sub(mark.from))),
            words.get(meaning(mark.verdict).1).to_owned(),
        ]
    });
    let mut notes = Vec::new();
    if in_all > rows.len() {
        let n = rows.len().to_string();
        notes.push(words.fill(text::FEW_ROWS, &[("n", &n)]));
    }
    if chosen.marks.is_empty() {
        notes.push(words.get(text::QUIET).to_owned());
    }
    let kind = |verdict| {
        let (class, name) = meaning(verdict);
        (class, words.get(name))
    };
    Some(Picture {
        label: label(model, &title, &chosen.marks),
        measure: measure(model, found),
        title,
        rows,
        notes,
        list: list.collect(),
        kinds: [
            kind(Verdict::Missed),
            kind(Verdict::Met),
            kind(Verdict::Never),
        ],
    })
}

fn meaning(verdict: Verdict) -> (&'static str, crate::words::Text) {
    match verdict {
        Verdict::Missed => ("missed", text::VERDICT_MISSED),
        Verdict::Met => ("met", text::VERDICT_MET),
        Verdict::Never => ("never", text::VERDICT_NEVER),
    }
}

fn label(model: &Model, title: &str, marks: &[Mark]) -> String {
    let count = |verdict| {
        let of = marks.iter().filter(|mark| mark.verdict == verdict).count();
        format::whole(model.words, of as u64)
    };
    let values = [
        ("title", title),
        ("missed", &count(Verdict::Missed)),
        ("met", &count(Verdict::Met)),
        ("never", &count(Verdict::Never)),
    ];
    model.words.fill(text::PICTURE_LABEL, &values)
}

fn rows(model: &Model, found: &Found, marks: &[Mark]) -> (Vec<PictureRow>, usize) {
    let in_all = model.question().locations.value.get() as usize;
    let year = u64::try_from(found.length).unwrap_or(1).max(1);
    let row = |at: u32| {
        let of_row = marks.iter().filter(|mark| mark.location == at);
        let mark = |mark: &Mark| {
            let thousandths = |seconds: u32| u64::from(seconds) * 1_000 / year;
            let x = thousandths(mark.from).min(1_000 - NARROWEST);
            let width = thousandths(mark.to).saturating_sub(x).max(NARROWEST);
            PictureMark {
                x: u32::try_from(x).unwrap_or_default(),
                width: u32::try_from(width.min(1_000 - x)).unwrap_or_default(),
                class: meaning(mark.verdict).0,
            }
        };
        PictureRow {
            name: name(model, at),
            marks: of_row.map(mark).collect(),
        }
    };
    let shown = u32::try_from(in_all.min(ROWS)).unwrap_or_default();
    ((0..shown).map(row).collect(), in_all)
}

fn name(model: &Model, location: u32) -> String {
    let named = model.open.client.organization.locations.named();
    let count = model.question().locations.value.get() as usize;
    let known = named
        .get(location as usize)
        .filter(|known| named.len() == count && !known.name.is_empty());
    known.map_or_else(
        || {
            let n = (u64::from(location) + 1).to_string();
            model.words.fill(text::LOCATION, &[("n", &n)])
        },
        |known| known.name.clone(),
    )
}

fn measure(model: &Model, found: &Found) -> String {
    let last = u32::try_from(found.length - 1).unwrap_or_default();
    let values = [("from", &*day(model, 0)), ("to", &day(model, last))];
    model.words.fill(text::PICTURE_MEASURE, &values)
}

fn begins(model: &Model, mark: &Mark) -> String {
    day(model, mark.from)
}

/// The day so many seconds after the start of the simulated year, by days of 24 hours.
fn day(model: &Model, seconds: u32) -> String {
    let start = model.years_start();
    let day =
        start.and_then(|start| start.checked_add_days(Days::new(u64::from(seconds) / 86_400)));
    day.map_or_else(String::new, |day| format::day(model.words, day))
}
