//! Tables for spreadsheets (RFC 4180), with words that no spreadsheet takes for a formula.
//!
//! Written here: the whole format is the doubling of a quotation mark, and no crate guards against formulas.

use super::text::clean;

/// A cell, which is either words or a number: only words can be mistaken for a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words of any origin.
    Text(String),
    /// A number, which stays one.
    Number(Number),
}

/// A number as every spreadsheet reads it: digits, perhaps a minus before and a decimal point within.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// The number that the text writes, such as `-12.50`; `None` if it is written another way.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        [whole, decimals]
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| Self(text.to_owned()))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

impl<T: Into<Number>> From<T> for Cell {
    fn from(number: T) -> Self {
        Self::Number(number.into())
    }
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// How the file is meant to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// Whether it begins with a byte order mark: some spreadsheets read other letters than ASCII wrongly without it.
    pub byte_order_mark: bool,
    /// What stands between cells.
    pub separator: Separator,
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// As the standard has it.
    #[default]
    Comma,
    /// As spreadsheets expect it where the comma separates decimals.
    Semicolon,
}

/// The file of these rows.
pub fn write(rows: &[Vec<Cell>], format: Format) -> String {
    let mut out = String::new();
    if format.byte_order_mark {
        out.push('\u{feff}');
    }
    let separator = match format.separator {
        Separator::Comma => ',',
        Separator::Semicolon => ';',
    };
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(separator);
            }
            match cell {
                Cell::Text(text) => push_text(&mut out, text, row.len() == 1),
                Cell::Number(number) => out.push_str(&number.0),
            }
        }
        out.push_str("\r\n");
    }
    out
}

fn push_text(out: &mut String, text: &str, alone: bool) {
    let guarded = guarded(clean(text));
    // Both separators, whichever is in use: a reader that expects the other one still keeps the cell whole. And a lone empty
    // cell, as an empty line is no row to many readers.
    if guarded.contains(['"', ',', ';', '\t', '\n', '\u{feff}']) || (alone && guarded.is_empty()) {
        out.push('"');
        out.push_str(&guarded.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&guarded);
    }
}

/// The words with an apostrophe before them if a spreadsheet could compute with them.
fn guarded(text: String) -> String {
    if is_formula(&text) {
        format!("'{text}")
    } else {
        text
    }
}

/// Whether the words start as a formula does, at once or after what a reader may skip.
fn is_formula(text: &str) -> bool {
    const SKIPPED: [char; 6] = [
        '\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}',
    ];
    const STARTS: [char; 12] = [
        '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫',
    ];
    text.starts_with(['\t', '\n'])
        || text
            .trim_start_matches(|c: char| c.is_whitespace() || SKIPPED.contains(&c))
            .starts_with(STARTS)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use proptest::prelude::*;

    fn read(file: &str, separator: u8) -> Vec<Vec<String>> {
        ::csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(file.as_bytes())
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn words_are_quoted_and_rows_end_as_the_standard_says() {
        let rows = [
            vec![Cell::text("a \"b\", c"), Cell::from(-5_i64), Cell::text("")],
            vec![Cell::text("")],
        ];
        assert_eq!(
            write(&rows, Format::default()),
            "\"a \"\"b\"\", c\",-5,\r\n\"\"\r\n"
        );
        let format = Format {
            byte_order_mark: true,
            separator: Separator::Semicolon,
        };
        assert_eq!(
            write(&rows[..1], format),
            "\u{feff}\"a \"\"b\"\", c\";-5;\r\n"
        );
    }

    #[test]
    fn no_words_are_a_formula() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "\t=1",
            "\rx",
            "\n",
            " =1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "﹣1",
            "\u{feff}=1",
            "\u{200f}=1",
            "-",
            "=HYPERLINK(\"https://a\")",
        ] {
            let cells = read(
                &write(
                    &[vec![Cell::text(text), Cell::text("b")]],
                    Format::default(),
                ),
                b',',
            );
            assert_eq!(cells[0][0], format!("'{}", clean(text)), "{text:?}");
        }
        for text in ["a=1", "1-2", "'=1", "–5", "5", "a@b"] {
            assert_eq!(
                write(&[vec![Cell::text(text)]], Format::default()),
                format!("{text}\r\n")
            );
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        for text in ["0", "-12.50", "99.999", "123456789012345678901234567890"] {
            let cell = Cell::from(Number::parse(text).unwrap());
            assert_eq!(
                write(&[vec![cell]], Format::default()),
                format!("{text}\r\n")
            );
        }
        for text in [
            "", "-", ".5", "5.", "1,5", "1e5", "+1", "--1", "=1", "1.2.3", "１", "-=1", " 1", "NaN",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
        assert_eq!(
            Cell::from(u64::MAX),
            Cell::Number(Number("18446744073709551615".to_owned()))
        );
    }

    proptest! {
        #[test]
        fn another_reader_reads_what_was_written(
            rows in prop::collection::vec(prop::collection::vec("[a-c =+@;,\"'\t\r\n\u{0}\u{7}\u{feff}\u{200f}😀-]{0,8}|.{0,20}", 1..4), 0..5),
            semicolon: bool,
        ) {
            let separator = if semicolon { Separator::Semicolon } else { Separator::Comma };
            let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect();
            let file = write(&cells, Format { byte_order_mark: true, separator });
            let expected: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|text| guarded(clean(text))).collect()).collect();
            prop_assert_eq!(read(&file, if semicolon { b';' } else { b',' }), expected);
        }
    }
}
