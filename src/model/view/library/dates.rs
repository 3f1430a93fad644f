//! What falls due: the last days for notice, the ends of terms, the days on which somebody wants to look again.

use crate::format;
use crate::model::{Model, library::shown_name};
use crate::text::dates as text;
use crate::words::Text;
use chrono::NaiveDate;
use engine::agreement::Renewal;
use engine::client::{AgreementRecord, Client, Standing};
use engine::order::in_order;
use std::rc::Rc;

/// One date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateRow {
    /// The day.
    pub on: NaiveDate,
    /// The day in words.
    pub date: String,
    /// How far away it is.
    pub away: String,
    /// Whether it has passed.
    pub passed: bool,
    /// What falls due: its key, and in words.
    pub kind: &'static str,
    /// The same in words.
    pub what: Text,
    /// The client's id.
    pub client: String,
    /// Its name.
    pub name: String,
    /// The agreement's id.
    pub agreement: String,
    /// Its name.
    pub agreement_name: String,
}

/// What falls due for all clients that were not put away, the earliest first.
pub fn dates(model: &Model) -> Vec<DateRow> {
    let open = model.open_is_kept().then_some(&model.open.client);
    let shelf = model.shelf.values().map(|shelved| &shelved.client);
    let clients = open.into_iter().chain(shelf);
    let in_use = clients.filter(|client| !client.archived);
    earliest_first(in_use.flat_map(|client| of_client(model, client)).collect())
}

/// What falls due for one client, the earliest first.
pub fn of_client(model: &Model, client: &Rc<Client>) -> Vec<DateRow> {
    let records = client.agreements.iter();
    let running = records.filter(|record| record.standing != Standing::Past);
    earliest_first(
        running
            .flat_map(|record| of_record(model, client, record))
            .collect(),
    )
}

fn earliest_first(rows: Vec<DateRow>) -> Vec<DateRow> {
    in_order(rows, |a, b| {
        a.on.cmp(&b.on)
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a.what.key().cmp(&b.what.key()))
    })
}

fn of_record(model: &Model, client: &Client, record: &AgreementRecord) -> Vec<DateRow> {
    let (words, today) = (model.words, model.today);
    let term = &record.agreement.term;
    let dates = term.dates(today);
    let ends = match term.renewal.says() {
        Some(Renewal::Automatic(_) | Renewal::MonthToMonth) => text::RENEWS,
        Some(Renewal::Ends) | None => text::ENDS,
    };
    // From month to month there is always an end in sight; only its notice matters, and that is no date of its own.
    // A proposal runs only once it is signed; until then its review is all that falls due.
    let proposed = record.standing == Standing::Proposed;
    let monthly = term.renewal.says() == Some(&Renewal::MonthToMonth)
        && dates.is_some_and(|dates| within_a_month(today, dates.ends));
    let dates = dates.filter(|_| !monthly && !proposed);
    let found = [
        (
            "notice",
            text::NOTICE,
            dates.and_then(|dates| dates.notice_by),
        ),
        ("end", ends, dates.map(|dates| dates.ends)),
        ("review", text::REVIEW, term.review_on),
    ];
    let row = |(kind, what, on): (&'static str, Text, NaiveDate)| DateRow {
        kind,
        on,
        date: format::day(words, on),
        away: away(model, on),
        passed: on < today,
        what,
        client: client.id.clone(),
        name: shown_name(words, &client.name),
        agreement: record.id.clone(),
        agreement_name: model.agreement_name(record),
    };
    let there = found
        .into_iter()
        .filter_map(|(kind, what, on)| Some((kind, what, on?)));
    there.map(row).collect()
}

fn within_a_month(today: NaiveDate, day: NaiveDate) -> bool {
    (day - today).num_days() <= 31
}

/// How far a day is from today.
fn away(model: &Model, on: NaiveDate) -> String {
    let words = model.words;
    let days = (on - model.today).num_days();
    match (days, days.unsigned_abs()) {
        (0, _) => words.get(text::TODAY).to_owned(),
        (1.., n) => words.count(n, text::AHEAD_ONE, text::AHEAD_MANY),
        (_, n) => words.count(n, text::AGO_ONE, text::AGO_MANY),
    }
}
