//! What a person does: finding, clicking, typing, choosing.

use super::{PATIENCE, Session, TRIES};
use crate::by::By;
use crate::page;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{Key, WebElement};

fn moved(error: &WebDriverError) -> bool {
    matches!(
        **error,
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
    )
}

impl Session {
    /// The element, once it is seen.
    ///
    /// # Errors
    /// It does not come.
    pub async fn find(&self, by: &By) -> Result<WebElement> {
        self.found(by, "return findAll(wanted)[0] ?? null").await
    }

    async fn found(&self, by: &By, ask: &str) -> Result<WebElement> {
        let arguments = vec![json!(by), json!(u64::try_from(PATIENCE.as_millis())?)];
        let answer = self.web.execute_async(page::when(ask), arguments).await;
        let answer = answer.with_context(|| format!("looking for {by}"))?;
        if answer.json().is_null() {
            bail!(
                "{by} is not on the page; its headings, buttons and links are {}",
                self.landmarks().await?
            );
        }
        Ok(answer.element()?)
    }

    async fn landmarks(&self) -> Result<Value> {
        self.ask("return all('h1,h2,h3,button,a,label').map(nameOf)", vec![])
            .await
    }

    /// Clicks an element as a mouse does: it must be seen and not covered. `s.click("#save")`,
    /// `s.click(By::role("button", "Save"))`.
    ///
    /// # Errors
    /// It does not come, or something lies over it.
    pub async fn click(&self, by: impl Into<By>) -> Result<()> {
        let by = by.into();
        // Not `disabled`: a click on a disabled control is no error in WebDriver, and no click for a person.
        let ask = "const found = findAll(wanted).find((e) => !e.disabled); return found ? settled(inSight(target(found))) : null";
        let mut tries = 0;
        loop {
            let clicked = self.found(&by, ask).await?.click().await;
            tries += 1;
            match clicked {
                // The page was being drawn anew, or was still moving.
                Err(error) if tries < TRIES && moved(&error) => {}
                result => return result.with_context(|| format!("clicking {by}")),
            }
        }
    }

    /// Puts a text into the field with this label in place of what it held, key by key.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn type_into(&self, label: &str, text: &str) -> Result<()> {
        self.fill(By::label(label), text).await
    }

    /// Puts a text into a field in place of what it held, key by key.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn fill(&self, by: impl Into<By>, text: &str) -> Result<()> {
        let by = by.into();
        let ask = "const found = findAll(wanted)[0]; return found ? inSight(found) : null";
        let field = self.found(&by, ask).await?;
        for _ in 0..TRIES {
            field
                .clear()
                .await
                .with_context(|| format!("emptying {by}"))?;
            field
                .send_keys(text)
                .await
                .with_context(|| format!("typing into {by}"))?;
            // A driver empties a field without a word to the page. If it is drawn just then, the old text is back.
            let now = field.value().await?.unwrap_or_default();
            if now.len() <= text.len() || text.is_empty() || !now.ends_with(text) {
                break;
            }
        }
        Ok(())
    }

    /// Chooses an option of a drop-down list by its text.
    ///
    /// # Errors
    /// There is no such list or option.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        let ask = "const list = findAll({ label: wanted[0] })[0]; \
                   return [...(list?.options ?? [])].find((o) => matches(squeeze(o.textContent), wanted[1])) ?? null";
        let what = format!("the option {option:?} of {label:?}");
        let arguments = vec![
            json!([label, option]),
            json!(u64::try_from(PATIENCE.as_millis())?),
        ];
        let answer = self.web.execute_async(page::when(ask), arguments).await?;
        ensure!(!answer.json().is_null(), "{what} is not on the page");
        answer
            .element()?
            .click()
            .await
            .with_context(|| format!("choosing {what}"))
    }

    /// Presses a key, or types characters, where the focus is.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        Ok(self.web.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key while another is held: `s.press_with(Key::Control, "z")`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_with(&self, held: Key, key: char) -> Result<()> {
        Ok(self
            .web
            .action_chain()
            .key_down(held.clone())
            .key_down(key)
            .key_up(key)
            .key_up(held)
            .perform()
            .await?)
    }
}
