//! Sentences beside the scores, with this agreement's own figures.

use crate::format;
use crate::model::{Model, Results};
use crate::text::results as text;
use crate::words::{Text, Words};
use engine::agreement::{Agreement, Coverage, Organization, Service, Severity, SeverityLevel};
use engine::assessment::ProtectionId;
use engine::availability::largest_compliant_second;
use engine::calendar::Convention;
use engine::derivation::Sourced;
use engine::quantity::Percent;
use engine::rubric::Catalogue;
use engine::scoring::Floor;

/// One sentence beside the scores.
pub struct FloorView {
    /// Its id in the content.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
    /// What this agreement says about it.
    pub own: Vec<String>,
}

/// The sentences that the answers call for.
pub fn floors(model: &Model, catalogue: &Catalogue, results: &Results) -> Vec<FloorView> {
    let shown = results.findings.floors.iter().filter_map(|floor| {
        let found = catalogue.verdicts().floor(floor.id())?;
        Some(FloorView {
            id: floor.id(),
            title: found.title.clone(),
            text: found.text.clone(),
            own: own(model, *floor),
        })
    });
    shown.collect()
}

fn own(model: &Model, floor: Floor) -> Vec<String> {
    let words = model.words;
    let Some(record) = model.record() else {
        return Vec::new();
    };
    let agreement = &record.agreement;
    let mut sentences = match floor {
        Floor::ResponseWithoutResolution => responses(words, agreement),
        Floor::StandardWithoutPeriod => standards(words, agreement),
        Floor::LocationsExcluded => left_out(words, &model.open.client.organization, agreement),
        Floor::NoRemedy | Floor::NoBusinessAssociateAgreement => Vec::new(),
    };
    sentences.extend(rests_on(floor).and_then(|id| quote(model, id)));
    sentences
}

/// The protection whose evidence shows it, where the agreement has to say something for the floor to show.
fn rests_on(floor: Floor) -> Option<&'static str> {
    match floor {
        Floor::ResponseWithoutResolution => Some("SC-02"),
        Floor::StandardWithoutPeriod => Some("SL-03"),
        Floor::LocationsExcluded => Some("ML-01"),
        Floor::NoRemedy | Floor::NoBusinessAssociateAgreement => None,
    }
}

fn quote(model: &Model, id: &str) -> Option<String> {
    let id: ProtectionId = id.parse().ok()?;
    let evidence = model.answers().get(id).evidence.first()?;
    let (quote, place) = (evidence.quote.trim(), evidence.place.trim());
    if quote.is_empty() {
        return None;
    }
    let pattern = if place.is_empty() {
        text::FLOORS_QUOTE
    } else {
        text::FLOORS_QUOTE_AT
    };
    Some(
        model
            .words
            .fill(pattern, &[("quote", quote), ("place", place)]),
    )
}

fn responses(words: Words, agreement: &Agreement) -> Vec<String> {
    let without = agreement
        .severities
        .iter()
        .filter(|severity| severity.resolution.says().is_none());
    without
        .filter_map(|severity| {
            let limit = format::limit(words, severity.response.says()?.limit);
            let values = [
                ("severity", &*severity_name(words, severity)),
                ("limit", &*limit),
            ];
            Some(words.fill(text::FLOORS_RESPONSE, &values))
        })
        .collect()
}

fn severity_name(words: Words, severity: &Severity) -> String {
    let name = severity.name.trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    let usual: Text = match severity.level {
        SeverityLevel::Critical => text::FLOORS_SEVERITY_CRITICAL,
        SeverityLevel::High => text::FLOORS_SEVERITY_HIGH,
        SeverityLevel::Normal => text::FLOORS_SEVERITY_NORMAL,
        SeverityLevel::Low => text::FLOORS_SEVERITY_LOW,
    };
    words.get(usual).to_owned()
}

fn standards(words: Words, agreement: &Agreement) -> Vec<String> {
    let without = agreement
        .services
        .iter()
        .filter(|service| service.period.says().is_none());
    without
        .filter_map(|service| {
            let target = *service.target.says()?;
            let values = [
                ("service", &*service_name(words, service)),
                ("percent", &*target.to_string()),
                ("two_weeks", &*allowed(words, Convention::TwoWeeks, target)),
                ("year", &*allowed(words, Convention::Year365, target)),
            ];
            Some(words.fill(text::FLOORS_STANDARD, &values))
        })
        .collect()
}

fn allowed(words: Words, period: Convention, target: Percent) -> String {
    let figure = largest_compliant_second(
        Sourced::convention(period.seconds()),
        Sourced::agreed(target),
    );
    format::seconds(words, figure.value)
}

fn service_name(words: Words, service: &Service) -> String {
    let name = service.name.trim();
    if name.is_empty() {
        words.get(text::FLOORS_SERVICE).to_owned()
    } else {
        name.to_owned()
    }
}

/// The named locations that a service's list leaves out.
fn left_out(words: Words, organization: &Organization, agreement: &Agreement) -> Vec<String> {
    let named = organization.locations.named();
    agreement
        .services
        .iter()
        .filter_map(|service| {
            let Some(Coverage::Listed(listed)) = service.coverage.says() else {
                return None;
            };
            let missing = named
                .iter()
                .filter(|location| !listed.contains(&location.id));
            let missing: Vec<&str> = missing.map(|location| location.name.trim()).collect();
            let values = [
                ("service", &*service_name(words, service)),
                ("list", &*missing.join("; ")),
            ];
            (!missing.is_empty()).then(|| words.fill(text::FLOORS_LEFT_OUT, &values))
        })
        .collect()
}
