//! Commitments as a form: fields as data, what is typed into them, and what follows.
#![allow(
    clippy::trivially_copy_pass_by_ref,
    clippy::unnecessary_wraps,
    reason = "fields are data: one signature for the functions of all of them"
)]

mod credits;
mod lists;
mod notes;
mod organization;
mod paste;
mod path;
mod promises;
mod read;
mod service;
mod severity;
mod spec;
mod summary;
mod support;
mod term;
#[cfg(test)]
mod tests;
pub(super) mod trouble;
mod view;
mod write;
mod zones;

pub use notes::contradictions;
pub use organization::{HOURS_LIST, ZONES_LIST};
pub use paste::{PasteUse, Pasted};
pub use path::{FieldPath, List, Place};
pub use promises::{PromiseLine, promises};
pub use spec::Silence;
pub use summary::service_name;
pub use view::{
    Button, Item, Paging, PasteView, Section, Table, essentials, paste, proposals, view,
};

use super::{Effect, Model, UndoOffer};
use crate::text::commitments as text;
use crate::words::Text;
use engine::agreement::ServiceKind;
use read::Read;
use spec::{Given, SILENT};
use std::rc::Rc;

/// A change of a commitment.
#[derive(Clone, Debug, PartialEq)]
pub enum FormEvent {
    /// A text is being typed into a field.
    Typed(FieldPath, String),
    /// The field was left.
    Left(FieldPath),
    /// The agreement does not say, or that was taken back.
    Silent(FieldPath, bool),
    /// One of several was chosen, by its key.
    Chosen(FieldPath, &'static str),
    /// A new entry.
    Add(List),
    /// One of the usual services, or another.
    AddService(ServiceKind),
    /// Take an entry out.
    Remove(List, usize),
    /// List the locations by name instead of their number.
    NameLocations,
    /// Keep only the number of the locations.
    CountLocations,
    /// Show the named locations from this position on.
    ShowFrom(usize),
    /// Rows of a spreadsheet were pasted or typed.
    PasteTyped(String),
    /// Take those rows as locations.
    PasteUsed(PasteUse),
}

/// What is being typed, and what is open on the page: gone when another client is opened or a change is taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts {
    /// Few: a text that is valid leaves with the field.
    fields: Vec<(FieldPath, Draft)>,
    /// The entry that was added last: it is shown open.
    fresh: Option<String>,
    /// The first named location that is shown.
    from: usize,
    pasted: Option<Rc<Pasted>>,
}

/// A text as it is being typed. It stands in the field in place of the stored value's own form until the field is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    text: String,
    /// What is wrong with it; empty = nothing.
    error: String,
    /// Whether that has been said: not before the field is left for the first time.
    told: bool,
}

impl Draft {
    /// What is wrong, if it is time to say it.
    fn shown_error(&self) -> &str {
        if self.told { &self.error } else { "" }
    }
}

impl Drafts {
    /// Forgets all.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether a text stands in a field that is not valid, and so in no client.
    pub(super) fn has_unfinished(&self) -> bool {
        self.fields.iter().any(|(_, draft)| !draft.error.is_empty())
    }

    fn of(&self, path: FieldPath) -> Option<&Draft> {
        let mut drafts = self.fields.iter();
        drafts.find(|(of, _)| *of == path).map(|(_, draft)| draft)
    }

    /// Forgets what was typed into a field.
    fn forget(&mut self, path: FieldPath) {
        self.fields.retain(|(of, _)| *of != path);
    }

