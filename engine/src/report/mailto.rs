//! A link that begins an e-mail, short enough for every mail program.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands in a link as it is: the unreserved characters of RFC 3986.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
/// The address keeps the sign that every mail program looks for.
const ADDRESS: &AsciiSet = &PLAIN.remove(b'@');

/// Characters of the longest link that every mail program takes, with room for what a program adds.
pub const LONGEST: usize = 1_900;

/// A link that begins an e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailto {
    /// The link.
    pub href: String,
    /// How many lines at the end of the body did not fit.
    pub left_out: usize,
}

/// The link for an address, a subject and as many whole lines of the body as fit. RFC 6068: lines end in `%0D%0A`.
pub fn mailto(address: &str, subject: &str, body: &str) -> Mailto {
    let mut href = String::from("mailto:");
    href.extend(utf8_percent_encode(address, ADDRESS));
    href.push_str("?subject=");
    href.extend(utf8_percent_encode(subject, PLAIN));
    href.push_str("&body=");
    let mut lines = body.trim_end().lines().enumerate();
    for (at, line) in lines.by_ref() {
        let end = if at == 0 { "" } else { "%0D%0A" };
        let line = [end, &utf8_percent_encode(line, PLAIN).to_string()].concat();
        if href.len() + line.len() > LONGEST {
            // This line and whatever follows it.
            return Mailto {
                href,
                left_out: 1 + lines.filter(|(_, line)| !line.is_empty()).count(),
            };
        }
        href.push_str(&line);
    }
    Mailto { href, left_out: 0 }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use percent_encoding::percent_decode_str;
    use proptest::prelude::*;

    fn body_of(href: &str) -> String {
        let (_, body) = href.split_once("&body=").unwrap();
        percent_decode_str(body).decode_utf8().unwrap().into_owned()
    }

    #[test]
    fn what_means_something_in_a_link_is_written_otherwise() {
        let link = mailto("it+dental@example.com", "A & B?", "Zoë: 50%\n#2 = “x”");
        assert_eq!(
            link.href,
            "mailto:it%2Bdental@example.com?subject=A%20%26%20B%3F&body=Zo%C3%AB%3A%2050%25%0D%0A%232%20%3D%20%E2%80%9Cx%E2%80%9D"
        );
        assert_eq!(link.left_out, 0);
        // No address leads anywhere but into the line "To".
        let hostile = mailto("a@b?bcc=c@d&body=x", "", "");
        assert_eq!(
            hostile.href,
            "mailto:a@b%3Fbcc%3Dc@d%26body%3Dx?subject=&body="
        );
    }

    #[test]
    fn a_long_body_ends_with_a_whole_line() {
        let lines: Vec<String> = (0..200).map(|n| format!("Line {n} ends here.")).collect();
        let link = mailto("a@example.com", "S", &lines.join("\n"));
        assert!(link.href.len() <= LONGEST);
        let body = body_of(&link.href);
        assert!(body.ends_with(" ends here."));
        assert_eq!(body.lines().count() + link.left_out, 200);
        assert_eq!(mailto("a", "", &"x".repeat(LONGEST)).left_out, 1);
    }

    proptest! {
        #[test]
        fn every_body_is_read_back_as_far_as_it_goes(body in "(?s).{0,300}") {
            let link = mailto("a@example.com", "S", &body);
            prop_assert!(link.href.len() <= LONGEST && link.href.is_ascii());
            let all = body.trim_end().lines().collect::<Vec<_>>().join("\r\n");
            prop_assert!(all.starts_with(&body_of(&link.href)));
            prop_assert_eq!(link.left_out == 0, all == body_of(&link.href));
        }
    }
}
