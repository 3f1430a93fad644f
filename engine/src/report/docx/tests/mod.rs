//! What is written is opened with other people's readers and held against the rules of the format.

#![allow(clippy::unwrap_used, clippy::panic)]

mod any;
mod opened;

use super::write;
use crate::calendar::parse_day;
use crate::report::document::{
    Align, Block, Callout, Direction, Document, Fact, Heading, Item, List, Mark, PageSize,
    Paragraph, Row, RunningLine, Signature, Span, Style, Table, Tone,
};
use opened::Opened;
use proptest::prelude::*;

/// A document with every kind of part.
fn everything() -> Document {
    let mut document = Document::new("Title", "en-US");
    document.subtitle = "Subtitle".to_owned();
    document.meta.author = "A & B".to_owned();
    document.meta.date = Some(parse_day("2026-03-08").unwrap());
    document.header = RunningLine::text("Header");
    document.footer = RunningLine::text("Footer").with_page("{page} / {pages}");
    document.push(Heading::new(1, "One").numbered());
    document.push(Paragraph::numbered_clause("Clause"));
    for style in [
        Style::Body,
        Style::Lead,
        Style::Small,
        Style::Quote,
        Style::Clause,
    ] {
        document.push(Paragraph::styled(
            style,
            vec![
                Span::text("a\tb\nc "),
                Span::strong("d"),
                Span::emphasis("e"),
                Span::code("f"),
                Span::link("g", "https://example.org/?a=1&b=2"),
                Span::link("h", "https://example.org/?a=1&b=2"),
                Span::placeholder("i"),
            ],
        ));
    }
    document.push(List::ordered([
        Item::with("x", List::ordered(["y"])),
        "z".into(),
    ]));
    document.push(List::bullets(["b"]));
    document.push(Block::PageBreak);
    document.push(
        Table::new("Caption")
            .column("A", Align::Start, 2)
            .column("B", Align::End, 1)
            .row(Row::group("G"))
            .row(Row::new(["1", "2", "3"]).marked(Mark::new(Tone::Bad, "Gap")))
            .row(Row::new(["s"]).total()),
    );
    document.push(Block::facts([Fact::new("L", "v")]));
    for tone in [Tone::Good, Tone::Attention, Tone::Bad, Tone::Neutral] {
        document.push(Callout::new(tone, "Mark", "c").with("d"));
    }
    document.push(Block::blanks(["Name"]));
    document.push(Block::Signatures(vec![
        Signature::new("P", ["Name", "Date"]),
        Signature::new("Q", ["Name"]),
        Signature::new("R", ["Name"]),
    ]));
    document.push(Block::Rule);
    document
}

#[test]
fn every_kind_of_part_keeps_the_rules() {
    let document = everything();
    let opened = Opened::new(&write(&document));
    opened.keeps_the_rules();
    let words = opened.words("word/document.xml");
    for expected in [
        "Title",
        "Subtitle",
        "a\tb\nc defgh[i]",
        "Gap  1",
        "Q",
        "x",
        "Mark  c",
    ] {
        assert!(
            words.iter().any(|found| found == expected),
            "{expected}: {words:?}"
        );
    }
    assert_eq!(opened.words("word/footer1.xml"), ["Footer\t1 / 1"]);
    let main = opened.part("word/document.xml");
    // Four paragraphs turn no page: only the one before the table does.
    assert_eq!(main.matches("<w:pageBreakBefore/>").count(), 1);
    assert_eq!(main.matches("<w:tblHeader/>").count(), 1);
    // One link target, however often it is led to.
    assert_eq!(
        opened
            .part("word/_rels/document.xml.rels")
            .matches("/hyperlink")
            .count(),
        1
    );
    assert!(
        opened
            .part("docProps/core.xml")
            .contains("2026-03-08T00:00:00Z")
    );
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(write(&everything()), write(&everything()));
}

#[test]
fn an_empty_document_opens_too() {
    let opened = Opened::new(&write(&Document::default()));
    opened.keeps_the_rules();
    assert_eq!(opened.words("word/document.xml"), Vec::<String>::new());
}

#[test]
fn words_run_their_own_way() {
    let mut document = Document::new("שלום", "he-IL");
    document.direction = Direction::RightToLeft;
    document.page = PageSize::A4;
    document.paragraph("שלום (abc) עולם");
    document.paragraph("abc");
    document.push(Table::new("").column("א", Align::Start, 1));
    let opened = Opened::new(&write(&document));
    opened.keeps_the_rules();
    let main = opened.part("word/document.xml");
    assert!(main.contains("<w:bidiVisual/>") && main.contains("w:gutter=\"0\"/><w:bidi/>"));
    assert!(main.contains("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">שלום (</w:t>"));
    assert!(main.contains(
        "<w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t xml:space=\"preserve\">abc</w:t>"
    ));
    let mut document = Document::new("", "en-US");
    document.push(List::bullets(["abc", "مرحبا"]));
    document.push(Table::new("").column("مرحبا", Align::Start, 1));
    let main = Opened::new(&write(&document))
        .part("word/document.xml")
        .to_owned();
    assert!(!main.contains("<w:bidi/>") && main.matches("<w:rtl/>").count() == 2);
    document.paragraph("مرحبا");
    assert!(
        Opened::new(&write(&document))
            .part("word/document.xml")
            .contains("<w:bidi/>")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_document_keeps_the_rules(document in any::document()) {
        let opened = Opened::new(&write(&document));
        opened.keeps_the_rules();
        prop_assert_eq!(opened.words("word/document.xml"), any::words(&document));
    }
}
