//! What the method page shows: lengths of periods, weights with what was changed, sources by kind.

use crate::model::Model;
use crate::text::{assess, method as text};
use crate::words::{Text, Words};
use engine::assessment::ProtectionId;
use engine::calendar::Convention;
use engine::rubric::{Catalogue, Depth, Kind, Protection, Shape, Source};

/// One protection with its weight.
#[derive(Clone, PartialEq)]
pub struct WeightRow {
    /// The protection.
    pub id: ProtectionId,
    /// The same as text.
    pub key: String,
    /// Its name.
    pub title: String,
    /// The weight in force.
    pub weight: u8,
    /// The catalogue's.
    pub standard: u8,
    /// Why it has the standard weight.
    pub reason: String,
    /// The pass that asks it first.
    pub depth: &'static str,
    /// How its absence strikes.
    pub shape: &'static str,
}

/// The protections of one group.
pub struct WeightGroup {
    /// The id on the page.
    pub id: String,
    /// Its name and how many there are.
    pub title: String,
    /// How many are changed; empty = none.
    pub changed: String,
    /// The protections.
    pub rows: Vec<WeightRow>,
}

/// All protections with their weights, by group.
pub fn weights(model: &Model, catalogue: &Catalogue) -> Vec<WeightGroup> {
    let words = model.words;
    let groups = catalogue.groups().iter().map(|group| {
        let rows: Vec<WeightRow> = catalogue
            .protections_of(group)
            .iter()
            .map(|protection| weight(model, protection))
            .collect();
        let n = crate::format::whole(words, rows.len() as u64);
        let changed = changed(&rows);
        WeightGroup {
            id: ["weights-", group.code.as_str()].concat(),
            title: words.fill(text::GROUP_OF, &[("title", &group.title), ("n", &n)]),
            changed: if changed == 0 {
                String::new()
            } else {
                words.count(changed, text::CHANGED_ONE, text::CHANGED_MANY)
            },
            rows,
        }
    });
    groups.collect()
}

/// How many weights differ from the standard, as a sentence.
pub fn changes(words: Words, groups: &[WeightGroup]) -> String {
    match groups.iter().map(|group| changed(&group.rows)).sum() {
        0 => words.get(text::CHANGED_NONE).to_owned(),
        n => words.count(n, text::CHANGED_ONE, text::CHANGED_MANY),
    }
}

fn changed(rows: &[WeightRow]) -> u64 {
    rows.iter().filter(|row| row.weight != row.standard).count() as u64
}

fn weight(model: &Model, protection: &Protection) -> WeightRow {
    let words = model.words;
    let standard = protection.weight.get();
    let own = model
        .assessment()
        .and_then(|assessment| assessment.weights.get(&protection.id));
    WeightRow {
        id: protection.id,
        key: protection.id.to_string(),
        title: protection.title.clone(),
        weight: own.copied().unwrap_or(model.given_weight(protection).get()),
        standard,
        reason: protection.weight_reason.clone(),
        depth: words.get(match protection.depth {
            Depth::Quick => assess::DEPTH_QUICK,
            Depth::First => assess::DEPTH_FIRST,
            Depth::Core => assess::DEPTH_CORE,
            Depth::Full => assess::DEPTH_FULL,
        }),
        shape: words.get(match protection.shape {
            Shape::Shared => text::SHAPES_SHARED,
            Shape::Silent => text::SHAPES_SILENT,
            Shape::Local => text::SHAPES_LOCAL,
            Shape::Housekeeping => text::SHAPES_HOUSEKEEPING,
        }),
    }
}

/// The weights that can be chosen, as keys of a choice.
pub const WEIGHTS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// The weight of a key of [`WEIGHTS`].
pub fn weight_of(key: &str) -> Option<u8> {
    WEIGHTS
        .iter()
        .zip(1..)
        .find(|(of, _)| **of == key)
        .map(|(_, weight)| weight)
}

/// The key of a weight.
pub fn weight_key(weight: u8) -> &'static str {
    WEIGHTS
        .iter()
        .zip(1..)
        .find(|(_, of)| *of == weight)
        .map_or("", |(key, _)| *key)
}

/// One fixed length of a period.
pub struct PeriodRow {
    /// Its name in code: the key of its row.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Days, hours, minutes, seconds.
    pub length: String,
    /// Exact seconds.
    pub seconds: String,
}

/// Every fixed length of a period, shortest kind first.
pub fn periods(words: Words) -> Vec<PeriodRow> {
    let row = |convention: Convention| PeriodRow {
        key: convention.key(),
        name: words.get(period(convention)),
        length: crate::format::seconds(words, convention.seconds()),
        seconds: crate::format::whole(words, convention.seconds().get()),
    };
    Convention::ALL.into_iter().map(row).collect()
}

