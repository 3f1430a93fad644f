//! The one chart: how much of the period, and of the opening hours, the allowance is.

use crate::format;
use crate::model::Model;
use crate::model::lab::Question;
use crate::text::downtime as text;
use engine::availability::{LocationLimit, most_at_one_location};
use engine::quantity::{Fraction, Seconds};

/// Bars from zero, all on one scale.
pub struct Chart {
    /// What it shows, as a sentence.
    pub title: String,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// One bar.
pub struct Bar {
    /// What it is.
    pub label: &'static str,
    /// How long, in words.
    pub value: String,
    /// How long, in thousandths of the period; at least one where there is anything.
    pub width: u32,
    /// Class: `period`, `opening`, `allowance`.
    pub class: &'static str,
}

/// The chart of the question, with the opening hours in the period if they are known.
pub fn chart(model: &Model, question: &Question, opening: Option<Seconds>) -> Chart {
    let words = model.words;
    let whole = question.period.length.value.fraction();
    let bar = |label, class, time: &Fraction| Bar {
        label: words.get(label),
        value: format::duration(words, time),
        width: thousandths(time, &whole),
        class,
    };
    let allowed = super::allowed(question).value;
    let around = question.windows.is_always();
    let mut bars = vec![bar(text::CHART_PERIOD, "period", &whole)];
    let measured = question.period.measured.value;
    if !around {
        bars.push(bar(text::CHART_WINDOW, "opening", &measured.fraction()));
    }
    if let Some(opening) = opening.filter(|opening| around || *opening != measured) {
        bars.push(bar(text::CHART_OPENING, "opening", &opening.fraction()));
    }
    bars.push(bar(text::CHART_ALLOWANCE, "allowance", &allowed));
    let limit = question.counting.map(|counting| {
        most_at_one_location(super::measured(question), question.target, counting).value
    });
    match limit.as_ref().and_then(LocationLimit::seconds) {
        Some(limit) if limit != allowed => {
            bars.push(bar(text::CHART_LOCATION, "allowance", &limit));
        }
        _ => {}
    }
    let allowance = format::duration(words, &allowed);
    let title = match opening {
        Some(opening) if around && allowed <= opening.fraction() => {
            let opening = format::hours(words, opening);
            words.fill(
                text::CHART_TITLE_OPENING,
                &[("allowance", &allowance), ("opening", &opening)],
            )
        }
        _ => {
            let measured = format::hours(words, measured);
            words.fill(
                text::CHART_TITLE_WINDOW,
                &[("allowance", &allowance), ("measured", &measured)],
            )
        }
    };
    Chart { title, bars }
}

fn thousandths(part: &Fraction, whole: &Fraction) -> u32 {
    let share = part
        .checked_div(whole)
        .and_then(|share| share.floor_at(3))
        .unwrap_or_default();
    let least = u32::from(*part > Fraction::ZERO);
    u32::try_from(share.min(1_000))
        .unwrap_or_default()
        .max(least)
}
