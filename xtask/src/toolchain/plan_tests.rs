#![allow(clippy::unwrap_used, clippy::panic)]

use super::facts::{Facts, Privilege};
use super::plan::{Need, Refusal, Step, Way, Wish, plan};
use crate::pins;

const BINDGEN: &str = "0.2.129";

/// A Debian machine with root, rustup, node and nothing else.
fn bare() -> Facts {
    Facts {
        apt: true,
        privilege: Privilege::Root,
        rustup: true,
        target: false,
        debian_target: false,
        checks_wanted: false,
        rustfmt: true,
        clippy: true,
        npm: true,
        bindgen: None,
        trunk: None,
        geckodriver: None,
        binaryen: None,
        axe: None,
        chromium: false,
        firefox: false,
        webkit: false,
    }
}

fn complete() -> Facts {
    Facts {
        target: true,
        bindgen: Some(BINDGEN.to_owned()),
        trunk: Some(pins::TRUNK.to_owned()),
        geckodriver: Some(pins::GECKODRIVER.to_owned()),
        binaryen: Some(pins::BINARYEN.to_owned()),
        axe: Some(pins::AXE_CORE.to_owned()),
        chromium: true,
        firefox: true,
        webkit: true,
        ..bare()
    }
}

fn names(steps: &[Step]) -> Vec<String> {
    let name = |step: &Step| match step {
        Step::Apt(packages) => format!("apt {}", packages.join(" ")),
        Step::Target(ways) => format!("target {ways:?}"),
        Step::Component(names) => format!("component {}", names.join(" ")),
        Step::Crate(tool) => format!("{}@{}", tool.name, tool.version),
        Step::Npm(package, version) => format!("npm {package}@{version}"),
    };
    steps.iter().map(name).collect()
}

#[test]
fn nothing_to_do_on_a_complete_machine() {
    assert_eq!(
        plan(&complete(), Need::Browsers, Wish::Any, BINDGEN),
        Ok(vec![])
    );
}

#[test]
fn a_build_needs_no_browser() {
    let facts = Facts {
        chromium: false,
        firefox: false,
        webkit: false,
        geckodriver: None,
        axe: None,
        ..complete()
    };
    assert_eq!(plan(&facts, Need::Build, Wish::Any, BINDGEN), Ok(vec![]));
    assert_eq!(
        names(&plan(&facts, Need::Browsers, Wish::Any, BINDGEN).unwrap()),
        [
            "apt chromium chromium-driver firefox-esr webkit2gtk-driver xvfb",
            &format!("geckodriver@{}", pins::GECKODRIVER),
            &format!("npm axe-core@{}", pins::AXE_CORE),
        ]
    );
}

#[test]
fn tries_rustup_before_debian() {
    let steps = plan(&bare(), Need::Build, Wish::Any, BINDGEN).unwrap();
    assert!(steps.contains(&Step::Target(vec![Way::Rustup, Way::Debian])));
    let steps = plan(
        &Facts {
            privilege: Privilege::None,
            ..bare()
        },
        Need::Build,
        Wish::Any,
        BINDGEN,
    )
    .unwrap();
    assert!(steps.contains(&Step::Target(vec![Way::Rustup])));
    let steps = plan(
        &Facts {
            rustup: false,
            ..bare()
        },
        Need::Build,
        Wish::Any,
        BINDGEN,
    )
    .unwrap();
    assert!(steps.contains(&Step::Target(vec![Way::Debian])));
}

#[test]
fn a_forced_toolchain_is_installed_though_the_other_is_there() {
    let steps = plan(&complete(), Need::Build, Wish::Debian, BINDGEN).unwrap();
    assert_eq!(steps, [Step::Target(vec![Way::Debian])]);
    let facts = Facts {
        target: false,
        debian_target: true,
        ..complete()
    };
    assert_eq!(plan(&facts, Need::Build, Wish::Any, BINDGEN), Ok(vec![]));
    assert_eq!(
        plan(&facts, Need::Build, Wish::Rustup, BINDGEN),
        Ok(vec![Step::Target(vec![Way::Rustup])])
    );
}

#[test]
fn replaces_a_tool_of_another_version() {
    let facts = Facts {
        bindgen: Some("0.2.100".to_owned()),
        ..complete()
    };
    assert_eq!(
        names(&plan(&facts, Need::Build, Wish::Any, BINDGEN).unwrap()),
        ["wasm-bindgen-cli@0.2.129"]
    );
}

#[test]
fn says_what_to_type_where_it_may_not_install() {
    let facts = Facts {
        privilege: Privilege::None,
        npm: false,
        firefox: false,
        ..complete()
    };
    let Err(Refusal(lines)) = plan(&facts, Need::Browsers, Wish::Any, BINDGEN) else {
        panic!("must be refused")
    };
    assert_eq!(
        lines,
        [
            "sudo apt-get update && sudo apt-get install --no-install-recommends nodejs npm firefox-esr"
        ]
    );
}

#[test]
fn says_what_to_install_where_there_is_no_apt() {
    let facts = Facts {
        apt: false,
        rustup: false,
        target: false,
        npm: false,
        ..complete()
    };
    let Err(Refusal(lines)) = plan(&facts, Need::Build, Wish::Any, BINDGEN) else {
        panic!("must be refused")
    };
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("Node.js")));
    assert!(
        lines
            .iter()
            .any(|line| line.contains("rustup target add wasm32-unknown-unknown"))
    );
}

#[test]
fn checks_need_format_and_lints() {
    let facts = Facts {
        checks_wanted: true,
        clippy: false,
        ..complete()
    };
    assert_eq!(
        names(&plan(&facts, Need::Build, Wish::Any, BINDGEN).unwrap()),
        ["component clippy"]
    );
}
