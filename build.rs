//! Turns the words of `content/en/ui/` into constants: a label that does not exist does not compile.
//! The quick check's four questions come along, so that the first screen waits for no second file.

use std::fmt::Write as _;
use std::{env, error::Error, fs, path::Path};

#[path = "xtask/src/release/texts.rs"]
mod texts;

/// Files whose texts the engine asks for by name: why an answer is derived, how a figure comes about.
const BY_NAME: [&str; 2] = ["derived", "figures"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=xtask/src/release/texts.rs");
    println!("cargo:rerun-if-changed=content/en/ui");
    println!("cargo:rerun-if-changed=content/en/protections");
    println!("cargo:rerun-if-changed=content/en/verdicts.json");
    let language = Path::new("content/en");
    let mut code = constants(&texts::interface(language)?)?;
    code.push_str("/// The questions of the quick check in English, in order.\nstatic QUICK: [QuickText; 4] = [\n");
    for [id, title, question, where_to_look, standard, strong] in texts::quick_check(language)? {
        writeln!(
            code,
            "    QuickText {{ id: {id:?}, title: {title:?}, question: {question:?}, where_to_look: {where_to_look:?}, standard: {standard:?}, strong: {strong:?} }},"
        )?;
    }
    code.push_str(
        "];\n/// The verdicts of the quick check in English.\nstatic BANDS: &[BandText] = &[\n",
    );
    for [id, title, text, next] in texts::verdicts(language)? {
        writeln!(
            code,
            "    BandText {{ id: {id:?}, title: {title:?}, text: {text:?}, next: {next:?} }},"
        )?;
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("text.rs"), code)?;
    Ok(())
}

/// One module a file, one constant a text.
fn constants(all: &[texts::Named]) -> Result<String, Box<dyn Error>> {
    let mut constants = String::new();
    let mut by_name = String::new();
    let mut file = "";
    for (index, text) in all.iter().enumerate() {
        let module = text.file.replace('-', "_");
        if text.file != file {
            constants.push_str(if file.is_empty() { "" } else { "}\n" });
            file = &text.file;
            writeln!(
                constants,
                "/// The words of `content/en/ui/{file}.json`.\npub mod {module} {{\n    use crate::words::{{Entry, Text}};"
            )?;
        }
        let shown = text.text.replace('\n', " ");
        writeln!(
            constants,
            "    /// {}\n    pub const {}: Text = Text(&Entry {{ index: {index}, english: {:?} }});",
            shown.replace('[', "(").replace(']', ")"),
            text.key.to_uppercase(),
            text.text
        )?;
        if BY_NAME.contains(&file) {
            let constant = format!("text::{module}::{}", text.key.to_uppercase());
            writeln!(by_name, "    ({:?}, {constant}),", text.key.to_lowercase())?;
        }
    }
    constants.push_str("}\n");
    Ok(format!(
        "/// The name of every text, one module a file of `content/en/ui/`.\n\
         #[allow(clippy::doc_markdown, reason = \"the words are for people\")]\npub mod text {{\n{constants}}}\n\
         /// As many texts there are.\nconst TEXTS: usize = {};\n\
         /// Texts that the engine names at run time, by that name.\npub(crate) static BY_NAME: &[(&str, Text)] = &[\n{by_name}];\n",
        all.len()
    ))
}
