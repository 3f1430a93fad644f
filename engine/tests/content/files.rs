//! The content as it stands in its folder, and the texts in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// The groups in reading order, and how many protections each has.
pub const GROUPS: [(&str, usize); 12] = [
    ("SC", 12),
    ("ML", 16),
    ("ES", 5),
    ("SL", 14),
    ("RM", 9),
    ("CT", 27),
    ("GV", 3),
    ("EX", 7),
    ("BR", 5),
    ("LI", 4),
    ("SE", 5),
    ("HC", 10),
];

/// The word files beside the protections.
pub const GUIDES: [&str; 10] = [
    "cards",
    "response-resolution",
    "negotiation",
    "readiness",
    "faq",
    "glossary",
    "verdicts",
    "schedules",
    "method",
    "presets",
];

/// What is wrong, with its file and id.
#[derive(Default)]
pub struct Failures(Vec<String>);

impl Failures {
    pub fn add(&mut self, file: &str, id: &str, problem: &str) {
        self.0.push(format!("{file}: {id}: {problem}"));
    }

    pub fn into_lines(mut self) -> Vec<String> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

/// A text that people read.
pub struct Text {
    pub file: String,
    /// The id of the entry that it stands in; empty at the top of a file.
    pub id: String,
    pub field: String,
    pub words: String,
}

impl Text {
    pub fn fail(&self, failures: &mut Failures, problem: &str) {
        failures.add(&self.file, &self.id, &format!("{}: {problem}", self.field));
    }
}

/// Every file of the content by its path in the folder.
#[derive(Clone)]
pub struct Content {
    pub files: BTreeMap<String, Value>,
    unreadable: BTreeMap<String, String>,
}

impl Content {
    /// Reads the folder that `CONTENT_DIR` names, or the repository's.
    pub fn load() -> Self {
        let root = match std::env::var_os("CONTENT_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"),
        };
        let mut content = Self {
            files: BTreeMap::new(),
            unreadable: BTreeMap::new(),
        };
        for folder in ["", "catalogue", "en", "en/protections", "en/ui"] {
            content.read_folder(&root, folder);
        }
        content
    }

    fn read_folder(&mut self, root: &Path, folder: &str) {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
            return;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let bytes = std::fs::read(&path).unwrap();
            match serde_json::from_slice(&bytes) {
                Ok(value) => drop(self.files.insert(name, value)),
                Err(error) => drop(self.unreadable.insert(name, error.to_string())),
            }
        }
    }

    /// Files that should be there and are not, or cannot be read.
    pub fn report_missing(&self, failures: &mut Failures) {
        let groups = GROUPS.iter().flat_map(|(group, _)| {
            [
                format!("catalogue/{group}.json"),
                format!("en/protections/{group}.json"),
            ]
        });
        let guides = GUIDES.iter().map(|guide| format!("en/{guide}.json"));
        for name in groups.chain(guides).chain([String::from("sources.json")]) {
            if !self.files.contains_key(&name) && !self.unreadable.contains_key(&name) {
                failures.add(&name, "", "the file is missing");
            }
        }
        for (name, error) in &self.unreadable {
            failures.add(name, "", error);
        }
    }

    /// The entries of a file's list, each with its id.
    pub fn entries(&self, file: &str, list: &str) -> Vec<(String, &Value)> {
        let found = self
            .files
            .get(file)
            .and_then(|value| value[list].as_array());
        found
            .into_iter()
            .flatten()
            .map(|entry| (name(entry), entry))
            .collect()
    }

    /// The structure of every protection: file, id, entry.
    pub fn structures(&self) -> Vec<(String, String, &Value)> {
        self.protections("catalogue")
    }

    /// The words of every protection: file, id, entry.
    pub fn words(&self) -> Vec<(String, String, &Value)> {
        self.protections("en/protections")
    }

    fn protections(&self, folder: &str) -> Vec<(String, String, &Value)> {
        let mut found = Vec::new();
        for (group, _) in GROUPS {
            let file = format!("{folder}/{group}.json");
            let entries = self.entries(&file, "protections");
            found.extend(
                entries
                    .into_iter()
                    .map(|(id, entry)| (file.clone(), id, entry)),
            );
        }
        found
    }

    /// Every text that people read. Ids, keys, addresses and the structure are none.
    pub fn texts(&self) -> Vec<Text> {
        let mut texts = Vec::new();
        for (file, value) in &self.files {
            if file.starts_with("en/") {
                collect(file, "", "", value, &mut texts);
            }
        }
        texts
    }

    /// The pack as the build makes it.
    pub fn pack(&self) -> Value {
        let folder = |folder: &str| -> Vec<&Value> {
            let inside = self
                .files
                .iter()
                .filter(|(name, _)| name.starts_with(folder));
            inside.map(|(_, value)| value).collect()
        };
        let mut pack = json!({
            "version": "linted",
            "structure": folder("catalogue/"),
            "words": folder("en/protections/"),
            "sources": self.files.get("sources.json"),
        });
        for guide in GUIDES {
            pack[guide.replace('-', "_")] = json!(self.files.get(&format!("en/{guide}.json")));
        }
        pack
    }
}

/// What an entry calls itself.
fn name(entry: &Value) -> String {
    let named = ["id", "key"].iter().find_map(|field| entry[field].as_str());
    named.unwrap_or_default().to_owned()
}

/// Fields that hold no text for people.
const NOT_TEXT: [&str; 17] = [
    "id",
    "key",
    "url",
    "group",
    "schedule",
    "terms",
    "related",
    "see",
    "sources",
    "protections",
    "period",
    "dated",
    "target_percent",
    "day",
    "from",
    "to",
    "points",
];

fn collect(file: &str, id: &str, field: &str, value: &Value, texts: &mut Vec<Text>) {
    match value {
        Value::String(text) => texts.push(Text {
            file: file.to_owned(),
            id: id.to_owned(),
            field: field.to_owned(),
            words: text.clone(),
        }),
        Value::Array(entries) => {
            for entry in entries {
                collect(file, id, field, entry, texts);
            }
        }
        Value::Object(fields) => {
            let own = name(value);
            let id = if own.is_empty() { id } else { &own };
            for (field, value) in fields {
                // Where these hold objects they are lists of entries, not ids.
                let plain = !value.get(0).is_some_and(Value::is_object);
                if !(plain && NOT_TEXT.contains(&field.as_str())) || file.starts_with("en/ui/") {
                    collect(file, id, field, value, texts);
                }
            }
        }
        _ => {}
    }
}
