//! The size ledger: what a person's first visit loads, what comes on need, and what the program is made of.

mod by_crate;
mod first_load;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::release::manifest;
use crate::{paths, pins};

/// Lengths of one file in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip(bytes)?,
            brotli: brotli(bytes)?,
        })
    }

    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Prints the ledger of the built release. True if the first load, what comes on need and the worker are within their budgets.
///
/// # Errors
/// There is no release, or a file of it cannot be read.
pub fn print() -> Result<bool> {
    let dist = paths::dist();
    ensure!(
        dist.join("index.html").is_file(),
        "{} holds no release: run `cargo xtask build`",
        dist.display()
    );
    let page = fs::read_to_string(dist.join("index.html"))?;
    let mut first = BTreeMap::new();
    let mut later = BTreeMap::new();
    for name in manifest::list(&dist, &[])?.into_keys() {
        let bytes = fs::read(dist.join(&name)).with_context(|| format!("cannot read {name}"))?;
        let group = if first_load::is_first(&page, &name) {
            &mut first
        } else {
            &mut later
        };
        group.insert(name, Sizes::of(&bytes)?);
    }
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    let first = table("first load", &first);
    let (worker, later): (BTreeMap<String, Sizes>, _) =
        later.into_iter().partition(|(name, _)| is_lab(name));
    let (spanish, app): (BTreeMap<String, Sizes>, _) = later
        .into_iter()
        .partition(|(name, _)| is_of_another_language(name));
    let (around, app): (BTreeMap<String, Sizes>, _) =
        app.into_iter().partition(|(name, _)| is_for_others(name));
    let later = table("on need", &app);
    table("for pages around and for search engines", &around);
    let lab = table("for simulated years", &worker).brotli;
    table(
        "in another language, in place of the English page and catalog",
        &spanish,
    );
    programs(&paths::target().join("wasm-bindgen/release"))?;
    let app_fits = fits("whole app", later.brotli, pins::WHOLE_APP_BUDGET);
    let lab_fits = fits("years in the worker", lab, pins::LAB_BUDGET);
    let first_fits = fits("first load", first.brotli, pins::FIRST_LOAD_BUDGET);
    Ok(app_fits && lab_fits && first_fits)
}

/// Says how much of a budget is used. True if it suffices.
fn fits(what: &str, brotli: usize, budget: usize) -> bool {
    println!("{what}: {brotli} bytes brotli (budget {budget})");
    brotli <= budget
}

/// What the worker of the simulated years asks for: its program, the glue, and the script that starts it.
fn is_lab(name: &str) -> bool {
    name.starts_with("lab")
}

/// What the app itself never asks for.
fn is_for_others(name: &str) -> bool {
    name.starts_with("embed") || name.starts_with("brands/") || name == "social.png"
}

fn is_of_another_language(name: &str) -> bool {
    use crate::release::words::OTHERS;
    let of = |language: &&str| {
        name == format!("{language}.html") || name.contains(&format!(".{language}."))
    };
    OTHERS.iter().any(of)
}

fn table(title: &str, files: &BTreeMap<String, Sizes>) -> Sizes {
    let mut total = Sizes::default();
    for (name, sizes) in files {
        row(*sizes, name);
        total.add(*sizes);
    }
    row(total, &format!("= {title}"));
    println!();
    total
}

fn row(sizes: Sizes, name: &str) {
    println!(
        "{:>10} {:>10} {:>10}  {name}",
        sizes.raw, sizes.gzip, sizes.brotli
    );
}

/// What each program is made of, after wasm-bindgen and before wasm-opt makes it smaller and takes the names away.
fn programs(folder: &Path) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.retain(|file| file.to_string_lossy().ends_with("_bg.wasm"));
    files.sort();
    for file in files {
        let name = file
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let parts =
            by_crate::read(&bytes).with_context(|| format!("cannot read {}", file.display()))?;
        println!(
            "{:>10} {:>10}  part of {name} before wasm-opt",
            "raw", "functions"
        );
        for (part, share) in &parts {
            println!("{:>10} {:>10}  {part}", share.bytes, share.functions);
        }
        println!("{:>10} {:>10}  = {name}\n", bytes.len(), "");
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// Quality 11 and the largest ordinary window: what a careful host serves.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params)?;
    Ok(out.len())
}
