//! What the promise means, point by point.

use super::super::figure::{self, Shown};
use super::{
    Chart, FieldView, allowed, form, length, long, measured, money, time, with_convention,
};
use crate::format;
use crate::model::Model;
use crate::model::lab::{Field, Opening, Period, Question};
use crate::routes::Route;
use crate::text::{downtime as text, formats};
use crate::words::Words;
use engine::availability::{
    AvailabilityError, Counting, LocationLimit, across_the_boundary, allowance, attained,
    largest_compliant_second, most_at_one_location, smallest_fleet_hiding_one, target_permitting,
    worst_in_opening_hours,
};
use engine::derivation::{Figure, FormulaId, Origin, Rounding, Sourced};
use engine::quantity::{Fraction, Percent, Seconds};

/// One point: figures with their names, and sentences about them.
#[derive(Default)]
pub struct Section {
    /// Unique on the page.
    pub id: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// A field of its own.
    pub field: Option<FieldView>,
    /// The figures.
    pub facts: Vec<(&'static str, Shown)>,
    /// The sentences.
    pub says: Vec<String>,
    /// A link to the commitments, where something is missing there.
    pub enter: Option<&'static str>,
    /// A chart.
    pub chart: Option<Chart>,
}

impl Section {
    pub(super) fn new(words: Words, id: &'static str, title: crate::words::Text) -> Self {
        Self {
            id,
            title: words.get(title),
            ..Self::default()
        }
    }

