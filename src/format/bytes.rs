//! An amount of stored bytes, as people speak of it.

use crate::text::device as text;
use crate::words::{Text, Words};

/// Where each unit begins, the largest first. A thousand, not 1,024: so do the shops where devices are bought.
const UNITS: [(u64, Text); 3] = [
    (1_000_000_000, text::GIGABYTES),
    (1_000_000, text::MEGABYTES),
    (1_000, text::KILOBYTES),
];

/// Two figures at most below ten units, whole units above: the browser's own figure is an estimate.
pub fn bytes(words: Words, bytes: u64) -> String {
    let say = |n: &str, unit| words.fill(unit, &[("n", n)]);
    for (size, unit) in UNITS {
        // What would round up to a whole unit is called by it.
        if bytes < size - size / 2_000 {
            continue;
        }
        let tenths = bytes.saturating_add(size / 20) / (size / 10);
        return if tenths >= 100 {
            say(
                &super::whole(words, bytes.saturating_add(size / 2) / size),
                unit,
            )
        } else if tenths.is_multiple_of(10) {
            say(&super::whole(words, tenths / 10), unit)
        } else {
            say(&super::fixed(words, tenths, 1), unit)
        };
    }
    say(&super::whole(words, bytes), text::BYTES)
}

#[cfg(test)]
mod tests {
    use super::{Words, bytes};

    #[test]
    fn as_people_speak_of_it() {
        for (amount, wanted) in [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (1_000, "1 KB"),
            (1_449, "1.4 KB"),
            (9_949, "9.9 KB"),
            (9_950, "10 KB"),
            (340_400, "340 KB"),
            (999_400, "999 KB"),
            (999_500, "1 MB"),
            (2_049_000, "2 MB"),
            (58_600_000_000, "59 GB"),
            (u64::MAX, "18,446,744,073 GB"),
        ] {
            assert_eq!(bytes(Words::english(), amount), wanted, "{amount}");
        }
    }
}
