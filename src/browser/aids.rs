//! Small services of the page: address, focus, announcements, clipboard, theme, clock.

use crate::model::embed::EmbedEvent;
use crate::model::{Event, Theme};
use crate::words::Code;
use chrono::NaiveDate;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, HtmlElement, KeyboardEvent, Window};
use yew::Callback;

pub(super) fn page() -> Option<(Window, Document)> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some((window, document))
}

/// Today on the person's own calendar.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2000);
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// A number that differs at every start: the ids of new things grow from it.
pub fn random_seed() -> u64 {
    let mut bytes = [0; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        u64::from_le_bytes(bytes)
    } else {
        js_sys::Date::now().to_bits()
    }
}

/// The part of the address behind `#`.
pub fn address() -> String {
    page()
        .and_then(|(window, _)| window.location().hash().ok())
        .unwrap_or_default()
}

/// The page's own address, without what stands behind `?` and `#`: those are no part of a link to others.
pub fn page_address() -> String {
    let href = page().and_then(|(window, _)| window.location().href().ok());
    let end = |c| matches!(c, '?' | '#');
    let address = href.and_then(|href| href.split(end).next().map(str::to_owned));
    let address = address.unwrap_or_default();
    // The folder's own address leads whoever opens the link to the page of their language, not of the sender's.
    let of_a_language = |code: &Code| {
        let page = super::net::meta(&["sla-gap-page-", code.code()].concat())?;
        let folder = address.strip_suffix(&page)?;
        folder.ends_with('/').then(|| folder.to_owned())
    };
    Code::ALL.iter().find_map(of_a_language).unwrap_or(address)
}

/// Goes to an address of the app; the listener below reports it.
pub fn go_to(address: &str) {
    if super::host::is_framed() {
        super::host::go_to(address);
    } else if let Some((window, _)) = page() {
        let _ = window.location().set_hash(address);
    }
}

/// What the page as a whole has to be heard for.
pub fn listen(send: &Callback<Event>) -> Vec<EventListener> {
    let Some((window, document)) = page() else {
        return Vec::new();
    };
    let mut all = super::files::listen_for_drops(&window, send);
    let to = send.clone();
    all.push(EventListener::new(&window, "hashchange", move |_| {
        to.emit(Event::RouteChanged(address()));
    }));
    let to = send.clone();
    // A tab that is closed, or put away on a phone, may never come back: save now.
    all.push(EventListener::new(
        &document,
        "visibilitychange",
        move |_| {
            if page().is_some_and(|(_, document)| document.hidden()) {
                to.emit(Event::SaveDue);
            }
        },
    ));
    let to = send.clone();
    all.push(EventListener::new(&window, "pagehide", move |_| {
        to.emit(Event::Leaving);
    }));
    let to = send.clone();
    all.push(EventListener::new(
        &window,
        super::host::THEME_SHOWN,
        move |_| {
            let theme = super::host::theme_now().unwrap_or_default();
            to.emit(Event::Embed(EmbedEvent::ThemeShown(Theme::parse(&theme))));
        },
    ));
    all.extend(super::deck::listen(&window, &document, send));
    let to = send.clone();
    let options = EventListenerOptions::enable_prevent_default();
    all.push(EventListener::new_with_options(
        &window,
        "keydown",
        options,
        move |event| {
            if let Some(said) = event.dyn_ref::<KeyboardEvent>().and_then(shortcut) {
                event.prevent_default();
                to.emit(said);
            }
        },
    ));
    all
}

/// Undo and redo everywhere but inside a text being typed, where the browser's own undo is expected.
fn shortcut(key: &KeyboardEvent) -> Option<Event> {
    let typing = key
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            element
                .matches("textarea, input:not([type=radio]):not([type=checkbox])")
                .unwrap_or(false)
        });
    if typing || !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
        return None;
    }
    match key.key().as_str() {
        "z" => Some(Event::Undo),
        "y" | "Z" => Some(Event::Redo),
        _ => None,
    }
}

