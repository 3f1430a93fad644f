//! Saved assessments: new, open, copy, remove, put away, erase.

use super::calendar;
use super::{
    Effect, LibraryEvent, Listing, Loading, Model, Open, Setting, Shelved, Storage, UndoOffer,
    blank_client,
};
use crate::text::library as words;
use crate::words::{Text, Words};
use engine::archive::{self, limits};
use engine::client::Client;
use std::rc::Rc;

impl Model {
    pub(super) fn library(&mut self, event: LibraryEvent) -> Vec<Effect> {
        match event {
            LibraryEvent::New => {
                let client = blank_client(&mut self.ids, self.today);
                self.show(client, 0)
            }
            LibraryEvent::Sample => self.sample(),
            LibraryEvent::Open(id) => {
                let mut effects = self.put_on_shelf();
                effects.extend(self.open_shelved(&id));
                effects
            }
            LibraryEvent::Duplicate(id) => self.duplicate(&id),
            LibraryEvent::Delete(id) => self.remove(&id, words::REMOVED),
            LibraryEvent::Archive(id, away) => self.archive(&id, away),
            LibraryEvent::Search(text) => {
                self.listing.search = text;
                self.listing.clients = Listing::CLIENTS;
                Vec::new()
            }
            LibraryEvent::ListArchived(archived) => {
                self.listing.archived = archived;
                Vec::new()
            }
            LibraryEvent::MoreClients => {
                self.listing.clients += Listing::CLIENTS;
                Vec::new()
            }
            LibraryEvent::MoreDates => {
                self.listing.dates += Listing::DATES;
                Vec::new()
            }
            LibraryEvent::Export => vec![Effect::Download(self.plain_export(false))],
            LibraryEvent::ExportDates => calendar::file(self)
                .map(Effect::Download)
                .into_iter()
                .collect(),
            LibraryEvent::ExportAll => vec![Effect::Download(self.plain_export(true))],
            LibraryEvent::EraseEverything => self.erase(),
            LibraryEvent::KeepMineAsCopy => self.keep_mine_as_copy(),
            LibraryEvent::TakeTheirs => self.take_theirs(),
            LibraryEvent::ExportAside(key) => self.export_aside(key),
            LibraryEvent::DropAside(key) => {
                self.aside.retain(|aside| aside.key != key);
                vec![Effect::DropAside(key)]
            }
        }
    }

    /// Makes a client the open one; what was open goes back on the shelf, saved.
    pub(super) fn show(&mut self, client: Client, revision: u32) -> Vec<Effect> {
        let mut effects = self.put_on_shelf();
        effects.push(Effect::Remember(Setting::LastOpen, client.id.clone()));
        self.open = Open {
            client: Rc::new(client),
            revision,
            ..Open::default()
        };
        self.history = super::History::default();
        self.drafts.clear();
        self.showing = super::Showing::default();
        self.notice = None;
        self.evaluate();
        effects.extend(self.wanted_zones());
        effects
    }

    /// Whether anything was ever typed into the open client: it is stored, about to be, or being stored.
    pub(super) fn open_is_kept(&self) -> bool {
        self.is_kept(&self.open.client.id, self.open.revision, self.open.changed)
    }

    fn is_kept(&self, id: &str, revision: u32, changed: bool) -> bool {
        revision > 0 || changed || self.saving.contains(id)
    }

    /// Puts the open client on the shelf, saved first if it has changes. One that nothing was ever typed into vanishes.
    fn put_on_shelf(&mut self) -> Vec<Effect> {
        if matches!(self.storage, Storage::Conflict(_)) {
            return self.shelve_conflict();
        }
        let effects = self.save_now();
        let Open {
            client,
            revision,
            changed,
            ..
        } = self.open.clone();
        if self.is_kept(&client.id, revision, changed) {
            self.shelf.insert(
                client.id.clone(),
                Shelved {
                    client,
                    revision,
                    changed,
                },
            );
        }
        effects
    }

    /// Opens a client from the shelf; the caller has put the open one away.
    pub(super) fn open_shelved(&mut self, id: &str) -> Vec<Effect> {
        let Some(shelved) = self.shelf.remove(id) else {
            return Vec::new();
        };
        self.open = Open {
            client: shelved.client,
            revision: shelved.revision,
            changed: shelved.changed,
            ..Open::default()
        };
        self.history = super::History::default();
        self.drafts.clear();
        self.showing = super::Showing::default();
        self.evaluate();
        let mut effects = vec![Effect::Remember(Setting::LastOpen, id.to_owned())];
        effects.extend(self.wanted_zones());
        effects
    }

