//! In the frame of somebody else's page: what the host page wishes, what it is told, and where links lead.
//!
//! The wishes come in the address, from a page that nobody here knows: each is checked, and what is not understood is as if it
//! had not been said.

mod follow;
mod hosted;
mod message;
mod origin;

pub use follow::{Follow, follow};
pub use hosted::{Consent, EmbedEvent, Hosted};
pub use message::{HostResult, Message, asked_theme};
pub use origin::Origin;

use super::Theme;
use crate::routes::Route;

/// More characters are no wishes of a host page.
const LONGEST: usize = 2_000;

/// Where everything but the quick check opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// In the frame.
    #[default]
    Here,
    /// In a tab of its own, where the whole page has room.
    Tab,
}

/// What the host page wishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// The first screen.
    pub start: Route,
    /// The theme, until the person chooses another.
    pub theme: Option<Theme>,
    /// The name of a brand's file in the release.
    pub brand: Option<String>,
    /// The language, as `es` or `es-US`.
    pub locale: Option<String>,
    /// Where the rest opens.
    pub rest: Rest,
    /// Whether the frame is made as high as the page in it.
    pub grows: bool,
    /// Who may be told something. Nobody else ever is.
    pub host: Option<Origin>,
    /// Whether the host asks for the result. The person decides.
    pub asks: bool,
}

impl Embed {
    /// Reads the part of the address after `#/embed?`.
    pub fn parse(wishes: &str) -> Self {
        let mut embed = Self::default();
        if wishes.len() > LONGEST {
            return embed;
        }
        for wish in wishes.split('&') {
            let Some((name, value)) = wish.split_once('=') else {
                continue;
            };
            let value = decoded(value);
            match name {
                "start" => embed.start = start(&value),
                "theme" => embed.theme = theme(&value),
                "brand" => embed.brand = Some(value).filter(|name| is_name(name)),
                "locale" => embed.locale = Some(value).filter(|name| is_locale(name)),
                "rest" if value == "tab" => embed.rest = Rest::Tab,
                "height" => embed.grows = value == "auto",
                "host" => embed.host = Origin::parse(&value),
                "result" => embed.asks = value == "ask",
                _ => {}
            }
        }
        // Without somebody to tell there is nothing to ask, and nobody to make the frame grow.
        embed.asks &= embed.host.is_some();
        embed.grows &= embed.host.is_some();
        embed
    }
}

/// The theme of exactly that name.
fn theme(name: &str) -> Option<Theme> {
    Theme::ALL.into_iter().find(|theme| theme.key() == name)
}

/// A screen that makes sense in a frame: a deck is for a room.
fn start(name: &str) -> Route {
    let route = match name {
        "quick" => Route::Assess,
        name => Route::parse(name).0,
    };
    if route == Route::Present {
        Route::Assess
    } else {
        route
    }
}

/// What may be part of a file's name.
fn is_name(name: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&name.len()) && name.bytes().all(sign)
}

/// `es`, `es-US`, `zh-Hant-TW`.
fn is_locale(name: &str) -> bool {
    let part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    name.len() <= 20 && name.split('-').all(part)
}

/// The characters behind `%41`; what is no such thing stays as it is.
fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        let byte = match (first, tail) {
            (b'%', [high, low, after @ ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| {
                rest = after;
                high * 16 + low
            }),
            _ => None,
        };
        out.push(byte.unwrap_or(*first));
    }
    String::from_utf8(out).unwrap_or_default()
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests;
