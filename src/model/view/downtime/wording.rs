//! What the wording leaves of the promise: its inputs, and the steps from the headline down.

use super::super::figure::{self, Shown};
use super::faults::duration_fault;
use crate::format;
use crate::model::Model;
use crate::model::lab::{Question, Seen, WordingField, parse_count, parse_downtime};
use crate::text::{downtime, wording as text};
use crate::words::{Text, Words};
use engine::agreement::MaintenanceHours;
use engine::compliance::{ClockStart, Step, Thinning};
use engine::quantity::{Fraction, Seconds};

/// The section.
pub struct WordingView {
    /// What the last step shows, as a sentence.
    pub title: String,
    /// What the bars measure.
    pub measure: String,
    /// The steps, from the headline down.
    pub bars: Vec<StepView>,
    /// What else to know.
    pub notes: Vec<String>,
    /// The fields.
    pub fields: Vec<WordingFieldView>,
    /// The key of when the clock starts.
    pub clock: &'static str,
    /// The key of how downtime is measured.
    pub seen: &'static str,
    /// The key of when planned maintenance may be; nothing while none is left out.
    pub maintenance: Option<&'static str>,
}

/// One step.
pub struct StepView {
    /// The wording.
    pub label: &'static str,
    /// What is left, in thousandths.
    pub width: u32,
    /// What may be lost in the week.
    pub lost: Shown,
    /// What is left.
    pub left: Shown,
}

/// A field that is typed into.
pub struct WordingFieldView {
    /// Which.
    pub field: WordingField,
    /// Unique on the page.
    pub id: &'static str,
    /// What is asked for.
    pub label: &'static str,
    /// More about it.
    pub hint: &'static str,
    /// As it was typed.
    pub value: String,
    /// What is wrong with it.
    pub error: String,
}

/// When the clock starts, with key and name.
pub const CLOCKS: [(&str, ClockStart, Text); 2] = [
    ("fault", ClockStart::Fault, text::CLOCK_FAULT),
    ("report", ClockStart::Report, text::CLOCK_REPORT),
];

/// When planned maintenance may be, with key and name.
pub const MAINTENANCE: [(&str, MaintenanceHours, Text); 2] = [
    ("any", MaintenanceHours::AnyTime, text::MAINTENANCE_ANY),
    (
        "outside",
        MaintenanceHours::OutsideOpeningHours,
        text::MAINTENANCE_OUTSIDE,
    ),
];

/// How downtime is measured, with key and name.
pub const SEEN: [(&str, Seen, Text); 3] = [
    ("second", Seen::Second, text::SEEN_SECOND),
    ("whole", Seen::WholeSteps, text::SEEN_WHOLE),
    ("polls", Seen::Polls, text::SEEN_POLLS),
];

/// The section of the question.
pub fn wording(model: &Model, question: &Question) -> WordingView {
    let words = model.words;
    let inputs = &model.lab.wording;
    let steps = model.worst_week(question).unwrap_or_default();
    let mut notes = Vec::new();
    match model.opening() {
        _ if steps.is_empty() => notes.push(words.get(text::NONE).to_owned()),
        Some(opening) => {
            notes.push(words.get(text::ASSUMES).to_owned());
            if let Some(name) = opening.example {
                notes.push(words.fill(text::EXAMPLE, &[("name", &name)]));
            }
        }
        None => {}
    }
    if inputs.unlimited_in_opening() {
        notes.push(words.get(text::UNLIMITED).to_owned());
    }
    let hours = model
        .opening()
        .map_or(Seconds::ZERO, |opening| opening.windows.per_week());
    WordingView {
        title: title(words, &steps),
        measure: words.fill(text::MEASURE, &[("hours", &format::hours(words, hours))]),
        bars: steps.iter().map(|step| bar(words, step)).collect(),
        notes,
        fields: fields(model),
        maintenance: (inputs.planned.value > Seconds::ZERO).then(|| {
            let found = MAINTENANCE
                .iter()
                .find(|(_, hours, _)| *hours == inputs.maintenance);
            found.map_or("any", |found| found.0)
        }),
        clock: CLOCKS
            .iter()
            .find(|(_, clock, _)| *clock == inputs.clock)
            .map_or("fault", |found| found.0),
        seen: SEEN
            .iter()
            .find(|(_, seen, _)| *seen == inputs.seen)
            .map_or("second", |found| found.0),
    }
}

