//! A ZIP archive whose files are stored as they are: a compressor would weigh ten times as much in the browser as it saves.

use crate::checksum::crc32;

/// 1980-01-01, the first day that the format knows, at midnight: the archive says nothing about when it was made.
const DAY: u16 = (1 << 5) | 1;

/// What a reader has to understand: version 2.0.
const VERSION: u16 = 20;

/// The archive of these files, in their order. Names are ASCII; all together stay below 4 GiB, as what a browser holds does.
pub(super) fn archive(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let entry = entry(name, bytes);
        directory.extend_from_slice(b"PK\x01\x02");
        push16(&mut directory, VERSION);
        directory.extend_from_slice(&entry);
        // Comment, disk, attributes inside and outside.
        directory.extend_from_slice(&[0; 10]);
        push32(&mut directory, out.len());
        directory.extend_from_slice(name.as_bytes());

        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&entry);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(bytes);
    }
    let start = out.len();
    out.extend_from_slice(&directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX);
    push16(&mut out, count);
    push16(&mut out, count);
    push32(&mut out, directory.len());
    push32(&mut out, start);
    push16(&mut out, 0);
    out
}

/// What stands about a file both before it and in the directory.
fn entry(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(26);
    push16(&mut out, VERSION);
    // No flags, stored, midnight.
    out.extend_from_slice(&[0; 6]);
    push16(&mut out, DAY);
    out.extend_from_slice(&crc32(bytes).to_le_bytes());
    push32(&mut out, bytes.len());
    push32(&mut out, bytes.len());
    push16(&mut out, u16::try_from(name.len()).unwrap_or(u16::MAX));
    push16(&mut out, 0);
    out
}

fn push16(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn push32(out: &mut Vec<u8>, number: usize) {
    out.extend_from_slice(&u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use proptest::prelude::*;
    use std::io::{Cursor, Read};

    proptest! {
        #[test]
        fn another_reader_finds_every_file(contents in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..6)) {
            let names: Vec<String> = (0..contents.len()).map(|at| format!("folder/{at}.xml")).collect();
            let files: Vec<(&str, Vec<u8>)> = names.iter().map(String::as_str).zip(contents).collect();
            let mut read = ::zip::ZipArchive::new(Cursor::new(archive(&files))).unwrap();
            prop_assert_eq!(read.len(), files.len());
            for (at, (name, bytes)) in files.iter().enumerate() {
                let mut file = read.by_index(at).unwrap();
                let mut content = Vec::new();
                // The reader compares the sum at the end.
                file.read_to_end(&mut content).unwrap();
                prop_assert_eq!(file.name().unwrap(), *name);
                prop_assert_eq!(&content, bytes);
            }
        }
    }
}
