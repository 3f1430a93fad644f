//! What a person reads: text, values, focus.

use super::Session;
use crate::by::By;
use anyhow::{Context, Result};
use serde_json::json;

impl Session {
    /// What has the focus: its role and name, as in `button "Save"`.
    ///
    /// # Errors
    /// The page cannot be asked.
    pub async fn focused(&self) -> Result<String> {
        let body = "const e = document.activeElement; return e && e !== document.body ? `${roleOf(e)} \"${nameOf(e)}\"` : ''";
        Ok(self
            .ask(body, vec![])
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// The text of the first seen element that a selector takes, as a person sees it, on one line.
    ///
    /// # Errors
    /// There is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let ask = "const found = all(wanted)[0]; return found ? squeeze(found.innerText) : null";
        let text = self
            .wait_until(&format!("`{selector}`"), ask, json!(selector))
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The texts of all seen elements that a selector takes now.
    ///
    /// # Errors
    /// The page cannot be asked.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let texts = self
            .ask(
                "return all(arguments[0]).map((e) => squeeze(e.innerText))",
                vec![json!(selector)],
            )
            .await?;
        Ok(serde_json::from_value(texts)?)
    }

    /// How many elements of that kind are seen now.
    ///
    /// # Errors
    /// The page cannot be asked.
    pub async fn count(&self, by: impl Into<By>) -> Result<u64> {
        let count = self
            .ask(
                "return findAll(arguments[0]).length",
                vec![json!(by.into())],
            )
            .await?;
        count.as_u64().context("not a count")
    }

    /// What a field holds; of a box or a choice, `true` or `false`.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn value(&self, label: &str) -> Result<String> {
        let ask = "const e = findAll({ label: wanted })[0]; if (!e) return null; \
                   return ['checkbox', 'radio'].includes(e.type) ? String(e.checked) : String(e.value)";
        let value = self
            .wait_until(&By::label(label).to_string(), ask, json!(label))
            .await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute of the first element that a selector takes, seen or not.
    ///
    /// # Errors
    /// The page cannot be asked.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        let body =
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null";
        let value = self.ask(body, vec![json!(selector), json!(name)]).await?;
        Ok(value.as_str().map(str::to_owned))
    }
}
