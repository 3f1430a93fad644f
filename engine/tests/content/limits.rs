//! No text longer than the page has room for.

use crate::files::{Content, Failures};

/// The most characters of each field of a protection.
const MOST: [(&str, usize); 14] = [
    ("title", 60),
    ("question", 170),
    ("where", 160),
    ("standard", 180),
    ("strong", 240),
    ("partly", 240),
    ("exposure", 280),
    ("why", 220),
    ("benchmarks", 200),
    ("ask", 240),
    ("clause", 800),
    ("weight_reason", 160),
    ("customer", 240),
    ("provider", 240),
];

pub fn check(content: &Content, failures: &mut Failures) {
    for text in content
        .texts()
        .iter()
        .filter(|text| text.file.starts_with("en/protections/"))
    {
        let length = text.words.chars().count();
        if let Some((_, most)) = MOST
            .iter()
            .find(|(field, most)| *field == text.field && length > *most)
        {
            text.fail(failures, &format!("{length} characters, at most {most}"));
        }
    }
}
