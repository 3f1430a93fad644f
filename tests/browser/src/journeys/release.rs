//! The release as a web person gets it: a zip.

use anyhow::{Context, Result, ensure};
use harness::{By, Session};
use std::fs;
use xtask::release::bundle;
use xtask::release::hosting::Site;
use xtask::release::manifest::sha256;

use super::steps::{answer, words};

/// Unpacked, every file is what the checksums say, the site starts, and the sample page shows it in a frame.
pub async fn unpacked(s: &Session) -> Result<()> {
    let file = s.file("sla-gap.zip", b"")?;
    let site = Site::new(Some(&s.url().replace("http:", "https:")), &[])?;
    bundle::make(s.dist(), &site, None, &file)?;
    let folder = file.with_extension("");
    zip::ZipArchive::new(fs::File::open(&file)?)?.extract(&folder)?;
    let folder = folder.join(bundle::name());
    let sums = fs::read_to_string(folder.join(bundle::SUMS))?;
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").context("a line without a name")?;
        let bytes = fs::read(folder.join(name)).with_context(|| name.to_owned())?;
        ensure!(
            sha256(&bytes) == sum,
            "{name} is not what its checksum says"
        );
    }
    for name in [
        "site/index.html",
        "single/sla-gap.html",
        "HOSTING.md",
        "headers/apache/.htaccess",
    ] {
        ensure!(sums.contains(&format!("  {name}\n")), "no {name}");
    }
    s.serve(&folder.join("site"));
    s.open("").await?;
    answer(s, "ML-06", "yes").await?;
    s.wait_text("h1", &words("assess.title")).await?;
    // From the same site: what the sample is about is there, and a frame of one's own origin works too.
    s.open_beside("embed-sample.html").await?;
    s.into_frame("iframe").await?;
    s.wait_for(&By::css("#ML-06")).await?;
    s.out_of_frame().await?;
    // Chromium says that a frame of one's own origin could leave its sandbox. The tool lies at another one.
    let console = s.take_console().await?;
    let known = |line: &String| line.contains("can escape its sandboxing");
    ensure!(console.iter().all(known), "{console:?}");
    Ok(())
}
