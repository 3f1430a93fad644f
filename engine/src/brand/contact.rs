//! How a firm is reached.

use super::node::Node;
use super::problem::Fault;

/// An address that cannot run anything: only these three kinds exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactLink {
    /// An e-mail address, without `mailto:`.
    Mail(String),
    /// A page, with its `https://`.
    Web(String),
    /// A telephone number: digits, perhaps with a `+` before them.
    Phone(String),
}

/// What may stand in a file, for errors.
const WANTED: &str =
    "an address that begins with https:, mailto: or tel:, such as mailto:help@example.com";

/// The longest address.
const LONGEST: usize = 500;

impl ContactLink {
    /// Reads `https://…`, `mailto:…` or `tel:…`; anything else, such as `javascript:`, is none.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST || !text.chars().all(|c| c.is_ascii_graphic()) {
            return None;
        }
        if text.starts_with("https://") {
            return web(text).then(|| Self::Web(text.to_owned()));
        }
        if let Some(address) = text.strip_prefix("mailto:") {
            return mail(address).then(|| Self::Mail(address.to_owned()));
        }
        let number: String = text
            .strip_prefix("tel:")?
            .chars()
            .filter(|c| !matches!(c, '-' | '.' | '(' | ')'))
            .collect();
        phone(&number).then_some(Self::Phone(number))
    }

    /// The whole address, as a link has it.
    pub fn href(&self) -> String {
        match self {
            Self::Mail(address) => ["mailto:", address].concat(),
            Self::Web(address) => address.clone(),
            Self::Phone(number) => ["tel:", number].concat(),
        }
    }

    pub(super) fn read(node: &Node) -> Option<Self> {
        let found = Self::parse(node.word()?);
        if found.is_none() {
            return node.fault(Fault::Wanted(WANTED));
        }
        found
    }
}

/// A host with a point in it, and nothing before it that only looks like one.
fn web(address: &str) -> bool {
    let rest = address.trim_start_matches("https://");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let port = host.split_once(':').map_or("", |(_, port)| port);
    name.contains('.')
        && name.chars().all(letters)
        && !name.starts_with('.')
        && port.chars().all(|c| c.is_ascii_digit())
        && !rest.contains(['"', '\'', '<', '>', '\\', '`'])
}

/// One address, without fields such as a copy or a subject: what the person sends is the person's own.
fn mail(address: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    match address.split_once('@') {
        Some((name, host)) => {
            !name.is_empty()
                && name.chars().all(plain)
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && host.chars().all(|c| plain(c) && c != '_' && c != '+')
        }
        None => false,
    }
}

fn phone(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or(number);
    (3..=15).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::ContactLink;

    #[test]
    fn three_kinds_of_address_and_no_other() {
        let of = ContactLink::parse;
        assert_eq!(
            of("mailto:help@example.com"),
            Some(ContactLink::Mail("help@example.com".to_owned()))
        );
        assert_eq!(
            of("tel:+1-555-0100"),
            Some(ContactLink::Phone("+15550100".to_owned()))
        );
        let page = "https://example.com/contact?from=sla#form";
        assert_eq!(of(page).unwrap().href(), page);
        for bad in [
            "",
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "http://example.com",
            "//example.com",
            "https://",
            "https://localhost",
            "https://user:pass@example.com",
            "https://example.com/\"onclick=",
            "https://exa mple.com",
            "https:example.com",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.com/1",
            "mailto:",
            "mailto:a@b",
            "mailto:a@example.com?bcc=b@example.com",
            "mailto:a@example.com,b@example.com",
            "tel:",
            "tel:*21#",
            "tel:12",
        ] {
            assert_eq!(of(bad), None, "{bad}");
        }
    }
}
