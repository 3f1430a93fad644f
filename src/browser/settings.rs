//! Settings that outlive the page. A browser that refuses storage has none: nothing fails.

use crate::model::Setting;

/// `gloo::storage` panics where the browser refuses storage, as private windows and sandboxed frames do; this does not.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The value of a setting, if it was ever kept and may be read.
pub fn read(setting: Setting) -> Option<String> {
    storage()?.get_item(setting.key()).ok().flatten()
}

/// Keeps a setting if the browser lets us. A full or refused storage loses a preference, never work.
pub fn write(setting: Setting, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(setting.key(), value);
    }
}

/// Forgets one setting.
pub fn remove(setting: Setting) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(setting.key());
    }
}

/// Forgets every setting.
pub fn erase() {
    Setting::ALL.into_iter().for_each(remove);
}
