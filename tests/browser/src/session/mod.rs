//! One person at one browser with one page.

mod acting;
mod disk;
mod host;
mod reading;
mod server;
mod waiting;

pub use host::Host;

use crate::drivers::Driver;
use crate::lab::Lab;
use crate::{Browser, page};
use anyhow::{Context, Result};
use serde_json::Value;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use thirtyfour::WebDriver;
use xtask::server::{Asked, Options, Server};

/// How long a state may take to come about.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a click is tried on an element that moves.
const TRIES: usize = 4;

/// A browser with a fresh profile, and a server whose page it shows.
pub struct Session {
    pub(crate) lab: Arc<Lab>,
    pub(crate) web: WebDriver,
    pub(crate) driver: Driver,
    pub(crate) server: Arc<Server>,
    /// The page's address in place of the server's.
    pub(crate) on_disk: Mutex<Option<String>>,
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
            compress: false,
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
            on_disk: Mutex::default(),
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

    /// The page's address: the server's with a slash at the end, or that of the file that was put in its place.
    pub fn url(&self) -> String {
        let on_disk = self.on_disk.lock().unwrap_or_else(PoisonError::into_inner);
        on_disk.clone().unwrap_or_else(|| self.server.url())
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
    pub(super) async fn leave(&self) -> Result<()> {
        self.ask("document.left = true", vec![]).await.map(drop)
    }

    /// Waits for a page without the mark.
    pub(super) async fn arrived(&self) -> Result<()> {
        let ask = "return document.left ? null : true";
        self.across_pages("another page", ask).await
    }

    /// Asks until the answer is not null. A question goes away with the page that it was put to, and is put to the next one.
    async fn across_pages(&self, what: &str, ask: &str) -> Result<()> {
        let mut tries = 0;
        loop {
            let answer = self.soon(ask, Value::Null, PATIENCE).await;
            tries += 1;
            match answer {
                Err(_) if tries < TRIES => {}
                answer => {
                    let came = answer.with_context(|| format!("waiting for {what}"))?;
                    return came
                        .map(drop)
                        .with_context(|| format!("waited {PATIENCE:?} for {what} in vain"));
                }
            }
        }
    }

    /// Waits for a page that comes by itself in place of this one.
    ///
    /// # Errors
    /// It does not come.
    pub async fn arrived_at(&self, what: &str, ask: &str) -> Result<()> {
        for _ in 0..TRIES {
            // The question may go away with the page that it was put to.
            if let Ok(Some(_)) = self.soon(ask, Value::Null, PATIENCE).await {
                return Ok(());
            }
        }
        anyhow::bail!("{what} does not come")
    }

    /// Waits until a program has taken over; the page may lead on to that of another language meanwhile.
    pub(super) async fn started(&self) -> Result<()> {
        // The first screen stands there before its program has come.
        let ask = "return document.querySelector('h1') && !document.querySelector('#app.first') ? true : null";
        self.across_pages("the app to start", ask).await
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
}
