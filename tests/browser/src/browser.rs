//! The three browsers and what each must be told.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Result, bail};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

/// A browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser`.
    WebKit,
}

impl FromStr for Browser {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            other => bail!("{other:?} is none of chromium, firefox, webkit"),
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl Browser {
    /// What the driver is asked for: no window, a fresh profile, downloads into `downloads` without a question.
    pub(crate) fn capabilities(
        self,
        binary: &str,
        profile: &Path,
        downloads: &Path,
    ) -> Result<Capabilities> {
        let mut wanted = Capabilities::new();
        let (name, key, options) = match self {
            Self::Chromium => (
                "chrome",
                "goog:chromeOptions",
                chromium(binary, profile, downloads),
            ),
            Self::Firefox => (
                "firefox",
                "moz:firefoxOptions",
                firefox(binary, profile, downloads),
            ),
            Self::WebKit => (
                "MiniBrowser",
                "webkitgtk:browserOptions",
                json!({ "binary": binary, "args": ["--automation"] }),
            ),
        };
        wanted.set("browserName", name)?;
        wanted.set(key, options)?;
        if self == Self::Chromium {
            wanted.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        }
        Ok(wanted)
    }
}

fn chromium(binary: &str, profile: &Path, downloads: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.display());
    // No sandbox: it cannot be had as root, and the page is our own.
    let args = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=en-US",
        &profile,
    ];
    let preferences =
        json!({ "download.default_directory": downloads, "download.prompt_for_download": false });
    json!({ "binary": binary, "args": args, "prefs": preferences })
}

fn firefox(binary: &str, profile: &Path, downloads: &Path) -> Value {
    json!({
        "binary": binary,
        "args": ["-headless", "-profile", profile],
        "prefs": {
            "browser.download.dir": downloads,
            "browser.download.folderList": 2,
            "browser.download.useDownloadDir": true,
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.helperApps.neverAsk.saveToDisk":
                "application/json,text/csv,text/markdown,text/html,text/plain,application/octet-stream",
            "intl.accept_languages": "en-US",
            // Lets the profile's own style sheet lift the window's least width.
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        },
    })
}
