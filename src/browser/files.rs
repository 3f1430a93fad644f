//! Files in and out. Nothing leaves the device: a file is read where it is and written where the person says.

use crate::model::{Content, Download, Event, FileRefusal, OpenedFile};
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// The largest file that is read, in bytes: all that this tool can have written.
#[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
const LARGEST: f64 = engine::archive::LOCKED_BYTES as f64;

/// Offers the text as a download.
pub fn download(file: &Download) {
    // Without a document or a blob there is nobody to hand a file to.
    let _ = try_download(file);
}

fn try_download(file: &Download) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let url = match &file.content {
        Content::Text(text) => blob_url(text, file.mime)?,
        Content::Bytes(bytes) => {
            let bytes: js_sys::Uint8Array = bytes.as_slice().into();
            object_url(&bytes, file.mime)?
        }
    };
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(&file.name);
    link.set_hidden(true);
    document.body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    link.remove();
    // The browser may still be reading: let go a little later.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// An address under which this page can read the text.
pub fn blob_url(text: &str, mime: &str) -> Result<String, JsValue> {
    object_url(&JsValue::from_str(text), mime)
}

/// The same for any part that a blob is made of.
fn object_url(part: &JsValue, mime: &str) -> Result<String, JsValue> {
    let parts = js_sys::Array::of1(part);
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    web_sys::Url::create_object_url_with_blob(&blob)
}

/// The file chosen in a file field; the field is emptied so that the same file can be chosen again.
pub fn picked_file(event: &web_sys::Event) -> Option<web_sys::File> {
    let field: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// Reads a file as text and reports it.
pub fn file_text(file: web_sys::File, send: Callback<Event>) {
    let name = file.name();
    if file.size() > LARGEST {
        send.emit(Event::FileOpened(OpenedFile {
            name,
            text: Err(FileRefusal::TooLarge),
        }));
        return;
    }
    spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await;
        let text = bytes
            .map_err(|_| FileRefusal::Unreadable)
            .map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec())
            .and_then(|bytes| String::from_utf8(bytes).map_err(|_| FileRefusal::NotText));
        send.emit(Event::FileOpened(OpenedFile { name, text }));
    });
}

/// Files dropped anywhere on the page are opened like chosen ones.
pub fn listen_for_drops(window: &web_sys::Window, send: &Callback<Event>) -> Vec<EventListener> {
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    let send = send.clone();
    vec![
        EventListener::new_with_options(window, "dragover", options, |event| {
            // Without this the browser would leave the page to show the file.
            event.prevent_default();
        }),
        EventListener::new_with_options(window, "drop", options, move |event| {
            let file = event
                .dyn_ref::<web_sys::DragEvent>()
                .and_then(web_sys::DragEvent::data_transfer)
                .and_then(|data| data.files())
                .and_then(|files| files.get(0));
            if let Some(file) = file {
                event.prevent_default();
                file_text(file, send.clone());
            }
        }),
    ]
}
