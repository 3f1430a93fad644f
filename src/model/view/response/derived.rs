//! How a moment on the response clock came about.

use super::hours::Hours;
use crate::format;
use crate::words::Words;
use engine::calendar::Instant;
use engine::clocks::Stage;
use engine::derivation::{Figure, FormulaId, Input, Origin, Quantity, Sourced};
use engine::quantity::Seconds;

/// The moment at which a promise is due; `None` where it never is.
pub(super) fn due(
    words: Words,
    hours: &Hours,
    limit: &str,
    stage: &Stage,
) -> Option<Figure<Instant>> {
    let (starts, due) = (stage.starts?, stage.due.instant()?);
    let named = |name, value: &str, origin| Input {
        name,
        value: Quantity::Name(value.to_owned()),
        origin,
    };
    let start = format::moment(words, &hours.zone, starts);
    let mut inputs = vec![
        named("clock-starts", &start, Origin::Computed),
        named("time-promised", limit, Origin::Agreement),
        Sourced::computed(stage.runs.total()).named("clock-ran"),
        Sourced::computed(stage.stands.total()).named("clock-stood"),
    ];
    let held = hours.held.intersection(&stage.stands).total();
    if held > Seconds::ZERO {
        inputs.push(Sourced::typed(held).named("clock-held"));
    }
    Some(Figure::exact(due, FormulaId("clock-due"), inputs))
}

/// The opening hours from the report until a promise is due; `None` where it never is.
pub(super) fn lost(stage: &Stage) -> Option<Figure<Seconds>> {
    let (elapsed, lost) = (stage.elapsed?, stage.opening_lost?);
    let closed = Seconds::new(elapsed.get().saturating_sub(lost.get()));
    let inputs = vec![
        Sourced::computed(elapsed).named("clock-elapsed"),
        Sourced::computed(closed).named("closed-meanwhile"),
    ];
    Some(Figure::exact(lost, FormulaId("opening-lost"), inputs))
}
