//! The places that a brand may word, and texts in several languages.

use super::node::Node;
use super::problem::Fault;
use serde_json::Value;
use std::collections::BTreeMap;

/// The languages that a text may be in.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// A text in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized(BTreeMap<&'static str, String>);

impl Localized {
    /// The text in that language; in English, or in any that there is, where it lacks it.
    pub fn in_language(&self, language: &str) -> &str {
        let found = self.0.get(language).or_else(|| self.0.get(LANGUAGES[0]));
        found
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// Every language that the text is in, with its words.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0
            .iter()
            .map(|(language, text)| (*language, text.as_str()))
    }

    /// A text in one language.
    pub fn one(language: &'static str, text: &str) -> Self {
        Self(BTreeMap::from([(language, text.to_owned())]))
    }

    pub(super) fn read(node: &Node, place: Place) -> Option<Self> {
        let most = place.0;
        // A text by itself is one for every language: English stands in where another is asked for.
        if let Value::String(_) = node.value {
            return Some(Self::one(LANGUAGES[0], &node.text(most)?));
        }
        node.object(&LANGUAGES)?;
        let mut texts = BTreeMap::new();
        for language in LANGUAGES {
            if let Some(node) = node.get(language) {
                texts.insert(language, node.text(most)?);
            }
        }
        if texts.is_empty() {
            return node.fault(Fault::Wanted(
                "a text, or one a language: {\"en\": …, \"es\": …}",
            ));
        }
        Some(Self(texts))
    }
}

/// How long a text of a place may be, in characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place(pub usize);

impl Place {
    pub(super) const NAME: Self = Self(60);
    pub(super) const ALTERNATIVE: Self = Self(120);
    pub(super) const TITLE: Self = Self(120);
    pub(super) const SENTENCES: Self = Self(600);
    pub(super) const CLAUSE: Self = Self(1200);
}

/// What a brand says in its own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// What stands under the title of the first screen.
    pub lead: Option<Localized>,
    /// The title over the way to reach the firm.
    pub contact_title: Option<Localized>,
    /// What is said there.
    pub contact_text: Option<Localized>,
    /// A line at the foot of every screen.
    pub footer: Option<Localized>,
}

/// The keys of the places.
pub const PLACES: [&str; 4] = ["lead", "contact_title", "contact_text", "footer"];

impl Texts {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object(&PLACES)?;
        let of = |key: &str, place| Localized::read(&node.get(key)?, place);
        Some(Self {
            lead: of("lead", Place(300)),
            contact_title: of("contact_title", Place(80)),
            contact_text: of("contact_text", Place(400)),
            footer: of("footer", Place(200)),
        })
    }
}
