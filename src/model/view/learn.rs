//! What the learn page shows: the glossary by letter, what the address names.

use engine::order::{by_name, in_order};
use engine::rubric::{Catalogue, Term};

/// The terms that begin with one letter.
pub struct Letter<'a> {
    /// The letter, as a capital.
    pub letter: char,
    /// The id of its heading.
    pub id: String,
    /// Its terms, by name.
    pub terms: Vec<&'a Term>,
}

/// The terms that match the search, in alphabetical order, a list a letter.
pub fn letters<'a>(catalogue: &'a Catalogue, search: &str) -> Vec<Letter<'a>> {
    let search = search.trim().to_ascii_lowercase();
    let terms: Vec<&Term> = catalogue
        .terms()
        .iter()
        .filter(|term| matches(term, &search))
        .collect();
    let terms = in_order(terms, |a, b| by_name(&a.term, &b.term));
    let mut letters: Vec<Letter> = Vec::new();
    for term in terms {
        let Some(letter) = term
            .term
            .chars()
            .next()
            .map(|letter| letter.to_ascii_uppercase())
        else {
            continue;
        };
        match letters.last_mut() {
            Some(last) if last.letter == letter => last.terms.push(term),
            _ => letters.push(Letter {
                letter,
                id: [
                    "letter-",
                    letter.to_ascii_lowercase().encode_utf8(&mut [0; 4]),
                ]
                .concat(),
                terms: vec![term],
            }),
        }
    }
    letters
}

/// Whether a term has the search words, in small letters, in its name, its other names or its meaning.
fn matches(term: &Term, search: &str) -> bool {
    let has = |text: &str| text.to_ascii_lowercase().contains(search);
    search.is_empty()
        || has(&term.term)
        || term.also.iter().any(|name| has(name))
        || has(&term.definition)
}

/// Whether the address names this element: what is folded away then stands open.
pub fn is_place(place: Option<&str>, prefix: &str, id: &str) -> bool {
    place.and_then(|place| place.strip_prefix(prefix)) == Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_whole_id() {
        assert!(is_place(Some("faq-privacy"), "faq-", "privacy"));
        assert!(!is_place(Some("faq-privacy"), "faq-", "priv"));
        assert!(!is_place(Some("term-privacy"), "faq-", "privacy"));
        assert!(!is_place(None, "faq-", "privacy"));
    }
}
