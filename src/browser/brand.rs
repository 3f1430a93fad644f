//! The brand's file, which lies beside the page, and its colors on the page.

use super::net;
use crate::model::Event;
use crate::model::brand::{BrandEvent, editor::Edited};
use crate::words::Code;
use engine::brand::{Brand, FirstScreen, is_id};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// The file of the page's brand.
const FILE: &str = "./brand.json";
/// Where the entrance leaves the file for the app.
const SLOT: &str = "slaGapBrandFile";

/// The file that this page was told: one of the release, by its name in `brands/`, or the one beside the page. In a frame the page
/// around may have named one.
fn file() -> String {
    let wished = super::host::embed().and_then(|embed| embed.brand);
    wished
        .and_then(|name| named(&name))
        .or_else(|| net::meta("sla-gap-brand-file"))
        .unwrap_or_else(|| FILE.to_owned())
}

/// The file of a brand of the release by its name; `None` for a name that no brand has.
fn named(name: &str) -> Option<String> {
    is_id(name).then(|| ["./brands/", name, ".json"].concat())
}

/// Fetches and checks the page's brand.
pub fn load(send: Callback<Event>) {
    load_from(file(), send);
}

fn load_from(file: String, send: Callback<Event>) {
    spawn_local(async move {
        let read = match net::fetch_text(&file).await {
            Ok(text) => Brand::parse(&text)
                .map(Rc::new)
                .map_err(|error| error.to_string()),
            // No file is no mistake of the brand: the page has its own look.
            Err(_) => Err(String::new()),
        };
        send.emit(Event::Brand(BrandEvent::Arrived(read)));
    });
}

/// The same for the first screen, which shows the brand and says nothing of a file that is wrong: the app does.
pub fn load_for_entrance(send: Callback<Rc<Brand>>) {
    spawn_local(async move {
        let Ok(text) = net::fetch_text(&file()).await else {
            return;
        };
        let key = JsValue::from_str(SLOT);
        let _ = js_sys::Reflect::set(&js_sys::global(), &key, &JsValue::from_str(&text));
        if let Ok(brand) = Brand::parse(&text) {
            let wanted = brand.locale.and_then(|of| Code::of_locale(of.tag()));
            let other = wanted.filter(|code| *code != super::language::current().language());
            if let Some(code) = other.filter(|_| super::language::is_open()) {
                super::language::lead_to(code);
                return;
            }
            show(&brand);
            super::aids::title(
                super::language::current().get(crate::text::routes::ASSESS),
                &brand.name,
            );
            send.emit(Rc::new(brand));
        }
    });
}

/// The brand that the entrance has read, so that the app shows it from its first moment on.
pub fn handed_over() -> Option<Rc<Brand>> {
    let text = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str(SLOT)).ok()?;
    Brand::parse(&text.as_string()?).ok().map(Rc::new)
}

/// Puts the brand's colors on the page, through the object model of styles: the policy allows no style in the page itself.
pub fn show(brand: &Brand) {
    let FirstScreen { properties, .. } = brand.first_screen(engine::brand::LANGUAGES[0]);
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element())
        .and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(root) = root else { return };
    let style = root.style();
    for name in [
        "--brand-accent",
        "--brand-accent-text",
        "--brand-accent-soft",
    ] {
        let _ = style.remove_property(name);
    }
    for (name, value) in properties {
        let _ = style.set_property(name, &value);
    }
}

/// Reads the picture that was chosen in a file field.
pub fn picked_logo(event: &web_sys::Event, send: Callback<Event>) {
    let Some(file) = super::picked_file(event) else {
        return;
    };
    // What is too large is not read; an empty picture is refused in words.
    #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
    let fits = file.size() <= engine::brand::LONGEST_LOGO as f64;
    spawn_local(async move {
        let bytes = if fits {
            JsFuture::from(file.array_buffer()).await.ok()
        } else {
            None
        };
        let bytes = bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        let picture = Edited::Picture(file.type_(), bytes.unwrap_or_default());
        send.emit(Event::Brand(BrandEvent::Edited(picture)));
    });
}
