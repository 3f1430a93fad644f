//! Somebody else's page, at another origin, that shows ours in a frame.

use super::{PATIENCE, Session};
use crate::tabs::Tab;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::fs;
use std::time::{Duration, Instant};
use thirtyfour::By as Driven;
use xtask::server::{Options, Server};

/// A server at another origin than the page's: another name of this machine, and another port.
pub struct Host {
    server: Server,
    machine: &'static str,
}

impl Host {
    /// Its origin.
    pub fn origin(&self) -> String {
        let url = self.server.url();
        let port = url.trim_end_matches('/').rsplit(':').next();
        format!("http://{}:{}", self.machine, port.unwrap_or_default())
    }

    /// At another port alone: still another origin, but browsers may keep both in one process, which is faster.
    #[must_use]
    pub fn near(self) -> Self {
        Self {
            machine: "127.0.0.1",
            ..self
        }
    }

    /// The name by which our page calls it.
    pub fn name(&self) -> String {
        self.origin().trim_start_matches("http://").to_owned()
    }
}

impl Session {
    /// Somebody's pages, by the names of their files.
    ///
    /// # Errors
    /// They cannot be written or served.
    pub fn host(&self, pages: &[(&str, &str)]) -> Result<Host> {
        let folder = self.driver.home.join("host");
        fs::create_dir_all(&folder)?;
        // Browsers ask for one.
        for (name, text) in pages.iter().chain([&("favicon.ico", "")]) {
            fs::write(folder.join(name), text).with_context(|| format!("cannot write {name}"))?;
        }
        let server = Server::start(Options {
            folder,
            port: 0,
            compress: false,
            first_script: None,
        })?;
        Ok(Host {
            server,
            machine: "localhost",
        })
    }

    /// Goes to somebody's page.
    ///
    /// # Errors
    /// It does not load.
    pub async fn open_host(&self, host: &Host, page: &str) -> Result<()> {
        self.keep_console().await?;
        let address = format!("{}/{page}", host.origin());
        Ok(self.web.goto(address).await?)
    }

    /// Goes to another page of our own release.
    ///
    /// # Errors
    /// It does not load.
    pub async fn open_beside(&self, name: &str) -> Result<()> {
        self.keep_console().await?;
        let address = format!("{}{name}", self.url());
        Ok(self.web.goto(address).await?)
    }

    /// The built release.
    pub fn dist(&self) -> &std::path::Path {
        &self.lab.dist
    }

    /// Looks into the frame that a selector takes, from now on, once our page in it has started.
    ///
    /// # Errors
    /// There is none, or our page does not start.
    pub async fn into_frame(&self, selector: &str) -> Result<()> {
        self.keep_console().await?;
        let there = "return document.querySelector(wanted) ? true : null";
        self.wait_until(selector, there, json!(selector)).await?;
        let frame = self.web.find(Driven::Css(selector)).await?;
        frame.enter_frame().await?;
        // A question that is put too early goes to the empty page before.
        let until = Instant::now() + PATIENCE;
        let ask = "return document.querySelector('h1') !== null";
        while self.ask(ask, vec![]).await.ok() != Some(Value::Bool(true)) {
            ensure!(
                Instant::now() < until,
                "the page in the frame does not start"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Looks at the page around again.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn out_of_frame(&self) -> Result<()> {
        self.keep_console().await?;
        Ok(self.web.enter_default_frame().await?)
    }

    /// Waits for another tab than the one there was, which the page has opened by itself, and looks at it from now on.
    ///
    /// # Errors
    /// It does not come.
    pub async fn into_opened_tab(&self, from: &Tab) -> Result<()> {
        self.keep_console().await?;
        let until = Instant::now() + PATIENCE;
        loop {
            let all = self.web.windows().await?;
            if let Some(opened) = all.into_iter().find(|one| *one != from.0) {
                self.web.switch_to_window(opened).await?;
                break;
            }
            ensure!(Instant::now() < until, "no tab was opened");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.started().await
    }
}
