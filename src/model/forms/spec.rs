//! One field as data: its words, how it is read out of its part of the file, and how it is put in.

use super::path::{FieldPath, Place};
use super::read::Read;
use super::{Draft, Drafts, Field, FieldKind};
use crate::words::{Text, Words};
use engine::agreement::Stated;

/// A field of a part `T` of the file.
pub struct Spec<T: 'static> {
    /// Its name within the part.
    pub key: &'static str,
    /// What is asked for.
    pub label: Text,
    /// More about it.
    pub hint: Option<Text>,
    /// How it is filled in.
    pub kind: Kind,
    /// What the part holds; nothing = the field has no place there at present.
    pub get: fn(&T) -> Option<Shown>,
    /// Puts a value in.
    pub put: fn(&mut T, &Given) -> Read<()>,
}

/// How a field is filled in.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A line of text.
    Line,
    /// A line that proposes values: the id of the list.
    Proposed(&'static str),
    /// Several lines.
    Area,
    /// One of several, folded up.
    Select(fn() -> Vec<(&'static str, Text)>),
    /// One of a few, all in sight.
    Radio(fn() -> Vec<(&'static str, Text)>),
}

/// What a part of the file holds for a field.
pub struct Shown {
    /// The text, or the key of what is chosen.
    pub text: String,
    /// What a person may say about the agreement's silence.
    pub silence: Silence,
}

/// Whether the agreement can be silent on a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It is no promise, so that there is nothing to be silent on.
    Never,
    /// It says something, or nobody has looked.
    Possible,
    /// It does not say.
    Said,
}

/// What a person gives.
pub enum Given<'a> {
    /// A text, or the key of what was chosen; empty = nothing.
    Text(&'a str),
    /// The agreement does not say.
    Silent,
}

/// The key that says that the agreement does not say.
pub const SILENT: &str = "silent";

impl Given<'_> {
    /// What was given if it is not nothing.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.trim().is_empty() => Some(text),
            Self::Text(_) | Self::Silent => None,
        }
    }
}

/// What is shown of something that is no promise.
pub fn plain(text: String) -> Option<Shown> {
    Some(Shown {
        text,
        silence: Silence::Never,
    })
}

/// What is shown of something that need not be known.
pub fn maybe<V>(value: Option<&V>, text: fn(&V) -> String) -> Option<Shown> {
    plain(value.map(text).unwrap_or_default())
}

/// What is shown of a promise.
pub fn stated<V>(value: &Stated<V>, text: fn(&V) -> String) -> Option<Shown> {
    let silence = if value.is_silent() {
        Silence::Said
    } else {
        Silence::Possible
    };
    Some(Shown {
        text: value.says().map(text).unwrap_or_default(),
        silence,
    })
}

/// What is chosen of a promise: its key.
pub fn chosen<V>(value: &Stated<V>, key: fn(&V) -> &'static str) -> Option<Shown> {
    let key = match value {
        Stated::NotLookedAt => "",
        Stated::Silent => SILENT,
        Stated::Says(value) => key(value),
    };
    plain(key.to_owned())
}

/// Puts a promise in.
pub fn put<V>(slot: &mut Stated<V>, given: &Given, read: fn(&str) -> Read<V>) -> Read<()> {
    *slot = match (given, given.text()) {
        (Given::Silent, _) => Stated::Silent,
        (_, None) => Stated::NotLookedAt,
        (_, Some(text)) => Stated::Says(read(text)?),
    };
    Ok(())
}

/// Puts something in that need not be known.
pub fn put_maybe<V>(slot: &mut Option<V>, given: &Given, read: fn(&str) -> Read<V>) -> Read<()> {
    *slot = given.text().map(read).transpose()?;
    Ok(())
}

/// Changes a promise that has been made; nothing given, or no promise, changes nothing.
pub fn refine<V, W>(
    slot: &mut Stated<V>,
    given: &Given,
    read: fn(&str) -> Read<W>,
    set: impl FnOnce(&mut V, W),
) -> Read<()> {
    if let (Stated::Says(value), Some(text)) = (slot, given.text()) {
        set(value, read(text)?);
    }
    Ok(())
}

/// Chooses a promise by its key; a key that is no choice changes nothing.
pub fn choose<V>(
    slot: &mut Stated<V>,
    given: &Given,
    make: impl FnOnce(&str, Option<&V>) -> Option<V>,
) -> Read<()> {
    match given.text() {
        None => *slot = Stated::NotLookedAt,
        Some(SILENT) => *slot = Stated::Silent,
        Some(key) => {
            if let Some(value) = make(key, slot.says()) {
                *slot = Stated::Says(value);
            }
        }
    }
    Ok(())
}

/// The meaning of a key in a table of choices.
pub fn meaning<V: Clone>(table: &[(&'static str, Text, V)], key: &str) -> Option<V> {
    table
        .iter()
        .find(|(of, _, _)| *of == key)
        .map(|(_, _, value)| value.clone())
}

/// The key of a meaning.
pub fn key_of<V: PartialEq>(table: &[(&'static str, Text, V)], value: &V) -> &'static str {
    table
        .iter()
        .find(|(_, _, of)| of == value)
        .map_or("", |(key, _, _)| key)
}

/// The choices of a table.
pub fn keys<V>(table: &[(&'static str, Text, V)]) -> Vec<(&'static str, Text)> {
    table.iter().map(|(key, label, _)| (*key, *label)).collect()
}

/// Puts a value into the field of that name; a name without a field changes nothing.
pub fn put_in<T>(specs: &[Spec<T>], part: &mut T, key: &str, given: &Given) -> Read<()> {
    specs
        .iter()
        .find(|spec| spec.key == key)
        .map_or(Ok(()), |spec| (spec.put)(part, given))
}

/// The fields of one part of the file as they are shown.
pub fn fields<T>(
    specs: &[Spec<T>],
    part: &T,
    place: Place,
    words: Words,
    drafts: &Drafts,
) -> Vec<Field> {
    let mut fields = Vec::with_capacity(specs.len());
    for spec in specs {
        if let Some(shown) = (spec.get)(part) {
            fields.push(field(
                spec.key, spec.label, spec.hint, spec.kind, shown, place, words, drafts,
            ));
        }
    }
    fields
}

/// One field as it is shown.
#[allow(
    clippy::too_many_arguments,
    reason = "apart from the part's type, so that it is compiled once"
)]
pub fn field(
    key: &'static str,
    label: Text,
    hint: Option<Text>,
    kind: Kind,
    shown: Shown,
    place: Place,
    words: Words,
    drafts: &Drafts,
) -> Field {
    let path = FieldPath { place, key };
    let draft = drafts.of(path);
    let named = |list: fn() -> Vec<(&'static str, Text)>| {
        list()
            .into_iter()
            .map(|(key, label)| (key, words.get(label)))
            .collect()
    };
    Field {
        id: path.id(),
        path,
        label: words.get(label),
        hint: hint
            .map(|hint| words.get(hint).to_owned())
            .unwrap_or_default(),
        error: draft.map(Draft::shown_error).unwrap_or_default().to_owned(),
        value: draft.map_or(shown.text, |draft| draft.text.clone()),
        silence: shown.silence,
        kind: match kind {
            Kind::Line => FieldKind::Line { proposes: "" },
            Kind::Proposed(proposes) => FieldKind::Line { proposes },
            Kind::Area => FieldKind::Area,
            Kind::Select(list) => FieldKind::Select(named(list)),
            Kind::Radio(list) => FieldKind::Radio(named(list)),
        },
    }
}
