//! JSON with its fields in the order in which they are written: small, and the same file for the same content.

use std::fmt::Write;

/// A JSON text in the making.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    depth: usize,
    /// Whether something already stands at this depth, so that a comma is due.
    follows: bool,
}

impl Writer {
    pub(super) fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    fn line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.depth += 1;
        self.follows = false;
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if self.follows {
            self.line();
        }
        self.out.push(bracket);
        self.follows = true;
    }

    fn next(&mut self) {
        if self.follows {
            self.out.push(',');
        }
        self.line();
        self.follows = true;
    }

    /// An object as the value that is due.
    pub(super) fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.open('{');
        fill(self);
        self.close('}');
    }

    /// The name of a field; its value is due next.
    pub(super) fn key(&mut self, key: &str) -> &mut Self {
        self.next();
        self.quoted(key);
        self.out.push_str(": ");
        self
    }

    /// A list as the value that is due.
    pub(super) fn list<T>(&mut self, entries: &[T], each: fn(&mut Self, &T)) {
        self.open('[');
        for entry in entries {
            self.next();
            each(self, entry);
            self.follows = true;
        }
        self.close(']');
    }

    pub(super) fn text(&mut self, text: &str) {
        self.quoted(text);
        self.follows = true;
    }

    pub(super) fn number(&mut self, number: i64) {
        // Writing to a String cannot fail, here and below.
        let _ = write!(self.out, "{number}");
        self.follows = true;
    }

    pub(super) fn whole(&mut self, number: u64) {
        let _ = write!(self.out, "{number}");
        self.follows = true;
    }

    pub(super) fn yes_or_no(&mut self, value: bool) {
        self.out.push_str(if value { "true" } else { "false" });
        self.follows = true;
    }

    /// A field with a text, left out if the text is empty.
    pub(super) fn text_field(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.key(key).text(text);
        }
    }

    /// A field that is left out if there is no value.
    pub(super) fn maybe<T>(&mut self, key: &str, value: Option<&T>, each: fn(&mut Self, &T)) {
        if let Some(value) = value {
            self.key(key);
            each(self, value);
        }
    }

    /// A field with a list, left out if the list is empty.
    pub(super) fn list_field<T>(&mut self, key: &str, entries: &[T], each: fn(&mut Self, &T)) {
        if !entries.is_empty() {
            self.key(key).list(entries, each);
        }
    }

    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                c if c.is_control() => {
                    let _ = write!(self.out, "\\u{:04x}", u32::from(c));
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_back_by_a_json_reader(key: String, text: String, numbers: Vec<i64>) {
            let mut w = Writer::default();
            w.object(|w| {
                w.key("a").object(|w| w.key(&key).text(&text));
                w.key("b").list(&numbers, |w, number| w.number(*number));
                w.key("c").object(|_| {});
                w.key("d").yes_or_no(true);
            });
            let read: serde_json::Value = serde_json::from_str(&w.finish()).unwrap();
            let mut inner = serde_json::Map::new();
            inner.insert(key, text.into());
            prop_assert_eq!(read, serde_json::json!({"a": inner, "b": numbers, "c": {}, "d": true}));
        }
    }
}
