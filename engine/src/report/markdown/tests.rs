#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::report::document::{Fact, Heading, Item, Tone};
use crate::report::text::clean;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a reader of Markdown finds: the words, and how many marks of each kind.
#[derive(Debug, Default, PartialEq)]
struct Found {
    words: String,
    strong: usize,
    emphasis: usize,
    code: usize,
    links: Vec<String>,
    blocks: Vec<&'static str>,
}

fn read(markdown: &str) -> Found {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let mut found = Found::default();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(text) => found.words.push_str(&text),
            Event::Code(text) => {
                found.code += 1;
                found.words.push_str(&text);
            }
            Event::HardBreak => found.words.push('\n'),
            Event::InlineHtml(html) if &*html == "<br>" => found.words.push('\n'),
            Event::Start(Tag::Strong) => found.strong += 1,
            Event::Start(Tag::Emphasis) => found.emphasis += 1,
            Event::Start(Tag::Link { dest_url, .. }) => found.links.push(dest_url.to_string()),
            Event::Start(Tag::Table(_)) => found.blocks.push("table"),
            Event::Start(Tag::BlockQuote(_)) => found.blocks.push("quote"),
            Event::Start(Tag::List(_)) => found.blocks.push("list"),
            Event::Start(Tag::Heading { .. }) => found.blocks.push("heading"),
            Event::End(TagEnd::Paragraph | TagEnd::TableCell | TagEnd::Item) => {
                found.words.push('\u{1}');
            }
            Event::Start(
                Tag::Paragraph | Tag::TableHead | Tag::TableRow | Tag::TableCell | Tag::Item,
            )
            | Event::End(_) => {}
            other => panic!("{other:?} in {markdown:?}"),
        }
    }
    found
}

fn words(spans: &Spans) -> String {
    spans
        .0
        .iter()
        .map(|span| match span {
            Span::Placeholder(text) => format!("[{}]", clean(text)),
            Span::Code(text) => {
                let text = clean(text);
                let core = text.trim();
                text.replace(core, &core.replace('\n', " "))
            }
            span => clean(span.words()),
        })
        .collect::<String>()
        .trim()
        .to_owned()
}

fn written(block: impl Into<Block>) -> String {
    let mut document = Document::new("", "en-US");
    document.push(block);
    write(&document)
}

const NASTY: [&str; 30] = [
    "*a* **b** _c_ __d__",
    "a|b",
    "<b>x</b>",
    "`x`",
    "# a",
    "#",
    "1. a",
    "12) a",
    "- a",
    "+ a",
    "---",
    "===",
    "> a",
    "[a](https://b)",
    "![a](b)",
    "[a]: b",
    "[^1]: x",
    "~~a~~",
    "&amp; &#35; AT&T & Co",
    "a\\",
    "\\*",
    "~~~",
    "```\nx",
    "    code",
    "a  \nb\n\n\n c",
    "a\n---",
    "a\n===\n",
    "| a |\n| - |",
    "https://example.org",
    "- [ ] a",
];

#[test]
fn markup_in_words_comes_out_as_words() {
    for text in NASTY {
        let found = read(&written(Paragraph::new(text)));
        assert_eq!(
            found.words.trim_end_matches('\u{1}'),
            clean(text).trim(),
            "{text:?}"
        );
        assert_eq!(
            (found.strong, found.emphasis, found.code, found.blocks.len()),
            (0, 0, 0, 0),
            "{text:?}"
        );
        let found = read(&written(Heading::new(1, text)));
        assert_eq!(
            (found.words, found.blocks.len()),
            (on_one_line(text), 1),
            "{text:?}"
        );
    }
}

#[test]
fn marks_are_written_where_markdown_can_read_them() {
    let spans = |spans: Vec<Span>| read(&written(Paragraph::new(spans)));
    let found = spans(vec![
        Span::strong(" a "),
        Span::emphasis("b"),
        Span::text(", "),
        Span::code("x`y"),
        Span::text("!"),
        Span::link("z*", "https://a.b/(c)"),
    ]);
    assert_eq!((found.strong, found.emphasis, found.code), (1, 1, 1));
    assert_eq!(
        (found.words.as_str(), found.links),
        ("a b, x`y!z*\u{1}", vec!["https://a.b/(c)".to_owned()])
    );
    let found = spans(vec![
        Span::text("a"),
        Span::strong("(b)"),
        Span::text("c"),
        Span::emphasis("d"),
        Span::text("e"),
    ]);
    assert_eq!(
        (found.words.as_str(), found.strong, found.emphasis),
        ("a(b)cde\u{1}", 0, 0)
    );
    let found = spans(vec![
        Span::placeholder("name"),
        Span::strong("a"),
        Span::strong("b"),
    ]);
    assert_eq!((found.words.as_str(), found.strong), ("[name]ab\u{1}", 1));
}

