//! Simulated years as they are shown.

use super::Select;
use crate::format;
use crate::model::Model;
use crate::model::lab::{
    LabEvent, LawKind, MOST_YEARS, YearsEvent, YearsField, YearsRefusal, YearsState,
};
use crate::text::years as text;
use crate::words::{Text, Words};
use crate::workers::{Fared, Found, Rank, SHORTEST_CLASS, Seconds95, Share, Trouble};
use engine::availability::CountingRule;
use engine::quantity::{Currency, Fraction, Money, Seconds};

mod picture;

pub use picture::{Picture, PictureRow};

/// The section.
pub struct YearsView {
    /// The assumptions.
    pub fields: Vec<YearsInput>,
    /// The laws of repair times.
    pub law: Select,
    /// How far it is, in words.
    pub status: String,
    /// Why there are no years, or fewer.
    pub notes: Vec<String>,
    /// Whether it can be stopped.
    pub running: bool,
    /// Whether it has to be asked for anew.
    pub halted: bool,
    /// The answers.
    pub results: Option<Results>,
}

/// An assumption.
pub struct YearsInput {
    /// Which.
    pub field: YearsField,
    /// Unique on the page.
    pub id: &'static str,
    /// What is asked for.
    pub label: &'static str,
    /// More about it.
    pub hint: &'static str,
    /// As it was typed.
    pub value: String,
    /// What is wrong with it.
    pub error: &'static str,
}

