//! A saved file behind a passphrase: its envelope, which holds nothing but what opening it needs. The locking itself is the
//! browser's own (Web Crypto): PBKDF2 with SHA-256 makes the key, AES-256-GCM locks, and a changed letter is noticed.

use super::error::Problem;
use super::limits;
use super::node::{Node, Read};
use super::value::write_date;
use super::writer::Writer;
use super::{ArchiveError, LOCKED_FORMAT, VERSION};
use chrono::NaiveDate;

/// Rounds of PBKDF2 that are written: what OWASP's Password Storage Cheat Sheet (2023) asks of PBKDF2 with SHA-256.
pub const ROUNDS: u32 = 600_000;
/// Most rounds that are read: a file must not keep a browser busy for minutes.
const MOST_ROUNDS: u32 = 10_000_000;
/// Bytes of the salt, which makes the same passphrase another key in another file.
pub const SALT: usize = 16;
/// Bytes of the nonce, fresh for every file.
pub const NONCE: usize = 12;
/// Bytes that AES-GCM adds so that a change is noticed.
const TAG: usize = 16;
/// The largest locked file: the largest file, in Base64, with its envelope.
pub const LOCKED_BYTES: usize = limits::BYTES / 3 * 4 + 1_000;

/// What a locked file says. Bytes stand in Base64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// Rounds of PBKDF2.
    pub rounds: u32,
    /// The salt of the key.
    pub salt: String,
    /// The nonce of the cipher.
    pub nonce: String,
    /// The file, locked.
    pub data: String,
}

/// A locked file, written on that day.
pub fn write_locked(locked: &Locked, made_by: &str, on: NaiveDate) -> String {
    let mut w = Writer::default();
    w.object(|w| {
        w.key("format").text(LOCKED_FORMAT);
        w.key("version").whole(u64::from(VERSION));
        w.key("made_by").text(made_by);
        w.key("made_on");
        write_date(w, &on);
        w.key("key").text("PBKDF2-SHA-256");
        w.key("rounds").whole(u64::from(locked.rounds));
        w.key("salt").text(&locked.salt);
        w.key("cipher").text("AES-256-GCM");
        w.key("nonce").text(&locked.nonce);
        w.key("data").text(&locked.data);
    });
    w.finish()
}

pub(super) fn read_locked(root: &Node) -> Read<Locked> {
    let o = root.object()?;
    o.need("format")?.word()?;
    let version = o.need("version")?.number(1, u64::MAX)?;
    if version > u64::from(VERSION) {
        return root.refuse_file(ArchiveError::Newer {
            version,
            newest: VERSION,
        });
    }
    o.need("key")?.choice(&[("PBKDF2-SHA-256", ())])?;
    o.need("cipher")?.choice(&[("AES-256-GCM", ())])?;
    let rounds = o.need("rounds")?;
    let rounds = rounds.number(u64::from(ROUNDS), u64::from(MOST_ROUNDS))?;
    let locked = Locked {
        rounds: u32::try_from(rounds).unwrap_or(ROUNDS),
        salt: base64(&o.need("salt")?, |bytes| bytes == SALT)?,
        nonce: base64(&o.need("nonce")?, |bytes| bytes == NONCE)?,
        data: base64(&o.need("data")?, |bytes| bytes > TAG)?,
    };
    o.maybe("made_by", super::value::read_text);
    o.maybe("made_on", super::value::read_date);
    o.close();
    Some(locked)
}

/// A text in Base64 with as many bytes as fit.
fn base64(node: &Node, fits: impl FnOnce(usize) -> bool) -> Read<String> {
    let text = node.word()?;
    match bytes_in(text) {
        Some(bytes) if fits(bytes) => Some(text.to_owned()),
        _ => node.fail(Problem::NotBase64),
    }
}

/// How many bytes a text in Base64 holds; `None` if it is none.
fn bytes_in(text: &str) -> Option<usize> {
    let body = text.trim_end_matches('=');
    let padding = text.len() - body.len();
    let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    let whole = text.len().is_multiple_of(4) && padding <= 2 && body.bytes().all(known);
    whole.then(|| text.len() / 4 * 3 - padding)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::super::{AnyFile, open_any};
    use super::*;

    fn locked() -> Locked {
        Locked {
            rounds: ROUNDS,
            salt: "AAECAwQFBgcICQoLDA0ODw==".to_owned(),
            nonce: "AAECAwQFBgcICQoL".to_owned(),
            data: "AAECAwQFBgcICQoLDA0ODxAR".to_owned(),
        }
    }

    fn text() -> String {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        write_locked(&locked(), "0.1.0", day)
    }

    #[test]
    fn an_envelope_is_read_as_it_was_written() {
        assert_eq!(open_any(&text()), Ok(AnyFile::Locked(locked())));
        assert_eq!(bytes_in("AAAA"), Some(3));
        assert_eq!(bytes_in("AA=="), Some(1));
        assert_eq!(bytes_in("AAA"), None);
        assert_eq!(bytes_in("A==="), None);
        assert_eq!(bytes_in("AA A"), None);
    }

    #[test]
    fn a_damaged_envelope_is_refused_at_its_place() {
        for (from, to, place) in [
            ("600000", "1000", "rounds"),
            ("600000", "4000000000", "rounds"),
            ("DA0ODw==", "DA0ODw=", "salt"),
            ("AAECAwQFBgcICQoL\"", "AAECAwQFBgcI\"", "nonce"),
            ("DA0ODxAR", "", "data"),
            ("AES-256-GCM", "ROT13", "cipher"),
            ("PBKDF2-SHA-256", "MD5", "key"),
        ] {
            let damaged = text().replacen(from, to, 1);
            assert_ne!(damaged, text(), "{from}");
            match open_any(&damaged) {
                Err(ArchiveError::At { path, .. }) => assert_eq!(path, place),
                other => panic!("{place}: {other:?}"),
            }
        }
        let newer = text().replacen("\"version\": 1", "\"version\": 7", 1);
        assert_ne!(newer, text());
        assert!(matches!(open_any(&newer), Err(ArchiveError::Newer { .. })));
    }
}
