//! One person at one browser with one page.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{Key, WebDriver, WebElement};
use xtask::server::{Asked, Options, Server};

use crate::by::By;
use crate::drivers::Driver;
use crate::lab::Lab;
use crate::{Browser, page};

/// How long a state may take to come about.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a click is tried on an element that moves.
const TRIES: usize = 4;

fn moved(error: &WebDriverError) -> bool {
    matches!(
        **error,
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
    )
}

/// A browser with a fresh profile, and a server whose page it shows.
pub struct Session {
    pub(crate) lab: Arc<Lab>,
    pub(crate) web: WebDriver,
    pub(crate) driver: Driver,
    pub(crate) server: Arc<Server>,
    /// Console messages of pages that were left.
    pub(crate) console: Mutex<Vec<String>>,
    /// Requests that a test has looked at and that are still to be checked.
    pub(crate) asked: Mutex<Vec<Asked>>,
}

impl Session {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    /// The driver or the browser does not start.
    pub async fn start(lab: &Arc<Lab>) -> Result<Self> {
        let first_script = (lab.browser != Browser::Chromium).then(|| page::RECORDER.to_owned());
        let server = Server::start(Options {
            folder: lab.dist.clone(),
            port: 0,
            first_script,
        })?;
        Self::start_at(lab, Arc::new(server)).await
    }

    /// Another person at another machine: a fresh profile on the same address. End it with [`Session::end`].
    ///
    /// # Errors
    /// The driver or the browser does not start.
    pub async fn another(&self) -> Result<Self> {
        Self::start_at(&self.lab, Arc::clone(&self.server)).await
    }

    async fn start_at(lab: &Arc<Lab>, server: Arc<Server>) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let home = std::env::temp_dir().join(format!(
            "sla-gap-{}-{}-{number}",
            lab.browser,
            std::process::id()
        ));
        let driver = Driver::start(lab, home).await?;
        let (profile, downloads) = (
            Driver::profile(&driver.home),
            Driver::downloads(&driver.home),
        );
        let wanted = lab
            .browser
            .capabilities(&lab.binary, &profile, &downloads)?;
        let web = WebDriver::new(&driver.url, wanted).await.with_context(|| {
            let log = std::fs::read_to_string(driver.home.join("driver.log")).unwrap_or_default();
            format!("{} does not start; its driver said:\n{log}", lab.browser)
        })?;
        web.set_script_timeout(PATIENCE * 6).await?;
        let session = Self {
            lab: Arc::clone(lab),
            web,
            driver,
            server,
            console: Mutex::default(),
            asked: Mutex::default(),
        };
        session.resize(1280, 900).await?;
        Ok(session)
    }

    /// Ends the browser and forgets its profile.
    ///
    /// # Errors
    /// The browser does not end in order.
    pub async fn end(self) -> Result<()> {
        let quit = self.web.quit().await;
        self.driver.end().await;
        Ok(quit?)
    }

    /// The browser under test.
    pub fn browser(&self) -> Browser {
        self.lab.browser
    }

    /// The page's address, with a slash at the end.
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// `WebDriver` itself, for what has no word here.
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// Loads the page, or goes to another place in it: `open("")`, `open("#/results")`.
    ///
    /// # Errors
    /// The page does not load, or its app does not start.
    pub async fn open(&self, place: &str) -> Result<()> {
        self.keep_console().await?;
        let target = format!("{}{place}", self.url());
        let now = self.web.current_url().await?.to_string();
        let document = |address: &str| address.split('#').next().map(str::to_owned);
        if place.contains('#') && document(&now) == document(&target) {
            // Not every browser stays in the page when it is sent where it is.
            if now != target {
                self.web.goto(target).await?;
            }
        } else {
            self.leave().await?;
            self.web.goto(target).await?;
            self.arrived().await?;
        }
        self.started().await
    }

    /// Loads the page anew.
    ///
    /// # Errors
    /// As for [`Session::open`].
    pub async fn reload(&self) -> Result<()> {
        self.keep_console().await?;
        self.leave().await?;
        self.web.refresh().await?;
        self.arrived().await?;
        self.started().await
    }

    /// Marks the page that is about to be left: not every driver waits until another is there.
    async fn leave(&self) -> Result<()> {
        self.ask("document.left = true", vec![]).await.map(drop)
    }

    /// Waits for a page without the mark.
    async fn arrived(&self) -> Result<()> {
        let ask = "return document.left ? null : true";
        let mut tries = 0;
        loop {
            let answer = self.soon(ask, Value::Null, PATIENCE).await;
            tries += 1;
            match answer {
                // The question went away with the page that it was put to.
                Err(_) if tries < TRIES => {}
                answer => {
                    return answer?
                        .map(drop)
                        .with_context(|| format!("the old page stays for {PATIENCE:?}"));
                }
            }
        }
    }

    async fn started(&self) -> Result<()> {
        self.wait_until(
            "the app to start",
            "return document.querySelector('h1') ? true : null",
            Value::Null,
        )
        .await
        .map(drop)
    }

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

    /// From the next load on, the page runs this script before its own: to take something away from the browser that a
    /// person's browser may lack.
    pub fn before_page(&self, script: &str) {
        let recorder = if self.browser() == Browser::Chromium {
            ""
        } else {
            page::RECORDER
        };
        self.server
            .set_first_script(Some(format!("{recorder}{{ {script} }}")));
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
        field
            .clear()
            .await
            .with_context(|| format!("emptying {by}"))?;
        field
            .send_keys(text)
            .await
            .with_context(|| format!("typing into {by}"))
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
