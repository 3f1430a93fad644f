//! One style sheet out of many: written a file per component, asked for once.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::manifest;

/// Joins the page's style sheets in their order, and `more` rules, into one file named by its content, and points the page at it.
///
/// # Errors
/// The page names no style sheet, or one cannot be read.
pub fn join(staging: &Path, page: &str, more: &str) -> Result<String> {
    let mut out = String::with_capacity(page.len());
    let mut sheet = String::new();
    let mut first = None;
    let mut rest = page;
    while let Some(start) = rest.find("<link rel=\"stylesheet\"") {
        let (before, link) = rest.split_at(start);
        let end = link
            .find('>')
            .context("a <link> in index.html does not end")?
            + 1;
        out.push_str(before);
        first.get_or_insert(out.len());
        let file = staging.join(address(&link[..end])?);
        sheet.push_str(
            &fs::read_to_string(&file)
                .with_context(|| format!("cannot read {}", file.display()))?,
        );
        fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        rest = &link[end..];
    }
    out.push_str(rest);
    let Some(at) = first else {
        bail!("index.html names no style sheet")
    };
    sheet.push_str(more);
    let sheet = smaller(&sheet);
    let name = format!(
        "styles-{}.css",
        manifest::short(&manifest::sha256(sheet.as_bytes()))
    );
    fs::write(staging.join(&name), sheet).with_context(|| format!("cannot write {name}"))?;
    out.insert_str(at, &format!("<link rel=\"stylesheet\" href=\"./{name}\">"));
    Ok(out)
}

/// The file that a link asks for, without the `./` of a relative address.
fn address(link: &str) -> Result<&str> {
    let (_, after) = link
        .split_once("href=\"")
        .context("a style sheet's <link> has no href")?;
    let (href, _) = after
        .split_once('"')
        .context("a style sheet's href does not end")?;
    Ok(href.trim_start_matches("./"))
}

/// Without comments and indentation. Nothing else is touched: compression does the rest.
fn smaller(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines: Vec<&str> = out
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::{join, smaller};

    #[test]
    fn joins_in_order_and_removes_the_parts() {
        let folder = std::env::temp_dir().join(format!("sla-gap-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.css"), "/* one */\na { b: c }\n").unwrap();
        std::fs::write(folder.join("b.css"), "d { e: f }").unwrap();
        let page = r#"<head><link rel="stylesheet" href="./a.css" integrity="x"><title>t</title><link rel="stylesheet" href="./b.css"></head>"#;
        let out = join(&folder, page, "").unwrap();
        let files: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        let [name] = files.as_slice() else {
            panic!("one file is left, not {files:?}")
        };
        assert_eq!(
            out,
            format!("<head><link rel=\"stylesheet\" href=\"./{name}\"><title>t</title></head>")
        );
        assert_eq!(
            std::fs::read_to_string(folder.join(name)).unwrap(),
            "a { b: c }\nd { e: f }"
        );
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(join(&folder, "<head></head>", "").is_err());
    }

    #[test]
    fn an_open_comment_ends_the_sheet_as_in_a_browser() {
        assert_eq!(smaller("a{}\n /* x"), "a{}");
    }
}
