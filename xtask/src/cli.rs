//! The words that a person types, and their help.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::release::edition::Edition;
use crate::release::hosting::Site;
use crate::release::{bundle, single};
use crate::serve::Open;
use crate::test::browser::{self, Selection};
use crate::toolchain::plan::Need;
use crate::toolchain::{self, Checks};
use crate::{bench, lighthouse, paths, pins, release, serve, size, test, vectors};

const HELP: &str = "\
cargo xtask COMMAND [--help]

  serve     build the release, serve it on this machine, print the address
  test      everything: format, lints, tests, release build, size budget, real browsers
  build     build the release into dist/
  single-file   the release as one HTML file that runs from a disk
  release   the release as a zip that needs no Rust: site, single file, brands, headers, guide
  size      the size ledger of the built release; fails past a budget
  browser   the browser tests alone, on the built release
  vectors   run golden vectors through the engine
  pack      print the catalogue's pack
  bench     measure the simulation, the calculator and the page
  lighthouse   Lighthouse on the built release, the median of five runs

What is missing is installed first, into $SLA_GAP_TOOLS or ~/.cache/sla-gap.
WASM_TOOLCHAIN=rustup or =debian takes only that compiler for wasm32; else whatever works first.";

const SERVE: &str = "\
cargo xtask serve [--port N] [--open]

Builds the release and serves dist/ on 127.0.0.1 until Ctrl+C.
  --port N   the port (8080)
  --open     show the page in the browser";

const TEST: &str = "\
cargo xtask test [--fast]

Runs every check, in steps; the run ends with `N passed, N failed`, counting all tests that ran.
  --fast     leave the browsers out";

const BUILD: &str = "\
cargo xtask build

Builds the release into dist/: Trunk, then the content's pack and release.json.";

const SINGLE_FILE: &str = "\
cargo xtask single-file [--brand NAME|FILE.json] [--as-built] [FILE]

Builds the release and makes one HTML file of it, which does everything from a disk and asks for nothing. Fails past
1.85 MB. The last line names the file: FILE, or target/single/NAME.html.
  --brand NAME   the brand of that name in brands/, or one's own .json file. Its id is what the file's database is called,
                 because browsers may share one storage between all local files. A name without a file is the standard
                 brand with a database of that name (sla-gap)
  --as-built     take dist/ as it is";

const RELEASE: &str = "\
cargo xtask release [--address https://...] [--host https://...] [--brand FILE] [--as-built] [--out FILE]

Builds the release and puts it into a zip with the single file, sample brands, headers for three common hosts, the snippets for
an embed, a hosting guide and checksums. The last line names the zip: FILE, or target/release-zip/sla-gap-VERSION.zip.
  --address URL   where it will lie (https://tool.example/): the guide and the snippets name it
  --host URL      a site that may show it in a frame; as often as there are such sites
  --brand FILE    the brand's file, in place of the release's own
  --as-built      take dist/ as it is";

const SIZE: &str = "\
cargo xtask size

Prints the bytes (raw, gzip, brotli) of every file of dist/, the programs by crate, and the whole app and the first load
against their budgets. Exit code 1 past a budget. Run `cargo xtask build` first.";

const BROWSER: &str = "\
cargo xtask browser [--only chromium|firefox|webkit] [FILTER]

Runs the browser tests on dist/ as it is; run `cargo xtask build` first. Screenshots go to target/screens/.
  --only NAME   one browser (else all three)
  FILTER        only tests whose name holds this text";

const VECTORS: &str = "\
cargo xtask vectors FOLDER

Runs the golden vectors in FOLDER through the engine, and prints per operation how many passed, failed, or are not
supported. Exit code 1 if one failed.";

const BENCH: &str = "\
cargo xtask bench

Simulates the same years natively and with the shipped worker program in Node.js, works the calculator out anew, changes an
input of the page in Chromium, and prints per figure one line `bench: NAME VALUE UNIT`. Run `cargo xtask build` first, on a quiet machine. Never part of a test.";

const LIGHTHOUSE: &str = "\
cargo xtask lighthouse

Serves dist/, compressed as a host would, and runs Lighthouse on the first page of each language: mobile preset, five runs,
the median of each category. Exit code 1 if one is under 100. Run `cargo xtask build` first, on a quiet machine. Never part
of a test.";

const PACK: &str = "\
cargo xtask pack [--language CODE] [FILE]

Writes the catalogue's pack, the merged and minified content, to FILE or to the standard output.
  --language CODE   the folder of content/ to take the words from (en)";

/// What was typed after the command.
struct Typed {
    parser: lexopt::Parser,
    help: &'static str,
}

/// The next argument of a command.
enum Next {
    Option(String),
    Operand(String),
}

/// Runs the command that was typed.
#[must_use]
pub fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut parser: lexopt::Parser) -> Result<bool> {
    let command = match parser.next()? {
        Some(Value(command)) => command.string()?,
        Some(Long("help") | Short('h')) => {
            println!("{HELP}");
            return Ok(true);
        }
        Some(other) => return Err(other.unexpected()).context(HELP),
        None => bail!("no command\n\n{HELP}"),
    };
    let (help, task): (_, fn(Typed) -> Result<bool>) = match command.as_str() {
        "serve" => (SERVE, serve_task),
        "test" => (TEST, test_task),
        "build" => (BUILD, build_task),
        "single-file" => (SINGLE_FILE, single_file_task),
        "release" => (RELEASE, release_task),
        "size" => (SIZE, size_task),
        "browser" => (BROWSER, browser_task),
        "vectors" => (VECTORS, vectors_task),
        "pack" => (PACK, pack_task),
        "bench" => (BENCH, bench_task),
        "lighthouse" => (LIGHTHOUSE, lighthouse_task),
        // Called by Trunk, so it is not in the help.
        "finish" => ("", finish_task),
        "help" => {
            println!("{HELP}");
            return Ok(true);
        }
        other => bail!("there is no command {other:?}\n\n{HELP}"),
    };
    task(Typed { parser, help })
}

