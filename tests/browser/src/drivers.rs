//! Starts a browser's driver on a free port.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use crate::browser::Browser;
use crate::lab::{Display, Lab};

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver with its own home folder; both end with it.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    _display: Option<Display>,
    /// Where it takes commands.
    pub url: String,
    /// The folder that holds profile, downloads and the driver's own log.
    pub home: PathBuf,
}

impl Driver {
    /// Starts a driver whose browser will find nothing of an earlier test.
    pub async fn start(lab: &Lab, home: PathBuf) -> Result<Self> {
        prepare(&home)?;
        let port = free_port()?;
        let mut command = command(lab.browser, port)?;
        if lab.browser == Browser::WebKit {
            // This browser takes no profile: it is given a home that is empty.
            command
                .env("HOME", &home)
                .env("XDG_CONFIG_HOME", home.join("config"))
                .env("XDG_DATA_HOME", home.join("data"))
                .env("XDG_CACHE_HOME", home.join("cache"));
        }
        let display = match lab.browser {
            Browser::WebKit => Some(Display::start().await?),
            Browser::Chromium | Browser::Firefox => None,
        };
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let log = std::fs::File::create(home.join("driver.log"))?;
        let mut process = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("the driver of {} does not start", lab.browser))?;
        listening(&mut process, port).await?;
        Ok(Self {
            process,
            _display: display,
            url: format!("http://127.0.0.1:{port}"),
            home,
        })
    }

    /// Where the browser keeps what it knows.
    pub fn profile(home: &Path) -> PathBuf {
        home.join("profile")
    }

    /// Where it puts downloads.
    pub fn downloads(home: &Path) -> PathBuf {
        home.join("downloads")
    }

    /// Ends the driver and removes its folder.
    pub async fn end(mut self) {
        // A driver that ended by itself, or a file that is gone already, needs nothing more.
        let _ = self.process.kill().await;
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

fn prepare(home: &Path) -> Result<()> {
    for folder in [
        Driver::profile(home).join("chrome"),
        Driver::downloads(home),
        home.join("config/gtk-3.0"),
    ] {
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let downloads = Driver::downloads(home);
    std::fs::write(
        home.join("config/user-dirs.dirs"),
        format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()),
    )?;
    // No window is ever as narrow as a telephone's page, unless the browser's own controls give way.
    let narrow = ":root { min-width: 1px !important; min-height: 1px !important }\n";
    std::fs::write(Driver::profile(home).join("chrome/userChrome.css"), narrow)?;
    let controls = "* \
                    { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }\n";
    std::fs::write(home.join("config/gtk-3.0/gtk.css"), controls)?;
    Ok(())
}

fn command(browser: Browser, port: u16) -> Result<Command> {
    let mut command = Command::new(match browser {
        Browser::Chromium => "chromedriver",
        Browser::Firefox => "geckodriver",
        Browser::WebKit => "WebKitWebDriver",
    });
    command.arg(format!("--port={port}"));
    if browser == Browser::Firefox {
        // Two at a time would otherwise both want 9222.
        command.arg(format!("--websocket-port={}", free_port()?));
        // For the preference of colors, which only the browser's own part of Firefox may set.
        command.arg("--allow-system-access");
    }
    Ok(command)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}

async fn listening(process: &mut Child, port: u16) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .await
        .is_err()
    {
        if let Some(status) = process.try_wait()? {
            bail!("the driver ended at once ({status})");
        }
        if start.elapsed() > PATIENCE {
            bail!("the driver does not listen after {PATIENCE:?}");
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}