    pub(super) fn sample(&mut self) -> Vec<Effect> {
        self.sample_wanted = matches!(self.catalogue, Loading::Waiting);
        let Loading::Ready(catalogue) = &self.catalogue else {
            return Vec::new();
        };
        let Some(Ok(read)) = catalogue.sample().map(archive::import_value) else {
            return Vec::new();
        };
        let mut client = read.client;
        client.id = self.ids.next('c');
        let mut effects = self.show(client, 0);
        self.open.changed = true;
        effects.push(Effect::SaveSoon);
        effects.extend(self.say(self.words.get(words::SAMPLE_OPENED).to_owned(), None));
        effects
    }

    fn duplicate(&mut self, id: &str) -> Vec<Effect> {
        let source = if id == self.open.client.id {
            Some(&self.open.client)
        } else {
            self.shelf.get(id).map(|s| &s.client)
        };
        let Some(mut client) = source.map(|client| (**client).clone()) else {
            return Vec::new();
        };
        client.id = self.ids.next('c');
        client.name = self.renamed(words::COPY_OF, &client.name);
        let mut effects = self.show(client, 0);
        self.open.changed = true;
        effects.push(Effect::SaveSoon);
        effects
    }

    /// A name with something added to it, not longer than a file can hold.
    pub(super) fn renamed(&self, pattern: Text, name: &str) -> String {
        let name = shown_name(self.words, name);
        limits::fitting(&self.words.fill(pattern, &[("name", &name)])).to_owned()
    }

    /// Puts a client away or takes it back: kept either way. The open one first goes on the shelf.
    fn archive(&mut self, id: &str, away: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        if id == self.open.client.id {
            let next = blank_client(&mut self.ids, self.today);
            effects = self.show(next, 0);
        }
        let Some(shelved) = self.shelf.get_mut(id) else {
            return effects;
        };
        Rc::make_mut(&mut shelved.client).archived = away;
        shelved.changed = true;
        let name = shown_name(self.words, &shelved.client.name);
        effects.extend(self.save_now());
        let said = if away {
            words::PUT_AWAY
        } else {
            words::TAKEN_BACK
        };
        effects.extend(self.say(self.words.fill(said, &[("name", &name)]), None));
        effects
    }

    /// Removes a client, which can be taken back, and says so with its name.
    pub(super) fn remove(&mut self, id: &str, said: Text) -> Vec<Effect> {
        let mut effects = Vec::new();
        if id == self.open.client.id {
            effects = self.put_on_shelf();
            let next = blank_client(&mut self.ids, self.today);
            self.open = Open {
                client: Rc::new(next),
                ..Open::default()
            };
            self.history = super::History::default();
            self.drafts.clear();
            self.evaluate();
        }
        let Some(shelved) = self.shelf.remove(id) else {
            return effects;
        };
        self.removed.insert(id.to_owned());
        effects.push(Effect::Delete(id.to_owned()));
        let name = shown_name(self.words, &shelved.client.name);
        effects.extend(self.say(
            self.words.fill(said, &[("name", &name)]),
            Some(UndoOffer::Removed(shelved)),
        ));
        effects
    }

    fn erase(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::EraseAll];
        effects.extend(self.forget_everything());
        effects
    }

    /// Begins anew, with nothing of what was there. In another tab than the one that erases too: what it went on showing,
    /// it would write back with the next letter.
    pub(super) fn forget_everything(&mut self) -> Vec<Effect> {
        self.removed
            .extend(std::mem::take(&mut self.shelf).into_keys());
        self.removed.insert(self.open.client.id.clone());
        self.aside.clear();
        if matches!(self.storage, Storage::Conflict(_)) {
            self.storage = Storage::Good;
        }
        self.theme = super::Theme::default();
        let client = blank_client(&mut self.ids, self.today);
        self.open = Open {
            client: Rc::new(client),
            ..Open::default()
        };
        self.history = super::History::default();
        self.drafts.clear();
        self.showing = super::Showing::default();
        self.lab = super::lab::Lab::new(self.words);
        self.evaluate();
        let mut effects = vec![Effect::ShowTheme(self.theme)];
        effects.extend(self.say(self.words.get(words::ERASED).to_owned(), None));
        effects
    }
}

/// A client's name as lists show it: an unnamed one has words for that.
pub fn shown_name(words: Words, name: &str) -> String {
    let name = name.trim();
    if name.is_empty() {
        words.get(self::words::UNNAMED).to_owned()
    } else {
        name.to_owned()
    }
}
