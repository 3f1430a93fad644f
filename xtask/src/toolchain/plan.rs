//! What is to be installed, decided from facts alone, so that any machine can be tried in a test.

use super::facts::{Facts, Privilege};
use crate::pins;

/// What a task needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// To build the app.
    Build,
    /// To build it and drive it in browsers.
    Browsers,
}

/// How the compiler for wasm32 may be come by, from `WASM_TOOLCHAIN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Whatever works first.
    Any,
    /// rustup only.
    Rustup,
    /// Debian's Rust only.
    Debian,
}

/// One way to a compiler for wasm32.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// `rustup target add`.
    Rustup,
    /// Debian's Rust, with a standard library built from its source.
    Debian,
}

/// One thing to install.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Packages of the distribution.
    Apt(Vec<&'static str>),
    /// The wasm32 target: the ways to try, in this order.
    Target(Vec<Way>),
    /// Parts of the Rust toolchain in use.
    Component(Vec<&'static str>),
    /// A program from crates.io.
    Crate(CrateTool),
    /// A package from npm.
    Npm(&'static str, &'static str),
}

/// A program from crates.io and how to compile it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrateTool {
    /// The crate.
    pub name: &'static str,
    /// Exactly this version.
    pub version: String,
    /// More arguments for `cargo install`.
    pub arguments: &'static [&'static str],
    /// Roughly how long it takes on two cores.
    pub duration: &'static str,
}

/// What a person has to type, because this program may not do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub Vec<String>);

/// What to install on a machine with these facts.
///
/// # Errors
/// Something is missing that may not be installed from here; the refusal says what to type.
pub fn plan(facts: &Facts, need: Need, wish: Wish, bindgen: &str) -> Result<Vec<Step>, Refusal> {
    let mut steps = Vec::new();
    let mut refused = Vec::new();
    apt(facts, need, &mut steps, &mut refused);
    target(facts, wish, &mut steps, &mut refused);
    components(facts, need, &mut steps, &mut refused);
    for (tool, there) in crate_tools(facts, need, bindgen) {
        if there != Some(tool.version.as_str()) {
            steps.push(Step::Crate(tool));
        }
    }
    if facts.binaryen.as_deref() != Some(pins::BINARYEN) {
        steps.push(Step::Npm("binaryen", pins::BINARYEN));
    }
    if need == Need::Browsers && facts.axe.as_deref() != Some(pins::AXE_CORE) {
        steps.push(Step::Npm("axe-core", pins::AXE_CORE));
    }
    if refused.is_empty() {
        Ok(steps)
    } else {
        Err(Refusal(refused))
    }
}

/// A program that the distribution provides, and what to say where it is not Debian.
struct Provided {
    there: bool,
    packages: &'static [&'static str],
    otherwise: &'static str,
}

fn apt(facts: &Facts, need: Need, steps: &mut Vec<Step>, refused: &mut Vec<String>) {
    let mut provided = vec![Provided {
        there: facts.npm,
        packages: &["nodejs", "npm"],
        otherwise: "install Node.js 18 or newer with npm",
    }];
    if need == Need::Browsers {
        provided.push(Provided {
            there: facts.chromium,
            packages: &["chromium", "chromium-driver"],
            otherwise: "install Chromium (or Chrome) and the chromedriver of its version",
        });
        provided.push(Provided {
            there: facts.firefox,
            packages: &["firefox-esr"],
            otherwise: "install Firefox",
        });
        provided.push(Provided {
            there: facts.webkit,
            packages: &["webkit2gtk-driver", "xvfb"],
            otherwise: "install WebKitWebDriver with MiniBrowser (WebKitGTK) and Xvfb, or leave browsers out: cargo xtask test --fast",
        });
    }
    let missing: Vec<_> = provided
        .into_iter()
        .filter(|program| !program.there)
        .collect();
    if missing.is_empty() {
        return;
    }
    let packages: Vec<_> = missing
        .iter()
        .flat_map(|program| program.packages)
        .copied()
        .collect();
    if !facts.apt {
        refused.extend(missing.iter().map(|program| program.otherwise.to_owned()));
    } else if facts.privilege == Privilege::None {
        refused.push(format!(
            "sudo apt-get update && sudo apt-get install --no-install-recommends {}",
            packages.join(" ")
        ));
    } else {
        steps.push(Step::Apt(packages));
    }
}

fn target(facts: &Facts, wish: Wish, steps: &mut Vec<Step>, refused: &mut Vec<String>) {
    let there = match wish {
        Wish::Any => facts.target || facts.debian_target,
        Wish::Rustup => facts.target,
        Wish::Debian => facts.debian_target,
    };
    if there {
        return;
    }
    let mut ways = Vec::new();
    if facts.rustup && wish != Wish::Debian {
        ways.push(Way::Rustup);
    }
    if facts.apt && facts.privilege != Privilege::None && wish != Wish::Rustup {
        ways.push(Way::Debian);
    }
    if ways.is_empty() {
        refused.push(match wish {
            Wish::Debian => "WASM_TOOLCHAIN=debian needs Debian and root (or sudo without a password): run `sudo -E env PATH=\"$PATH\" cargo xtask build` once".to_owned(),
            Wish::Any | Wish::Rustup => format!("install rustup (https://rustup.rs), then: rustup target add {}", pins::TARGET),
        });
    } else {
        steps.push(Step::Target(ways));
    }
}

fn components(facts: &Facts, need: Need, steps: &mut Vec<Step>, refused: &mut Vec<String>) {
    if need < Need::Browsers && !facts.checks_wanted {
        return;
    }
    let mut missing = Vec::new();
    if !facts.rustfmt {
        missing.push("rustfmt");
    }
    if !facts.clippy {
        missing.push("clippy");
    }
    if missing.is_empty() {
        return;
    }
    if facts.rustup {
        steps.push(Step::Component(missing));
    } else {
        refused.push(format!(
            "install {} for this Rust (with rustup: rustup component add {0})",
            missing.join(" ")
        ));
    }
}

fn crate_tools<'a>(
    facts: &'a Facts,
    need: Need,
    bindgen: &str,
) -> Vec<(CrateTool, Option<&'a str>)> {
    let mut tools = vec![
        (
            CrateTool {
                name: "wasm-bindgen-cli",
                version: bindgen.to_owned(),
                arguments: &["--no-default-features"],
                duration: "1 minute",
            },
            facts.bindgen.as_deref(),
        ),
        (
            // Without a TLS feature Trunk does not compile, although it never downloads here.
            CrateTool {
                name: "trunk",
                version: pins::TRUNK.to_owned(),
                arguments: &["--no-default-features", "--features", "rustls"],
                duration: "5 minutes",
            },
            facts.trunk.as_deref(),
        ),
    ];
    if need == Need::Browsers {
        tools.push((
            CrateTool {
                name: "geckodriver",
                version: pins::GECKODRIVER.to_owned(),
                arguments: &[],
                duration: "80 seconds",
            },
            facts.geckodriver.as_deref(),
        ));
    }
    tools
}
