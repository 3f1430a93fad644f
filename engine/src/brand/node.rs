//! A value of a brand's file together with the place where it stands. Every problem is kept, so that an editor can show
//! them all; a value that was refused is read as nothing.

use super::problem::{Fault, Problem, TOLD, cut};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;

/// What is wrong with a file, as far as it was read.
#[derive(Default)]
pub(super) struct Heard(RefCell<Vec<Problem>>);

impl Heard {
    /// Notes a problem at a place.
    pub fn note(&self, path: &str, what: Fault) {
        let mut all = self.0.borrow_mut();
        if all.len() < TOLD {
            let path = path.chars().take(200).collect();
            all.push(Problem { path, what });
        }
    }

    /// All that was noted.
    pub fn all(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

/// Reads JSON into a value, and notes keys that stand twice: `serde_json` alone keeps the last and says nothing.
pub(super) fn json(text: &str, heard: &Heard) -> Option<Value> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let seed = Seed {
        path: String::new(),
        heard,
    };
    let read = seed
        .deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value));
    match read {
        Ok(value) => Some(value),
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            heard.note("", Fault::NotJson { line, column });
            None
        }
    }
}

/// A value that is about to be read, and its place.
struct Seed<'a> {
    path: String,
    heard: &'a Heard,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            let seed = Seed {
                path: at(&self.path, values.len()),
                heard: self.heard,
            };
            match list.next_element_seed(seed)? {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let path = under(&self.path, &key);
            if values.contains_key(&key) {
                self.heard.note(&path, Fault::Twice);
            }
            let heard = self.heard;
            let value = map.next_value_seed(Seed { path, heard })?;
            values.insert(key, value);
        }
        Ok(Value::Object(values))
    }
}

fn under(path: &str, key: &str) -> String {
    let key: String = key.chars().take(60).collect();
    if path.is_empty() {
        key
    } else {
        [path, ".", &key].concat()
    }
}

fn at(path: &str, index: usize) -> String {
    [path, "[", &index.to_string(), "]"].concat()
}

/// A value and its place.
pub(super) struct Node<'a> {
    pub value: &'a Value,
    pub path: String,
    pub heard: &'a Heard,
}

impl<'a> Node<'a> {
    /// The whole file.
    pub fn root(value: &'a Value, heard: &'a Heard) -> Self {
        let path = String::new();
        Self { value, path, heard }
    }

    /// Notes that this value is wrong.
    pub fn fault<T>(&self, what: Fault) -> Option<T> {
        self.heard.note(&self.path, what);
        None
    }

    /// This value as an object with these keys and no others.
    pub fn object(&self, known: &[&'static str]) -> Option<&'a Map<String, Value>> {
        let Value::Object(map) = self.value else {
            return self.fault(Fault::Wanted("an object { … }"));
        };
        for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
            let known = known.to_vec();
            self.heard
                .note(&under(&self.path, key), Fault::Unknown { known });
        }
        Some(map)
    }

    /// The value of a key of this object, if there is one. `null` is none.
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(self.child(key, value))
    }

    fn child(&self, key: &str, value: &'a Value) -> Node<'a> {
        Node {
            value,
            path: under(&self.path, key),
            heard: self.heard,
        }
    }

    /// The value of a key that has to be there.
    pub fn need(&self, key: &str) -> Option<Node<'a>> {
        let found = self.get(key);
        if found.is_none() && self.value.is_object() {
            self.heard.note(&under(&self.path, key), Fault::Missing);
        }
        found
    }

    /// The entries of an object whose keys are data.
    pub fn entries(&self, most: usize) -> Vec<(&'a str, Node<'a>)> {
        let Value::Object(map) = self.value else {
            self.heard
                .note(&self.path, Fault::Wanted("an object { … }"));
            return Vec::new();
        };
        if map.len() > most {
            self.heard.note(&self.path, Fault::TooMany { most });
            return Vec::new();
        }
        let entries = map.iter();
        entries
            .map(|(key, value)| (key.as_str(), self.child(key, value)))
            .collect()
    }

    /// The entries of this list.
    pub fn list(&self, most: usize) -> Vec<Node<'a>> {
        let Value::Array(values) = self.value else {
            self.heard.note(&self.path, Fault::Wanted("a list [ … ]"));
            return Vec::new();
        };
        if values.len() > most {
            self.heard.note(&self.path, Fault::TooMany { most });
            return Vec::new();
        }
        let entries = values.iter().enumerate();
        entries
            .map(|(index, value)| Node {
                value,
                path: at(&self.path, index),
                heard: self.heard,
            })
            .collect()
    }

    /// This text, whatever it means.
    pub fn word(&self) -> Option<&'a str> {
        match self.value {
            Value::String(text) => Some(text),
            _ => self.fault(Fault::Wanted("a text in quotation marks")),
        }
    }

    /// A text for people: not blank, not longer than its place, no control characters but ends of lines.
    pub fn text(&self, most: usize) -> Option<String> {
        let text = self.word()?;
        if text.trim().is_empty() {
            return self.fault(Fault::Wanted("a text that is not empty; or leave it out"));
        }
        if text.chars().count() > most {
            return self.fault(Fault::TooLong { most });
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            return self.fault(Fault::Wanted("a text without control characters"));
        }
        Some(text.to_owned())
    }

    /// One of a few words, each with its meaning.
    pub fn choice<T: Copy>(&self, choices: &[(&'static str, T)]) -> Option<T> {
        let word = self.word()?;
        match choices.iter().find(|(name, _)| *name == word) {
            Some((_, meaning)) => Some(*meaning),
            None => self.fault(Fault::NotOneOf {
                value: cut(word),
                allowed: choices.iter().map(|(name, _)| *name).collect(),
            }),
        }
    }
}
