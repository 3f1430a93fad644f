//! The file of ready-made values.

use super::node::Node;
use super::presets::{OpenWindow, OpeningHours, Presets, PublishedLevel, ServicePreset};
use super::read_guides::read_address;
use crate::calendar::WEEK;

pub(super) fn read_presets(pack: &Node) -> Presets {
    let file = pack.field("presets");
    for list in ["opening_hours", "published", "services"] {
        file.distinct(list, "id");
    }
    Presets {
        opening_hours: file.list("opening_hours", |node| {
            Some(OpeningHours {
                id: node.text("id"),
                title: node.text("title"),
                windows: node.list("windows", read_window),
            })
        }),
        published: file.list("published", |node| {
            Some(PublishedLevel {
                dated: node.day("dated")?,
                id: node.text("id"),
                title: node.text("title"),
                target_percent: read_percent(node),
                period: node.text("period"),
                counting: node.text("counting"),
                note: node.text("note"),
                url: read_address(node),
            })
        }),
        services: file.list("services", |node| {
            Some(ServicePreset {
                id: node.text("id"),
                title: node.text("title"),
                definition: node.text("definition"),
                measurement: node.text("measurement"),
            })
        }),
    }
}

fn read_window(node: &Node) -> Option<OpenWindow> {
    Some(OpenWindow {
        day: node.word("day", &WEEK, "Mon, Tue, Wed, Thu, Fri, Sat, Sun")?,
        from: read_minute(node, "from"),
        to: read_minute(node, "to"),
    })
}

/// Minutes after midnight from `08:30`.
fn read_minute(node: &Node, name: &str) -> u16 {
    let node = node.field(name);
    if let &[h1, h2, b':', m1, m2] = node.own_text().as_bytes() {
        let digit = |byte: u8| u16::from(byte.wrapping_sub(b'0'));
        let digits = [h1, h2, m1, m2].iter().all(u8::is_ascii_digit);
        if digits && digit(h1) * 10 + digit(h2) < 24 && digit(m1) < 6 {
            return (digit(h1) * 10 + digit(h2)) * 60 + digit(m1) * 10 + digit(m2);
        }
    }
    node.expect("a time of day, such as 08:30");
    0
}

/// A percentage, left as it is written: more than 0, at most 100, six digits after the point at most.
fn read_percent(node: &Node) -> String {
    let node = node.field("target_percent");
    let text = node.own_text();
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let percent = whole.parse().unwrap_or(u32::MAX);
    let rest = part.bytes().any(|byte| byte != b'0');
    let in_range = (percent < 100 && (percent > 0 || rest)) || (percent == 100 && !rest);
    if !(digits(whole, 3) && digits(part, 6) && in_range) {
        node.expect("a percentage above 0 and at most 100, such as 99.9");
    }
    text.to_owned()
}
