//! From the entrance to the app: what was answered, and where the focus was.
//!
//! The answers lie in the browser's storage from the first one on: whoever closes the page after two answers finds them
//! again. Where storage is refused they lie in the page itself, until the app has taken them.

use crate::model::Setting;
use engine::assessment::{Answers, Response};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

const EVENT: &str = "sla-gap-go-on";
const SLOT: &str = "slaGapQuick";
const FOCUS: &str = "slaGapFocus";
const APP: &str = "slaGapApp";

thread_local! {
    /// The focus at the start, read before the entrance's elements are replaced.
    static AT_START: RefCell<Option<String>> = const { RefCell::new(None) };
}

pub(super) fn window_slot(name: &str) -> Option<String> {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(name))
        .ok()?
        .as_string()
}

pub(super) fn set_window_slot(name: &str, value: &str) {
    let _ = js_sys::Reflect::set(
        &js_sys::global(),
        &JsValue::from_str(name),
        &JsValue::from_str(value),
    );
}

/// Keeps the answers of the quick check.
pub fn keep(answers: &Answers) {
    let mut text = String::new();
    for (id, entry) in answers.iter() {
        if entry.response != Response::Unanswered {
            text.push_str(&id.to_string());
            text.push('=');
            text.push_str(crate::model::view::answer::key(&entry.response));
            text.push(' ');
        }
    }
    set_window_slot(SLOT, &text);
    super::host::hand_on(&crate::model::quick_link::text(answers));
    super::settings::write(Setting::Quick, &text);
}

/// The answers that were kept.
pub fn answers() -> Answers {
    let text = window_slot(SLOT)
        .or_else(|| super::settings::read(Setting::Quick))
        .unwrap_or_default();
    let pairs = text.split_whitespace().filter_map(|pair| {
        let (id, key) = pair.split_once('=')?;
        Some((
            id.parse().ok()?,
            crate::model::view::answer::response(key, &Response::Unanswered),
        ))
    });
    let mut answers = Answers::default();
    for (id, response) in pairs {
        answers.change(id, |entry| entry.response = response);
    }
    answers
}

/// Says to the entrance, should it come later, that the app is here.
pub fn app_comes() {
    set_window_slot(APP, "here");
}

/// Whether the app is here.
pub fn app_is_here() -> bool {
    window_slot(APP).is_some()
}

/// Forgets them: the app has stored them with the client.
pub fn forget() {
    set_window_slot(SLOT, "");
    super::settings::remove(Setting::Quick);
}

/// Asks for the app; the focus goes where it was, or to `focus`.
pub fn go_on(focus: Option<String>) {
    if let Some(id) = focus.or_else(super::aids::focused) {
        set_window_slot(FOCUS, &id);
    }
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(EVENT)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Notes the focus before the old elements go.
pub fn note_focus() {
    AT_START.with(|at| *at.borrow_mut() = super::aids::focused().or_else(|| window_slot(FOCUS)));
}

/// Keeps what was chosen on the page before its program was there: the screen is drawn before it runs.
pub fn note_choices() {
    let Some((_, document)) = super::aids::page() else {
        return;
    };
    let Ok(chosen) = document.query_selector_all("#app.first input[type=radio]:checked") else {
        return;
    };
    let mut answers = Answers::default();
    for at in 0..chosen.length() {
        let input = chosen.item(at).and_then(|node| node.dyn_into().ok());
        let Some(input): Option<web_sys::HtmlInputElement> = input else {
            continue;
        };
        if let Ok(id) = input.name().parse() {
            let response =
                crate::model::view::answer::response(&input.value(), &Response::Unanswered);
            answers.change(id, |entry| entry.response = response);
        }
    }
    if !answers.is_empty() {
        keep(&answers);
    }
}

/// Where the focus was before the app took over.
pub fn focus() -> Option<String> {
    AT_START.with(|at| at.borrow_mut().take())
}
