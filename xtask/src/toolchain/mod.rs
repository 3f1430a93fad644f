//! Brings up what is missing before it is used.
//!
//! Everything goes into one folder (see [`crate::paths::tools`]); nothing is global but packages of the distribution and
//! rustup's wasm32 target.

mod debian;
pub mod facts;
mod install;
pub mod plan;
#[cfg(test)]
mod plan_tests;
pub mod webkit;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, pins};
use plan::{Need, Refusal, Wish};

/// The tools, ready for use.
#[derive(Debug, Clone)]
pub struct Tools {
    folder: PathBuf,
    rust: Rust,
}

/// The Rust that compiles for wasm32.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rust {
    InUse,
    Debian,
}

/// Which checks of the sources the task will run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checks {
    /// None: `cargo fmt` and `cargo clippy` are not needed.
    None,
    /// Format and lints.
    FormatAndLints,
}

/// Makes sure that everything `need` asks for is there, installing what is missing.
///
/// # Errors
/// Something may not or cannot be installed; the error says what to type.
pub fn ensure(need: Need, checks: Checks) -> Result<Tools> {
    let folder = paths::tools()?;
    fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the tools folder {}", folder.display()))?;
    let wish = wish()?;
    let bindgen = pins::locked(paths::root(), "wasm-bindgen")?;
    let checks = checks == Checks::FormatAndLints;
    let steps = plan::plan(&facts::look(&folder, checks), need, wish, &bindgen).map_err(refuse)?;
    for step in &steps {
        install::perform(step, &folder)?;
    }
    let facts = facts::look(&folder, checks);
    let left = plan::plan(&facts, need, wish, &bindgen).map_err(refuse)?;
    if !left.is_empty() {
        bail!("installed, and still not found: {left:?}");
    }
    let rust = match wish {
        Wish::Any | Wish::Rustup if facts.target => Rust::InUse,
        _ => Rust::Debian,
    };
    let tools = Tools { folder, rust };
    let version = crate::process::ask(tools.command("rustc").arg("--version")).unwrap_or_default();
    let whose = if rust == Rust::Debian {
        "Debian's"
    } else {
        "the one in use"
    };
    eprintln!(
        "xtask: Rust for wasm32: {whose}, {version}; tools in {}",
        tools.folder.display()
    );
    Ok(tools)
}

fn wish() -> Result<Wish> {
    match env::var("WASM_TOOLCHAIN").as_deref() {
        Err(_) | Ok("" | "auto") => Ok(Wish::Any),
        Ok("rustup") => Ok(Wish::Rustup),
        Ok("debian") => Ok(Wish::Debian),
        Ok(other) => bail!("WASM_TOOLCHAIN is {other:?}: use auto, rustup or debian"),
    }
}

fn refuse(Refusal(lines): Refusal) -> anyhow::Error {
    anyhow::anyhow!(
        "some tools are missing and may not be installed from here. Type:\n  {}",
        lines.join("\n  ")
    )
}

impl Tools {
    /// The folder that the tools lie in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A command that finds the tools, and the Rust that compiles for wasm32.
    #[must_use]
    pub fn command(&self, program: &str) -> Command {
        let mut folders = vec![
            self.folder.join("bin"),
            self.folder.join("npm/node_modules/.bin"),
        ];
        if self.rust == Rust::Debian {
            folders.insert(0, debian::bin(&self.folder));
        }
        let path = env::var_os("PATH").unwrap_or_default();
        folders.extend(env::split_paths(&path));
        let joined = env::join_paths(folders).unwrap_or(path);
        // Found here and now: a command looks its program up in this process's own PATH.
        let found = env::split_paths(&joined)
            .map(|folder| folder.join(program))
            .find(|file| file.is_file());
        let mut command =
            Command::new(found.map_or_else(|| OsString::from(program), PathBuf::into_os_string));
        command.env("PATH", joined).current_dir(paths::root());
        if self.rust == Rust::Debian {
            command.env_remove("LD_LIBRARY_PATH").env_remove("RUSTC");
        }
        command
    }
}
