//! Locking and opening files with the browser's own cryptography.

use crate::model::Event;
use crate::model::locked::{LockEvent, LockProblem, Passphrase};
use engine::archive::{Locked, NONCE, ROUNDS, SALT};
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CryptoKey, SubtleCrypto, Window};
use yew::Callback;

/// Locks a text and reports what came of it.
pub fn lock(name: String, text: String, passphrase: Passphrase, send: Callback<Event>) {
    spawn_local(async move {
        let outcome = locked(&text, &passphrase).await;
        let outcome = outcome.map_err(|_| LockProblem::Unavailable);
        send.emit(Event::Lock(LockEvent::Made { name, outcome }));
    });
}

/// Opens what is locked and reports what came of it.
pub fn unlock(locked: Locked, passphrase: Passphrase, send: Callback<Event>) {
    spawn_local(async move {
        let outcome = opened(&locked, &passphrase).await;
        send.emit(Event::Lock(LockEvent::Opened(outcome)));
    });
}

async fn locked(text: &str, passphrase: &Passphrase) -> Result<Locked, JsValue> {
    let window = window()?;
    let (mut salt, mut nonce) = ([0; SALT], [0; NONCE]);
    let crypto = window.crypto()?;
    crypto.get_random_values_with_u8_array(&mut salt)?;
    crypto.get_random_values_with_u8_array(&mut nonce)?;
    let subtle = subtle(&window)?;
    let key = key(&subtle, passphrase, &salt, ROUNDS, "encrypt").await?;
    let cipher = cipher(&nonce)?;
    let bytes = Uint8Array::from(text.as_bytes());
    let data = JsFuture::from(subtle.encrypt_with_object_and_buffer_source(&cipher, &key, &bytes)?);
    let data = Uint8Array::new(&data.await?).to_vec();
    Ok(Locked {
        rounds: ROUNDS,
        salt: to_base64(&window, &salt)?,
        nonce: to_base64(&window, &nonce)?,
        data: to_base64(&window, &data)?,
    })
}

async fn opened(locked: &Locked, passphrase: &Passphrase) -> Result<String, LockProblem> {
    let unavailable = |_: JsValue| LockProblem::Unavailable;
    let window = window().map_err(unavailable)?;
    let subtle = subtle(&window).map_err(unavailable)?;
    // What is no Base64 was changed since.
    let bytes = |text: &str| from_base64(&window, text).map_err(|_| LockProblem::Wrong);
    let (salt, nonce, data) = (
        bytes(&locked.salt)?,
        bytes(&locked.nonce)?,
        bytes(&locked.data)?,
    );
    let key = key(&subtle, passphrase, &salt, locked.rounds, "decrypt");
    let key = key.await.map_err(unavailable)?;
    let cipher = cipher(&nonce).map_err(unavailable)?;
    let data = Uint8Array::from(&*data);
    let text = subtle.decrypt_with_object_and_buffer_source(&cipher, &key, &data);
    let text = JsFuture::from(text.map_err(unavailable)?).await;
    let text = text.map_err(|_| LockProblem::Wrong)?;
    String::from_utf8(Uint8Array::new(&text).to_vec()).map_err(|_| LockProblem::Wrong)
}

fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)
}

/// The browser's cryptography; none where the page did not come over a secure connection.
fn subtle(window: &Window) -> Result<SubtleCrypto, JsValue> {
    let subtle = window.crypto()?.subtle();
    if subtle.is_undefined() {
        return Err(JsValue::NULL);
    }
    Ok(subtle)
}

/// The key of a passphrase: PBKDF2 with SHA-256, for AES-256-GCM.
async fn key(
    subtle: &SubtleCrypto,
    passphrase: &Passphrase,
    salt: &[u8],
    rounds: u32,
    usage: &str,
) -> Result<CryptoKey, JsValue> {
    let raw = Uint8Array::from(passphrase.0.as_bytes());
    let derives = Array::of1(&"deriveKey".into());
    let base = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &derives)?;
    let base: CryptoKey = JsFuture::from(base).await?.unchecked_into();
    let from = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", rounds.into()),
    ])?;
    let to = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let usages = Array::of1(&usage.into());
    let key = subtle.derive_key_with_object_and_object(&from, &base, &to, false, &usages)?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

fn cipher(nonce: &[u8]) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

/// Bytes at a time that the browser turns into Base64: a multiple of three, so that the pieces join.
const PIECE: usize = 3 * 8_192;

fn to_base64(window: &Window, bytes: &[u8]) -> Result<String, JsValue> {
    let mut text = String::with_capacity(bytes.len() / 3 * 4 + 4);
    for piece in bytes.chunks(PIECE) {
        let letters: String = piece.iter().map(|byte| char::from(*byte)).collect();
        text.push_str(&window.btoa(&letters)?);
    }
    Ok(text)
}

fn from_base64(window: &Window, text: &str) -> Result<Vec<u8>, JsValue> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for piece in text.as_bytes().chunks(PIECE / 3 * 4) {
        let piece = core::str::from_utf8(piece).map_err(|_| JsValue::NULL)?;
        for letter in window.atob(piece)?.chars() {
            bytes.push(u8::try_from(u32::from(letter)).map_err(|_| JsValue::NULL)?);
        }
    }
    Ok(bytes)
}
