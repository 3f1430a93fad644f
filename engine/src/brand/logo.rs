//! A brand's picture, which lies in the file itself.

use super::node::Node;
use super::problem::Fault;
use super::texts::{Localized, Place};
use base64ct::{Base64, Encoding};

/// The longest picture, in characters of its address.
pub const LONGEST: usize = 64 * 1024;

/// A picture and what it says.
///
/// It is shown by an image element alone, where a picture runs no script and asks for nothing; the page's policy allows no
/// other source of images than its own files and `data:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The picture as a `data:` address.
    pub image: String,
    /// What it says, for who does not see it.
    pub alternative: Localized,
}

/// The kinds of picture, each with the bytes that one begins with; a drawing begins with anything, as it is text.
const KINDS: [(&str, &[u8]); 3] = [
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/webp", b"RIFF"),
    ("image/svg+xml", b""),
];

/// What may stand in a file, for errors.
const WANTED: &str =
    "a PNG, WebP or SVG picture as data:image/png;base64,… (or image/webp, image/svg+xml)";

impl Logo {
    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object(&["image", "alternative"])?;
        let image = node.need("image").and_then(|node| picture(&node));
        let alternative = node
            .need("alternative")
            .and_then(|node| Localized::read(&node, Place::ALTERNATIVE));
        Some(Self {
            image: image?,
            alternative: alternative?,
        })
    }

    /// The address of a picture of this kind, if it is one of those that are shown.
    pub fn address(kind: &str, bytes: &[u8]) -> Option<String> {
        let (kind, start) = KINDS.iter().find(|(known, _)| *known == kind)?;
        if !bytes.starts_with(start) || bytes.is_empty() {
            return None;
        }
        let address = ["data:", kind, ";base64,", &Base64::encode_string(bytes)].concat();
        (address.len() <= LONGEST).then_some(address)
    }
}

fn picture(node: &Node) -> Option<String> {
    let text = node.word()?;
    if text.len() > LONGEST {
        return node.fault(Fault::TooLong { most: LONGEST });
    }
    let known = KINDS.iter().any(|(kind, start)| {
        let data = text
            .strip_prefix("data:")
            .and_then(|rest| rest.strip_prefix(kind))
            .and_then(|rest| rest.strip_prefix(";base64,"));
        data.is_some_and(|data| is_base64(data) && data.starts_with(beginning(start).as_str()))
    });
    if known {
        Some(text.to_owned())
    } else {
        node.fault(Fault::Wanted(WANTED))
    }
}

/// The digits that say nothing but these bytes: those of their last incomplete group are left out.
fn beginning(bytes: &[u8]) -> String {
    let whole = bytes.len() / 3 * 3;
    Base64::encode_string(bytes.get(..whole).unwrap_or_default())
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    !digits.is_empty()
        && text.len().is_multiple_of(4)
        && text.len() - digits.len() <= 2
        && digits.bytes().all(|byte| DIGITS.contains(&byte))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Base64, Encoding, Logo, is_base64};

    #[test]
    fn base64_as_the_standard_says() {
        for (plain, coded) in [("f", "Zg=="), ("fo", "Zm8="), ("foobar", "Zm9vYmFy")] {
            assert_eq!(Base64::encode_string(plain.as_bytes()), coded);
            assert!(is_base64(coded));
        }
        for bad in ["", "====", "Zg=", "Zm9!", "Zm9vYmFy\n", "Z==="] {
            assert!(!is_base64(bad), "{bad}");
        }
    }

    #[test]
    fn a_picture_is_what_it_says() {
        let png = b"\x89PNG\r\n\x1a\n....";
        assert!(Logo::address("image/png", png).is_some());
        assert!(Logo::address("image/webp", png).is_none());
        assert!(Logo::address("text/html", b"<b>").is_none());
        assert!(Logo::address("image/svg+xml", &vec![b' '; 60_000]).is_none());
    }
}
