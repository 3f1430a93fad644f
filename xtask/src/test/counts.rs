//! How many tests ran, read from what they print.

/// Tests that ran.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that passed.
    pub passed: usize,
    /// Those that failed.
    pub failed: usize,
}

impl Counts {
    /// Sums the closing lines of cargo's test programs and of the browser tests.
    pub fn in_text(text: &str) -> Self {
        let mut counts = Self::default();
        let lines = text
            .lines()
            .filter(|line| line.starts_with("test result:") || line.starts_with("browser tests:"));
        for line in lines {
            counts.passed += number_before(line, " passed");
            counts.failed += number_before(line, " failed");
        }
        counts
    }

    /// Adds another sum.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let before = line.find(word).map_or("", |position| &line[..position]);
    let digits = before
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .unwrap_or("");
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn sums_all_closing_lines() {
        let text = "running 3 tests\n\
                    test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n\
                    9 passed, but in a sentence\n\
                    browser tests: 5 passed, 1 failed\n";
        assert_eq!(
            Counts::in_text(text),
            Counts {
                passed: 20,
                failed: 3
            }
        );
        assert_eq!(Counts::in_text("nothing"), Counts::default());
    }
}
