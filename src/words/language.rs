//! A language: English is part of the program, every other one comes as a pack.

use super::{BandText, QuickText, TEXTS, Words};
use crate::format::Formats;
use serde_json::Value;

/// A language that the tool speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Code {
    /// American English.
    #[default]
    English,
    /// Spanish as it is written in the United States.
    Spanish,
}

impl Code {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Its code: the folder of its words, the `lang` of its page.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The locale whose numbers and dates are written where nobody chose another.
    pub const fn locale(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::Spanish => "es-US",
        }
    }

    /// What it calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
        }
    }

    /// The page that is written in it before any program runs.
    pub const fn page(self) -> &'static str {
        match self {
            Self::English => "index.html",
            Self::Spanish => "es.html",
        }
    }

    /// The language of a locale such as `es-MX`; `None` = none of ours.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|code| language.eq_ignore_ascii_case(code.code()))
    }
}

/// All that differs between languages.
pub(super) struct Language {
    pub(super) code: Code,
    /// In the order of the names; empty = the names carry them.
    pub(super) texts: Vec<String>,
    pub(super) quick: Vec<QuickText>,
    pub(super) bands: Vec<BandText>,
    /// As the browser writes them; `None` = as the texts say.
    pub(super) formats: Option<Formats>,
}

pub(super) static ENGLISH: Language = Language {
    code: Code::English,
    texts: Vec::new(),
    quick: Vec::new(),
    bands: Vec::new(),
    formats: None,
};

impl Words {
    /// Reads a language's pack. What it holds stays for as long as the page does, as the words of the program do: a page
    /// reads each language once.
    ///
    /// # Errors
    /// It is not a pack, or not that of this release.
    pub fn parse(code: Code, pack: &str) -> Result<Self, String> {
        let pack: Value = serde_json::from_str(pack).map_err(|problem| problem.to_string())?;
        let texts: Vec<String> = row(&pack["texts"]).ok_or("`texts` is no list of texts")?;
        if texts.len() != TEXTS {
            return Err(["`texts` has ", &texts.len().to_string(), " texts"].concat());
        }
        let quick = rows(&pack["quick"], quick).ok_or("`quick` is not as expected")?;
        let bands = rows(&pack["bands"], band).ok_or("`bands` is not as expected")?;
        Ok(Self(Box::leak(Box::new(Language {
            code,
            texts,
            quick,
            bands,
            formats: None,
        }))))
    }

    /// The same words with numbers and dates as the browser writes them.
    #[must_use]
    pub fn with_formats(self, formats: Formats) -> Self {
        let Language {
            code,
            texts,
            quick,
            bands,
            ..
        } = self.0;
        Self(Box::leak(Box::new(Language {
            code: *code,
            texts: texts.clone(),
            quick: quick.clone(),
            bands: bands.clone(),
            formats: Some(formats),
        })))
    }
}

fn row(value: &Value) -> Option<Vec<String>> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    value.as_array()?.iter().map(text).collect()
}

fn rows<T>(value: &Value, one: impl Fn(Vec<String>) -> Option<T>) -> Option<Vec<T>> {
    let list = value.as_array()?.iter();
    list.map(|value| one(row(value)?)).collect()
}

fn quick(texts: Vec<String>) -> Option<QuickText> {
    let [id, title, question, where_to_look, standard, strong] = leaked(texts)?;
    Some(QuickText {
        id,
        title,
        question,
        where_to_look,
        standard,
        strong,
    })
}

fn band(texts: Vec<String>) -> Option<BandText> {
    let [id, title, text, next] = leaked(texts)?;
    Some(BandText {
        id,
        title,
        text,
        next,
    })
}

fn leaked<const N: usize>(texts: Vec<String>) -> Option<[&'static str; N]> {
    let texts: Vec<&'static str> = texts.into_iter().map(|text| &*text.leak()).collect();
    texts.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_has_a_language() {
        assert_eq!(Code::of_locale("es-MX"), Some(Code::Spanish));
        assert_eq!(Code::of_locale("EN"), Some(Code::English));
        assert_eq!(Code::of_locale("de-CH"), None);
        assert_eq!(Code::of_locale(""), None);
    }

    #[test]
    fn a_pack_of_another_release_is_refused() {
        for pack in [
            "",
            "{}",
            "{\"texts\":[\"a\"],\"quick\":[],\"bands\":[]}",
            "{\"texts\":[1]}",
        ] {
            assert!(Words::parse(Code::Spanish, pack).is_err(), "{pack}");
        }
    }
}
