//! A value of a file together with the place where it stands.
//!
//! The first refusal is kept beside the file, and reading goes on around it: nothing of a refused file is used. Readers
//! so have no errors to pass on, which would weigh more in the browser than the reading.

use super::error::{ArchiveError, Found, Problem, Wanted, cut};
use super::limits;
use super::note::{Note, NoteKind};
use crate::agreement::Stated;
use serde_json::{Map, Value};
use std::cell::{OnceCell, RefCell};
use std::fmt::Write;

/// What was read; nothing where it was refused.
pub(super) type Read<T> = Option<T>;

/// What the person should hear about a file.
#[derive(Default)]
pub(super) struct Heard {
    /// Why the file cannot be opened: the first reason.
    pub(super) refusal: OnceCell<ArchiveError>,
    /// What was noticed all the same.
    pub(super) notes: RefCell<Vec<Note>>,
}

impl Heard {
    fn refuse(&self, place: &Place, problem: Problem) {
        self.refusal.get_or_init(|| ArchiveError::At {
            path: place.words(),
            problem,
        });
    }

    fn note(&self, place: &Place, kind: NoteKind) {
        self.notes.borrow_mut().push(Note {
            path: place.words(),
            kind,
        });
    }
}

/// Where a value stands: a chain back to the root, turned into words only when somebody asks.
#[derive(Clone, Copy)]
enum Place<'a> {
    Root,
    Key(&'a Place<'a>, &'a str),
    Index(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn write(&self, out: &mut String) {
        match self {
            Self::Root => {}
            Self::Key(parent, key) => {
                parent.write(out);
                if !out.is_empty() {
                    out.push('.');
                }
                // A key may be as long as the file.
                out.extend(key.chars().take(60));
            }
            Self::Index(parent, index) => {
                parent.write(out);
                // Writing to a String cannot fail.
                let _ = write!(out, "[{index}]");
            }
        }
    }

    fn words(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }
}

/// A value and where it stands.
pub(super) struct Node<'a> {
    value: &'a Value,
    place: Place<'a>,
    heard: &'a Heard,
}

