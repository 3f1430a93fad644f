//! The negotiation plan: one plain text that can be sent as it is.

use super::Results;
use crate::format::{apart, day, in_hours};
use crate::text::results as text;
use crate::words::{Text, Words};
use chrono::NaiveDate;
use engine::assessment::{Ask, AskState, ProtectionId};
use engine::client::{AgreementRecord, Assessment, Client};
use engine::quantity::Seconds;
use engine::rubric::{Catalogue, Protection, Weight};
use engine::scoring::{Coverage, Gap, Reason};

/// What the plan is made of.
pub struct Plan<'a> {
    /// The texts.
    pub words: Words,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The gaps in their order.
    pub results: &'a Results,
    /// Whose agreement it is.
    pub client: &'a Client,
    /// The agreement.
    pub record: &'a AgreementRecord,
    /// The answers and the requests.
    pub assessment: &'a Assessment,
    /// Today on the person's calendar.
    pub today: NaiveDate,
}

impl<'a> Plan<'a> {
    /// The plan of the open assessment.
    pub fn of(
        model: &'a super::Model,
        catalogue: &'a Catalogue,
        results: &'a Results,
    ) -> Option<Self> {
        Some(Self {
            words: model.words,
            catalogue,
            results,
            client: &model.open.client,
            record: model.record()?,
            assessment: model.assessment()?,
            today: model.today,
        })
    }

    /// The plan as text; `None` while there is nothing to ask for and nothing was settled.
    pub fn text(&self) -> Option<String> {
        let asks: Vec<(&Gap, &Protection, &Ask)> = self
            .results
            .gaps
            .iter()
            .filter_map(|gap| self.open_ask(gap))
            .collect();
        let agreed = self.settled(AskState::Agreed);
        let refused = self.settled(AskState::Refused);
        if asks.is_empty() && agreed.is_empty() && refused.is_empty() {
            return None;
        }
        let mut lines = self.head();
        self.dates(&mut lines);
        if !asks.is_empty() {
            let lead =
                self.words
                    .count(asks.len() as u64, text::MAIL_LEAD_ONE, text::MAIL_LEAD_MANY);
            lines.extend([lead, String::new()]);
            self.heading(&mut lines, text::MAIL_ASKS);
            for (at, ask) in asks.into_iter().enumerate() {
                self.ask(&mut lines, at + 1, ask);
            }
        }
        for (heading, entries) in [(text::MAIL_AGREED, agreed), (text::MAIL_REFUSED, refused)] {
            if !entries.is_empty() {
                self.heading(&mut lines, heading);
                lines.extend(entries);
                lines.push(String::new());
            }
        }
        self.foot(&mut lines);
        Some(lines.join("\n"))
    }

