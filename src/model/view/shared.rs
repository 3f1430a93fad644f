//! What came with a link, as a visitor sees it.

use super::results::{self, FloorView, GapCard, ScoreView, Stage};
use crate::format;
use crate::model::library::shown_name;
use crate::model::{Model, Results};
use crate::text::share as text;
use engine::link::LinkError;
use engine::rubric::Catalogue;

/// The screen.
pub enum SharedView {
    /// The catalogue is not here.
    Waiting,
    /// There is nothing in the link that could be shown; why, and what to do.
    Refused(&'static str),
    /// What came.
    Seen(Box<Seen>),
}

/// What came with a link.
pub struct Seen {
    /// Its title.
    pub title: String,
    /// Date, author, agreement, size of the organization, a sentence each.
    pub facts: Vec<String>,
    /// What it can be compared with, in words.
    pub compare: String,
    /// Whether there is anything to compare it with.
    pub comparable: bool,
    /// The three results; empty = nothing is answered.
    pub scores: Vec<ScoreView>,
    /// The sentences that stand beside them.
    pub floors: Vec<FloorView>,
    /// The gaps that weigh most.
    pub gaps: Vec<GapCard>,
    /// How many there are, in words.
    pub count: String,
    /// How many more there are, in words; empty = none.
    pub more: String,
}

/// The screen as it is shown.
pub fn view(model: &Model) -> SharedView {
    let refusal = match &model.visiting {
        Some(visit) => visit.client.as_ref().err().copied(),
        None => Some(LinkError::Empty),
    };
    if let Some(error) = refusal {
        return SharedView::Refused(model.words.get(match error {
            LinkError::Empty => text::REFUSED_EMPTY,
            LinkError::Newer => text::REFUSED_NEWER,
            LinkError::NotOurs => text::REFUSED_NOT_OURS,
            LinkError::Damaged => text::REFUSED_DAMAGED,
            LinkError::TooLarge => text::REFUSED_TOO_LARGE,
        }));
    }
    let Some(visitor) = model.as_visitor() else {
        return SharedView::Waiting;
    };
    match results::stage(&visitor) {
        Stage::Waiting => SharedView::Waiting,
        Stage::Empty => SharedView::Seen(Box::new(head(model, &visitor))),
        Stage::Ready(catalogue, found) => {
            let scores = scores(&visitor, catalogue, found);
            let gaps = results::gaps(&visitor, found);
            let more = gaps.total.saturating_sub(gaps.cards.len());
            SharedView::Seen(Box::new(Seen {
                scores,
                floors: results::floors(&visitor, catalogue, found),
                more: match more as u64 {
                    0 => String::new(),
                    n => model
                        .words
                        .count(n, text::SHARED_MORE_ONE, text::SHARED_MORE_MANY),
                },
                count: gaps.count,
                gaps: gaps.cards,
                ..head(model, &visitor)
            }))
        }
    }
}

/// The three results. Changed weights are not the reader's own.
fn scores(visitor: &Model, catalogue: &Catalogue, found: &Results) -> Vec<ScoreView> {
    let findings = &found.findings;
    let mut weighted = results::scores(visitor, catalogue, found);
    let counted = [&findings.multi_location, &findings.completeness];
    for (view, score) in weighted.iter_mut().zip(counted) {
        view.standard = score.standard.map(|interval| {
            let (_, _, figure) = format::score(visitor.words, Some(interval));
            let values = [("figure", &*figure)];
            visitor.words.fill(text::SHARED_WEIGHTS, &values)
        });
    }
    let four = results::four(visitor, catalogue, found);
    std::iter::once(four).chain(weighted).collect()
}

fn head(model: &Model, visitor: &Model) -> Seen {
    let words = model.words;
    let title = match visitor.open.client.name.trim() {
        "" => words.get(text::SHARED_TITLE).to_owned(),
        name => words.fill(text::SHARED_TITLE_NAMED, &[("name", name)]),
    };
    let comparable = model.has_results();
    let compare = if comparable {
        let name = shown_name(words, &model.open.client.name);
        words.fill(text::SHARED_COMPARE_HINT, &[("name", &name)])
    } else {
        words.get(text::SHARED_COMPARE_NOTHING).to_owned()
    };
    Seen {
        title,
        facts: facts(visitor),
        compare,
        comparable,
        scores: Vec::new(),
        floors: Vec::new(),
        gaps: Vec::new(),
        count: String::new(),
        more: String::new(),
    }
}

fn facts(visitor: &Model) -> Vec<String> {
    let words = visitor.words;
    let mut facts = Vec::new();
    if let Some(assessment) = visitor.assessment() {
        let date = format::day(words, assessment.on);
        facts.push(words.fill(text::SHARED_DATED, &[("date", &date)]));
        let by = assessment.prepared_by.trim();
        if !by.is_empty() {
            facts.push(words.fill(text::SHARED_PREPARED, &[("name", by)]));
        }
    }
    let agreement = visitor.record().map(|record| record.agreement.name.trim());
    if let Some(name) = agreement.filter(|name| !name.is_empty()) {
        facts.push(words.fill(text::SHARED_AGREEMENT, &[("name", name)]));
    }
    if let Some(n) = visitor.open.client.organization.locations.count() {
        facts.push(words.count(
            n.into(),
            text::SHARED_LOCATIONS_ONE,
            text::SHARED_LOCATIONS_MANY,
        ));
    }
    facts
}
