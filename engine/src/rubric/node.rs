//! A value of the pack that knows where it stands, so that every refusal names its place.
//!
//! Read by hand from `serde_json::Value` rather than through derived readers: a derived reader cannot say where in the
//! pack it stopped, and some thirty of them would weigh more in the browser than this file.
//!
//! The first refusal is kept beside the pack, and reading goes on with whatever stands in for the refused value: nothing
//! of a refused pack is used. Readers so stay free of errors to pass on, which would weigh more than the reading.

use std::cell::OnceCell;

use chrono::NaiveDate;
use serde_json::Value;

use super::error::{CatalogueError, Problem};
use crate::calendar::parse_day;

/// How a value was reached from the one above it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

/// The first thing that was wrong with a pack, if anything was.
pub(super) type Refusal = OnceCell<CatalogueError>;

/// A value of the pack and its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    value: &'a Value,
    step: Step<'a>,
    parent: Option<&'a Node<'a>>,
    refusal: &'a Refusal,
}

impl<'a> Node<'a> {
    /// The whole pack, and where its refusal is kept.
    pub fn root(value: &'a Value, refusal: &'a Refusal) -> Self {
        Self {
            value,
            step: Step::Root,
            parent: None,
            refusal,
        }
    }

    /// Refuses the pack for a problem with this value.
    pub fn refuse(&self, problem: Problem) {
        self.refusal.get_or_init(|| CatalogueError {
            path: self.path(),
            problem,
        });
    }

    /// Refuses the pack for a problem at a place that is reached by name.
    pub fn refuse_at(&self, path: String, problem: Problem) {
        self.refusal
            .get_or_init(|| CatalogueError { path, problem });
    }

    /// Refuses the pack because something else should stand here.
    pub fn expect(&self, what: &'static str) {
        self.refuse(Problem::Expected(what));
    }

    /// The field of that name; `null` stands in for one that is missing.
    pub fn field<'b>(&'b self, name: &'b str) -> Node<'b> {
        let found = self.value.get(name);
        let node = Node {
            value: found.unwrap_or(&Value::Null),
            step: Step::Field(name),
            parent: Some(self),
            refusal: self.refusal,
        };
        if !self.value.is_object() {
            self.expect("an object");
        } else if found.is_none() {
            node.refuse(Problem::Missing);
        }
        node
    }

    /// The text of a field; never empty or blank.
    pub fn text(&self, name: &str) -> String {
        self.field(name).own_text().to_owned()
    }

    /// The text of a field that may be `null` or absent.
    pub fn text_or_null(&self, name: &str) -> Option<String> {
        Some(self.optional(name)?.own_text().to_owned())
    }

    /// The field of that name, if it is there and not `null`.
    pub fn optional<'b>(&'b self, name: &'b str) -> Option<Node<'b>> {
        let there = self.value.get(name).is_some_and(|value| !value.is_null());
        there.then(|| self.field(name))
    }

    /// This value as a text; never empty or blank.
    pub fn own_text(&self) -> &'a str {
        match self.value {
            Value::String(text) if !text.trim().is_empty() => text,
            _ => {
                self.expect("a text that is not empty");
                ""
            }
        }
    }

    /// A whole file that stands in a field as it is, if there is one.
    pub fn file(&self, name: &str) -> Option<Value> {
        self.value.get(name).cloned()
    }

    /// A whole number of a field, at most `most`.
    pub fn number(&self, name: &str, most: u8, what: &'static str) -> u8 {
        let node = self.field(name);
        let number = node
            .value
            .as_u64()
            .and_then(|number| number.try_into().ok());
        number.filter(|number| *number <= most).unwrap_or_else(|| {
            node.expect(what);
            0
        })
    }

    /// The values of this list.
    fn own_values(&self) -> &'a [Value] {
        self.value.as_array().map_or_else(
            || {
                self.expect("a list");
                &[][..]
            },
            Vec::as_slice,
        )
    }

    /// The entries of a field's list. `read` answers `None` only for what it refused.
    pub fn list<T>(&self, name: &str, read: impl Fn(&Node) -> Option<T>) -> Vec<T> {
        let list = self.field(name);
        let values = list.own_values();
        let mut out = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            out.extend(read(&Node {
                value,
                step: Step::Index(index),
                parent: Some(&list),
                refusal: self.refusal,
            }));
        }
        out
    }

    /// The texts of a field's list.
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.list(name, |node| Some(node.own_text().to_owned()))
    }

    /// This value as a row of texts that may be empty.
    pub fn own_cells(&self) -> Vec<String> {
        let cells = self.value.as_array().and_then(|cells| {
            let texts = cells.iter().map(|cell| cell.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>()
        });
        cells.unwrap_or_else(|| {
            self.expect("a list of texts");
            Vec::new()
        })
    }

    /// A field's text read as something with a text form, such as an id.
    pub fn parse<T: std::str::FromStr>(&self, name: &str, what: &'static str) -> Option<T> {
        self.field(name).own_parse(what)
    }

    /// This value's text read as something with a text form.
    pub fn own_parse<T: std::str::FromStr>(&self, what: &'static str) -> Option<T> {
        let parsed = self.own_text().parse().ok();
        if parsed.is_none() {
            self.expect(what);
        }
        parsed
    }

    /// The day of a field.
    pub fn day(&self, name: &str) -> Option<NaiveDate> {
        let node = self.field(name);
        let day = parse_day(node.own_text()).ok();
        if day.is_none() {
            node.expect("a day, such as 2026-11-21");
        }
        day
    }

    /// A field's word, looked up among the words that may stand there.
    pub fn word<T: Copy>(
        &self,
        name: &str,
        words: &[(&str, T)],
        allowed: &'static str,
    ) -> Option<T> {
        let node = self.field(name);
        let text = node.own_text();
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            node.refuse(Problem::NotOneOf {
                value: cut(text),
                allowed,
            });
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// Refuses a field's list in which two entries have the same text as their `id`.
    pub fn distinct(&self, name: &str, id: &str) {
        let list = self.field(name);
        let texts = || {
            list.own_values()
                .iter()
                .map(|entry| entry.get(id)?.as_str())
        };
        for (index, text) in texts().enumerate() {
            let Some(value) = text else { continue };
            if texts().take(index).any(|earlier| earlier == text) {
                let value = cut(value);
                self.refuse(Problem::Duplicate { value });
            }
        }
    }

    /// The place as text: `words/SC/SC-03/question`.
    fn path(&self) -> String {
        let mut path = String::new();
        self.write_path(&mut path);
        if path.is_empty() {
            path.push_str("pack");
        }
        path
    }

    fn write_path(&self, path: &mut String) {
        let Some(parent) = self.parent else { return };
        let (above, name) = match (self.step, self.name()) {
            // `words/SC/SC-03` is as clear as `words/SC/protections/SC-03`, and shorter.
            (Step::Index(_), Some(name)) => match parent.parent {
                Some(owner) if owner.parent.is_some() => (owner, cut(name)),
                _ => (parent, cut(name)),
            },
            (Step::Index(index), None) => (parent, (index + 1).to_string()),
            (Step::Field(name), _) => (parent, name.to_owned()),
            (Step::Root, _) => return,
        };
        above.write_path(path);
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(&name);
    }

    /// What this value calls itself.
    fn name(&self) -> Option<&str> {
        let names = ["id", "group", "key"];
        names
            .iter()
            .find_map(|name| self.value.get(name).and_then(Value::as_str))
    }
}

/// The beginning of a text that may come from anywhere.
fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}