/// What the years came to.
pub struct Results {
    /// The distribution of counted downtime.
    pub spread: Spread,
    /// Heading of the figures' last column; empty = there is none.
    pub baseline: String,
    /// Figures with what they are for this promise and for the recommended one.
    pub figures: Vec<[String; 3]>,
    /// Both promises compared, and what is assumed.
    pub says: Vec<String>,
    /// Money, in sentences and facts.
    pub money: (Vec<(&'static str, String)>, Vec<String>),
    /// One year.
    pub picture: Option<Picture>,
    /// The years that can be looked at.
    pub look: Select,
}

/// How long counted downtime is, among the periods that have any.
pub struct Spread {
    /// The finding.
    pub title: String,
    /// The whole in a sentence.
    pub label: String,
    /// What stands below.
    pub says: Vec<String>,
    /// Lengths with their share in words and in thousandths of the largest.
    pub bars: Vec<(String, String, u32)>,
    /// Where the limit is, in thousandths of the width.
    pub limit: u32,
}

/// What choosing a law means.
pub fn law_event(key: &str) -> Option<LabEvent> {
    let law = LawKind::ALL.into_iter().find(|(known, _)| *known == key)?;
    Some(LabEvent::Years(YearsEvent::Law(law.1)))
}

const LOOKS: [(&str, Rank, Text); 3] = [
    ("typical", Rank::Typical, text::LOOK_TYPICAL),
    ("bad", Rank::Bad, text::LOOK_BAD),
    ("worst", Rank::Worst, text::LOOK_WORST),
];

/// What choosing a year means.
pub fn look_event(key: &str) -> Option<LabEvent> {
    let look = LOOKS.into_iter().find(|(known, ..)| *known == key)?;
    Some(LabEvent::Years(YearsEvent::Look(look.1)))
}

/// The section.
pub fn years(model: &Model) -> YearsView {
    let words = model.words;
    let years = &model.lab.years;
    let state = &years.state;
    let laws = [
        text::LAW_LOGNORMAL,
        text::LAW_EXPONENTIAL,
        text::LAW_WEIBULL,
    ];
    let law = LawKind::ALL.iter().find(|(_, law)| *law == years.law);
    YearsView {
        fields: YearsField::ALL
            .into_iter()
            .filter(|field| {
                // An exponential has no shape; what never comes back does not come back soon.
                *field != YearsField::Shape || years.law != LawKind::Exponential
            })
            .map(|field| input(model, field))
            .collect(),
        law: Select {
            groups: vec![(
                "",
                LawKind::ALL
                    .into_iter()
                    .zip(laws)
                    .map(|((key, _), name)| (key.to_owned(), words.get(name).to_owned()))
                    .collect(),
            )],
            chosen: law.map_or("", |(key, _)| key).to_owned(),
        },
        status: status(model),
        notes: notes(model),
        running: state.running,
        halted: state.stopped || broken(state),
        results: state
            .found
            .as_ref()
            .filter(|found| found.years > 0)
            .map(|found| results(model, found)),
    }
}

fn broken(state: &YearsState) -> bool {
    state.refusal == Some(YearsRefusal::Trouble(Trouble::Broken))
}

fn input(model: &Model, field: YearsField) -> YearsInput {
    let years = &model.lab.years;
    let time = Some(text::TIME_HINT);
    let (id, label, hint) = match field {
        YearsField::Own => ("years-own", text::OWN, None),
        YearsField::Shared => ("years-shared", text::SHARED, None),
        YearsField::Detection => ("years-detection", text::DETECTION, time),
        YearsField::Response => ("years-response", text::RESPONSE, time),
        YearsField::Repair => {
            let hint = match years.law {
                LawKind::Lognormal => text::REPAIR_HINT_LOGNORMAL,
                LawKind::Exponential => text::REPAIR_HINT_EXPONENTIAL,
                LawKind::Weibull => text::REPAIR_HINT_WEIBULL,
            };
            ("years-repair", text::REPAIR, Some(hint))
        }
        YearsField::Shape => ("years-shape", text::SHAPE, Some(text::SHAPE_HINT)),
        YearsField::Again => ("years-again", text::AGAIN, Some(text::AGAIN_HINT)),
        YearsField::After => ("years-after", text::AFTER, time),
        YearsField::Seed => ("years-seed", text::SEED, Some(text::SEED_HINT)),
    };
    let words = model.words;
    YearsInput {
        field,
        id,
        label: words.get(label),
        hint: hint.map_or("", |hint| words.get(hint)),
        value: years.text(field).to_owned(),
        error: if years.is_valid(field) {
            ""
        } else {
            words.get(text::WRONG)
        },
    }
}

fn status(model: &Model) -> String {
    let words = model.words;
    let years = &model.lab.years;
    let state = &years.state;
    if state.refusal.is_some() {
        return String::new();
    }
    let Some(found) = &state.found else {
        return words.get(text::WAITING).to_owned();
    };
    let millis = Fraction::new(i128::from(state.millis), 1_000).unwrap_or(Fraction::ZERO);
    let values = [
        ("done", &*format::whole(found.years.into())),
        ("wanted", &format::whole(state.wanted.into())),
        ("outages", &format::whole(found.outages)),
        ("time", &format::decimal(words, &millis, 2).0),
        ("start", &years.seed().to_string()),
    ];
    let pattern = match (state.running, state.stopped) {
        (true, _) => text::PROGRESS,
        (false, true) => text::STOPPED,
        (false, false) => text::FINISHED,
    };
    words.fill(pattern, &values)
}

fn notes(model: &Model) -> Vec<String> {
    let words = model.words;
    let state = &model.lab.years.state;
    if let Some(refusal) = state.refusal {
        let why = match refusal {
            YearsRefusal::Rolling => text::REFUSED_ROLLING,
            YearsRefusal::Longer => text::REFUSED_LONGER,
            YearsRefusal::Dates => text::REFUSED_DATES,
            YearsRefusal::Users => text::REFUSED_USERS,
            YearsRefusal::Trouble(Trouble::Impossible) => text::REFUSED_IMPOSSIBLE,
            YearsRefusal::Trouble(Trouble::TooMany) => text::REFUSED_TOO_MANY,
            YearsRefusal::Trouble(Trouble::Broken) => text::REFUSED_BROKEN,
        };
        return vec![words.get(why).to_owned()];
    }
    let mut notes = Vec::new();
    if state.wanted > 0 && state.wanted < MOST_YEARS {
        let values = [
            ("wanted", &*format::whole(state.wanted.into())),
            ("most", &format::whole(MOST_YEARS.into())),
        ];
        notes.push(words.fill(text::FEWER, &values));
    }
    notes
}

fn results(model: &Model, found: &Found) -> Results {
    let words = model.words;
    let each = model.lab.counting.value == CountingRule::EachLocation;
    let asked = found.promises.first();
    let other = found.promises.get(1);
    let target = model.baseline_target().filter(|_| other.is_some());
    let look = model.lab.years.look;
    let chosen = LOOKS.iter().find(|(_, rank, _)| *rank == look);
    Results {
        spread: spread(words, asked, each),
        baseline: target.map_or_else(String::new, |target| {
            let target = format::target(words, target);
            words.fill(text::COLUMN_BASELINE, &[("target", &target)])
        }),
        figures: figures(words, found, asked, other, each),
        says: says(words, found, asked, other),
        money: money(model, found, asked),
        picture: picture::picture(model, found),
        look: Select {
            groups: vec![(
                "",
                LOOKS
                    .iter()
                    .map(|(key, _, name)| ((*key).to_owned(), words.get(*name).to_owned()))
                    .collect(),
            )],
            chosen: chosen.map_or("", |(key, ..)| key).to_owned(),
        },
    }
}

/// A share of one in percent: two decimals below one, none above ten.
fn percent(words: Words, share: f64) -> String {
    rounded(words, share, f64::round)
}

/// The same, cut by `whole`: the ends of an interval go outward, so that nothing certain is claimed that is not.
fn rounded(words: Words, share: f64, whole: fn(f64) -> f64) -> String {
    let places = match share {
        share if share >= 0.1 => 1,
        share if share >= 0.01 => 2,
        _ => 3,
    };
    #[allow(clippy::cast_possible_truncation, reason = "a share of one")]
    let units = whole(share * f64::from(10_u32.pow(places)) * 100.0) as i128;
    let number = Fraction::new(units, 10_i128.pow(places)).unwrap_or(Fraction::ZERO);
    let text = format::decimal(words, &number, places).0;
    words.fill(crate::text::formats::PERCENT, &[("n", &text)])
}

fn interval(words: Words, share: Share) -> String {
    let (low, high) = share.interval();
    let values = [
        ("value", &*percent(words, share.estimate())),
        ("low", &rounded(words, low, f64::floor)),
        ("high", &rounded(words, high, f64::ceil)),
    ];
    words.fill(text::WITH_INTERVAL, &values)
}

fn length(words: Words, seconds: u64) -> String {
    format::seconds(words, Seconds::new(seconds))
}

fn quantile(words: Words, found: Option<&Seconds95>) -> String {
    let Some(found) = found else {
        return String::new();
    };
    let values = [
        ("value", &*length(words, found.value)),
        ("low", &length(words, found.low)),
        ("high", &length(words, found.high)),
    ];
    words.fill(text::WITH_INTERVAL, &values)
}

fn figures(
    words: Words,
    found: &Found,
    asked: Option<&Fared>,
    other: Option<&Fared>,
    each: bool,
) -> Vec<[String; 3]> {
    let row = |name: Text, value: &dyn Fn(&Fared) -> String| {
        let cell = |fared: Option<&Fared>| fared.map_or_else(String::new, value);
        [words.get(name).to_owned(), cell(asked), cell(other)]
    };
    let line = if each {
        text::ROW_LINE
    } else {
        text::ROW_LINE_ALL
    };
    let mut rows = vec![row(line, &|fared| interval(words, fared.line))];
    if each {
        rows.push(row(text::ROW_PERIOD, &|fared| {
            interval(words, fared.period)
        }));
    }
    rows.push(row(text::ROW_YEAR, &|fared| interval(words, fared.year)));
    let quantiles = [text::ROW_HALF, text::ROW_NINETY, text::ROW_NINETY_NINE];
    for (at, name) in quantiles.into_iter().enumerate() {
        rows.push(row(name, &|fared| quantile(words, fared.quantiles.get(at))));
    }
    if found.lost > 0 {
        let never = |fared: &Fared| percent(words, ratio(fared.uncounted, found.lost));
        rows.push(row(text::ROW_UNCOUNTED, &never));
    }
    rows
}

fn ratio(part: u64, of: u64) -> f64 {
    let (hits, of) = (part, of.max(1));
    Share { hits, of }.estimate()
}

fn says(words: Words, found: &Found, asked: Option<&Fared>, other: Option<&Fared>) -> Vec<String> {
    let mut says = vec![words.get(text::INTERVAL).to_owned()];
    if found.lost == 0 {
        says.push(words.get(text::NOTHING_LOST).to_owned());
    }
    if let (Some(asked), Some(other)) = (asked, other) {
        let years = u64::from(found.years);
        let of_hundred = |years_missed: u64| hundredth(words, ratio(years_missed, years));
        let difference = (other.year.estimate() - asked.year.estimate()).abs();
        let values = [
            ("first", &*of_hundred(found.only[0])),
            ("second", &of_hundred(found.only[1])),
            ("difference", &hundredth(words, difference)),
        ];
        says.push(words.fill(text::COMPARED, &values));
        says.push(words.get(text::SAME_PERIODS).to_owned());
    }
    says
}

/// A share as so many of a hundred, with one decimal.
fn hundredth(words: Words, share: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "a share of one")]
    let units = (share * 1_000.0).round() as i128;
    let number = Fraction::new(units, 10).unwrap_or(Fraction::ZERO);
    format::decimal(words, &number, 1).0
}

