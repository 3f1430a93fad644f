//! Keeping: when to save, what to do when it fails, and when two tabs write the same client.

use super::{
    Effect, Kept, Model, Notice, Open, Record, SaveOutcome, Setting, Shelved, StoreProblem, Stored,
};
use crate::text::storage as words;
use engine::archive::{self, limits};
use engine::client::Client;
use std::rc::Rc;

/// How keeping goes.
#[derive(Clone, Debug)]
pub enum Storage {
    /// The database is being opened.
    Opening,
    /// All is stored, or will be when typing pauses.
    Good,
    /// A save is under way.
    Saving,
    /// The browser does not keep anything: work goes on in memory and can be had as a file.
    Failing(StoreProblem),
    /// Another tab has changed the open client; nothing is written until the person decides.
    Conflict(Conflict),
}

/// Two states of one client.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The other tab's, if it could be read.
    pub theirs: Stored,
}

impl Model {
    /// The database was opened and read: everything readable goes on the shelf, the last one is opened.
    pub(super) fn store_opened(&mut self, outcome: Result<Kept, StoreProblem>) -> Vec<Effect> {
        let kept = match outcome {
            Ok(kept) => kept,
            Err(problem) => {
                self.storage = Storage::Failing(problem);
                let faster = self.has_changes();
                let mut effects = self.take_up_left();
                effects.extend(self.open_last(faster));
                return effects;
            }
        };
        if !matches!(self.storage, Storage::Conflict(_)) {
            self.storage = Storage::Good;
        }
        self.aside = kept.aside;
        let mut effects = Vec::new();
        // The open client is compared when it is saved; its stored state must not appear beside it.
        let open = self.open.client.id.clone();
        for stored in kept.clients.into_iter().filter(|stored| stored.id != open) {
            // The database is read again when another tab has saved; what is newer here must not be lost to it.
            if self.saving.contains(&stored.id)
                || self.removed.contains(&stored.id)
                || self
                    .shelf
                    .get(&stored.id)
                    .is_some_and(|shelved| shelved.changed)
            {
                continue;
            }
            match archive::import(&stored.file) {
                Ok(read) => {
                    let shelved = Shelved {
                        client: Rc::new(read.client),
                        revision: stored.revision,
                        changed: false,
                    };
                    self.shelf.insert(stored.id, shelved);
                }
                Err(problem) => effects.extend(self.put_aside(&stored, &problem.to_string())),
            }
        }
        let faster = self.has_changes();
        effects.extend(self.take_up_left());
        effects.extend(self.open_last(faster));
        effects
    }

    /// Only the first reading opens something: later ones must not take the screen away from the person.
    fn open_last(&mut self, faster: bool) -> Vec<Effect> {
        match self.last_open.take() {
            // The person was faster than the database: what was typed is kept as a new client.
            _ if faster => vec![Effect::SaveSoon],
            Some(id) if self.shelf.contains_key(&id) => self.open_shelved(&id),
            _ => Vec::new(),
        }
    }

    /// Damaged data is kept as it is, under a key of its own, and leaves the list in the same step; it is never overwritten.
    fn put_aside(&mut self, stored: &Stored, problem: &str) -> Vec<Effect> {
        if self.aside.iter().any(|aside| aside.data == stored.file) {
            return vec![Effect::Delete(stored.id.clone())];
        }
        let key = self.aside.iter().map(|aside| aside.key).max().unwrap_or(0) + 1;
        let aside = super::Aside {
            key,
            name: stored.id.clone(),
            problem: problem.to_owned(),
            data: stored.file.clone(),
        };
        self.aside.push(aside.clone());
        vec![Effect::KeepAside(aside)]
    }

    fn has_changes(&self) -> bool {
        self.open.changed || self.shelf.values().any(|shelved| shelved.changed)
    }

    /// Whether a page that goes away now takes nothing with it.
    pub(super) fn is_all_stored(&self) -> bool {
        !self.has_changes() && self.saving.is_empty()
    }

