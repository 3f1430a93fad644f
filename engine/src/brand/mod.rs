//! Whose tool it is: the name, the look and the wishes of the firm that offers it.
//!
//! `docs/brand.md` describes the file. It comes from outside: it is read into these types, or refused with the places that
//! are wrong and what would be right there. Nothing of it can run, and no text of it is more than text.

pub mod color;
mod contact;
mod first_screen;
mod logo;
mod node;
mod overlay;
mod pages;
pub mod palette;
mod problem;
mod texts;
mod write;

#[cfg(test)]
mod tests;

pub use contact::ContactLink;
pub use first_screen::{FirstScreen, Property};
pub use logo::{LONGEST as LONGEST_LOGO, Logo};
pub use overlay::{Added, Field, Overlay};
pub use pages::Pages;
pub use problem::{BrandError, Fault, LARGEST, Problem};
pub use texts::{LANGUAGES, Localized, PLACES, Texts};

use crate::quantity::Currency;
use color::Color;
use node::{Heard, Node};
use serde_json::Value;
use texts::Place;

/// What a brand's file says of itself.
pub const FORMAT: &str = "sla-gap-brand";
/// The version of the file that is written; all up to it are read.
pub const VERSION: u32 = 1;
/// The name under which the standard brand keeps things.
pub const STANDARD: &str = "sla-gap";

/// What a brand's file says. What it leaves out is as in [`Brand::standard`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// Its name in files and databases: small letters, digits and hyphens.
    pub id: String,
    /// What the tool is called.
    pub name: String,
    /// The picture beside the name.
    pub logo: Option<Logo>,
    /// The accent in the light scheme.
    pub light: Option<Color>,
    /// The accent in the dark scheme.
    pub dark: Option<Color>,
    /// How the person reaches the firm; `None` = nobody to reach.
    pub contact: Option<ContactLink>,
    /// What it says in its own words.
    pub texts: Texts,
    /// The currency of clients that have none yet.
    pub currency: Option<Currency>,
    /// The language that is shown to who has chosen none.
    pub locale: Option<Locale>,
    /// Which screens there are.
    pub pages: Pages,
    /// What it lays over the catalogue.
    pub overlay: Overlay,
}

/// A language and the country whose dates and numbers it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// American English.
    EnUs,
    /// Spanish in the United States.
    EsUs,
}

impl Locale {
    /// Each with its tag.
    pub const TAGS: [(&'static str, Self); 2] = [("en-US", Self::EnUs), ("es-US", Self::EsUs)];

    /// The tag, such as `en-US`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::EnUs => "en-US",
            Self::EsUs => "es-US",
        }
    }
}

/// The keys of a file.
const KEYS: [&str; 12] = [
    "format", "version", "id", "name", "logo", "colors", "contact", "texts", "currency", "locale",
    "pages", "overlay",
];

impl Brand {
    /// The tool without any firm's mark.
    pub fn standard() -> Self {
        Self {
            id: STANDARD.to_owned(),
            name: "SLA Gap".to_owned(),
            logo: None,
            light: None,
            dark: None,
            contact: None,
            texts: Texts::default(),
            currency: None,
            locale: None,
            pages: Pages::default(),
            overlay: Overlay::default(),
        }
    }

    /// Reads a brand's file.
    ///
    /// # Errors
    ///
    /// [`BrandError`] with every place that is wrong and what would be right there, up to twenty.
    pub fn parse(text: &str) -> Result<Self, BrandError> {
        Self::check(&Self::json(text)?)
    }

    /// The JSON of a file that may be a brand's, so that an editor can show what is wrong with it.
    ///
    /// # Errors
    ///
    /// [`BrandError`] where it is too large, is not JSON, or has a key twice.
    pub fn json(text: &str) -> Result<Value, BrandError> {
        let heard = Heard::default();
        // What some editors put before every text.
        let text = text.trim_start_matches('\u{feff}');
        if text.len() > LARGEST {
            let bytes = text.len();
            heard.note("", Fault::TooLarge { bytes });
        } else if let Some(value) = node::json(text, &heard) {
            return finished(Some(value), heard);
        }
        finished(None, heard)
    }

    /// The brand that a value describes.
    ///
    /// # Errors
    ///
    /// As for [`Brand::parse`].
    pub fn check(value: &Value) -> Result<Self, BrandError> {
        let heard = Heard::default();
        let brand = Self::read(&Node::root(value, &heard));
        finished(brand, heard)
    }

    fn read(node: &Node) -> Option<Self> {
        if node.value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return node.fault(Fault::NotABrand);
        }
        node.object(&KEYS)?;
        if let Some(version) = node.need("version") {
            match version.value.as_u64() {
                Some(number) if number == u64::from(VERSION) => {}
                Some(number) if number > u64::from(VERSION) => version.fault(Fault::Newer)?,
                _ => version.fault(Fault::Wanted("1"))?,
            }
        }
        let id = node.need("id").and_then(|node| id(&node));
        let name = node
            .need("name")
            .and_then(|node| node.text(Place::NAME.0))
            .map(|name| name.replace('\n', " "));
        let colors = node.get("colors");
        if let Some(colors) = &colors {
            colors.object(&["light", "dark"]);
        }
        let of = |key: &str| color(&colors.as_ref()?.get(key)?);
        Some(Self {
            logo: node.get("logo").and_then(|node| Logo::read(&node)),
            light: of("light"),
            dark: of("dark"),
            contact: node
                .get("contact")
                .and_then(|node| ContactLink::read(&node)),
            texts: node
                .get("texts")
                .and_then(|node| Texts::read(&node))
                .unwrap_or_default(),
            currency: node.get("currency").and_then(|node| currency(&node)),
            locale: node
                .get("locale")
                .and_then(|node| node.choice(&Locale::TAGS)),
            pages: node
                .get("pages")
                .and_then(|node| Pages::read(&node))
                .unwrap_or_default(),
            overlay: node
                .get("overlay")
                .and_then(|node| Overlay::read(&node))
                .unwrap_or_default(),
            id: id.unwrap_or_default(),
            name: name.unwrap_or_default(),
        })
    }
}

impl Default for Brand {
    fn default() -> Self {
        Self::standard()
    }
}

/// What was read, unless anything was wrong with it.
fn finished<T>(read: Option<T>, heard: Heard) -> Result<T, BrandError> {
    let mut problems = heard.all();
    match read {
        Some(read) if problems.is_empty() => Ok(read),
        _ => {
            if problems.is_empty() {
                let (path, what) = (String::new(), Fault::NotABrand);
                problems.push(Problem { path, what });
            }
            Err(BrandError { problems })
        }
    }
}

/// Whether a name can be part of a file's name and of a database's.
pub fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn id(node: &Node) -> Option<String> {
    let text = node.word()?;
    if is_id(text) {
        Some(text.to_owned())
    } else {
        node.fault(Fault::Wanted("1 to 40 small letters, digits and hyphens"))
    }
}

fn color(node: &Node) -> Option<Color> {
    let color = Color::parse(node.word()?);
    if color.is_none() {
        return node.fault(Fault::Wanted("a color such as #0b5c58"));
    }
    color
}

fn currency(node: &Node) -> Option<Currency> {
    match Currency::parse(node.word()?) {
        Ok(currency) => Some(currency),
        Err(error) => node.fault(Fault::Currency(error)),
    }
}
