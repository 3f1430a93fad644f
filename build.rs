//! Turns the words of `content/en/ui/` into constants: a label that does not exist does not compile.
//! The quick check's four questions come along, so that the first screen waits for no second file.

use serde_json::Value;
use std::fmt::Write as _;
use std::{env, error::Error, fs, path::Path};

/// The four protections of the quick check, in the order in which they are asked.
const QUICK: [&str; 4] = ["ML-06", "ML-05", "ML-02", "SC-01"];

/// Files whose texts the engine asks for by name: why an answer is derived, how a figure comes about.
const BY_NAME: [&str; 2] = ["derived", "figures"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=content/en/ui");
    println!("cargo:rerun-if-changed=content/en/protections");
    println!("cargo:rerun-if-changed=content/en/verdicts.json");
    let content = Path::new("content/en");
    let mut files: Vec<_> = fs::read_dir(content.join("ui"))?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut constants = String::new();
    let mut by_name = String::new();
    let mut next = 0u32;
    for file in files {
        let path = file.path();
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .ok_or("a file name in content/en/ui is not plain text")?;
        let mut pairs = Vec::new();
        flatten("", &read(&path)?, &mut pairs)
            .map_err(|problem| format!("{}: {problem}", path.display()))?;
        writeln!(
            constants,
            "/// The words of `content/en/ui/{name}.json`.\npub mod {} {{\n    use crate::words::{{Entry, Text}};",
            name.replace('-', "_")
        )?;
        for (key, text) in pairs {
            writeln!(
                constants,
                "    /// {}\n    pub const {}: Text = Text(&Entry {{ index: {next}, english: {text:?} }});",
                text.replace('\n', " ").replace('[', "(").replace(']', ")"),
                key.to_uppercase()
            )?;
            if BY_NAME.contains(&name) {
                let constant = format!("text::{}::{}", name.replace('-', "_"), key.to_uppercase());
                writeln!(by_name, "    ({:?}, {constant}),", key.to_lowercase())?;
            }
            next += 1;
        }
        constants.push_str("}\n");
    }
    let names = format!(
        "/// Texts that the engine names at run time, by that name.\npub(crate) static BY_NAME: &[(&str, Text)] = &[\n{by_name}];"
    );
    let mut code = format!(
        "/// The name of every text, one module a file of `content/en/ui/`.\n#[allow(clippy::doc_markdown, reason = \"the words are for people\")]\npub mod text {{\n{constants}}}\n{names}\n"
    );
    code.push_str(&quick_check(content)?);
    code.push_str(&verdicts(content)?);
    fs::write(Path::new(&env::var("OUT_DIR")?).join("text.rs"), code)?;
    Ok(())
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text =
        fs::read_to_string(path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    Ok(serde_json::from_str(&text).map_err(|problem| format!("{}: {problem}", path.display()))?)
}

/// Nested objects become one name: `{"empty": {"title": …}}` is `EMPTY_TITLE`.
fn flatten(
    prefix: &str,
    value: &Value,
    into: &mut Vec<(String, String)>,
) -> Result<(), Box<dyn Error>> {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let name = if prefix.is_empty() {
                    key.clone()
                } else {
                    format!("{prefix}_{key}")
                };
                flatten(&name.replace('-', "_"), inner, into)?;
            }
            Ok(())
        }
        Value::String(text) => {
            into.push((prefix.to_owned(), text.clone()));
            Ok(())
        }
        _ => Err(format!("`{prefix}` must be a text or an object of texts").into()),
    }
}

fn quick_check(content: &Path) -> Result<String, Box<dyn Error>> {
    let mut rows = String::new();
    for id in QUICK {
        let group = read(
            &content
                .join("protections")
                .join(format!("{}.json", &id[..2])),
        )?;
        let words = group["protections"]
            .as_array()
            .and_then(|list| list.iter().find(|item| item["id"] == id))
            .ok_or_else(|| format!("content/en/protections: {id} is missing"))?;
        let field = |name: &str| {
            words[name]
                .as_str()
                .ok_or_else(|| format!("{id}: `{name}` is missing"))
        };
        writeln!(
            rows,
            "    QuickText {{ id: {id:?}, title: {:?}, question: {:?}, where_to_look: {:?}, standard: {:?}, strong: {:?} }},",
            field("title")?,
            field("question")?,
            field("where")?,
            field("standard")?,
            field("strong")?,
        )?;
    }
    Ok(format!(
        "/// The words of one question of the quick check.\npub struct QuickText {{\n    /// The protection's id.\n    pub id: &'static str,\n    /// \
         Its name.\n    pub title: &'static str,\n    /// The question.\n    pub question: &'static str,\n    /// Where to look.\n    pub \
         where_to_look: &'static str,\n    /// What a standard contract says.\n    pub standard: &'static str,\n    /// What a strong one says.\n    pub \
         strong: &'static str,\n}}\n/// The four questions of the quick check, in order.\npub static QUICK: [QuickText; 4] = [\n{rows}];\n"
    ))
}

fn verdicts(content: &Path) -> Result<String, Box<dyn Error>> {
    let verdicts = read(&content.join("verdicts.json"))?;
    let bands = verdicts["bands"]
        .as_array()
        .ok_or("content/en/verdicts.json: `bands` is missing")?;
    let mut rows = String::new();
    for band in bands {
        let field = |name: &str| {
            band[name]
                .as_str()
                .ok_or_else(|| format!("content/en/verdicts.json: a band has no `{name}`"))
        };
        writeln!(
            rows,
            "    BandText {{ id: {:?}, title: {:?}, text: {:?}, next: {:?} }},",
            field("id")?,
            field("title")?,
            field("text")?,
            field("next")?,
        )?;
    }
    Ok(format!(
        "/// The words of one verdict of the quick check.\npub struct BandText {{\n    /// Its id.\n    pub id: &'static str,\n    /// The \
         verdict.\n    pub title: &'static str,\n    /// What it means.\n    pub text: &'static str,\n    /// What to do next.\n    pub next: \
         &'static str,\n}}\n/// The verdicts of the quick check.\npub static BANDS: &[BandText] = &[\n{rows}];\n"
    ))
}
