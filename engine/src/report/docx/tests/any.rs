//! Any documents, and the words that a reader is to find in them.

use crate::report::document::{
    Align, Block, Callout, Direction, Document, Heading, List, Paragraph, Row, RunningLine, Span,
    Spans, Style, Table, Tone,
};
use crate::report::text::{clean, on_one_line};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-c <>&\"'\\]\t\r\n\u{0}\u{b}\u{1b}\u{85}\u{200e}\u{200f}\u{202e}\u{2028}\u{feff}\u{ffff}אب😀0-9]{0,16}",
        ".{0,20}",
        Just("w".repeat(10_000)),
    ]
}

fn spans() -> impl Strategy<Value = Spans> {
    let span = (0..6, text()).prop_map(|(kind, text)| match kind {
        0 => Span::text(text),
        1 => Span::strong(text),
        2 => Span::emphasis(text),
        3 => Span::code(text),
        4 => Span::placeholder(text),
        _ => Span::link(text, "mailto:a@b.example?subject=x&body=y"),
    });
    prop::collection::vec(span, 0..4).prop_map(Spans)
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        (0_u8..6, text(), any::<bool>()).prop_map(|(level, text, numbered)| {
            let heading = Heading::new(level, text);
            if numbered {
                heading.numbered().into()
            } else {
                heading.into()
            }
        }),
        (spans(), any::<bool>()).prop_map(|(spans, numbered)| {
            let mut paragraph = Paragraph::styled(Style::Clause, spans);
            paragraph.numbered = numbered;
            paragraph.into()
        }),
        prop::collection::vec(spans(), 0..3).prop_map(|items| List::ordered(items).into()),
        (text(), spans(), spans()).prop_map(|(name, first, second)| {
            let table = Table::new(name.clone()).column(name, Align::Center, 0);
            table
                .column("b", Align::End, 3)
                .row(Row::group(first))
                .row(Row::new([second]))
                .into()
        }),
        (text(), spans()).prop_map(|(mark, spans)| Callout::new(Tone::Bad, mark, spans).into()),
        Just(Block::PageBreak),
        Just(Block::Rule),
    ]
}

pub(super) fn document() -> impl Strategy<Value = Document> {
    (
        text(),
        text(),
        any::<bool>(),
        prop::collection::vec(block(), 0..5),
    )
        .prop_map(|(title, running, rtl, blocks)| Document {
            meta: crate::report::document::Meta {
                author: running.clone(),
                subject: title.clone(),
                program: running.clone(),
                date: Some(chrono::NaiveDate::MAX),
            },
            header: RunningLine::text(running.clone()).with_page(&running),
            direction: if rtl {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            },
            blocks,
            ..Document::new(title, running)
        })
}

fn plain(spans: &Spans) -> String {
    let words = |span: &Span| match span {
        Span::Placeholder(text) => clean(&format!("[{text}]")),
        span => clean(span.words()),
    };
    spans.0.iter().map(words).collect()
}

/// The words of each paragraph that has any.
pub(super) fn words(document: &Document) -> Vec<String> {
    let mut all = vec![on_one_line(&document.title)];
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => all.push(on_one_line(&heading.text)),
            Block::Paragraph(paragraph) => all.push(plain(&paragraph.spans)),
            Block::List(list) => all.extend(list.items.iter().map(|item| plain(&item.spans))),
            Block::Table(table) => {
                all.push(on_one_line(&table.caption));
                all.extend(table.columns.iter().map(|column| clean(&column.name)));
                all.extend(table.rows.iter().flat_map(|row| &row.cells).map(plain));
            }
            Block::Callout(callout) => {
                let mark = clean(callout.mark.text());
                let gap = if callout.mark.text().is_empty() {
                    ""
                } else {
                    "  "
                };
                all.extend(
                    callout
                        .paragraphs
                        .iter()
                        .map(|spans| format!("{mark}{gap}{}", plain(spans))),
                );
            }
            _ => {}
        }
    }
    all.retain(|words| !words.is_empty());
    all
}
