//! Sizes and distances for a paper that one page has to hold.

/// What introduces a number that is made smaller, and how many parts of a hundred are left of it. Letters stay large enough
/// to be read (9 points for the text), distances give way more.
const SMALLER: [(&str, u32); 4] = [
    ("<w:sz w:val=\"", 82),
    ("<w:szCs w:val=\"", 82),
    (" w:before=\"", 50),
    (" w:after=\"", 50),
];

/// The styles with smaller letters that stand closer.
pub(super) fn closer(styles: &str) -> String {
    let mut out = styles.to_owned();
    for (mark, percent) in SMALLER {
        let mut parts = out.split(mark);
        let mut next = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) = part.split_at(digits);
            next.push_str(mark);
            match number.parse::<u32>() {
                Ok(number) => add!(next, "{}", (number * percent).div_ceil(100)),
                Err(_) => next.push_str(number),
            }
            next.push_str(rest);
        }
        out = next;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_distances_get_smaller_and_lines_stay() {
        assert_eq!(
            closer(
                "<w:sz w:val=\"22\"/><w:spacing w:before=\"360\" w:after=\"0\"/><w:top w:sz=\"4\"/>"
            ),
            "<w:sz w:val=\"19\"/><w:spacing w:before=\"180\" w:after=\"0\"/><w:top w:sz=\"4\"/>"
        );
        assert_eq!(closer("<w:sz w:val=\"x\"/>"), "<w:sz w:val=\"x\"/>");
    }
}