    /// Saves every client that has something to save and nothing in the way.
    pub(super) fn save_now(&mut self) -> Vec<Effect> {
        if matches!(self.storage, Storage::Opening) {
            return Vec::new();
        }
        let mut effects = Vec::new();
        let id = self.open.client.id.clone();
        // A conflict is always about the open client: nothing is written until the person has decided.
        let free = !matches!(self.storage, Storage::Conflict(_)) && !self.saving.contains(&id);
        if free && self.open.changed {
            self.open.changed = false;
            effects.push(Effect::Remember(Setting::LastOpen, id.clone()));
            effects.push(Effect::Save(
                self.write(&self.open.client, self.open.revision),
            ));
            self.saving.insert(id);
        }
        let waiting: Vec<String> = self
            .shelf
            .iter()
            .filter(|(id, shelved)| shelved.changed && !self.saving.contains(*id))
            .map(|(id, _)| id.clone())
            .collect();
        for id in waiting {
            let Some(shelved) = self.shelf.get_mut(&id) else {
                continue;
            };
            shelved.changed = false;
            let (client, revision) = (shelved.client.clone(), shelved.revision);
            effects.push(Effect::Save(self.write(&client, revision)));
            self.saving.insert(id);
        }
        if matches!(self.storage, Storage::Good) && !effects.is_empty() {
            self.storage = Storage::Saving;
        }
        effects
    }

    /// A client as it goes into the database.
    fn write(&self, client: &Client, replaces: u32) -> Record {
        Record {
            id: client.id.clone(),
            name: client.name.clone(),
            revision: replaces + 1,
            replaces,
            file: archive::export(client, &self.version, self.today),
        }
    }

    /// A save ended.
    pub(super) fn saved(&mut self, id: &str, outcome: SaveOutcome) -> Vec<Effect> {
        self.saving.remove(id);
        let is_open = id == self.open.client.id;
        match outcome {
            SaveOutcome::Done(revision) => {
                if is_open {
                    self.open.revision = revision;
                } else if let Some(shelved) = self.shelf.get_mut(id) {
                    shelved.revision = revision;
                }
                if !matches!(self.storage, Storage::Conflict(_)) {
                    self.storage = if self.saving.is_empty() {
                        Storage::Good
                    } else {
                        Storage::Saving
                    };
                }
                // Whatever the entrance had kept is in the database now.
                let mut effects = vec![Effect::ForgetQuick];
                effects.extend(self.forget_left(id));
                if self.has_changes() {
                    effects.push(Effect::SaveSoon);
                }
                effects
            }
            SaveOutcome::Conflict(theirs) if is_open => {
                self.open.changed = true;
                self.storage = Storage::Conflict(Conflict { theirs });
                vec![Effect::Announce(
                    self.words.get(words::CONFLICT_TITLE).to_owned(),
                )]
            }
            // Nobody looks at it now, so nobody is asked: both states are kept.
            SaveOutcome::Conflict(theirs) => match self.shelf.remove(id) {
                Some(mine) => {
                    let mut effects = self.shelve_theirs(theirs);
                    let copy = self.copy_of(&mine.client);
                    self.shelve_copy(copy);
                    effects.push(Effect::SaveSoon);
                    effects
                }
                None => Vec::new(),
            },
            SaveOutcome::Failed(problem) => {
                if is_open {
                    self.open.changed = true;
                } else if let Some(shelved) = self.shelf.get_mut(id) {
                    shelved.changed = true;
                }
                if matches!(self.storage, Storage::Conflict(_)) {
                    return Vec::new();
                }
                let already = matches!(&self.storage, Storage::Failing(known) if *known == problem);
                self.storage = Storage::Failing(problem);
                let text = match problem {
                    StoreProblem::Full => words::FULL_TITLE,
                    StoreProblem::Refused => words::REFUSED_TITLE,
                };
                if already {
                    Vec::new()
                } else {
                    vec![Effect::Announce(self.words.get(text).to_owned())]
                }
            }
        }
    }

    /// The other tab's state of a client, as one of the list; what cannot be read is put aside.
    fn shelve_theirs(&mut self, theirs: Stored) -> Vec<Effect> {
        match archive::import(&theirs.file) {
            Ok(read) => {
                let shelved = Shelved {
                    client: Rc::new(read.client),
                    revision: theirs.revision,
                    changed: false,
                };
                self.shelf.insert(theirs.id, shelved);
                Vec::new()
            }
            Err(problem) => self.put_aside(&theirs, &problem.to_string()),
        }
    }

