//! Settings that outlive the page. A browser that refuses storage has none: nothing fails.

use crate::model::{Setting, Stored};

/// `gloo::storage` panics where the browser refuses storage, as private windows and sandboxed frames do; this does not.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The key under this page's own name.
fn own(key: &str) -> String {
    [&super::net::brand(), ".", key].concat()
}

/// The value of a setting, if it was ever kept and may be read.
pub fn read(setting: Setting) -> Option<String> {
    storage()?.get_item(&own(setting.key())).ok().flatten()
}

/// Keeps a setting if the browser lets us. A full or refused storage loses a preference, never work.
pub fn write(setting: Setting, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&own(setting.key()), value);
    }
}

/// Forgets one setting.
pub fn remove(setting: Setting) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&own(setting.key()));
    }
}

/// Forgets every setting, and whatever was kept when a page went away.
pub fn erase() {
    Setting::ALL.into_iter().for_each(remove);
    for stored in left() {
        forget_left(&stored.id);
    }
}

/// What stands before a client's id where its last state lies while a page goes away.
const LEFT: &str = "left.";

/// Keeps a client's last state while the page goes away: its revision on the first line, then its file.
pub fn keep_left(stored: &Stored) {
    if let Some(storage) = storage() {
        let text = [&stored.revision.to_string(), "\n", &stored.file].concat();
        // Where there is no room, the database may still be in time.
        let _ = storage.set_item(&own(&[LEFT, &stored.id].concat()), &text);
    }
}

/// Forgets it: the database has it.
pub fn forget_left(id: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&own(&[LEFT, id].concat()));
    }
}

/// All that was kept when pages went away.
pub fn left() -> Vec<Stored> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    let left = own(LEFT);
    let one = |key: String| {
        let text = storage.get_item(&key).ok().flatten()?;
        let (revision, file) = text.split_once('\n')?;
        Some(Stored {
            id: key.strip_prefix(&left)?.to_owned(),
            revision: revision.parse().ok()?,
            file: file.to_owned(),
        })
    };
    keys.filter_map(one).collect()
}
