//! The page around, where this one is shown in a frame: what it wishes, what it is told, and that its "back" stays its own.
//!
//! Two programs may run in one page, one after the other: the first that starts does the listening for both.

use super::aids::{page, show_theme};
use crate::model::embed::{Embed, Follow, Message, Origin, Rest, asked_theme, follow};
use crate::model::{Setting, Theme};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, MouseEvent, ResizeObserver, Window};

/// Where `boot.js` has put the wishes, and where the answers for a new tab lie.
const WISHES: &str = "data-embed";
const HANDED: &str = "slaGapHandOn";
const HEARS: &str = "slaGapHears";

/// What a message from the host says it is from.
const SOURCE: &str = "sla-gap-host";

/// Told to both programs when the host has changed the theme.
pub const THEME_SHOWN: &str = "sla-gap-theme";

/// No word of a message from the host has more characters.
const LONGEST_WORD: u32 = 20;

thread_local! {
    static EMBED: Option<Embed> = wishes();
    static LISTENERS: RefCell<Vec<EventListener>> = const { RefCell::new(Vec::new()) };
}

/// What the page around wishes; nothing where there is none.
pub fn embed() -> Option<Embed> {
    EMBED.with(Clone::clone)
}

/// Whether there is a page around.
pub fn is_framed() -> bool {
    EMBED.with(Option::is_some)
}

fn wishes() -> Option<Embed> {
    let wishes = root()?.get_attribute(WISHES)?;
    around().map(|_| Embed::parse(&wishes))
}

fn root() -> Option<Element> {
    page()?.1.document_element()
}

/// The page around.
fn around() -> Option<Window> {
    let (window, _) = page()?;
    let parent = window.parent().ok()??;
    (parent.as_ref() as &JsValue != window.as_ref() as &JsValue).then_some(parent)
}

/// Begins: called by each program before it draws.
pub fn begin() {
    let (Some(embed), Some(root)) = (embed(), root()) else {
        return;
    };
    if super::aids::address().starts_with("#/embed") {
        replace_address(embed.start.hash());
    }
    if embed.rest == Rest::Tab {
        let _ = root.set_attribute("data-rest", "tab");
    }
    let heard = super::handover::window_slot(HEARS).is_some();
    if heard {
        return;
    }
    super::handover::set_window_slot(HEARS, "yes");
    if let Some(theme) = embed.theme {
        theme_wanted(theme);
    }
    let mut listeners = hear_clicks(embed.clone());
    if let Some(host) = &embed.host {
        listeners.extend(hear_the_host(host.clone()));
        tell_the_height(&embed);
        post(&Message::Ready.json());
    }
    LISTENERS.with(|all| all.borrow_mut().extend(listeners));
}

