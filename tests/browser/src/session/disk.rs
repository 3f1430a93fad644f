//! The release as one file, opened from a disk.

use super::Session;
use crate::{Browser, page};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::sync::PoisonError;

impl Session {
    /// From now on the page is the single file, where a person would have put it. `script` runs before the page's own.
    /// Without one, Chromium gets the file as it is; the others need the recorder of their console.
    ///
    /// # Errors
    /// There is no such file.
    pub fn from_disk(&self, script: &str) -> Result<PathBuf> {
        let whole = std::fs::read_to_string(&self.lab.single)
            .with_context(|| format!("cannot read {}", self.lab.single.display()))?;
        let recorder = if self.browser() == Browser::Chromium {
            ""
        } else {
            page::RECORDER
        };
        let mut text = whole;
        if !(recorder.is_empty() && script.is_empty()) {
            // Before the policy, which holds for what follows it.
            let head = format!("<head><script>{recorder}{{ {script} }}</script>");
            ensure!(text.contains("<head>"), "the file has no head");
            text = text.replacen("<head>", &head, 1);
        }
        let file = self.file("sla-gap.html", text.as_bytes())?;
        self.show_file(&file);
        Ok(file)
    }

    /// From now on the page is this file.
    pub fn show_file(&self, file: &std::path::Path) {
        let url = format!("file://{}", file.display());
        *self.on_disk.lock().unwrap_or_else(PoisonError::into_inner) = Some(url);
    }
}
