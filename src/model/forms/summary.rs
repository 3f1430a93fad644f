//! What the promises come to, in one line each: the allowance of a service, the dates of the term.

use super::{service, severity};
use crate::format;
use crate::model::Model;
use crate::model::view::figure::{self, Shown};
use crate::text::commitments as text;
use crate::words::{Text, Words};
use engine::agreement::{
    Agreement, Organization, PromisePeriod, Service, ServiceWindow, Severity, Stated, TimeLimit,
    TimePromise,
};
use engine::availability::largest_compliant_second;
use engine::calendar::WeeklyWindows;
use engine::derivation::{Figure, Sourced};
use engine::quantity::{Percent, Seconds};

/// One service: name, target, period, what that allows.
pub fn service(
    words: Words,
    organization: &Organization,
    agreement: &Agreement,
    service: &Service,
) -> [String; 4] {
    let target = stated(words, &service.target, |target| {
        format::target(words, *target)
    });
    let period = stated(words, &service.period, |period| {
        period_words(words, *period)
    });
    let allowance = match (service.target.says(), service.period.says()) {
        (Some(target), Some(period)) => {
            allowance(words, organization, agreement, service, *target, *period)
        }
        _ => words.get(text::ALLOWANCE_OPEN).to_owned(),
    };
    [service_name(words, service), target, period, allowance]
}

/// What the agreement calls a service, or the usual name of its kind.
pub fn service_name(words: Words, service: &Service) -> String {
    let name = service.name.trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    let kind = service::KINDS
        .iter()
        .find(|(_, _, kind)| *kind == service.kind);
    kind.map_or("", |(_, name, _)| words.get(*name)).to_owned()
}

/// A promise in words, or that it is not looked at or not made.
fn stated<V>(words: Words, value: &Stated<V>, says: impl FnOnce(&V) -> String) -> String {
    match value {
        Stated::NotLookedAt => words.get(text::CHOICE_UNKNOWN).to_owned(),
        Stated::Silent => words.get(text::CHOICE_SILENT).to_owned(),
        Stated::Says(value) => says(value),
    }
}

fn period_words(words: Words, period: PromisePeriod) -> String {
    let named =
        |days: u32, pattern| words.fill(pattern, &[("n", &format::whole(words, days.into()))]);
    match period {
        PromisePeriod::Days(days) if days != 14 => named(days, text::EVERY_DAYS),
        PromisePeriod::RollingDays(days) => named(days, text::EVERY_ROLLING),
        other => service::PERIODS
            .iter()
            .find(|(_, _, of)| *of == other)
            .map_or("", |(_, name, _)| words.get(*name))
            .to_owned(),
    }
}

/// The shortest and the longest length of a period, in seconds of plain days.
fn lengths(period: PromisePeriod) -> Option<(Seconds, Seconds)> {
    let days = |low: u32, high: u32| {
        Some((
            Seconds::DAY.checked_mul(low.into())?,
            Seconds::DAY.checked_mul(high.into())?,
        ))
    };
    match period {
        PromisePeriod::Days(count) | PromisePeriod::RollingDays(count) => days(count, count),
        PromisePeriod::CalendarMonth => days(28, 31),
        PromisePeriod::CalendarQuarter => days(90, 92),
        PromisePeriod::CalendarYear => days(365, 366),
        PromisePeriod::Fixed(convention) => Some((convention.seconds(), convention.seconds())),
    }
}

/// The hours of a week that count; nothing = around the clock. Or that the agreement points at hours that nobody has entered.
fn counted_hours<'a>(
    organization: &'a Organization,
    agreement: &'a Agreement,
    service: &'a Service,
) -> Result<Option<&'a WeeklyWindows>, Text> {
    let hours = match service.window.says() {
        None | Some(ServiceWindow::AllTheTime) => return Ok(None),
        Some(ServiceWindow::OpeningHours) => organization.typical.opening_hours.as_ref(),
        Some(ServiceWindow::SupportHours) => agreement.support.hours.says(),
        Some(ServiceWindow::Weekly(hours)) => Some(hours),
    };
    hours
        .map(|hours| Some(hours).filter(|hours| !hours.is_always()))
        .ok_or(text::ALLOWANCE_NEEDS_HOURS)
}

