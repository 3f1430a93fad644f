//! What the chain gives.

use super::super::figure::{self, DerivationView, Shown};
use super::{form, input, percent, share_of, time};
use crate::format;
use crate::model::Model;
use crate::model::lab::part_name;
use crate::model::view::downtime;
use crate::text::{chain as text, downtime as lab, figures};
use crate::words::{Text, Words};
use engine::calendar::Convention;
use engine::composition::{Chain, Link, expected_downtime};
use engine::derivation::Origin;
use engine::order::in_order;
use engine::quantity::{BigFraction, Fraction, Seconds};

/// What the chain gives.
pub struct Found {
    /// The availability of the whole.
    pub whole: Shown,
    /// The same beside its parts.
    pub finding: String,
    /// The downtime to expect in a year.
    pub year: Shown,
    /// The downtime to expect, period by period.
    pub periods: Vec<PeriodRow>,
    /// Whose opening hours these are, and how they share in the downtime.
    pub notes: Vec<String>,
    /// What the parts bring, in a sentence.
    pub parts_title: String,
    /// What each part brings.
    pub parts: Vec<PartRow>,
    /// How much they overlap; empty = not at all.
    pub overlap: String,
    /// What one more would bring, in a sentence.
    pub more_title: String,
    /// What the next figures are compared with.
    pub more_measure: String,
    /// What one more of each would bring, the most first.
    pub more: Vec<MoreRow>,
    /// The promise of the downtime page beside it.
    pub promise: Promise,
}

/// A period.
pub struct PeriodRow {
    /// Its name.
    pub name: String,
    /// The downtime to expect in it.
    pub down: Shown,
    /// How much of that falls on opening hours, if they are known.
    pub open: Option<Shown>,
}

/// A part.
pub struct PartRow {
    /// Its number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// How many there are and how many are needed; empty = just one.
    pub there: String,
    /// Who says how available it is.
    pub origin: &'static str,
    /// How available it is.
    pub share: Shown,
    /// How long it is down in a year.
    pub down: String,
    /// The same as a bar, in thousandths of the longest.
    pub width: i128,
}

/// One more of a part.
pub struct MoreRow {
    /// The part's number.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// How many there would be.
    pub there: String,
    /// What the whole would give.
    pub whole: String,
    /// What that saves in a year.
    pub saved: String,
}

