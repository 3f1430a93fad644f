//! The tests that run in every browser. `cargo xtask browser` starts this program.

mod journeys;

use std::process::ExitCode;

use harness::Test;

/// Makes the list of tests from their paths.
macro_rules! tests {
    ($($path:path),* $(,)?) => {
        vec![$(Test { name: stringify!($path), run: |s| Box::pin($path(s)) }),*]
    };
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    use journeys::{instruments, smoke};
    let tests = tests![
        smoke::starts,
        instruments::hands,
        instruments::files,
        instruments::window,
        instruments::alarms,
    ];
    match harness::run(tests).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("browser tests: {error:#}");
            ExitCode::FAILURE
        }
    }
}
