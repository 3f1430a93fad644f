//! Words in Markdown: what would be markup is escaped, and what is to be marked is, where the rules of Markdown allow it.

use crate::report::document::{Link, Span, Spans};
use crate::report::text::clean;

/// Where the words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a block of their own, from the start of a line.
    Line,
    /// In a heading, on one line.
    Heading,
    /// In a cell of a table.
    Cell,
}

/// The words of a line, escaped and marked, without white space around them.
pub(super) fn write(spans: &Spans, place: Place) -> String {
    let parts = parts(spans);
    let mut writer = Inline {
        out: String::new(),
        place,
        fresh: place != Place::Heading,
    };
    for (at, part) in parts.iter().enumerate() {
        let next = parts.get(at + 1).and_then(first_char);
        writer.part(part, next);
    }
    writer.close_line();
    writer.out
}

/// A stretch of words with white space only inside, or white space alone.
struct Part {
    kind: Kind,
    words: String,
}

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Plain,
    Strong,
    Emphasis,
    Code,
    Link(Link),
}

/// The first character of a part, as far as the mark before it is concerned: that of its words, as its own mark may be left
/// out. Where the words have punctuation, the mark is punctuation too.
fn first_char(part: &Part) -> Option<char> {
    match part.kind {
        Kind::Link(_) => Some('['),
        _ => part.words.chars().next(),
    }
}

/// The spans with neighbors of one kind joined, and white space at their edges moved out of their marks.
fn parts(spans: &Spans) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut push = |kind: Kind, words: &str| {
        if words.is_empty() {
            return;
        }
        match parts.last_mut() {
            Some(last) if last.kind == kind => last.words.push_str(words),
            _ => parts.push(Part {
                kind,
                words: words.to_owned(),
            }),
        }
    };
    for span in &spans.0 {
        let words = clean(span.words());
        let kind = match span {
            Span::Text(_) => Kind::Plain,
            Span::Placeholder(_) => {
                push(Kind::Plain, &format!("[{words}]"));
                continue;
            }
            Span::Strong(_) => Kind::Strong,
            Span::Emphasis(_) => Kind::Emphasis,
            Span::Code(_) => Kind::Code,
            Span::Link { to, .. } => Kind::Link(to.clone()),
        };
        let (core, before) = (words.trim(), words.len() - words.trim_start().len());
        push(Kind::Plain, &words[..before]);
        push(kind, core);
        push(Kind::Plain, &words[before + core.len()..]);
    }
    trimmed(parts)
}

/// Without white space at both ends.
fn trimmed(mut parts: Vec<Part>) -> Vec<Part> {
    if let Some(first) = parts.first_mut() {
        first.words = first.words.trim_start().to_owned();
    }
    if let Some(last) = parts.last_mut() {
        last.words.truncate(last.words.trim_end().len());
    }
    parts.retain(|part| !part.words.is_empty());
    parts
}

struct Inline {
    out: String,
    place: Place,
    /// Whether a line starts here.
    fresh: bool,
}

impl Inline {
    fn part(&mut self, part: &Part, next: Option<char>) {
        match &part.kind {
            Kind::Plain => self.plain(&part.words),
            Kind::Strong => self.marked("**", &part.words, next),
            Kind::Emphasis => self.marked("_", &part.words, next),
            Kind::Code => self.code(&part.words),
            Kind::Link(to) => self.link(&part.words, to),
        }
    }

    /// Words between two marks, or without them where Markdown would take the marks for words.
    fn marked(&mut self, mark: &str, words: &str, next: Option<char>) {
        let before = self.out.chars().next_back();
        let opens = words
            .chars()
            .next()
            .is_some_and(|first| stands(before, first, mark));
        let closes = words
            .chars()
            .next_back()
            .is_some_and(|last| stands(next, last, mark));
        // Next to a mark of the same kind both would be taken for one; only words can stand there.
        let alone = !mark.starts_with(|c| before == Some(c));
        if !(opens && closes && alone) {
            self.plain(words);
            return;
        }
        self.out.push_str(mark);
        self.fresh = false;
        self.plain(words);
        self.out.push_str(mark);
    }

    /// Code between as many backticks as it takes.
    fn code(&mut self, words: &str) {
        let words = words.replace('\n', " ");
        // A bar in a table ends the cell even in code, and an escape of it would be read two ways.
        if self.place == Place::Cell && words.contains('|') {
            self.plain(&words);
            return;
        }
        let longest = words
            .split(|c| c != '`')
            .map(str::len)
            .max()
            .unwrap_or_default();
        let fence = "`".repeat(longest + 1);
        let pad = if words.starts_with('`') || words.ends_with('`') {
            " "
        } else {
            ""
        };
        add!(self.out, "{fence}{pad}{words}{pad}{fence}");
        self.fresh = false;
    }

    fn link(&mut self, words: &str, to: &Link) {
        // An exclamation mark before it would make it a picture.
        if self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
        self.out.push('[');
        self.fresh = false;
        self.plain(words);
        add!(self.out, "](<{}>)", to.as_str());
    }

    /// Words without any meaning for Markdown.
    fn plain(&mut self, words: &str) {
        let mut chars = words.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\n' => self.line_end(),
                ' ' | '\t' if self.fresh => self.entity(c),
                '-' | '+' | '=' | '#' | ':' if self.fresh => self.escaped(c),
                '#' if self.place == Place::Heading => self.escaped(c),
                '.' | ')' if self.after_number() => self.escaped(c),
                ':' if chars.peek() == Some(&'/') => self.escaped(c),
                '&' if chars
                    .peek()
                    .is_some_and(|next| *next == '#' || next.is_ascii_alphanumeric()) =>
                {
                    self.escaped(c);
                }
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' => self.escaped(c),
                c => {
                    self.out.push(c);
                    self.fresh = false;
                }
            }
        }
    }

    fn escaped(&mut self, c: char) {
        self.out.extend(['\\', c]);
        self.fresh = false;
    }

    fn entity(&mut self, c: char) {
        add!(self.out, "&#{};", u32::from(c));
        self.fresh = false;
    }

    /// Whether this line holds nothing but digits so far, which a point would make an item of a list.
    fn after_number(&self) -> bool {
        if self.place != Place::Line {
            return false;
        }
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit())
    }

    /// Keeps white space at the end of a line, which Markdown would drop.
    fn close_line(&mut self) {
        if let Some(last) = self.out.pop() {
            if last == ' ' || last == '\t' {
                self.entity(last);
            } else {
                self.out.push(last);
            }
        }
    }

    fn line_end(&mut self) {
        match self.place {
            Place::Line => {
                self.close_line();
                self.out.push_str("\\\n");
                self.fresh = true;
            }
            Place::Heading => self.out.push(' '),
            Place::Cell => self.out.push_str("<br>"),
        }
    }
}

/// Whether a mark between the two characters opens or closes, for every reading of what counts as punctuation.
fn stands(outside: Option<char>, inside: char, mark: &str) -> bool {
    let apart = outside.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    if inside.is_whitespace() {
        return false;
    }
    // An underscore inside a word is never a mark.
    apart || (inside.is_alphanumeric() && mark != "_")
}
