//! The last step of every build, called by Trunk once its own files are written.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::languages::Packs;
use super::{brands, embed, html, install, manifest, page, styles};
use crate::paths;

/// The brand's file that the release is packaged for, if it is not the standard one.
pub const BRAND: &str = "SLA_GAP_BRAND";

/// Where the release will lie, with a slash at the end, if that is known.
pub const ADDRESS: &str = "SLA_GAP_ADDRESS";

/// Finishes the files in Trunk's staging folder.
///
/// # Errors
/// It was not called by Trunk, the content cannot be read, or a file cannot be written.
pub fn finish() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: `finish` is called by Trunk, after a build")?;
    finish_in(&staging, &paths::root().join("content"))
}

fn finish_in(staging: &Path, content: &Path) -> Result<()> {
    let packs = Packs::write(staging, content)?;
    let brand = env::var_os(BRAND).map(PathBuf::from);
    let address = env::var(ADDRESS).ok();
    brands::copy(staging, brand.as_deref())?;
    let mut drawn = Vec::new();
    for pack in &packs.all {
        let words = pack.words.as_ref().map(|words| staging.join(words));
        let (catalogue, brand) = (staging.join(&pack.catalogue), staging.join(brands::FILE));
        drawn.push(page::draw(
            &pack.language,
            &catalogue,
            &brand,
            words.as_deref(),
        )?);
    }
    let page_file = staging.join("index.html");
    let mut page = read(&page_file)?;
    let boot = name_by_content(staging, "boot.js")?;
    page = html::rename(&page, "boot.js", &boot)?;
    let colors = drawn.first().map(page::Drawn::colors).unwrap_or_default();
    page = styles::join(staging, &page, &colors)?;
    let mut metas: Vec<(String, String)> = packs.metas();
    for (meta, file) in [
        ("app-js", "app.js"),
        ("app-wasm", "app_bg.wasm"),
        ("lab-js", "lab.js"),
        ("lab-wasm", "lab_bg.wasm"),
        ("lab-start", "lab-start.js"),
    ] {
        let named = format!("./{}", name_by_content(staging, file)?);
        metas.push((format!("sla-gap-{meta}"), named));
    }
    let first = name_by_content(staging, "first.js")?;
    install::write(staging)?;
    embed::write(staging)?;
    // The first page is that of the folder's address; who wants another language is led on from there.
    let pages = packs.pages();
    for (drawn, name) in drawn.iter().zip(&pages) {
        write(&staging.join(name), &drawn.stamp(&page)?)?;
    }
    // The pages as they are now: they are about to hold this very hash. And the worker before it holds its list.
    let mut files = manifest::list(staging, &[manifest::NAME])?;
    files.insert(install::WORKER.to_owned(), install::source());
    let version = format!(
        "{}+{}",
        env!("CARGO_PKG_VERSION"),
        manifest::short(&manifest::hash_of(&files))
    );
    metas.push(("sla-gap-version".to_owned(), version.clone()));
    if let Some(locale) = drawn.first().and_then(page::Drawn::brand_locale) {
        metas.push(("sla-gap-language".to_owned(), locale.to_owned()));
    }
    for name in &pages {
        let own = (name == "index.html").then(|| ("sla-gap-default".to_owned(), "yes".to_owned()));
        let metas: Vec<_> = metas.iter().chain(&own).collect();
        let metas: Vec<_> = metas
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        let page = html::add_metas(&read(&staging.join(name))?, &metas)?;
        let page = html::add_to_head(&page, &packs.alternates(&first, address.as_deref()))?;
        let page = match &address {
            Some(address) => page.replace(
                "content=\"social.png\"",
                &format!("content=\"{address}social.png\""),
            ),
            None => page,
        };
        write(&staging.join(name), &page)?;
    }
    list(staging, &version)
}

/// Writes what depends on every other file: the worker, then the list.
fn list(staging: &Path, version: &str) -> Result<()> {
    let files = manifest::list(staging, &[manifest::NAME, install::WORKER])?;
    // A brand's file may be another tomorrow: the worker holds it to no hash.
    let held = files.iter().filter(|(name, _)| !brands::is_brand(name));
    let held = held.map(|(name, entry)| (name.clone(), entry.clone()));
    write(
        &staging.join(install::WORKER),
        &install::worker(version, &held.collect()),
    )?;
    let files = manifest::list(staging, &[manifest::NAME])?;
    write(
        &staging.join(manifest::NAME),
        &manifest::json(version, &files),
    )
}

/// Gives a copied file a name that changes with its content, so that it may be cached for ever.
fn name_by_content(staging: &Path, name: &str) -> Result<String> {
    let from = staging.join(name);
    let bytes = fs::read(&from).with_context(|| format!("cannot read {}", from.display()))?;
    let (stem, extension) = name
        .rsplit_once('.')
        .with_context(|| format!("{name} has no extension"))?;
    let named = format!(
        "{stem}-{}.{extension}",
        manifest::short(&manifest::sha256(&bytes))
    );
    fs::rename(&from, staging.join(&named))
        .with_context(|| format!("cannot rename {}", from.display()))?;
    Ok(named)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

pub(super) fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
