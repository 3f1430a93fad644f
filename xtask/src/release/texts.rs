//! The interface's texts in the order of their names: the order in which the program counts them. The build of the app
//! and that of a language's pack read them through here, so that they cannot count differently.

use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The four protections of the quick check, in the order in which they are asked.
pub const QUICK: [&str; 4] = ["ML-06", "ML-05", "ML-02", "SC-01"];

/// One text of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The file that holds it, without its ending.
    pub file: String,
    /// Its key; what is nested has one key: `empty_title`.
    pub key: String,
    /// The text.
    pub text: String,
}

/// All texts of a language's `ui` folder.
///
/// # Errors
/// A file cannot be read, is not JSON, or holds something that is no text.
pub fn interface(language: &Path) -> Result<Vec<Named>, Box<dyn Error>> {
    let folder = language.join("ui");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .map_err(|problem| format!("{}: {problem}", folder.display()))?
        .collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut all = Vec::new();
    for file in files {
        let path = file.path();
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .ok_or_else(|| format!("{}: the name is not plain text", path.display()))?;
        flatten(name, "", &read(&path)?, &mut all)
            .map_err(|problem| format!("{}: {problem}", path.display()))?;
    }
    Ok(all)
}

/// The texts of the quick check's questions: id, title, question, where to look, what a standard contract says, what a
/// strong one says.
///
/// # Errors
/// A question or one of its texts is missing.
pub fn quick_check(language: &Path) -> Result<Vec<[String; 6]>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for id in QUICK {
        let group = id.get(..2).unwrap_or_default();
        let path = language.join("protections").join(format!("{group}.json"));
        let group = read(&path)?;
        let words = group["protections"]
            .as_array()
            .and_then(|list| list.iter().find(|item| item["id"] == id))
            .ok_or_else(|| format!("{}: {id} is missing", path.display()))?;
        rows.push(fields(
            words,
            &path,
            ["id", "title", "question", "where", "standard", "strong"],
        )?);
    }
    Ok(rows)
}

/// The texts of the quick check's verdicts: id, title, text, what next.
///
/// # Errors
/// One of them is missing.
pub fn verdicts(language: &Path) -> Result<Vec<[String; 4]>, Box<dyn Error>> {
    let path = language.join("verdicts.json");
    let verdicts = read(&path)?;
    let bands = verdicts["bands"]
        .as_array()
        .ok_or_else(|| format!("{}: `bands` is missing", path.display()))?;
    let band = |band| fields(band, &path, ["id", "title", "text", "next"]);
    bands.iter().map(band).collect()
}

fn fields<const N: usize>(
    of: &Value,
    path: &Path,
    names: [&str; N],
) -> Result<[String; N], Box<dyn Error>> {
    let mut found = [const { String::new() }; N];
    for (into, name) in found.iter_mut().zip(names) {
        let text = of[name].as_str();
        text.ok_or_else(|| format!("{}: `{name}` is missing", path.display()))?
            .clone_into(into);
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text =
        fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    Ok(serde_json::from_str(&text).map_err(|problem| format!("{}: {problem}", path.display()))?)
}

/// Nested objects become one name: `{"empty": {"title": …}}` is `empty_title`. Keys are sorted, whatever the file's order.
fn flatten(
    file: &str,
    prefix: &str,
    value: &Value,
    into: &mut Vec<Named>,
) -> Result<(), Box<dyn Error>> {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<_> = map.iter().collect();
            keys.sort_by_key(|(key, _)| key.as_str());
            for (key, inner) in keys {
                let name = if prefix.is_empty() {
                    key.clone()
                } else {
                    format!("{prefix}_{key}")
                };
                flatten(file, &name.replace('-', "_"), inner, into)?;
            }
            Ok(())
        }
        Value::String(text) => {
            into.push(Named {
                file: file.to_owned(),
                key: prefix.to_owned(),
                text: text.clone(),
            });
            Ok(())
        }
        _ => Err(format!("`{prefix}` must be a text or an object of texts").into()),
    }
}
