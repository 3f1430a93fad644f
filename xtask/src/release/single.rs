//! The release as one HTML file that runs from a disk, with no request of any kind.
//!
//! The entrance is left out: what comes with one file need not come in two steps. Programs and catalogue lie in the page as
//! base64 of gzip, which every browser unpacks by itself; scripts and styles stand in the page under a policy of hashes.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use super::edition::Edition;
use super::html;
use crate::{paths, pins};

const PAGE: &str = include_str!("../../../single/page.html");
const THEME: &str = include_str!("../../../single/theme.js");
const BOOT: &str = include_str!("../../../single/boot.js");
const STYLE: &str = include_str!("../../../single/single.css");

/// The brand whose file is made when nobody names another.
pub const BRAND: &str = "sla-gap";

/// Where a brand's file stands once it is made.
#[must_use]
pub fn place(brand: &str) -> PathBuf {
    paths::target().join("single").join(format!("{brand}.html"))
}

/// Makes the file out of the release in `dist`.
///
/// # Errors
/// There is no release, it holds what this step does not know, or the file is larger than its budget.
pub fn make(dist: &Path, edition: &Edition, file: &Path) -> Result<usize> {
    let page = assemble(dist, edition)?;
    ensure!(
        page.len() <= pins::SINGLE_FILE_BUDGET,
        "the single file has {} bytes, its budget is {}",
        page.len(),
        pins::SINGLE_FILE_BUDGET
    );
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(file, &page).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(page.len())
}

fn assemble(dist: &Path, edition: &Edition) -> Result<String> {
    let release = text(dist, "index.html").with_context(|| {
        format!(
            "{} holds no release: run `cargo xtask build`",
            dist.display()
        )
    })?;
    let named = |name: &str| html::meta(&release, &format!("sla-gap-{name}"));
    let styles = format!("{}\n{STYLE}", text(dist, html::style_sheet(&release)?)?);
    let glue = classic(&text(dist, named("app-js")?)?).context("the app's glue")?;
    let lab_glue = classic(&text(dist, named("lab-js")?)?).context("the worker's glue")?;
    let lab_script = format!("{lab_glue}\n{}", text(dist, named("lab-start")?)?);
    let policy = policy(&styles, &[THEME, &glue, BOOT]);
    let packed = |name: &str| Ok::<_, anyhow::Error>(base64(&gzip(&bytes(dist, named(name)?)?)?));
    let icon = edition.brand.logo.as_ref();
    let icon = icon.map_or("data:,", |logo| logo.image.as_str());
    fill(
        PAGE,
        &[
            ("policy", &policy),
            ("version", named("version")?),
            ("brand", &edition.id),
            ("name", &html::escape(&edition.brand.name)),
            ("icon", icon),
            ("brand-file", &base64(&gzip(edition.text.as_bytes())?)),
            ("styles", raw(&styles)?),
            ("theme", raw(THEME)?),
            ("lab-script", raw(&lab_script)?),
            ("lab", &packed("lab-wasm")?),
            ("catalogue-en", &packed("catalogue-en")?),
            ("catalogue-es", &packed("catalogue-es")?),
            ("words-es", &packed("words-es")?),
            ("app", &packed("app-wasm")?),
            ("glue", raw(&glue)?),
            ("boot", raw(BOOT)?),
        ],
    )
}

/// Only these scripts and this style sheet; no address may be asked for anything.
fn policy(styles: &str, scripts: &[&str]) -> String {
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
    let scripts: Vec<_> = scripts.iter().map(|text| hash(text)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; worker-src blob:; \
         base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(styles)
    )
}

/// The glue of wasm-bindgen as a plain script. A module could only be asked for by an address, and a file has none to give.
fn classic(module: &str) -> Result<String> {
    let export = "export { initSync, __wbg_init as default };";
    let address = "import.meta.url";
    for part in [export, address] {
        ensure!(
            module.matches(part).count() == 1,
            "it should hold `{part}` once: look at what this wasm-bindgen writes"
        );
    }
    let body = module
        .replace(export, "return __wbg_init;")
        .replace(address, "location.href");
    let of_modules = |line: &&str| {
        line.starts_with("import ") || line.starts_with("export ") || line.contains("import(")
    };
    if let Some(line) = body.lines().find(of_modules) {
        bail!("a plain script cannot hold `{line}`");
    }
    Ok(format!(
        "globalThis.slaGapGlue = (() => {{\n\"use strict\";\n{body}}})();"
    ))
}

/// The text as it may stand inside a script or style element, which end at their end tag wherever it stands.
fn raw(text: &str) -> Result<&str> {
    let small = text.to_ascii_lowercase();
    for bad in ["</script", "<script", "</style", "<!--", "\r", "\0"] {
        ensure!(
            !small.contains(bad),
            "{bad:?} cannot stand inside an element of the single file"
        );
    }
    Ok(text)
}

