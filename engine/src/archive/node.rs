//! A value of a file together with the place where it stands.

use super::error::{ArchiveError, Found, Problem, Wanted, cut};
use super::limits;
use super::note::{Note, NoteKind};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt::Write;

pub(super) type Read<T> = Result<T, ArchiveError>;

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
    notes: &'a RefCell<Vec<Note>>,
}

/// An object that is being read; what nobody asked for is noted when it is closed.
pub(super) struct Object<'a> {
    map: &'a Map<String, Value>,
    place: Place<'a>,
    notes: &'a RefCell<Vec<Note>>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Value, notes: &'a RefCell<Vec<Note>>) -> Self {
        Self {
            value,
            place: Place::Root,
            notes,
        }
    }

    pub(super) fn fail<T>(&self, problem: Problem) -> Read<T> {
        Err(ArchiveError::At {
            path: self.place.words(),
            problem,
        })
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
            Value::Object(map) => Ok(Object {
                map,
                place: self.place,
                notes: self.notes,
                asked: RefCell::default(),
            }),
            _ => self.wrong(Wanted::Object),
        }
    }

    /// The entries of a list, each read by `read`.
    pub(super) fn list<T>(&self, read: fn(&Node) -> Read<T>) -> Read<Vec<T>> {
        let Value::Array(values) = self.value else {
            return self.wrong(Wanted::List);
        };
        self.check_count(values.len())?;
        let entry = |(index, value)| {
            read(&Node {
                value,
                place: Place::Index(&self.place, index),
                notes: self.notes,
            })
        };
        values.iter().enumerate().map(entry).collect()
    }

    /// The entries of a list that each have an id of their own.
    pub(super) fn list_by_id<T>(
        &self,
        read: fn(&Node) -> Read<T>,
        id: fn(&T) -> &str,
    ) -> Read<Vec<T>> {
        let entries = self.list(read)?;
        let mut seen = std::collections::BTreeSet::new();
        for (index, entry) in entries.iter().enumerate() {
            if !seen.insert(id(entry)) {
                let place = Place::Index(&self.place, index);
                let problem = Problem::DuplicateId {
                    value: cut(id(entry)),
                };
                return Err(ArchiveError::At {
                    path: Place::Key(&place, "id").words(),
                    problem,
                });
            }
        }
        Ok(entries)
    }

    /// The entries of an object whose keys are data.
    pub(super) fn entries(&self, mut each: impl FnMut(&str, &Node) -> Read<()>) -> Read<()> {
        let Value::Object(map) = self.value else {
            return self.wrong(Wanted::Object);
        };
        self.check_count(map.len())?;
        for (key, value) in map {
            each(
                key,
                &Node {
                    value,
                    place: Place::Key(&self.place, key),
                    notes: self.notes,
                },
            )?;
        }
        Ok(())
    }

    fn check_count(&self, entries: usize) -> Read<()> {
        if entries > limits::ENTRIES {
            self.fail(Problem::TooMany {
                entries,
                most: limits::ENTRIES,
            })
        } else {
            Ok(())
        }
    }

    /// The text as it stands, whatever it means.
    pub(super) fn word(&self) -> Read<&'a str> {
        self.value
            .as_str()
            .map_or_else(|| self.wrong(Wanted::Text), Ok)
    }

    /// A percentage is a text, so that it stays exact; a bare number gets a remedy of its own.
    pub(super) fn percent_word(&self) -> Read<&'a str> {
        self.value
            .as_str()
            .map_or_else(|| self.wrong(Wanted::PercentText), Ok)
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
            return Ok(text.to_owned());
        }
        // A carriage return before a line feed is how some systems end lines, and nothing to speak of.
        let plain = text.replace("\r\n", "\n");
        let kept: String = plain.chars().filter(|c| keep(*c)).collect();
        if kept.len() != plain.len() {
            self.note(NoteKind::ControlCharacters);
        }
        Ok(kept)
    }

    pub(super) fn yes_or_no(&self) -> Read<bool> {
        self.value
            .as_bool()
            .map_or_else(|| self.wrong(Wanted::YesOrNo), Ok)
    }

    /// A whole number from `least` to `most`.
    pub(super) fn number(&self, least: u64, most: u64) -> Read<u64> {
        let Value::Number(number) = self.value else {
            return self.wrong(Wanted::WholeNumber);
        };
        match number.as_u64() {
            Some(value) if (least..=most).contains(&value) => Ok(value),
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
            Some((_, meaning)) => Ok(*meaning),
            None => self.fail(Problem::NotOneOf {
                value: cut(word),
                allowed: choices.iter().map(|(name, _)| *name).collect(),
            }),
        }
    }

    /// What was noticed so far, handed over.
    pub(super) fn take_notes(&self) -> Vec<Note> {
        self.notes.take()
    }

    fn note(&self, kind: NoteKind) {
        self.notes.borrow_mut().push(Note {
            path: self.place.words(),
            kind,
        });
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
            notes: self.notes,
        })
    }

    /// The value of a field that has to be there.
    pub(super) fn need(&self, key: &'static str) -> Read<Node<'_>> {
        match self.get(key) {
            Some(node) => Ok(node),
            None => Err(ArchiveError::At {
                path: Place::Key(&self.place, key).words(),
                problem: Problem::Missing,
            }),
        }
    }

    /// A field that may be absent, read by `read`.
    pub(super) fn maybe<T>(
        &self,
        key: &'static str,
        read: fn(&Node) -> Read<T>,
    ) -> Read<Option<T>> {
        self.get(key).map(|node| read(&node)).transpose()
    }

    /// The same with the type's default where nothing stands.
    pub(super) fn or_default<T: Default>(
        &self,
        key: &'static str,
        read: fn(&Node) -> Read<T>,
    ) -> Read<T> {
        Ok(self.maybe(key, read)?.unwrap_or_default())
    }

    /// Ends the reading: every field that was not asked for is noted and left out.
    pub(super) fn close(&self) {
        let asked = self.asked.borrow();
        for key in self.map.keys().filter(|key| !asked.contains(&key.as_str())) {
            let path = Place::Key(&self.place, key).words();
            self.notes.borrow_mut().push(Note {
                path,
                kind: NoteKind::UnknownField,
            });
        }
    }
}
