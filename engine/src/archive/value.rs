//! The small forms of the file: ids, percentages, amounts, dates, hours, and promises that may be silent.
#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "one form of writer serves every type, small or large"
)]

use super::error::{Problem, cut};
use super::limits;
use super::node::{Node, Read};
use super::writer::Writer;
use crate::agreement::{Stated, Tri};
use crate::assessment::ProtectionId;
use crate::calendar::{
    CalendarError, Instant, WEEK, WallTime, Weekday, WeeklyWindow, WeeklyWindows, format_day,
    parse_day,
};
use crate::quantity::{Currency, Money, Percent, Seconds};
use chrono::NaiveDate;

/// Words of the file and their meanings: one table for both directions.
pub(super) type Words<T> = [(&'static str, T)];

const DAYS: &Words<Weekday> = &WEEK;

const TRI: &Words<Tri> = &[("yes", Tri::Yes), ("no", Tri::No)];

/// The word for hours that never end.
const ALWAYS: &str = "always";

/// The word for a meaning; nothing for a meaning that the file leaves out.
pub(super) fn word_for<T: PartialEq>(words: &Words<T>, meaning: &T) -> &'static str {
    words
        .iter()
        .find(|(_, known)| known == meaning)
        .map_or("", |(word, _)| word)
}

pub(super) fn write_word<T: PartialEq>(w: &mut Writer, key: &str, words: &Words<T>, meaning: &T) {
    w.text_field(key, word_for(words, meaning));
}

pub(super) fn read_id(node: &Node) -> Read<String> {
    let word = node.word()?;
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if word.is_empty() || word.len() > limits::ID || !word.chars().all(fits) {
        return node.fail(Problem::NotAnId { value: cut(word) });
    }
    Some(word.to_owned())
}

pub(super) fn read_text(node: &Node) -> Read<String> {
    node.text()
}

pub(super) fn read_yes_or_no(node: &Node) -> Read<bool> {
    node.yes_or_no()
}

pub(super) fn read_protection_id(node: &Node, key: &str) -> Read<ProtectionId> {
    node.accept(key.parse().map_err(Problem::ProtectionId))
}

/// Any whole number of 32 bits.
pub(super) fn read_count(node: &Node) -> Read<u32> {
    node.number(0, u64::from(u32::MAX)).map(narrow)
}

/// A whole number of 32 bits that is at least one.
pub(super) fn read_positive(node: &Node) -> Read<u32> {
    node.number(1, u64::from(u32::MAX)).map(narrow)
}

/// A number that was found to be small enough.
fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

pub(super) fn write_count(w: &mut Writer, count: &u32) {
    w.whole(u64::from(*count));
}

pub(super) fn read_seconds(node: &Node) -> Read<Seconds> {
    node.number(0, u64::MAX).map(Seconds::new)
}

pub(super) fn write_seconds(w: &mut Writer, seconds: &Seconds) {
    w.whole(seconds.get());
}

pub(super) fn read_percent(node: &Node) -> Read<Percent> {
    let word = node.percent_word()?;
    if word.len() > limits::ID {
        return node.fail(Problem::TextTooLong {
            characters: word.len(),
            most: limits::ID,
        });
    }
    node.accept(Percent::parse(word).map_err(Problem::Percent))
}

pub(super) fn write_percent(w: &mut Writer, percent: &Percent) {
    w.text(&percent.to_string());
}

pub(super) fn read_money(node: &Node) -> Read<Money> {
    let o = node.object()?;
    let minor = o.need("minor")?.number(0, i64::MAX.unsigned_abs())?;
    let currency = o.need("currency")?;
    let code = currency.accept(Currency::parse(&cut(currency.word()?)).map_err(Problem::Money))?;
    o.close();
    Some(Money::from_minor(
        i64::try_from(minor).unwrap_or(i64::MAX),
        code,
    ))
}

pub(super) fn write_money(w: &mut Writer, money: &Money) {
    w.object(|w| {
        w.key("minor").number(money.minor());
        w.key("currency").text(money.currency().code());
    });
}

/// Reads one of the calendar's texts. The beginning is enough to judge it and to show it.
fn calendar<T>(node: &Node, parse: fn(&str) -> Result<T, CalendarError>) -> Read<T> {
    node.accept(parse(&cut(node.word()?)).map_err(Problem::Calendar))
}

pub(super) fn read_date(node: &Node) -> Read<NaiveDate> {
    calendar(node, parse_day)
}

pub(super) fn write_date(w: &mut Writer, date: &NaiveDate) {
    w.text(&format_day(*date));
}

pub(super) fn read_instant(node: &Node) -> Read<Instant> {
    calendar(node, Instant::parse)
}

pub(super) fn write_instant(w: &mut Writer, instant: &Instant) {
    w.text(&instant.to_string());
}

pub(super) fn read_tri(node: &Node) -> Read<Tri> {
    node.choice(TRI)
}

/// "Not said" is left out.
pub(super) fn write_tri(w: &mut Writer, key: &str, tri: Tri) {
    write_word(w, key, TRI, &tri);
}

/// Hours of a week: the word `always`, or rows.
pub(super) fn read_windows(node: &Node) -> Read<WeeklyWindows> {
    if node.is_text() {
        return node
            .choice(&[(ALWAYS, ())])
            .map(|()| WeeklyWindows::always());
    }
    let rows = node.list(read_window)?;
    if rows.is_empty() {
        node.fail(Problem::NoWindows)
    } else {
        Some(rows.into_iter().collect())
    }
}

fn read_window(node: &Node) -> Read<WeeklyWindow> {
    let o = node.object()?;
    let day = o.need("day")?.choice(DAYS)?;
    let from = calendar(&o.need("from")?, WallTime::parse)?;
    let to = calendar(&o.need("to")?, WallTime::parse)?;
    o.close();
    node.accept(WeeklyWindow::new(day, from, to).map_err(Problem::Calendar))
}

pub(super) fn write_windows(w: &mut Writer, windows: &WeeklyWindows) {
    if windows.is_always() {
        w.text(ALWAYS);
    } else {
        w.list(windows.rows(), write_window);
    }
}

fn write_window(w: &mut Writer, window: &WeeklyWindow) {
    w.object(|w| {
        write_word(w, "day", DAYS, &window.day());
        w.key("from").text(&clock(window.from()));
        w.key("to").text(&clock(window.to()));
    });
}

fn clock(time: WallTime) -> String {
    let (hour, minute, second) = (
        time.second() / 3_600,
        time.second() / 60 % 60,
        time.second() % 60,
    );
    if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    }
}

/// Windows that hold any time at all: a table without rows says nothing, and is left out of a file.
pub(super) fn some_windows(windows: Option<&WeeklyWindows>) -> Option<&WeeklyWindows> {
    windows.filter(|windows| windows.is_always() || !windows.rows().is_empty())
}

/// As [`Object::stated`](super::node::Object::stated) reads it.
pub(super) fn write_stated<T>(
    w: &mut Writer,
    key: &str,
    stated: &Stated<T>,
    each: fn(&mut Writer, &T),
) {
    match stated {
        Stated::NotLookedAt => {}
        Stated::Silent => w.key(key).object(|w| w.key("silent").yes_or_no(true)),
        Stated::Says(value) => w.key(key).object(|w| {
            w.key("says");
            each(w, value);
        }),
    }
}

#[allow(clippy::ptr_arg, reason = "as above: the type is that of the field")]
pub(super) fn write_text(w: &mut Writer, text: &String) {
    w.text(text);
}

pub(super) fn write_yes_or_no(w: &mut Writer, value: &bool) {
    w.yes_or_no(*value);
}
