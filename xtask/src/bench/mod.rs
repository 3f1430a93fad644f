//! How fast years are simulated, natively and by the worker as it is shipped in the same run; and how soon the page answers.

mod page;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::paths;
use crate::toolchain::Tools;

const SCRIPT: &str = include_str!("worker.mjs");

/// Measures, and prints a line a figure: `bench: NAME VALUE UNIT`.
///
/// # Errors
/// There is no release, or a program does not run.
pub fn run(tools: &Tools) -> Result<()> {
    let native = output(tools.command("cargo").args([
        "run",
        "--locked",
        "--profile",
        "lab",
        "--quiet",
        "--package",
        "sla-gap-engine",
        "--example",
        "years",
    ]))?;
    print!("{native}");
    let lognormal = value(&native, "native-lognormal").context("no native figure")?;
    let (glue, wasm) = (
        file(&paths::dist(), "lab-", ".js")?,
        file(&paths::dist(), "lab_bg-", ".wasm")?,
    );
    let folder = paths::target().join("bench");
    fs::create_dir_all(&folder)?;
    // Node takes a module by its ending.
    let (script, module) = (folder.join("worker.mjs"), folder.join("lab.mjs"));
    fs::write(&script, SCRIPT)?;
    fs::copy(&glue, &module)?;
    let worker = output(
        Command::new("node")
            .args([&script, &module, &wasm])
            .arg(request()),
    )?;
    let worker: f64 = worker.trim().parse().context("the worker gave no number")?;
    println!("bench: wasm-lognormal {:.2} M/s", worker / 1e6);
    println!(
        "bench: wasm-to-native {:.2} ratio",
        worker / 1e6 / lognormal
    );
    page::recalculate(tools, &folder)?;
    page::page(&folder)
}

fn output(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .with_context(|| format!("cannot run {name}"))?;
    ensure!(
        output.status.success(),
        "{name} failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The value of a line.
fn value(text: &str, name: &str) -> Option<f64> {
    let line = text.lines().find_map(|line| {
        line.strip_prefix("bench: ")?
            .strip_prefix(name)?
            .strip_prefix(' ')
    })?;
    line.split(' ').next()?.parse().ok()
}

/// The file of the release whose name begins and ends so.
fn file(folder: &Path, begins: &str, ends: &str) -> Result<PathBuf> {
    let names = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Not `lab-start`, which is no program.
        name.starts_with(begins) && name.ends_with(ends) && !name.starts_with("lab-start")
    };
    fs::read_dir(folder)
        .ok()
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .find(|path| names(path))
        .with_context(|| {
            format!(
                "{} holds no release with {begins}*{ends}: run `cargo xtask build`",
                folder.display()
            )
        })
}

/// The same years as the native ones: 12 locations, four outages a year each, 99% every two weeks.
fn request() -> String {
    let again = |per_year: u32| json!({ "per_year": per_year, "again": 0, "after": 0, "detection": 0, "response": 0, "repair": { "Lognormal": [7_200, 1_200] } });
    let periods: Vec<(i64, i64)> = (0..26)
        .map(|at| (at * 1_209_600, (at + 1) * 1_209_600))
        .collect();
    let credit = json!({ "fee": 0, "cap": null, "availability": [], "downtime": [], "flat": null, "multiple": null });
    let terms = json!({
        "from_report": false, "joined": 0, "minimum": 0, "grace": 0, "whole_steps": 0, "polls": 0, "no_failures": false
    });
    let promise = json!({
        "target": 99_000_000, "counting": 0, "terms": terms, "periods": periods, "credit": credit,
        "sites": vec![json!({ "users": 10, "counts": 0, "serves": 0 }); 12],
    });
    let ask = json!({
        "seed": 1, "years": 100_000, "own": again(400), "shared": again(0), "clocks": [null],
        "places": vec![json!({ "open": 0, "loss": 0 }); 12], "promises": [promise],
    });
    json!({ "Run": { "version": 1, "id": 1, "ask": ask } }).to_string()
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn a_value_is_read_from_its_line() {
        let text = "bench: native-bare 90.10 M/s\nbench: native-lognormal 16.50 M/s\n";
        assert_eq!(value(text, "native-lognormal"), Some(16.5));
        assert_eq!(value(text, "native"), None);
    }
}
