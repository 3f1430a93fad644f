//! What this machine has.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{debian, webkit};
use crate::pins;
use crate::process::{ask, find_program};

/// Whether packages of the distribution may be installed from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privilege {
    /// This is root.
    Root,
    /// `sudo` asks for no password.
    Sudo,
    /// Neither.
    None,
}

/// What was found on the machine. Versions are those that the programs say of themselves.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "a list of independent findings"
)]
pub struct Facts {
    /// `apt-get` is there.
    pub apt: bool,
    /// What may be installed with it.
    pub privilege: Privilege,
    /// rustup is there.
    pub rustup: bool,
    /// The Rust in use has a standard library for wasm32.
    pub target: bool,
    /// Debian's Rust has one, of its own version.
    pub debian_target: bool,
    /// Format and lints are part of the task.
    pub checks_wanted: bool,
    /// `cargo fmt` works.
    pub rustfmt: bool,
    /// `cargo clippy` works.
    pub clippy: bool,
    /// npm and node are there.
    pub npm: bool,
    /// wasm-bindgen's command-line tool in the tools folder.
    pub bindgen: Option<String>,
    /// Trunk in the tools folder.
    pub trunk: Option<String>,
    /// geckodriver in the tools folder.
    pub geckodriver: Option<String>,
    /// binaryen in the tools folder.
    pub binaryen: Option<String>,
    /// axe-core in the tools folder.
    pub axe: Option<String>,
    /// Chromium or Chrome, and chromedriver.
    pub chromium: bool,
    /// Firefox.
    pub firefox: bool,
    /// `WebKitGTK`'s driver and browser, and a display for them.
    pub webkit: bool,
}

/// Looks at the machine: a dozen short questions, well under two seconds together.
#[must_use]
pub fn look(tools: &Path, checks_wanted: bool) -> Facts {
    Facts {
        apt: find_program(&["apt-get"]).is_some(),
        privilege: privilege(),
        rustup: find_program(&["rustup"]).is_some(),
        target: has_std(&mut Command::new("rustc")),
        debian_target: debian::ready(tools),
        checks_wanted,
        rustfmt: !checks_wanted || ask(Command::new("cargo").args(["fmt", "--version"])).is_some(),
        clippy: !checks_wanted
            || ask(Command::new("cargo").args(["clippy", "--version"])).is_some(),
        npm: find_program(&["npm"]).is_some() && find_program(&["node"]).is_some(),
        bindgen: version(&tools.join("bin/wasm-bindgen")),
        trunk: version(&tools.join("bin/trunk")),
        geckodriver: version(&tools.join("bin/geckodriver")),
        binaryen: npm_version(tools, "binaryen"),
        axe: npm_version(tools, "axe-core"),
        chromium: chromium().is_some() && find_program(&["chromedriver"]).is_some(),
        firefox: firefox().is_some(),
        webkit: webkit::driver().is_some()
            && webkit::browser().is_some()
            && find_program(&["Xvfb"]).is_some(),
    }
}

/// Chromium, or a browser built from it.
#[must_use]
pub fn chromium() -> Option<PathBuf> {
    find_program(&[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ])
}

/// Firefox.
#[must_use]
pub fn firefox() -> Option<PathBuf> {
    find_program(&["firefox-esr", "firefox"])
}

/// Whether this rustc can find a standard library for wasm32.
pub(super) fn has_std(rustc: &mut Command) -> bool {
    let Some(folder) = ask(rustc.args(["--print", "target-libdir", "--target", pins::TARGET]))
    else {
        return false;
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    // Built from source it has no hash in its name.
    entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .any(|name| name == "libstd.rlib" || name.starts_with("libstd-"))
}

fn privilege() -> Privilege {
    match ask(Command::new("id").arg("-u")).as_deref() {
        Some("0") => Privilege::Root,
        _ if find_program(&["sudo"]).is_some()
            && ask(Command::new("sudo").args(["-n", "true"])).is_some() =>
        {
            Privilege::Sudo
        }
        _ => Privilege::None,
    }
}

/// The second word of what `--version` prints.
fn version(program: &Path) -> Option<String> {
    ask(Command::new(program).arg("--version"))?
        .split_whitespace()
        .nth(1)
        .map(str::to_owned)
}

fn npm_version(tools: &Path, package: &str) -> Option<String> {
    let text = std::fs::read_to_string(
        tools
            .join("npm/node_modules")
            .join(package)
            .join("package.json"),
    )
    .ok()?;
    let json: serde_json::Value = serde_json::from_str(&text).ok()?;
    Some(json.get("version")?.as_str()?.to_owned())
}
