//! `cargo xtask serve`: the release on this machine.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process::find_program;
use crate::server::{Options, Server};
use crate::toolchain::Tools;
use crate::{paths, release};

/// Whether to show the page at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// In the person's browser.
    InBrowser,
    /// No: only print the address.
    No,
}

/// Builds the release and serves it until it is interrupted.
///
/// # Errors
/// The build fails, or the port is taken.
pub fn serve(tools: &Tools, port: u16, open: Open) -> Result<()> {
    release::build(tools, None, None)?;
    let server = Server::start(Options {
        folder: paths::dist(),
        port,
        first_script: None,
        compress: true,
    })
    .with_context(|| {
        format!("cannot listen on port {port} of 127.0.0.1: try --port with another number")
    })?;
    println!("SLA Gap is at {} (Ctrl+C ends)", server.url());
    if open == Open::InBrowser {
        show(&server.url());
    }
    server.wait();
    Ok(())
}

fn show(url: &str) {
    let Some(program) = find_program(&["xdg-open", "open"]) else {
        println!("There is no xdg-open here: open the address yourself.");
        return;
    };
    if let Err(error) = Command::new(&program).arg(url).spawn() {
        println!("{} did not start: {error}", program.display());
    }
}
