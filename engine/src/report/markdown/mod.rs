//! Markdown: `CommonMark` with the tables of GitHub. What it has no pages for is left out: running lines and page breaks.

mod inline;

#[cfg(test)]
mod tests;

use super::document::{
    Align, Block, Callout, Document, Fact, List, Mark, Paragraph, Row, RowKind, Signature, Span,
    Spans, Style, Table,
};
use super::numbering::Numbering;
use super::text::on_one_line;
use inline::Place;

/// A blank to be filled in.
const BLANK: &str = "________________";

/// The document as Markdown. Words with markup in them come out as words.
pub fn write(document: &Document) -> String {
    let mut writer = Writer::default();
    if document.title_shown {
        writer.heading(1, &document.title);
        writer.spans(&document.subtitle.as_str().into());
    }
    // The title is the heading of the first level.
    let below = u8::from(document.title_shown);
    for block in &document.blocks {
        writer.block(block, below);
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    numbering: Numbering,
    /// Whether the last block is a list, and which markers it has: two lists in a row need different ones.
    last_list: Option<bool>,
}

impl Writer {
    fn block(&mut self, block: &Block, below: u8) {
        let before = self.last_list.take();
        match block {
            Block::Heading(heading) => {
                let number = heading.numbered.then(|| {
                    let level = self.numbering.heading(heading.level());
                    self.numbering.count(level)
                });
                let text = match number {
                    Some(number) => format!("{number} {}", heading.text),
                    None => heading.text.clone(),
                };
                self.heading(heading.level() + below, &text);
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List(list) => {
                let other = before.is_some_and(|other| !other);
                self.chunk(&list_lines(list, other));
                self.last_list = Some(other);
            }
            Block::Table(table) => self.table(table),
            Block::Facts(facts) => self.facts(facts),
            Block::Callout(callout) => self.callout(callout),
            Block::Blanks(labels) => {
                let rows = labels
                    .iter()
                    .map(|label| [cell(&strong(label)), BLANK.to_owned()]);
                self.headless(rows.collect());
            }
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::PageBreak => {}
            Block::Rule => self.chunk("---"),
        }
    }

    /// Adds a part with an empty line before it.
    fn chunk(&mut self, chunk: &str) {
        if chunk.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(chunk);
        self.out.push('\n');
    }

    fn spans(&mut self, spans: &Spans) {
        self.chunk(&inline::write(spans, Place::Line));
    }

    fn heading(&mut self, level: u8, text: &str) {
        let words = inline::write(&on_one_line(text).into(), Place::Heading);
        if !words.is_empty() {
            self.chunk(&format!("{} {words}", "#".repeat(usize::from(level))));
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let words = inline::write(&paragraph.spans, Place::Line);
        if words.is_empty() {
            return;
        }
        if paragraph.numbered {
            let number = self.numbering.count(self.numbering.clause());
            // The point after a number at the start of a line would start a list.
            let number = number.replacen('.', "\\.", usize::from(number.ends_with('.')));
            self.chunk(&format!("{number} {words}"));
        } else if paragraph.style == Style::Quote {
            self.chunk(&prefixed(&words, "> ", "> "));
        } else {
            self.chunk(&words);
        }
    }

    fn callout(&mut self, callout: &Callout) {
        let mut paragraphs = callout.paragraphs.clone();
        if paragraphs.is_empty() {
            paragraphs.push(Spans::default());
        }
        if let Some(first) = paragraphs.first_mut() {
            *first = marked(&callout.mark, first);
        }
        let chunks: Vec<String> = paragraphs
            .iter()
            .map(|spans| inline::write(spans, Place::Line))
            .filter(|words| !words.is_empty())
            .map(|words| prefixed(&words, "> ", "> "))
            .collect();
        self.chunk(&chunks.join("\n>\n"));
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.spans(&strong(&on_one_line(&table.caption)));
        }
        let width = table.columns.len();
        if width == 0 {
            return;
        }
        let names = table
            .columns
            .iter()
            .map(|column| cell(&column.name.as_str().into()));
        let rules = table.columns.iter().map(|column| match column.align {
            Align::Start => "---".to_owned(),
            Align::Center => ":---:".to_owned(),
            Align::End => "---:".to_owned(),
        });
        let mut lines = vec![line(names), line(rules)];
        for row in &table.rows {
            lines.push(table_row(row, width));
        }
        self.chunk(&lines.join("\n"));
    }

    fn facts(&mut self, facts: &[Fact]) {
        let rows = facts
            .iter()
            .map(|fact| [cell(&strong(&fact.label)), cell(&fact.value)]);
        self.headless(rows.collect());
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        for signature in signatures {
            self.spans(&strong(&on_one_line(&signature.party)));
            let rows = signature
                .labels
                .iter()
                .map(|label| [cell(&label.as_str().into()), BLANK.to_owned()]);
            self.headless(rows.collect());
        }
    }

    /// A table of two columns without names.
    fn headless(&mut self, rows: Vec<[String; 2]>) {
        if rows.is_empty() {
            return;
        }
        let head = ["|  |  |".to_owned(), "| --- | --- |".to_owned()];
        let lines: Vec<String> = head.into_iter().chain(rows.into_iter().map(line)).collect();
        self.chunk(&lines.join("\n"));
    }
}

fn strong(text: &str) -> Spans {
    Span::strong(text).into()
}

/// The words with the mark before them.
fn marked(mark: &Mark, spans: &Spans) -> Spans {
    let mut all = Vec::new();
    if !mark.text().is_empty() {
        all.push(Span::strong(mark.text()));
        all.push(Span::text(" "));
    }
    all.extend(spans.0.iter().cloned());
    Spans(all)
}

fn cell(spans: &Spans) -> String {
    inline::write(spans, Place::Cell)
}

fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().collect();
    format!("| {} |", cells.join(" | "))
}

fn table_row(row: &Row, width: usize) -> String {
    let cells = (0..width).map(|at| {
        let mut spans = row.cells.get(at).cloned().unwrap_or_default();
        if row.kind != RowKind::Plain {
            spans = heavier(spans);
        }
        match &row.mark {
            Some(mark) if at == 0 => cell(&marked(mark, &spans)),
            _ => cell(&spans),
        }
    });
    line(cells)
}

/// The same words, the plain ones of more weight.
fn heavier(spans: Spans) -> Spans {
    let heavier = |span| match span {
        Span::Text(text) => Span::Strong(text),
        other => other,
    };
    Spans(spans.0.into_iter().map(heavier).collect())
}

/// The lines with something before the first and before each other one.
fn prefixed(text: &str, first: &str, others: &str) -> String {
    let mut out = String::new();
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let prefix = if at == 0 { first } else { others };
        out.push_str(if line.is_empty() {
            prefix.trim_end()
        } else {
            prefix
        });
        out.push_str(line);
    }
    out
}

fn list_lines(list: &List, other: bool) -> String {
    let mut lines = Vec::new();
    for (at, item) in list.items.iter().enumerate() {
        let marker = match (list.ordered, other) {
            (true, false) => format!("{}. ", at + 1),
            (true, true) => format!("{}) ", at + 1),
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
        };
        let mut text = inline::write(&item.spans, Place::Line);
        if let Some(nested) = &item.nested {
            text.push('\n');
            text.push_str(&list_lines(nested, false));
        }
        lines.push(prefixed(&text, &marker, &" ".repeat(marker.len())));
    }
    lines.join("\n")
}
