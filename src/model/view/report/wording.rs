//! The catalogue's clauses as spans: what stands in brackets is a blank to be filled in.

use engine::report::document::{Span, Spans};

/// The clause with its blanks.
pub(super) fn clause(text: &str) -> Spans {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((blank, tail)) = after.split_once(']') else {
            break;
        };
        if !before.is_empty() {
            spans.push(Span::text(before));
        }
        spans.push(Span::placeholder(blank));
        rest = tail;
    }
    if !rest.is_empty() {
        spans.push(Span::text(rest));
    }
    Spans(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_brackets_is_a_blank() {
        assert_eq!(
            clause("within [30 days], or [x]").0,
            [
                Span::text("within "),
                Span::placeholder("30 days"),
                Span::text(", or "),
                Span::placeholder("x"),
            ]
        );
        assert_eq!(clause("no blank").0, [Span::text("no blank")]);
        assert_eq!(clause("an open [one").0, [Span::text("an open [one")]);
        assert_eq!(clause("").0, []);
    }
}
