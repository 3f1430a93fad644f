//! The project's tasks: bring up the tools, build the release, serve it, measure it, test it.
//!
//! A library beside the program, so that the browser tests can use the static [`server`].

pub mod bench;
pub mod cli;
mod lighthouse;
pub mod paths;
pub mod pins;
pub mod process;
pub mod release;
pub mod serve;
pub mod server;
pub mod size;
pub mod test;
pub mod toolchain;
pub mod vectors;
