//! The release as a zip for somebody who has no Rust: site, single file, sample brands, headers, guide, checksums.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::hosting::{self, Site};
use super::{html, manifest, single};
use crate::paths;

/// Where the checksums stand in the zip.
pub const SUMS: &str = "SHA256SUMS";

/// The brand's file in the site.
const BRAND: &str = "brand.json";

/// The name of the folder in the zip, and of the zip without its end.
#[must_use]
pub fn name() -> String {
    concat!("sla-gap-", env!("CARGO_PKG_VERSION")).to_owned()
}

/// Where the zip stands once it is made.
#[must_use]
pub fn place() -> PathBuf {
    let folder = paths::target().join("release-zip");
    folder.join(format!("{}.zip", name()))
}

/// Makes the zip out of the release in `dist`, with `brand` in place of the release's own. Returns its length.
///
/// # Errors
/// There is no release, a file cannot be read, or the zip cannot be written.
pub fn make(dist: &Path, site: &Site, brand: Option<&Path>, file: &Path) -> Result<usize> {
    let zip = pack(contents(dist, site, brand)?)?;
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(file, &zip).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(zip.len())
}

/// Every file of the zip by its place, but the checksums.
fn contents(dist: &Path, site: &Site, brand: Option<&Path>) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut all = self::site(dist, brand)?;
    let page = fs::read_to_string(dist.join("index.html"))?;
    let version = html::meta(&page, "sla-gap-version")?;
    let listed = manifest::list(dist, &[manifest::NAME])?;
    for (name, text) in hosting::files(&page, version, &listed, site)? {
        all.insert(name.to_owned(), text.into_bytes());
    }
    let one = paths::target().join("release-zip").join("single.html");
    let asked = brand.map_or_else(
        || single::BRAND.to_owned(),
        |file| file.display().to_string(),
    );
    single::make(dist, &super::edition::Edition::of(&asked)?, &one)?;
    all.insert("single/sla-gap.html".to_owned(), read(&one)?);
    let brands = paths::root().join("brands");
    if brands.is_dir() {
        for name in manifest::list(&brands, &[])?.into_keys() {
            all.insert(format!("brands/{name}"), read(&brands.join(&name))?);
        }
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        all.insert(name.to_owned(), read(&paths::root().join(name))?);
    }
    Ok(all)
}

/// The files of the site. Another brand is the one file that differs from what was built, so the list of files is made anew.
fn site(dist: &Path, brand: Option<&Path>) -> Result<BTreeMap<String, Vec<u8>>> {
    ensure!(
        dist.join(manifest::NAME).is_file(),
        "{} holds no release: run `cargo xtask build`",
        dist.display()
    );
    let mut files = BTreeMap::new();
    for name in manifest::list(dist, &[])?.into_keys() {
        files.insert(name.clone(), read(&dist.join(&name))?);
    }
    if let Some(brand) = brand {
        // Checked as the page would check it.
        let (_, text) = super::brands::read(brand)?;
        files.insert(BRAND.to_owned(), text.into_bytes());
        let page = fs::read_to_string(dist.join("index.html"))?;
        let version = html::meta(&page, "sla-gap-version")?.to_owned();
        let listed = files.iter().filter(|(name, _)| *name != manifest::NAME);
        let listed = listed
            .map(|(name, bytes)| (name.clone(), manifest::Entry::of(bytes)))
            .collect();
        let list = manifest::json(&version, &listed).into_bytes();
        files.insert(manifest::NAME.to_owned(), list);
    }
    let placed = files.into_iter();
    Ok(placed
        .map(|(name, bytes)| (format!("site/{name}"), bytes))
        .collect())
}

/// The zip, the same to the byte for the same files: they all have the same date.
fn pack(mut files: BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let mut sums = String::new();
    for (name, bytes) in &files {
        sums.extend([&*manifest::sha256(bytes), "  ", name, "\n"]);
    }
    files.insert(SUMS.to_owned(), sums.into_bytes());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &files {
        zip.start_file(format!("{}/{name}", self::name()), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{name, pack, place};
    use std::collections::BTreeMap;
    use std::io::{Cursor, Read as _};

    #[test]
    fn the_same_files_make_the_same_zip_with_their_checksums() {
        let files = || BTreeMap::from([("site/a".to_owned(), b"abc".to_vec())]);
        let zip = pack(files()).unwrap();
        assert_eq!(zip, pack(files()).unwrap());
        let mut opened = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
        let mut sums = String::new();
        let path = format!("{}/SHA256SUMS", name());
        opened
            .by_name(&path)
            .unwrap()
            .read_to_string(&mut sums)
            .unwrap();
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sums, format!("{hash}  site/a\n"));
        assert_eq!(opened.len(), 2);
    }

    #[test]
    fn the_zip_has_the_version_in_its_name() {
        let file = place();
        let name = file.file_name().unwrap().to_str().unwrap();
        assert_eq!(name, concat!("sla-gap-", env!("CARGO_PKG_VERSION"), ".zip"));
    }
}
