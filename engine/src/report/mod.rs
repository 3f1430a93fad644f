//! Papers to take away: one model of a document, and the files that are written from it. Every word in them is the caller's.

/// Adds formatted words to a text; writing to a text cannot fail.
macro_rules! add {
    ($out:expr, $($words:tt)*) => {{
        use std::fmt::Write as _;
        let _ = write!($out, $($words)*);
    }};
}

pub mod csv;
pub mod document;
pub mod docx;
pub mod ics;
pub mod mailto;
pub mod markdown;
pub mod numbering;

mod text;
mod zip;
