//! Words inside a line.

/// A stretch of words that are all of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Words that weigh more.
    Strong(String),
    /// Words that are stressed, or a title of a work.
    Emphasis(String),
    /// Something to be typed or quoted letter by letter.
    Code(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// Where they lead.
        to: Link,
    },
    /// A blank to be filled in; the writers set it in brackets.
    Placeholder(String),
}

/// The words of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(pub Vec<Span>);

/// Where a link may lead: a page by `https`, an address by `mailto`, a number by `tel`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Link {
    /// The target if it is one that a document may lead to; what is not ASCII is percent-encoded.
    pub fn parse(target: &str) -> Option<Self> {
        let (scheme, rest) = target.trim().split_once(':')?;
        let scheme = scheme.to_ascii_lowercase();
        let sound = match scheme.as_str() {
            "https" => is_page(rest),
            "mailto" => is_address(rest),
            "tel" => is_number(rest),
            _ => false,
        };
        (sound && is_uri(rest)).then(|| Self(format!("{scheme}:{}", encoded(rest))))
    }

    /// The target as a URI.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_page(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    host.split('.').all(label) && port.parse::<u16>().is_ok()
}

fn is_address(rest: &str) -> bool {
    let address = rest.split('?').next().unwrap_or_default();
    let mut halves = address.split('@');
    let mut half = || halves.next().is_some_and(|half| !half.is_empty());
    half() && half() && halves.next().is_none()
}

fn is_number(rest: &str) -> bool {
    rest.bytes().any(|b| b.is_ascii_digit())
        && rest
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.();=*".contains(&b))
}

/// Nothing that a URI cannot hold, and every percent sign followed by two digits.
fn is_uri(rest: &str) -> bool {
    let percent = rest.split('%').skip(1).all(|tail| {
        tail.as_bytes()
            .get(..2)
            .is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
    });
    percent
        && rest.matches('#').count() <= 1
        && !rest
            .chars()
            .any(|c| c.is_control() || c.is_whitespace() || "\"<>\\^`{|}[]".contains(c))
}

fn encoded(rest: &str) -> String {
    let mut uri = String::with_capacity(rest.len());
    for byte in rest.bytes() {
        if byte.is_ascii() {
            uri.push(char::from(byte));
        } else {
            add!(uri, "%{byte:02X}");
        }
    }
    uri
}

impl Span {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words that weigh more.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }

    /// Words that are stressed.
    pub fn emphasis(text: impl Into<String>) -> Self {
        Self::Emphasis(text.into())
    }

    /// Something letter by letter.
    pub fn code(text: impl Into<String>) -> Self {
        Self::Code(text.into())
    }

    /// A blank to be filled in, without its brackets.
    pub fn placeholder(text: impl Into<String>) -> Self {
        Self::Placeholder(text.into())
    }

    /// Words that lead to the target; plain words if it is none that a document may lead to.
    pub fn link(text: impl Into<String>, target: &str) -> Self {
        match Link::parse(target) {
            Some(to) => Self::Link {
                text: text.into(),
                to,
            },
            None => Self::Text(text.into()),
        }
    }

    /// Its words, without what marks their kind.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text)
            | Self::Strong(text)
            | Self::Emphasis(text)
            | Self::Code(text)
            | Self::Placeholder(text)
            | Self::Link { text, .. } => text,
        }
    }
}

impl From<&str> for Spans {
    fn from(text: &str) -> Self {
        Self(vec![Span::text(text)])
    }
}

impl From<String> for Spans {
    fn from(text: String) -> Self {
        Self(vec![Span::Text(text)])
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Self(vec![span])
    }
}

impl From<Vec<Span>> for Spans {
    fn from(spans: Vec<Span>) -> Self {
        Self(spans)
    }
}

impl<const N: usize> From<[Span; N]> for Spans {
    fn from(spans: [Span; N]) -> Self {
        Self(spans.into())
    }
}

impl Spans {
    /// All its words, without what marks their kinds.
    pub fn words(&self) -> String {
        self.0.iter().map(Span::words).collect()
    }

    /// Whether there is nothing to be seen in it.
    pub fn is_empty(&self) -> bool {
        let nothing = |span: &Span| match span {
            // Its brackets are there all the same.
            Span::Placeholder(_) => false,
            span => span.words().is_empty(),
        };
        self.0.iter().all(nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sound_targets_become_links() {
        for (target, uri) in [
            ("https://example.org", "https://example.org"),
            (
                " HTTPS://example.org/a(b)?c=d#e ",
                "https://example.org/a(b)?c=d#e",
            ),
            (
                "https://example.org:8443/é%20",
                "https://example.org:8443/%C3%A9%20",
            ),
            (
                "mailto:a@b.example?subject=x",
                "mailto:a@b.example?subject=x",
            ),
            ("tel:+1-555-0100", "tel:+1-555-0100"),
        ] {
            let span = Span::link("x", target);
            assert!(
                matches!(&span, Span::Link { to, .. } if to.as_str() == uri),
                "{target}: {span:?}"
            );
        }
        for target in [
            "",
            "x",
            "https:",
            "https://",
            "https:example.org",
            "http://example.org",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://user@example.org",
            "https://a..b",
            "https://a b",
            "https://a/<b>",
            "https://a/\"",
            "https://a/%",
            "https://a/%g0",
            "https://a/#b#c",
            "https://a:99999",
            "file:///etc/passwd",
            "mailto:",
            "mailto:a",
            "mailto:a@b@c",
            "mailto:@b",
            "tel:",
            "tel:abc def",
            "tel:5\u{7}",
            "https://[::1]/",
        ] {
            assert_eq!(Span::link("x", target), Span::text("x"), "{target}");
        }
    }
}
