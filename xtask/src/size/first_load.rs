//! Which files a first visit loads.

/// Whether the first load holds the file: the page, what its `link` and `script` tags name, and the modules that come with
/// the glue.
pub fn is_first(page: &str, name: &str) -> bool {
    name == "index.html" || name.starts_with("snippets/") || tags(page).any(|tag| names(tag, name))
}

fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter(|tag| tag.starts_with("link ") || tag.starts_with("script "))
        // Another language's page is a link to follow, not a part of this one.
        .filter(|tag| !tag.contains("rel=\"alternate\""))
}

/// Whether an attribute's whole value is the file's address.
fn names(tag: &str, name: &str) -> bool {
    tag.split('"')
        .skip(1)
        .step_by(2)
        .any(|value| value.strip_prefix("./").unwrap_or(value) == name)
}

#[cfg(test)]
mod tests {
    use super::is_first;

    const PAGE: &str = r#"<head><link rel="preload" href="./app.wasm"><link rel="stylesheet" href="main.css">
<script type="module" src="./boot.js" data-js="./app.js"></script><meta name="x" content="packs/a.json"></head>"#;

    #[test]
    fn counts_what_the_page_s_tags_name() {
        for name in [
            "index.html",
            "app.wasm",
            "main.css",
            "boot.js",
            "app.js",
            "snippets/x/inline0.js",
        ] {
            assert!(is_first(PAGE, name), "{name}");
        }
        for name in ["packs/a.json", "release.json", "p.js", "worker.wasm"] {
            assert!(!is_first(PAGE, name), "{name}");
        }
    }
}
