//! A value of the pack that knows where it stands, so that every refusal names its place.
//!
//! Read by hand from `serde_json::Value` rather than through derived readers: a derived reader cannot say where in the
//! pack it stopped, and some thirty of them would weigh more in the browser than this file.

use serde_json::Value;

use super::error::{CatalogueError, Problem};

/// How a value was reached from the one above it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

/// A value of the pack and its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    value: &'a Value,
    step: Step<'a>,
    parent: Option<&'a Node<'a>>,
}

pub(super) type Read<T> = Result<T, CatalogueError>;

impl<'a> Node<'a> {
    /// The whole pack.
    pub fn root(value: &'a Value) -> Self {
        Self {
            value,
            step: Step::Root,
            parent: None,
        }
    }

    /// A problem with this value.
    pub fn error(&self, problem: Problem) -> CatalogueError {
        CatalogueError {
            path: self.path(),
            problem,
        }
    }

    /// The field of that name, be it `null`.
    pub fn field<'b>(&'b self, name: &'b str) -> Read<Node<'b>> {
        let Value::Object(fields) = self.value else {
            return Err(self.error(Problem::Expected("an object")));
        };
        let found = fields.get(name);
        let node = Node {
            value: found.unwrap_or(&Value::Null),
            step: Step::Field(name),
            parent: Some(self),
        };
        match found {
            Some(_) => Ok(node),
            None => Err(node.error(Problem::Missing)),
        }
    }

    /// The text of a field; never empty or blank.
    pub fn text(&self, name: &str) -> Read<String> {
        self.field(name)?.own_text()
    }

    /// The text of a field that may be `null` or absent.
    pub fn text_or_null(&self, name: &str) -> Read<Option<String>> {
        match self.field(name) {
            Ok(node) if !node.value.is_null() => node.own_text().map(Some),
            _ => Ok(None),
        }
    }

    /// The field of that name, if it is there and not `null`.
    pub fn optional<'b>(&'b self, name: &'b str) -> Option<Node<'b>> {
        self.field(name).ok().filter(|node| !node.value.is_null())
    }

    /// This value as a text; never empty or blank.
    pub fn own_text(&self) -> Read<String> {
        match self.value {
            Value::String(text) if !text.trim().is_empty() => Ok(text.clone()),
            _ => Err(self.error(Problem::Expected("a text that is not empty"))),
        }
    }

    /// A whole number of a field, at most `most`.
    pub fn number(&self, name: &str, most: u8, what: &'static str) -> Read<u8> {
        let node = self.field(name)?;
        let number = node
            .value
            .as_u64()
            .filter(|number| *number <= u64::from(most));
        number
            .and_then(|number| u8::try_from(number).ok())
            .ok_or_else(|| node.error(Problem::Expected(what)))
    }

    /// The entries of a field's list.
    pub fn list<T>(&self, name: &str, read: impl Fn(&Node) -> Read<T>) -> Read<Vec<T>> {
        let list = self.field(name)?;
        let Value::Array(entries) = list.value else {
            return Err(list.error(Problem::Expected("a list")));
        };
        let mut out = Vec::with_capacity(entries.len());
        for (index, value) in entries.iter().enumerate() {
            out.push(read(&Node {
                value,
                step: Step::Index(index),
                parent: Some(&list),
            })?);
        }
        Ok(out)
    }

    /// The texts of a field's list.
    pub fn texts(&self, name: &str) -> Read<Vec<String>> {
        // The method's own path is tied to one lifetime and does not fit `list`.
        #[allow(clippy::redundant_closure_for_method_calls)]
        self.list(name, |node| node.own_text())
    }

    /// This value as a row of texts that may be empty.
    pub fn own_cells(&self) -> Read<Vec<String>> {
        let cells = self.value.as_array().and_then(|cells| {
            let texts = cells.iter().map(|cell| cell.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>()
        });
        cells.ok_or_else(|| self.error(Problem::Expected("a list of texts")))
    }

    /// A field's text read as something with a text form, such as an id.
    pub fn parse<T: std::str::FromStr>(&self, name: &str, what: &'static str) -> Read<T> {
        self.field(name)?.own_parse(what)
    }

    /// This value's text read as something with a text form.
    pub fn own_parse<T: std::str::FromStr>(&self, what: &'static str) -> Read<T> {
        self.own_text()?
            .parse()
            .map_err(|_| self.error(Problem::Expected(what)))
    }

    /// A field's word, looked up among the words that may stand there.
    pub fn word<T: Copy>(&self, name: &str, words: &[(&str, T)], allowed: &'static str) -> Read<T> {
        let node = self.field(name)?;
        let text = node.own_text()?;
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, meaning)) => Ok(*meaning),
            None => Err(node.error(Problem::NotOneOf {
                value: cut(&text),
                allowed,
            })),
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

/// Refuses a list in which two entries have the same id.
pub(super) fn distinct<T>(list: &Node, entries: &[T], id: impl Fn(&T) -> &str) -> Read<()> {
    for (index, entry) in entries.iter().enumerate() {
        if entries
            .iter()
            .take(index)
            .any(|earlier| id(earlier) == id(entry))
        {
            return Err(list.error(Problem::Duplicate {
                value: cut(id(entry)),
            }));
        }
    }
    Ok(())
}
