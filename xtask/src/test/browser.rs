//! Runs the browser tests of `tests/browser` with the tools that were brought up.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::str::FromStr;

use anyhow::{Context, Result, bail, ensure};

use crate::paths;
use crate::release::edition::Edition;
use crate::release::single;
use crate::toolchain::{Tools, facts, webkit};

/// A browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` with its driver.
    WebKit,
}

/// Which tests to run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// In this browser; else in all.
    pub only: Option<Kind>,
    /// Those whose name holds this text; else all.
    pub filter: Option<String>,
}

impl Kind {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl FromStr for Kind {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let kind = Self::ALL.into_iter().find(|kind| kind.to_string() == text);
        kind.with_context(|| format!("{text:?} is none of chromium, firefox, webkit"))
    }
}

/// Compiles the tests and runs the selected ones. True if all passed.
///
/// # Errors
/// There is no release to test, or a program cannot be started.
pub fn run(tools: &Tools, selection: &Selection) -> Result<bool> {
    let dist = paths::dist();
    ensure!(
        dist.join("release.json").is_file(),
        "{} holds no release: run `cargo xtask build`",
        dist.display()
    );
    eprintln!("xtask: compiling the browser tests (about 40 seconds from nothing)");
    crate::process::run(&mut compile())?;
    let mut ok = true;
    for kind in Kind::ALL {
        if selection.only.is_none_or(|only| only == kind) {
            ok &= run_in(tools, kind, selection.filter.as_deref())?.0;
        }
    }
    Ok(ok)
}

/// The command that compiles the tests.
pub fn compile() -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["build", "--quiet", "--locked", "--package", "browser-tests"])
        .current_dir(paths::root());
    cargo
}

/// Runs the tests in one browser, showing what they print; returns whether all passed, and the text.
///
/// # Errors
/// The browser is not there, or the tests cannot be started.
pub fn run_in(tools: &Tools, kind: Kind, filter: Option<&str>) -> Result<(bool, String)> {
    let browser = match kind {
        Kind::Chromium => facts::chromium(),
        Kind::Firefox => facts::firefox(),
        Kind::WebKit => webkit::browser(),
    };
    let Some(browser) = browser else {
        bail!("{kind} is not there")
    };
    // Of the very release that is tested.
    let single = single::place(single::BRAND);
    let edition = Edition::of(single::BRAND)?;
    single::make(&paths::dist(), &edition, &single)?;
    let mut tests = tools.command(
        &paths::target()
            .join("debug/browser-tests")
            .to_string_lossy(),
    );
    tests
        .arg(kind.to_string())
        .args(filter)
        .env("SLA_GAP_BROWSER", browser)
        .env("SLA_GAP_DIST", paths::dist())
        .env("SLA_GAP_SINGLE", single)
        .env(
            "SLA_GAP_SCREENS",
            paths::target().join("screens").join(kind.to_string()),
        )
        .env(
            "SLA_GAP_AXE",
            tools.folder().join("npm/node_modules/axe-core/axe.min.js"),
        )
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut child = tests.spawn().context("the browser tests do not start")?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok((child.wait()?.success(), text))
}
