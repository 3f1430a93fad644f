//! `cargo xtask test`: every check in numbered steps. A failing step prints what it said; the others still run, so that
//! one run shows all that is wrong.

pub mod browser;
mod counts;
mod sources;
#[cfg(test)]
mod sources_tests;

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::process::{Ran, capture, typed};
use crate::toolchain::Tools;
use crate::{paths, pins};
use counts::Counts;

/// Whether the browser tests are part of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browsers {
    /// In all three.
    All,
    /// Left out.
    None,
}

/// Steps so far.
#[derive(Default)]
struct Run {
    steps: usize,
    failed: Vec<String>,
    counts: Counts,
}

/// Runs everything. True if all of it passed.
///
/// # Errors
/// A program that a step needs cannot be started.
pub fn everything(tools: &Tools, browsers: Browsers) -> Result<bool> {
    let start = Instant::now();
    let mut run = Run::default();
    let wasm = [
        "clippy",
        "--quiet",
        "--locked",
        "--lib",
        "--bins",
        "--target",
        pins::TARGET,
        "--",
        "-D",
        "warnings",
    ];
    let lints = [
        "clippy",
        "--quiet",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    let tree = [
        "tree",
        "--locked",
        "--package",
        "sla-gap-engine",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ];
    run.command("format", cargo().args(["fmt", "--all", "--check"]))?;
    run.check("source checks", || {
        Ok(sources::problems(&paths::root().join("src"))?.join("\n"))
    })?;
    run.check("the engine knows no browser", || {
        let ran = capture(cargo().args(tree))?;
        Ok(if ran.ok {
            sources::browser_crates(&ran.text).join("\n")
        } else {
            ran.text
        })
    })?;
    run.command("lints", cargo().args(lints))?;
    run.command("lints for wasm32", tools.command("cargo").args(wasm))?;
    run.command(
        "tests",
        cargo()
            .args(["test", "--locked", "--workspace"])
            // A kept picture that is missing or differs fails; nothing is written that could be taken for one.
            .env("INSTA_UPDATE", "no"),
    )?;
    let xtask = std::env::current_exe().context("cannot tell where this program lies")?;
    let built = run.command(
        "release build",
        Command::new(&xtask).current_dir(paths::root()).arg("build"),
    )?;
    if built {
        run.command(
            "size",
            Command::new(&xtask).current_dir(paths::root()).arg("size"),
        )?;
        let single = ["single-file", "--as-built"];
        run.command(
            "single file",
            Command::new(&xtask).current_dir(paths::root()).args(single),
        )?;
    }
    if built && browsers == Browsers::All {
        run.browsers(tools)?;
    }
    Ok(run.report(start.elapsed()))
}

/// The Rust that the person uses, also where another one compiles for wasm32.
fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(paths::root());
    cargo
}

impl Run {
    fn command(&mut self, name: &str, command: &mut Command) -> Result<bool> {
        self.announce(name);
        let ran = capture(command)?;
        self.counts.add(Counts::in_text(&ran.text));
        self.conclude(name, &ran, &typed(command));
        Ok(ran.ok)
    }

    /// A check of our own, which returns what is wrong.
    fn check(&mut self, name: &str, check: impl FnOnce() -> Result<String>) -> Result<()> {
        self.announce(name);
        let start = Instant::now();
        let text = check()?;
        let ran = Ran {
            ok: text.is_empty(),
            text,
            took: start.elapsed(),
        };
        self.conclude(name, &ran, "xtask/src/test/sources.rs");
        Ok(())
    }

    /// Their output is shown as it comes: a test in a real browser takes its time.
    fn browsers(&mut self, tools: &Tools) -> Result<()> {
        self.announce("browser tests, compiling them");
        let ran = capture(&mut browser::compile())?;
        self.conclude(
            "browser tests, compiling them",
            &ran,
            &typed(&browser::compile()),
        );
        if !ran.ok {
            return Ok(());
        }
        for kind in browser::Kind::ALL {
            let name = format!("browser tests in {kind}");
            self.announce(&name);
            println!();
            let start = Instant::now();
            let (ok, text) = browser::run_in(tools, kind, None)?;
            self.counts.add(Counts::in_text(&text));
            // What it said is on the screen already.
            let ran = Ran {
                ok,
                text: String::new(),
                took: start.elapsed(),
            };
            self.conclude(&name, &ran, &format!("cargo xtask browser --only {kind}"));
        }
        Ok(())
    }

    fn announce(&mut self, name: &str) {
        self.steps += 1;
        println!("{:>2}. {name} ...", self.steps);
    }

    fn conclude(&mut self, name: &str, ran: &Ran, again: &str) {
        if ran.ok {
            let budgets = ran.text.lines().filter(|line| line.contains("(budget "));
            for line in budgets {
                println!("    {line}");
            }
            println!("    ok ({})", seconds(ran.took));
            return;
        }
        if !ran.text.is_empty() {
            println!("{}", ran.text.trim_end());
        }
        println!("    FAILED ({}): {again}", seconds(ran.took));
        self.failed.push(format!("{}. {name}", self.steps));
    }

    fn report(&self, took: Duration) -> bool {
        println!("\n{} steps in {}", self.steps, seconds(took));
        for name in &self.failed {
            println!("FAILED: {name}");
        }
        println!(
            "{} passed, {} failed",
            self.counts.passed, self.counts.failed
        );
        self.failed.is_empty() && self.counts.failed == 0 && self.counts.passed > 0
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
