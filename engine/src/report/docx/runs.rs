//! Words inside a paragraph.

use super::body::Body;
use crate::report::document::{Direction, Running, RunningLine, Span, Spans};
use crate::report::text::{clean, stretches};

/// Words as the content of an element or the value of an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

impl Body {
    pub(super) fn spans(&mut self, spans: &Spans) {
        for span in &spans.0 {
            match span {
                Span::Text(text) => self.words("", text),
                Span::Strong(text) => self.words("Strong", text),
                Span::Emphasis(text) => self.words("Emphasis", text),
                Span::Code(text) => self.words("Code", text),
                Span::Placeholder(text) => self.words("Placeholder", &format!("[{text}]")),
                Span::Link { text, to } => {
                    let number = self.link(to.as_str());
                    self.push(&format!(
                        "<w:hyperlink r:id=\"{}\" w:history=\"1\">",
                        super::package::link_id(number)
                    ));
                    self.words("Hyperlink", text);
                    self.push("</w:hyperlink>");
                }
            }
        }
    }

    /// Words of one character style, empty for none, in runs that go one way each.
    pub(super) fn words(&mut self, style: &str, text: &str) {
        let text = clean(text);
        for (way, stretch) in stretches(&text, self.way) {
            self.open_run(style, way);
            self.run_content(stretch);
            self.push("</w:r>");
        }
    }

    fn open_run(&mut self, style: &str, way: Direction) {
        self.push("<w:r>");
        let rtl = way == Direction::RightToLeft;
        if rtl || !style.is_empty() {
            self.push("<w:rPr>");
            if !style.is_empty() {
                self.push(&format!("<w:rStyle w:val=\"{style}\"/>"));
            }
            if rtl {
                self.push("<w:rtl/>");
            }
            self.push("</w:rPr>");
        }
    }

    fn run_content(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['\n', '\t']) {
            self.text(&rest[..at]);
            let element = if rest[at..].starts_with('\n') {
                "<w:br/>"
            } else {
                "<w:tab/>"
            };
            self.push(element);
            rest = &rest[at + 1..];
        }
        self.text(rest);
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(&format!(
                "<w:t xml:space=\"preserve\">{}</w:t>",
                escape(text)
            ));
        }
    }

    /// The paragraph of a line that is on every page.
    pub(super) fn running_line(&mut self, line: &RunningLine, style: &'static str) {
        self.paragraph(&super::body::Shape::new(style), |body| {
            body.running(&line.start);
            if !line.end.is_empty() {
                body.push("<w:r><w:tab/></w:r>");
                body.running(&line.end);
            }
        });
    }

    fn running(&mut self, parts: &[Running]) {
        for part in parts {
            match part {
                Running::Text(text) => self.words("", &text.replace(['\n', '\t', '\r'], " ")),
                Running::PageNumber => self.field("PAGE"),
                Running::PageCount => self.field("NUMPAGES"),
            }
        }
    }

    /// A figure that the word processor fills in; 1 until it has.
    fn field(&mut self, name: &str) {
        self.push(&format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        ));
    }
}
