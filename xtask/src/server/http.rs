//! As much of HTTP as a static server needs: one request a connection.
//!
//! Of our own, because the small server crates queue a browser's parallel connections behind its idle ones: about one page
//! start in ten then hung.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

/// A head longer than this is not a browser's.
const LONGEST_HEAD: usize = 32 * 1024;

/// How long a connection may stay silent. Browsers open some ahead and use them late.
const PATIENCE: Duration = Duration::from_secs(60);

/// The first line of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    pub method: String,
    pub target: String,
    /// Whether an answer may be compressed.
    pub takes_gzip: bool,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, &'static str)>,
    pub body: Vec<u8>,
}

/// Reads a request's head; nothing if the other side went away or speaks something else.
pub(super) fn read(stream: &mut TcpStream) -> Option<Request> {
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let length = stream.read(&mut buffer).ok().filter(|length| *length > 0)?;
        head.extend_from_slice(buffer.get(..length)?);
        if head.len() > LONGEST_HEAD {
            return None;
        }
    }
    parse(&head)
}

/// The method and the target of a head.
pub(super) fn parse(head: &[u8]) -> Option<Request> {
    let text = std::str::from_utf8(head).ok()?;
    let mut words = text.lines().next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    let sound = version.starts_with("HTTP/1.") && words.next().is_none();
    sound.then(|| Request {
        method: method.to_owned(),
        target: target.to_owned(),
        takes_gzip: text.lines().any(takes_gzip),
    })
}

fn takes_gzip(header: &str) -> bool {
    let small = header.to_ascii_lowercase();
    small.starts_with("accept-encoding:") && small.contains("gzip")
}

/// The bytes, compressed; as they are if that does not work.
pub(super) fn gzip(bytes: Vec<u8>) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let written = encoder.write_all(&bytes);
    written.and_then(|()| encoder.finish()).unwrap_or(bytes)
}

/// Writes an answer and ends the connection.
pub(super) fn write(stream: &mut TcpStream, request: &Request, answer: &Answer) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        for part in [name, ": ", value, "\r\n"] {
            head.push_str(part);
        }
    }
    let length = answer.body.len().to_string();
    for part in [
        "Content-Length: ",
        &length,
        "
Connection: close

",
    ] {
        head.push_str(part);
    }
    stream.write_all(head.as_bytes())?;
    if request.method != "HEAD" {
        stream.write_all(&answer.body)?;
    }
    stream.shutdown(Shutdown::Write)?;
    // What the other side still sends is read, or closing would take the answer back.
    let mut rest = [0; 4096];
    for _ in 0..64 {
        if stream.read(&mut rest)? == 0 {
            break;
        }
    }
    Ok(())
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        404 => "Not Found",
        _ => "Method Not Allowed",
    }
}