#[test]
fn blocks_are_written_as_expected() {
    let mut document = Document::new("Title", "en-US");
    document.subtitle = "Sub".to_owned();
    document.push(Heading::new(1, "One").numbered());
    document.push(Paragraph::numbered_clause("Clause"));
    document.push(List::ordered([
        Item::with("a\nb", List::bullets(["x"])),
        "c".into(),
    ]));
    document.push(List::ordered(["d"]));
    document.push(
        Table::new("T")
            .column("A", Align::Start, 1)
            .column("B", Align::End, 1)
            .row(Row::group("G"))
            .row(Row::new(["1|\n2"]).marked(Mark::new(Tone::Bad, "Gap")))
            .row(Row::new(["s", "2", "beyond"]).total()),
    );
    document.push(Block::facts([Fact::new("L", "v")]));
    document.push(Callout::new(Tone::Attention, "Note", "n").with("m"));
    document.push(Block::PageBreak);
    document.push(Block::Rule);
    document.push(Block::Signatures(vec![Signature::new("P", ["Date"])]));
    document.push(Paragraph::numbered_clause(""));
    assert_eq!(
        write(&document),
        "# Title\n\nSub\n\n## 1. One\n\n1.1 Clause\n\n1. a\\\n   b\n   - x\n2. c\n\n1) d\n\n**T**\n\n| A | B |\n| --- | ---: |\n\
         | **G** |  |\n| **Gap** 1\\|<br>2 |  |\n| **s** | **2** |\n\n|  |  |\n| --- | --- |\n| **L** | v |\n\n\
         > **Note** n\n>\n> m\n\n---\n\n**P**\n\n|  |  |\n| --- | --- |\n| Date | ________________ |\n"
    );
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-b1 *_`|<>#.)(\\[\\]&;!~:/\\\\=+\n\t\u{0}\u{200f}é“😀-]{0,16}",
        ".{0,12}",
        prop::sample::select(NASTY.as_slice()).prop_map(str::to_owned),
        Just("w".repeat(10_000)),
    ]
}

fn any_spans() -> impl Strategy<Value = Spans> {
    let span = (0..6, any_words()).prop_map(|(kind, text)| match kind {
        0 => Span::text(text),
        1 => Span::strong(text),
        2 => Span::emphasis(text),
        3 => Span::code(text),
        4 => Span::placeholder(text),
        _ => Span::link(text, "https://a.b/c_d*e"),
    });
    prop::collection::vec(span, 0..4).prop_map(Spans)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_words_come_out_as_they_went_in(spans in any_spans()) {
        let markdown = written(Paragraph::new(spans.clone()));
        let found = read(&markdown);
        prop_assert_eq!(found.words.trim_end_matches('\u{1}'), words(&spans), "{:?}", markdown);
        prop_assert!(found.blocks.is_empty(), "{:?}", markdown);
    }

    #[test]
    fn any_words_stay_in_their_place(first in any_words(), second in any_spans()) {
        let both = [words(&first.as_str().into()), words(&second)].join("\u{1}");
        let plain = |text: String| text.trim_end_matches('\u{1}').to_owned();
        for (block, kinds) in [
            (Block::List(List::bullets([Spans::from(first.as_str()), second.clone()])), "list"),
            (Block::List(List::ordered([Spans::from(first.as_str()), second.clone()])), "list"),
            (Block::Table(Table::new("").column(first.clone(), Align::Start, 1).row([second.clone()])), "table"),
        ] {
            let markdown = written(block);
            let found = read(&markdown);
            prop_assert_eq!(plain(found.words), plain(both.clone()), "{:?}", markdown);
            prop_assert!(found.blocks.iter().all(|kind| *kind == kinds), "{:?}", markdown);
        }
    }

    #[test]
    fn a_quote_holds_all_its_words(spans in any_spans()) {
        let found = read(&written(Paragraph::styled(Style::Quote, spans.clone())));
        prop_assert_eq!(found.words.trim_end_matches('\u{1}'), words(&spans));
    }
}
