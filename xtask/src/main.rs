//! The tasks of the project.

mod vectors;

use std::path::Path;
use std::process::ExitCode;

fn main() -> anyhow::Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["vectors", folder] => Ok(if vectors::run(Path::new(folder))? {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }),
        _ => anyhow::bail!("usage: cargo xtask vectors FOLDER"),
    }
}
