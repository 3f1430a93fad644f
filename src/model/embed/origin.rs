//! Whose page it is.

/// An origin as browsers write it: scheme, host and perhaps a port. Nothing else can be told something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

/// The longest name that a host can have, with scheme and port.
const LONGEST: usize = 270;

impl Origin {
    /// Checks an origin.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))?;
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !port.contains(']') => (host, Some(port)),
            _ => (rest, None),
        };
        let port_fits = port.is_none_or(|port| {
            (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit())
        });
        (text.len() <= LONGEST && is_host(host) && port_fits).then(|| Self(text.to_owned()))
    }

    /// The whole origin.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a person calls it: without the scheme.
    pub fn name(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, name)| name)
    }
}

/// A browser writes names in small letters, those of other scripts in ASCII.
fn is_host(host: &str) -> bool {
    let name =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-_".contains(&byte);
    let address = |byte: u8| byte.is_ascii_hexdigit() || byte == b':' || byte == b'.';
    match host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
    {
        Some(inner) => !inner.is_empty() && inner.bytes().all(address),
        None => !host.is_empty() && host.bytes().all(name),
    }
}
