//! The parts that stand one below the other.

use super::{Spans, Table};

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of a section.
    Heading(Heading),
    /// Words.
    Paragraph(Paragraph),
    /// Items.
    List(List),
    /// Rows and columns.
    Table(Table),
    /// Names with their values.
    Facts(Vec<Fact>),
    /// Something that stands apart with a mark.
    Callout(Callout),
    /// Names, each with a blank to be filled in.
    Blanks(Vec<String>),
    /// Where the parties sign, side by side.
    Signatures(Vec<Signature>),
    /// What follows starts on a new page.
    PageBreak,
    /// A line across.
    Rule,
}

/// The title of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    level: u8,
    /// Its words.
    pub text: String,
    /// Whether it counts in the numbering of headings and clauses.
    pub numbered: bool,
}

impl Heading {
    /// A heading of level 1 to 4; other levels become the nearest of these.
    pub fn new(level: u8, text: impl Into<String>) -> Self {
        Self {
            level: level.clamp(1, 4),
            text: text.into(),
            numbered: false,
        }
    }

    /// The same heading with a number before it, such as `2.1`.
    #[must_use]
    pub fn numbered(mut self) -> Self {
        self.numbered = true;
        self
    }

    /// Its level, 1 to 4.
    pub fn level(&self) -> u8 {
        self.level.clamp(1, 4)
    }
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// The text itself.
    #[default]
    Body,
    /// The sentence that says it all.
    Lead,
    /// Notes and sources.
    Small,
    /// The words of another.
    Quote,
    /// A clause of a contract.
    Clause,
}

/// Words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The words.
    pub spans: Spans,
    /// What they are for.
    pub style: Style,
    /// Whether it has a number of its own, one level below the last numbered heading; for clauses.
    pub numbered: bool,
}

impl Paragraph {
    /// A paragraph of the body.
    pub fn new(spans: impl Into<Spans>) -> Self {
        Self::styled(Style::Body, spans)
    }

    /// A paragraph for a purpose.
    pub fn styled(style: Style, spans: impl Into<Spans>) -> Self {
        Self {
            spans: spans.into(),
            style,
            numbered: false,
        }
    }

    /// A clause with a number of its own.
    pub fn numbered_clause(spans: impl Into<Spans>) -> Self {
        Self {
            numbered: true,
            ..Self::styled(Style::Clause, spans)
        }
    }
}

/// Items one below the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Whether they are counted.
    pub ordered: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// One item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its words.
    pub spans: Spans,
    /// The list below it.
    pub nested: Option<List>,
}

impl List {
    /// A list with bullets.
    pub fn bullets<T: Into<Item>>(items: impl IntoIterator<Item = T>) -> Self {
        Self {
            ordered: false,
            items: items.into_iter().map(Into::into).collect(),
        }
    }

    /// A counted list.
    pub fn ordered<T: Into<Item>>(items: impl IntoIterator<Item = T>) -> Self {
        Self {
            ordered: true,
            ..Self::bullets(items)
        }
    }
}

impl Item {
    /// An item with a list below it.
    pub fn with(spans: impl Into<Spans>, nested: List) -> Self {
        Self {
            spans: spans.into(),
            nested: Some(nested),
        }
    }
}

impl<T: Into<Spans>> From<T> for Item {
    fn from(spans: T) -> Self {
        Self {
            spans: spans.into(),
            nested: None,
        }
    }
}

/// A name with its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub label: String,
    /// The value.
    pub value: Spans,
}

impl Fact {
    /// A name with its value.
    pub fn new(label: impl Into<String>, value: impl Into<Spans>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

/// What a color would say; it is never said by color alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// To be looked at.
    Attention,
    /// Not as it should be.
    Bad,
    /// Neither.
    #[default]
    Neutral,
}

/// A judgment in words, with the tone that a writer may color it by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    tone: Tone,
    text: String,
}

impl Mark {
    /// A judgment; without words it has no tone, as a color alone says nothing to many.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        let text = text.into();
        let tone = if text.trim().is_empty() {
            Tone::Neutral
        } else {
            tone
        };
        Self { tone, text }
    }

    /// Its tone.
    pub fn tone(&self) -> Tone {
        self.tone
    }

    /// Its words.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Something that stands apart, with a judgment before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Callout {
    /// The judgment.
    pub mark: Mark,
    /// The paragraphs; the mark stands before the first.
    pub paragraphs: Vec<Spans>,
}

impl Callout {
    /// A callout of one paragraph.
    pub fn new(tone: Tone, mark: impl Into<String>, spans: impl Into<Spans>) -> Self {
        Self {
            mark: Mark::new(tone, mark),
            paragraphs: vec![spans.into()],
        }
    }

    /// The same callout with one more paragraph.
    #[must_use]
    pub fn with(mut self, spans: impl Into<Spans>) -> Self {
        self.paragraphs.push(spans.into());
        self
    }
}

/// Where one party signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// The party.
    pub party: String,
    /// What is to be written, each below a line of its own: the signature, the name, the title, the date.
    pub labels: Vec<String>,
}

impl Signature {
    /// Where a party writes what the labels say.
    pub fn new<T: Into<String>>(
        party: impl Into<String>,
        labels: impl IntoIterator<Item = T>,
    ) -> Self {
        Self {
            party: party.into(),
            labels: labels.into_iter().map(Into::into).collect(),
        }
    }
}

macro_rules! block_from {
    ($($kind:ident),*) => {
        $(impl From<$kind> for Block {
            fn from(value: $kind) -> Self {
                Self::$kind(value)
            }
        })*
    };
}

block_from!(Heading, Paragraph, List, Table, Callout);

impl Block {
    /// Names with their values.
    pub fn facts(facts: impl IntoIterator<Item = Fact>) -> Self {
        Self::Facts(facts.into_iter().collect())
    }

    /// Names, each with a blank to be filled in.
    pub fn blanks<T: Into<String>>(labels: impl IntoIterator<Item = T>) -> Self {
        Self::Blanks(labels.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_without_words_has_no_tone() {
        assert_eq!(Mark::new(Tone::Bad, " ").tone(), Tone::Neutral);
        assert_eq!(Mark::new(Tone::Bad, "Gap").tone(), Tone::Bad);
        assert_eq!(
            (Heading::new(0, "").level(), Heading::default().level()),
            (1, 1)
        );
    }
}