/// The longest downtime, in whole seconds rounded down, that still meets the target.
fn allowance(
    words: Words,
    organization: &Organization,
    agreement: &Agreement,
    service: &Service,
    target: Percent,
    period: PromisePeriod,
) -> String {
    let (low, high) = match counted_time(organization, agreement, service, period) {
        Ok(bounds) => bounds,
        Err(why) => return words.get(why).to_owned(),
    };
    let most = |time| format::seconds(words, most(time, target).value);
    let pattern = if service.window.says().is_none() {
        text::ALLOWANCE_IF_ALWAYS
    } else {
        text::ALLOWANCE
    };
    let range = |low: String, high: String| {
        if low == high {
            low
        } else {
            words.fill(text::RANGE, &[("low", &low), ("high", &high)])
        }
    };
    let time = range(most(low), most(high));
    let all = range(format::hours(words, low), format::hours(words, high));
    words.fill(pattern, &[("time", &time), ("all", &all)])
}

fn most(time: Seconds, target: Percent) -> Figure<Seconds> {
    largest_compliant_second(Sourced::computed(time), Sourced::agreed(target))
}

/// The allowance of a service as figures that can be opened: one, or that of the shortest and the longest period.
pub fn figures(
    words: Words,
    organization: &Organization,
    agreement: &Agreement,
    service: &Service,
) -> Vec<Shown> {
    let (Some(target), Some(period)) = (service.target.says(), service.period.says()) else {
        return Vec::new();
    };
    let Ok((low, high)) = counted_time(organization, agreement, service, *period) else {
        return Vec::new();
    };
    let one = |time| {
        let figure = most(time, *target);
        let values = [
            ("time", &*format::seconds(words, figure.value)),
            ("all", &*format::hours(words, time)),
        ];
        let text = words.fill(text::ALLOWANCE_FIGURE, &values);
        figure::shown(words, &figure, text)
    };
    let mut list = vec![one(low)];
    if low != high {
        list.push(one(high));
    }
    list
}

/// The time that counts in the shortest and the longest period, or the text that says why it is not known.
fn counted_time(
    organization: &Organization,
    agreement: &Agreement,
    service: &Service,
    period: PromisePeriod,
) -> Result<(Seconds, Seconds), Text> {
    let hours = counted_hours(organization, agreement, service)?;
    let counted = lengths(period).and_then(|(low, high)| match hours {
        None => Some((low, high)),
        Some(hours) if low == high && low.get().is_multiple_of(Seconds::WEEK.get()) => {
            let time = hours
                .per_week()
                .checked_mul(low.get() / Seconds::WEEK.get())?;
            Some((time, time))
        }
        Some(_) => None,
    });
    counted.ok_or(text::ALLOWANCE_VARIES)
}

/// One severity: name, response, resolution, news.
pub fn severity(words: Words, severity: &Severity) -> [String; 4] {
    let promise = |promise: &Stated<TimePromise>| {
        stated(words, promise, |promise| {
            let limit = format::limit(words, promise.limit);
            match (
                promise.limit,
                severity::CLOCKS
                    .iter()
                    .find(|(_, _, clock)| *clock == promise.clock),
            ) {
                (TimeLimit::Time(_), Some((_, clock, _))) => words.fill(
                    text::ON_CLOCK,
                    &[("time", &limit), ("clock", words.get(*clock))],
                ),
                _ => limit,
            }
        })
    };
    [
        severity_name(words, severity),
        promise(&severity.response),
        promise(&severity.resolution),
        stated(words, &severity.update_every, |every| {
            format::seconds(words, *every)
        }),
    ]
}

/// The level of a severity, and what the agreement calls it.
pub fn severity_name(words: Words, severity: &Severity) -> String {
    let level = severity::LEVELS
        .iter()
        .find(|(_, _, level)| *level == severity.level)
        .map_or("", |(_, name, _)| words.get(*name));
    match severity.name.trim() {
        "" => level.to_owned(),
        name => words.fill(text::SEVERITY_NAMED, &[("level", level), ("name", name)]),
    }
}

/// The dates that follow from the term.
pub fn term(model: &Model, agreement: &Agreement) -> Vec<(&'static str, String)> {
    let words = model.words;
    let Some(dates) = agreement.term.dates(model.today) else {
        return Vec::new();
    };
    let shown = |day| {
        let text = format::day(words, day);
        if day < model.today {
            words.fill(text::DATE_PASSED, &[("date", &text)])
        } else {
            text
        }
    };
    let mut facts = vec![(words.get(text::TERM_ENDS), shown(dates.ends))];
    facts.extend(
        dates
            .notice_by
            .map(|day| (words.get(text::TERM_NOTICE_BY), shown(day))),
    );
    facts
}
