#![allow(clippy::unwrap_used)]

use super::super::manifest::Entry;
use super::{APACHE, NETLIFY, NGINX, Site, files};
use crate::server::SECURITY;
use std::collections::BTreeMap;

const PAGE: &str = include_str!("../../../../index.html");

fn made(site: &Site) -> BTreeMap<&'static str, String> {
    let entry = Entry {
        size: 1,
        sha256: String::new(),
    };
    let names = [
        "index.html",
        "es.html",
        "embed-sample.html",
        "app-0a1b2c3d.js",
        "embed.js",
        "brand.json",
        "sw.js",
    ];
    let list = names.iter().map(|name| ((*name).to_owned(), entry.clone()));
    files(PAGE, "0.1.0+x", &list.collect(), site)
        .unwrap()
        .into_iter()
        .collect()
}

#[test]
fn the_headers_say_what_the_page_says() {
    let policy = PAGE.split_once("Policy\" content=\"").unwrap().1;
    let policy = policy.split_once('"').unwrap().0;
    let host = "https://www.example.com".to_owned();
    let made = made(&Site::new(None, &[host]).unwrap());
    let whole = format!("{policy}; frame-ancestors 'self' https://www.example.com");
    for name in [
        "headers/netlify-or-cloudflare/_headers",
        "headers/apache/.htaccess",
        "headers/nginx/sla-gap.conf",
    ] {
        let text = made.get(name).unwrap();
        assert!(text.contains(&whole), "{name}: {text}");
        assert!(!text.contains("{{"), "{name}: {text}");
    }
}

#[test]
fn every_page_of_the_tool_has_the_policy_and_no_other_file() {
    let made = made(&Site::new(None, &[]).unwrap());
    let rules = made.get("headers/netlify-or-cloudflare/_headers").unwrap();
    let with: Vec<&str> = rules
        .split("\n/")
        .filter(|rule| rule.contains("\n  Content-Security-Policy: default-src 'none'"))
        .map(|rule| rule.lines().next().unwrap())
        .collect();
    assert_eq!(with, ["", "es.html", "index.html"]);
}

#[test]
fn the_headers_are_those_that_the_tests_run_with() {
    for (name, value) in SECURITY {
        for text in [NETLIFY, APACHE, NGINX] {
            // Which sites may show it in a frame is for each to say.
            assert!(
                *name == "Content-Security-Policy" || (text.contains(name) && text.contains(value)),
                "{name}: {value}"
            );
        }
    }
}

#[test]
fn only_names_with_a_hash_are_kept_for_ever() {
    let made = made(&Site::new(None, &[]).unwrap());
    let rules = made.get("headers/netlify-or-cloudflare/_headers").unwrap();
    let of = |name: &str| {
        let rule = rules
            .split_once(&format!("\n/{name}\n  Cache-Control: "))
            .unwrap()
            .1;
        rule.lines().take(2).collect::<Vec<_>>().join(" ")
    };
    assert!(of("app-0a1b2c3d.js").starts_with("public, max-age=31536000, immutable"));
    for name in [
        "",
        "index.html",
        "sw.js",
        "brand.json",
        "embed.js",
        "release.json",
    ] {
        assert!(of(name).starts_with("no-cache"), "{name}");
    }
    assert!(of("embed.js").ends_with("cross-origin"));
    assert!(of("brand.json").ends_with("same-origin"));
}

#[test]
fn the_guide_and_the_snippets_name_the_address() {
    let site = Site::new(Some("https://check.firm.example"), &[]).unwrap();
    let made = made(&site);
    let script = made.get("embed/with-script.html").unwrap();
    let frame = made.get("embed/without-script.html").unwrap();
    assert!(script.starts_with("<script src=\"https://check.firm.example/embed.js\""));
    assert!(frame.starts_with("<iframe src=\"https://check.firm.example/index.html#/embed?"));
    let guide = made.get("HOSTING.md").unwrap();
    assert!(guide.contains(script.trim()) && guide.contains(frame.trim()));
    assert!(!guide.contains("{{") && !guide.contains("tool.example"));
    let sample = made.get("embed/sample.html").unwrap();
    assert!(sample.contains("src=\"https://check.firm.example/embed.js\""));
}

#[test]
fn refuses_what_is_no_address() {
    for bad in [
        "http://x.example",
        "https://",
        "ftp://x",
        "https://x y",
        "https://x/\"",
        "https://x/#a",
    ] {
        assert!(Site::new(Some(bad), &[]).is_err(), "{bad}");
    }
    for bad in [
        "*",
        "https://x.example/",
        "http://x.example",
        "https://x.example; script-src *",
    ] {
        assert!(Site::new(None, &[bad.to_owned()]).is_err(), "{bad}");
    }
}
