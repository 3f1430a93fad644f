//! What a web person needs beside the files: headers for three common hosts, and a guide of one page.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use super::manifest::Entry;
use super::{embed, html};
use crate::server::is_named_by_content;

const NETLIFY: &str = include_str!("../../../hosting/_headers");
const APACHE: &str = include_str!("../../../hosting/htaccess");
const NGINX: &str = include_str!("../../../hosting/nginx.conf");
const GUIDE: &str = include_str!("../../../hosting/HOSTING.md");
const EMBEDDING: &str = include_str!("../../../docs/embed.md");

/// The address that the documents use where nobody names one.
pub const EXAMPLE: &str = "https://tool.example/";

/// What a release is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Where it will lie, with a slash at the end.
    pub address: String,
    /// The sites that may show it in a frame.
    pub hosts: Vec<String>,
}

impl Site {
    /// Checks what was typed.
    ///
    /// # Errors
    /// The address is no https address of a folder, or a host is no origin.
    pub fn new(address: Option<&str>, hosts: &[String]) -> Result<Self> {
        let mut address = address.unwrap_or(EXAMPLE).to_owned();
        if !address.ends_with('/') {
            address.push('/');
        }
        let plain = |text: &str| {
            let odd = |c: char| c.is_whitespace() || c.is_control() || "\"'<>;,`\\?#".contains(c);
            text.starts_with("https://") && text.len() > 8 && !text.contains(odd)
        };
        ensure!(
            plain(&address),
            "--address {address}: use the https address of the folder, as {EXAMPLE}"
        );
        for host in hosts {
            let bare = host.matches('/').count() == 2;
            ensure!(
                plain(host) && bare,
                "--host {host}: use a site without a path, as https://www.example.com"
            );
        }
        Ok(Self {
            address,
            hosts: hosts.to_vec(),
        })
    }

    fn ancestors(&self) -> String {
        let mut all = vec!["'self'".to_owned()];
        all.extend(self.hosts.iter().cloned());
        all.join(" ")
    }
}

/// The files for a web person, by their place in the zip.
///
/// # Errors
/// The page has no policy, or the documents are not as expected.
pub fn files(
    page: &str,
    version: &str,
    files: &BTreeMap<String, Entry>,
    site: &Site,
) -> Result<Vec<(&'static str, String)>> {
    let (with, without) = snippets(&site.address)?;
    let policy = html::policy(page)?.to_owned();
    let whole = format!("{policy}; frame-ancestors {}", site.ancestors());
    let values = [
        ("version", version.to_owned()),
        ("policy", policy),
        ("hosts", site.ancestors()),
        ("files", rules(files, &whole)),
        ("address", site.address.clone()),
        ("script", with.clone()),
        ("frame", without.clone()),
    ];
    let filled = |text: &str| {
        let mut text = text.to_owned();
        for (name, value) in &values {
            text = text.replace(&format!("{{{{{name}}}}}"), value);
        }
        text
    };
    let sample = embed::sample(&site.address);
    Ok(vec![
        ("HOSTING.md", filled(GUIDE)),
        ("headers/netlify-or-cloudflare/_headers", filled(NETLIFY)),
        ("headers/apache/.htaccess", filled(APACHE)),
        ("headers/nginx/sla-gap.conf", filled(NGINX)),
        ("embed/embed.md", EMBEDDING.replace(EXAMPLE, &site.address)),
        ("embed/sample.html", sample),
        ("embed/with-script.html", with + "\n"),
        ("embed/without-script.html", without + "\n"),
    ])
}

/// The two snippets of the document on embedding, for an address.
fn snippets(address: &str) -> Result<(String, String)> {
    let mut found = EMBEDDING.split("```html\n").skip(1).map(|rest| {
        let text = rest.split("\n```").next().unwrap_or_default();
        text.replace(EXAMPLE, address)
    });
    let both = found.next().zip(found.next());
    both.context("docs/embed.md has no two snippets")
}

/// A rule a file: these hosts join the values of all rules that fit, so that each file may have but one.
fn rules(files: &BTreeMap<String, Entry>, policy: &str) -> String {
    let rule = |name: &str| {
        let cache = if is_named_by_content(name) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let resource = if name == embed::SCRIPT {
            "cross-origin"
        } else {
            "same-origin"
        };
        let mut rule = format!(
            "/{name}\n  Cache-Control: {cache}\n  Cross-Origin-Resource-Policy: {resource}"
        );
        if is_page(name) {
            rule.push_str("\n  Content-Security-Policy: ");
            rule.push_str(policy);
        }
        rule
    };
    let mut all = vec![rule("")];
    all.extend(files.keys().map(|name| rule(name)));
    all.push(rule(super::manifest::NAME));
    all.join("\n")
}

/// The tool's own pages: the folder itself, and one a language. The sample of a host page is none of them.
fn is_page(name: &str) -> bool {
    let stem = name.strip_suffix(".html");
    name.is_empty() || stem.is_some_and(|stem| stem == "index" || stem.len() == 2)
}

#[cfg(test)]
mod tests;
