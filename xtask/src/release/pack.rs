//! The catalogue's pack: all content that the first screen does not need, as one file a language.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use serde_json::{Map, Value};

use super::manifest;

/// Keys of the pack, and the files of a language's folder that they hold.
const WORDS: &[(&str, &str)] = &[
    ("cards", "cards.json"),
    ("response_resolution", "response-resolution.json"),
    ("negotiation", "negotiation.json"),
    ("readiness", "readiness.json"),
    ("faq", "faq.json"),
    ("sample", "sample.json"),
    ("baseline", "baseline.json"),
    ("glossary", "glossary.json"),
    ("verdicts", "verdicts.json"),
    ("schedules", "schedules.json"),
    ("method", "method.json"),
    ("presets", "presets.json"),
];

/// One language's pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The hash of the content, 64 hexadecimal characters: another content, another version.
    pub version: String,
    /// The pack as minified JSON. Its `version` is the first 16 characters of the hash.
    pub json: String,
}

/// Reads the content of a language. A file that does not exist yet leaves its key out. Every language has the version of the
/// English one: who reads another language is asked the same questions.
///
/// # Errors
/// A file is not JSON; the error names the file, the line and the column.
pub fn read(content: &Path, language: &str) -> Result<Pack> {
    let mut pack = merged(content, language)?;
    let version = version_of(&merged(content, "en")?);
    let shown: String = version.chars().take(16).collect();
    pack.insert("version".to_owned(), Value::String(shown));
    pack.insert("language".to_owned(), Value::from(language));
    Ok(Pack {
        version,
        json: manifest::text(Value::Object(pack)),
    })
}

fn merged(content: &Path, language: &str) -> Result<Map<String, Value>> {
    let words = content.join(language);
    let mut pack = Map::new();
    put(&mut pack, "structure", folder(&content.join("catalogue"))?);
    put(&mut pack, "words", folder(&words.join("protections"))?);
    put(&mut pack, "sources", file(&content.join("sources.json"))?);
    for (key, name) in WORDS {
        put(&mut pack, key, file(&words.join(name))?);
    }
    Ok(pack)
}

fn version_of(pack: &Map<String, Value>) -> String {
    manifest::sha256(manifest::text(Value::Object(pack.clone())).as_bytes())
}

fn put(pack: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        pack.insert(key.to_owned(), value);
    }
}

/// All JSON files of a folder as a list, in the order of their names.
fn folder(path: &Path) -> Result<Option<Value>> {
    if !path.is_dir() {
        return Ok(None);
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    let values: Result<Vec<_>> = files
        .iter()
        .filter_map(|path| file(path).transpose())
        .collect();
    Ok(Some(Value::Array(values?)))
}

fn file(path: &Path) -> Result<Option<Value>> {
    if !path.exists() {
        return Ok(None);
    }
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    match serde_json::from_str(&text) {
        Ok(value) => Ok(Some(value)),
        Err(error) => Err(anyhow!(
            "{}:{}:{}: this is not JSON: {error}",
            path.display(),
            error.line(),
            error.column()
        )),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Pack, read};
    use std::fs;
    use std::path::PathBuf;

    fn content(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("sla-gap-pack-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (file, text) in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn value(pack: &Pack) -> serde_json::Value {
        serde_json::from_str(&pack.json).unwrap()
    }

    #[test]
    fn merges_the_files_that_are_there() {
        let folder = content(
            "merge",
            &[
                ("catalogue/B.json", "{ \"group\": \"B\" }"),
                ("catalogue/A.json", "{ \"group\": \"A\" }"),
                ("catalogue/note.txt", "not content"),
                ("en/response-resolution.json", "{ \"title\": \"t\" }"),
            ],
        );
        let pack = value(&read(&folder, "en").unwrap());
        assert_eq!(
            pack["structure"],
            serde_json::json!([{ "group": "A" }, { "group": "B" }])
        );
        assert_eq!(pack["response_resolution"]["title"], "t");
        assert!(pack.get("faq").is_none());
        assert_eq!(pack["version"].as_str().unwrap().len(), 16);
    }

    #[test]
    fn the_version_follows_the_content_and_not_its_layout() {
        let one = read(
            &content("one", &[("en/faq.json", "{\"a\":1,\"b\":2}")]),
            "en",
        )
        .unwrap();
        let same = read(
            &content("same", &[("en/faq.json", "{ \"b\" : 2, \"a\" : 1 }\n")]),
            "en",
        )
        .unwrap();
        let other = read(
            &content("other", &[("en/faq.json", "{\"a\":1,\"b\":3}")]),
            "en",
        )
        .unwrap();
        assert_eq!(one, same);
        assert_ne!(one.version, other.version);
    }

    #[test]
    fn a_broken_file_is_named_with_line_and_column() {
        let folder = content("broken", &[("en/faq.json", "{\n  \"questions\": [,]\n}")]);
        let error = read(&folder, "en").unwrap_err().to_string();
        assert!(error.contains("faq.json:2:17:"), "{error}");
    }
}