impl Typed {
    /// The next argument. Prints the help and ends the program if that was asked for.
    fn next(&mut self) -> Result<Option<Next>> {
        match self.parser.next()? {
            None => Ok(None),
            Some(Value(value)) => Ok(Some(Next::Operand(value.string()?))),
            Some(Long("help") | Short('h')) => {
                println!("{}", self.help);
                std::process::exit(0);
            }
            Some(Long(name)) => Ok(Some(Next::Option(name.to_owned()))),
            Some(other) => Err(other.unexpected()).context(self.help),
        }
    }

    fn value(&mut self) -> Result<String> {
        Ok(self.parser.value()?.string()?)
    }

    fn refuse<T>(&self, next: &Next) -> Result<T> {
        match next {
            Next::Option(name) => bail!("there is no option --{name}\n\n{}", self.help),
            Next::Operand(word) => bail!("{word:?} is one word too many\n\n{}", self.help),
        }
    }

    fn nothing_more(mut self) -> Result<()> {
        match self.next()? {
            None => Ok(()),
            Some(next) => self.refuse(&next),
        }
    }
}

fn serve_task(mut typed: Typed) -> Result<bool> {
    let mut port = 8080;
    let mut open = Open::No;
    while let Some(next) = typed.next()? {
        match &next {
            Next::Option(name) if name == "port" => {
                let text = typed.value()?;
                port = text
                    .parse()
                    .with_context(|| format!("--port {text}: use a number from 0 to 65535"))?;
            }
            Next::Option(name) if name == "open" => open = Open::InBrowser,
            other => return typed.refuse(other),
        }
    }
    serve::serve(&toolchain::ensure(Need::Build, Checks::None)?, port, open)?;
    Ok(true)
}

fn test_task(mut typed: Typed) -> Result<bool> {
    let mut browsers = test::Browsers::All;
    while let Some(next) = typed.next()? {
        match &next {
            Next::Option(name) if name == "fast" => browsers = test::Browsers::None,
            other => return typed.refuse(other),
        }
    }
    let need = if browsers == test::Browsers::All {
        Need::Browsers
    } else {
        Need::Build
    };
    test::everything(&toolchain::ensure(need, Checks::FormatAndLints)?, browsers)
}

fn build_task(typed: Typed) -> Result<bool> {
    typed.nothing_more()?;
    release::build(&toolchain::ensure(Need::Build, Checks::None)?, None, None)?;
    println!("{}", paths::dist().display());
    Ok(true)
}