    /// Forgets what was typed into a choice and what refines it.
    fn drop_refinements(&mut self, path: FieldPath) {
        self.fields.retain(|(other, _)| {
            other.place != path.place
                || !other
                    .key
                    .strip_prefix(path.key)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
    }

    fn drop_list(&mut self, list: List) {
        self.fields
            .retain(|(path, _)| path.place.list() != Some(list));
    }
}

/// A field as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Unique on the page.
    pub id: String,
    /// Where its value stands.
    pub path: FieldPath,
    /// What is asked for.
    pub label: &'static str,
    /// More about it; may be empty.
    pub hint: String,
    /// What is wrong with what was typed; empty = nothing.
    pub error: String,
    /// The text, or the key of what is chosen.
    pub value: String,
    /// Whether the agreement can be silent on it, and is.
    pub silence: Silence,
    /// How it is filled in.
    pub kind: FieldKind,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// A line of text, with the id of the list that it proposes; empty = none.
    Line {
        /// The list.
        proposes: &'static str,
    },
    /// Several lines.
    Area,
    /// One of several, folded up: keys and labels.
    Select(Vec<(&'static str, &'static str)>),
    /// One of a few, all in sight: keys and labels.
    Radio(Vec<(&'static str, &'static str)>),
    /// Only shown here.
    Fixed,
}

/// The choices of a promise: not looked at, what it may say, silent.
fn with_unknown(choices: &[(&'static str, Text)]) -> Vec<(&'static str, Text)> {
    let mut all = Vec::with_capacity(choices.len() + 2);
    all.push(("", text::CHOICE_UNKNOWN));
    all.extend_from_slice(choices);
    all.push((SILENT, text::CHOICE_SILENT));
    all
}

/// Puts a text in that is no promise.
fn put_text(slot: &mut String, given: &Given) -> Read<()> {
    if let Given::Text(typed) = given {
        *slot = read::words(typed)?;
    }
    Ok(())
}

impl Model {
    /// Changes a commitment, or what the form shows.
    pub(super) fn form(&mut self, event: FormEvent) -> Vec<Effect> {
        match event {
            FormEvent::Typed(path, typed) => self.typed(path, typed),
            FormEvent::Left(path) => self.left(path),
            FormEvent::Silent(path, silent) => {
                self.drafts.drop_refinements(path);
                let given = if silent {
                    Given::Silent
                } else {
                    Given::Text("")
                };
                self.given(path, None, &given).0
            }
            FormEvent::Chosen(path, key) => {
                self.drafts.drop_refinements(path);
                self.given(path, None, &Given::Text(key)).0
            }
            FormEvent::Add(list) => self.add(list),
            FormEvent::AddService(kind) => self.add_service(kind),
            FormEvent::Remove(list, at) => self.remove_entry(list, at),
            FormEvent::NameLocations => self.name_locations(),
            FormEvent::CountLocations => self.count_locations(),
            FormEvent::ShowFrom(from) => {
                self.drafts.from = from;
                vec![Effect::Focus("locations".to_owned())]
            }
            FormEvent::PasteTyped(typed) => {
                self.drafts.pasted =
                    (!typed.trim().is_empty()).then(|| Rc::new(Pasted::read(typed)));
                Vec::new()
            }
            FormEvent::PasteUsed(how) => self.use_pasted(how),
        }
    }

    /// A valid text is stored at once; an invalid one is kept beside what is stored.
    fn typed(&mut self, path: FieldPath, typed: String) -> Vec<Effect> {
        let meant = self.in_currency(path, &typed);
        let (effects, outcome) = self.given(path, Some(path.id()), &Given::Text(&meant));
        let error = outcome
            .err()
            .map(|trouble| trouble.words(self.words))
            .unwrap_or_default();
        let told = self.drafts.of(path).is_some_and(|draft| draft.told);
        self.drafts.forget(path);
        let draft = Draft {
            text: typed,
            error,
            told,
        };
        self.drafts.fields.push((path, draft));
        effects
    }

    fn given(
        &mut self,
        path: FieldPath,
        step: Option<String>,
        given: &Given,
    ) -> (Vec<Effect>, Read<()>) {
        let mut outcome = Ok(());
        let chosen = self.open.chosen.clone();
        let effects = self.change(step, |client| {
            outcome = write::put(client, &chosen, path, given);
        });
        (effects, outcome)
    }

    /// A valid text gives way to the stored value's own form; what is wrong with an invalid one is said.
    fn left(&mut self, path: FieldPath) -> Vec<Effect> {
        let mut drafts = self.drafts.fields.iter_mut();
        match drafts.find(|(of, _)| *of == path) {
            Some((_, draft)) if draft.error.is_empty() => {
                self.drafts.forget(path);
                Vec::new()
            }
            Some((_, draft)) if !draft.told => {
                draft.told = true;
                vec![Effect::Announce(draft.error.clone())]
            }
            _ => Vec::new(),
        }
    }

    /// Says what was done, with the offer to take it back.
    fn say_undoable(&mut self, said: String) -> Vec<Effect> {
        self.say(said, Some(UndoOffer::LastChange))
    }
}