fn title(words: Words, steps: &[Step]) -> String {
    match steps {
        [] => words.get(text::TITLE).to_owned(),
        [.., last] => {
            let percent = short(words, &last.promised.value);
            let finding = if steps.len() == 1 {
                text::FINDING_SAME
            } else {
                text::FINDING
            };
            words.fill(finding, &[("percent", &percent)])
        }
    }
}

/// A share for a title: two decimals, cut; the exact figure stands below it.
pub(super) fn short(words: Words, share: &Fraction) -> String {
    let hundredths = share.floor_at(4).unwrap_or_default();
    let cut = Fraction::new(hundredths, 10_000).unwrap_or(Fraction::ZERO);
    format::percent(words, &cut)
}

fn bar(words: Words, step: &Step) -> StepView {
    let label = match step.wording {
        Thinning::Headline => text::STEP_OF_HEADLINE,
        Thinning::LongPeriod => text::STEP_OF_LONG_PERIOD,
        Thinning::OtherHours => text::STEP_OF_OTHER_HOURS,
        Thinning::UncountedHours => text::STEP_OF_UNCOUNTED,
        Thinning::Planned => text::STEP_OF_PLANNED,
        Thinning::ShortOutages => text::STEP_OF_SHORT,
        Thinning::Pooled => text::STEP_OF_POOLED,
        Thinning::ReportedLate => text::STEP_OF_REPORTED,
        Thinning::Grace => text::STEP_OF_GRACE,
        Thinning::Sampled => text::STEP_OF_SAMPLED,
    };
    StepView {
        label: words.get(label),
        width: thousandths(&step.promised.value),
        lost: figure::shown(words, &step.lost, format::duration(words, &step.lost.value)),
        left: figure::shown(
            words,
            &step.promised,
            format::percent(words, &step.promised.value),
        ),
    }
}

fn thousandths(share: &Fraction) -> u32 {
    let thousandths = share.floor_at(3).unwrap_or_default();
    u32::try_from(thousandths.clamp(0, 1_000)).unwrap_or_default()
}

fn fields(model: &Model) -> Vec<WordingFieldView> {
    let (words, inputs) = (model.words, &model.lab.wording);
    let mut asked = vec![
        (
            WordingField::Planned,
            "wording-planned",
            text::PLANNED,
            &inputs.planned.text,
        ),
        (
            WordingField::Minimum,
            "wording-minimum",
            text::MINIMUM,
            &inputs.minimum.text,
        ),
        (
            WordingField::Grace,
            "wording-grace",
            text::GRACE,
            &inputs.grace.text,
        ),
    ];
    if inputs.seen != Seen::Second {
        asked.push((
            WordingField::Step,
            "wording-step",
            text::STEP,
            &inputs.step.text,
        ));
    }
    if inputs.clock == ClockStart::Report {
        asked.push((
            WordingField::Delay,
            "wording-delay",
            text::DELAY,
            &inputs.delay.text,
        ));
    }
    if inputs.minimum.value > Seconds::ZERO {
        asked.push((
            WordingField::Short,
            "wording-short",
            text::SHORT,
            &inputs.short.text,
        ));
    }
    let field = |(field, id, label, typed): (WordingField, &'static str, Text, &String)| {
        let hint = match field {
            WordingField::Short => text::SHORT_HINT,
            _ => text::HINT,
        };
        WordingFieldView {
            field,
            id,
            label: words.get(label),
            hint: words.get(hint),
            value: typed.clone(),
            error: fault(words, field, typed),
        }
    };
    asked.into_iter().map(field).collect()
}

fn fault(words: Words, field: WordingField, typed: &str) -> String {
    if field == WordingField::Short {
        return match parse_count(typed) {
            Ok(_) => String::new(),
            Err(_) => words.fill(downtime::ERROR_COUNT_NOT_WHOLE, &[("text", typed.trim())]),
        };
    }
    match parse_downtime(typed) {
        Ok(length) if field == WordingField::Step && length == Seconds::ZERO => {
            words.get(text::STEP_ZERO).to_owned()
        }
        Ok(_) => String::new(),
        Err(error) => {
            let (problem, part) = duration_fault(error);
            words.fill(
                problem,
                &[("text", part.as_deref().unwrap_or(typed.trim()))],
            )
        }
    }
}
