//! Traps of Yew 0.23 that its fixes have not reached a release for, forbidden in the app's sources.
//!
//! A component that renders nothing can bring the whole app down, and `{ for ... }` or a bare optional block beside an
//! input takes the input's focus and text away. A line that is right all the same ends with `// trap: ` and the reason.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Crates that the engine must not reach.
const BROWSER: &[&str] = &[
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "yew",
    "gloo",
    "getrandom",
    "idb",
];

/// What is wrong in the sources under `folder`, a line each.
///
/// # Errors
/// A file cannot be read.
pub fn problems(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(problems(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            found.extend(
                in_text(&text)
                    .into_iter()
                    .map(|(line, what)| format!("{}:{line}: {what}", path.display())),
            );
        }
    }
    Ok(found)
}

/// The traps in one file, with their line numbers.
pub fn in_text(text: &str) -> Vec<(usize, &'static str)> {
    let numbered = text.lines().enumerate();
    numbered
        .filter_map(|(index, line)| trap(line).map(|what| (index + 1, what)))
        .collect()
}

fn trap(line: &str) -> Option<&'static str> {
    let code = line.trim();
    if code.starts_with("//") || code.contains("// trap: ") {
        return None;
    }
    let dense: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if code.contains("{ for ") || code.contains("{for ") {
        return Some(
            "`{ for ... }` takes focus from inputs: write `for x in xs { ... }` inside a wrapper element",
        );
    }
    if dense.contains("html!{}")
        || dense.contains("html!()")
        || dense.contains("Html::default()")
        || dense.contains("VNode::default()")
    {
        return Some(
            "rendering nothing can crash the app: render an element with `hidden`, or do not mount it",
        );
    }
    let block = dense.starts_with('{') && dense.ends_with('}');
    let optional =
        dense.contains(".map(|") || dense.contains(".then(|") || dense.contains(".and_then(|");
    let settled = ["collect", ".unwrap_or", ".map_or", ".to_string()"]
        .iter()
        .any(|word| dense.contains(word));
    if block && optional && !settled {
        return Some(
            "a bare optional block takes focus from inputs: write `if let Some(x) = ... { ... }`",
        );
    }
    None
}

/// The crates of the browser in a `cargo tree` without prefixes.
pub fn browser_crates(tree: &str) -> Vec<String> {
    let mut found: Vec<String> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| {
            BROWSER
                .iter()
                .any(|bad| name == bad || name.starts_with(&format!("{bad}-")))
        })
        .map(|name| format!("the engine depends on {name}"))
        .collect();
    found.dedup();
    found
}
