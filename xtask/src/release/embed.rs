//! What a host page needs: the script that makes the frame, and a page that shows how.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The script's name: always the same, because other people's pages name it.
pub const SCRIPT: &str = "embed.js";

/// The sample page's name in the release.
pub const SAMPLE: &str = "embed-sample.html";

const SCRIPT_SOURCE: &str = include_str!("../../../embed/embed.js");
const SAMPLE_SOURCE: &str = include_str!("../../../embed/host.html");

/// Puts both into the release.
///
/// # Errors
/// A file cannot be written.
pub fn write(staging: &Path) -> Result<()> {
    for (name, text) in [(SCRIPT, script()), (SAMPLE, SAMPLE_SOURCE.to_owned())] {
        fs::write(staging.join(name), text).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(())
}

/// The sample page for a release that lies at an address.
#[must_use]
pub fn sample(address: &str) -> String {
    let script = format!("src=\"{address}{SCRIPT}\"");
    SAMPLE_SOURCE.replace("src=\"embed.js\"", &script)
}

/// The script without its comments and indents: every visitor of a host page loads it.
#[must_use]
pub fn script() -> String {
    let lines = SCRIPT_SOURCE.lines().map(str::trim);
    let mut text: Vec<&str> = lines.filter(|line| !line.starts_with("//")).collect();
    text.push("");
    text.join("\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{SAMPLE_SOURCE, SCRIPT_SOURCE, script};
    use std::io::Write as _;

    /// The value of the script's line that begins so.
    fn value(line: &str) -> String {
        let text = SCRIPT_SOURCE.split_once(line).unwrap().1;
        text.split('"').nth(1).unwrap().to_owned()
    }

    #[test]
    fn the_script_is_small() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(script().as_bytes()).unwrap();
        let size = packed.finish().unwrap().len();
        assert!(size < 900, "{size} bytes");
        assert!(!script().contains("//") && script().ends_with("})();\n"));
    }

    #[test]
    fn every_permission_is_explained() {
        let guide = include_str!("../../../docs/embed.md");
        let sandbox = value("frame.sandbox =");
        let allow = "clipboard-write; web-share";
        assert!(
            SCRIPT_SOURCE.contains("`clipboard-write${navigator.share ? \"; web-share\" : \"\"}`")
        );
        for token in sandbox.split(' ').chain(allow.split("; ")) {
            assert!(guide.contains(&format!("| `{token}` |")), "{token}");
        }
        // The frame without a script asks for the same.
        assert!(
            guide.contains(&format!("sandbox=\"{sandbox}\"")),
            "{sandbox}"
        );
        assert!(guide.contains(&format!("allow=\"{allow}\"")), "{allow}");
    }

    #[test]
    fn the_sample_uses_the_script() {
        assert!(SAMPLE_SOURCE.contains("<script src=\"embed.js\" "));
    }
}
