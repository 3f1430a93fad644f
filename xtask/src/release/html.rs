//! The two changes that a build makes to the page, and what is read from it again.

use anyhow::{Context, Result, bail, ensure};

/// Puts `<meta name content>` elements at the end of the head.
///
/// # Errors
/// The page has no `</head>`, or has a meta element of that name already.
pub fn add_metas(page: &str, metas: &[(&str, &str)]) -> Result<String> {
    let Some(end) = page.find("</head>") else {
        bail!("index.html has no </head>")
    };
    let (head, rest) = page.split_at(end);
    let mut out = head.to_owned();
    for (name, content) in metas {
        ensure!(
            !head.contains(&format!("name=\"{name}\"")),
            "index.html has a meta element {name} already"
        );
        out.push_str("<meta name=\"");
        out.push_str(&escape(name));
        out.push_str("\" content=\"");
        out.push_str(&escape(content));
        out.push_str("\">\n");
    }
    out.push_str(rest);
    Ok(out)
}

/// Puts markup at the end of the head.
///
/// # Errors
/// The page has no `</head>`.
pub fn add_to_head(page: &str, markup: &str) -> Result<String> {
    let (head, rest) = page
        .split_once("</head>")
        .context("the page has no </head>")?;
    Ok([head, markup, "</head>", rest].concat())
}

/// Points the page at a file's new name.
///
/// # Errors
/// The page does not name the file.
pub fn rename(page: &str, from: &str, to: &str) -> Result<String> {
    let (old, new) = (format!("/{from}\""), format!("/{to}\""));
    ensure!(page.contains(&old), "index.html does not ask for {from}");
    Ok(page.replace(&old, &new))
}

/// What the meta element of a name holds, as [`add_metas`] wrote it.
///
/// # Errors
/// The page has none.
pub fn meta<'a>(page: &'a str, name: &str) -> Result<&'a str> {
    value(page, &format!("<meta name=\"{name}\" content=\""))
        .with_context(|| format!("index.html has no meta element {name}"))
}

/// The page's own policy.
///
/// # Errors
/// The page has none.
pub fn policy(page: &str) -> Result<&str> {
    value(
        page,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"",
    )
    .context("index.html has no policy")
}

/// The address of the page's one style sheet.
///
/// # Errors
/// The page names none.
pub fn style_sheet(page: &str) -> Result<&str> {
    value(page, "<link rel=\"stylesheet\" href=\"").context("index.html names no style sheet")
}

fn value<'a>(page: &'a str, before: &str) -> Option<&'a str> {
    let (_, after) = page.split_once(before)?;
    Some(after.split_once('"')?.0)
}

/// A text as it stands in an attribute or an element.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{add_metas, meta, rename, style_sheet};

    #[test]
    fn puts_metas_at_the_end_of_the_head() {
        let page = "<html><head><title>x</title></head><body></body></html>";
        let out = add_metas(page, &[("a", "1"), ("b", "\"2\" <&>")]).unwrap();
        let expected = "<html><head><title>x</title><meta name=\"a\" content=\"1\">\n\
                        <meta name=\"b\" content=\"&quot;2&quot; &lt;&amp;>\">\n</head><body></body></html>";
        assert_eq!(out, expected);
        assert_eq!(meta(&out, "a").unwrap(), "1");
        assert!(meta(&out, "c").is_err() && style_sheet(&out).is_err());
    }

    #[test]
    fn refuses_a_page_without_a_head_and_a_second_meta_of_a_name() {
        assert!(add_metas("<p>", &[("a", "1")]).is_err());
        assert!(
            add_metas(
                "<head><meta name=\"a\" content=\"0\"></head>",
                &[("a", "1")]
            )
            .is_err()
        );
    }

    #[test]
    fn renames_every_mention() {
        let page =
            r#"<script src="./boot.js"></script><link href="./boot.js"><b data-x="notboot.js">"#;
        let out = rename(page, "boot.js", "boot-12.js").unwrap();
        assert_eq!(
            out,
            r#"<script src="./boot-12.js"></script><link href="./boot-12.js"><b data-x="notboot.js">"#
        );
        assert!(rename(page, "other.js", "x.js").is_err());
    }
}