    pub(super) fn say(&mut self, words: Words, text: crate::words::Text) {
        self.says.push(words.get(text).to_owned());
    }
}

/// Every point, in order.
pub fn sections(model: &Model, question: &Question) -> Vec<Section> {
    let words = model.words;
    let mut sections = vec![
        edge(words, question),
        location(words, question),
        boundary(model, question),
        reverse(model, question),
        opening(model, question),
        money::section(model, question),
    ];
    if !model.has(Route::Commitments) {
        for section in &mut sections {
            section.enter = None;
        }
    }
    sections
}

/// The largest whole second that still complies, and that one more does not.
fn edge(words: Words, question: &Question) -> Section {
    let mut section = Section::new(words, "lab-edge", text::EDGE_TITLE);
    let largest = largest_compliant_second(measured(question), question.target);
    if question.period.measured.value == Seconds::ZERO {
        section.say(words, text::EDGE_NOTHING);
        return section;
    }
    section.facts.push((
        words.get(text::EDGE_LONGEST),
        figure::shown(words, &largest, format::seconds(words, largest.value)),
    ));
    let next = largest.value.checked_add(Seconds::new(1));
    match next.and_then(|next| attained(measured(question), Sourced::computed(next)).ok()) {
        Some(reached) => {
            let percent = format::percent(words, &reached.value);
            let missed = words.fill(text::EDGE_ONE_MORE_MISSED, &[("percent", &percent)]);
            section.facts.push((
                words.get(text::EDGE_ONE_MORE),
                figure::shown(words, &reached, missed),
            ));
        }
        None => section.say(words, text::EDGE_NONE),
    }
    if question.target.value == Percent::HUNDRED {
        section.say(words, text::EDGE_ALL);
    }
    section
}

/// What one location may suffer.
fn location(words: Words, question: &Question) -> Section {
    let mut section = Section::new(words, "lab-location", text::LOCATION_TITLE);
    let Some(counting) = question.counting else {
        section.say(words, text::LOCATION_USERS_MISSING);
        return section;
    };
    let limit = with_convention(
        most_at_one_location(measured(question), question.target, counting),
        &question.period.length,
    );
    let value = match &limit.value {
        LocationLimit::UpTo(seconds) => format::duration(words, seconds),
        LocationLimit::WholePeriod(period) => {
            words.fill(text::LOCATION_WHOLE, &[("length", &long(words, *period))])
        }
        LocationLimit::Unbounded => words.get(text::LOCATION_UNBOUNDED).to_owned(),
    };
    section.facts.push((
        words.get(text::LOCATION_MOST),
        figure::shown(words, &limit, value),
    ));
    let n = format::whole(words, question.locations.value.get().into());
    match counting.value {
        Counting::EachLocation => section.say(words, text::LOCATION_EACH),
        Counting::Average { .. } => {
            section
                .says
                .push(words.fill(text::LOCATION_AVERAGE, &[("n", &n)]));
            section
                .says
                .push(average_hides(words, question.target.value));
        }
        Counting::WeightedByUsers(_) if limit.value == LocationLimit::Unbounded => {
            section.say(words, text::LOCATION_USERS_NONE);
        }
        Counting::WeightedByUsers(_) => section.say(words, text::LOCATION_USERS),
        Counting::AnyLocationDown => section.say(words, text::LOCATION_ANY),
        Counting::AllLocationsDown { locations } if locations.get() == 1 => {
            section.say(words, text::LOCATION_ALL_ONE);
        }
        Counting::AllLocationsDown { .. } => section
            .says
            .push(words.fill(text::LOCATION_ALL, &[("n", &n)])),
        Counting::OrganizationOnly => section.say(words, text::LOCATION_ORGANIZATION),
    }
    section
}

fn average_hides(words: Words, target: Percent) -> String {
    match smallest_fleet_hiding_one(target) {
        Some(fewest) => {
            let values = [
                ("n", &*format::whole(words, fewest)),
                ("target", &*format::target(words, target)),
            ];
            words.fill(text::LOCATION_AVERAGE_HIDES, &values)
        }
        None => words.get(text::LOCATION_AVERAGE_NEVER).to_owned(),
    }
}

/// The longest outage that uses up two periods.
fn boundary(model: &Model, question: &Question) -> Section {
    let words = model.words;
    let mut section = Section::new(words, "lab-boundary", text::BOUNDARY_TITLE);
    if model.lab.period.value == Period::RollingDays {
        section.say(words, text::BOUNDARY_ROLLING);
        return section;
    }
    if question.target.value == Percent::ZERO {
        section.say(words, text::BOUNDARY_NONE);
        return section;
    }
    let windows = Sourced {
        value: &question.windows,
        origin: question.windows_origin,
    };
    let next = model.asked_next(model.lab.period, &windows);
    let before = allowed(question).as_input();
    let after = allowance(next.measured.as_input(), question.target).as_input();
    let both = across_the_boundary(
        &LocationLimit::UpTo(before.value),
        &LocationLimit::UpTo(after.value),
    );
    if let Some(both) = both {
        let inputs = vec![
            before.named("allowance-before"),
            after.named("allowance-after"),
        ];
        let figure = Figure::exact(both, FormulaId("across-the-boundary"), inputs);
        section
            .facts
            .push((words.get(text::BOUNDARY_LONGEST), time(words, &figure)));
    }
    section.say(words, text::BOUNDARY_BODY);
    if !question.windows.is_always() {
        section.say(words, text::BOUNDARY_WINDOW);
    }
    section
}

/// From a downtime to the percentage that it means.
fn reverse(model: &Model, question: &Question) -> Section {
    let words = model.words;
    let mut section = Section::new(words, "lab-reverse", text::REVERSE_TITLE);
    section.field = Some(form::field(model, Field::Downtime));
    match target_permitting(measured(question), Sourced::typed(model.lab.downtime.value)) {
        Ok(figure) => {
            let percent = format::target(words, figure.value);
            let value = match figure.derivation.rounding {
                Rounding::Down => words.fill(formats::ROUNDED_DOWN, &[("value", &percent)]),
                Rounding::Exact | Rounding::HalfEven => percent,
            };
            section.facts.push((
                words.get(text::REVERSE_TARGET),
                figure::shown(words, &figure, value),
            ));
            section.say(words, text::REVERSE_BODY);
        }
        Err(AvailabilityError::DowntimeExceedsPeriod { period, .. }) => {
            section
                .says
                .push(words.fill(text::REVERSE_TOO_LONG, &[("length", &long(words, period))]));
        }
        Err(_) => section.say(words, text::EDGE_NOTHING),
    }
    section
}

/// The opening hours in the period.
pub(super) fn opening_time(model: &Model, opening: &Opening) -> Figure<Seconds> {
    model
        .asked(
            model.lab.period,
            &Sourced {
                value: &opening.windows,
                origin: opening.origin(),
            },
        )
        .measured
}

/// The picture of the promise, with the opening hours where they are known.
pub fn picture(model: &Model, question: &Question) -> Chart {
    let opening = model.opening();
    let hours = opening.map(|opening| opening_time(model, &opening).value);
    super::chart::chart(model, question, hours)
}

/// What the promise means while the doors are open.
fn opening(model: &Model, question: &Question) -> Section {
    let words = model.words;
    let mut section = Section::new(words, "lab-opening", text::OPENING_TITLE);
    let Some(opening) = model.opening() else {
        section.say(words, text::OPENING_MISSING);
        section.enter = Some(words.get(text::OPENING_ENTER));
        section.chart = Some(super::chart::chart(model, question, None));
        return section;
    };
    let hours = opening_time(model, &opening);
    section
        .facts
        .push((words.get(text::OPENING_HOURS), length(words, &hours)));
    if hours.value == Seconds::ZERO {
        section.say(words, text::OPENING_NONE);
    } else if question.windows.is_always() {
        let sourced = Sourced {
            value: hours.value,
            origin: if opening.example.is_some() {
                Origin::Catalogue
            } else {
                Origin::Computed
            },
        };
        if let Ok(worst) = worst_in_opening_hours(measured(question), question.target, sourced) {
            section
                .facts
                .push((words.get(text::OPENING_WORST), share(words, &worst)));
        }
        section.say(words, text::OPENING_AROUND);
    } else if question.windows == opening.windows {
        section.say(words, text::OPENING_SAME);
    } else {
        section.say(words, text::OPENING_OTHER);
    }
    if let Some(name) = &opening.location {
        section
            .says
            .push(words.fill(text::OPENING_LOCATION, &[("name", name)]));
    }
    if let Some(name) = &opening.example {
        section
            .says
            .push(words.fill(text::OPENING_EXAMPLE, &[("name", name)]));
        section.enter = Some(words.get(text::OPENING_ENTER));
    }
    section.chart = Some(super::chart::chart(model, question, Some(hours.value)));
    section
}

fn share(words: Words, figure: &Figure<Fraction>) -> Shown {
    figure::shown(words, figure, format::percent(words, &figure.value))
}
