//! `cargo xtask`: what a person types.

fn main() -> std::process::ExitCode {
    xtask::cli::main()
}
