//! The last resort: if the app breaks, the person gets the work as a file.
//!
//! The bytes are kept here, outside the model, because after a panic nothing of the app can be trusted.

use crate::model::Record;
use crate::text::rescue as words;
use std::cell::RefCell;
use std::panic::{self, PanicHookInfo};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlAnchorElement};

thread_local! {
    static LAST: RefCell<Option<Record>> = const { RefCell::new(None) };
}

/// Keeps a copy of what is being saved.
pub fn remember(record: &Record) {
    LAST.with(|last| {
        if let Ok(mut last) = last.try_borrow_mut() {
            *last = Some(record.clone());
        }
    });
}

/// From now on a panic shows a page with the work on it instead of a dead screen.
pub fn guard_against_panics() {
    panic::set_hook(Box::new(|info| {
        let _ = show(info);
    }));
}

fn show(info: &PanicHookInfo) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let words = super::language::current();
    body.set_text_content(None);
    let main = document.create_element("main")?;
    main.set_class_name("rescue");
    add(&document, &main, "h1", words.get(words::TITLE))?;
    add(&document, &main, "p", words.get(words::BODY))?;
    let saved = LAST.with(|last| last.try_borrow().ok().and_then(|last| last.clone()));
    if let Some(record) = saved {
        let link: HtmlAnchorElement =
            add(&document, &main, "a", words.get(words::SAVE))?.unchecked_into();
        link.set_href(&super::files::blob_url(&record.file, "application/json")?);
        link.set_download("sla-gap-rescue.json");
    }
    let again: HtmlAnchorElement =
        add(&document, &main, "a", words.get(words::RELOAD))?.unchecked_into();
    again.set_href("?");
    let details = add(&document, &main, "pre", &info.to_string())?;
    details.set_attribute("tabindex", "0")?;
    body.append_child(&main)?;
    Ok(())
}

fn add(document: &Document, parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}
