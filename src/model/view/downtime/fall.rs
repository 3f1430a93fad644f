//! Where an outage may fall, as it is drawn: everything in ten-thousandths of two weeks, and in finished words.

use crate::format;
use crate::model::Model;
use crate::model::lab::{Extreme, Fall, NoFall, Question};
use crate::text::fall as text;
use crate::words::Words;
use chrono::Datelike;
use engine::calendar::{Instant, Interval, ZoneTable};
use engine::compliance::Report;
use engine::quantity::Seconds;

mod table;

pub use table::TableRow;
use table::table;

/// The width of the drawing.
pub const WIDTH: u32 = 10_000;

/// A stretch from the left: where it begins and how wide it is.
pub type Stretch = (u32, u32);

/// The section.
pub struct FallView {
    /// What the outage shows, as a sentence.
    pub title: String,
    /// What is drawn.
    pub lead: String,
    /// The outages that can be asked for: key and name.
    pub asks: Vec<(&'static str, &'static str)>,
    /// The key of the one asked for.
    pub asked: &'static str,
    /// Why nothing is drawn, or what else to know.
    pub note: Option<&'static str>,
    /// The drawing, unless there is nothing to draw.
    pub drawing: Option<Drawing>,
}

/// The drawing with its table.
pub struct Drawing {
    /// Letter and day of the month, of fourteen days.
    pub days: Vec<(String, String)>,
    /// A row a location.
    pub rows: Vec<RowView>,
    /// Where measurement periods begin.
    pub boundaries: Vec<u32>,
    /// That there are more locations.
    pub more: Option<String>,
    /// Where it begins, from the left.
    pub value: u32,
    /// Place, length and verdict in words.
    pub spoken: String,
    /// Whether the promise is kept.
    pub kept: bool,
    /// The verdict.
    pub verdict: &'static str,
    /// Figures with their names.
    pub facts: Vec<(&'static str, String)>,
    /// Whether it lies where it is worst.
    pub worst: bool,
    /// The same numbers, by location and period.
    pub table: Vec<TableRow>,
}

/// One location.
pub struct RowView {
    /// Its name.
    pub name: String,
    /// When it is open.
    pub opening: Vec<Stretch>,
    /// The outage, if it lies here.
    pub down: Option<Stretch>,
    /// The opening hours that it takes.
    pub lost: Vec<Stretch>,
}

const ASKS: [(&str, Extreme); 3] = [
    ("most", Extreme::MostOpeningHours),
    ("one", Extreme::OnePeriod),
    ("across", Extreme::AcrossBoundary),
];

/// What choosing an outage means.
pub fn extreme(key: &str) -> Extreme {
    let found = ASKS.iter().find(|(of, _)| *of == key);
    found.map_or(Extreme::MostOpeningHours, |(_, extreme)| *extreme)
}

/// The section of the question.
pub fn fall(model: &Model, question: &Question) -> FallView {
    let words = model.words;
    let names = [text::ASK_MOST, text::ASK_ONE, text::ASK_ACROSS];
    let asked = ASKS
        .iter()
        .find(|(_, extreme)| *extreme == model.lab.fall.extreme);
    let mut view = FallView {
        title: words.get(text::TITLE).to_owned(),
        lead: String::new(),
        asks: ASKS
            .iter()
            .zip(names)
            .map(|((key, _), name)| (*key, words.get(name)))
            .collect(),
        asked: asked.map_or("most", |(key, _)| key),
        note: None,
        drawing: None,
    };
    match model.fall(question) {
        Ok(fall) => {
            view.title = title(words, &fall);
            view.lead = words.fill(
                text::LEAD,
                &[("date", &date(words, &fall.case.zone, fall.shown.start()))],
            );
            view.note = fall.unbounded.then(|| words.get(text::UNBOUNDED));
            let more = question.locations.value.get() as usize - fall.rows;
            view.drawing = Some(drawing(words, &fall, more));
        }
        Err(problem) => {
            view.note = Some(words.get(match problem {
                NoFall::TooFar => text::TOO_FAR,
                NoFall::TooMany => text::TOO_MANY,
                NoFall::NoUsers => text::NO_USERS,
            }));
        }
    }
    view
}

fn title(words: Words, fall: &Fall) -> String {
    let kept = fall.report.met();
    if kept && fall.placed.length == Seconds::ZERO {
        return words.get(text::KEPT_NOTHING).to_owned();
    }
    let (from, to) = ends(words, fall);
    let values = [
        ("name", &*name(words, fall, fall.placed.row)),
        ("from", &from),
        ("to", &to),
    ];
    words.fill(if kept { text::KEPT } else { text::MISSED }, &values)
}

/// Beginning and end by weekday; with the date too where a weekday alone would not say which.
fn ends(words: Words, fall: &Fall) -> (String, String) {
    let dated = fall.placed.length > Seconds::new(6 * 86_400);
    let end = |at| moment(words, &fall.case.zone, at, dated);
    (end(fall.down.start()), end(fall.down.end()))
}

fn moment(words: Words, zone: &ZoneTable, at: Instant, dated: bool) -> String {
    let (weekday, time) = (
        format::weekday(words, zone, at),
        format::wall_time(zone, at),
    );
    let date = date(words, zone, at);
    let values = [("weekday", &*weekday), ("time", &*time), ("date", &*date)];
    let pattern = if dated {
        text::MOMENT_DATED
    } else {
        text::MOMENT
    };
    words.fill(pattern, &values)
}

fn date(words: Words, zone: &ZoneTable, at: Instant) -> String {
    zone.day_of(at)
        .map(|day| format::day(words, day))
        .unwrap_or_default()
}

fn name(words: Words, fall: &Fall, at: usize) -> String {
    match fall.case.places.get(at).map(|place| place.name.trim()) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ if fall.case.places.len() == 1 => words.get(text::ONLY).to_owned(),
        _ => words.fill(text::LOCATION, &[("n", &(at + 1).to_string())]),
    }
}

