//! The allowance in lost production, with the client's own figures only.

use super::super::figure::{self, Shown};
use super::sections::{Section, opening_time};
use super::{allowed, time};
use crate::format;
use crate::model::Model;
use crate::model::lab::Question;
use crate::text::downtime as text;
use crate::words::{Text, Words};
use engine::agreement::LocationProfile;
use engine::availability::{StoppedWork, location_time, lost_production};
use engine::calendar::WeeklyWindows;
use engine::derivation::{Figure, FormulaId, Sourced};
use engine::quantity::{Count, ExactMoney, Fraction, Money, Percent};

/// What the loss at one location is reckoned from.
#[derive(Clone, Copy, PartialEq)]
struct Work {
    chairs: u32,
    production: Money,
    stopped: Percent,
    rebooked: Percent,
}

/// Why there is no amount.
enum NoAmount {
    Missing(Vec<Text>),
    Currencies,
    TooLarge,
}

/// What one shared outage of exactly the allowed length costs.
pub fn section(model: &Model, question: &Question) -> Section {
    let words = model.words;
    let mut section = Section::new(words, "lab-money", text::MONEY_TITLE);
    let allowed = allowed(question);
    let loss = works(model, question).and_then(|(works, windows)| {
        let opening = crate::model::lab::Opening {
            windows,
            location: None,
            example: None,
        };
        let open = opening_time(model, &opening).value.fraction();
        let capped = open < allowed.value;
        let outage = if capped { open } else { allowed.value };
        loss(words, &works, &outage).map(|facts| (facts, capped))
    });
    match loss {
        Ok((facts, capped)) => {
            section.facts = facts;
            let n = question.locations.value.get();
            section.says.push(match n {
                1 => words.get(text::MONEY_BODY_ONE).to_owned(),
                _ => words.fill(text::MONEY_BODY, &[("n", &format::whole(words, n.into()))]),
            });
            if capped {
                section.say(words, text::MONEY_CAPPED);
            }
        }
        Err(NoAmount::Missing(missing)) => {
            let names: Vec<&str> = missing.into_iter().map(|name| words.get(name)).collect();
            section
                .says
                .push(words.fill(text::MONEY_MISSING, &[("list", &names.join(", "))]));
            section.enter = Some(words.get(text::MONEY_ENTER));
        }
        Err(NoAmount::Currencies) => section.say(words, text::MONEY_CURRENCIES),
        Err(NoAmount::TooLarge) => section.say(words, text::MONEY_TOO_LARGE),
    }
    section
}

/// Each location's figures with how many locations have them, and the opening hours; or what is missing.
fn works(
    model: &Model,
    question: &Question,
) -> Result<(Vec<(Work, Count)>, WeeklyWindows), NoAmount> {
    let organization = &model.open.client.organization;
    let named = organization.locations.named();
    let one = Count::new(1);
    let count = question.locations.value.get();
    // A number of locations that differs from the named ones is a question of its own: the typical location answers it.
    let profiles: Vec<(LocationProfile, Count)> =
        if usize::try_from(count).is_ok_and(|count| count == named.len()) {
            named
                .iter()
                .map(|location| (location.profile.or(&organization.typical), one))
                .collect()
        } else {
            vec![(organization.typical.clone(), Count::new(count))]
        };
    let mut missing = Vec::new();
    let mut works: Vec<(Work, Count)> = Vec::new();
    for (profile, count) in &profiles {
        let Some(work) = work(profile, &mut missing) else {
            continue;
        };
        match works.iter_mut().find(|(same, _)| *same == work) {
            Some((_, locations)) => {
                *locations = Count::new(locations.get().saturating_add(count.get()));
            }
            None => works.push((work, *count)),
        }
    }
    let hours = model.clients_hours();
    if hours.is_none() {
        missing.push(text::MONEY_HOURS);
    }
    match hours {
        Some(opening) if missing.is_empty() => Ok((works, opening.windows)),
        _ => Err(NoAmount::Missing(missing)),
    }
}

/// The figures of one location; what it lacks is noted once.
fn work(profile: &LocationProfile, missing: &mut Vec<Text>) -> Option<Work> {
    let lacks = [
        (profile.chairs.is_none(), text::MONEY_CHAIRS),
        (
            profile.production_per_chair_hour.is_none(),
            text::MONEY_PRODUCTION,
        ),
        (profile.share_stopped.is_none(), text::MONEY_STOPPED),
        (profile.share_rebooked.is_none(), text::MONEY_REBOOKED),
    ];
    for (_, name) in lacks.into_iter().filter(|(lacking, _)| *lacking) {
        if !missing.contains(&name) {
            missing.push(name);
        }
    }
    Some(Work {
        chairs: profile.chairs?,
        production: profile.production_per_chair_hour?,
        stopped: profile.share_stopped?,
        rebooked: profile.share_rebooked?,
    })
}

/// Time and money lost over all locations.
fn loss(
    words: Words,
    each: &[(Work, Count)],
    outage: &Fraction,
) -> Result<Vec<(&'static str, Shown)>, NoAmount> {
    let locations = each
        .iter()
        .fold(0_u32, |sum, (_, count)| sum.saturating_add(count.get()));
    let total = location_time(
        Sourced::computed(*outage),
        Sourced::typed(Count::new(locations)),
    );
    let total = total.map_err(|_| NoAmount::TooLarge)?;
    let mut sum: Option<Figure<ExactMoney>> = None;
    for (work, count) in each {
        let part = lost_at(work, *count, outage)?;
        sum = Some(match sum {
            None => part,
            Some(before) => added(&before, &part, &total, locations)?,
        });
    }
    let lost = sum
        .ok_or(NoAmount::TooLarge)?
        .by_convention("whole-outage-in-opening-hours");
    let amount = format::exact_money(words, &lost.value).ok_or(NoAmount::TooLarge)?;
    Ok(vec![
        (
            words.get(text::MONEY_LOST),
            figure::shown(words, &lost, amount),
        ),
        (words.get(text::MONEY_TIME), time(words, &total)),
    ])
}

fn lost_at(work: &Work, count: Count, outage: &Fraction) -> Result<Figure<ExactMoney>, NoAmount> {
    let time = location_time(Sourced::computed(*outage), Sourced::typed(count))
        .map_err(|_| NoAmount::TooLarge)?;
    let stopped = StoppedWork {
        location_time: time.as_input(),
        chairs: Sourced::typed(Count::new(work.chairs)),
        production_per_chair_hour: Sourced::typed(work.production),
        share_stopped: Sourced::typed(work.stopped),
        share_rebooked: Sourced::typed(work.rebooked),
    };
    lost_production(&stopped).map_err(|_| NoAmount::TooLarge)
}

fn added(
    one: &Figure<ExactMoney>,
    other: &Figure<ExactMoney>,
    total: &Figure<Fraction>,
    locations: u32,
) -> Result<Figure<ExactMoney>, NoAmount> {
    let currency = one.value.currency();
    if currency != other.value.currency() {
        return Err(NoAmount::Currencies);
    }
    let minor = one
        .value
        .minor()
        .checked_add(other.value.minor())
        .ok_or(NoAmount::TooLarge)?;
    let inputs = vec![
        Sourced::typed(Count::new(locations)).named("locations"),
        total.as_input().named("location-time"),
    ];
    Ok(Figure::exact(
        ExactMoney::from_minor(minor, currency),
        FormulaId("lost-production-sum"),
        inputs,
    ))
}
