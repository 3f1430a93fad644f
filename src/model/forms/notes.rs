//! Contradictions inside the agreement, each beside the part that it is about.

use super::{Section, severity, summary};
use crate::format;
use crate::text::{commitments as text, lint as sentences};
use crate::words::{Text, Words};
use engine::agreement::{Agreement, Organization};
use engine::derivation::Quantity;
use engine::lint::{Finding, FindingKind, Place, lint};

/// Puts each contradiction into its section.
pub fn place(
    words: Words,
    organization: &Organization,
    agreement: &Agreement,
    sections: &mut [Section],
) {
    for (id, note) in contradictions(words, organization, agreement) {
        if let Some(section) = sections.iter_mut().find(|section| section.id == id) {
            section.notes.push(note);
        }
    }
}

/// Each contradiction as a sentence, with the id of the section that it is about.
pub fn contradictions(
    words: Words,
    organization: &Organization,
    agreement: &Agreement,
) -> Vec<(&'static str, String)> {
    let mut said: Vec<(&str, String, Vec<String>)> = Vec::new();
    for finding in lint(organization, agreement) {
        let id = match finding.place {
            Place::Service(_) => "services",
            Place::Severity(_) => "severities",
            Place::CreditTier(_) | Place::Credits => "credits",
            Place::Support => "support",
            Place::Term => "term",
        };
        let (name, note) = (name(words, agreement, &finding), sentence(words, &finding));
        // What is true of several services alike is said once, with all their names.
        match said
            .iter_mut()
            .find(|(of, known, names)| *of == id && *known == note && !names.is_empty())
        {
            Some((_, _, names)) => names.extend(name),
            None => said.push((id, note, name.into_iter().collect())),
        }
    }
    let named = said.into_iter().map(|(id, note, names)| {
        if names.is_empty() {
            return (id, note);
        }
        let values = [("name", &*names.join(", ")), ("note", &note)];
        (id, words.fill(text::NOTE_OF, &values))
    });
    named.collect()
}

fn sentence(words: Words, finding: &Finding) -> String {
    let values: Vec<String> = finding.values.iter().map(|of| value(words, of)).collect();
    let places: Vec<(&str, &str)> = ["a", "b", "c"]
        .into_iter()
        .zip(values.iter().map(String::as_str))
        .collect();
    words.fill(pattern(finding.kind), &places)
}

/// The name of the entry that a finding is about, if it is about one.
fn name(words: Words, agreement: &Agreement, finding: &Finding) -> Option<String> {
    let of = match &finding.place {
        Place::Service(id) => agreement
            .services
            .iter()
            .find(|service| service.id == *id)
            .map(|service| summary::service_name(words, service)),
        Place::Severity(at) => agreement
            .severities
            .get(*at)
            .map(|of| summary::severity_name(words, of)),
        Place::CreditTier(at) => {
            Some(words.fill(text::TIER_NUMBERED, &[("n", &(at + 1).to_string())]))
        }
        Place::Credits | Place::Support | Place::Term => None,
    };
    of.filter(|name| !name.is_empty())
}

fn value(words: Words, quantity: &Quantity) -> String {
    match quantity {
        // The sentences bring the sign of percent along.
        Quantity::Percent(percent) => percent.to_string(),
        // The only exact number among the findings is an allowance in seconds.
        Quantity::Fraction(length) => format::duration(words, length),
        Quantity::Text(key) => severity::CLOCKS
            .iter()
            .find(|(of, _, _)| of == key)
            .map_or(*key, |(_, name, _)| words.get(*name))
            .to_owned(),
        other => format::quantity(words, other),
    }
}

fn pattern(kind: FindingKind) -> Text {
    match kind {
        FindingKind::CreditGap => sentences::CREDIT_GAP,
        FindingKind::CreditOverlap => sentences::CREDIT_OVERLAP,
        FindingKind::CreditOrder => sentences::CREDIT_ORDER,
        FindingKind::CreditShrinks => sentences::CREDIT_SHRINKS,
        FindingKind::CreditTableEmpty => sentences::CREDIT_TABLE_EMPTY,
        FindingKind::TriggerBelowTarget => sentences::TRIGGER_BELOW_TARGET,
        FindingKind::CapBelowFirstTier => sentences::CAP_BELOW_FIRST_TIER,
        FindingKind::CapBelowTopTier => sentences::CAP_BELOW_TOP_TIER,
        FindingKind::CreditsWithoutScheme => sentences::CREDITS_WITHOUT_SCHEME,
        FindingKind::ResolutionNotAfterResponse => sentences::RESOLUTION_NOT_AFTER_RESPONSE,
        FindingKind::ResponseOutOfOrder => sentences::RESPONSE_OUT_OF_ORDER,
        FindingKind::ResolutionOutOfOrder => sentences::RESOLUTION_OUT_OF_ORDER,
        FindingKind::ResolutionBeyondAllowance => sentences::RESOLUTION_BEYOND_ALLOWANCE,
        FindingKind::TargetWithoutPeriod => sentences::TARGET_WITHOUT_PERIOD,
        FindingKind::DuplicateServiceName => sentences::DUPLICATE_SERVICE_NAME,
        FindingKind::UnknownLocation => sentences::UNKNOWN_LOCATION,
        FindingKind::HoursWithoutZone => sentences::HOURS_WITHOUT_ZONE,
        FindingKind::NoticeBeyondTerm => sentences::NOTICE_BEYOND_TERM,
        FindingKind::NoticeBeyondRenewal => sentences::NOTICE_BEYOND_RENEWAL,
    }
}
