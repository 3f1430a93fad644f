//! What may become of the page's server: gone, or with another release.

use super::{PATIENCE, Session};
use crate::Browser;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use xtask::release::manifest::sha256;

impl Session {
    /// The pages that are loaded from now on are the release's own to the byte: no recorder of the console. With one, the
    /// page is not what its worker was promised, and the worker does not keep it.
    pub fn as_released(&self) {
        self.server.set_first_script(None);
    }

    /// While this holds, the programs that a page asks for do not come.
    pub fn hold_programs(&self, hold: bool) {
        self.server.hold_programs(hold);
    }

    /// Loads the page without waiting for its program.
    ///
    /// # Errors
    /// It does not load.
    pub async fn load(&self, place: &str) -> Result<()> {
        self.keep_console().await?;
        self.leave().await?;
        self.web.goto(format!("{}{place}", self.url())).await?;
        self.arrived().await
    }

    /// Waits until a program has taken over.
    ///
    /// # Errors
    /// None comes.
    pub async fn program_came(&self) -> Result<()> {
        self.started().await
    }

    /// No connection is answered any more.
    pub fn server_gone(&self) {
        self.server.set_folder(None);
    }

    /// Loads the page anew as a person does. Firefox's driver has a way of its own, past the service worker.
    ///
    /// # Errors
    /// As for [`Session::reload`].
    pub async fn reload_kept(&self) -> Result<()> {
        if self.browser() != Browser::Firefox {
            return self.reload().await;
        }
        self.leave().await?;
        self.ask("setTimeout(() => location.reload())", vec![])
            .await?;
        let until = Instant::now() + PATIENCE;
        // Short questions: a long one would go on waiting in the page that is left.
        while self.ask("return !document.left", vec![]).await.ok() != Some(Value::Bool(true)) {
            ensure!(
                Instant::now() < until,
                "the old page stays for {PATIENCE:?}"
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.started().await
    }

    /// The server has this folder.
    pub fn serve(&self, folder: &Path) {
        self.server.set_folder(Some(folder.to_owned()));
    }

    /// The release with another file of a brand beside its page, as a firm's web person puts it there. The folder.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn branded(&self, brand: &[u8]) -> Result<PathBuf> {
        let folder = self.driver.home.join("branded");
        if !folder.is_dir() {
            copy(&self.lab.dist, &folder)?;
        }
        fs::write(folder.join("brand.json"), brand)?;
        Ok(folder)
    }

    /// A newer release: its page tells `mark`, and the program of the simulated years has another name, so that only the
    /// older release still knows the name that an older page asks for.
    ///
    /// # Errors
    /// It cannot be written, or the release is not as expected.
    pub fn newer_release(&self, mark: &str) -> Result<PathBuf> {
        let folder = self.driver.home.join(format!("release-{mark}"));
        copy(&self.lab.dist, &folder)?;
        let page = fs::read_to_string(folder.join("index.html"))?;
        let worker = fs::read_to_string(folder.join("sw.js"))?;
        let version = meta(&page, "version")?;
        let lab = meta(&page, "lab-wasm")?.trim_start_matches("./");
        let (newer_version, newer_lab) = (
            format!("{version}.{mark}"),
            lab.replacen("lab_bg-", "lab_bg-0", 1),
        );
        ensure!(lab != newer_lab, "the program of the years is called {lab}");
        let renamed = |text: &str| {
            text.replace(version, &newer_version)
                .replace(lab, &newer_lab)
        };
        let newer = renamed(&page).replacen(
            "<head>",
            &format!("<head><meta name=\"mark\" content=\"{mark}\">"),
            1,
        );
        let (old, new) = (sha256(page.as_bytes()), sha256(newer.as_bytes()));
        ensure!(
            worker.contains(&old) && worker.contains(version) && worker.contains(lab),
            "the worker does not list the page"
        );
        fs::rename(folder.join(lab), folder.join(&newer_lab))?;
        fs::write(folder.join("index.html"), newer)?;
        fs::write(folder.join("sw.js"), renamed(&worker).replace(&old, &new))?;
        Ok(folder)
    }
}

/// What the page's head says under a name.
fn meta<'a>(page: &'a str, name: &str) -> Result<&'a str> {
    xtask::release::html::meta(page, &format!("sla-gap-{name}"))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a file without a name")?);
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
