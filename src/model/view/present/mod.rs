//! The deck as it is shown: a view a slide, made of what the other screens show.

use super::downtime::{
    self, AskRow, AskView, Chart, FallView, FieldView, Headline, Preset, Select,
};
use super::figure::{Cell, Shown};
use super::library::{DateRow, of_client};
use super::results::{self, STATES, ScoreView};
use super::{answer, response};
use crate::format;
use crate::model::present::{Slide, WORST};
use crate::model::{Model, Results, library::shown_name};
use crate::text::{ask, common, present as text, results as gaps};
use crate::words::{Text, Words, fill};
use engine::assessment::AskState;
use engine::rubric::Catalogue;
use engine::scoring::to_find_out;
use std::rc::Rc;

/// As many requests stand on their slide.
const SHORT_LIST: usize = 5;

/// One slide.
pub struct SlideView {
    /// Its title.
    pub title: String,
    /// What the speaker may say.
    pub notes: Vec<String>,
    /// What stands on it.
    pub body: Body,
}

/// What stands on a slide.
pub enum Body {
    /// Names with what is said of them.
    Title(Vec<(&'static str, String)>),
    /// The check and the scores.
    Verdict(Box<VerdictSlide>),
    /// One gap.
    Gap(GapSlide),
    /// Sentences.
    Says(Vec<String>),
    /// The promise in the form.
    Downtime(Box<DowntimeSlide>),
    /// Where an outage may fall.
    Fall(Box<FallView>),
    /// The response clock.
    Response(response::View),
    /// What to ask for.
    Asks(AsksSlide),
    /// What comes next.
    Ahead(AheadSlide),
}

/// The check and the scores.
pub struct VerdictSlide {
    /// The four-gap check.
    pub four: ScoreView,
    /// The two scores.
    pub scores: [ScoreView; 2],
    /// Which catalogue was counted with, and what differs.
    pub counted: String,
}

/// One gap.
pub struct GapSlide {
    /// Its place among the worst.
    pub rank: String,
    /// The class of the state's mark, and its name.
    pub mark: (&'static str, &'static str),
    /// What it leaves exposed.
    pub exposure: String,
    /// How long one incident can last.
    pub incident: Option<Shown>,
    /// The request.
    pub ask: String,
}

/// The promise in the form.
pub struct DowntimeSlide {
    /// The big number.
    pub headline: Headline,
    /// The target.
    pub target: FieldView,
    /// The periods.
    pub period: Select,
    /// The locations.
    pub locations: FieldView,
    /// The promises of this agreement.
    pub agreed: Vec<Preset>,
    /// The picture.
    pub chart: Chart,
    /// The figures that tell most.
    pub facts: Vec<(Text, Cell)>,
}

/// What to ask for.
pub struct AsksSlide {
    /// Each request: what, how far it has come, who follows it up; empty = nobody yet.
    pub asks: Vec<(String, &'static str, String)>,
    /// How many more there are; empty = none.
    pub more: String,
    /// What the recommended promise would change.
    pub against: Vec<AskRow>,
    /// The name of the recommended promise.
    pub other: String,
}

/// What comes next.
pub struct AheadSlide {
    /// The dates, the earliest first.
    pub dates: Vec<DateRow>,
    /// How many requests stand where.
    pub asks: Vec<String>,
    /// What all of this is.
    pub advice: &'static str,
}

/// The head of the handout.
pub fn handout_title(model: &Model) -> String {
    let words = model.words;
    let values = [
        ("name", &*shown_name(words, &model.open.client.name)),
        ("date", &format::day(words, model.today)),
    ];
    words.fill(text::HANDOUT_TITLE, &values)
}

/// One slide; `None` while there is nothing to show.
pub fn slide(model: &Model, slide: Slide) -> Option<SlideView> {
    let words = model.words;
    let (catalogue, found) = (model.catalogue.ready()?, model.findings.as_ref()?);
    let plain = |title: Text, say: Text, body| SlideView {
        title: words.get(title).to_owned(),
        notes: vec![words.get(say).to_owned()],
        body,
    };
    Some(match slide {
        Slide::Title => SlideView {
            title: shown_name(words, &model.open.client.name),
            notes: vec![words.get(text::SAY_TITLE).to_owned()],
            body: Body::Title(title(model)),
        },
        Slide::Verdict => verdict(model, catalogue, found),
        Slide::Gap(at) => gap(model, catalogue, found, at)?,
        Slide::NoGap => plain(
            text::NO_GAP_TITLE,
            text::SAY_NO_GAP,
            Body::Says(no_gap(words, catalogue, found)),
        ),
        Slide::Downtime => plain(
            text::DOWNTIME_TITLE,
            text::SAY_DOWNTIME,
            Body::Downtime(Box::new(downtime(model))),
        ),
        Slide::Fall => plain(
            text::FALL_TITLE,
            text::SAY_FALL,
            Body::Fall(Box::new(downtime::fall(model, &model.question()))),
        ),
        Slide::Response => plain(
            text::RESPONSE_TITLE,
            text::SAY_RESPONSE,
            Body::Response(response::view(model)),
        ),
        Slide::Asks => plain(
            text::ASKS_TITLE,
            text::SAY_ASKS,
            Body::Asks(asks(model, catalogue, found)),
        ),
        Slide::Ahead => plain(
            text::AHEAD_TITLE,
            text::SAY_AHEAD,
            Body::Ahead(ahead(model, found)),
        ),
    })
}

/// Who, what and when; what nobody filled in is left out.
fn title(model: &Model) -> Vec<(&'static str, String)> {
    let words = model.words;
    let mut facts = Vec::new();
    let mut say = |name: Text, value: String| {
        if !value.trim().is_empty() {
            facts.push((words.get(name), value));
        }
    };
    if let Some(record) = model.record() {
        say(text::TITLE_AGREEMENT, model.agreement_name(record));
        say(text::TITLE_PROVIDER, record.agreement.provider.clone());
    }
    let locations = model.open.client.organization.locations.count();
    if let Some(n) = locations {
        say(text::TITLE_LOCATIONS, format::whole(words, n.into()));
    }
    if let Some(assessment) = model.assessment() {
        say(text::TITLE_ASSESSED, format::day(words, assessment.on));
        say(text::TITLE_PREPARED_BY, assessment.prepared_by.clone());
    }
    facts
}

/// The verdict of the four-gap check, or how far it has come.
pub(super) fn verdict_in_short(model: &Model, four: &ScoreView) -> String {
    let words = model.words;
    let several = crate::model::circumstances(&model.open.client.organization).several_locations();
    match four.verdict {
        Some((title, ..)) => title.to_owned(),
        None if several && (four.low, four.high) != (0, 100) => {
            words.fill(text::VERDICT_SO_FAR, &[("figure", &four.figure)])
        }
        None if several => words.get(text::VERDICT_OPEN).to_owned(),
        None => words.get(text::VERDICT_ONE).to_owned(),
    }
}

fn verdict(model: &Model, catalogue: &Catalogue, found: &Results) -> SlideView {
    let words = model.words;
    let four = results::four(model, catalogue, found);
    let title = verdict_in_short(model, &four);
    SlideView {
        title,
        notes: vec![words.get(text::SAY_VERDICT).to_owned()],
        body: Body::Verdict(Box::new(VerdictSlide {
            four,
            scores: results::scores(model, catalogue, found),
            counted: super::brand::counted_in_full(model),
        })),
    }
}

fn gap(model: &Model, catalogue: &Rc<Catalogue>, found: &Results, at: usize) -> Option<SlideView> {
    let words = model.words;
    let gap = found.gaps.get(at)?;
    let protection = catalogue.protection(gap.id)?;
    let card = results::card(model, found, gap, at + 1, catalogue);
    let all = found.gaps.len().min(WORST);
    let values = [("n", &*(at + 1).to_string()), ("all", &all.to_string())];
    Some(SlideView {
        title: protection.title.clone(),
        notes: vec![
            words.get(text::SAY_GAP).to_owned(),
            protection.why.clone(),
            card.because,
        ],
        body: Body::Gap(GapSlide {
            rank: if all == 1 {
                words.get(text::GAP_RANK_ONE).to_owned()
            } else {
                words.fill(text::GAP_RANK, &values)
            },
            mark: answer::mark(words, found.findings.item(gap.id)),
            exposure: fill(&protection.exposure, &[("n", &card.locations)]),
            incident: card.incident,
            ask: protection.ask.clone(),
        }),
    })
}

fn no_gap(words: Words, catalogue: &Catalogue, found: &Results) -> Vec<String> {
    let open = to_find_out(catalogue, &found.findings).len() as u64;
    let mut says = vec![words.get(text::NO_GAP_BODY).to_owned()];
    if open > 0 {
        says.push(words.count(open, text::NO_GAP_OPEN_ONE, text::NO_GAP_OPEN_MANY));
    }
    says
}

fn downtime(model: &Model) -> DowntimeSlide {
    let question = model.question();
    let form = downtime::form(model);
    // The big number is the first of them, and the credit has no place on this slide.
    let beside = [ask::ROW_YEAR, ask::ROW_ONE];
    let mut facts = downtime::telling(model, &question);
    facts.retain(|(name, _)| beside.contains(name));
    facts.push((ask::ROW_WEEK, week(model)));
    DowntimeSlide {
        headline: downtime::headline(model, &question),
        target: form.target,
        period: form.period,
        locations: form.locations,
        agreed: downtime::agreed(model),
        chart: downtime::picture(model, &question),
        facts,
    }
}

fn week(model: &Model) -> Cell {
    match downtime::week_in_short(model, &model.question()) {
        Some(shown) => Cell::Figure(shown),
        None => Cell::Text(model.words.get(ask::UNKNOWN).to_owned()),
    }
}

/// Requests that were made come first, then the others in the order of their gaps; what is settled is left out.
fn asks(model: &Model, catalogue: &Catalogue, found: &Results) -> AsksSlide {
    let words = model.words;
    let state_of = |id| model.answers().get(id).ask.state;
    let under_way = |state| matches!(state, AskState::Asked | AskState::Offered);
    let ids = || found.gaps.iter().map(|gap| gap.id);
    let made = ids().filter(|id| under_way(state_of(*id)));
    let open = ids().filter(|id| state_of(*id) == AskState::Open);
    let all: Vec<_> = made.chain(open).collect();
    let line = |id: &_| {
        let ask = &model.answers().get(*id).ask;
        let owner = match ask.owner.trim() {
            "" => String::new(),
            name => words.fill(text::ASKS_OWNER, &[("name", name)]),
        };
        let title = results::title(catalogue, *id);
        (title, results::state_name(words, ask.state), owner)
    };
    let more = all.len().saturating_sub(SHORT_LIST) as u64;
    let AskView {
        mut rows, against, ..
    } = downtime::ask(model, &model.question());
    let telling = [ask::ROW_YEAR, ask::ROW_WEEK].map(|name| words.get(name));
    rows.retain(|row| telling.contains(&row.name));
    if let Some(last) = rows.last_mut() {
        last.own = week(model);
        last.other = week(&model.with_promise(&model.compared()));
    }
    let mut names = against.groups.into_iter().flat_map(|(_, options)| options);
    let other = names.find(|(key, _)| *key == against.chosen);
    AsksSlide {
        asks: all.iter().take(SHORT_LIST).map(line).collect(),
        more: if more == 0 {
            String::new()
        } else {
            words.count(more, text::ASKS_MORE_ONE, text::ASKS_MORE_MANY)
        },
        against: rows,
        other: other.map_or_else(String::new, |(_, name)| name),
    }
}

fn ahead(model: &Model, found: &Results) -> AheadSlide {
    let words = model.words;
    let state = |id| model.answers().get(id).ask.state;
    let counts = STATES.iter().filter_map(|(_, of, name)| {
        // What nobody has asked for is a request only where there is a gap; the others were made, whatever became of the gap.
        let n = if *of == AskState::Open {
            let gaps = found.gaps.iter();
            gaps.filter(|gap| state(gap.id) == *of).count()
        } else {
            let answers = model.answers().iter();
            answers.filter(|(_, entry)| entry.ask.state == *of).count()
        };
        let values = [
            ("state", words.get(*name)),
            ("n", &*format::whole(words, n as u64)),
        ];
        (n > 0).then(|| words.fill(text::AHEAD_STATE, &values))
    });
    let asks: Vec<String> = counts.collect();
    AheadSlide {
        dates: of_client(model, &model.open.client),
        asks: if asks.is_empty() {
            vec![words.get(gaps::PLAN_EMPTY).to_owned()]
        } else {
            asks
        },
        advice: words.get(common::FOOTER_ADVICE),
    }
}
