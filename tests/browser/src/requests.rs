//! What the page asks of its server, against the list that came with the release.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::server::{Asked, FIRST_SCRIPT};

use crate::session::Session;

impl Session {
    /// The requests since the last call. A test that looks at them takes the check of them upon itself.
    pub fn take_requests(&self) -> Vec<Asked> {
        let mut asked = self.server.take_log();
        // Ours, not the page's.
        asked.retain(|request| request.path != FIRST_SCRIPT);
        asked
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
