//! The last step of every build, called by Trunk once its own files are written.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{embed, html, install, manifest, pack, styles};
use crate::paths;

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
    let catalogue = pack::read(content, "en")?;
    let file = format!(
        "packs/catalogue.en.{}.json",
        manifest::short(&catalogue.version)
    );
    write(&staging.join(&file), &catalogue.json)?;

    let page_file = staging.join("index.html");
    let mut page = read(&page_file)?;
    let boot = name_by_content(staging, "boot.js")?;
    page = html::rename(&page, "boot.js", &boot)?;
    page = styles::join(staging, &page)?;
    let app_js = name_by_content(staging, "app.js")?;
    let app_wasm = name_by_content(staging, "app_bg.wasm")?;
    let lab_js = name_by_content(staging, "lab.js")?;
    let lab_wasm = name_by_content(staging, "lab_bg.wasm")?;
    let lab_start = name_by_content(staging, "lab-start.js")?;
    install::write(staging)?;
    embed::write(staging)?;
    // The page as it is now: it is about to hold this very hash. And the worker before it holds its list.
    let mut files = manifest::list(staging, &[manifest::NAME])?;
    files.insert(install::WORKER.to_owned(), install::source());
    let version = format!(
        "{}+{}",
        env!("CARGO_PKG_VERSION"),
        manifest::short(&manifest::hash_of(&files))
    );
    page = html::add_metas(
        &page,
        &[
            ("sla-gap-catalogue", &file),
            ("sla-gap-version", &version),
            ("sla-gap-app-js", &format!("./{app_js}")),
            ("sla-gap-app-wasm", &format!("./{app_wasm}")),
            ("sla-gap-lab-js", &format!("./{lab_js}")),
            ("sla-gap-lab-wasm", &format!("./{lab_wasm}")),
            ("sla-gap-lab-start", &format!("./{lab_start}")),
        ],
    )?;
    write(&page_file, &page)?;

    let files = manifest::list(staging, &[manifest::NAME, install::WORKER])?;
    write(
        &staging.join(install::WORKER),
        &install::worker(&version, &files),
    )?;
    let files = manifest::list(staging, &[manifest::NAME])?;
    write(
        &staging.join(manifest::NAME),
        &manifest::json(&version, &files),
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

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