fn period(convention: Convention) -> Text {
    match convention {
        Convention::Day => text::PERIODS_DAY,
        Convention::Week => text::PERIODS_WEEK,
        Convention::TwoWeeks => text::PERIODS_TWO_WEEKS,
        Convention::Month28 => text::PERIODS_MONTH_28_DAYS,
        Convention::Month29 => text::PERIODS_MONTH_29_DAYS,
        Convention::Month30 => text::PERIODS_MONTH_30_DAYS,
        Convention::Month31 => text::PERIODS_MONTH_31_DAYS,
        Convention::MonthTwelfthOf365 => text::PERIODS_MONTH_TWELFTH_OF_365_DAYS,
        Convention::MonthGregorian => text::PERIODS_MONTH_AVERAGE_GREGORIAN,
        Convention::MonthJulian => text::PERIODS_MONTH_AVERAGE_JULIAN,
        Convention::Quarter90 => text::PERIODS_QUARTER_90_DAYS,
        Convention::Quarter91 => text::PERIODS_QUARTER_91_DAYS,
        Convention::Quarter92 => text::PERIODS_QUARTER_92_DAYS,
        Convention::QuarterGregorian => text::PERIODS_QUARTER_AVERAGE_GREGORIAN,
        Convention::Year365 => text::PERIODS_YEAR_365_DAYS,
        Convention::Year366 => text::PERIODS_YEAR_366_DAYS,
        Convention::YearGregorian => text::PERIODS_YEAR_AVERAGE_GREGORIAN,
        Convention::YearJulian => text::PERIODS_YEAR_AVERAGE_JULIAN,
    }
}

/// The sources of one kind.
pub struct SourceGroup<'a> {
    /// Its name.
    pub title: &'static str,
    /// The id of its heading.
    pub id: &'static str,
    /// The sources, in the catalogue's order.
    pub sources: Vec<&'a Source>,
}

/// The sources by kind; a kind that has none is left out.
pub fn sources(words: Words, catalogue: &Catalogue) -> Vec<SourceGroup<'_>> {
    [
        (Kind::Law, text::KINDS_LAW, "sources-law"),
        (Kind::Standard, text::KINDS_STANDARD, "sources-standards"),
        (Kind::Guidance, text::KINDS_GUIDANCE, "sources-guidance"),
        (
            Kind::PublishedTerms,
            text::KINDS_PUBLISHED_TERMS,
            "sources-terms",
        ),
        (Kind::Practice, text::KINDS_PRACTICE, "sources-practice"),
        (Kind::Research, text::KINDS_RESEARCH, "sources-research"),
    ]
    .into_iter()
    .map(|(kind, title, id)| SourceGroup {
        title: words.get(title),
        id,
        sources: catalogue
            .sources()
            .iter()
            .filter(|source| source.kind == kind)
            .collect(),
    })
    .filter(|group| !group.sources.is_empty())
    .collect()
}

/// The name of a jurisdiction's code; a code without a name stands as it is.
pub fn jurisdiction(words: Words, code: &str) -> String {
    let name = match code {
        "US" => text::PLACES_US,
        "US-NY" => text::PLACES_US_NY,
        "EU" => text::PLACES_EU,
        "CA" => text::PLACES_CA,
        "AU" => text::PLACES_AU,
        "international" => text::PLACES_INTERNATIONAL,
        other => return other.to_owned(),
    };
    words.get(name).to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn periods_show_their_exact_length() {
        let rows = periods(Words::english());
        let shown = |key| {
            rows.iter()
                .find(|row| row.key == key)
                .map(|row| (row.length.as_str(), row.seconds.as_str()))
                .unwrap()
        };
        assert_eq!(shown("two-weeks"), ("14 d", "1,209,600"));
        assert_eq!(
            shown("month-average-gregorian"),
            ("30 d 10 h 29 min 6 s", "2,629,746")
        );
        assert_eq!(
            shown("month-twelfth-of-365-days"),
            ("30 d 10 h", "2,628,000")
        );
        let mut names: Vec<_> = rows.iter().map(|row| row.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(
            names.len(),
            Convention::ALL.len(),
            "two periods have one name"
        );
    }

    #[test]
    fn weights_and_their_keys_round_trip() {
        for weight in 1..=5 {
            assert_eq!(weight_of(weight_key(weight)), Some(weight));
        }
        assert_eq!(weight_of("0"), None);
        assert_eq!(weight_of("6"), None);
        assert_eq!(weight_key(0), "");
    }
}
