//! A small static server for the built release: for `serve`, and for the browser tests, which read what was asked of it.

mod files;
mod http;

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::release::embed;
pub(crate) use files::is_named_by_content;

/// Sent with every answer. The page's own policy stands in its head; these are what only a server can say.
pub(crate) const SECURITY: &[(&str, &str)] = &[
    // Pages on this machine may show it in a frame, whatever their port: that is how an embed is tried out.
    (
        "Content-Security-Policy",
        "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// What to serve.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder whose files are served.
    pub folder: PathBuf,
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// A script that the page runs before its own, for tests in browsers that keep no log.
    pub first_script: Option<String>,
    /// Whether files are sent compressed to who takes that, as a host would.
    pub compress: bool,
}

/// Where [`Options::first_script`] is served.
pub const FIRST_SCRIPT: &str = "__first.js";

/// One request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// `GET`, `HEAD` or whatever was tried.
    pub method: String,
    /// The path without the first slash; the page itself is `index.html`.
    pub path: String,
    /// The answer's status code.
    pub status: u16,
}

/// A running server; it ends when dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

struct Shared {
    /// Nothing while it plays dead.
    folder: Mutex<Option<PathBuf>>,
    first_script: Mutex<Option<String>>,
    compress: bool,
    /// Programs are not answered while this holds.
    holding: AtomicBool,
    log: Mutex<Vec<Asked>>,
    ended: AtomicBool,
}

impl Server {
    /// Starts serving in threads of its own, one a connection.
    ///
    /// # Errors
    /// The port cannot be taken.
    pub fn start(options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            folder: Mutex::new(Some(options.folder)),
            first_script: Mutex::new(options.first_script),
            compress: options.compress,
            holding: AtomicBool::new(false),
            log: Mutex::default(),
            ended: AtomicBool::new(false),
        });
        let threads = Arc::clone(&shared);
        let accepting = thread::spawn(move || accept(&listener, &threads));
        Ok(Self {
            address,
            shared,
            accepting: Some(accepting),
        })
    }

    /// The page's address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// What was asked since the last call, in that order.
    #[must_use]
    pub fn take_log(&self) -> Vec<Asked> {
        std::mem::take(&mut lock(&self.shared.log))
    }

    /// Changes [`Options::first_script`] for the pages that are loaded from now on.
    pub fn set_first_script(&self, script: Option<String>) {
        *lock(&self.shared.first_script) = script;
    }

    /// Serves another folder from now on, or nothing: then it lets every connection go without an answer.
    pub fn set_folder(&self, folder: Option<PathBuf>) {
        *lock(&self.shared.folder) = folder;
    }

    /// While this holds, a program that is asked for does not come: a slow line, as slow as a test needs it.
    pub fn hold_programs(&self, hold: bool) {
        self.shared.holding.store(hold, Ordering::Relaxed);
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.accepting.take() {
            // It ends only with a panic, which has been printed.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::Relaxed);
        // One more connection, so that the thread that waits for one looks up.
        drop(TcpStream::connect(self.address));
    }
}

impl Shared {
    fn holds(&self) -> bool {
        self.holding.load(Ordering::Relaxed) && !self.ended.load(Ordering::Relaxed)
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.ended.load(Ordering::Relaxed) {
            return;
        }
        let Ok(mut stream) = stream else { continue };
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            let Some(request) = http::read(&mut stream) else {
                return;
            };
            if lock(&shared.folder).is_none() {
                return;
            }
            while files::is_program(&request.target) && shared.holds() {
                thread::sleep(Duration::from_millis(10));
            }
            let (answer, asked) = answer(&request, &shared);
            // Before the answer, so that who has the answer finds the request in the log.
            lock(&shared.log).push(asked);
            // A browser that went away meanwhile is no concern of ours.
            let _ = http::write(&mut stream, &request, &answer);
        });
    }
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(request: &http::Request, shared: &Shared) -> (http::Answer, Asked) {
    let allowed = request.method == "GET" || request.method == "HEAD";
    let path = files::relative(&request.target);
    let shown = path.as_ref().map_or_else(
        || request.target.clone(),
        |path| path.to_string_lossy().into_owned(),
    );
    let found = path
        .filter(|_| allowed)
        .and_then(|path| Some((content(&path, shared)?, path)));
    let plain = "text/plain; charset=utf-8";
    let (status, body, mime, cache) = match found {
        Some((body, path)) => (
            200,
            body,
            files::mime_type(&path),
            files::cache_control(&path),
        ),
        None if allowed => (404, b"Not found\n".to_vec(), plain, "no-store"),
        None => (405, b"Only GET and HEAD\n".to_vec(), plain, "no-store"),
    };
    let mut headers = vec![("Content-Type", mime), ("Cache-Control", cache)];
    headers.extend(SECURITY);
    // The one file that pages of others load by themselves. A frame is no such loading.
    let theirs = shown == embed::SCRIPT;
    headers.push((
        "Cross-Origin-Resource-Policy",
        if theirs {
            "cross-origin"
        } else {
            "same-origin"
        },
    ));
    if !allowed {
        headers.push(("Allow", "GET, HEAD"));
    }
    let body = if shared.compress && request.takes_gzip && files::shrinks(mime) {
        headers.push(("Content-Encoding", "gzip"));
        http::gzip(body)
    } else {
        body
    };
    let asked = Asked {
        method: request.method.clone(),
        path: shown,
        status,
    };
    (
        http::Answer {
            status,
            headers,
            body,
        },
        asked,
    )
}

fn content(path: &Path, shared: &Shared) -> Option<Vec<u8>> {
    let first = lock(&shared.first_script).clone();
    if path == Path::new(FIRST_SCRIPT) {
        return first.map(String::into_bytes);
    }
    let folder = lock(&shared.folder).clone()?;
    let bytes = fs::read(folder.join(path)).ok()?;
    let is_page = path
        .extension()
        .is_some_and(|extension| extension == "html");
    if first.is_none() || !is_page {
        return Some(bytes);
    }
    let page = String::from_utf8(bytes).ok()?;
    Some(
        page.replacen(
            "<head>",
            &format!("<head><script src=\"./{FIRST_SCRIPT}\"></script>"),
            1,
        )
        .into_bytes(),
    )
}

#[cfg(test)]
mod tests;
