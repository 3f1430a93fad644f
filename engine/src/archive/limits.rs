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

/// As much of a text as a file can hold: all of it, or its first [`TEXT`] characters.
pub fn fitting(text: &str) -> &str {
    // A text cannot have more characters than bytes: most need no counting.
    if text.len() <= TEXT {
        return text;
    }
    let end = text.char_indices().nth(TEXT).map(|(at, _)| at);
    end.and_then(|at| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{TEXT, fitting};

    #[test]
    fn a_text_is_cut_between_characters() {
        let full = "é".repeat(TEXT);
        assert_eq!(fitting(&full), full);
        assert_eq!(fitting(&[&*full, "x"].concat()), full);
        assert_eq!(fitting(""), "");
    }
}
