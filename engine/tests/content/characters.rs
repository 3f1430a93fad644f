//! Plain characters: nothing invisible, nothing that turns text around, no markup, no curly quotes.

use serde_json::Value;

use crate::files::{Content, Failures};

pub fn check(content: &Content, failures: &mut Failures) {
    for text in content.texts() {
        if let Some(problem) = problem(&text.words) {
            text.fail(failures, &problem);
        }
        if text.field == "clause" && text.words.contains('\u{2014}') {
            text.fail(failures, "an em dash in a clause");
        }
    }
    for file in ["sources.json"] {
        for (id, entry) in content.entries(file, "sources") {
            for value in entry
                .as_object()
                .into_iter()
                .flat_map(|fields| fields.values())
            {
                if let Some(problem) = value.as_str().and_then(problem_of_characters) {
                    failures.add(file, &id, &problem);
                }
            }
        }
    }
    for (file, id, entry) in content.structures() {
        if ascii_only(entry) {
            continue;
        }
        failures.add(&file, &id, "the structure holds more than plain ASCII");
    }
}

fn ascii_only(value: &Value) -> bool {
    value.to_string().is_ascii()
}

fn problem(text: &str) -> Option<String> {
    let trimmed = text.trim() != text || text.contains("  ");
    let spaces = trimmed.then(|| "spaces at an end or two in a row".to_owned());
    problem_of_characters(text)
        .or_else(|| markup(text))
        .or(spaces)
}

fn problem_of_characters(text: &str) -> Option<String> {
    let found = text.chars().find(|c| match c {
        // Soft hyphen, zero width and direction marks, byte-order mark, curly quotes, no-break spaces, what could not be read.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{2018}'..='\u{201f}'
        | '\u{a0}'
        | '\u{202f}'
        | '\u{fffd}' => true,
        c => c.is_control(),
    })?;
    Some(format!("the character U+{:04X}", u32::from(found)))
}

fn markup(text: &str) -> Option<String> {
    let tag = text.match_indices('<').any(|(at, _)| {
        let next = text[at + 1..].chars().next();
        next.is_some_and(|c| c.is_ascii_alphabetic() || c == '/' || c == '!')
    });
    let entity = text.match_indices('&').any(|(at, _)| {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        end.is_some_and(|end| end > 0 && rest[end..].starts_with(';'))
    });
    let mark = ["**", "__", "`", "](", "~~"]
        .iter()
        .find(|mark| text.contains(**mark));
    let start = ["# ", "- ", "* ", "> "]
        .iter()
        .find(|start| text.starts_with(**start));
    match (tag || entity, mark.or(start)) {
        (true, _) => Some("HTML".to_owned()),
        (false, Some(mark)) => Some(format!("Markdown: {mark}")),
        (false, None) => None,
    }
}

#[test]
fn what_is_invisible_or_markup_is_found() {
    for text in [
        "a\u{202e}b",
        "a\nb",
        "a\u{200b}b",
        "\u{201c}a\u{201d}",
        "<b>",
        "a</b>",
        "a &amp; b",
        "**a**",
        "[a](b)",
        "`a`",
        "# a",
        "a  b",
        " a",
    ] {
        assert!(problem(text).is_some(), "{text:?}");
    }
    for text in [
        "a < b",
        "[4] hours",
        "24/7",
        "5 * 3",
        "M\u{e9}xico",
        "Schedule \"A\"",
    ] {
        assert_eq!(problem(text), None, "{text:?}");
    }
}
