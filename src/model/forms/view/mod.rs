//! The form as it is shown: sections with their fields, entries and figures.

use super::path::{List, Place};
use super::spec::{self, Kind, Shown, Silence, fields};
use super::{
    Field, FieldKind, FormEvent, PasteUse, credits, organization, read, service, severity, summary,
    support, term,
};
use crate::model::Model;
use crate::model::view::figure::Shown as Figured;
use crate::text::commitments as text;
use engine::agreement::{
    Agreement, Coverage, CreditScheme, Location, Locations, Organization, Service,
};
use engine::calendar::{WallTime, WeeklyWindow, WeeklyWindows};
use engine::rubric::OpeningHours;

/// Named locations that are shown at once.
pub const PAGE: usize = 50;

/// Wrong cells that are shown at once.
const TROUBLES: usize = 10;

/// One section of the form.
#[derive(Default)]
pub struct Section {
    /// Its id, which an address can name.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// One sentence on it.
    pub intro: &'static str,
    /// Fields that stand alone.
    pub fields: Vec<Field>,
    /// Figures that follow.
    pub facts: Vec<(&'static str, String)>,
    /// What in it contradicts itself.
    pub notes: Vec<String>,
    /// Its entries in one table.
    pub table: Option<Table>,
    /// Its entries, each with its fields.
    pub items: Vec<Item>,
    /// Which of the entries are shown, where there are many.
    pub paging: Option<Paging>,
    /// What can be done.
    pub buttons: Vec<Button>,
}

/// Entries in one table; the first column names them.
pub struct Table {
    /// What it holds.
    pub caption: &'static str,
    /// The headings.
    pub head: [&'static str; 4],
    /// The rows.
    pub rows: Vec<(String, [String; 4])>,
}

/// One entry of a list.
pub struct Item {
    /// Stable while the entry is there.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What follows, each openable to how it was worked out.
    pub figures: Vec<Figured>,
    /// Takes it out.
    pub remove: Button,
    /// Whether it is shown open: it was added last.
    pub open: bool,
}

/// Which of many entries are shown.
pub struct Paging {
    /// In words.
    pub shown: String,
    /// To those before and after.
    pub buttons: Vec<Button>,
}

/// Something that can be done.
#[derive(Clone)]
pub struct Button {
    /// What it does, in words.
    pub label: String,
    /// What it says when it is pressed.
    pub event: FormEvent,
}

/// Pasting from a spreadsheet.
pub struct PasteView {
    /// What was pasted.
    pub text: String,
    /// How much of it was read; empty = nothing was pasted.
    pub found: String,
    /// How many cells were not read; empty = none.
    pub wrong: String,
    /// The first of them.
    pub troubles: Vec<String>,
    /// What can be done with it.
    pub buttons: Vec<Button>,
}

/// The form.
pub fn view(model: &Model) -> Vec<Section> {
    let blank = Agreement::default();
    let agreement = model.record().map_or(&blank, |record| &record.agreement);
    let organization = &model.open.client.organization;
    let mut sections = vec![
        plain(
            model,
            "agreement",
            fields(
                support::AGREEMENT,
                agreement,
                Place::Agreement,
                model.words,
                &model.drafts,
            ),
        ),
        services(model, organization, agreement),
        severities(model, agreement),
        plain(
            model,
            "support",
            fields(
                support::SUPPORT,
                &agreement.support,
                Place::Support,
                model.words,
                &model.drafts,
            ),
        ),
        credit_section(model, agreement),
        Section {
            facts: summary::term(model, agreement),
            ..plain(
                model,
                "term",
                fields(
                    term::TERM,
                    &agreement.term,
                    Place::Term,
                    model.words,
                    &model.drafts,
                ),
            )
        },
        plain(
            model,
            "fees",
            fields(
                term::FEES,
                &agreement.fees,
                Place::Fees,
                model.words,
                &model.drafts,
            ),
        ),
        Section {
            fields: fields(
                organization::PROFILE,
                &organization.typical,
                Place::Typical,
                model.words,
                &model.drafts,
            ),
            ..plain(model, "typical", Vec::new())
        },
        locations(model, organization),
    ];
    super::notes::place(model.words, organization, agreement, &mut sections);
    sections
}

fn plain(model: &Model, id: &'static str, fields: Vec<Field>) -> Section {
    let (title, intro) = match id {
        "agreement" => (text::AGREEMENT_TITLE, text::AGREEMENT_INTRO),
        "services" => (text::SERVICES_TITLE, text::SERVICES_INTRO),
        "severities" => (text::SEVERITIES_TITLE, text::SEVERITIES_INTRO),
        "support" => (text::SUPPORT_TITLE, text::SUPPORT_INTRO),
        "credits" => (text::CREDITS_TITLE, text::CREDITS_INTRO),
        "term" => (text::TERM_TITLE, text::TERM_INTRO),
        "fees" => (text::FEES_TITLE, text::FEES_INTRO),
        "typical" => (text::TYPICAL_TITLE, text::TYPICAL_INTRO),
        _ => (text::LOCATIONS_TITLE, text::LOCATIONS_INTRO),
    };
    Section {
        id,
        title: model.words.get(title),
        intro: model.words.get(intro),
        fields,
        ..Section::default()
    }
}

fn remove(model: &Model, list: List, at: usize, name: &str) -> Button {
    Button {
        label: model.words.fill(text::REMOVE_NAMED, &[("name", name)]),
        event: FormEvent::Remove(list, at),
    }
}

fn is_fresh(model: &Model, key: &str) -> bool {
    model.drafts.fresh.as_deref() == Some(key)
}

fn services(model: &Model, organization: &Organization, agreement: &Agreement) -> Section {
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

fn severities(model: &Model, agreement: &Agreement) -> Section {
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

fn add(model: &Model, label: crate::words::Text, list: List) -> Button {
    Button {
        label: model.words.get(label).to_owned(),
        event: FormEvent::Add(list),
    }
}

fn credit_section(model: &Model, agreement: &Agreement) -> Section {
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

/// The three facts that decide what counts.
pub fn essentials(model: &Model) -> Vec<Field> {
    let organization = &model.open.client.organization;
    let mut list = fields(
        &organization::specs(),
        organization,
        Place::Organization,
        model.words,
        &model.drafts,
    );
    if let (Locations::Named(_), Some(count)) = (&organization.locations, list.first_mut()) {
        count.kind = FieldKind::Fixed;
        model
            .words
            .get(text::LOCATIONS_NAMED_HINT)
            .clone_into(&mut count.hint);
    }
    list
}

fn locations(model: &Model, organization: &Organization) -> Section {
    let words = model.words;
    let named = organization.locations.named();
    let from = if model.drafts.from < named.len() {
        model.drafts.from
    } else {
        0
    };
    let items = named
        .iter()
        .enumerate()
        .skip(from)
        .take(PAGE)
        .map(|(at, of)| location_item(model, at, of))
        .collect();
    let mut buttons = vec![add(model, text::ADD_LOCATION, List::Locations)];
    buttons.push(if named.is_empty() {
        Button {
            label: words.get(text::NAME_LOCATIONS).to_owned(),
            event: FormEvent::NameLocations,
        }
    } else {
        Button {
            label: words.get(text::COUNT_LOCATIONS).to_owned(),
            event: FormEvent::CountLocations,
        }
    });
    Section {
        items,
        paging: paging(model, from, named.len()),
        buttons,
        ..plain(model, "locations", essentials(model))
    }
}

fn location_item(model: &Model, at: usize, of: &Location) -> Item {
    let (words, drafts) = (model.words, &model.drafts);
    let mut list = fields(organization::NAME, of, Place::Location(at), words, drafts);
    list.extend(fields(
        organization::PROFILE,
        &of.profile,
        Place::Location(at),
        words,
        drafts,
    ));
    let title = match of.name.trim() {
        "" => words.fill(text::LOCATION_NUMBERED, &[("n", &(at + 1).to_string())]),
        name => name.to_owned(),
    };
    Item {
        figures: Vec::new(),
        remove: remove(model, List::Locations, at, &title),
        open: is_fresh(model, &of.id),
        key: of.id.clone(),
        title,
        fields: list,
    }
}

fn paging(model: &Model, from: usize, all: usize) -> Option<Paging> {
    if all <= PAGE {
        return None;
    }
    let number = |n: usize| crate::format::whole(n as u64);
    let words = model.words;
    let shown = words.fill(
        text::PAGING,
        &[
            ("from", &number(from + 1)),
            ("to", &number((from + PAGE).min(all))),
            ("all", &number(all)),
        ],
    );
    let mut buttons = Vec::new();
    let mut go = |label, to| {
        buttons.push(Button {
            label: words.get(label).to_owned(),
            event: FormEvent::ShowFrom(to),
        });
    };
    if from > 0 {
        go(text::PAGING_BACK, from.saturating_sub(PAGE));
    }
    if from + PAGE < all {
        go(text::PAGING_ON, from + PAGE);
    }
    Some(Paging { shown, buttons })
}

/// Pasting from a spreadsheet.
pub fn paste(model: &Model) -> PasteView {
    let words = model.words;
    let Some(pasted) = &model.drafts.pasted else {
        return PasteView {
            text: String::new(),
            found: String::new(),
            wrong: String::new(),
            troubles: Vec::new(),
            buttons: Vec::new(),
        };
    };
    let (rows, wrong) = (pasted.rows().len() as u64, pasted.trouble_count() as u64);
    let mut buttons = Vec::new();
    if rows > 0 {
        let mut offer = |label, how| {
            buttons.push(Button {
                label: words.get(label).to_owned(),
                event: FormEvent::PasteUsed(how),
            });
        };
        let present = model.open.client.organization.locations.named();
        if present.is_empty() {
            offer(text::PASTE_USE, PasteUse::Replace);
        } else {
            offer(text::PASTE_REPLACE, PasteUse::Replace);
            offer(text::PASTE_APPEND, PasteUse::Append);
        }
    }
    PasteView {
        text: pasted.text().to_owned(),
        found: words.count(rows, text::PASTE_FOUND_ONE, text::PASTE_FOUND_MANY),
        wrong: if wrong == 0 {
            String::new()
        } else {
            words.count(wrong, text::PASTE_WRONG_ONE, text::PASTE_WRONG_MANY)
        },
        troubles: pasted.troubles(words, TROUBLES),
        buttons,
    }
}

/// The values that fields propose: the id of each list, and its values with their names.
pub fn proposals(model: &Model) -> [(&'static str, Vec<(String, String)>); 2] {
    let presets = model
        .catalogue
        .ready()
        .map(|catalogue| catalogue.presets().opening_hours.as_slice())
        .unwrap_or_default();
    let hours = presets
        .iter()
        .map(|template| (template_text(template), template.title.clone()))
        .collect();
    let zones = read::zone_names()
        .map(|name| (name.to_owned(), String::new()))
        .collect();
    [
        (organization::HOURS_LIST, hours),
        (organization::ZONES_LIST, zones),
    ]
}

/// The hours of a template as a person would type them; a week without a gap is around the clock.
fn template_text(template: &OpeningHours) -> String {
    let time = |minutes: u16| WallTime::from_second(u32::from(minutes) * 60);
    let row = |of: &engine::rubric::OpenWindow| {
        WeeklyWindow::new(of.day, time(of.from)?, time(of.to)?).ok()
    };
    let hours: WeeklyWindows = template.windows.iter().filter_map(row).collect();
    let hours = if hours.per_week() == engine::quantity::Seconds::WEEK {
        WeeklyWindows::always()
    } else {
        hours
    };
    hours.to_string()
}