/// Puts the text on the clipboard and says whether that worked.
pub fn copy(text: &str, send: Callback<Event>) {
    let Some((window, _)) = page() else { return };
    let navigator = window.navigator();
    // Over plain http the browser has no clipboard at all: ask before calling.
    let has = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|value| value.is_object());
    if !has {
        send.emit(Event::Copied(false));
        return;
    }
    let promise = navigator.clipboard().write_text(text);
    spawn_local(async move { send.emit(Event::Copied(JsFuture::from(promise).await.is_ok())) });
}

/// Says something to a screen reader. The region is emptied first: a sentence said twice is heard twice.
pub fn announce(text: &str) {
    let Some(region) = page().and_then(|(_, document)| document.get_element_by_id("announcer"))
    else {
        return;
    };
    region.set_text_content(None);
    let text = text.to_owned();
    Timeout::new(50, move || region.set_text_content(Some(&text))).forget();
}

/// How often, and after how many milliseconds each time, an element that is to have the focus is looked after: a busy
/// machine draws the page late, and may yet replace the element that was there before by a new one of the same id.
const FOCUS_TRIES: u32 = 20;
const FOCUS_PAUSE: u32 = 25;

/// Moves the focus once the page has been drawn.
pub fn focus(id: String) {
    let watch = FocusWatch {
        id,
        was: focused(),
        had: false,
    };
    watch.look(FOCUS_TRIES, 0);
}

/// An element that is to have the focus.
struct FocusWatch {
    id: String,
    /// What had it before.
    was: Option<String>,
    /// Whether the element has had it.
    had: bool,
}

impl FocusWatch {
    /// Looks after a pause, and again until the time is over or the person has moved the focus.
    fn look(mut self, tries: u32, pause: u32) {
        Timeout::new(pause, move || {
            let now = focused();
            let moved = now.is_some() && now != self.was && now.as_ref() != Some(&self.id);
            if moved && tries < FOCUS_TRIES {
                return;
            }
            // Gone with the element that had it, which was drawn anew.
            if !self.had || is_lost() {
                self.had |= give_focus(&self.id);
                // What cannot have the focus was brought into sight, and that is all.
                if self.had && focused().as_ref() != Some(&self.id) {
                    return;
                }
            }
            if tries > 0 {
                self.look(tries - 1, FOCUS_PAUSE);
            }
        })
        .forget();
    }
}

/// Whether nothing has the focus.
fn is_lost() -> bool {
    let active = page().and_then(|(_, document)| document.active_element());
    active.is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"))
}

/// Gives it to the element and brings that into sight; false if it is not there.
fn give_focus(id: &str) -> bool {
    let element = page().and_then(|(_, document)| document.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let _ = element.focus();
    // `start`, because a heading that has the focus but stands at the bottom edge is not found by the eye.
    element.scroll_into_view();
    super::host::bring_into_sight(&element);
    true
}

/// Moves the focus at once, within the event that asked for it.
pub fn focus_now(id: &str) {
    let element = page().and_then(|(_, document)| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// A new, empty element in the place of the one that holds the page. The entrance's listeners go with the old one, so that
/// two programs never hear the same click.
pub fn fresh_root() -> Option<web_sys::Element> {
    super::handover::note_focus();
    super::handover::note_choices();
    let (_, document) = page()?;
    let old = document.get_element_by_id("app")?;
    let fresh = document.create_element("div").ok()?;
    fresh.set_id("app");
    old.replace_with_with_node_1(&fresh).ok()?;
    Some(fresh)
}

/// The id of the element that has the focus.
pub(super) fn focused() -> Option<String> {
    let id = page()?.1.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Shows the page in a theme: the style sheet does the rest.
pub fn show_theme(theme: Theme) {
    if let Some(root) = page().and_then(|(_, document)| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme.key());
    }
}

/// Opens the print dialog, once the page has been drawn.
pub fn print() {
    Timeout::new(50, || {
        if let Some((window, _)) = page() {
            let _ = window.print();
        }
    })
    .forget();
}

/// Sets the title of the tab.
pub fn title(screen: &str, brand: &str) {
    bare_title(&[screen, " · ", brand].concat());
}

/// The same without the name of the tool.
pub fn bare_title(title: &str) {
    if let Some((_, document)) = page() {
        document.set_title(title);
    }
}
