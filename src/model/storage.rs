//! Keeping: when to save, what to do when it fails, and when two tabs write the same client.

use super::{
    Effect, Kept, Loading, Model, Notice, Open, Record, SaveOutcome, Setting, Shelved,
    StoreProblem, Stored,
};
use crate::text::storage as words;
use engine::archive;
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
                return Vec::new();
            }
        };
        self.storage = Storage::Good;
        self.aside = kept.aside;
        let mut effects = Vec::new();
        // The open client is compared when it is saved; its stored state must not appear beside it.
        let open = self.open.client.id.clone();
        for stored in kept.clients.into_iter().filter(|stored| stored.id != open) {
            match archive::import(&stored.file) {
                Ok(read) => {
                    let shelved = Shelved {
                        client: Rc::new(read.client),
                        revision: stored.revision,
                    };
                    self.shelf.insert(stored.id, shelved);
                }
                Err(problem) => effects.extend(self.put_aside(&stored, &problem.to_string())),
            }
        }
        if self.open.changed {
            // The person was faster than the database: what was typed is kept as a new client.
            effects.push(Effect::SaveSoon);
        } else if let Some(id) = self.last_open.clone()
            && self.shelf.contains_key(&id)
        {
            effects.extend(self.open_shelved(&id));
        }
        effects
    }

    /// Damaged data is kept as it is, under a key of its own, and taken out of the list; it is never overwritten.
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
        vec![Effect::KeepAside(aside), Effect::Delete(stored.id.clone())]
    }

    /// Saves the open client if there is something to save and nothing in the way.
    pub(super) fn save_now(&mut self) -> Vec<Effect> {
        let ready = matches!(self.storage, Storage::Good | Storage::Failing(_));
        if !ready || !self.open.changed {
            return Vec::new();
        }
        self.open.changed = false;
        if matches!(self.storage, Storage::Good) {
            self.storage = Storage::Saving;
        }
        let client = &self.open.client;
        let record = Record {
            id: client.id.clone(),
            name: client.name.clone(),
            revision: self.open.revision + 1,
            replaces: self.open.revision,
            file: archive::export(client, &self.version, self.today),
        };
        vec![
            Effect::Remember(Setting::LastOpen, client.id.clone()),
            Effect::Save(record),
        ]
    }

    /// A save ended.
    pub(super) fn saved(&mut self, id: &str, outcome: SaveOutcome) -> Vec<Effect> {
        let is_open = id == self.open.client.id;
        match outcome {
            SaveOutcome::Done(revision) => {
                if is_open {
                    self.open.revision = revision;
                } else if let Some(shelved) = self.shelf.get_mut(id) {
                    shelved.revision = revision;
                }
                if !matches!(self.storage, Storage::Conflict(_)) {
                    self.storage = Storage::Good;
                }
                // Whatever the entrance had kept is in the database now.
                let mut effects = vec![Effect::ForgetQuick];
                if self.open.changed {
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
            SaveOutcome::Conflict(_) => Vec::new(),
            SaveOutcome::Failed(problem) => {
                if is_open {
                    self.open.changed = true;
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
        let Storage::Conflict(conflict) = std::mem::replace(&mut self.storage, Storage::Good)
        else {
            return Vec::new();
        };
        if let Ok(read) = archive::import(&conflict.theirs.file) {
            let shelved = Shelved {
                client: Rc::new(read.client),
                revision: conflict.theirs.revision,
            };
            self.shelf.insert(conflict.theirs.id, shelved);
        }
        let mut client = (*self.open.client).clone();
        client.id = self.ids.next('c');
        client.name = self.words.fill(
            words::COPY_NAME,
            &[(
                "name",
                &super::library::shown_name(self.words, &client.name),
            )],
        );
        self.open = Open {
            client: Rc::new(client),
            revision: 0,
            changed: true,
        };
        self.save_now()
    }

    /// After a conflict: the other tab's state; this tab's can still be had with undo.
    pub(super) fn take_theirs(&mut self) -> Vec<Effect> {
        let Storage::Conflict(conflict) = std::mem::replace(&mut self.storage, Storage::Good)
        else {
            return Vec::new();
        };
        match archive::import(&conflict.theirs.file) {
            Ok(read) => {
                self.history.note(self.open.client.clone(), None);
                self.open = Open {
                    client: Rc::new(read.client),
                    revision: conflict.theirs.revision,
                    changed: false,
                };
                self.notice = Some(Notice {
                    text: self.words.get(words::TOOK_THEIRS).to_owned(),
                    undo: Some(super::UndoOffer::LastChange),
                });
                self.after_change()
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

    /// The catalogue arrived, or not.
    pub(super) fn catalogue_arrived(
        &mut self,
        outcome: Result<Rc<engine::rubric::Catalogue>, String>,
    ) -> Vec<Effect> {
        self.catalogue = match outcome {
            Ok(catalogue) => Loading::Ready(catalogue),
            Err(problem) => Loading::Failed(problem),
        };
        self.evaluate();
        // An address can name a place that only the catalogue brings.
        let place = self.place.clone().filter(|_| self.catalogue.ready().is_some());
        place.map(Effect::Focus).into_iter().collect()
    }
}
