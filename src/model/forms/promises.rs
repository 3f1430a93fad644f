//! What an agreement promises, line by line, as words: for comparing agreements, and for papers.

use super::path::Place;
use super::spec::{Silence, Spec, fields};
use super::{Drafts, Field, FieldKind, credits, service, severity, summary, support, term};
use crate::format;
use crate::text::{commitments as text, promises as own};
use crate::words::Words;
use engine::agreement::{Agreement, CreditScheme, ServiceKind};
use engine::order::caseless;

/// One promise in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseLine {
    /// What it belongs to, the same for what answers to it in another agreement.
    pub group: String,
    /// That in words.
    pub group_name: String,
    /// Its name within that.
    pub key: &'static str,
    /// That in words.
    pub label: &'static str,
    /// What is promised; empty = nothing is known.
    pub value: String,
}

/// All promises of an agreement, in the order of its form.
pub fn promises(words: Words, agreement: &Agreement) -> Vec<PromiseLine> {
    let mut lines = Lines {
        words,
        all: Vec::new(),
    };
    for of in &agreement.services {
        let name = summary::service_name(words, of);
        let kind = service::KINDS.iter().find(|(_, _, kind)| *kind == of.kind);
        let group = match (of.kind, kind) {
            (ServiceKind::Other, _) | (_, None) => ["service ", &caseless(&name)].concat(),
            (_, Some((key, ..))) => ["service ", key].concat(),
        };
        lines.add(&group, &name, service::SPECS, of);
    }
    for of in &agreement.severities {
        let level = severity::LEVELS
            .iter()
            .find(|(_, _, level)| *level == of.level);
        let (key, name) = level.map_or(("", ""), |(key, name, _)| (*key, words.get(*name)));
        let name = words.fill(own::SEVERITY, &[("name", name)]);
        lines.add(&["severity ", key].concat(), &name, severity::SPECS, of);
    }
    lines.add(
        "support",
        words.get(text::SUPPORT_TITLE),
        support::SUPPORT,
        &agreement.support,
    );
    let title = words.get(text::CREDITS_TITLE);
    lines.add("credits", title, credits::SPECS, &agreement.credits);
    if let Some(rows) = agreement
        .credits
        .scheme
        .says()
        .and_then(|of| table(words, of))
    {
        lines.all.push(PromiseLine {
            group: "credits".to_owned(),
            group_name: title.to_owned(),
            key: "table",
            label: words.get(own::CREDIT_TABLE),
            value: rows,
        });
    }
    lines.add(
        "term",
        words.get(text::TERM_TITLE),
        term::TERM,
        &agreement.term,
    );
    lines.add(
        "fees",
        words.get(text::FEES_TITLE),
        term::FEES,
        &agreement.fees,
    );
    lines.all
}

struct Lines {
    words: Words,
    all: Vec<PromiseLine>,
}

impl Lines {
    fn add<T>(&mut self, group: &str, name: &str, specs: &[Spec<T>], part: &T) {
        // The place matters only for what is being typed, and nothing is.
        let fields = fields(
            specs,
            part,
            Place::Agreement,
            self.words,
            &Drafts::default(),
        );
        let words = self.words;
        let line = |field: Field| PromiseLine {
            group: group.to_owned(),
            group_name: name.to_owned(),
            key: field.path.key,
            label: field.label,
            value: value(words, &field),
        };
        self.all.extend(fields.into_iter().map(line));
    }
}

/// What a field holds, in words.
fn value(words: Words, field: &Field) -> String {
    if field.silence == Silence::Said {
        return words.get(text::CHOICE_SILENT).to_owned();
    }
    match &field.kind {
        FieldKind::Select(options) | FieldKind::Radio(options) => {
            let chosen = options.iter().find(|(key, _)| *key == field.value);
            chosen
                .filter(|(key, _)| !key.is_empty())
                .map_or("", |(_, name)| name)
                .to_owned()
        }
        FieldKind::Line { .. } | FieldKind::Area | FieldKind::Fixed => {
            field.value.trim().to_owned()
        }
    }
}

/// The rows of a credit table in one line.
fn table(words: Words, scheme: &CreditScheme) -> Option<String> {
    let rows: Vec<String> = match scheme {
        CreditScheme::ByAvailability(tiers) => tiers
            .iter()
            .map(|tier| {
                let below = format::target(words, tier.below);
                let credit = format::target(words, tier.credit);
                words.fill(own::ROW_BELOW, &[("below", &below), ("credit", &credit)])
            })
            .collect(),
        CreditScheme::ByDowntime(tiers) => tiers
            .iter()
            .map(|tier| {
                let time = format::seconds(words, tier.at_least);
                let credit = format::target(words, tier.credit);
                words.fill(own::ROW_DOWNTIME, &[("time", &time), ("credit", &credit)])
            })
            .collect(),
        CreditScheme::FlatOnBreach(_) | CreditScheme::MultipleOfDowntime(_) => return None,
    };
    (!rows.is_empty()).then(|| rows.join("; "))
}
