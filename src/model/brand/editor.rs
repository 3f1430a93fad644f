//! A brand that is being edited: the JSON of its file, changed field by field, and what is wrong with it.
//!
//! The file is the only state: a field shows what stands at its place, and typing writes there. So the editor holds whatever
//! a file can hold, right or wrong, and what is wrong is told by the same reader that the page has for the file itself.

use super::super::{Download, Effect, Model};
use crate::text::brand as text;
use engine::brand::{Brand, BrandError, Logo, Pages, Problem};
use serde_json::{Map, Value};
use std::rc::Rc;

/// A brand that is being edited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Editor {
    /// The file; nothing until something is edited or opened.
    file: Option<Rc<Value>>,
    /// The overlay as it is typed, as long as it is not JSON.
    overlay: Option<String>,
    /// What is wrong.
    problems: Vec<Problem>,
}

/// What can be done to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Edited {
    /// A text at a place, such as `texts.lead.en`; an empty one goes.
    Typed(&'static str, String),
    /// Whether the brand has a screen.
    Page(&'static str, bool),
    /// The overlay as JSON.
    Overlay(String),
    /// A picture of that kind.
    Picture(String, Vec<u8>),
    /// No picture.
    NoPicture,
    /// A file was opened.
    Opened(String),
    /// Hand over the file.
    Download,
    /// Back to the page's own brand.
    Stop,
}

impl Editor {
    /// What is wrong.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What is wrong at a place or below it, in words.
    pub fn wrong_at(&self, place: &str) -> String {
        let below = |path: &str| {
            path.strip_prefix(place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let found = self.problems.iter().filter(|of| below(&of.path));
        let said: Vec<String> = found.map(|of| of.what.to_string()).collect();
        said.join(" ")
    }
}

impl Model {
    /// The file that is edited, or would be.
    pub fn brand_file(&self) -> Rc<Value> {
        let own = self.branding.editor.file.clone();
        own.unwrap_or_else(|| Rc::new(self.brand.value()))
    }

    /// The text at a place of the file.
    pub fn brand_text(&self, place: &str) -> String {
        let file = self.brand_file();
        let mut at = Some(&*file);
        for key in place.split('.') {
            at = at.and_then(|value| value.get(key));
        }
        match at {
            Some(Value::String(text)) => text.clone(),
            None | Some(Value::Null) => String::new(),
            Some(other) => other.to_string(),
        }
    }

    /// The overlay as it is typed.
    pub fn brand_overlay(&self) -> String {
        if let Some(typed) = &self.branding.editor.overlay {
            return typed.clone();
        }
        let file = self.brand_file();
        let overlay = file.get("overlay").filter(|value| !value.is_null());
        let pretty = overlay.and_then(|value| serde_json::to_string_pretty(value).ok());
        pretty.unwrap_or_default()
    }

    /// Whether the file that is edited has a screen.
    pub fn brand_has(&self, page: &str) -> bool {
        let file = self.brand_file();
        match file.get("pages").and_then(Value::as_array) {
            Some(pages) => pages.iter().any(|name| name == page),
            None => true,
        }
    }

    pub(super) fn edit_brand(&mut self, edited: Edited) -> Vec<Effect> {
        match edited {
            Edited::Typed(place, typed) => {
                let value = Some(Value::from(typed.as_str())).filter(|_| !typed.is_empty());
                self.put(place, value)
            }
            Edited::Page(page, there) => {
                let all = Pages::known().map(|(name, _)| name);
                let kept = all.filter(|name| {
                    (*name == page && there) || (*name != page && self.brand_has(name))
                });
                let names: Vec<Value> = kept.map(Value::from).collect();
                let every = names.len() == Pages::known().count();
                self.put("pages", (!every).then_some(Value::Array(names)))
            }
            Edited::Overlay(typed) => self.put_overlay(typed),
            Edited::Picture(kind, bytes) => match Logo::address(&kind, &bytes) {
                Some(address) => {
                    let name = self.brand_text("name");
                    if self.brand_text("logo.alternative").is_empty() {
                        self.set("logo.alternative", Some(name.into()));
                    }
                    self.put("logo.image", Some(address.into()))
                }
                None => self.say(self.words.get(text::PICTURE_REFUSED).to_owned(), None),
            },
            Edited::NoPicture => self.put("logo", None),
            Edited::Opened(text) => self.open_brand(&text),
            Edited::Download => self.download_brand(),
            Edited::Stop => {
                self.branding.editor = Editor::default();
                self.take_off()
            }
        }
    }

    /// Writes a value at a place of the file, and shows what comes of it.
    fn put(&mut self, place: &str, value: Option<Value>) -> Vec<Effect> {
        self.set(place, value);
        self.look_at_brand()
    }

    fn set(&mut self, place: &str, value: Option<Value>) {
        let mut file = (*self.brand_file()).clone();
        write(&mut file, place, value);
        self.branding.editor.file = Some(Rc::new(file));
    }

    fn put_overlay(&mut self, typed: String) -> Vec<Effect> {
        let wrapped = [
            "{\"overlay\":",
            if typed.trim().is_empty() {
                "null"
            } else {
                &typed
            },
            "}",
        ];
        match Brand::json(&wrapped.concat()) {
            Ok(value) => {
                // As it is typed it stays, so that nothing jumps under the hand.
                self.branding.editor.overlay = Some(typed);
                self.put(
                    "overlay",
                    value.get("overlay").filter(|of| !of.is_null()).cloned(),
                )
            }
            Err(BrandError { problems }) => {
                self.branding.editor.overlay = Some(typed);
                let place = |mut of: Problem| {
                    if of.path.is_empty() {
                        "overlay".clone_into(&mut of.path);
                    }
                    of
                };
                self.branding.editor.problems = problems.into_iter().map(place).collect();
                Vec::new()
            }
        }
    }

    fn open_brand(&mut self, text: &str) -> Vec<Effect> {
        match Brand::json(text) {
            Ok(value) if value.is_object() => {
                self.branding.editor = Editor {
                    file: Some(Rc::new(value)),
                    ..Editor::default()
                };
                self.look_at_brand()
            }
            Ok(value) => {
                let found = Brand::check(&value);
                self.branding.editor.problems =
                    found.err().map_or_else(Vec::new, |error| error.problems);
                Vec::new()
            }
            Err(error) => {
                self.branding.editor.problems = error.problems;
                Vec::new()
            }
        }
    }

    /// Checks the file; a right one is shown at once.
    fn look_at_brand(&mut self) -> Vec<Effect> {
        let checked = Brand::check(&self.brand_file());
        let fits = |brand: &Brand| {
            let plain = self.standard_catalogue();
            plain.map_or_else(Vec::new, |plain| brand.overlay.misfits(plain))
        };
        let checked = checked.and_then(|brand| {
            let problems = fits(&brand);
            if problems.is_empty() {
                Ok(brand)
            } else {
                Err(BrandError { problems })
            }
        });
        match checked {
            Ok(brand) => {
                self.branding.editor.problems.clear();
                self.try_on(Rc::new(brand))
            }
            Err(error) => {
                self.branding.editor.problems = error.problems;
                Vec::new()
            }
        }
    }

    fn download_brand(&mut self) -> Vec<Effect> {
        let Ok(file) = serde_json::to_string_pretty(&*self.brand_file()) else {
            return Vec::new();
        };
        let name = "brand.json".to_owned();
        vec![Effect::Download(Download::text(
            name,
            "application/json",
            [&file, "\n"].concat(),
        ))]
    }
}

/// Writes a value at a place; objects on the way are made, and those that are left empty go.
fn write(file: &mut Value, place: &str, value: Option<Value>) {
    let (key, rest) = match place.split_once('.') {
        Some((key, rest)) => (key, Some(rest)),
        None => (place, None),
    };
    // A text by itself is one for every language: it becomes the English one beside the other.
    if let (Value::String(text), true) = (&*file, engine::brand::LANGUAGES.contains(&key)) {
        *file = Value::Object(Map::from_iter([("en".to_owned(), text.clone().into())]));
    }
    if !file.is_object() {
        *file = Value::Object(Map::new());
    }
    let Value::Object(map) = file else { return };
    match (rest, value) {
        (None, Some(value)) => {
            map.insert(key.to_owned(), value);
        }
        (None, None) => {
            map.remove(key);
        }
        (Some(rest), value) => {
            let inner = map.entry(key).or_insert_with(|| Value::Object(Map::new()));
            write(inner, rest, value);
            if inner.as_object().is_some_and(Map::is_empty) {
                map.remove(key);
            }
        }
    }
}
