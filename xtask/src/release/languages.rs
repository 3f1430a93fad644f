//! The files of each language: the catalogue's pack, the words' pack, and the page that is written in it.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use super::finish::write;
use super::{manifest, pack, words};

/// The files of one language.
pub struct LanguagePack {
    /// Its code.
    pub language: String,
    /// The catalogue's.
    pub catalogue: String,
    /// English has none: its words are part of the program.
    pub words: Option<String>,
}

/// The files of all languages, English first.
pub struct Packs {
    /// In this order.
    pub all: Vec<LanguagePack>,
}

impl Packs {
    /// Writes the packs of every language.
    pub fn write(staging: &Path, content: &Path) -> Result<Self> {
        let mut all = Vec::new();
        for language in std::iter::once("en").chain(words::OTHERS) {
            let named = |kind: &str, json: &str| {
                let hash = manifest::sha256(json.as_bytes());
                format!("packs/{kind}.{language}.{}.json", manifest::short(&hash))
            };
            let catalogue = pack::read(content, language)?.json;
            let file = named("catalogue", &catalogue);
            write(&staging.join(&file), &catalogue)?;
            let words = match language {
                "en" => None,
                other => {
                    let words = words::read(content, other)?;
                    let file = named("words", &words);
                    write(&staging.join(&file), &words)?;
                    Some(file)
                }
            };
            all.push(LanguagePack {
                language: language.to_owned(),
                catalogue: file,
                words,
            });
        }
        Ok(Self { all })
    }

    /// The page of each language.
    pub fn pages(&self) -> Vec<String> {
        let page = |pack: &LanguagePack| match pack.words {
            None => "index.html".to_owned(),
            Some(_) => format!("{}.html", pack.language),
        };
        self.all.iter().map(page).collect()
    }

    /// What every page says of them in its head.
    pub fn metas(&self) -> Vec<(String, String)> {
        let mut metas = Vec::new();
        for (pack, page) in self.all.iter().zip(self.pages()) {
            let language = &pack.language;
            metas.push((
                format!("sla-gap-catalogue-{language}"),
                pack.catalogue.clone(),
            ));
            metas.push((format!("sla-gap-page-{language}"), page));
            if let Some(words) = &pack.words {
                metas.push((format!("sla-gap-words-{language}"), words.clone()));
            }
        }
        metas
    }

    /// Where the other languages are, and the script that leads there; after the metas, which it reads.
    pub fn alternates(&self, first: &str, address: Option<&str>) -> String {
        let mut out = String::new();
        // Search engines take whole addresses only; a release that may lie anywhere has none.
        let pages = self.all.iter().zip(self.pages());
        for (address, (pack, page)) in pages.filter_map(|of| Some((address?, of))) {
            let (language, page) = (&pack.language, page.trim_start_matches("index.html"));
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}{page}\">"
            );
        }
        let _ = writeln!(out, "<script src=\"./{first}\"></script>");
        out
    }
}
