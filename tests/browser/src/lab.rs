//! What all tests of a run share: which browser, and the release. And a display for the browser that cannot do without.

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
    pub(crate) single: PathBuf,
    pub(crate) screens: PathBuf,
    pub(crate) axe: String,
}

/// A screen without a monitor. Each browser has one of its own: two windows on one would take the focus from each other.
#[derive(Debug)]
pub(crate) struct Display {
    pub(crate) name: String,
    _server: Child,
}

impl Lab {
    /// Reads what `cargo xtask browser` passes on.
    ///
    /// # Errors
    /// Something was not passed on.
    pub fn open(browser: Browser) -> Result<Self> {
        let axe = PathBuf::from(variable("SLA_GAP_AXE")?);
        let axe = std::fs::read_to_string(&axe)
            .with_context(|| format!("cannot read {}", axe.display()))?;
        Ok(Self {
            browser,
            binary: variable("SLA_GAP_BROWSER")?,
            dist: variable("SLA_GAP_DIST")?.into(),
            single: variable("SLA_GAP_SINGLE")?.into(),
            screens: variable("SLA_GAP_SCREENS")?.into(),
            axe,
        })
    }
}

fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: run `cargo xtask browser`"))
}

impl Display {
    pub(crate) async fn start() -> Result<Self> {
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
