//! The lists of the agreement: services, severities, rows of credits.

use super::super::path::{List, Place};
use super::super::spec::{self, Kind, Shown, Silence, fields};
use super::super::{Field, FormEvent, credits, service, severity, summary};
use super::{Button, Item, Section, Table, add, is_fresh, plain, remove};
use crate::model::Model;
use crate::text::commitments as text;
use engine::agreement::{Agreement, Coverage, CreditScheme, Organization, Service};

pub(super) fn services(
    model: &Model,
    organization: &Organization,
    agreement: &Agreement,
) -> Section {
    let words = model.words;
    let rows: Vec<_> = agreement
        .services
        .iter()
        .map(|of| {
            (
                of.id.clone(),
                summary::service(words, organization, agreement, of),
            )
        })
        .collect();
    let items = agreement
        .services
        .iter()
        .enumerate()
        .map(|(at, of)| service_item(model, organization, agreement, at, of))
        .collect();
    let head = [
        text::COLUMN_SERVICE,
        text::SERVICE_TARGET,
        text::SERVICE_PERIOD,
        text::COLUMN_ALLOWANCE,
    ];
    // A usual service is offered once; others can be many.
    let free = |kind| {
        kind == engine::agreement::ServiceKind::Other
            || agreement.services.iter().all(|there| there.kind != kind)
    };
    let buttons = service::KINDS
        .iter()
        .filter(|(_, _, kind)| free(*kind))
        .map(|(_, name, kind)| Button {
            label: words.fill(text::ADD_NAMED, &[("name", words.get(*name))]),
            event: FormEvent::AddService(*kind),
        });
    Section {
        table: (!rows.is_empty()).then(|| Table {
            caption: words.get(text::SERVICES_TABLE),
            head: head.map(|of| words.get(of)),
            rows,
        }),
        items,
        buttons: buttons.collect(),
        ..plain(model, "services", Vec::new())
    }
}

fn service_item(
    model: &Model,
    organization: &Organization,
    agreement: &Agreement,
    at: usize,
    of: &Service,
) -> Item {
    let words = model.words;
    let mut list = fields(service::SPECS, of, Place::Service(at), words, &model.drafts);
    let kind = spec::key_of(service::KINDS, &of.kind);
    let presets = model
        .catalogue
        .ready()
        .map(|catalogue| catalogue.presets().services.as_slice())
        .unwrap_or_default();
    if let Some(preset) = presets.iter().find(|preset| preset.id == kind) {
        // Beside the field and not in it: what is usual is not what this agreement says.
        for field in &mut list {
            match field.path.key {
                "definition" => {
                    field.hint = words.fill(text::USUALLY, &[("text", &preset.definition)]);
                }
                "measurement" => {
                    field.hint = words.fill(text::USUALLY, &[("text", &preset.measurement)]);
                }
                _ => {}
            }
        }
    }
    if let Some(Coverage::Listed(ids)) = of.coverage.says() {
        let after = list
            .iter()
            .position(|field| field.path.key == "coverage")
            .map_or(list.len(), |at| at + 1);
        list.insert(after, listed(model, organization, at, ids));
    }
    let title = summary::service_name(words, of);
    Item {
        figures: summary::figures(words, organization, agreement, of),
        remove: remove(model, List::Services, at, &title),
        open: is_fresh(model, &of.id),
        key: of.id.clone(),
        title,
        fields: list,
    }
}

fn listed(model: &Model, organization: &Organization, at: usize, ids: &[String]) -> Field {
    let named = organization.locations.named();
    let list: Vec<&str> = ids
        .iter()
        .filter_map(|id| named.iter().find(|of| of.id == *id))
        .map(|of| of.name.trim())
        .collect();
    let shown = Shown {
        text: list.join("; "),
        silence: Silence::Never,
    };
    let hint = Some(text::COVERAGE_LIST_HINT);
    spec::field(
        service::LISTED,
        text::COVERAGE_LIST,
        hint,
        Kind::Area,
        shown,
        Place::Service(at),
        model.words,
        &model.drafts,
    )
}

pub(super) fn severities(model: &Model, agreement: &Agreement) -> Section {
    let words = model.words;
    let (mut rows, mut items) = (Vec::new(), Vec::new());
    for (at, of) in agreement.severities.iter().enumerate() {
        let key = ["severity-", &at.to_string()].concat();
        let title = summary::severity_name(words, of);
        rows.push((key.clone(), summary::severity(words, of)));
        items.push(Item {
            fields: fields(
                severity::SPECS,
                of,
                Place::Severity(at),
                words,
                &model.drafts,
            ),
            figures: Vec::new(),
            remove: remove(model, List::Severities, at, &title),
            open: is_fresh(model, &key),
            key,
            title,
        });
    }
    let head = [
        text::COLUMN_SEVERITY,
        text::SEVERITY_RESPONSE,
        text::SEVERITY_RESOLUTION,
        text::SEVERITY_UPDATES,
    ];
    Section {
        table: (!rows.is_empty()).then(|| Table {
            caption: words.get(text::SEVERITIES_TABLE),
            head: head.map(|of| words.get(of)),
            rows,
        }),
        items,
        buttons: vec![add(model, text::ADD_SEVERITY, List::Severities)],
        ..plain(model, "severities", Vec::new())
    }
}

pub(super) fn credit_section(model: &Model, agreement: &Agreement) -> Section {
    let words = model.words;
    let (place, drafts) = (Place::Tier, &model.drafts);
    let rows: Option<Vec<Vec<Field>>> = match agreement.credits.scheme.says() {
        Some(CreditScheme::ByAvailability(tiers)) => Some(
            tiers
                .iter()
                .enumerate()
                .map(|(at, tier)| fields(credits::BY_AVAILABILITY, tier, place(at), words, drafts))
                .collect(),
        ),
        Some(CreditScheme::ByDowntime(tiers)) => Some(
            tiers
                .iter()
                .enumerate()
                .map(|(at, tier)| fields(credits::BY_DOWNTIME, tier, place(at), words, drafts))
                .collect(),
        ),
        _ => None,
    };
    let buttons = rows
        .iter()
        .map(|_| add(model, text::ADD_TIER, List::Tiers))
        .collect();
    let item = |(at, fields): (usize, Vec<Field>)| {
        let title = words.fill(text::TIER_NUMBERED, &[("n", &(at + 1).to_string())]);
        Item {
            key: ["tier-", &at.to_string()].concat(),
            fields,
            figures: Vec::new(),
            remove: remove(model, List::Tiers, at, &title),
            title,
            // A row is short: it is always in sight.
            open: true,
        }
    };
    Section {
        items: rows
            .unwrap_or_default()
            .into_iter()
            .enumerate()
            .map(item)
            .collect(),
        buttons,
        ..plain(
            model,
            "credits",
            fields(
                credits::SPECS,
                &agreement.credits,
                Place::Credits,
                words,
                drafts,
            ),
        )
    }
}
