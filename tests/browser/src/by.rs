//! How a test names an element: as a person would find it, or by a selector.

use std::fmt;

use serde::Serialize;

/// Names one element. The first visible match in the page's order is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum By {
    /// A CSS selector.
    Css(String),
    /// A role and the accessible name; a name that ends in `...` is the beginning of one.
    Role(String, String),
    /// A form control by its label; a label that ends in `...` is the beginning of one.
    Label(String),
    /// The innermost element with exactly this text; a text that ends in `...` is the beginning of one.
    Text(String),
}

impl By {
    /// By a CSS selector.
    pub fn css(selector: &str) -> Self {
        Self::Css(selector.to_owned())
    }

    /// By role and accessible name: `By::role("button", "Export")`.
    pub fn role(role: &str, name: &str) -> Self {
        Self::Role(role.to_owned(), name.to_owned())
    }

    /// A form control by its label.
    pub fn label(label: &str) -> Self {
        Self::Label(label.to_owned())
    }

    /// The innermost element with this text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&str> for By {
    fn from(selector: &str) -> Self {
        Self::css(selector)
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Css(selector) => write!(f, "`{selector}`"),
            Self::Role(role, name) => write!(f, "the {role} \"{name}\""),
            Self::Label(label) => write!(f, "the field \"{label}\""),
            Self::Text(text) => write!(f, "the text \"{text}\""),
        }
    }
}
