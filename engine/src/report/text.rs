//! What every writer does to words: leaves out what no file can hold, and tells which way they run.

use super::document::Direction;

/// The words with one kind of line end, without control characters and without what XML forbids.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The words on one line.
pub(super) fn on_one_line(text: &str) -> String {
    clean(text).trim().replace('\n', " ")
}

/// Which way a letter runs; `None` for what runs with its neighbors, such as digits and spaces.
fn of_char(c: char) -> Option<Direction> {
    match c {
        '\u{200e}' => Some(Direction::LeftToRight),
        '\u{200f}'
        | '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => (!c.is_numeric()).then_some(Direction::RightToLeft),
        c => c.is_alphabetic().then_some(Direction::LeftToRight),
    }
}

/// Which way the words run: as their first letter does.
pub(super) fn direction_of(text: &str) -> Option<Direction> {
    text.chars().find_map(of_char)
}

/// The words in stretches that run one way each. What has no way of its own runs as the base does, unless it stands between
/// two letters that both run the other way.
pub(super) fn stretches(text: &str, base: Direction) -> Vec<(Direction, &str)> {
    let mut found: Vec<(Direction, &str)> = Vec::new();
    let (mut start, mut way) = (0, base);
    let mut undecided = 0;
    for (at, c) in text.char_indices() {
        let Some(runs) = of_char(c) else { continue };
        if runs != way {
            let cut = if runs == base { undecided } else { at };
            if cut > start {
                found.push((way, &text[start..cut]));
            }
            (start, way) = (cut, runs);
        }
        undecided = at + c.len_utf8();
    }
    let cut = if way == base { text.len() } else { undecided };
    for (way, stretch) in [(way, &text[start..cut]), (base, &text[cut..])] {
        if !stretch.is_empty() {
            found.push((way, stretch));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight as Ltr, RightToLeft as Rtl};
    use proptest::prelude::*;

    #[test]
    fn line_ends_become_one_kind_and_control_characters_go() {
        assert_eq!(
            clean("a\r\nb\rc\u{2028}d\u{85}e\tf\0\u{1b}\u{7f}\u{ffff}g\u{202e}"),
            "a\nb\nc\nd\ne\tfg\u{202e}"
        );
        assert_eq!(on_one_line(" a\nb "), "a b");
    }

    #[test]
    fn neutral_characters_run_with_what_encloses_them() {
        assert_eq!(
            stretches("abc (שלום עולם) 12 x", Ltr),
            [(Ltr, "abc ("), (Rtl, "שלום עולם"), (Ltr, ") 12 x")]
        );
        assert_eq!(
            stretches("שלום ABC!", Rtl),
            [(Rtl, "שלום "), (Ltr, "ABC"), (Rtl, "!")]
        );
        assert_eq!(stretches("123", Ltr), [(Ltr, "123")]);
        assert_eq!(stretches("\u{feff}٣", Ltr), [(Ltr, "\u{feff}٣")]);
        assert_eq!(stretches("", Rtl), []);
        assert_eq!(
            (
                direction_of("12 مرحبا a"),
                direction_of("12 %"),
                direction_of("Ünal")
            ),
            (Some(Rtl), None, Some(Ltr))
        );
    }

    proptest! {
        #[test]
        fn stretches_lose_nothing(text in "[a-z א-ו0-9().\u{200f}😀]{0,40}", rtl: bool) {
            let found = stretches(&text, if rtl { Rtl } else { Ltr });
            prop_assert_eq!(&found.iter().map(|(_, stretch)| *stretch).collect::<String>(), &text);
            prop_assert!(found.windows(2).all(|pair| pair[0].0 != pair[1].0));
        }

        #[test]
        fn what_is_clean_stays_as_it_is(text: String) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }
    }
}