fn spread(words: Words, asked: Option<&Fared>, each: bool) -> Spread {
    let Some(asked) = asked else {
        return Spread {
            title: String::new(),
            label: String::new(),
            says: Vec::new(),
            bars: Vec::new(),
            limit: 0,
        };
    };
    let title = finding(words, asked, each);
    let any: u64 = asked.classes.iter().sum();
    let without = percent(words, ratio(asked.without, asked.without + any));
    let allowed = allowed(words, asked);
    let values = [
        ("title", &*title),
        ("without", &without),
        ("allowed", &allowed),
    ];
    let label = words.fill(text::SPREAD_LABEL, &values);
    let quiet = if each {
        text::WITHOUT
    } else {
        text::WITHOUT_ALL
    };
    let quiet = words.fill(quiet, &[("share", &without)]);
    let largest = asked.classes.iter().copied().max().unwrap_or(0).max(1);
    let last = asked.classes.len().saturating_sub(1);
    let bar = |(class, count): (usize, &u64)| {
        let height = u32::try_from(u128::from(*count) * 1_000 / u128::from(largest));
        let name = class_name(words, class, class == last);
        let share = percent(words, ratio(*count, any));
        (name, share, height.unwrap_or(0))
    };
    Spread {
        title,
        label,
        says: vec![quiet, allowed, words.get(text::ROUNDING).to_owned()],
        limit: limit(asked),
        bars: asked.classes.iter().enumerate().map(bar).collect(),
    }
}