fn drawing(words: Words, fall: &Fall, more: usize) -> Drawing {
    let kept = fall.report.met();
    let verdict = words.get(if kept {
        text::VERDICT_KEPT
    } else {
        text::VERDICT_MISSED
    });
    let length = format::seconds(words, fall.placed.length);
    let (from, to) = ends(words, fall);
    let (lost, counted) = totals(fall);
    let values = [
        ("name", &*name(words, fall, fall.placed.row)),
        ("from", &from),
        ("to", &to),
        ("length", &length),
        ("verdict", verdict),
    ];
    Drawing {
        days: days(words, fall),
        rows: (0..fall.rows).map(|at| row(words, fall, at)).collect(),
        boundaries: boundaries(fall),
        more: (more > 0).then(|| {
            let n = format::whole(words, u64::try_from(more).unwrap_or(u64::MAX));
            words.fill(text::MORE, &[("n", &n)])
        }),
        value: place(fall, fall.down.start()),
        spoken: words.fill(text::VALUE, &values),
        kept,
        verdict,
        facts: vec![
            (words.get(text::LENGTH), length.clone()),
            (words.get(text::LOST), format::seconds(words, lost)),
            (words.get(text::COUNTED), format::seconds(words, counted)),
        ],
        worst: fall.worst,
        table: table(words, fall),
    }
}

/// Opening hours lost in all, and downtime that counts in all periods that it touches.
fn totals(fall: &Fall) -> (Seconds, Seconds) {
    let Some(place) = fall.case.places.get(fall.placed.row) else {
        return (Seconds::ZERO, Seconds::ZERO);
    };
    let lost = place.opening.between(fall.down.start(), fall.down.end());
    let counted = match &fall.report {
        Report::Periods(periods) => periods
            .iter()
            .filter_map(|period| period.sites.get(fall.placed.row))
            .map(|site| site.downtime.get())
            .sum(),
        Report::Rolling(_) => place
            .site
            .counts
            .between(fall.down.start(), fall.down.end())
            .get(),
    };
    (lost, Seconds::new(counted))
}

fn days(words: Words, fall: &Fall) -> Vec<(String, String)> {
    let letters: Vec<&str> = words.get(text::LETTERS).split_whitespace().collect();
    let day = |number: u64| {
        // Noon, so that no clock change moves it to another day.
        let at = fall
            .shown
            .start()
            .checked_add(Seconds::new(number * 86_400 + 43_200))?;
        let day = fall.case.zone.day_of(at)?;
        let letter = letters.get(day.weekday().num_days_from_monday() as usize)?;
        Some(((*letter).to_owned(), day.day().to_string()))
    };
    (0..14).filter_map(day).collect()
}

/// From the left, in ten-thousandths of what is drawn.
fn place(fall: &Fall, at: Instant) -> u32 {
    let (first, last) = (fall.shown.start().unix(), fall.shown.end().unix());
    let into = (at.unix().clamp(first, last) - first) * i64::from(WIDTH);
    u32::try_from(into / (last - first).max(1)).unwrap_or_default()
}

fn stretch(fall: &Fall, of: Interval) -> Stretch {
    let (from, to) = (place(fall, of.start()), place(fall, of.end()));
    // What is there can be seen.
    (from, (to - from).max(25))
}

fn row(words: Words, fall: &Fall, at: usize) -> RowView {
    let Some(of) = fall.case.places.get(at) else {
        return RowView {
            name: String::new(),
            opening: Vec::new(),
            down: None,
            lost: Vec::new(),
        };
    };
    let runs = |bounds: Interval| -> Vec<Stretch> {
        let runs = of.opening.runs_between(bounds);
        runs.into_iter().map(|run| stretch(fall, run)).collect()
    };
    let here = (at == fall.placed.row)
        .then(|| fall.down.overlap(&fall.shown))
        .flatten();
    RowView {
        name: name(words, fall, at),
        opening: runs(fall.shown),
        // One of no length is drawn too, so that it can be found again.
        down: (at == fall.placed.row).then(|| stretch(fall, here.unwrap_or(fall.down))),
        lost: here.map(runs).unwrap_or_default(),
    }
}

fn boundaries(fall: &Fall) -> Vec<u32> {
    let periods = fall.report.periods().iter();
    periods
        .map(|period| period.bounds.start())
        .filter(|start| fall.shown.contains(*start))
        .map(|start| place(fall, start))
        .collect()
}
