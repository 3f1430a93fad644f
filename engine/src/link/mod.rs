//! An assessment as a text for the part of an address behind `#`, which browsers never send to a server.
//!
//! Version 1, which every release opens for ever: the digit `1`, then base64url without padding of a checksum (CRC-32, big
//! end first, of the rest) and the rest, which is deflate of the saved file's JSON, its plain answers packed (`packed.rs`).
//! The sum comes before inflating, and inflating has a limit: a damaged or hostile text is refused quickly.

mod chosen;
mod packed;

pub use chosen::{Includes, answers_only, chosen};

use crate::archive;
use crate::checksum::crc32;
use crate::client::Client;
use base64ct::{Base64UrlUnpadded, Encoding};
use chrono::NaiveDate;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde_json::Value;
use thiserror::Error;

/// The version that is written, and the newest that is read.
const VERSION: char = '1';
/// Characters of the longest link: browsers take about a million.
pub const CHARACTERS: usize = 1_000_000;
/// Bytes that a link may become when it is inflated.
pub const BYTES: usize = 2_000_000;
/// Bytes of the checksum.
const SUM: usize = 4;
/// The best that deflate does in its usual effort.
const EFFORT: u8 = 9;

/// Why there is no assessment in a link, or no link for an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// Nothing stands there.
    #[error("the link ends where the assessment should begin; copy the whole link")]
    Empty,
    /// Made by a release that came later.
    #[error("a newer release made this link; load the page again to get it")]
    Newer,
    /// Not a link of this tool at all.
    #[error("the link was not made by this tool; ask for a new one")]
    NotOurs,
    /// Something on the way has cut it off or changed it.
    #[error(
        "the link was cut off or changed on its way; copy the whole link, or ask for a new one"
    )]
    Damaged,
    /// More than a link can hold.
    #[error("there is more in it than a link can hold; use a file instead")]
    TooLarge,
}

/// The text for a client as [`chosen`] or [`answers_only`] made it. Whose it was on the device where it was made stays there.
///
/// # Errors
///
/// [`LinkError::TooLarge`].
pub fn write(client: &Client) -> Result<String, LinkError> {
    let file = archive::export(client, "", NaiveDate::default());
    let mut value: Value = serde_json::from_str(&file).map_err(|_| LinkError::TooLarge)?;
    if let Some(head) = value.as_object_mut() {
        head.remove("made_by");
        head.remove("made_on");
    }
    packed::pack(&mut value);
    let json = value.to_string();
    if json.len() > BYTES {
        return Err(LinkError::TooLarge);
    }
    let deflated = compress_to_vec(json.as_bytes(), EFFORT);
    let mut bytes = crc32(&deflated).to_be_bytes().to_vec();
    bytes.extend_from_slice(&deflated);
    let mut out = Base64UrlUnpadded::encode_string(&bytes);
    out.insert(0, VERSION);
    if out.len() > CHARACTERS {
        return Err(LinkError::TooLarge);
    }
    Ok(out)
}

/// The client in a text. Blanks are passed over: mail programs break long lines.
///
/// # Errors
///
/// [`LinkError`]; nothing of such a text is used.
pub fn read(text: &str) -> Result<Client, LinkError> {
    // Before anything is copied.
    if text.len() > CHARACTERS {
        return Err(LinkError::TooLarge);
    }
    let text: String = text.split_ascii_whitespace().collect();
    let mut rest = text.chars();
    match rest.next() {
        None => Err(LinkError::Empty),
        Some(VERSION) => read_first(rest.as_str()),
        Some('2'..='9') => Err(LinkError::Newer),
        Some(_) => Err(LinkError::NotOurs),
    }
}

fn read_first(text: &str) -> Result<Client, LinkError> {
    let damaged = |_| LinkError::Damaged;
    let bytes = Base64UrlUnpadded::decode_vec(text).map_err(damaged)?;
    let (sum, deflated) = bytes.split_at_checked(SUM).ok_or(LinkError::Damaged)?;
    if sum != crc32(deflated).to_be_bytes() {
        return Err(LinkError::Damaged);
    }
    let json = decompress_to_vec_with_limit(deflated, BYTES).map_err(|error| {
        if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
            LinkError::TooLarge
        } else {
            LinkError::NotOurs
        }
    })?;
    // Whoever wrote the right sum wrote this: it was not damaged on its way.
    let mut value: Value = serde_json::from_slice(&json).map_err(|_| LinkError::NotOurs)?;
    packed::unpack(&mut value).ok_or(LinkError::NotOurs)?;
    match archive::import_value(&value) {
        Ok(read) if read.client.agreements.len() == 1 => Ok(read.client),
        Err(archive::ArchiveError::Newer { .. }) => Err(LinkError::Newer),
        Ok(_) | Err(_) => Err(LinkError::NotOurs),
    }
}
