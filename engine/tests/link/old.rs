//! A link of every version that was ever made stays here, and opens for ever.

use super::{ALL, full, leaving};
use engine::link::{read, write};

/// Made by release 0.1.0 of the full file, with everything ticked. Never to be made anew.
const FIRST: &str = include_str!("../fixtures/link-v1.txt");

#[test]
fn the_first_links_open() {
    assert_eq!(read(FIRST), Ok(leaving(&full(), ALL)));
}

/// Shows the link that this program makes; how a fixture of a new version begins.
#[test]
#[ignore = "writes nothing: it prints"]
fn a_link_of_this_version() {
    println!("{}", write(&leaving(&full(), ALL)).unwrap());
}
