#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use super::files::{cache_control, mime_type, relative};
use super::http::parse;
use super::{Asked, Options, Server};

fn serve(name: &str, first_script: Option<&str>) -> Server {
    let folder = std::env::temp_dir().join(format!("sla-gap-server-{}-{name}", std::process::id()));
    fs::create_dir_all(folder.join("dist/packs")).unwrap();
    fs::write(folder.join("secret.txt"), "secret").unwrap();
    fs::write(folder.join("dist/index.html"), "<head></head>").unwrap();
    fs::write(folder.join("dist/packs/a b.json"), "{}").unwrap();
    let options = Options {
        folder: folder.join("dist"),
        port: 0,
        first_script: first_script.map(str::to_owned),
        compress: true,
    };
    Server::start(options).unwrap()
}

fn ask(server: &Server, line: &str) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    write!(
        stream,
        "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn names_only_files_inside_the_folder() {
    assert_eq!(relative("/"), Some(PathBuf::from("index.html")));
    assert_eq!(relative("/a/b.js?x=/../y"), Some(PathBuf::from("a/b.js")));
    assert_eq!(relative("/a%20b"), Some(PathBuf::from("a b")));
    for bad in [
        "/../x",
        "/a/../../x",
        "/%2e%2e/x",
        "/..%2fx",
        "/%5c..%5cx",
        "//etc/passwd",
        "/%2fetc",
        "/C:/x",
        "/%0",
        "/%zz",
        "/%00",
        "/%ff",
        "x",
    ] {
        assert_eq!(relative(bad), None, "{bad}");
    }
}

#[test]
fn serves_files_and_keeps_a_log() {
    let server = serve("files", None);
    let page = ask(&server, "GET /?x");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(
        page.contains("text/html; charset=utf-8") && page.ends_with("<head></head>"),
        "{page}"
    );
    assert!(
        page.contains("frame-ancestors 'self' http://localhost:*") && page.contains("nosniff"),
        "{page}"
    );
    let head = ask(&server, "HEAD /packs/a%20b.json");
    assert!(
        head.starts_with("HTTP/1.1 200") && !head.contains("{}"),
        "{head}"
    );
    assert!(ask(&server, "GET /../secret.txt").starts_with("HTTP/1.1 404"));
    assert!(ask(&server, "GET /packs").starts_with("HTTP/1.1 404"));
    let post = ask(&server, "POST /");
    assert!(
        post.starts_with("HTTP/1.1 405") && post.contains("GET, HEAD"),
        "{post}"
    );
    let log = server.take_log();
    assert_eq!(log.len(), 5, "{log:?}");
    let asked = |method: &str, path: &str, status| Asked {
        method: method.to_owned(),
        path: path.to_owned(),
        status,
    };
    assert!(log.contains(&asked("GET", "index.html", 200)), "{log:?}");
    assert!(
        log.contains(&asked("HEAD", "packs/a b.json", 200)),
        "{log:?}"
    );
    assert!(
        log.contains(&asked("GET", "/../secret.txt", 404)),
        "{log:?}"
    );
    assert!(log.contains(&asked("POST", "index.html", 405)), "{log:?}");
}

#[test]
fn only_the_script_for_host_pages_may_be_loaded_by_others() {
    let server = serve("embed", None);
    let policy = |line: &str| {
        let answer = ask(&server, line);
        let line = answer
            .lines()
            .find(|line| line.starts_with("Cross-Origin-Resource-Policy"));
        line.unwrap().to_owned()
    };
    assert!(policy("HEAD /embed.js").ends_with(": cross-origin"));
    for other in [
        "HEAD /",
        "HEAD /app.js",
        "HEAD /x/embed.js",
        "HEAD /embed.js/x",
    ] {
        assert!(policy(other).ends_with(": same-origin"), "{other}");
    }
}

#[test]
fn a_first_script_comes_before_the_page_s_own() {
    let server = serve("script", Some("let recorder;"));
    assert!(ask(&server, "GET /").ends_with("<head><script src=\"./__first.js\"></script></head>"));
    assert!(ask(&server, "GET /__first.js").ends_with("let recorder;"));
    assert!(ask(&serve("none", None), "GET /__first.js").starts_with("HTTP/1.1 404"));
}

#[test]
fn only_names_with_a_hash_are_kept_for_ever() {
    let cached = |name: &str| cache_control(Path::new(name)).contains("immutable");
    assert!(cached("app-0a1b2c3d4e5f6789_bg.wasm"));
    assert!(cached("packs/catalogue.en.0a1b2c3d.json"));
    assert!(!cached("index.html"));
    assert!(!cached("catalogue.json"));
    assert_eq!(mime_type(Path::new("x.wasm")), "application/wasm");
    assert_eq!(mime_type(Path::new("x")), "application/octet-stream");
}

#[test]
fn an_idle_connection_holds_nobody_up() {
    let server = serve("idle", None);
    let idle: Vec<_> = (0..20)
        .map(|_| TcpStream::connect(server.address).unwrap())
        .collect();
    assert!(ask(&server, "GET /").starts_with("HTTP/1.1 200"));
    drop(idle);
}

#[test]
fn reads_only_sound_heads() {
    let request = parse(b"GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    assert_eq!(
        (request.method.as_str(), request.target.as_str()),
        ("GET", "/a?b")
    );
    for bad in [
        &b"GET /a\r\n\r\n"[..],
        b"GET / / HTTP/1.1\r\n\r\n",
        b"GET / SSH-2.0\r\n\r\n",
        b"\xff\xfe\r\n\r\n",
        b"",
    ] {
        assert!(parse(bad).is_none(), "{bad:?}");
    }
}

#[test]
fn compresses_for_who_takes_that() {
    let request = |more: &str| {
        let head = format!("GET / HTTP/1.1\r\nHost: x\r\n{more}\r\n\r\n");
        super::http::parse(head.as_bytes()).unwrap()
    };
    assert!(request("Accept-Encoding: br, GZIP").takes_gzip);
    assert!(!request("Accept: gzip").takes_gzip);
    let long = vec![b'a'; 10_000];
    assert!(super::http::gzip(long).len() < 100);
}
