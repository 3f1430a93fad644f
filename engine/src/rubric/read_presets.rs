//! The file of ready-made values.

use super::error::Problem;
use super::node::{Node, Read, distinct};
use super::presets::{OpenWindow, OpeningHours, Presets, PublishedLevel, ServicePreset};
use super::read_guides::read_address;
use crate::calendar::WEEK;

pub(super) fn read_presets(pack: &Node) -> Read<Presets> {
    let file = pack.field("presets")?;
    let opening_hours = file.list("opening_hours", |node| {
        Ok(OpeningHours {
            id: node.text("id")?,
            title: node.text("title")?,
            windows: node.list("windows", read_window)?,
        })
    })?;
    distinct(&file, &opening_hours, |hours| &hours.id)?;
    let published = file.list("published", |node| {
        Ok(PublishedLevel {
            id: node.text("id")?,
            title: node.text("title")?,
            target_percent: read_percent(node)?,
            period: node.text("period")?,
            counting: node.text("counting")?,
            note: node.text("note")?,
            dated: node.parse("dated", "a day, such as 2026-11-21")?,
            url: read_address(node)?,
        })
    })?;
    distinct(&file, &published, |level| &level.id)?;
    let services = file.list("services", |node| {
        Ok(ServicePreset {
            id: node.text("id")?,
            title: node.text("title")?,
            definition: node.text("definition")?,
            measurement: node.text("measurement")?,
        })
    })?;
    distinct(&file, &services, |service| &service.id)?;
    Ok(Presets {
        opening_hours,
        published,
        services,
    })
}

fn read_window(node: &Node) -> Read<OpenWindow> {
    Ok(OpenWindow {
        day: node.word("day", &WEEK, "Mon, Tue, Wed, Thu, Fri, Sat, Sun")?,
        from: read_minute(node, "from")?,
        to: read_minute(node, "to")?,
    })
}

/// Minutes after midnight from `08:30`.
fn read_minute(node: &Node, name: &str) -> Read<u16> {
    let text = node.text(name)?;
    if let &[h1, h2, b':', m1, m2] = text.as_bytes() {
        let digit = |byte: u8| u16::from(byte.wrapping_sub(b'0'));
        let digits = [h1, h2, m1, m2].iter().all(u8::is_ascii_digit);
        if digits && digit(h1) * 10 + digit(h2) < 24 && digit(m1) < 6 {
            return Ok((digit(h1) * 10 + digit(h2)) * 60 + digit(m1) * 10 + digit(m2));
        }
    }
    Err(node
        .field(name)?
        .error(Problem::Expected("a time of day, such as 08:30")))
}

/// A percentage, left as it is written: more than 0, at most 100, six digits after the point at most.
fn read_percent(node: &Node) -> Read<String> {
    let text = node.text("target_percent")?;
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if digits(whole, 3) && digits(part, 6) {
        let whole: u32 = whole.parse().unwrap_or(u32::MAX);
        let rest = part.bytes().any(|byte| byte != b'0');
        if (whole < 100 && (whole > 0 || rest)) || (whole == 100 && !rest) {
            return Ok(text);
        }
    }
    let what = "a percentage above 0 and at most 100, such as 99.9";
    Err(node.field("target_percent")?.error(Problem::Expected(what)))
}