fn single_file_task(mut typed: Typed) -> Result<bool> {
    let mut brand = single::BRAND.to_owned();
    let mut file: Option<PathBuf> = None;
    let mut build = true;
    while let Some(next) = typed.next()? {
        match next {
            Next::Option(name) if name == "brand" => brand = typed.value()?,
            Next::Option(name) if name == "as-built" => build = false,
            Next::Operand(word) if file.is_none() => file = Some(PathBuf::from(word)),
            other => return typed.refuse(&other),
        }
    }
    // A brand that is wrong is told before anything is built.
    let edition = Edition::of(&brand)?;
    if build {
        release::build(&toolchain::ensure(Need::Build, Checks::None)?, None, None)?;
    }
    let file = file.unwrap_or_else(|| single::place(&edition.id));
    let size = single::make(&paths::dist(), &edition, &file)?;
    println!(
        "single file: {size} bytes (budget {})",
        pins::SINGLE_FILE_BUDGET
    );
    println!("{}", file.display());
    Ok(true)
}

fn release_task(mut typed: Typed) -> Result<bool> {
    let (mut address, mut hosts, mut brand) = (None, Vec::new(), None);
    let (mut out, mut build) = (bundle::place(), true);
    while let Some(next) = typed.next()? {
        match &next {
            Next::Option(name) if name == "address" => address = Some(typed.value()?),
            Next::Option(name) if name == "host" => hosts.push(typed.value()?),
            Next::Option(name) if name == "brand" => brand = Some(PathBuf::from(typed.value()?)),
            Next::Option(name) if name == "out" => out = typed.value()?.into(),
            Next::Option(name) if name == "as-built" => build = false,
            other => return typed.refuse(other),
        }
    }
    let site = Site::new(address.as_deref(), &hosts)?;
    if build {
        release::build(
            &toolchain::ensure(Need::Build, Checks::None)?,
            brand.as_deref(),
            address.as_deref(),
        )?;
    }
    let length = bundle::make(&paths::dist(), &site, brand.as_deref(), &out)?;
    println!("release: {length} bytes");
    println!("{}", out.display());
    Ok(true)
}

fn size_task(typed: Typed) -> Result<bool> {
    typed.nothing_more()?;
    size::print()
}

fn browser_task(mut typed: Typed) -> Result<bool> {
    let mut selection = Selection::default();
    while let Some(next) = typed.next()? {
        match next {
            Next::Option(name) if name == "only" => selection.only = Some(typed.value()?.parse()?),
            Next::Operand(word) if selection.filter.is_none() => selection.filter = Some(word),
            other => return typed.refuse(&other),
        }
    }
    let tools = toolchain::ensure(Need::Browsers, Checks::None)?;
    browser::run(&tools, &selection)
}

fn bench_task(typed: Typed) -> Result<bool> {
    typed.nothing_more()?;
    bench::run(&toolchain::ensure(Need::Build, Checks::None)?)?;
    Ok(true)
}

fn lighthouse_task(typed: Typed) -> Result<bool> {
    typed.nothing_more()?;
    lighthouse::measure(&toolchain::ensure(Need::Build, Checks::None)?)
}

fn vectors_task(mut typed: Typed) -> Result<bool> {
    let Some(Next::Operand(folder)) = typed.next()? else {
        bail!("which folder?\n\n{VECTORS}")
    };
    typed.nothing_more()?;
    vectors::run(Path::new(&folder))
}

fn pack_task(mut typed: Typed) -> Result<bool> {
    let mut language = "en".to_owned();
    let mut file: Option<PathBuf> = None;
    while let Some(next) = typed.next()? {
        match next {
            Next::Option(name) if name == "language" => language = typed.value()?,
            Next::Operand(word) if file.is_none() => file = Some(PathBuf::from(word)),
            other => return typed.refuse(&other),
        }
    }
    let pack = release::pack::read(&paths::root().join("content"), &language)?;
    match file {
        Some(file) => std::fs::write(&file, pack.json)
            .with_context(|| format!("cannot write {}", file.display()))?,
        None => println!("{}", pack.json),
    }
    Ok(true)
}

fn finish_task(typed: Typed) -> Result<bool> {
    typed.nothing_more()?;
    release::finish()?;
    Ok(true)
}
