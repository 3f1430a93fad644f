//! Damaged links and links made to do harm: each is refused, quickly, and none is taken for another.

use super::{full, link};
use base64ct::{Base64UrlUnpadded, Encoding};
use engine::link::{BYTES, CHARACTERS, LinkError, read, write};
use miniz_oxide::deflate::compress_to_vec;
use std::time::{Duration, Instant};

/// A link with the right sum around any bytes.
fn sealed(deflated: &[u8]) -> String {
    // The other implementation, so that the sum is the published one.
    let mut sum = flate2::Crc::new();
    sum.update(deflated);
    let bytes = [&sum.sum().to_be_bytes(), deflated].concat();
    format!("1{}", Base64UrlUnpadded::encode_string(&bytes))
}

fn holding(json: &str) -> String {
    sealed(&compress_to_vec(json.as_bytes(), 6))
}

#[test]
fn a_link_cut_off_anywhere_is_refused() {
    let link = link();
    for end in 0..link.len() {
        let refusal = read(&link[..end]).unwrap_err();
        assert!(
            matches!(refusal, LinkError::Empty | LinkError::Damaged),
            "{end}: {refusal}"
        );
    }
}

#[test]
fn a_link_with_any_bit_turned_is_refused() {
    let link = link();
    for at in 0..link.len() {
        for bit in 0..7 {
            let mut bytes = link.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let turned = String::from_utf8(bytes).unwrap();
            // A blank is passed over, which leaves the link too short.
            assert!(read(&turned).is_err(), "bit {bit} of character {at}");
        }
    }
}

#[test]
fn a_letter_too_many_is_refused() {
    for end in ["A", "AA", ".", ")", "=", "\u{2026}"] {
        assert_eq!(read(&[&link(), end].concat()), Err(LinkError::Damaged));
    }
}

#[test]
fn lines_broken_by_a_mail_program_are_joined() {
    let link = link();
    let (first, second) = link.split_at(60);
    assert_eq!(read(&[first, "\r\n ", second, "\n"].concat()), read(&link));
    assert!(read(&link).is_ok());
}

#[test]
fn what_is_no_link_is_called_so() {
    assert_eq!(read(""), Err(LinkError::Empty));
    assert_eq!(read(" \n"), Err(LinkError::Empty));
    assert_eq!(read("1"), Err(LinkError::Damaged));
    assert_eq!(read("1****"), Err(LinkError::Damaged));
    assert_eq!(read("2AAAA"), Err(LinkError::Newer));
    for text in ["hello", "0AAAA", "é", "<script>", "%31AAAA"] {
        assert_eq!(read(text), Err(LinkError::NotOurs), "{text}");
    }
    // The right sum around something else.
    assert_eq!(read(&sealed(b"not deflate")), Err(LinkError::NotOurs));
    for json in [
        "",
        "null",
        "[]",
        "{}",
        "{",
        r#"{"format":"other"}"#,
        r#"{"format":"sla-gap-library","version":1,"clients":[]}"#,
        r#"{"format":"sla-gap","version":1,"client":{"id":"c","agreements":[]}}"#,
        r#"{"format":"sla-gap","version":1,"client":{"id":"c","agreements":[{"id":"a","assessments":[{"id":"x","on":"2026-01-01","plain":"BR01y01n"}]}]}}"#,
        r#"{"format":"sla-gap","version":1,"client":{"id":"c","agreements":[{"id":"a","assessments":[{"id":"x","on":"2026-01-01","plain":"Bé01y"}]}]}}"#,
        r#"{"format":"sla-gap","version":1,"client":{"id":"c","agreements":[{"id":"a","assessments":[{"id":"x","on":"2026-01-01","plain":7}]}]}}"#,
    ] {
        assert_eq!(read(&holding(json)), Err(LinkError::NotOurs), "{json}");
    }
    let newer = r#"{"format":"sla-gap","version":9,"client":{}}"#;
    assert_eq!(read(&holding(newer)), Err(LinkError::Newer));
    assert_eq!(
        read(&holding(&"[".repeat(BYTES - 1))),
        Err(LinkError::NotOurs)
    );
}

#[test]
fn a_text_that_inflates_without_end_is_refused_quickly() {
    // One megabyte of deflate for one gigabyte of blanks is longer than any link.
    let block = vec![b' '; 1_000_000];
    let mut writer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    let mut deflated = Vec::new();
    for _ in 0..720 {
        std::io::Write::write_all(&mut writer, &block).unwrap();
    }
    deflated.extend(writer.finish().unwrap());
    let bomb = sealed(&deflated);
    assert!(
        bomb.len() > 900_000 && bomb.len() <= CHARACTERS,
        "{}",
        bomb.len()
    );
    let start = Instant::now();
    assert_eq!(read(&bomb), Err(LinkError::TooLarge));
    let longer = bomb.repeat(2);
    assert_eq!(read(&longer), Err(LinkError::TooLarge));
    // Inflating all of it takes seconds even where the machine is fast; two megabytes take none.
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn what_no_link_could_hold_is_not_written() {
    let mut client = super::leaving(&full(), super::ALL);
    let mut noise = String::new();
    for number in 0..400_000_u64 {
        noise.push_str(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_string());
    }
    client.name = noise;
    assert_eq!(write(&client), Err(LinkError::TooLarge));
}
