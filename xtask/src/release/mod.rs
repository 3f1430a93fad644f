//! Builds the release: Trunk compiles and links the page, then [`finish()`] packs the content and lists the files.

pub mod brands;
pub mod bundle;
pub mod edition;
pub mod embed;
pub mod finish;
pub mod hosting;
pub mod html;
mod install;
mod languages;
pub mod manifest;
pub mod pack;
pub mod page;
pub mod single;
mod styles;
pub mod texts;
pub mod words;

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::run;
use crate::toolchain::Tools;

/// Builds the release into `dist`, with another brand than the standard one if it is given.
///
/// # Errors
/// The program or the content does not build; the tool has said why.
pub fn build(tools: &Tools, brand: Option<&Path>, address: Option<&str>) -> Result<()> {
    eprintln!("xtask: building the release (about a minute from nothing, seconds after that)");
    // Trunk asks no network: everything comes through this one step, held to Cargo.lock.
    run(tools
        .command("cargo")
        .args(["fetch", "--locked", "--quiet"]))?;
    let mut trunk = trunk(tools)?;
    trunk.env_remove(finish::BRAND).env_remove(finish::ADDRESS);
    if let Some(address) = address {
        trunk.env(
            finish::ADDRESS,
            format!("{}/", address.trim_end_matches('/')),
        );
    }
    if let Some(brand) = brand {
        let brand = brand.canonicalize();
        trunk.env(
            finish::BRAND,
            brand.context("there is no such brand's file")?,
        );
    }
    run(&mut trunk)
}

fn trunk(tools: &Tools) -> Result<Command> {
    let exe = env::current_exe().context("cannot tell where this program lies")?;
    let mut trunk = tools.command("trunk");
    trunk
        .args([
            "build",
            "--release",
            "--offline",
            "--locked",
            "--log",
            "warn",
        ])
        .env("XTASK_EXE", exe)
        // Trunk refuses the value 1, which some machines set.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

pub use finish::finish;