    /// This tab's state of a client under an id of its own.
    pub(super) fn copy_of(&mut self, client: &Client) -> Client {
        let name = super::library::shown_name(self.words, &client.name);
        Client {
            id: self.ids.next('c'),
            name: limits::fitting(&self.words.fill(words::COPY_NAME, &[("name", &name)]))
                .to_owned(),
            ..client.clone()
        }
    }

    pub(super) fn shelve_copy(&mut self, copy: Client) {
        self.shelf.insert(
            copy.id.clone(),
            Shelved {
                client: Rc::new(copy),
                revision: 0,
                changed: true,
            },
        );
    }

    fn end_conflict(&mut self) -> Option<Conflict> {
        match &self.storage {
            Storage::Conflict(conflict) => {
                let conflict = conflict.clone();
                self.storage = Storage::Good;
                Some(conflict)
            }
            _ => None,
        }
    }

    /// The open client is being left while its conflict is undecided: both states go to the list.
    pub(super) fn shelve_conflict(&mut self) -> Vec<Effect> {
        let Some(conflict) = self.end_conflict() else {
            return Vec::new();
        };
        let mine = self.open.client.clone();
        let mut effects = self.shelve_theirs(conflict.theirs);
        let copy = self.copy_of(&mine);
        self.shelve_copy(copy);
        effects.extend(self.save_now());
        effects
    }

    /// The database failed at something that is not a save.
    pub(super) fn store_failed(&mut self, problem: StoreProblem) -> Vec<Effect> {
        if !matches!(self.storage, Storage::Conflict(_)) {
            self.storage = Storage::Failing(problem);
        }
        Vec::new()
    }

    /// Another tab has saved: the open client is compared at once, so that nobody types into an old state for long.
    pub(super) fn other_tab_saved(&mut self, id: &str, revision: u32) -> Vec<Effect> {
        if id == self.open.client.id {
            if revision <= self.open.revision {
                return Vec::new();
            }
            // A save that must fail tells us what the other tab has written.
            self.open.changed = true;
            return self.save_now();
        }
        // The list shows the other tab's work after the next start; reading all again would race with its typing.
        vec![Effect::OpenStore]
    }

    /// After a conflict: this tab's state goes on under an id of its own; the other tab's stays what it is.
    pub(super) fn keep_mine_as_copy(&mut self) -> Vec<Effect> {
        let Some(conflict) = self.end_conflict() else {
            return Vec::new();
        };
        let mut effects = self.shelve_theirs(conflict.theirs);
        let mine = self.open.client.clone();
        let client = self.copy_of(&mine);
        self.open = Open {
            client: Rc::new(client),
            changed: true,
            chosen: self.open.chosen.clone(),
            ..Open::default()
        };
        effects.extend(self.save_now());
        effects
    }

    /// After a conflict: the other tab's state; this tab's can still be had with undo.
    pub(super) fn take_theirs(&mut self) -> Vec<Effect> {
        let Some(conflict) = self.end_conflict() else {
            return Vec::new();
        };
        match archive::import(&conflict.theirs.file) {
            Ok(read) => {
                self.history.note(self.open.client.clone(), None);
                self.open = Open {
                    client: Rc::new(read.client),
                    revision: conflict.theirs.revision,
                    changed: false,
                    chosen: self.open.chosen.clone(),
                };
                self.notice = Some(Notice {
                    text: self.words.get(words::TOOK_THEIRS).to_owned(),
                    undo: Some(super::UndoOffer::LastChange),
                });
                // It is stored already: saving it again would tell the other tab of a change that is none.
                self.evaluate();
                self.wanted_zones().into_iter().collect()
            }
            Err(problem) => {
                let mut effects = self.put_aside(&conflict.theirs, &problem.to_string());
                self.open.revision = 0;
                self.open.changed = true;
                effects.push(Effect::SaveSoon);
                effects
            }
        }
    }
}
