//! Questions can be read by anybody: Flesch-Kincaid grade 12 at most.
//!
//! Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid, Fishburne, Rogers, Chissom 1975).
//! Syllables are guessed: each run of vowels (a e i o u y) is one; a final silent `e`, `es` or `ed` is none; `-le` after a
//! consonant is one; a word has at least one. Capitals up to three letters are spelled out; figures count as one syllable.
//! Words of the field that no question can avoid are not excused: the sentence around them must be the shorter.

use crate::files::{Content, Failures};

/// The highest grade of a question.
const MOST: f64 = 12.0;

pub fn check(content: &Content, failures: &mut Failures) {
    for text in content.texts() {
        if text.field == "question" && text.file.starts_with("en/protections/") {
            let grade = grade(&text.words);
            if grade > MOST {
                text.fail(
                    failures,
                    &format!("reading grade {grade:.1}, at most {MOST}: {}", text.words),
                );
            }
        }
    }
}

#[allow(clippy::cast_precision_loss)] // A question has fewer words than a float has integers.
pub fn grade(text: &str) -> f64 {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    let ends = text
        .split_whitespace()
        .filter(|word| word.ends_with(['.', '?', '!']))
        .count();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (words, sentences) = (words.len().max(1) as f64, ends.max(1) as f64);
    0.39 * words / sentences + 11.8 * syllables as f64 / words - 15.59
}

fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    if letters.len() <= 3 && !letters.is_empty() && word.chars().all(char::is_uppercase) {
        return letters.len();
    }
    let vowel = |c: &char| "aeiouy".contains(*c);
    let mut runs = 0;
    let mut inside = false;
    for letter in &letters {
        runs += usize::from(vowel(letter) && !inside);
        inside = vowel(letter);
    }
    let silent = match letters.as_slice() {
        [.., a, 'l', 'e'] => vowel(a),
        [.., a, 'e'] => !vowel(a),
        // "times" but not "addresses", "used" but not "needed".
        [.., a, 'e', 's'] => !vowel(a) && !"scxzhg".contains(*a),
        [.., a, 'e', 'd'] => !vowel(a) && !"td".contains(*a),
        _ => false,
    };
    (runs - usize::from(silent && runs > 1)).max(1)
}

#[test]
fn syllables_are_guessed_well_enough() {
    let words = [
        ("the", 1),
        ("outage", 2),
        ("times", 1),
        ("table", 2),
        ("used", 1),
        ("needed", 2),
        ("addresses", 3),
        ("provider", 3),
        ("agreement", 3),
        ("availability", 6),
        ("SLA", 3),
        ("24", 1),
    ];
    for (word, count) in words {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn plain_sentences_have_a_low_grade_and_heavy_ones_a_high_one() {
    let plain = grade("Does it say who you can call at night?");
    let heavy = grade(
        "Notwithstanding contractual availability obligations, does the agreement necessitate organizational \
         accountability for infrastructure deterioration?",
    );
    assert!(plain < 4.0 && heavy > 18.0, "{plain} {heavy}");
}