/// Fills every place `{{name}}` of the page once, and leaves none.
fn fill(page: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut out = String::with_capacity(1 << 20);
    let mut rest = page;
    let mut used = 0;
    while let Some((before, place)) = rest.split_once("{{") {
        let (name, after) = place
            .split_once("}}")
            .context("a place in single/page.html does not end")?;
        let value = values.iter().find(|(known, _)| *known == name);
        let (_, value) = value.with_context(|| format!("single/page.html asks for {name:?}"))?;
        out.push_str(before);
        out.push_str(value);
        used += 1;
        rest = after;
    }
    out.push_str(rest);
    ensure!(
        used == values.len(),
        "single/page.html has {used} places for {} parts",
        values.len()
    );
    Ok(out)
}

fn bytes(dist: &Path, name: &str) -> Result<Vec<u8>> {
    let path = dist.join(name.trim_start_matches("./"));
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn text(dist: &Path, name: &str) -> Result<String> {
    String::from_utf8(bytes(dist, name)?).with_context(|| format!("{name} is not text"))
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn base64(bytes: &[u8]) -> String {
    Base64::encode_string(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{PAGE, assemble, base64, classic, fill, raw};
    use crate::release::edition::Edition;
    use std::fs;

    #[test]
    fn base64_as_the_standard_says() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    const MODULE: &str = "let wasm;\nfunction __wbg_init() { return new URL('a_bg.wasm', import.meta.url); }\n\
                          export { initSync, __wbg_init as default };\n";

    #[test]
    fn a_module_becomes_a_plain_script_or_is_refused() {
        let script = classic(MODULE).unwrap();
        assert!(script.starts_with("globalThis.slaGapGlue = (() => {"));
        assert!(script.ends_with("return __wbg_init;\n})();"), "{script}");
        assert!(!script.contains("import") && !script.contains("export"));
        assert!(classic("let wasm;").is_err());
        assert!(classic(&format!("import {{ x }} from './snippets/x.js';\n{MODULE}")).is_err());
        assert!(classic(&format!("{MODULE}{MODULE}")).is_err());
    }

    #[test]
    fn nothing_ends_an_element_early() {
        assert!(raw("a < b && c").is_ok());
        for bad in ["'</SCRIPT>'", "<!-- x", "a\r\nb", "</style>"] {
            assert!(raw(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn every_place_is_filled_once_and_values_are_left_alone() {
        let page = fill("<{{a}}>{{b}}", &[("a", "{{b}}"), ("b", "2")]).unwrap();
        assert_eq!(page, "<{{b}}>2");
        assert!(fill("{{a}}", &[]).is_err());
        assert!(fill("", &[("a", "1")]).is_err());
    }

    #[test]
    fn the_page_says_what_a_preview_is() {
        assert!(PAGE.contains("This is a preview") && PAGE.contains("<noscript>"));
    }

    #[test]
    fn the_file_holds_all_and_asks_for_nothing() {
        let folder = std::env::temp_dir().join(format!("sla-gap-single-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let meta = |name: &str, file: &str| {
            fs::write(
                folder.join(file),
                if file.ends_with("js") { MODULE } else { "x" },
            )
            .unwrap();
            format!("<meta name=\"sla-gap-{name}\" content=\"./{file}\">")
        };
        let metas = [
            meta("app-js", "a.js"),
            meta("app-wasm", "a.wasm"),
            meta("lab-js", "l.js"),
            meta("lab-wasm", "l.wasm"),
            meta("lab-start", "s.js"),
            meta("catalogue-en", "c.json"),
            meta("catalogue-es", "d.json"),
            meta("words-es", "w.json"),
        ];
        let page = format!(
            "<head><link rel=\"stylesheet\" href=\"./s.css\"><meta name=\"sla-gap-version\" content=\"1+2\">{}</head>",
            metas.concat()
        );
        fs::write(folder.join("index.html"), page).unwrap();
        fs::write(folder.join("s.css"), "a{}").unwrap();
        let mut edition = Edition::of("mine").unwrap();
        edition.brand.name = "<b>&".to_owned();
        let made = assemble(&folder, &edition).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(made.contains("content=\"1+2\"") && made.contains("content=\"mine\""));
        assert!(made.contains("<title>&lt;b>&amp;</title>") && !made.contains("<b>&"));
        assert!(!made.contains("src=") && !made.contains("connect-src"));
        assert_eq!(made.matches("href=").count(), 1, "only the empty icon");
        assert_eq!(made.matches("'sha256-").count(), 4);
    }
}