/// The address without a step in the history, and without news of it.
pub fn replace_address(address: &str) {
    let history = page().and_then(|(window, _)| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// The answers that go along into a tab of its own.
pub fn hand_on(quick: &str) {
    super::handover::set_window_slot(HANDED, quick);
}

/// Sends a message to the host that has introduced itself, and to nobody else.
pub fn post(json: &str) {
    let Some(host) = embed().and_then(|embed| embed.host) else {
        return;
    };
    if let (Some(around), Ok(message)) = (around(), js_sys::JSON::parse(json)) {
        let _ = around.post_message(&message, host.as_str());
    }
}

/// Asks the host to bring an element into sight: the frame itself may have nothing to scroll.
pub fn bring_into_sight(element: &Element) {
    if !is_framed() {
        return;
    }
    // A new screen is shown from its top.
    let top = if element.id() == "page-title" {
        0.0
    } else {
        element.get_bounding_client_rect().top()
    };
    post(&Message::Scroll(pixels(top)).json());
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "such a cast keeps to the range of the number"
)]
fn pixels(length: f64) -> u32 {
    length.ceil() as u32
}

/// Links lead where they should, without a step in the history that the host page shares.
fn hear_clicks(embed: Embed) -> Vec<EventListener> {
    let Some((_, document)) = page() else {
        return Vec::new();
    };
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let click = EventListener::new_with_options(&document, "click", options, move |event| {
        let Some(link) = event.dyn_ref::<MouseEvent>().and_then(followed) else {
            return;
        };
        let quick = super::handover::window_slot(HANDED).unwrap_or_default();
        match follow(&embed, &link, &quick) {
            Follow::Browser => {}
            Follow::Here => {
                event.prevent_default();
                go_to(&link);
            }
            Follow::Tab(address) => {
                event.prevent_default();
                // Nobody in here has to load the app for a screen that opens elsewhere.
                event.stop_propagation();
                open_tab(&address);
            }
        }
    });
    vec![click]
}

/// Shows another screen in place of this one.
pub fn go_to(address: &str) {
    if let Some((window, _)) = page() {
        let _ = window.location().replace(address);
    }
}

fn open_tab(address: &str) {
    if let Some((window, _)) = page() {
        let _ = window.open_with_url_and_target_and_features(address, "_blank", "noopener");
    }
}

/// The address of the link that a plain click follows.
fn followed(click: &MouseEvent) -> Option<String> {
    let held = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if held || click.button() != 0 || click.default_prevented() {
        return None;
    }
    let link = click.target()?.dyn_into::<Element>().ok()?;
    let link = link.closest("a[href]").ok()??;
    let own = link.has_attribute("target") || link.has_attribute("download");
    link.get_attribute("href").filter(|_| !own)
}

/// What the host may say: which theme. However many messages come, each costs a comparison, and one is heard a frame.
fn hear_the_host(host: Origin) -> Option<EventListener> {
    let (window, _) = page()?;
    let around: JsValue = around()?.into();
    let wanted: Rc<Cell<Option<Theme>>> = Rc::default();
    let show = {
        let wanted = wanted.clone();
        Closure::<dyn FnMut()>::new(move || {
            if let Some(theme) = wanted.take() {
                theme_wanted(theme);
            }
        })
    };
    let frames = window.clone();
    let listener = EventListener::new(&window, "message", move |event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let from_it = message.source().is_some_and(|from| *from == around);
        if !from_it || message.origin() != host.as_str() {
            return;
        }
        let Some(theme) = read(&message.data()) else {
            return;
        };
        if wanted.replace(Some(theme)).is_none() {
            let _ = frames.request_animation_frame(show.as_ref().unchecked_ref());
        }
    });
    Some(listener)
}

/// A message comes as a copy, so that looking at it runs nothing of the host's.
fn read(data: &JsValue) -> Option<Theme> {
    if !data.is_object() {
        return None;
    }
    let word = |name: &str| {
        let value = js_sys::Reflect::get(data, &JsValue::from_str(name)).ok()?;
        let text = value.dyn_into::<js_sys::JsString>().ok()?;
        (text.length() <= LONGEST_WORD).then(|| String::from(text))
    };
    if word("source")? != SOURCE {
        return None;
    }
    asked_theme(&word("type")?, &word("theme")?)
}

/// Shows the host's theme, unless the person has chosen one.
fn theme_wanted(theme: Theme) {
    if super::settings::read(Setting::Theme).is_some() {
        return;
    }
    show_theme(theme);
    if let (Some((window, _)), Ok(event)) = (page(), web_sys::Event::new(THEME_SHOWN)) {
        let _ = window.dispatch_event(&event);
    }
}

/// The theme in which the page is shown now.
pub fn theme_now() -> Option<String> {
    root()?.get_attribute("data-theme")
}

/// Tells the host how high the page is, whenever that has changed, at most once a frame.
fn tell_the_height(embed: &Embed) {
    let Some(root) = root() else { return };
    let grows = embed.grows;
    let last = Cell::new(0);
    let watched = root.clone();
    let measure = Closure::<dyn FnMut()>::new(move || {
        let height = pixels(watched.get_bounding_client_rect().height());
        if grows && !watched.has_attribute("data-fits") && fits(height) {
            // The host follows: from now on a second bar for scrolling would only be in the way.
            let _ = watched.set_attribute("data-fits", "");
        }
        if last.replace(height) != height {
            post(&Message::Height(height).json());
        }
    });
    if let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) {
        observer.observe(&root);
        // The window grows when the host has followed.
        if let Some((window, _)) = page() {
            let _ =
                window.add_event_listener_with_callback("resize", measure.as_ref().unchecked_ref());
        }
    }
    // For as long as the page lives.
    measure.forget();
}

fn fits(height: u32) -> bool {
    let inner = page().and_then(|(window, _)| window.inner_height().ok()?.as_f64());
    inner.is_some_and(|inner| inner + 1.0 >= f64::from(height))
}
