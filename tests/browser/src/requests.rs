//! What the page asks of its server, against the list that came with the release.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::server::{Asked, FIRST_SCRIPT};

use crate::session::Session;

impl Session {
    /// The requests so far, which are then forgotten: a test that provokes one takes the check of them upon itself.
    pub fn take_requests(&self) -> Vec<Asked> {
        let mut kept = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(self.server.take_log());
        // Ours, not the page's.
        kept.retain(|request| request.path != FIRST_SCRIPT);
        std::mem::take(&mut *kept)
    }

    /// The requests so far. They are still compared with the list at the test's end.
    pub fn requests(&self) -> Vec<Asked> {
        let all = self.take_requests();
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone_from(&all);
        all
    }

    /// The requests that the release does not allow.
    pub(crate) fn strays(&self) -> Result<Vec<String>> {
        let text = std::fs::read_to_string(self.lab.dist.join("release.json"))
            .context("cannot read release.json")?;
        let release: Value = serde_json::from_str(&text)?;
        let files = release
            .get("files")
            .and_then(Value::as_object)
            .context("release.json lists no files")?;
        let listed: BTreeSet<&String> = files.keys().collect();
        let stray = |request: &Asked| {
            request.method != "GET" || request.status != 200 || !listed.contains(&request.path)
        };
        let strays = self.take_requests().into_iter().filter(stray);
        Ok(strays
            .map(|request| format!("{} {} ({})", request.method, request.path, request.status))
            .collect())
    }
}
