//! The brands that a release brings: `brand.json` beside the page, which a firm replaces, and those that a page can be told.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use engine::brand::{Brand, STANDARD};
use engine::rubric::Catalogue;

use super::pack;
use crate::paths;

/// The file beside the page.
pub const FILE: &str = "brand.json";
/// The folder of the others, in the release as in the sources.
pub const FOLDER: &str = "brands";

/// Whether a file of the release is a brand's.
#[must_use]
pub fn is_brand(name: &str) -> bool {
    name == FILE
        || name
            .strip_prefix(FOLDER)
            .is_some_and(|rest| rest.starts_with('/'))
}

/// Puts the brands into the release, each checked as the page would check it; beside the page `own`, or the standard one.
///
/// # Errors
/// One cannot be read, is wrong, or its file is not called like it.
pub fn copy(staging: &Path, own: Option<&Path>) -> Result<()> {
    let folder = paths::root().join(FOLDER);
    let target = staging.join(FOLDER);
    fs::create_dir_all(&target).with_context(|| format!("cannot make {}", target.display()))?;
    if let Some(file) = own {
        let (_, text) = read(file)?;
        fs::write(staging.join(FILE), text).with_context(|| format!("cannot write {FILE}"))?;
    }
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        let (brand, text) = read(&file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let put = |to: PathBuf| {
            fs::write(&to, &text).with_context(|| format!("cannot write {}", to.display()))
        };
        if name == "standard" {
            ensure!(
                brand.id == STANDARD,
                "{} is the standard brand",
                file.display()
            );
            if own.is_none() {
                put(staging.join(FILE))?;
            }
        } else {
            ensure!(
                brand.id == name,
                "{} says that it is {}",
                file.display(),
                brand.id
            );
        }
        put(target.join(format!("{name}.json")))?;
    }
    Ok(())
}

/// A brand's file, checked with the catalogue that it may change.
///
/// # Errors
/// It cannot be read, or is wrong; the error names every place.
pub fn read(file: &Path) -> Result<(Brand, String)> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let brand = Brand::parse(&text).with_context(|| file.display().to_string())?;
    let pack = pack::read(&paths::root().join("content"), "en")?;
    let catalogue = Catalogue::parse(&pack.json)?;
    let misfits = brand.overlay.misfits(&catalogue);
    if !misfits.is_empty() {
        let lines: Vec<String> = misfits.iter().map(ToString::to_string).collect();
        bail!("{}:\n{}", file.display(), lines.join("\n"));
    }
    Ok((brand, text))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{copy, is_brand, read};
    use std::fs;

    #[test]
    fn every_brand_of_the_sources_goes_into_the_release() {
        let folder = std::env::temp_dir().join(format!("sla-gap-brands-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        copy(&folder, None).unwrap();
        assert!(
            read(&folder.join("brand.json"))
                .unwrap()
                .0
                .overlay
                .is_empty()
        );
        assert!(folder.join("brands/puente-norte.json").is_file());
        fs::write(folder.join("bad.json"), "{\"format\": \"sla-gap-brand\"}").unwrap();
        let said = format!("{:#}", read(&folder.join("bad.json")).unwrap_err());
        fs::remove_dir_all(&folder).unwrap();
        assert!(said.contains("name: nothing stands here"), "{said}");
        assert!(is_brand("brands/x.json") && is_brand("brand.json") && !is_brand("brandsx.json"));
    }
}
