//! The page of one language as it stands before any program has arrived.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::html::escape;
use crate::paths;

/// What a language's page says, as `examples/prerender.rs` draws it.
pub struct Drawn(Value);

/// Draws the page of a language natively, from the parts that the program is made of.
///
/// # Errors
/// The example does not build, or cannot read the packs.
pub fn draw(language: &str, catalogue: &Path, brand: &Path, words: Option<&Path>) -> Result<Drawn> {
    let mut command = Command::new("cargo");
    command
        .current_dir(paths::root())
        .args(["run", "--quiet", "--locked", "--offline"])
        .args([
            "--package",
            "sla-gap",
            "--example",
            "prerender",
            "--",
            language,
        ])
        .arg(catalogue)
        .arg(brand)
        .args(words);
    let out = command.output().context("cargo does not start")?;
    ensure!(
        out.status.success(),
        "the first screen cannot be drawn:\n{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let value = serde_json::from_slice(&out.stdout).context("what was drawn is not JSON")?;
    Ok(Drawn(value))
}

impl Drawn {
    fn text(&self, name: &str) -> Result<&str> {
        let text = self.0[name].as_str();
        text.with_context(|| format!("the drawn page has no `{name}`"))
    }

    /// The locale of its words.
    ///
    /// # Errors
    /// It has none.
    pub fn lang(&self) -> Result<&str> {
        self.text("lang")
    }

    /// The brand's locale, if it has one.
    #[must_use]
    pub fn brand_locale(&self) -> Option<&str> {
        self.0["brand_locale"].as_str()
    }

    /// The brand's colors, as a rule for the style sheet.
    pub fn colors(&self) -> String {
        let pairs = self.0["colors"].as_array().into_iter().flatten();
        let rules =
            pairs.filter_map(|pair| Some([pair[0].as_str()?, ": ", pair[1].as_str()?].concat()));
        let rules: Vec<_> = rules.collect();
        if rules.is_empty() {
            return String::new();
        }
        format!(":root {{ {} }}\n", rules.join("; "))
    }

    /// The page with its language, title, description, first screen and what is to be read without scripts.
    ///
    /// # Errors
    /// The page lacks a place for one of them.
    pub fn stamp(&self, page: &str) -> Result<String> {
        let title = escape(self.text("title")?);
        let description = escape(self.text("description")?);
        let failed = format!(
            "hidden>{} <a href=\"?\">{}</a></p>",
            escape(self.text("failed")?),
            escape(self.text("failed_again")?)
        );
        let facts = self.0["facts"].to_string().replace('<', "\\u003c");
        let head = format!(
            "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <meta property=\"og:type\" content=\"website\">\n<meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n<meta property=\"og:locale\" content=\"{}\">\n\
             <meta property=\"og:image\" content=\"social.png\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n\
             <script type=\"application/ld+json\">{facts}</script>",
            self.lang()?.replace('-', "_"),
        );
        let screen = format!(
            "<div id=\"app\" class=\"first\">{}</div>",
            self.text("screen")?
        );
        let reading = format!("<noscript>{}</noscript>", self.text("reading")?);
        let mut out = page.to_owned();
        for (place, stamped) in [
            (
                "<html lang=\"en-US\">",
                format!("<html lang=\"{}\">", self.lang()?),
            ),
            ("<title>SLA Gap</title>", head),
            ("<div id=\"app\"></div>", screen),
            ("hidden></p>", failed),
            ("<noscript></noscript>", reading),
        ] {
            if out.matches(place).count() != 1 {
                bail!("index.html should hold {place} once");
            }
            out = out.replace(place, &stamped);
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Drawn;
    use serde_json::json;

    const PAGE: &str = "<html lang=\"en-US\"><head><title>SLA Gap</title></head><body><div id=\"app\"></div>\
                        <p hidden></p><noscript></noscript></body></html>";

    #[test]
    fn stamps_every_place_and_lets_no_text_become_markup() {
        let drawn = Drawn(json!({
            "lang": "es-US", "title": "<T>", "description": "\"D\"", "failed": "F", "failed_again": "again",
            "screen": "<h1>S</h1>", "reading": "<p>R</p>", "facts": { "name": "</script>" },
        }));
        let page = drawn.stamp(PAGE).unwrap();
        for part in [
            "<html lang=\"es-US\">",
            "<title>&lt;T></title>",
            "content=\"&quot;D&quot;\"",
            "<div id=\"app\" class=\"first\"><h1>S</h1></div>",
            "hidden>F <a href=\"?\">again</a></p>",
            "<noscript><p>R</p></noscript>",
            "\\u003c/script>",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(drawn.stamp("<html>").is_err());
    }
}