/// The promise of the downtime page.
pub struct Promise {
    /// What it is.
    pub of: String,
    /// What it allows, and what is to be expected.
    pub facts: [(&'static str, String); 2],
    /// State and its word.
    pub mark: (&'static str, &'static str),
    /// Whether the average keeps it.
    pub says: String,
}

const YEAR: Convention = Convention::Year365;
const PERIODS: [Convention; 3] = [YEAR, Convention::Month30, Convention::TwoWeeks];

/// What the chain gives.
pub(super) fn found(model: &Model, chain: &Chain) -> Found {
    let words = model.words;
    let whole = whole(model, chain);
    let (notes, week) = opening(model);
    let row = |convention: &Convention| period(model, chain, *convention, week);
    let (parts_title, parts, overlap) = parts(model, chain);
    let (more_title, more) = more(model, chain);
    let periods: Vec<PeriodRow> = PERIODS.iter().map(row).collect();
    Found {
        finding: finding(model, chain, &whole.text),
        year: periods
            .first()
            .map(|row| row.down.clone())
            .unwrap_or_default(),
        periods,
        notes,
        parts_title,
        parts,
        overlap,
        more_title,
        more_measure: words.fill(text::MORE_MEASURE, &[("whole", &whole.text)]),
        more,
        promise: promise(model, chain, &whole.text),
        whole,
    }
}

fn whole(model: &Model, chain: &Chain) -> Shown {
    let words = model.words;
    let parts = model.lab.chain.parts.iter().enumerate();
    let inputs = parts.zip(&chain.links).map(|((at, part), link)| {
        let mut given = input(
            words,
            text::NAME,
            form::says(words, &part.used, &link.availability),
            form::origin(model, part),
        );
        given.name = part_name(words, at, part);
        given
    });
    share_of(words, &chain.whole, text::FORMULA_WHOLE, inputs.collect())
}

/// The place of the one entry that is greater than every other; nothing where two are.
fn single(values: &[BigFraction]) -> Option<usize> {
    let most = values.iter().max()?;
    let mut at = values
        .iter()
        .enumerate()
        .filter(|(_, value)| *value == most);
    let first = at.next()?.0;
    at.next().is_none().then_some(first)
}

fn name(model: &Model, at: usize) -> String {
    let part = model.lab.chain.parts.get(at);
    part.map(|part| part_name(model.words, at, part))
        .unwrap_or_default()
}

fn down(link: &Link) -> BigFraction {
    link.availability.complement()
}

fn finding(model: &Model, chain: &Chain, whole: &str) -> String {
    let words = model.words;
    let all: Vec<BigFraction> = chain.links.iter().map(down).collect();
    let weakest = single(&all);
    let most = all.iter().max().map(BigFraction::complement);
    let pattern = match weakest {
        _ if all.len() == 1 => text::FINDING_ONE,
        Some(_) => text::FINDING_WEAKEST,
        None if all.iter().min() == all.iter().max() => text::FINDING_SAME,
        None => text::FINDING_WEAK,
    };
    let values = [
        ("name", &*name(model, weakest.unwrap_or_default())),
        (
            "each",
            &*most.map(|most| percent(words, &most)).unwrap_or_default(),
        ),
        ("n", &*all.len().to_string()),
        ("whole", whole),
    ];
    words.fill(pattern, &values)
}

/// Whose opening hours these are, and how many there are in a week.
fn opening(model: &Model) -> (Vec<String>, Option<(Seconds, Origin)>) {
    let words = model.words;
    let Some(opening) = model.opening() else {
        return (vec![words.get(lab::OPENING_MISSING).to_owned()], None);
    };
    let week = opening.windows.per_week();
    let hours = format::in_hours(words, week);
    let mut notes = vec![words.fill(text::PERIODS_NOTE, &[("hours", &hours)])];
    for (pattern, whose) in [
        (lab::OPENING_EXAMPLE, &opening.example),
        (lab::OPENING_LOCATION, &opening.location),
    ] {
        notes.extend(
            whose
                .iter()
                .map(|whose| words.fill(pattern, &[("name", whose)])),
        );
    }
    (notes, Some((week, opening.origin())))
}

fn period(
    model: &Model,
    chain: &Chain,
    convention: Convention,
    week: Option<(Seconds, Origin)>,
) -> PeriodRow {
    let words = model.words;
    let name = figure::convention(words, convention.key());
    let length = convention.seconds();
    let computed = words.get(figures::ORIGIN_COMPUTED);
    let seconds = expected_downtime(length, &chain.whole);
    let shown = |seconds: &BigFraction, formula: Text, inputs| Shown {
        words,
        text: time(words, seconds),
        derivation: DerivationView {
            formula: words.get(formula).to_owned(),
            inputs,
            convention: Some(name.clone()),
            rounding: words.get(text::NEAREST).to_owned(),
        },
    };
    let inputs = vec![
        input(
            words,
            text::INPUT_PERIOD,
            format::hours(words, length),
            words.get(figures::ORIGIN_CONVENTION),
        ),
        input(
            words,
            text::INPUT_WHOLE,
            percent(words, &chain.whole),
            computed,
        ),
    ];
    let down = shown(&seconds, text::FORMULA_DOWN, inputs);
    let open = week.map(|(week, origin)| {
        let share = Fraction::of(week.get().into(), WEEK);
        let inputs = vec![
            input(words, text::INPUT_DOWN, down.text.clone(), computed),
            input(
                words,
                text::INPUT_WEEK,
                format::in_hours(words, week),
                words.get(figure::origin(origin)),
            ),
        ];
        let seconds = seconds.times(&BigFraction::from(&share));
        shown(&seconds, text::FORMULA_OPEN, inputs)
    });
    PeriodRow { name, down, open }
}

const WEEK: std::num::NonZeroU64 = match std::num::NonZeroU64::new(Seconds::WEEK.get()) {
    Some(week) => week,
    None => std::num::NonZeroU64::MIN,
};

fn parts(model: &Model, chain: &Chain) -> (String, Vec<PartRow>, String) {
    let words = model.words;
    let year = YEAR.seconds();
    let each: Vec<BigFraction> = chain
        .links
        .iter()
        .map(|link| expected_downtime(year, &link.availability))
        .collect();
    let zero = BigFraction::zero();
    let most = each.iter().max().unwrap_or(&zero);
    let weakest = single(&each);
    let pattern = match weakest {
        _ if *most == zero => text::PARTS_TITLE_NONE,
        Some(_) => text::PARTS_TITLE_ONE,
        None => text::PARTS_TITLE_TIE,
    };
    let values = [
        ("name", &*name(model, weakest.unwrap_or_default())),
        ("time", &*time(words, most)),
    ];
    let title = words.fill(pattern, &values);
    let longest = most.floor_at(3).unwrap_or_default().max(1);
    let rows = model.lab.chain.parts.iter().enumerate();
    let rows = rows.zip(&chain.links).zip(&each);
    let rows = rows.map(|(((at, part), link), seconds)| PartRow {
        id: part.id,
        name: part_name(words, at, part),
        there: if part.used.count == 1 {
            String::new()
        } else {
            there(words, part.used.count, part.used.needed)
        },
        origin: form::origin(model, part),
        share: share_of(
            words,
            &link.availability,
            form::formula(part),
            form::inputs(model, part),
        ),
        down: time(words, seconds),
        width: seconds.floor_at(3).unwrap_or_default() * 1_000 / longest,
    });
    let sum = each.iter().fold(zero.clone(), |sum, one| sum.plus(one));
    let over = sum.minus(&expected_downtime(year, &chain.whole));
    let overlap = if over > zero {
        let values = [("sum", &*time(words, &sum)), ("more", &*time(words, &over))];
        words.fill(text::PARTS_OVERLAP, &values)
    } else {
        String::new()
    };
    (title, rows.collect(), overlap)
}

fn more(model: &Model, chain: &Chain) -> (String, Vec<MoreRow>) {
    let words = model.words;
    let now = expected_downtime(YEAR.seconds(), &chain.whole);
    let saved: Vec<BigFraction> = chain
        .links
        .iter()
        .map(|link| now.minus(&expected_downtime(YEAR.seconds(), &link.with_one_more)))
        .collect();
    let zero = BigFraction::zero();
    let most = saved.iter().max().unwrap_or(&zero);
    let best = single(&saved);
    let pattern = match best {
        _ if *most == zero => text::MORE_TITLE_NONE,
        Some(_) => text::MORE_TITLE_ONE,
        None => text::MORE_TITLE_TIE,
    };
    let values = [
        ("name", &*name(model, best.unwrap_or_default())),
        ("saved", &*time(words, most)),
    ];
    let title = words.fill(pattern, &values);
    let order = in_order((0..saved.len()).collect(), |a: &usize, b: &usize| {
        saved[*b].cmp(&saved[*a])
    });
    let rows = order.into_iter().filter_map(|at| {
        let part = model.lab.chain.parts.get(at)?;
        Some(MoreRow {
            id: part.id,
            name: part_name(words, at, part),
            there: there(words, part.used.count + 1, part.used.needed),
            whole: percent(words, &chain.links.get(at)?.with_one_more),
            saved: time(words, saved.get(at)?),
        })
    });
    (title, rows.collect())
}

fn there(words: Words, count: u32, needed: u32) -> String {
    let values = [("n", &*count.to_string()), ("k", &*needed.to_string())];
    words.fill(text::MORE_NEEDED, &values)
}

fn promise(model: &Model, chain: &Chain, whole: &str) -> Promise {
    let words = model.words;
    let question = model.question();
    let measured = question.period.measured.value;
    let target = question.target;
    let shown = downtime::headline(model, &question);
    let (mark, says) = if BigFraction::from(target.value) <= chain.whole {
        (
            ("met", words.get(text::PROMISE_MARK_MET)),
            text::PROMISE_MET,
        )
    } else {
        let missed = words.get(text::PROMISE_MARK_MISSED);
        (("missing", missed), text::PROMISE_MISSED)
    };
    let who = if target.origin == Origin::Agreement {
        text::PROMISE_AGREED
    } else {
        text::PROMISE_TYPED
    };
    let who = words.fill(who, &[("target", &format::target(words, target.value))]);
    let expected = expected_downtime(measured, &chain.whole);
    Promise {
        of: words.fill(text::PROMISE_OF, &[("of", &shown.of)]),
        facts: [
            (words.get(text::PROMISE_ALLOWED), shown.allowance.text),
            (words.get(text::PROMISE_EXPECTED), time(words, &expected)),
        ],
        mark,
        says: [&who, " ", &words.fill(says, &[("whole", whole)])].concat(),
    }
}
