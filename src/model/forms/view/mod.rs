//! The form as it is shown: sections with their fields, entries and figures.

mod entries;
mod locations;
mod paste;
mod proposals;

pub use locations::{PAGE, essentials};
pub use paste::{PasteView, paste};
pub use proposals::proposals;

use super::path::{List, Place};
use super::spec::fields;
use super::{Field, FormEvent, organization, summary, support, term};
use crate::model::Model;
use crate::model::view::figure::Shown as Figured;
use crate::text::commitments as text;
use engine::agreement::Agreement;
use entries::{credit_section, services, severities};
use locations::locations;

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
    super::zones::mark(model, &mut sections);
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

fn add(model: &Model, label: crate::words::Text, list: List) -> Button {
    Button {
        label: model.words.get(label).to_owned(),
        event: FormEvent::Add(list),
    }
}
