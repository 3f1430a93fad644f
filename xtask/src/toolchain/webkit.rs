//! Where `WebKitGTK` keeps its driver and its small browser.

use std::path::{Path, PathBuf};

use crate::process::find_program;

/// `WebKitWebDriver`, which Debian puts beside the other programs and some others do not.
#[must_use]
pub fn driver() -> Option<PathBuf> {
    find_program(&["WebKitWebDriver"])
}

/// `MiniBrowser`, in the library's folder, whose name holds the machine's kind and the version of the interface.
#[must_use]
pub fn browser() -> Option<PathBuf> {
    let library_folders = std::fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    let outer = [
        PathBuf::from("/usr/lib"),
        PathBuf::from("/usr/libexec"),
        PathBuf::from("/usr/lib64"),
    ];
    let mut found: Vec<PathBuf> = outer
        .into_iter()
        .chain(library_folders)
        .flat_map(|folder| in_folder(&folder))
        .collect();
    found.sort();
    // The last is the newest interface: webkit2gtk-4.1 after 4.0.
    found.pop()
}

fn in_folder(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("webkit"))
        .map(|entry| entry.path().join("MiniBrowser"))
        .filter(|file| file.is_file())
        .collect()
}
