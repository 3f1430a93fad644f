//! The blocks of a document, one paragraph or table after the other.

use crate::report::document::{
    Block, Callout, Direction, Document, Heading, List, Mark, Paragraph, Spans, Style, Tone,
};
use crate::report::numbering::Numbering;
use crate::report::text::{direction_of, on_one_line};

/// The main part in the making, and what other parts have to know of it.
pub(super) struct Body {
    pub(super) xml: String,
    /// Where links lead, each target once.
    pub(super) links: Vec<String>,
    /// The level, from 0, of each counted list.
    pub(super) lists: Vec<usize>,
    /// The width between the margins.
    pub(super) width: u32,
    /// Which way the document runs.
    pub(super) base: Direction,
    /// Which way the paragraph in the making runs.
    pub(super) way: Direction,
    numbering: Numbering,
    /// Whether what follows starts on a new page.
    page_due: bool,
}

/// What a paragraph is like, beside its words.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// Its style.
    pub(super) style: &'static str,
    /// Its numbering and its level there, from 0.
    pub(super) number: Option<(usize, usize)>,
    /// Where its lines stand; empty = as the style says.
    pub(super) align: &'static str,
    /// Whether it stays on the page of the next one.
    pub(super) keep_next: bool,
}

impl Shape {
    pub(super) fn new(style: &'static str) -> Self {
        Self {
            style,
            number: None,
            align: "",
            keep_next: false,
        }
    }
}

impl Body {
    pub(super) fn new(document: &Document) -> Self {
        Self {
            xml: String::new(),
            links: Vec::new(),
            lists: Vec::new(),
            width: super::text_width(document),
            base: document.direction,
            way: document.direction,
            numbering: Numbering::default(),
            page_due: false,
        }
    }

    pub(super) fn push(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }

    /// The position of a link's target among all.
    pub(super) fn link(&mut self, target: &str) -> usize {
        if let Some(at) = self.links.iter().position(|link| link == target) {
            return at;
        }
        self.links.push(target.to_owned());
        self.links.len() - 1
    }

    pub(super) fn document(&mut self, document: &Document) {
        if document.title_shown {
            self.line("Title", &document.title);
            self.line("Subtitle", &document.subtitle);
        }
        for block in &document.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.text_paragraph(paragraph),
            Block::List(list) => self.list(list, 0),
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts),
            Block::Callout(callout) => self.callout(callout),
            Block::Blanks(labels) => self.blanks(labels),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::PageBreak => self.page_due = true,
            Block::Rule => self.spaced("Rule"),
        }
    }

    /// A paragraph that the fill writes the runs of.
    pub(super) fn paragraph(&mut self, shape: &Shape, fill: impl FnOnce(&mut Self)) {
        self.push(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>",
            shape.style
        ));
        if shape.keep_next {
            self.push("<w:keepNext/>");
        }
        if std::mem::take(&mut self.page_due) {
            self.push("<w:pageBreakBefore/>");
        }
        if let Some((number, level)) = shape.number {
            self.push(&format!(
                "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>"
            ));
        }
        if self.way == Direction::RightToLeft {
            self.push("<w:bidi/>");
        }
        if !shape.align.is_empty() {
            self.push(&format!("<w:jc w:val=\"{}\"/>", shape.align));
        }
        self.push("</w:pPr>");
        fill(self);
        self.push("</w:p>");
        self.way = self.base;
    }

    /// A paragraph of words; it runs as its first letter does.
    pub(super) fn spans_paragraph(&mut self, shape: &Shape, spans: &Spans) {
        self.way = direction_of(&spans.words()).unwrap_or(self.base);
        self.paragraph(shape, |body| body.spans(spans));
    }

    /// A paragraph without words, for the space or the line that its style has.
    pub(super) fn spaced(&mut self, style: &'static str) {
        self.paragraph(&Shape::new(style), |_| {});
    }

    /// Starts a new page if one is due: a table cannot do so itself.
    pub(super) fn turn_page(&mut self) {
        if self.page_due {
            self.spaced("Spacer");
        }
    }

    /// A line of a style, unless there are no words.
    pub(super) fn line(&mut self, style: &'static str, text: &str) {
        let text = on_one_line(text);
        if !text.is_empty() {
            self.spans_paragraph(&Shape::new(style), &text.into());
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let style = match heading.level() {
            1 => "Heading1",
            2 => "Heading2",
            3 => "Heading3",
            _ => "Heading4",
        };
        let mut shape = Shape::new(style);
        if heading.numbered {
            let level = self.numbering.heading(heading.level());
            shape.number = Some((super::numbering::OUTLINE, level));
        }
        self.spans_paragraph(&shape, &on_one_line(&heading.text).into());
    }

    fn text_paragraph(&mut self, paragraph: &Paragraph) {
        if paragraph.spans.is_empty() {
            return;
        }
        let mut shape = Shape::new(match paragraph.style {
            Style::Body => "BodyText",
            Style::Lead => "Lead",
            Style::Small => "Small",
            Style::Quote => "Quote",
            Style::Clause => "Clause",
        });
        if paragraph.numbered {
            shape.number = Some((super::numbering::OUTLINE, self.numbering.clause()));
        }
        self.spans_paragraph(&shape, &paragraph.spans);
    }

    fn list(&mut self, list: &List, level: usize) {
        let level = level.min(super::numbering::LEVELS - 1);
        let (style, number) = if list.ordered {
            self.lists.push(level);
            ("ListNumber", super::numbering::counted(self.lists.len()))
        } else {
            ("ListBullet", super::numbering::BULLETS)
        };
        let shape = Shape {
            number: Some((number, level)),
            ..Shape::new(style)
        };
        // All items of a list stand on one side, whichever way the words of each run.
        let words: String = list.items.iter().map(|item| item.spans.words()).collect();
        let way = direction_of(&words).unwrap_or(self.base);
        for item in &list.items {
            self.way = way;
            self.paragraph(&shape, |body| body.spans(&item.spans));
            if let Some(nested) = &item.nested {
                self.list(nested, level + 1);
            }
        }
        if level == 0 {
            self.spaced("Spacer");
        }
    }

    fn callout(&mut self, callout: &Callout) {
        let shape = Shape::new(match callout.mark.tone() {
            Tone::Good => "CalloutGood",
            Tone::Attention => "CalloutAttention",
            Tone::Bad => "CalloutBad",
            Tone::Neutral => "Callout",
        });
        let mut paragraphs = callout.paragraphs.iter();
        let first = marked(&callout.mark, paragraphs.next());
        if first.is_empty() {
            return;
        }
        self.spans_paragraph(&shape, &first);
        for spans in paragraphs.filter(|spans| !spans.is_empty()) {
            self.spans_paragraph(&shape, spans);
        }
        self.spaced("Spacer");
    }
}

/// The words with the mark before them.
pub(super) fn marked(mark: &Mark, spans: Option<&Spans>) -> Spans {
    use crate::report::document::Span;
    let mut all = Vec::new();
    if !mark.text().is_empty() {
        all.push(Span::strong(mark.text()));
        all.push(Span::text("  "));
    }
    all.extend(spans.iter().flat_map(|spans| spans.0.iter().cloned()));
    Spans(all)
}
