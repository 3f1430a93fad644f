//! Carries a plan out, saying what it does and roughly how long it takes.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, bail, ensure};

use super::debian;
use super::plan::{CrateTool, Step, Way};
use crate::pins;
use crate::process::{ask, capture, run, typed};

/// Installs one thing.
///
/// # Errors
/// It cannot be installed; the error says what failed.
pub fn perform(step: &Step, tools: &Path) -> Result<()> {
    match step {
        Step::Apt(packages) => {
            say(&format!(
                "{} from the distribution (about 30 seconds)",
                packages.join(", ")
            ));
            apt_install(packages)
        }
        Step::Target(ways) => target(ways, tools),
        Step::Component(names) => {
            say(&format!(
                "{} for the Rust in use (a few seconds)",
                names.join(", ")
            ));
            run(Command::new("rustup")
                .args(["component", "add"])
                .args(names))
        }
        Step::Crate(tool) => crate_tool(tool, tools),
        Step::Npm(package, version) => {
            say(&format!("{package} {version} from npm (a few seconds)"));
            let mut npm = Command::new("npm");
            npm.args([
                "install",
                "--silent",
                "--no-audit",
                "--no-fund",
                "--save-exact",
                "--prefix",
            ])
            .arg(tools.join("npm"))
            .arg(format!("{package}@{version}"));
            run(&mut npm)
        }
    }
}

fn say(what: &str) {
    eprintln!("xtask: installing {what}");
}

fn target(ways: &[Way], tools: &Path) -> Result<()> {
    let mut failures = Vec::new();
    for way in ways {
        let result = match way {
            Way::Rustup => {
                say(&format!(
                    "the {} target with rustup (a few seconds)",
                    pins::TARGET
                ));
                rustup_target()
            }
            Way::Debian => {
                say(
                    "Debian's Rust, and building its standard library for wasm32 from source (about 40 seconds)",
                );
                debian::install(tools)
            }
        };
        match result {
            Ok(()) => return Ok(()),
            Err(error) => {
                eprintln!("xtask: that did not work: {error:#}");
                failures.push(format!("{error:#}"));
            }
        }
    }
    bail!("no compiler for {}: {}", pins::TARGET, failures.join("; "))
}

/// A server that does not answer must not hold up a machine that has another way.
fn rustup_target() -> Result<()> {
    let mut command = Command::new("timeout");
    command.args(["120", "rustup", "target", "add", pins::TARGET]);
    if ask(Command::new("timeout").arg("--version")).is_none() {
        command = Command::new("rustup");
        command.args(["target", "add", pins::TARGET]);
    }
    run(&mut command)
}

fn crate_tool(tool: &CrateTool, tools: &Path) -> Result<()> {
    say(&format!(
        "{} {}, compiling it (about {} on two cores)",
        tool.name, tool.version, tool.duration
    ));
    let mut cargo = clean("cargo");
    cargo
        // Compiled to be ready soon, not to be fast.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true")
        // Trunk declares a newer Rust than it needs.
        .args([
            "install",
            "--quiet",
            "--locked",
            "--ignore-rust-version",
            "--force",
            "--root",
        ])
        .arg(tools)
        .args(tool.arguments)
        .arg(format!("{}@{}", tool.name, tool.version))
        .current_dir(tools);
    run(&mut cargo)
}

/// A command without the settings that this build was started with.
pub(super) fn clean(program: &str) -> Command {
    let mut command = Command::new(program);
    for name in [
        "RUSTC",
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_BUILD_TARGET",
        "CARGO_TARGET_DIR",
        "LD_LIBRARY_PATH",
    ] {
        command.env_remove(name);
    }
    command
}

/// Installs packages of the distribution that are not there yet.
///
/// # Errors
/// `apt-get` fails.
pub(super) fn apt_install(packages: &[&str]) -> Result<()> {
    static UPDATED: AtomicBool = AtomicBool::new(false);
    let missing: Vec<_> = packages
        .iter()
        .filter(|package| !installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !UPDATED.swap(true, Ordering::Relaxed) {
        quietly(as_root("apt-get").args(["update", "-qq"]))?;
    }
    // `env`, because sudo passes no variables on.
    quietly(
        as_root("env")
            .args([
                "DEBIAN_FRONTEND=noninteractive",
                "apt-get",
                "install",
                "-qqy",
                "--no-install-recommends",
            ])
            .args(missing),
    )
}

/// Runs a command that says much; it is shown only if it fails.
fn quietly(command: &mut Command) -> Result<()> {
    let ran = capture(command)?;
    ensure!(
        ran.ok,
        "`{}` failed:\n{}",
        typed(command),
        ran.text.trim_end()
    );
    Ok(())
}

fn installed(package: &str) -> bool {
    ask(Command::new("dpkg-query").args(["-W", "-f=${Status}", package])).as_deref()
        == Some("install ok installed")
}

/// A command run as root: this process may be root, or sudo asks for no password.
pub(super) fn as_root(program: &str) -> Command {
    if ask(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}
