//! Lighthouse on the built release: the mobile preset, five runs a page, the median of each category.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::process::run;
use crate::server::{Options, Server};
use crate::toolchain::{Tools, facts};
use crate::{paths, pins};

const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
const RUNS: usize = 5;
const PAGES: [&str; 2] = ["", "es.html"];

/// Prints per page and category the five scores and their median. True if every median is 100.
///
/// # Errors
/// There is no release, no Chromium, or Lighthouse cannot be installed or does not run.
pub fn measure(tools: &Tools) -> Result<bool> {
    let dist = paths::dist();
    ensure!(
        dist.join("index.html").is_file(),
        "{} holds no release: run `cargo xtask build`",
        dist.display()
    );
    let Some(chromium) = facts::chromium() else {
        bail!("Lighthouse drives Chromium, and there is none")
    };
    let program = install(tools)?;
    let folder = paths::target().join("lighthouse");
    fs::create_dir_all(&folder)?;
    let server = Server::start(Options {
        folder: dist,
        port: 0,
        first_script: None,
        compress: true,
    })?;
    let mut all = true;
    for page in PAGES {
        let mut scores = vec![Vec::new(); CATEGORIES.len()];
        for number in 0..RUNS {
            let report = folder.join(format!("{}{number}.json", page.trim_end_matches(".html")));
            once(
                &program,
                &chromium,
                &[&server.url(), page].concat(),
                &report,
            )?;
            let found = read(&report)?;
            for (of, score) in scores.iter_mut().zip(found) {
                of.push(score);
            }
        }
        for (name, mut of) in CATEGORIES.iter().zip(scores) {
            of.sort_unstable();
            let middle = of.get(RUNS / 2).copied().unwrap_or_default();
            let shown = if page.is_empty() { "index.html" } else { page };
            println!("lighthouse: {shown} {name} {middle} (five runs: {of:?})");
            all &= middle == 100;
        }
    }
    println!("reports: {}", folder.display());
    Ok(all)
}

/// One run. Chromium sometimes loses the trace of a page that loads too fast: such a run is made again.
fn once(program: &Path, chromium: &Path, address: &str, report: &Path) -> Result<()> {
    let mut tries = 3;
    loop {
        let ran = run(Command::new("node")
            .arg(program)
            .arg(address)
            .env("CHROME_PATH", chromium)
            .args(["--quiet", "--output=json"])
            .arg(format!("--output-path={}", report.display()))
            .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
            .arg(format!("--only-categories={}", CATEGORIES.join(","))));
        tries -= 1;
        if ran.is_ok() || tries == 0 {
            return ran;
        }
    }
}

/// Installs Lighthouse where the tools are, once.
fn install(tools: &Tools) -> Result<std::path::PathBuf> {
    let folder = tools.folder().join("lighthouse");
    let program = folder.join("node_modules/lighthouse/cli/index.js");
    let about = folder.join("node_modules/lighthouse/package.json");
    let there = fs::read_to_string(about).unwrap_or_default();
    if !there.contains(&format!("\"version\": \"{}\"", pins::LIGHTHOUSE)) {
        eprintln!(
            "xtask: installing Lighthouse {} (about a minute)",
            pins::LIGHTHOUSE
        );
        fs::create_dir_all(&folder)?;
        run(tools
            .command("npm")
            .args([
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--prefix",
            ])
            .arg(&folder)
            .arg(format!("lighthouse@{}", pins::LIGHTHOUSE)))?;
    }
    Ok(program)
}

/// The scores of a report, each out of 100.
fn read(report: &Path) -> Result<[u64; 4]> {
    let text = fs::read_to_string(report).context("Lighthouse left no report")?;
    let report: Value = serde_json::from_str(&text)?;
    let mut found = [0; 4];
    for (into, name) in found.iter_mut().zip(CATEGORIES) {
        let score = report["categories"][name]["score"].as_f64();
        let score = score.with_context(|| format!("the report has no score for {name}"))?;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of one"
        )]
        {
            *into = (score * 100.0).round() as u64;
        }
    }
    Ok(found)
}
