//! The three results, for every paper that shows them.

use super::subject::Subject;
use crate::model::view::present::verdict_in_short;
use crate::model::view::results::{self, ScoreView};
use crate::text::report as text;
use engine::report::document::{Align, Callout, Row, Span, Spans, Table, Tone};

/// The three results.
pub(super) struct Three {
    /// The four-gap check.
    pub four: ScoreView,
    /// The two scores.
    pub scores: [ScoreView; 2],
}

pub(super) fn three(of: &Subject) -> Three {
    Three {
        four: results::four(of.model, of.catalogue, of.found),
        scores: results::scores(of.model, of.catalogue, of.found),
    }
}

impl Three {
    /// Every result.
    pub(super) fn all(&self) -> impl Iterator<Item = &ScoreView> {
        std::iter::once(&self.four).chain(&self.scores)
    }

    /// The verdict, or how far it has come.
    pub(super) fn verdict(&self, of: &Subject) -> Callout {
        let title = [&verdict_in_short(of.model, &self.four), "."].concat();
        match self.four.verdict {
            Some((_, body, next)) => {
                let tone = match self.four.high {
                    100 => Tone::Good,
                    50.. => Tone::Attention,
                    _ => Tone::Bad,
                };
                Callout::new(tone, title, body).with(next)
            }
            None => Callout::new(Tone::Neutral, title, self.four.open.as_str()),
        }
    }

    /// The figures, a row each.
    pub(super) fn table(&self, of: &Subject) -> Table {
        let mut table = Table::new("")
            .column(of.say(text::SCORES_COLUMN), Align::Start, 3)
            .column(of.say(text::SCORES_FIGURE), Align::Start, 2)
            .column(of.say(text::SCORES_OPEN), Align::Start, 4);
        for score in self.all() {
            let mut open = vec![Span::text(score.open.clone())];
            if let Some(standard) = &score.standard {
                open.push(Span::text([" ", standard].concat()));
            }
            table = table.row([
                Spans::from(score.label),
                Span::strong(score.figure.clone()).into(),
                open.into(),
            ]);
        }
        table
    }

    /// The four gaps one by one.
    pub(super) fn gates(&self, of: &Subject) -> Table {
        let mut table = Table::new(of.say(text::SCORES_FOUR_CAPTION))
            .column(of.say(text::SCORES_GAP), Align::Start, 3)
            .column(of.say(text::SCORES_STATE), Align::Start, 1);
        for line in &self.four.breakdown.lines {
            table = table.row(Row::new([line.title.as_str(), line.mark.1]));
        }
        table
    }
}
