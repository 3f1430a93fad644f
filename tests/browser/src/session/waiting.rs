//! Asking the page, and waiting for what it shows.

use super::{PATIENCE, Session};
use crate::by::By;
use crate::page;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::time::Duration;

impl Session {
    /// Waits until `ask`, the body of a function of `wanted` in JavaScript, returns something else than null; returns that.
    /// It may use `findAll(by)`, `nameOf(element)` and the other words of `page/find.js`.
    ///
    /// # Errors
    /// That does not happen in time; `what` says what was waited for.
    pub async fn wait_until(&self, what: &str, ask: &str, wanted: Value) -> Result<Value> {
        let answer = self.soon(ask, wanted, PATIENCE).await;
        let answer = answer.with_context(|| format!("waiting for {what}"))?;
        answer.with_context(|| format!("waited {} s for {what} in vain", PATIENCE.as_secs()))
    }

    /// What `ask` returns as soon as that is not null, or nothing if it takes longer than `limit`.
    pub(crate) async fn soon(
        &self,
        ask: &str,
        wanted: Value,
        limit: Duration,
    ) -> Result<Option<Value>> {
        let arguments = vec![wanted, json!(u64::try_from(limit.as_millis())?)];
        let answer = self
            .web
            .execute_async(page::when(ask), arguments)
            .await?
            .json()
            .clone();
        Ok(Some(answer).filter(|answer| !answer.is_null()))
    }

    /// Asks the page something at once: the body of a function in JavaScript, its arguments in `arguments`.
    ///
    /// # Errors
    /// The script throws.
    pub async fn ask(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self
            .web
            .execute(page::now(body), arguments)
            .await?
            .json()
            .clone())
    }

    /// Asks the page something that takes its time: the body of an asynchronous function in JavaScript.
    ///
    /// # Errors
    /// The script throws, or never ends.
    pub async fn ask_later(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             (async function () {{ {body} }}).apply(null, arguments) \
               .then((value) => done([value ?? null]), (error) => done(String(error)))"
        );
        let answer = self
            .web
            .execute_async(page::now(&script), arguments)
            .await?
            .json()
            .clone();
        match answer {
            Value::Array(mut one) if one.len() == 1 => Ok(one.swap_remove(0)),
            error => bail!("the page's script failed: {error}"),
        }
    }

    /// Waits for an element to be seen.
    ///
    /// # Errors
    /// It does not come.
    pub async fn wait_for(&self, by: &By) -> Result<()> {
        let ask = "return findAll(wanted).length ? true : null";
        self.wait_until(&by.to_string(), ask, json!(by))
            .await
            .map(drop)
    }

    /// Waits until no such element is seen.
    ///
    /// # Errors
    /// It stays.
    pub async fn wait_gone(&self, by: &By) -> Result<()> {
        let ask = "return findAll(wanted).length ? null : true";
        self.wait_until(&format!("{by} to go"), ask, json!(by))
            .await
            .map(drop)
    }

    /// Waits until the first element that `selector` takes holds `text`.
    ///
    /// # Errors
    /// It does not; the error says what it holds instead.
    pub async fn wait_text(&self, selector: &str, text: &str) -> Result<()> {
        let ask = "const [css, text] = wanted; return all(css).some((e) => squeeze(e.innerText).includes(text)) ? true : null";
        let what = format!("{text:?} in `{selector}`");
        let found = self
            .wait_until(&what, ask, json!([selector, text]))
            .await
            .map(drop);
        match found {
            Ok(()) => Ok(()),
            Err(error) => {
                let instead = self.texts(selector).await.unwrap_or_default();
                Err(error.context(format!("it holds {instead:?}")))
            }
        }
    }
}
