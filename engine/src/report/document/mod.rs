//! A document as its writers see it: what stands in it and what each part is, not what it looks like.

mod blocks;
mod span;
mod table;

pub use blocks::{
    Block, Callout, Fact, Heading, Item, List, Mark, Paragraph, Signature, Style, Tone,
};
pub use span::{Link, Span, Spans};
pub use table::{Align, Column, Row, RowKind, Table};

use chrono::NaiveDate;

/// A document with everything that its writers need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called: in its properties, and above its text unless `title_shown` is off.
    pub title: String,
    /// Whether the title stands above the text; a letter leaves it out.
    pub title_shown: bool,
    /// A line under the title; empty = none.
    pub subtitle: String,
    /// The language tag of its words, such as `en-US`.
    pub language: String,
    /// Which way its words run.
    pub direction: Direction,
    /// What its properties say.
    pub meta: Meta,
    /// The line above every page. What has no pages leaves it out.
    pub header: RunningLine,
    /// The line below every page. What has no pages leaves it out.
    pub footer: RunningLine,
    /// The paper it is meant for.
    pub page: PageSize,
    /// Whether it is set smaller and closer, so that one page holds it.
    pub dense: bool,
    /// What stands in it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// What the properties of a document say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Who prepared it.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// The program that wrote it.
    pub program: String,
    /// The day it is dated; no clock is asked, so that the same document gives the same bytes.
    pub date: Option<NaiveDate>,
}

/// Which way words run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As in English.
    #[default]
    LeftToRight,
    /// As in Arabic and Hebrew.
    RightToLeft,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageSize {
    /// 8.5 × 11 inches.
    #[default]
    Letter,
    /// 210 × 297 millimeters.
    A4,
}

/// A line that is the same on every page but for its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunningLine {
    /// At the start of the line.
    pub start: Vec<Running>,
    /// At its end.
    pub end: Vec<Running>,
}

/// A part of a line that is the same on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Running {
    /// Words.
    Text(String),
    /// The number of the page.
    PageNumber,
    /// How many pages there are.
    PageCount,
}

impl RunningLine {
    /// Words at the start and nothing at the end.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            start: vec![Running::Text(text.into())],
            end: Vec::new(),
        }
    }

    /// The same line with `{page}` and `{pages}` of a pattern filled in at its end.
    #[must_use]
    pub fn with_page(mut self, pattern: &str) -> Self {
        self.end = pattern_parts(pattern);
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty() && self.end.is_empty()
    }
}

fn pattern_parts(pattern: &str) -> Vec<Running> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        let (before, tail) = rest.split_at(at);
        let (part, after) = if let Some(after) = tail.strip_prefix("{page}") {
            (Running::PageNumber, after)
        } else if let Some(after) = tail.strip_prefix("{pages}") {
            (Running::PageCount, after)
        } else {
            (Running::Text("{".to_owned()), &tail[1..])
        };
        if !before.is_empty() {
            parts.push(Running::Text(before.to_owned()));
        }
        parts.push(part);
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Running::Text(rest.to_owned()));
    }
    parts
}

impl Document {
    /// A document with its title shown, on Letter paper, from left to right.
    pub fn new(title: impl Into<String>, language: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            title_shown: true,
            language: language.into(),
            ..Self::default()
        }
    }

    /// The same document with one more block.
    #[must_use]
    pub fn with(mut self, block: impl Into<Block>) -> Self {
        self.push(block);
        self
    }

    /// Adds a block.
    pub fn push(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }

    /// Adds a heading that counts in no numbering.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.push(Heading::new(level, text));
    }

    /// Adds a paragraph of the body.
    pub fn paragraph(&mut self, spans: impl Into<Spans>) {
        self.push(Paragraph::new(spans));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_gives_its_page_numbers_and_keeps_other_braces() {
        let line = RunningLine::text("a").with_page("p. {page}/{pages} {x} {");
        let text = |text: &str| Running::Text(text.to_owned());
        assert_eq!(
            line.end,
            [
                text("p. "),
                Running::PageNumber,
                text("/"),
                Running::PageCount,
                text(" "),
                text("{"),
                text("x} "),
                text("{"),
            ]
        );
        assert!(RunningLine::default().is_empty() && !line.is_empty());
    }

    #[test]
    fn blocks_are_added_in_order() {
        let mut document = Document::new("t", "en-US").with(Block::Rule);
        document.heading(9, "h");
        document.paragraph("p");
        assert_eq!(
            document.blocks,
            [
                Block::Rule,
                Block::Heading(Heading::new(4, "h")),
                Block::Paragraph(Paragraph::new("p")),
            ]
        );
    }
}
