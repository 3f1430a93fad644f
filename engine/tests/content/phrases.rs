//! How texts begin and end, and what they must not say.

use std::collections::BTreeSet;

use crate::files::{Content, Failures, Text};

/// Words of our own workshop.
const WORKSHOP: [&str; 6] = ["seed", "seeds", "corpus", "corpora", "vector", "vectors"];

/// Firms that are known by a shorter name than the one they publish under.
const KNOWN_AS: [&str; 8] = [
    "Amazon",
    "AWS",
    "Ekim",
    "Google",
    "Lumen",
    "Microsoft",
    "CompTIA",
    "Summit",
];

pub fn check(content: &Content, failures: &mut Failures) {
    let firms = firms(content);
    for text in content.texts() {
        forbidden(&text, &firms, failures);
        if text.file.starts_with("en/protections/") {
            form(&text, failures);
        }
        placeholders(&text, failures);
    }
}

/// Publishers of trade pages and of published terms.
fn firms(content: &Content) -> BTreeSet<String> {
    let mut firms: BTreeSet<String> = KNOWN_AS.iter().map(|name| (*name).to_owned()).collect();
    for (_, source) in content.entries("sources.json", "sources") {
        if source["kind"] == "practice" || source["kind"] == "published terms" {
            let publisher = source["publisher"].as_str().unwrap_or_default();
            let names = publisher
                .split([',', '(', ')'])
                .flat_map(|name| name.split(" and "));
            firms.extend(
                names
                    .map(|name| name.trim().to_owned())
                    .filter(|name| name.len() > 2),
            );
        }
    }
    firms
}

fn forbidden(text: &Text, firms: &BTreeSet<String>, failures: &mut Failures) {
    let words: Vec<&str> = text.words.split(|c: char| !c.is_alphanumeric()).collect();
    for word in &words {
        if WORKSHOP.contains(&word.to_lowercase().as_str()) {
            text.fail(failures, &format!("`{word}` is a word of our workshop"));
        }
        if let [letter, b'0'..=b'9', b'0'..=b'9'] = word.as_bytes()
            && letter.is_ascii_uppercase()
        {
            text.fail(
                failures,
                &format!("`{word}` looks like a number of our workshop"),
            );
        }
    }
    for firm in firms.iter().filter(|firm| names(&text.words, firm)) {
        text.fail(failures, &format!("names the firm {firm}"));
    }
}

/// Whether a text holds a name as whole words, capitals as given.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn form(text: &Text, failures: &mut Failures) {
    let words = text.words.as_str();
    let whole = words.ends_with(['.', '?', '"', ')']);
    let problem = match text.field.as_str() {
        "question" if !words.ends_with('?') => "should end in a question mark",
        "question" if words.matches('?').count() > 1 => "should be one question",
        "title" if words.ends_with('.') => "a title has no period",
        "partly" if !words.starts_with("Partly, if ") => "should begin with `Partly, if`",
        "ask" if !words.starts_with("Ask for ") && !words.starts_with("Ask that ") => {
            "should begin with `Ask for` or `Ask that`"
        }
        "clause" if !words.contains(" shall ") => "says nobody shall do anything",
        "clause"
            if !words
                .trim_start_matches('"')
                .starts_with(char::is_uppercase)
                || !words.ends_with('.') =>
        {
            "should be whole sentences"
        }
        "clause" if sentences(words) > 4 => "should be four sentences at most",
        "standard" | "strong" | "exposure" | "why" | "benchmarks" | "weight_reason" | "where"
        | "customer" | "provider"
            if !whole =>
        {
            "should end as a sentence"
        }
        _ => return,
    };
    text.fail(failures, problem);
}

/// Sentences: a period, perhaps a closing quote, a space and a capital begin the next one.
fn sentences(text: &str) -> usize {
    let ends = text.match_indices(". ").chain(text.match_indices(".\" "));
    let next = |(at, end): &(usize, &str)| {
        text[at + end.len()..].starts_with(|c: char| c.is_uppercase() || c == '"')
    };
    1 + ends.filter(next).count()
}

/// `{n}` in two fields, the ends of the range in one, anything in the labels, nothing elsewhere.
fn placeholders(text: &Text, failures: &mut Failures) {
    if text.file.starts_with("en/ui/") {
        return;
    }
    let allowed: &[&str] = match (text.file.as_str(), text.field.as_str()) {
        ("en/verdicts.json", "range") => &["{low}", "{high}"],
        (file, "exposure" | "why") if file.starts_with("en/protections/") => &["{n}"],
        _ => &[],
    };
    let mut rest = text.words.clone();
    for placeholder in allowed {
        rest = rest.replace(placeholder, "");
    }
    if rest.contains(['{', '}']) {
        text.fail(failures, "a placeholder that nobody fills");
    }
    if text.words.contains("{n}th") || text.words.contains("{n}-th") {
        text.fail(failures, "{n} is a count, not a rank");
    }
}

#[test]
fn names_are_whole_words_with_their_capitals() {
    assert!(names("as Thread says", "Thread"));
    assert!(!names("a thread of e-mails", "Thread"));
    assert!(!names("Slawson", "Slaw"));
}

#[test]
fn sentences_are_counted_by_their_starts() {
    assert_eq!(
        sentences("One of 99.9% a month. Two e.g. this. \"Three\" is one."),
        3
    );
    assert_eq!(sentences("\"Response\" means \"work.\" Then it ends."), 2);
}
