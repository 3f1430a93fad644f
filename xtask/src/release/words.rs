//! A language's words as a file that the program fetches: the interface's texts in the order of their names, and the quick
//! check. English is part of the program and needs none.

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use serde_json::json;

use super::{manifest, texts};

/// The languages beside English, by their folders in `content/`.
pub const OTHERS: [&str; 1] = ["es"];

/// The words of `language`, as minified JSON.
///
/// # Errors
/// A text is missing, is not in English, or has another place than in English.
pub fn read(content: &Path, language: &str) -> Result<String> {
    let plain = |problem: Box<dyn std::error::Error>| anyhow!("{problem}");
    let (english, folder) = (content.join("en"), content.join(language));
    let own = texts::interface(&folder).map_err(plain)?;
    let names = |of: &[texts::Named]| -> Vec<String> {
        of.iter()
            .map(|text| format!("{}.{}", text.file, text.key))
            .collect()
    };
    let (wanted, found) = (
        names(&texts::interface(&english).map_err(plain)?),
        names(&own),
    );
    if let Some(name) = wanted.iter().find(|name| !found.contains(name)) {
        ensure!(found == wanted, "content/{language}/ui lacks {name}");
    }
    if let Some(name) = found.iter().find(|name| !wanted.contains(name)) {
        ensure!(
            found == wanted,
            "content/{language}/ui has {name}, which English has not"
        );
    }
    let texts: Vec<_> = own.into_iter().map(|text| text.text).collect();
    Ok(manifest::text(json!({
        "texts": texts,
        "quick": self::texts::quick_check(&folder).map_err(plain)?,
        "bands": self::texts::verdicts(&folder).map_err(plain)?,
    })))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{OTHERS, read};
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_language_has_the_texts_of_english() {
        for language in OTHERS {
            let pack = read(&crate::paths::root().join("content"), language).unwrap();
            assert!(pack.starts_with("{\"bands\":[["), "{language}");
        }
    }

    fn content(name: &str, own: &str) -> std::path::PathBuf {
        let folder =
            std::env::temp_dir().join(format!("sla-gap-words-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let put = |path: &Path, text: &str| {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        put(
            &folder.join("en/ui/a.json"),
            "{\"x\":\"X\",\"y\":{\"z\":\"Z\"}}",
        );
        put(&folder.join("es/ui/a.json"), own);
        folder
    }

    #[test]
    fn a_missing_and_a_foreign_text_are_named() {
        let problem = |name, own| read(&content(name, own), "es").unwrap_err().to_string();
        assert!(problem("less", "{\"x\":\"X\"}").contains("lacks a.y_z"));
        let more = "{\"x\":\"X\",\"y\":{\"z\":\"Z\"},\"w\":\"W\"}";
        assert!(problem("more", more).contains("has a.w"));
    }
}
