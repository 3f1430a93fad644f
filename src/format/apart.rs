//! What people typed, within sentences of our own.

/// What a person typed, on one line and set apart from the words around it. Marks that turn the direction of writing stay in
/// the text, enclosed so that they end with it.
pub fn apart(text: &str) -> String {
    let line = text.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    let line = line
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let turns = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if line.contains(turns) {
        ["\u{2068}", &closed_within(&line), "\u{2069}"].concat()
    } else {
        line
    }
}

/// The text without ends of an isolate that begins outside: one would end ours early.
fn closed_within(text: &str) -> String {
    let mut open = 0_u32;
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        kept.push(c);
    }
    kept.extend((0..open).map(|_| '\u{2069}'));
    kept
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn what_was_typed_stays_on_its_line() {
        assert_eq!(apart("  Bright\nSmiles\r\n\tGroup "), "Bright Smiles Group");
        assert_eq!(apart("\u{0}\n "), "");
        assert_eq!(apart("a\u{2029}b"), "a b");
    }

    #[test]
    fn marks_of_direction_are_kept_and_set_apart() {
        assert_eq!(apart("evil\u{202E}gpj"), "\u{2068}evil\u{202E}gpj\u{2069}");
        assert_eq!(apart("a\u{2069}\u{202E}b"), "\u{2068}a\u{202E}b\u{2069}");
        assert_eq!(apart("\u{2067}a"), "\u{2068}\u{2067}a\u{2069}\u{2069}");
        assert_eq!(apart("שלום"), "שלום");
        assert_eq!(apart("<b>&amp;</b>"), "<b>&amp;</b>");
    }
}
