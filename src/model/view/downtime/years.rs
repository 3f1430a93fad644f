//! Simulated years as they are shown.

use super::Select;
use crate::format;
use crate::model::Model;
use crate::model::lab::{
    LabEvent, LawKind, MOST_YEARS, YearsEvent, YearsField, YearsRefusal, YearsState,
};
use crate::text::years as text;
use crate::words::Text;
use crate::workers::{Found, Rank, Trouble};
use engine::availability::CountingRule;
use engine::quantity::Fraction;

mod figures;
mod picture;
mod spread;

use figures::{figures, money, says};
pub use picture::{Picture, PictureRow};
pub use spread::Spread;
use spread::spread;

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
        ("done", &*format::whole(words, found.years.into())),
        ("wanted", &format::whole(words, state.wanted.into())),
        ("outages", &format::whole(words, found.outages)),
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
            ("wanted", &*format::whole(words, state.wanted.into())),
            ("most", &format::whole(words, MOST_YEARS.into())),
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
