//! Every gap in its order, with the request and how far that has come.

use super::super::subject::{Subject, said_of};
use super::section;
use crate::model::view::figure::Shown;
use crate::model::view::results::{card, state_name};
use crate::text::report as text;
use crate::words::fill;
use engine::report::document::{Callout, Document, Heading, Paragraph, Span, Spans, Style};
use engine::rubric::Protection;
use engine::scoring::Gap;

pub(super) fn gaps(of: &Subject, document: &mut Document) {
    section(document, of.say(text::FULL_GAPS));
    if of.found.gaps.is_empty() {
        document.paragraph(of.say(text::SUMMARY_NO_GAPS));
    }
    for (at, gap) in of.found.gaps.iter().enumerate() {
        if let Some(protection) = of.catalogue.protection(gap.id) {
            one(of, document, at + 1, gap, protection);
        }
    }
}

fn one(of: &Subject, document: &mut Document, rank: usize, gap: &Gap, protection: &Protection) {
    let words = of.words;
    let card = card(of.model, of.found, gap, rank, of.catalogue);
    let values = [
        ("rank", &*rank.to_string()),
        ("title", &*protection.title),
        ("id", &*gap.id.to_string()),
    ];
    document.push(Heading::new(2, words.fill(text::FULL_GAP, &values)));
    let mark = of.mark(gap);
    let exposure = fill(&protection.exposure, &[("n", &card.locations)]);
    document.push(Callout::new(mark.tone(), mark.text(), exposure));
    document.push(Paragraph::styled(Style::Small, card.because));
    if let Some(time) = card.incident {
        document.push(said_of(of.say(text::SUMMARY_INCIDENT), &how(&time)));
    }
    document.push(said_of(of.say(text::FULL_ASK), &protection.ask));
    stand(of, document, gap, &card.since);
    if of.model.papers.notes {
        notes(of, document, gap);
    }
}

/// A figure with how it was worked out.
fn how(shown: &Shown) -> String {
    [&shown.text, ". ", &shown.derivation.formula].concat()
}

fn stand(of: &Subject, document: &mut Document, gap: &Gap, since: &str) {
    let ask = &of.entry(gap.id).ask;
    let says = [state_name(of.words, ask.state), ". ", since].concat();
    document.push(said_of(of.say(text::FULL_STAND), &says));
    for (name, value) in [
        (text::FULL_OWNER, &ask.owner),
        (text::FULL_COUNTER, &ask.counter_wording),
    ] {
        if !value.trim().is_empty() {
            document.push(said_of(of.say(name), value));
        }
    }
}

/// What is often not meant for others.
fn notes(of: &Subject, document: &mut Document, gap: &Gap) {
    let entry = of.entry(gap.id);
    if !entry.note.trim().is_empty() {
        document.push(said_of(of.say(text::FULL_NOTE), &entry.note));
    }
    for evidence in &entry.evidence {
        if evidence.quote.trim().is_empty() {
            continue;
        }
        let mut says = vec![Span::text(evidence.quote.trim())];
        if !evidence.place.trim().is_empty() {
            let place = [" (", evidence.place.trim(), ")"].concat();
            says.push(Span::text(place));
        }
        let name = [of.say(text::FULL_QUOTE), ":"].concat();
        document.push(Paragraph::new(Span::strong(name)));
        document.push(Paragraph::styled(Style::Quote, Spans(says)));
    }
}