/// The lengths of a class.
fn class_name(words: Words, class: usize, last: bool) -> String {
    let edge = |class: usize| length(words, SHORTEST_CLASS << class);
    match (class, last) {
        (0, _) => words.fill(text::UP_TO, &[("to", &edge(0))]),
        (_, true) => words.fill(text::MORE_THAN, &[("from", &edge(class - 1))]),
        _ => {
            let values = [("from", &*edge(class - 1)), ("to", &edge(class))];
            words.fill(text::FROM_TO, &values)
        }
    }
}

/// Where the limit stands among classes that double: in thousandths of the width.
fn limit(fared: &Fared) -> u32 {
    let classes = u32::try_from(fared.classes.len().max(1)).unwrap_or(1);
    #[allow(clippy::cast_precision_loss, reason = "seconds of a year")]
    let doublings = (fared.allowed.1.max(1) as f64 / SHORTEST_CLASS as f64).log2();
    let at = (doublings + 1.0).clamp(0.0, f64::from(classes)) / f64::from(classes);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 1000"
    )]
    let at = (at * 1_000.0).round() as u32;
    at
}

fn allowed(words: Words, fared: &Fared) -> String {
    let (low, high) = fared.allowed;
    let (least, most) = (length(words, low), length(words, high));
    if low == high {
        words.fill(text::ALLOWED, &[("value", &most)])
    } else {
        words.fill(text::ALLOWED_RANGE, &[("low", &least), ("high", &most)])
    }
}

fn finding(words: Words, fared: &Fared, each: bool) -> String {
    let share = fared.period.estimate();
    let pattern = match (fared.period.hits, each) {
        (0, _) => text::FINDING_NONE,
        _ if share < 0.01 => text::FINDING_LESS,
        (_, true) => text::FINDING,
        (_, false) => text::FINDING_ALL,
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 100"
    )]
    let n = (share * 100.0).round() as u64;
    words.fill(pattern, &[("n", &n.to_string())])
}

fn money(
    model: &Model,
    found: &Found,
    asked: Option<&Fared>,
) -> (Vec<(&'static str, String)>, Vec<String>) {
    let words = model.words;
    let production = model.lab_currency();
    let agreement = model.record().map(|record| &record.agreement);
    let charge = agreement
        .filter(|agreement| agreement.credits.scheme.says().is_some())
        .and_then(|agreement| agreement.fees.recurring.says());
    let (mut facts, mut says) = (Vec::new(), Vec::new());
    let loss = production.map(|currency| (found.loss, currency));
    let credit = charge
        .zip(asked)
        .map(|(charge, fared)| (fared.credit, charge.per_month.currency()));
    for (name, amount, missing) in [
        (text::MONEY_LOSS, loss, text::MONEY_NO_LOSS),
        (text::MONEY_CREDIT, credit, text::MONEY_NO_CREDIT),
    ] {
        match amount {
            Some(((mean, error), currency)) => {
                let values = [
                    ("value", &*whole_money(words, mean, currency)),
                    ("error", &whole_money(words, error, currency)),
                ];
                facts.push((words.get(name), words.fill(text::MONEY_ERROR, &values)));
            }
            None => says.push(words.get(missing).to_owned()),
        }
    }
    if let (Some(((lost, _), one)), Some(((back, _), other))) = (loss, credit) {
        if one == other && lost > 0.0 {
            let share = percent(words, back / lost);
            says.push(words.fill(text::MONEY_SHARE, &[("share", &share)]));
        } else if one != other {
            says.push(words.get(text::MONEY_CURRENCIES).to_owned());
        }
        says.push(words.get(text::MONEY_ASSUMED).to_owned());
    }
    (facts, says)
}

fn whole_money(words: Words, minor: f64, currency: Currency) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a mean of money; cut where it is out of range"
    )]
    let minor = (minor / 100.0).round() as i64 * 100;
    format::money(words, Money::from_minor(minor, currency))
}
