//! Files that the page gives and takes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::by::By;
use crate::drivers::Driver;
use crate::session::Session;

/// How long a download may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// A file that the page gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Downloaded {
    /// The name that the page proposed.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Where it lies, until the test ends.
    pub path: PathBuf,
}

impl Session {
    /// Clicks something that gives a file, and returns the file.
    ///
    /// # Errors
    /// No file comes.
    pub async fn download(&self, by: impl Into<By>) -> Result<Downloaded> {
        let by = by.into();
        let folder = Driver::downloads(&self.driver.home);
        let before = finished(&folder)?;
        self.click(by.clone()).await?;
        let start = Instant::now();
        loop {
            if let Some(path) = finished(&folder)?
                .into_iter()
                .find(|path| !before.contains(path))
            {
                let name = path
                    .file_name()
                    .context("a file without a name")?
                    .to_string_lossy()
                    .into_owned();
                // Out of the way: not every browser finds a second name for a second file of this one.
                let taken = folder_for_one(&self.driver.home)?;
                let kept = taken.join(&name);
                std::fs::rename(&path, &kept)?;
                return Ok(Downloaded {
                    name,
                    bytes: std::fs::read(&kept)?,
                    path: kept,
                });
            }
            if start.elapsed() > PATIENCE {
                bail!("{by} gave no file in {} s", PATIENCE.as_secs());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Gives files to a file field, which need not be seen.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn upload(&self, selector: &str, files: &[&Path]) -> Result<()> {
        let field = self.web.find(thirtyfour::By::Css(selector)).await;
        let field = field.with_context(|| format!("there is no file field `{selector}`"))?;
        let paths: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        Ok(field.send_keys(paths.join("\n")).await?)
    }

    /// Writes a file that a test can upload; it goes with the session.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn file(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.driver.home.join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }
}

/// An empty folder for one file that was taken.
fn folder_for_one(home: &Path) -> Result<PathBuf> {
    let number = std::fs::read_dir(home)?.count();
    let folder = home.join(format!("taken-{number}"));
    std::fs::create_dir(&folder)?;
    Ok(folder)
}

/// Files that are whole: browsers write under another name, or leave an empty file, until they are.
fn finished(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    let mut unfinished = false;
    for entry in std::fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        let partial = path
            .extension()
            .is_some_and(|end| end == "crdownload" || end == "part" || end == "wkdownload");
        unfinished |= partial;
        let name = entry.file_name();
        if !partial
            && !name.to_string_lossy().starts_with('.')
            && entry.metadata().is_ok_and(|meta| meta.len() > 0)
        {
            files.insert(path);
        }
    }
    Ok(if unfinished { BTreeSet::new() } else { files })
}
