//! How long one outage can last, and what that is made of.

use super::fall::{struck, worst};
use super::{Case, Extreme, Model, NoFall, Question, Wording};
use engine::calendar::IntervalSet;
use engine::compliance::{ClockStart, ProvenOutage};
use engine::derivation::{Figure, FormulaId, Input, Origin, Quantity, Sourced};
use engine::quantity::Seconds;

/// The longest outage of one location that keeps the promise, by what it is made of; `Ok(None)` without limit.
pub(crate) fn longest(
    model: &Model,
    question: &Question,
    extreme: Extreme,
) -> Result<Option<Figure<Seconds>>, NoFall> {
    let wording = model.wording();
    let case = model.fall_case(question, &wording)?;
    let at = struck(&case, case.places.len());
    let outage = worst(&case, &wording, at, extreme)?;
    Ok(outage.map(|outage| derived(model, &case, &wording, at, &outage)))
}

fn derived(
    model: &Model,
    case: &Case,
    wording: &Wording,
    at: usize,
    outage: &ProvenOutage,
) -> Figure<Seconds> {
    let length = outage.length();
    let runs = case
        .places
        .get(at)
        .map(|place| place.site.counts.runs_between(outage.down));
    let measured: IntervalSet = runs.into_iter().flatten().collect();
    let measured = measured.total().min(length);
    let outside = Seconds::new(length.get() - measured.get());
    let mut inputs = vec![
        Sourced::computed(measured).named("outage-measured"),
        Sourced::computed(outside).named("outage-unmeasured"),
    ];
    // What the wording takes from it, so far as it takes anything.
    let origin = model.lab.wording.origin;
    let delay = match wording.terms.clock_start {
        ClockStart::Fault => Seconds::ZERO,
        ClockStart::Report => wording.report_delay,
    };
    for (name, value, origin) in [
        ("planned", wording.planned, origin),
        ("report-delay", delay, Origin::Typed),
        ("grace", wording.terms.grace, origin),
        ("minimum-outage", wording.terms.minimum_outage, origin),
    ] {
        if value > Seconds::ZERO {
            inputs.push(Sourced { value, origin }.named(name));
        }
    }
    inputs.push(Input {
        name: "target",
        value: Quantity::Percent(case.promise.target),
        origin: model.lab.target_origin,
    });
    Figure::exact(length, FormulaId("longest-outage"), inputs)
}
