//! `release.json`: every file of the release, with its size and hash. A page may ask for nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use sha2::{Digest, Sha256};

/// The file's name in the release.
pub const NAME: &str = "release.json";

/// One file of the release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its length in bytes.
    pub size: usize,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

impl Entry {
    /// The entry of a file with these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            size: bytes.len(),
            sha256: sha256(bytes),
        }
    }
}

/// The files under `folder` by path, but those in `left_out`. Paths have slashes on every machine.
///
/// # Errors
/// A file or folder cannot be read.
pub fn list(folder: &Path, left_out: &[&str]) -> Result<BTreeMap<String, Entry>> {
    let mut files = BTreeMap::new();
    walk(folder, "", &mut |name, path| {
        if !left_out.contains(&name) {
            let bytes =
                fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(name.to_owned(), Entry::of(&bytes));
        }
        Ok(())
    })?;
    Ok(files)
}

fn walk(
    folder: &Path,
    prefix: &str,
    visit: &mut dyn FnMut(&str, &Path) -> Result<()>,
) -> Result<()> {
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        // Trunk's lock file and the like are no part of the release.
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            walk(&path, &format!("{name}/"), visit)?;
        } else {
            visit(&name, &path)?;
        }
    }
    Ok(())
}

/// The text of `release.json`.
#[must_use]
pub fn json(version: &str, files: &BTreeMap<String, Entry>) -> String {
    let files: serde_json::Map<_, _> = files
        .iter()
        .map(|(name, entry)| {
            (
                name.clone(),
                json!({ "size": entry.size, "sha256": entry.sha256 }),
            )
        })
        .collect();
    text(json!({ "version": version, "files": files }))
}

/// JSON with its keys in order, whatever order this program was compiled to keep them in.
pub(super) fn text(mut value: serde_json::Value) -> String {
    value.sort_all_objects();
    value.to_string()
}

/// One hash over all names and contents.
#[must_use]
pub fn hash_of(files: &BTreeMap<String, Entry>) -> String {
    let text: String = files
        .iter()
        .flat_map(|(name, entry)| [name, "\n", &entry.sha256, "\n"])
        .collect();
    sha256(text.as_bytes())
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    Sha256::digest(bytes)
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// The first eight characters of a hash: enough for a file's name.
#[must_use]
pub fn short(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Entry, hash_of, json, sha256};
    use std::collections::BTreeMap;

    #[test]
    fn hashes_as_the_standard_says() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn the_hash_over_all_files_depends_on_names_and_contents() {
        let entry = |text: &str| Entry {
            size: text.len(),
            sha256: sha256(text.as_bytes()),
        };
        let one = BTreeMap::from([("a".to_owned(), entry("x"))]);
        let renamed = BTreeMap::from([("b".to_owned(), entry("x"))]);
        let changed = BTreeMap::from([("a".to_owned(), entry("y"))]);
        assert_ne!(hash_of(&one), hash_of(&renamed));
        assert_ne!(hash_of(&one), hash_of(&changed));
        let value: serde_json::Value = serde_json::from_str(&json("1+2", &one)).unwrap();
        assert_eq!(value["files"]["a"]["size"], 1);
        assert_eq!(value["version"], "1+2");
    }
}
