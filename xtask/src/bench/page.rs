//! What a person waits for: the calculator's figures, the first simulated years, and a page that does not stand still.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::{file, output};
use crate::paths;
use crate::process::run;
use crate::server::{Options, Server};
use crate::toolchain::{Tools, facts};

/// Works the calculator out anew, in the code of the app as it is optimized for the release, in Node.js.
pub fn recalculate(tools: &Tools, folder: &Path) -> Result<()> {
    let target = crate::pins::TARGET;
    run(tools.command("cargo").args([
        "build",
        "--locked",
        "--release",
        "--quiet",
        "--target",
        target,
        "--features",
        "bench",
        "--bin",
        "recalculate",
    ]))?;
    let program = paths::target()
        .join(target)
        .join("release/recalculate.wasm");
    run(tools
        .command("wasm-bindgen")
        .args(["--target", "nodejs", "--no-typescript", "--out-dir"])
        .args([folder, &program]))?;
    let script = folder.join("recalculate.mjs");
    fs::write(&script, include_str!("recalculate.mjs"))?;
    let pack = file(&paths::dist().join("packs"), "catalogue.", ".json")?;
    let module = folder.join("recalculate.js");
    let said = output(Command::new("node").args([&script, &module, &pack]))?;
    let parts = [
        "headline", "form", "sections", "fall", "wording", "ask", "table",
    ];
    for line in said.lines() {
        let mut values = line.split(' ');
        let (Some(locations), Some(all)) = (values.next(), values.next()) else {
            continue;
        };
        let all: f64 = all.parse()?;
        println!("bench: recalculate-{locations} {all:.2} ms");
        if locations == "50" {
            println!("bench: recalculate {all:.2} ms");
            for (part, value) in parts.iter().zip(values) {
                println!(
                    "bench: recalculate-50-{part} {:.2} ms",
                    value.parse::<f64>()?
                );
            }
        }
    }
    Ok(())
}

/// Changes an input of the shipped page in Chromium: how soon the first years of it are there, and the longest task meanwhile.
pub fn page(folder: &Path) -> Result<()> {
    let Some(chromium) = facts::chromium() else {
        eprintln!("xtask: no Chromium, so the page itself is not measured");
        return Ok(());
    };
    let server = Server::start(Options {
        folder: paths::dist(),
        port: 0,
        first_script: None,
        compress: false,
    })?;
    let script = folder.join("page.mjs");
    fs::write(&script, include_str!("page.mjs"))?;
    let address = [&server.url(), "#/downtime"].concat();
    let said = output(
        Command::new("node")
            .arg("--experimental-websocket")
            .args([&script, &chromium, &folder.join("profile")])
            .arg(address),
    )?;
    let values: Result<Vec<f64>, _> = said.split_whitespace().map(str::parse).collect();
    let values = values.context("the page gave no numbers")?;
    let names = ["first_picture", "first_picture-slowest", "longest_task"];
    for (name, value) in names.iter().zip(values) {
        println!("bench: {name} {value:.0} ms");
    }
    Ok(())
}
