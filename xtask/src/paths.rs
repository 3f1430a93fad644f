//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The workspace's root folder.
#[must_use]
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Where the release stands once it is built.
#[must_use]
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder.
#[must_use]
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The folder that all tools are installed into: `$SLA_GAP_TOOLS`, or `sla-gap` in the user's cache folder.
///
/// # Errors
/// Neither `SLA_GAP_TOOLS` nor `XDG_CACHE_HOME` nor `HOME` is set.
pub fn tools() -> Result<PathBuf> {
    if let Some(folder) = set("SLA_GAP_TOOLS") {
        return std::path::absolute(folder).context("SLA_GAP_TOOLS names no folder");
    }
    set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("sla-gap"))
        .context("no HOME: set SLA_GAP_TOOLS to the folder that tools may be installed into")
}

fn set(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
