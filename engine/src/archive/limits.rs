//! What a saved file may hold at most. Fields in the app keep to the same limits, so that whatever can be typed can be
//! saved and opened again.

/// Bytes of a whole file. A library of 500 clients with every question answered stays far below.
pub const BYTES: usize = 40_000_000;

/// Characters of one text.
pub const TEXT: usize = 20_000;

/// Characters of an id.
pub const ID: usize = 100;

/// Entries of one list: locations, incidents, clients.
pub const ENTRIES: usize = 10_000;
