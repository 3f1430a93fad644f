//! A brand as its file.

use super::{Brand, FORMAT, Localized, VERSION};
use serde_json::{Map, Value, json};

impl Brand {
    /// The file that says this, its keys in the order of the description where the program keeps an order.
    pub fn value(&self) -> Value {
        let mut file = Map::new();
        let mut put = |key: &str, value: Value| {
            if !value.is_null() {
                file.insert(key.to_owned(), value);
            }
        };
        put("format", FORMAT.into());
        put("version", VERSION.into());
        put("id", self.id.clone().into());
        put("name", self.name.clone().into());
        if let Some(logo) = &self.logo {
            let alternative = texts(&logo.alternative);
            put(
                "logo",
                json!({ "image": logo.image, "alternative": alternative }),
            );
        }
        let mut colors = Map::new();
        for (key, color) in [("light", self.light), ("dark", self.dark)] {
            if let Some(color) = color {
                colors.insert(key.to_owned(), color.to_string().into());
            }
        }
        put("colors", filled(colors));
        put(
            "contact",
            self.contact.as_ref().map(super::ContactLink::href).into(),
        );
        let mut words = Map::new();
        for (key, text) in [
            ("lead", &self.texts.lead),
            ("contact_title", &self.texts.contact_title),
            ("contact_text", &self.texts.contact_text),
            ("footer", &self.texts.footer),
        ] {
            if let Some(text) = text {
                words.insert(key.to_owned(), texts(text));
            }
        }
        put("texts", filled(words));
        put("currency", self.currency.map(|of| of.to_string()).into());
        put("locale", self.locale.map(super::Locale::tag).into());
        put("pages", self.pages.named().map(<[_]>::to_vec).into());
        put("overlay", self.overlay_value());
        Value::Object(file)
    }

    /// The overlay as it stands in a file; `null` where there is none.
    pub fn overlay_value(&self) -> Value {
        let overlay = &self.overlay;
        if *overlay == super::Overlay::default() {
            return Value::Null;
        }
        let mut out = Map::new();
        for (key, text) in [("title", &overlay.title), ("intro", &overlay.intro)] {
            if let Some(text) = text {
                out.insert(key.to_owned(), texts(text));
            }
        }
        let added: Vec<Value> = overlay.added.iter().map(added).collect();
        if !added.is_empty() {
            out.insert("add".to_owned(), added.into());
        }
        let weights = overlay.weights.iter();
        let weights: Map<String, Value> = weights
            .map(|(id, weight)| (id.to_string(), weight.get().into()))
            .collect();
        let wordings = overlay.wordings.iter();
        let wordings: Map<String, Value> = wordings
            .map(|(id, words)| (id.to_string(), Value::Object(fields(words))))
            .collect();
        for (key, entries) in [("weights", weights), ("wordings", wordings)] {
            if !entries.is_empty() {
                out.insert(key.to_owned(), Value::Object(entries));
            }
        }
        Value::Object(out)
    }
}

fn filled(map: Map<String, Value>) -> Value {
    if map.is_empty() {
        Value::Null
    } else {
        Value::Object(map)
    }
}

fn added(of: &super::Added) -> Value {
    let mut out = Map::new();
    out.insert("id".to_owned(), of.id.to_string().into());
    out.insert("weight".to_owned(), of.weight.get().into());
    for (key, word) in of.structure() {
        out.insert(key.to_owned(), word.into());
    }
    out.extend(fields(&of.words));
    Value::Object(out)
}

fn fields(words: &[(super::Field, Localized)]) -> Map<String, Value> {
    let fields = words.iter();
    fields
        .map(|(field, text)| (field.key().to_owned(), texts(text)))
        .collect()
}

fn texts(text: &Localized) -> Value {
    let all = text.all();
    Value::Object(
        all.map(|(language, text)| (language.to_owned(), text.into()))
            .collect(),
    )
}
