//! The catalogue as the release packs it, read from the content folder.

use engine::rubric::Catalogue;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

fn file(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn folder(path: &Path) -> Value {
    let mut files: Vec<_> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|path| file(path)).collect()
}

/// The real catalogue, under a version of its own so that a change of words changes no test.
pub fn catalogue() -> Catalogue {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let words = content.join("en");
    let mut pack = Map::new();
    pack.insert("version".into(), "test".into());
    pack.insert("structure".into(), folder(&content.join("catalogue")));
    pack.insert("words".into(), folder(&words.join("protections")));
    pack.insert("sources".into(), file(&content.join("sources.json")));
    for key in [
        "cards",
        "response_resolution",
        "negotiation",
        "readiness",
        "faq",
        "glossary",
        "verdicts",
        "schedules",
        "method",
        "presets",
    ] {
        let name = [&key.replace('_', "-"), ".json"].concat();
        pack.insert(key.into(), file(&words.join(name)));
    }
    Catalogue::parse(&Value::Object(pack).to_string()).unwrap()
}