    fn open_ask<'b>(&'b self, gap: &'b Gap) -> Option<(&'b Gap, &'b Protection, &'b Ask)> {
        let ask = &self.assessment.answers.get(gap.id).ask;
        let open = !matches!(ask.state, AskState::Agreed | AskState::Refused);
        Some((gap, self.catalogue.protection(gap.id)?, ask)).filter(|_| open)
    }

    /// The requests that were agreed or refused: first those that are still gaps, in their order, then the others.
    fn settled(&self, state: AskState) -> Vec<String> {
        let answers = &self.assessment.answers;
        let ranked: Vec<ProtectionId> = self.results.gaps.iter().map(|gap| gap.id).collect();
        let others = answers
            .iter()
            .map(|(id, _)| id)
            .filter(|id| !ranked.contains(id));
        let ids: Vec<ProtectionId> = ranked.iter().copied().chain(others).collect();
        ids.into_iter()
            .filter_map(|id| {
                let ask = &answers.get(id).ask;
                let protection = self
                    .catalogue
                    .protection(id)
                    .filter(|_| ask.state == state)?;
                let on = ask.on.map(|on| day(self.words, on));
                let pattern = if on.is_some() {
                    text::MAIL_LINE_ON
                } else {
                    text::MAIL_LINE
                };
                let mut line = self.named(
                    pattern,
                    protection,
                    &[("date", on.as_deref().unwrap_or_default())],
                );
                let counter = apart(&ask.counter_wording);
                if !counter.is_empty() {
                    let wording = self
                        .words
                        .fill(text::MAIL_OFFERED_WORDING, &[("wording", &counter)]);
                    line = [&line, "\n  ", &wording].concat();
                }
                Some(line)
            })
            .collect()
    }

    fn head(&self) -> Vec<String> {
        let agreement = apart(&self.record.agreement.name);
        let subject = if agreement.is_empty() {
            self.words.get(text::MAIL_SUBJECT_UNNAMED).to_owned()
        } else {
            self.words
                .fill(text::MAIL_SUBJECT, &[("agreement", &agreement)])
        };
        let mut lines = vec![subject, String::new()];
        let parties = [
            (text::MAIL_FROM, &self.client.name),
            (text::MAIL_TO, &self.record.agreement.provider),
        ];
        for (pattern, name) in parties {
            let name = apart(name);
            if !name.is_empty() {
                lines.push(self.words.fill(pattern, &[("name", &name)]));
            }
        }
        if lines.len() > 2 {
            lines.push(String::new());
        }
        lines
    }

    fn dates(&self, lines: &mut Vec<String>) {
        let Some(dates) = self.record.agreement.term.dates(self.today) else {
            return;
        };
        self.heading(lines, text::MAIL_DATES);
        let found = [
            (text::MAIL_NOTICE_BY, dates.notice_by),
            (text::MAIL_ENDS, Some(dates.ends)),
        ];
        for (pattern, on) in found {
            lines.extend(on.map(|on| self.words.fill(pattern, &[("date", &day(self.words, on))])));
        }
        lines.push(String::new());
    }

    fn ask(
        &self,
        lines: &mut Vec<String>,
        number: usize,
        (gap, protection, ask): (&Gap, &Protection, &Ask),
    ) {
        let words = self.words;
        lines.push(self.named(text::MAIL_ASK, protection, &[("n", &number.to_string())]));
        let mut say = |line: String| lines.push(["   ", &line].concat());
        let stands = stands(words, self.results, gap, protection);
        stands.into_iter().for_each(&mut say);
        for line in self
            .proposal(protection)
            .into_iter()
            .chain(so_far(words, ask))
        {
            say(line);
        }
        lines.push(String::new());
    }

    /// What was seen elsewhere, and the wording that would settle it.
    fn proposal(&self, protection: &Protection) -> Vec<String> {
        let words = self.words;
        let mut lines = Vec::new();
        let benchmarks = &protection.benchmarks;
        let seen = benchmarks
            .iter()
            .find(|benchmark| benchmark.source.is_some())
            .or(benchmarks.first());
        if let Some(benchmark) = seen {
            // A suggestion of our own says so itself.
            lines.push(match benchmark.source {
                Some(_) => words.fill(text::MAIL_BENCHMARK, &[("text", &benchmark.text)]),
                None => benchmark.text.clone(),
            });
        }
        lines.push(words.fill(text::MAIL_WORDING, &[("clause", &protection.clause)]));
        if let Some(schedule) = protection
            .schedule
            .as_deref()
            .and_then(|id| self.catalogue.schedule(id))
        {
            lines.push(words.fill(text::MAIL_TEMPLATE, &[("title", &schedule.title)]));
        }
        lines
    }

    fn foot(&self, lines: &mut Vec<String>) {
        let prepared = apart(&self.assessment.prepared_by);
        if !prepared.is_empty() {
            lines.push(
                self.words
                    .fill(text::MAIL_PREPARED_BY, &[("name", &prepared)]),
            );
        }
        lines.push(self.words.fill(
            text::MAIL_PREPARED_ON,
            &[("date", &day(self.words, self.today))],
        ));
        lines.push(
            self.words
                .fill(text::MAIL_CATALOG, &[("version", self.catalogue.version())]),
        );
        lines.push(self.catalogue.verdicts().disclaimer.clone());
    }

    fn heading(&self, lines: &mut Vec<String>, heading: Text) {
        lines.push(self.words.get(heading).to_owned());
        lines.push(String::new());
    }

    fn named(&self, pattern: Text, protection: &Protection, more: &[(&str, &str)]) -> String {
        let id = protection.id.to_string();
        let mut values = vec![("title", protection.title.as_str()), ("id", id.as_str())];
        values.extend_from_slice(more);
        self.words.fill(pattern, &values)
    }
}

/// Where the agreement stands on a gap, and what that can mean: the same in the plan and in the letter.
pub(super) fn stands(
    words: Words,
    results: &Results,
    gap: &Gap,
    protection: &Protection,
) -> Vec<String> {
    let today = words.get(match gap.coverage {
        Coverage::Opposite => text::MAIL_TODAY_OPPOSITE,
        Coverage::Missing => text::MAIL_TODAY_MISSING,
        Coverage::Partly => text::MAIL_TODAY_PARTLY,
    });
    let mut lines = vec![words.fill(text::MAIL_TODAY, &[("coverage", today)])];
    if results.findings.weights.of(protection) == Weight::MUST_HAVE {
        lines.push(words.get(text::MAIL_MUST_HAVE).to_owned());
    }
    for reason in &gap.reasons {
        if let Reason::Hours(time) = reason {
            let time = in_hours(words, Seconds::new(time.seconds()));
            lines.push(words.fill(text::MAIL_HOURS, &[("time", &time)]));
        }
    }
    lines
}

/// How far a request has come: the same in the plan and in the letter.
pub(super) fn so_far(words: Words, ask: &Ask) -> Vec<String> {
    let mut lines = Vec::new();
    let since = match ask.state {
        AskState::Asked => Some(text::MAIL_ASKED),
        AskState::Offered => Some(text::MAIL_OFFERED),
        AskState::Open | AskState::Agreed | AskState::Refused => None,
    };
    if let Some((pattern, on)) = since.zip(ask.on) {
        lines.push(words.fill(pattern, &[("date", &day(words, on))]));
    }
    let counter = apart(&ask.counter_wording);
    if !counter.is_empty() {
        lines.push(words.fill(text::MAIL_OFFERED_WORDING, &[("wording", &counter)]));
    }
    lines
}
