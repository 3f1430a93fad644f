//! Debian's Rust with a standard library for wasm32, for machines that reach package registries but not rustup's server.
//!
//! `rust-web-src` holds the source of std and every crate that std needs, so nothing else is downloaded. The result goes
//! where Debian's own std packages go, because this compiler looks nowhere else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::facts::has_std;
use super::install::{apt_install, as_root};
use crate::pins;
use crate::process::{ask, run};

const RUSTC: &str = "/usr/bin/rustc";
const LIBRARIES: &str = "/usr/lib/rustlib";

/// The folder that comes first in `PATH` where this Rust was taken: links to Debian's programs.
#[must_use]
pub fn bin(tools: &Path) -> PathBuf {
    tools.join("debian-rust/bin")
}

/// Whether it is all there, and the standard library is that of this very compiler.
#[must_use]
pub fn ready(tools: &Path) -> bool {
    let built_for = fs::read_to_string(stamp(tools)).ok();
    built_for.is_some() && built_for == compiler() && has_std(&mut Command::new(RUSTC))
}

/// Installs the compiler and builds its standard library: about 40 seconds.
///
/// # Errors
/// A package cannot be installed, or the standard library does not compile.
pub fn install(tools: &Path) -> Result<()> {
    apt_install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"])?;
    let about = compiler().context("Debian's rustc does not start")?;
    let release = field(&about, "release: ").context("rustc -vV names no release")?;
    let host = field(&about, "host: ").context("rustc -vV names no host")?;
    let llvm = field(&about, "LLVM version: ").and_then(|version| version.split('.').next());
    let lld = format!("lld-{}", llvm.context("rustc -vV names no LLVM version")?);
    apt_install(&[&lld])?;

    let folder = format!("{LIBRARIES}/{}/lib", pins::TARGET);
    let linkers = format!("{LIBRARIES}/{host}/bin");
    run(as_root("mkdir").args(["-p", &folder, &linkers]))?;
    run(as_root("ln").args([
        "-sf",
        &format!("/usr/bin/{lld}"),
        &format!("{linkers}/rust-lld"),
    ]))?;

    let build = tools.join("debian-rust/build");
    build_std(
        Path::new(&format!("/usr/src/rustc-{release}/library")),
        &build,
    )?;
    run(as_root("sh").args([
        "-c",
        "rm -f \"$1\"/*.rlib && cp \"$0\"/*.rlib \"$1\"/",
        &build.join(pins::TARGET).join("dist/deps").to_string_lossy(),
        &folder,
    ]))?;
    fs::remove_dir_all(&build)?;
    link_programs(&bin(tools))?;
    ensure!(
        has_std(&mut Command::new(RUSTC)),
        "the standard library was built, and {RUSTC} does not find it"
    );
    fs::write(stamp(tools), about)?;
    Ok(())
}

fn build_std(library: &Path, build: &Path) -> Result<()> {
    let mut cargo = super::install::clean("/usr/bin/cargo");
    cargo
        .current_dir(library)
        .env("RUSTC", RUSTC)
        // A standard library needs unstable features of the compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zforce-unstable-if-unmarked")
        .env("CARGO_TARGET_DIR", build)
        .env("CARGO_PROFILE_DIST_OPT_LEVEL", "z")
        .args([
            "--config",
            "source.crates-io.replace-with=\"vendored\"",
            "--config",
        ])
        .arg(format!(
            "source.vendored.directory='{}'",
            library.join("vendor").display()
        ))
        // The vendored crates lack those that only std's own tests need.
        .args([
            "build",
            "--quiet",
            "-Zavoid-dev-deps",
            "--locked",
            "--offline",
            "--manifest-path",
            "sysroot/Cargo.toml",
        ])
        .args([
            "--features",
            "optimize_for_size",
            "--target",
            pins::TARGET,
            "--profile",
            "dist",
        ]);
    run(&mut cargo)
}

#[cfg(unix)]
fn link_programs(bin: &Path) -> Result<()> {
    fs::create_dir_all(bin)?;
    for name in ["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver"] {
        let link = bin.join(name);
        if link.symlink_metadata().is_ok() {
            fs::remove_file(&link)?;
        }
        std::os::unix::fs::symlink(Path::new("/usr/bin").join(name), link)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn link_programs(_bin: &Path) -> Result<()> {
    anyhow::bail!("Debian's Rust is for Debian")
}

fn compiler() -> Option<String> {
    ask(Command::new(RUSTC).arg("-vV").env_remove("LD_LIBRARY_PATH"))
}

fn stamp(tools: &Path) -> PathBuf {
    tools.join("debian-rust/built-for")
}

fn field<'a>(about: &'a str, name: &str) -> Option<&'a str> {
    about.lines().find_map(|line| line.strip_prefix(name))
}
