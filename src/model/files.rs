//! Files: a client or all of them given as one, what was put aside, and a file that was opened.

use super::twins::Twins;
use super::{Download, Effect, FileRefusal, LibraryEvent, Model, OpenedFile};
use crate::text::library as words;
use engine::archive::{self, AnyFile};
use engine::client::Client;

const JSON: &str = "application/json";

impl Model {
    /// The open client as a file, or all of them.
    pub(super) fn plain_export(&self, all: bool) -> Download {
        if all {
            return self.export_all();
        }
        client_file(self, &self.open.client, &self.open.client.name)
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

    pub(super) fn export_aside(&self, key: u32) -> Vec<Effect> {
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
        if self.route == crate::routes::Route::Brand {
            let opened = super::brand::editor::Edited::Opened(text);
            return self.brand(super::brand::BrandEvent::Edited(opened));
        }
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

/// One client as a file, which is called like `name`.
pub(super) fn client_file(model: &Model, client: &Client, name: &str) -> Download {
    let day = model.today.to_string();
    Download::text(
        [&file_stem(name), "-", &day, ".json"].concat(),
        JSON,
        archive::export(client, &model.version, model.today),
    )
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