/// An object that is being read; what nobody asked for is noted when it is closed.
pub(super) struct Object<'a> {
    map: &'a Map<String, Value>,
    place: Place<'a>,
    heard: &'a Heard,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Value, heard: &'a Heard) -> Self {
        Self {
            value,
            place: Place::Root,
            heard,
        }
    }

    /// Refuses the file for a problem with this value.
    pub(super) fn fail<T>(&self, problem: Problem) -> Read<T> {
        self.heard.refuse(&self.place, problem);
        None
    }

    /// What was made of this value, or the problem with it.
    pub(super) fn accept<T>(&self, made: Result<T, Problem>) -> Read<T> {
        made.map_or_else(|problem| self.fail(problem), Some)
    }

    pub(super) fn wrong<T>(&self, wanted: Wanted) -> Read<T> {
        let found = match self.value {
            Value::Null => Found::Null,
            Value::Bool(_) => Found::YesOrNo,
            Value::Number(_) => Found::Number,
            Value::String(_) => Found::Text,
            Value::Array(_) => Found::List,
            Value::Object(_) => Found::Object,
        };
        self.fail(Problem::WrongType { wanted, found })
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.is_string()
    }

    pub(super) fn object(&'a self) -> Read<Object<'a>> {
        match self.value {
            Value::Object(map) => Some(Object {
                map,
                place: self.place,
                heard: self.heard,
                asked: RefCell::default(),
            }),
            _ => self.wrong(Wanted::Object),
        }
    }

    /// The entries of a list, each read by `read`.
    pub(super) fn list<T>(&self, read: fn(&Node) -> Read<T>) -> Read<Vec<T>> {
        let values = self.values()?;
        let mut entries = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            entries.extend(read(&Node {
                value,
                place: Place::Index(&self.place, index),
                heard: self.heard,
            }));
        }
        Some(entries)
    }

    /// The entries of a list that each have an id of their own.
    pub(super) fn list_by_id<T>(&self, read: fn(&Node) -> Read<T>) -> Read<Vec<T>> {
        let entries = self.list(read);
        self.distinct_ids();
        entries
    }

    fn distinct_ids(&self) {
        let mut seen = std::collections::BTreeSet::new();
        for (index, entry) in self.values().into_iter().flatten().enumerate() {
            let Some(id) = entry.get("id").and_then(Value::as_str) else {
                continue;
            };
            if !seen.insert(id) {
                let place = Place::Index(&self.place, index);
                let problem = Problem::DuplicateId { value: cut(id) };
                self.heard.refuse(&Place::Key(&place, "id"), problem);
            }
        }
    }

    fn values(&self) -> Read<&'a [Value]> {
        let Value::Array(values) = self.value else {
            return self.wrong(Wanted::List);
        };
        self.check_count(values.len())?;
        Some(values)
    }

    /// The entries of an object whose keys are data.
    pub(super) fn entries(&self, mut each: impl FnMut(&str, &Node) -> Read<()>) -> Read<()> {
        let Value::Object(map) = self.value else {
            return self.wrong(Wanted::Object);
        };
        self.check_count(map.len())?;
        for (key, value) in map {
            let place = Place::Key(&self.place, key);
            let heard = self.heard;
            each(
                key,
                &Node {
                    value,
                    place,
                    heard,
                },
            )?;
        }
        Some(())
    }

    fn check_count(&self, entries: usize) -> Read<()> {
        let most = limits::ENTRIES;
        if entries > most {
            return self.fail(Problem::TooMany { entries, most });
        }
        Some(())
    }

    /// The text as it stands, whatever it means.
    pub(super) fn word(&self) -> Read<&'a str> {
        self.value
            .as_str()
            .map_or_else(|| self.wrong(Wanted::Text), Some)
    }

    /// A percentage is a text, so that it stays exact; a bare number gets a remedy of its own.
    pub(super) fn percent_word(&self) -> Read<&'a str> {
        self.value
            .as_str()
            .map_or_else(|| self.wrong(Wanted::PercentText), Some)
    }

    /// What a person wrote: without control characters, not longer than a field holds.
    pub(super) fn text(&self) -> Read<String> {
        let text = self.word()?;
        let characters = text.chars().count();
        if characters > limits::TEXT {
            return self.fail(Problem::TextTooLong {
                characters,
                most: limits::TEXT,
            });
        }
        // Marks of writing direction stay: names need them, and the screen isolates every text.
        let keep = |c: char| !c.is_control() || c == '\n' || c == '\t';
        if text.chars().all(keep) {
            return Some(text.to_owned());
        }
        // A carriage return before a line feed is how some systems end lines, and nothing to speak of.
        let plain = text.replace("\r\n", "\n");
        let kept: String = plain.chars().filter(|c| keep(*c)).collect();
        if kept.len() != plain.len() {
            self.heard.note(&self.place, NoteKind::ControlCharacters);
        }
        Some(kept)
    }

    pub(super) fn yes_or_no(&self) -> Read<bool> {
        self.value
            .as_bool()
            .map_or_else(|| self.wrong(Wanted::YesOrNo), Some)
    }

    /// A whole number from `least` to `most`.
    pub(super) fn number(&self, least: u64, most: u64) -> Read<u64> {
        let Value::Number(number) = self.value else {
            return self.wrong(Wanted::WholeNumber);
        };
        match number.as_u64() {
            Some(value) if (least..=most).contains(&value) => Some(value),
            Some(_) => self.fail(Problem::OutOfRange { least, most }),
            None if number.as_i64().is_some() => self.fail(Problem::Negative),
            None if number.as_f64().is_some_and(f64::is_sign_negative) => {
                self.fail(Problem::Negative)
            }
            None => self.wrong(Wanted::WholeNumber),
        }
    }

    /// One of a few words; `choices` pairs each with its meaning.
    pub(super) fn choice<T: Copy>(&self, choices: &[(&'static str, T)]) -> Read<T> {
        let word = self.word()?;
        match choices.iter().find(|(name, _)| *name == word) {
            Some((_, meaning)) => Some(*meaning),
            None => self.fail(Problem::NotOneOf {
                value: cut(word),
                allowed: choices.iter().map(|(name, _)| *name).collect(),
            }),
        }
    }

    /// What was noticed so far, handed over.
    pub(super) fn take_notes(&self) -> Vec<Note> {
        self.heard.notes.take()
    }

    /// Refuses the file as a whole.
    pub(super) fn refuse_file<T>(&self, error: ArchiveError) -> Read<T> {
        self.heard.refusal.get_or_init(|| error);
        None
    }
}

impl Object<'_> {
    /// The value of a field, if there is one. `null` is none.
    pub(super) fn get(&self, key: &'static str) -> Option<Node<'_>> {
        self.asked.borrow_mut().push(key);
        let value = self.map.get(key).filter(|value| !value.is_null())?;
        Some(Node {
            value,
            place: Place::Key(&self.place, key),
            heard: self.heard,
        })
    }

    /// The value of a field that has to be there.
    pub(super) fn need(&self, key: &'static str) -> Read<Node<'_>> {
        let found = self.get(key);
        if found.is_none() {
            let place = Place::Key(&self.place, key);
            self.heard.refuse(&place, Problem::Missing);
        }
        found
    }

    /// A field that may be absent, read by `read`.
    pub(super) fn maybe<T>(&self, key: &'static str, read: fn(&Node) -> Read<T>) -> Option<T> {
        read(&self.get(key)?)
    }

    /// The same with the type's default where nothing stands.
    pub(super) fn or_default<T: Default>(
        &self,
        key: &'static str,
        read: fn(&Node) -> Read<T>,
    ) -> T {
        self.maybe(key, read).unwrap_or_default()
    }

    /// What is known of a promise: no field = nobody has looked, `{"silent": true}`, `{"says": …}`.
    pub(super) fn stated<T>(&self, key: &'static str, read: fn(&Node) -> Read<T>) -> Stated<T> {
        let statement = |node: Node| {
            let o = node.object()?;
            let stated = match (o.get("silent"), o.get("says")) {
                (Some(silent), None) if silent.yes_or_no()? => Stated::Silent,
                (None, Some(says)) => Stated::Says(read(&says)?),
                _ => return node.wrong(Wanted::Statement),
            };
            o.close();
            Some(stated)
        };
        self.get(key).and_then(statement).unwrap_or_default()
    }

    /// Ends the reading: every field that was not asked for is noted and left out.
    pub(super) fn close(&self) {
        let asked = self.asked.borrow();
        for key in self.map.keys().filter(|key| !asked.contains(&key.as_str())) {
            let place = Place::Key(&self.place, key);
            self.heard.note(&place, NoteKind::UnknownField);
        }
    }
}
