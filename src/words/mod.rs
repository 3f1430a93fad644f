//! Every text that the app shows, by name. The words stand in `content/`, a folder a language.

mod language;

use crate::format::Formats;
use language::Language;

pub use language::Code;

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// The name of one text. It carries the English text along, so that a program holds only the texts that it names: the
/// entrance needs few of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(&'static Entry);

/// What stands behind a name.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    index: u16,
    english: &'static str,
}

impl Text {
    /// A key for lists: unique for each text.
    pub const fn key(self) -> u16 {
        self.0.index
    }
}

/// The words of one question of the quick check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuickText {
    /// The protection's id.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// The question.
    pub question: &'static str,
    /// Where to look.
    pub where_to_look: &'static str,
    /// What a standard contract says.
    pub standard: &'static str,
    /// What a strong one says.
    pub strong: &'static str,
}

/// The words of one verdict of the quick check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandText {
    /// Its id.
    pub id: &'static str,
    /// The verdict.
    pub title: &'static str,
    /// What it means.
    pub text: &'static str,
    /// What to do next.
    pub next: &'static str,
}

/// All texts of one language; copied freely.
#[derive(Clone, Copy)]
pub struct Words(&'static Language);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::english()
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.language().code())
    }
}

impl Words {
    /// American English, which is part of the program.
    pub fn english() -> Self {
        Self(&language::ENGLISH)
    }

    /// The language.
    pub fn language(self) -> Code {
        self.0.code
    }

    /// How the browser writes numbers and dates, where it was asked.
    pub(crate) fn formats(self) -> Option<&'static Formats> {
        self.0.formats.as_ref()
    }

    /// The text of that name; in English where the language lacks it.
    pub fn get(self, text: Text) -> &'static str {
        let own = self.0.texts.get(usize::from(text.0.index));
        own.map_or(text.0.english, String::as_str)
    }

    /// The questions of the quick check, in order.
    pub fn quick(self) -> &'static [QuickText] {
        if self.0.quick.is_empty() {
            &QUICK
        } else {
            &self.0.quick
        }
    }

    /// The verdicts of the quick check.
    pub fn bands(self) -> &'static [BandText] {
        if self.0.bands.is_empty() {
            BANDS
        } else {
            &self.0.bands
        }
    }

    /// The text with its `{name}` places filled. A place without a value stays as it is, so that it is noticed.
    pub fn fill(self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.get(text), values)
    }

    /// The text that the engine asks for by name: kebab-case there, snake case here.
    pub fn by_name(self, name: &str) -> Option<&'static str> {
        let name = name.replace(['-', '.'], "_");
        BY_NAME
            .iter()
            .find(|(of, _)| *of == name)
            .map(|(_, text)| self.get(*text))
    }

    /// The text for a count: `one` for exactly one, else `many`; `{n}` is the count.
    pub fn count(self, n: u64, one: Text, many: Text) -> String {
        self.fill(
            if n == 1 { one } else { many },
            &[("n", &crate::format::whole(self, n))],
        )
    }
}

/// `pattern` with its `{name}` places filled.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        out.push_str(before);
        let Some(close) = after.find('}') else {
            rest = after;
            break;
        };
        let name = &after[1..close];
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => out.push_str(&after[..=close]),
        }
        rest = &after[close + 1..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_places_and_leaves_unknown_ones_visible() {
        assert_eq!(
            fill("{a} of {b}, {c}", &[("a", "2"), ("b", "4")]),
            "2 of 4, {c}"
        );
        assert_eq!(fill("no places", &[]), "no places");
        assert_eq!(fill("broken {a", &[("a", "1")]), "broken {a");
        // A value is text, never a pattern.
        assert_eq!(fill("{a}", &[("a", "{b}"), ("b", "x")]), "{b}");
    }
}
