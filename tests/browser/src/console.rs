//! What the page writes to its console. A good page writes nothing.

use std::sync::PoisonError;

use anyhow::Result;

use crate::browser::Browser;
use crate::session::Session;

impl Session {
    /// All messages so far, which are then forgotten: a test that provokes one takes it here.
    ///
    /// # Errors
    /// The browser cannot be asked.
    pub async fn take_console(&self) -> Result<Vec<String>> {
        self.keep_console().await?;
        Ok(std::mem::take(
            &mut *self.console.lock().unwrap_or_else(PoisonError::into_inner),
        ))
    }

    /// Keeps the messages of a page that is about to be left.
    pub(crate) async fn keep_console(&self) -> Result<()> {
        let new: Vec<String> = if self.browser() == Browser::Chromium {
            let entries = self.web.browser_log().await?;
            entries
                .into_iter()
                .map(|entry| format!("{}: {}", entry.level, entry.message))
                .collect()
        } else {
            let list = self
                .web
                .execute("return (window.__console ?? []).splice(0)", vec![])
                .await?;
            serde_json::from_value(list.json().clone())?
        };
        self.console
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend(new);
        Ok(())
    }
}
