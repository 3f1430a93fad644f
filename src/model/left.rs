//! What was typed last before the page went away.
//!
//! A closing page may still ask the database for something, but is gone before the answer: the last words typed would be
//! lost. They are kept where no answer is waited for, and taken up at the next start.

use super::{Effect, Model, Setting, Shelved, Stored};
use engine::archive;
use engine::client::Client;
use std::rc::Rc;

impl Model {
    /// The page is going away: saves, and keeps apart what the database may not take in time.
    pub(super) fn leaving(&mut self) -> Vec<Effect> {
        let unsaved = |id: &str, changed: bool| changed || self.saving.contains(id);
        let keep = |client: &Client, revision: u32| {
            Effect::KeepLeft(Stored {
                id: client.id.clone(),
                revision,
                file: archive::export(client, &self.version, self.today),
            })
        };
        let mut effects = Vec::new();
        let open = &self.open;
        if unsaved(&open.client.id, open.changed) {
            effects.push(Effect::Remember(Setting::LastOpen, open.client.id.clone()));
            effects.push(keep(&open.client, open.revision));
        }
        for (id, shelved) in &self.shelf {
            if unsaved(id, shelved.changed) {
                effects.push(keep(&shelved.client, shelved.revision));
            }
        }
        effects.extend(self.save_now());
        effects
    }

    /// Takes up what was kept when the page last went away. Whoever has written meanwhile keeps that; then this becomes a copy.
    pub(super) fn take_up_left(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for left in std::mem::take(&mut self.left) {
            let Ok(read) = archive::import(&left.file) else {
                continue;
            };
            match self.shelf.get(&left.id) {
                Some(there) if *there.client == read.client => {
                    effects.push(Effect::ForgetLeft(left.id));
                }
                Some(there) if there.revision != left.revision => {
                    let copy = self.copy_of(&read.client);
                    self.shelve_copy(copy);
                    effects.extend([Effect::ForgetLeft(left.id), Effect::SaveSoon]);
                }
                there => {
                    let shelved = Shelved {
                        client: Rc::new(read.client),
                        revision: there.map_or(0, |there| there.revision),
                        changed: true,
                    };
                    self.shelf.insert(left.id, shelved);
                    effects.push(Effect::SaveSoon);
                }
            }
        }
        effects
    }

    /// Forgets what was kept apart of a client once the database has all of it.
    pub(super) fn forget_left(&self, id: &str) -> Option<Effect> {
        let changed = if id == self.open.client.id {
            self.open.changed
        } else {
            self.shelf.get(id).is_some_and(|shelved| shelved.changed)
        };
        (!changed).then(|| Effect::ForgetLeft(id.to_owned()))
    }
}
