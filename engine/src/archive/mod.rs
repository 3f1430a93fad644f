//! The saved file: JSON of version 1, from and to a [`Client`].
//!
//! The file's form stands apart from the inner types, so that these can change while old files stay readable. It is
//! read by hand, value by value, because every refusal names the place and what would be right there. What it holds is
//! described in `docs/file-format.md` and, for programs, in `docs/file-format.schema.json`.

mod agreement;
mod assessment;
mod client;
mod error;
pub mod limits;
mod locked;
mod node;
mod note;
mod organization;
mod service;
mod value;
mod writer;

pub use error::{ArchiveError, Found, Problem, Wanted};
pub use locked::{LOCKED_BYTES, Locked, NONCE, ROUNDS, SALT, write_locked};
pub use note::{Note, NoteKind, unknown_protections};

use crate::client::Client;
use chrono::NaiveDate;
use client::{read_client, write_client};
use error::cut;
use node::{Heard, Node, Read};
use serde_json::Value;
use value::{read_date, read_text, write_date};
use writer::Writer;

/// The version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

const CLIENT_FORMAT: &str = "sla-gap";
const LIBRARY_FORMAT: &str = "sla-gap-library";
const LOCKED_FORMAT: &str = "sla-gap-locked";

/// A client out of a file, and what the person should hear about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The client.
    pub client: Client,
    /// The version of the file.
    pub version: u32,
    /// What was noticed: the client was read all the same.
    pub notes: Vec<Note>,
}

/// One client as a file. `made_by` is the app's version, `on` the day of the export.
pub fn export(client: &Client, made_by: &str, on: NaiveDate) -> String {
    let mut w = Writer::default();
    w.object(|w| {
        write_head(w, CLIENT_FORMAT, made_by, on);
        w.key("client");
        write_client(w, client);
    });
    w.finish()
}

/// Several clients as one file, for [`import_any`].
pub fn export_many(clients: &[&Client], made_by: &str, on: NaiveDate) -> String {
    let mut w = Writer::default();
    w.object(|w| {
        write_head(w, LIBRARY_FORMAT, made_by, on);
        w.key("clients")
            .list(clients, |w, client| write_client(w, client));
    });
    w.finish()
}

fn write_head(w: &mut Writer, format: &str, made_by: &str, on: NaiveDate) {
    w.key("format").text(format);
    w.key("version").whole(u64::from(VERSION));
    w.key("made_by").text(made_by);
    w.key("made_on");
    write_date(w, &on);
}

/// Reads a file with one client.
///
/// # Errors
///
/// [`ArchiveError`] if the file is not JSON, not of this tool, newer than this program, holds several clients, or has
/// something in it that does not belong there. Nothing of such a file is used.
pub fn import(text: &str) -> Result<Imported, ArchiveError> {
    only(import_any(text)?)
}

/// The same for a file whose JSON was parsed already.
///
/// # Errors
///
/// As [`import`].
pub fn import_value(value: &Value) -> Result<Imported, ArchiveError> {
    only(read(value)?)
}

fn only(mut clients: Vec<Imported>) -> Result<Imported, ArchiveError> {
    match clients.pop() {
        Some(client) if clients.is_empty() => Ok(client),
        last => Err(ArchiveError::SeveralClients {
            clients: clients.len() + usize::from(last.is_some()),
        }),
    }
}

/// Reads a file with one client or a library of several, in the file's order.
///
/// # Errors
///
/// As [`import`].
pub fn import_any(text: &str) -> Result<Vec<Imported>, ArchiveError> {
    match open_any(text)? {
        AnyFile::Clients(clients) => Ok(clients),
        AnyFile::Locked(_) => Err(ArchiveError::Locked),
    }
}

/// What a file of this tool holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnyFile {
    /// Clients, in the file's order.
    Clients(Vec<Imported>),
    /// Something behind a passphrase.
    Locked(Locked),
}

/// Reads whatever file of this tool it is.
///
/// # Errors
///
/// As [`import`]; a locked file is none.
pub fn open_any(text: &str) -> Result<AnyFile, ArchiveError> {
    let value = parse(text)?;
    if value.get("format").and_then(Value::as_str) != Some(LOCKED_FORMAT) {
        return read(&value).map(AnyFile::Clients);
    }
    let heard = Heard::default();
    let locked = locked::read_locked(&Node::root(&value, &heard));
    match (heard.refusal.into_inner(), locked) {
        (None, Some(locked)) => Ok(AnyFile::Locked(locked)),
        (Some(error), _) => Err(error),
        (None, None) => Err(ArchiveError::Empty),
    }
}

fn read(value: &Value) -> Result<Vec<Imported>, ArchiveError> {
    match value.get("format").and_then(Value::as_str) {
        Some(CLIENT_FORMAT | LIBRARY_FORMAT) => {}
        found => {
            return Err(ArchiveError::NotOurs {
                found: found.map(cut),
            });
        }
    }
    let heard = Heard::default();
    let clients = read_file(&Node::root(value, &heard));
    match heard.refusal.into_inner() {
        Some(error) => Err(error),
        None => Ok(clients.unwrap_or_default()),
    }
}

fn read_file(root: &Node) -> Read<Vec<Imported>> {
    let o = root.object()?;
    let is_library = o.need("format")?.word()? == LIBRARY_FORMAT;
    let version = o.need("version")?.number(1, u64::MAX)?;
    if version > u64::from(VERSION) {
        return root.refuse_file(ArchiveError::Newer {
            version,
            newest: VERSION,
        });
    }
    o.maybe("made_by", read_text);
    o.maybe("made_on", read_date);
    let mut clients = if is_library {
        o.need("clients")?.list_by_id(read_imported)?
    } else {
        vec![read_imported(&o.need("client")?)?]
    };
    o.close();
    if let Some(first) = clients.first_mut() {
        first.notes.extend(root.take_notes());
    }
    Some(clients)
}

fn read_imported(node: &Node) -> Read<Imported> {
    // The version was checked; there is one so far.
    Some(Imported {
        client: read_client(node)?,
        version: VERSION,
        notes: node.take_notes(),
    })
}

fn parse(text: &str) -> Result<Value, ArchiveError> {
    // A locked file is larger than what is in it; its format stands at its beginning.
    let locked = text.bytes().take(1_000).collect::<Vec<_>>();
    let locked = String::from_utf8_lossy(&locked).contains(LOCKED_FORMAT);
    if text.len() > if locked { LOCKED_BYTES } else { limits::BYTES } {
        return Err(ArchiveError::TooLarge { bytes: text.len() });
    }
    // Editors on some systems put a byte-order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ArchiveError::Empty);
    }
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        if error.is_eof() {
            ArchiveError::EndsTooEarly { line, column }
        } else {
            ArchiveError::NotJson { line, column }
        }
    })
}
