//! The window: its size, its picture, its colors.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::browser::Browser;
use crate::session::Session;

/// How long a window may take to get another size.
const RESIZING: Duration = Duration::from_millis(500);

/// What the person's system prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// Whether the browser could be made to prefer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emulated {
    /// The page now sees that preference.
    Yes,
    /// This browser has no way: use the app's own switch.
    No,
}

impl Session {
    /// Gives the page exactly this many pixels.
    ///
    /// # Errors
    /// The browser cannot: the error says what it gives instead.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.browser() == Browser::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self
                .chromium("Emulation.setDeviceMetricsOverride", size)
                .await;
        }
        // The window is larger than the page by its frame, which shows only once the window has its new size.
        let (mut more_width, mut more_height) = (0, 0);
        for _ in 0..6 {
            self.web
                .set_window_rect(0, 0, width + more_width, height + more_height)
                .await?;
            let ask = "return innerWidth === wanted[0] && innerHeight === wanted[1] ? true : null";
            if self
                .soon(ask, json!([width, height]), RESIZING)
                .await?
                .is_some()
            {
                return Ok(());
            }
            let (inner_width, inner_height) = self.inner().await?;
            more_width = (more_width + width).saturating_sub(inner_width);
            more_height = (more_height + height).saturating_sub(inner_height);
        }
        let (width_now, height_now) = self.inner().await?;
        bail!("asked for {width} x {height}, the page has {width_now} x {height_now}")
    }

    async fn inner(&self) -> Result<(u32, u32)> {
        Ok(serde_json::from_value(
            self.ask("return [innerWidth, innerHeight]", vec![]).await?,
        )?)
    }

    /// How far the page can be scrolled sideways: 0 on a page that fits.
    ///
    /// # Errors
    /// The page cannot be asked.
    pub async fn overflow(&self) -> Result<i64> {
        let body = "const e = document.scrollingElement; return e.scrollWidth - e.clientWidth";
        self.ask(body, vec![])
            .await?
            .as_i64()
            .context("not a number of pixels")
    }

    /// Keeps a picture of the window in `target/screens/BROWSER/NAME.png`.
    ///
    /// # Errors
    /// It cannot be taken or written.
    pub async fn screenshot(&self, name: &str) -> Result<()> {
        std::fs::create_dir_all(&self.lab.screens)?;
        let picture = self.web.screenshot_as_png().await?;
        Ok(std::fs::write(
            self.lab.screens.join(format!("{name}.png")),
            picture,
        )?)
    }

    /// Makes the system prefer light or dark, where the browser allows that from outside.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn prefer(&self, scheme: Scheme) -> Result<Emulated> {
        match self.browser() {
            Browser::Chromium => {
                let value = if scheme == Scheme::Dark {
                    "dark"
                } else {
                    "light"
                };
                let features =
                    json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
                self.chromium("Emulation.setEmulatedMedia", features)
                    .await?;
            }
            Browser::Firefox => {
                let value = i32::from(scheme == Scheme::Light);
                self.send("/moz/context", json!({ "context": "chrome" }))
                    .await?;
                let script = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
                let set = self.web.execute(script, vec![json!(value)]).await;
                self.send("/moz/context", json!({ "context": "content" }))
                    .await?;
                set?;
            }
            Browser::WebKit => return Ok(Emulated::No),
        }
        let dark = scheme == Scheme::Dark;
        let ask =
            "return matchMedia('(prefers-color-scheme: dark)').matches === wanted ? true : null";
        self.wait_until("the preferred colors", ask, json!(dark))
            .await?;
        Ok(Emulated::Yes)
    }

    async fn chromium(&self, command: &str, parameters: Value) -> Result<()> {
        self.send(
            "/goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await
    }

    async fn send(&self, endpoint: &'static str, body: Value) -> Result<()> {
        let command = Command::ExtensionCommand(Box::new(Own { endpoint, body }));
        self.web
            .cmd(command)
            .await
            .with_context(|| format!("the driver refuses {endpoint}"))?;
        Ok(())
    }
}

/// A command that only one browser's driver knows.
#[derive(Debug)]
struct Own {
    endpoint: &'static str,
    body: Value,
}

impl ExtensionCommand for Own {
    fn parameters_json(&self) -> Option<Value> {
        Some(self.body.clone())
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        self.endpoint.into()
    }
}
