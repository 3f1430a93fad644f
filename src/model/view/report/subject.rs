//! What every paper is made of, and what stands on every page of one.

use crate::format;
use crate::model::papers::{Paper, Reach};
use crate::model::view::brand;
use crate::model::view::downtime::{AllowedFigure, allowed_by};
use crate::model::view::library::STANDINGS;
use crate::model::{Model, Results, forms::service_name, library::shown_name};
use crate::text::{common, report as text};
use crate::words::{Text, Words};
use engine::agreement::Service;
use engine::assessment::{AskState, Entry, ProtectionId};
use engine::client::{AgreementRecord, Assessment};
use engine::report::document::{
    Block, Document, Fact, Mark, Meta, Paragraph, Running, RunningLine, Span, Spans, Style, Tone,
};
use engine::rubric::{Catalogue, Protection, Weight};
use engine::scoring::{Coverage, Gap};
use std::rc::Rc;

/// The open assessment with all that follows from it.
pub(super) struct Subject<'a> {
    /// Everything else.
    pub model: &'a Model,
    /// The texts.
    pub words: Words,
    /// The catalogue.
    pub catalogue: &'a Rc<Catalogue>,
    /// What follows.
    pub found: &'a Results,
    /// The agreement.
    pub record: &'a AgreementRecord,
    /// The assessment.
    pub assessment: &'a Assessment,
}

/// As many requests are "the ones that weigh most".
const FIRST: usize = 10;

impl<'a> Subject<'a> {
    pub(super) fn of(model: &'a Model) -> Option<Self> {
        Some(Self {
            model,
            words: model.words,
            catalogue: model.catalogue.ready()?,
            found: model.findings.as_ref()?,
            record: model.record()?,
            assessment: model.assessment()?,
        })
    }

