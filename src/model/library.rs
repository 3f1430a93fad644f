//! Saved assessments and files: new, open, copy, remove, export, import, erase.

use super::calendar;
use super::twins::Twins;
use super::{
    Download, Effect, FileRefusal, LibraryEvent, Listing, Loading, Model, Open, OpenedFile,
    Setting, Shelved, Storage, UndoOffer, blank_client,
};
use crate::text::library as words;
use crate::words::{Text, Words};
use engine::archive::{self, AnyFile, limits};
use engine::client::Client;
use std::rc::Rc;

const JSON: &str = "application/json";

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
            LibraryEvent::Delete(id) => self.remove(&id),
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
    fn show(&mut self, client: Client, revision: u32) -> Vec<Effect> {
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
    fn renamed(&self, pattern: Text, name: &str) -> String {
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

    fn remove(&mut self, id: &str) -> Vec<Effect> {
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
            self.words.fill(words::REMOVED, &[("name", &name)]),
            Some(UndoOffer::Removed(shelved)),
        ));
        effects
    }

    /// The open client as a file, or all of them.
    pub(super) fn plain_export(&self, all: bool) -> Download {
        if all {
            return self.export_all();
        }
        let client = &self.open.client;
        Download::text(
            [
                &file_stem(&client.name),
                "-",
                &self.today.to_string(),
                ".json",
            ]
            .concat(),
            JSON,
            archive::export(client, &self.version, self.today),
        )
    }

    fn export_all(&self) -> Download {
        let open = self.open_is_kept().then_some(&self.open.client);
        let clients: Vec<&Client> = open
            .into_iter()
            .chain(self.shelf.values().map(|s| &s.client))
            .map(|c| &**c)
            .collect();
        Download::text(
            ["sla-gap-library-", &self.today.to_string(), ".json"].concat(),
            JSON,
            archive::export_many(&clients, &self.version, self.today),
        )
    }

    fn export_aside(&self, key: u32) -> Vec<Effect> {
        let found = self.aside.iter().find(|aside| aside.key == key);
        let file = found.map(|aside| {
            Download::text(
                ["sla-gap-damaged-", &file_stem(&aside.name), ".txt"].concat(),
                "text/plain",
                aside.data.clone(),
            )
        });
        file.map(Effect::Download).into_iter().collect()
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
        self.lab = super::lab::Lab::default();
        self.evaluate();
        let mut effects = vec![Effect::ShowTheme(self.theme)];
        effects.extend(self.say(self.words.get(words::ERASED).to_owned(), None));
        effects
    }

    /// A file was opened: every client in it becomes a saved one of its own; nothing that exists is replaced.
    pub(super) fn file_opened(&mut self, file: OpenedFile) -> Vec<Effect> {
        let text = match file.text {
            Ok(text) => text,
            Err(refusal) => {
                let why = match refusal {
                    FileRefusal::TooLarge => words::FILE_TOO_LARGE,
                    FileRefusal::Unreadable => words::FILE_UNREADABLE,
                    FileRefusal::NotText => words::FILE_NOT_TEXT,
                };
                return self.say(self.words.fill(why, &[("name", &file.name)]), None);
            }
        };
        match archive::open_any(&text) {
            Ok(AnyFile::Clients(read)) => self.take_in(read, &file.name),
            Ok(AnyFile::Locked(locked)) => self.locked_file(file.name, locked),
            Err(problem) => {
                let values = [
                    ("name", file.name.as_str()),
                    ("problem", &problem.to_string()),
                ];
                self.say(self.words.fill(words::FILE_REFUSED, &values), None)
            }
        }
    }

    fn take_in(&mut self, read: Vec<archive::Imported>, file: &str) -> Vec<Effect> {
        let notes: usize = read.iter().map(|imported| imported.notes.len()).sum();
        let (mut effects, mut new, mut same) = (Vec::new(), 0, 0);
        for imported in read {
            let client = imported.client;
            match self.client_of(&client.id) {
                Some(here) if self.is_same(here, &client) => {
                    same += 1;
                    effects.extend(self.library(LibraryEvent::Open(client.id)));
                }
                Some(_) => {
                    new += 1;
                    effects.extend(self.take_twin(client, file));
                }
                None => {
                    new += 1;
                    effects.extend(self.take_new(client));
                }
            }
        }
        let mut says = Vec::new();
        if new > 0 {
            says.push(
                self.words
                    .count(new, words::IMPORTED_ONE, words::IMPORTED_MANY),
            );
        }
        if same > 0 {
            says.push(self.words.count(same, words::SAME_ONE, words::SAME_MANY));
        }
        if notes > 0 {
            says.push(self.words.get(words::IMPORTED_NOTES).to_owned());
        }
        let text = crate::words::fill(&says.join(" "), &[("file", file)]);
        effects.extend(self.say(text, None));
        effects
    }

    /// Whether two states of a client make the same file.
    fn is_same(&self, here: &Client, brought: &Client) -> bool {
        let file = |client| archive::export(client, &self.version, self.today);
        file(here) == file(brought)
    }

    fn take_new(&mut self, mut client: Client) -> Vec<Effect> {
        if client.id.is_empty() {
            client.id = self.ids.next('c');
        }
        let mut effects = self.show(client, 0);
        self.open.changed = true;
        effects.extend(self.save_now());
        effects
    }

    /// Another state of a client that is here: it gets an id and a name of its own, and both stay.
    fn take_twin(&mut self, mut client: Client, file: &str) -> Vec<Effect> {
        let brought = self.ids.next('c');
        self.twins.push(Twins {
            here: std::mem::replace(&mut client.id, brought.clone()),
            brought,
            name: client.name.clone(),
            file: file.to_owned(),
        });
        client.name = self.renamed(words::IMPORTED_NAME, &client.name);
        self.take_new(client)
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

/// A client's name as part of a file name that every system accepts.
pub(super) fn file_stem(name: &str) -> String {
    let mut stem = String::new();
    for letter in name.chars().take(60) {
        if letter.is_ascii_alphanumeric() {
            stem.push(letter.to_ascii_lowercase());
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        "sla-gap".to_owned()
    } else {
        stem.to_owned()
    }
}
