//! The numbers before headings and clauses: 1., 1.1, 1.1.1.

/// How deep numbers go: four levels of headings, and a clause below the last.
pub const DEPTH: usize = 5;

/// Counts headings and clauses in their order.
#[derive(Debug, Default)]
pub struct Numbering {
    counts: [u32; DEPTH],
    /// The level of clauses, from 0: one below the last numbered heading.
    clause: usize,
}

impl Numbering {
    /// The level, from 0, of a numbered heading of this level.
    pub fn heading(&mut self, level: u8) -> usize {
        let at = usize::from(level.clamp(1, 4)) - 1;
        self.clause = at + 1;
        at
    }

    /// The level, from 0, of a numbered clause that follows.
    pub fn clause(&self) -> usize {
        self.clause
    }

    /// Counts at a level, and gives the number: `1.` at the first, `1.1` below it.
    pub fn count(&mut self, level: usize) -> String {
        let level = level.min(DEPTH - 1);
        self.counts[level] = self.counts[level].saturating_add(1);
        self.counts[level + 1..].fill(0);
        // A level that was skipped counts as its first, as word processors count.
        for count in &mut self.counts[..level] {
            *count = (*count).max(1);
        }
        let numbers: Vec<String> = self.counts[..=level].iter().map(u32::to_string).collect();
        if level == 0 {
            format!("{}.", numbers.concat())
        } else {
            numbers.join(".")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_count_below_the_last_heading() {
        let mut numbers = Numbering::default();
        let heading = |numbers: &mut Numbering, level| {
            let at = numbers.heading(level);
            numbers.count(at)
        };
        let clause = |numbers: &mut Numbering| numbers.count(numbers.clause());
        assert_eq!(clause(&mut numbers), "1.");
        assert_eq!(heading(&mut numbers, 1), "2.");
        assert_eq!(clause(&mut numbers), "2.1");
        assert_eq!(clause(&mut numbers), "2.2");
        assert_eq!(heading(&mut numbers, 2), "2.3");
        assert_eq!(clause(&mut numbers), "2.3.1");
        assert_eq!(heading(&mut numbers, 1), "3.");
        assert_eq!(heading(&mut numbers, 4), "3.1.1.1");
        assert_eq!(clause(&mut numbers), "3.1.1.1.1");
    }
}
