//! What makes the page installable: its manifest, its icons, and the worker that keeps a release for use without a network.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::manifest::{self, Entry};

/// The worker's name: always the same, because a browser looks there for a newer one.
pub const WORKER: &str = "sw.js";

const SOURCE: &str = include_str!("../../../sw.js");

/// The ground, and the bars of a timeline with its gap: left, top, right, bottom and color, in sixty-fourths of the side.
const GROUND: [u8; 3] = [0x0b, 0x5c, 0x58];
const BARS: [(u32, u32, u32, u32, [u8; 3]); 4] = [
    (14, 19, 50, 25, [0xff, 0xff, 0xff]),
    (14, 29, 27, 35, [0xff, 0xff, 0xff]),
    (37, 29, 50, 35, [0xff, 0xff, 0xff]),
    (14, 39, 50, 45, [0x74, 0xd5, 0xcb]),
];

/// Writes the manifest and the icons.
pub fn write(staging: &Path) -> Result<()> {
    let put = |name: &str, bytes: &[u8]| {
        fs::write(staging.join(name), bytes).with_context(|| format!("cannot write {name}"))
    };
    put("icon.svg", svg().as_bytes())?;
    let mut icons = vec![
        json!({ "src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" }),
    ];
    for side in [192, 512] {
        let name = format!("icon-{side}.png");
        put(&name, &png(side)?)?;
        // The drawing keeps to the middle, so that any mask may cut it.
        for purpose in ["any", "maskable"] {
            icons.push(json!({
                "src": name, "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": purpose
            }));
        }
    }
    let app = json!({
        "name": "SLA Gap", "short_name": "SLA Gap", "lang": "en-US", "id": "./", "start_url": "./", "scope": "./",
        "display": "standalone", "background_color": "#ffffff", "theme_color": color(GROUND), "icons": icons
    });
    put("manifest.webmanifest", manifest::text(app).as_bytes())
}

/// The worker as it is before it knows its release, which has another name when the worker changes.
pub fn source() -> Entry {
    Entry {
        size: SOURCE.len(),
        sha256: manifest::sha256(SOURCE.as_bytes()),
    }
}

/// The worker for a release of this name, which holds these files.
pub fn worker(version: &str, files: &BTreeMap<String, Entry>) -> String {
    let hashes: serde_json::Map<_, _> = files
        .iter()
        .map(|(name, entry)| (name.clone(), json!(entry.sha256)))
        .collect();
    SOURCE
        .replace("{{release}}", version)
        .replace("{{files}}", &manifest::text(hashes.into()))
}

fn color([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn svg() -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{}\"/>",
        color(GROUND)
    );
    for (left, top, right, bottom, fill) in BARS {
        let (width, height, fill) = (right - left, bottom - top, color(fill));
        let bar = format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        );
        out.push_str(&bar);
    }
    out.push_str("</svg>");
    out
}

/// The same drawing as a PNG without rounded corners: every edge falls between two pixels, so nothing is smoothed.
fn png(side: u32) -> Result<Vec<u8>> {
    let mut rows = Vec::new();
    for y in 0..side {
        // No filter.
        rows.push(0);
        for x in 0..side {
            let (at_x, at_y) = (x * 64 / side, y * 64 / side);
            let bar = BARS.iter().find(|(left, top, right, bottom, _)| {
                (left..right).contains(&&at_x) && (top..bottom).contains(&&at_y)
            });
            rows.extend(bar.map_or(GROUND, |bar| bar.4));
        }
    }
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&rows)?;
    let mut head = Vec::new();
    head.extend(side.to_be_bytes());
    head.extend(side.to_be_bytes());
    // Eight bits, three colors, and the only ways there are.
    head.extend([8, 2, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [
        (b"IHDR", head),
        (b"IDAT", packed.finish()?),
        (b"IEND", Vec::new()),
    ] {
        out.extend(u32::try_from(data.len())?.to_be_bytes());
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(&data);
        out.extend(kind);
        out.extend(data);
        out.extend(sum.sum().to_be_bytes());
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Entry, png, svg, worker};
    use std::collections::BTreeMap;

    #[test]
    fn the_worker_names_every_file_by_its_content() {
        let entry = Entry {
            size: 1,
            sha256: "ab".repeat(32),
        };
        let text = worker("1+2", &BTreeMap::from([("app-1.js".to_owned(), entry)]));
        assert!(text.contains("const RELEASE = \"1+2\";"));
        assert!(text.contains(&format!("{{\"app-1.js\":\"{}\"}}", "ab".repeat(32))));
        assert!(!text.contains("{{"));
    }

    #[test]
    fn the_icons_are_pictures() {
        let picture = png(64).unwrap();
        assert_eq!(picture.get(1..4).unwrap(), b"PNG");
        assert_eq!(picture.get(16..24).unwrap(), [0, 0, 0, 64, 0, 0, 0, 64]);
        assert!(picture.ends_with(&[0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]));
        assert_eq!(svg().matches("<rect").count(), 5);
    }
}