    /// The text of that name.
    pub(super) fn say(&self, text: Text) -> &'static str {
        self.words.get(text)
    }

    /// What was typed, or a blank to be filled in.
    pub(super) fn blank_or(&self, typed: &str, blank: Text) -> Spans {
        match typed.trim() {
            "" => Span::placeholder(self.say(blank)).into(),
            typed => typed.into(),
        }
    }

    /// The client's name.
    pub(super) fn name(&self) -> String {
        format::apart(&shown_name(self.words, &self.model.open.client.name))
    }

    /// Today in words.
    pub(super) fn today(&self) -> String {
        format::day(self.words, self.model.today)
    }

    /// A paper with nothing in it yet but what stands on every page.
    pub(super) fn start(&self, paper: Paper, title: String) -> Document {
        let words = self.words;
        let mut document = Document::new(title, "en-US");
        document.meta = Meta {
            author: self.assessment.prepared_by.trim().to_owned(),
            subject: self.name(),
            program: words.fill(
                text::HEAD_PROGRAM,
                &[
                    ("name", &self.model.brand.name),
                    ("version", &self.model.version),
                ],
            ),
            date: Some(self.model.today),
        };
        let values = [("name", &*self.name()), ("paper", self.say(paper.name()))];
        document.header = RunningLine::text(words.fill(text::HEAD_RUNNING, &values));
        // What goes to the other side is the client's own, and bears no name of a tool.
        if !matches!(paper, Paper::Letter | Paper::Schedule) {
            document.header.end = vec![Running::Text(self.model.brand.name.clone())];
        }
        document.footer =
            RunningLine::text(self.say(common::FOOTER_ADVICE)).with_page(self.say(text::HEAD_PAGE));
        document.page = self.model.papers.size;
        document
    }

    /// Who, what and when; what nobody filled in is left out.
    pub(super) fn facts(&self) -> Block {
        let words = self.words;
        let standing = STANDINGS.iter().find(|of| of.1 == self.record.standing);
        let locations = self.model.open.client.organization.locations.count();
        let facts = [
            (text::HEAD_AGREEMENT, self.model.agreement_name(self.record)),
            (
                text::HEAD_STANDING,
                standing.map_or_else(String::new, |of| words.get(of.2).to_owned()),
            ),
            (
                text::HEAD_PROVIDER,
                self.record.agreement.provider.trim().to_owned(),
            ),
            (
                text::HEAD_LOCATIONS,
                locations.map_or_else(String::new, |n| format::whole(words, n.into())),
            ),
            (text::HEAD_ASSESSED, format::day(words, self.assessment.on)),
            (text::HEAD_REASON, self.assessment.reason.trim().to_owned()),
            (
                text::HEAD_PREPARED_BY,
                self.assessment.prepared_by.trim().to_owned(),
            ),
            (text::HEAD_MADE_ON, self.today()),
        ];
        let said = facts.into_iter().filter(|(_, value)| !value.is_empty());
        Block::facts(said.map(|(name, value)| Fact::new(words.get(name), value)))
    }

    /// The agreement, the provider and the day, in one line; what nobody filled in is left out.
    pub(super) fn in_short(&self) -> String {
        let assessed = format::day(self.words, self.assessment.on);
        let parts = [
            self.model.agreement_name(self.record),
            self.record.agreement.provider.trim().to_owned(),
            [self.say(text::HEAD_ASSESSED), " ", &assessed].concat(),
            self.assessment.prepared_by.trim().to_owned(),
        ];
        let parts = parts.iter().map(|part| format::apart(part));
        let said: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        said.join(" · ")
    }

    /// Which catalogue was counted with, and what this is not.
    pub(super) fn basis(&self) -> Vec<String> {
        let mut lines = vec![brand::counted(self.model)];
        let differs = brand::differs(self.model);
        if !differs.is_empty() {
            let title = self.say(crate::text::brand::DIFFERS_TITLE);
            lines.push([title, ": ", &differs.join("; "), "."].concat());
        }
        lines.push(self.catalogue.verdicts().disclaimer.clone());
        lines
    }

    /// The name of a protection.
    pub(super) fn title(&self, id: ProtectionId) -> String {
        let found = self.catalogue.protection(id);
        found.map_or_else(String::new, |found| found.title.clone())
    }

    /// What is kept about a protection.
    pub(super) fn entry(&self, id: ProtectionId) -> &'a Entry {
        self.assessment.answers.get(id)
    }

    /// What is wrong about a gap, with its tone.
    pub(super) fn mark(&self, gap: &Gap) -> Mark {
        let (tone, name) = match gap.coverage {
            Coverage::Opposite => (Tone::Bad, text::COVERAGE_OPPOSITE),
            Coverage::Missing => (Tone::Bad, text::COVERAGE_MISSING),
            Coverage::Partly => (Tone::Attention, text::COVERAGE_PARTLY),
        };
        Mark::new(tone, self.say(name))
    }

    /// The gaps whose request is not refused, with their protections: as many as the person wants.
    pub(super) fn requests(&self, reach: Reach) -> Vec<(&'a Gap, &'a Protection)> {
        let gaps = self.found.gaps.iter();
        let open = gaps.filter(|gap| self.entry(gap.id).ask.state != AskState::Refused);
        let all = open.filter_map(|gap| Some((gap, self.catalogue.protection(gap.id)?)));
        let must = |of: &Protection| self.found.findings.weights.of(of) == Weight::MUST_HAVE;
        match reach {
            Reach::First => all.take(FIRST).collect(),
            Reach::MustHaves => all.filter(|(_, of)| must(of)).collect(),
            Reach::All => all.collect(),
        }
    }

    /// What each service with a target allows, figure by figure.
    pub(super) fn allowed(&self) -> Vec<(&'a Service, Vec<AllowedFigure>)> {
        let services = self.record.agreement.services.iter();
        let all = services.map(|service| (service, allowed_by(self.model, &service.id)));
        all.filter(|(_, figures)| !figures.is_empty()).collect()
    }

    /// The same with the services together whose figures are the same: their names, and one of them.
    pub(super) fn allowed_alike(&self) -> Vec<(String, &'a Service, Vec<AllowedFigure>)> {
        let mut alike: Vec<(String, &Service, Vec<AllowedFigure>)> = Vec::new();
        let said = |of: &[AllowedFigure]| {
            let words = of.iter().map(|figure| figure.cell.words().to_owned());
            words.collect::<Vec<_>>()
        };
        for (service, figures) in self.allowed() {
            let name = format::apart(&service_name(self.words, service));
            let same = alike.iter_mut().find(|of| said(&of.2) == said(&figures));
            match same {
                Some((names, ..)) => *names = [names.as_str(), ", ", &name].concat(),
                None => alike.push((name, service, figures)),
            }
        }
        alike
    }
}

/// Words that are less than the text.
pub(super) fn small(spans: impl Into<Spans>) -> Paragraph {
    Paragraph::styled(Style::Small, spans)
}

/// The words of one who speaks another: with the name before them.
pub(super) fn said_of(name: &str, said: &str) -> Paragraph {
    Paragraph::new([Span::strong([name, ": "].concat()), Span::text(said.trim())])
}
