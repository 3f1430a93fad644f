//! What all tests of a run share: which browser, the release, and a display for the browser that cannot do without.

use std::env;
use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::browser::Browser;

/// The surroundings of a run.
#[derive(Debug)]
pub struct Lab {
    /// The browser under test.
    pub browser: Browser,
    pub(crate) binary: String,
    pub(crate) dist: PathBuf,
    pub(crate) screens: PathBuf,
    pub(crate) axe: String,
    pub(crate) display: Option<Display>,
}

/// A screen without a monitor; it ends with the run.
#[derive(Debug)]
pub(crate) struct Display {
    pub(crate) name: String,
    _server: Child,
}

impl Lab {
    /// Reads what `cargo xtask browser` passes on, and starts a display if the browser needs one.
    ///
    /// # Errors
    /// Something was not passed on, or the display does not start.
    pub async fn open(browser: Browser) -> Result<Self> {
        let axe = PathBuf::from(variable("SLA_GAP_AXE")?);
        let axe = std::fs::read_to_string(&axe)
            .with_context(|| format!("cannot read {}", axe.display()))?;
        let display = match browser {
            Browser::WebKit => Some(Display::start().await?),
            Browser::Chromium | Browser::Firefox => None,
        };
        Ok(Self {
            browser,
            binary: variable("SLA_GAP_BROWSER")?,
            dist: variable("SLA_GAP_DIST")?.into(),
            screens: variable("SLA_GAP_SCREENS")?.into(),
            axe,
            display,
        })
    }
}

fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: run `cargo xtask browser`"))
}

impl Display {
    async fn start() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1920x1400x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("Xvfb does not start")?;
        let stdout = server.stdout.take().context("Xvfb has no output")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).await?;
        let number = line.trim();
        anyhow::ensure!(!number.is_empty(), "Xvfb found no free display");
        Ok(Self {
            name: format!(":{number}"),
            _server: server,
        })
    }
}
