//! In which language the page speaks: English is part of the program, another language's words are a file of the release.

use super::{aids, intl, net};
use crate::model::{Event, LanguageBy, LanguageEvent, Setting};
use crate::words::{Code, Words};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

thread_local! {
    /// For what stands outside the model: the title, the last resort after a crash.
    static CURRENT: Cell<Option<Words>> = const { Cell::new(None) };
}

/// The words that the page speaks now.
pub fn current() -> Words {
    CURRENT.get().unwrap_or_default()
}

/// How numbers and dates are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// As the browser's `Intl` does.
    Browser,
    /// As the words say, for a program that writes none: to ask a browser costs a phone a tenth of a second.
    Words,
}

/// Runs the program with the words of the page's language. Without them it speaks English: better than not at all.
pub fn with_words(writing: Writing, program: impl FnOnce(Words) + 'static) {
    let wanted = wanted();
    spawn_local(async move {
        let words = match read(wanted, writing).await {
            Ok(words) => words,
            Err(_) => read(Code::English, writing).await.unwrap_or_default(),
        };
        show(words.language());
        CURRENT.set(Some(words));
        program(words);
    });
}

/// The language of the page as it was written, or, in the one file that has all of them, the person's.
fn wanted() -> Code {
    let root = aids::page().and_then(|(_, document)| document.document_element());
    let lang = root.and_then(|root| root.get_attribute("lang"));
    lang.and_then(|lang| Code::of_locale(&lang))
        .unwrap_or_default()
}

/// Another language, chosen by hand.
pub fn load(code: Code, send: Callback<Event>) {
    spawn_local(async move {
        let outcome = read(code, Writing::Browser).await;
        if let Ok(words) = &outcome {
            CURRENT.set(Some(*words));
        }
        let event = LanguageEvent::Arrived(code, outcome);
        send.emit(Event::Language(event));
    });
}

async fn read(code: Code, writing: Writing) -> Result<Words, String> {
    let words = match code {
        Code::English => Words::english(),
        Code::Spanish => {
            let name = ["sla-gap-words-", code.code()].concat();
            let path = net::meta(&name).ok_or(name)?;
            let pack = net::fetch_text(&path).await.map_err(|_| path)?;
            Words::parse(code, &pack)?
        }
    };
    let formats = match writing {
        Writing::Browser => intl::formats(code.locale()),
        Writing::Words => None,
    };
    Ok(match formats {
        Some(formats) => words.with_formats(formats),
        None => words,
    })
}

/// What chose the language.
pub fn chosen_by() -> LanguageBy {
    if is_open() {
        LanguageBy::Page
    } else {
        LanguageBy::Hand
    }
}

/// Whether nobody has chosen a language: neither by hand nor by a page of one language.
pub fn is_open() -> bool {
    super::settings::read(Setting::Language).is_none()
        && (net::meta("sla-gap-default").is_some() || net::on_a_disk())
}

/// Marks the page. Its address becomes that of the language's own page, so that a new start
/// draws the right one first.
pub fn choose(code: Code) {
    show(code);
    let Some((window, _)) = aids::page() else {
        return;
    };
    let location = window.location();
    let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) else {
        return;
    };
    // A page with one address for all languages has no such name for this one.
    let Some(page) = net::meta(&["sla-gap-page-", code.code()].concat()) else {
        return;
    };
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let address = [folder, "/", &page, &hash].concat();
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Goes to the page that is written in a language, which is remembered.
pub fn go_to(code: Code) {
    super::settings::write(Setting::Language, code.code());
    lead_to(code);
}

/// Goes to the page that is written in a language, in place of this one.
pub fn lead_to(code: Code) {
    if let Some((window, _)) = aids::page() {
        let page = net::meta(&["sla-gap-page-", code.code()].concat());
        let hash = window.location().hash().unwrap_or_default();
        let address = [page.as_deref().unwrap_or(code.page()), &hash].concat();
        let _ = window.location().replace(&address);
    }
}

fn show(code: Code) {
    if let Some(root) = aids::page().and_then(|(_, document)| document.document_element()) {
        let _ = root.set_attribute("lang", code.locale());
    }
}
