//! A small static server for the built release: for `serve`, and for the browser tests, which read what was asked of it.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Method, Request, Response};

/// Enough for the few connections that a browser opens.
const THREADS: usize = 4;

/// Sent with every answer. The page's own policy stands in its head; these are what only a server can say.
const SECURITY: &[(&str, &str)] = &[
    ("Content-Security-Policy", "frame-ancestors 'self'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
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
    http: Arc<tiny_http::Server>,
    address: SocketAddr,
    log: Arc<Mutex<Vec<Asked>>>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts serving in threads of its own.
    ///
    /// # Errors
    /// The port cannot be taken.
    pub fn start(options: Options) -> io::Result<Self> {
        let http =
            tiny_http::Server::http(("127.0.0.1", options.port)).map_err(io::Error::other)?;
        let address = http
            .server_addr()
            .to_ip()
            .ok_or_else(|| io::Error::other("no address of the internet kind"))?;
        let http = Arc::new(http);
        let log = Arc::new(Mutex::new(Vec::new()));
        let options = Arc::new(options);
        let threads = (0..THREADS)
            .map(|_| {
                let (http, log, options) =
                    (Arc::clone(&http), Arc::clone(&log), Arc::clone(&options));
                thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        let asked = answer(request, &options);
                        lock(&log).push(asked);
                    }
                })
            })
            .collect();
        Ok(Self {
            http,
            address,
            log,
            threads,
        })
    }

    /// The page's address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// What was asked since the last call, in the order of the answers.
    #[must_use]
    pub fn take_log(&self) -> Vec<Asked> {
        std::mem::take(&mut lock(&self.log))
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // A thread that died has nothing more to say; the others go on.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.http.unblock();
        }
    }
}

fn lock(log: &Mutex<Vec<Asked>>) -> MutexGuard<'_, Vec<Asked>> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(request: Request, options: &Options) -> Asked {
    let method = request.method().to_string();
    let allowed = matches!(request.method(), Method::Get | Method::Head);
    let path = relative(request.url());
    let shown = path.as_ref().map_or_else(
        || request.url().to_owned(),
        |path| path.to_string_lossy().into_owned(),
    );
    let found = path
        .filter(|_| allowed)
        .and_then(|path| Some((content(&path, options)?, path)));
    let (status, body, mime, cache) = match found {
        Some((body, path)) => (200, body, mime_type(&path), cache_control(&path)),
        None if allowed => (
            404,
            b"Not found\n".to_vec(),
            "text/plain; charset=utf-8",
            "no-store",
        ),
        None => (
            405,
            b"Only GET and HEAD\n".to_vec(),
            "text/plain; charset=utf-8",
            "no-store",
        ),
    };
    let mut response = Response::from_data(body).with_status_code(status);
    let own = [("Content-Type", mime), ("Cache-Control", cache)];
    for (name, value) in own.iter().chain(SECURITY).chain(if allowed {
        &[][..]
    } else {
        &[("Allow", "GET, HEAD")]
    }) {
        if let Ok(header) = Header::from_bytes(*name, *value) {
            response.add_header(header);
        }
    }
    // A browser that went away meanwhile is no concern of ours.
    let _ = request.respond(response);
    Asked {
        method,
        path: shown,
        status,
    }
}

fn content(path: &Path, options: &Options) -> Option<Vec<u8>> {
    let first = options.first_script.as_ref();
    if path == Path::new(FIRST_SCRIPT) {
        return first.map(|script| script.clone().into_bytes());
    }
    let bytes = fs::read(options.folder.join(path)).ok()?;
    if first.is_none() || path != Path::new("index.html") {
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

/// The file that a request's address names, if it can name one inside the folder.
fn relative(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let decoded = decode(path.strip_prefix('/')?)?;
    if decoded.contains(['\\', '\0', ':']) {
        return None;
    }
    if decoded.is_empty() {
        return Some(PathBuf::from("index.html"));
    }
    let path = PathBuf::from(decoded);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, tail @ ..] = rest else {
            return None;
        };
        let digit = |byte: u8| {
            char::from(byte)
                .to_digit(16)
                .and_then(|value| u8::try_from(value).ok())
        };
        bytes.push(digit(*high)? * 16 + digit(*low)?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/vnd.microsoft.icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A name that holds a hash never means another content.
fn cache_control(path: &Path) -> &'static str {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let hashed = name
        .split(['-', '.', '_'])
        .any(|part| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if hashed {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests;
