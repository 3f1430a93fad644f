//! A dated assessment: answers, notes, evidence, asks and weights.

use super::node::{Node, Read};
use super::value::{
    Words, read_date, read_id, read_protection_id, read_text, word_for, write_date, write_word,
};
use super::writer::Writer;
use crate::assessment::{Answer, Answers, Ask, AskState, Entry, Evidence, ProtectionId, Response};
use crate::client::Assessment;
use std::collections::BTreeMap;

/// The answers; none for a protection that was taken out by hand.
const ANSWERS: &Words<Option<Answer>> = &[
    ("yes", Some(Answer::Yes)),
    ("partly", Some(Answer::Partly)),
    ("no", Some(Answer::No)),
    ("opposite", Some(Answer::Opposite)),
    ("unknown", Some(Answer::Unknown)),
    ("not-applicable", None),
];

const ASK_STATES: &Words<AskState> = &[
    ("open", AskState::Open),
    ("asked", AskState::Asked),
    ("offered", AskState::Offered),
    ("agreed", AskState::Agreed),
    ("refused", AskState::Refused),
];

pub(super) fn read_assessment(node: &Node) -> Read<Assessment> {
    let o = node.object()?;
    let assessment = Assessment {
        id: read_id(&o.need("id")?)?,
        on: read_date(&o.need("on")?)?,
        reason: o.or_default("reason", read_text),
        prepared_by: o.or_default("prepared_by", read_text),
        catalogue_version: o.or_default("catalogue_version", read_text),
        answers: o.or_default("answers", read_answers),
        weights: o.or_default("weights", read_weights),
    };
    o.close();
    Some(assessment)
}

pub(super) fn write_assessment(w: &mut Writer, assessment: &Assessment) {
    w.object(|w| {
        w.key("id").text(&assessment.id);
        w.key("on");
        write_date(w, &assessment.on);
        w.text_field("reason", &assessment.reason);
        w.text_field("prepared_by", &assessment.prepared_by);
        w.text_field("catalogue_version", &assessment.catalogue_version);
        if !assessment.answers.is_empty() {
            w.key("answers").object(|w| {
                for (id, entry) in assessment.answers.iter() {
                    w.key(&id.to_string());
                    write_entry(w, entry);
                }
            });
        }
        if !assessment.weights.is_empty() {
            w.key("weights").object(|w| {
                for (id, weight) in &assessment.weights {
                    w.key(&id.to_string())
                        .whole(u64::from((*weight).clamp(1, 5)));
                }
            });
        }
    });
}

fn read_answers(node: &Node) -> Read<Answers> {
    let mut answers = Answers::default();
    node.entries(|key, node| {
        let id = read_protection_id(node, key)?;
        answers.insert(id, read_entry(node)?);
        Some(())
    })?;
    Some(answers)
}

fn read_weights(node: &Node) -> Read<BTreeMap<ProtectionId, u8>> {
    let mut weights = BTreeMap::new();
    node.entries(|key, node| {
        let id = read_protection_id(node, key)?;
        weights.insert(id, u8::try_from(node.number(1, 5)?).unwrap_or(5));
        Some(())
    })?;
    Some(weights)
}

fn read_entry(node: &Node) -> Read<Entry> {
    let o = node.object()?;
    let response = match o.maybe("answer", |node| node.choice(ANSWERS)) {
        None => Response::Unanswered,
        Some(Some(answer)) => Response::Answered(answer),
        Some(None) => Response::NotApplicable {
            reason: o.or_default("reason", read_text),
        },
    };
    let entry = Entry {
        response,
        note: o.or_default("note", read_text),
        evidence: o.or_default("evidence", |node| node.list(read_evidence)),
        ask: o.or_default("ask", read_ask),
    };
    o.close();
    Some(entry)
}

fn write_entry(w: &mut Writer, entry: &Entry) {
    w.object(|w| {
        match &entry.response {
            Response::Unanswered => {}
            Response::Answered(answer) => {
                w.key("answer").text(word_for(ANSWERS, &Some(*answer)));
            }
            Response::NotApplicable { reason } => {
                w.key("answer").text(word_for(ANSWERS, &None));
                w.text_field("reason", reason);
            }
        }
        w.text_field("note", &entry.note);
        w.list_field("evidence", &entry.evidence, write_evidence);
        if entry.ask != Ask::default() {
            w.key("ask");
            write_ask(w, &entry.ask);
        }
    });
}

fn read_evidence(node: &Node) -> Read<Evidence> {
    let o = node.object()?;
    let evidence = Evidence {
        quote: o.or_default("quote", read_text),
        place: o.or_default("place", read_text),
        source: o.or_default("source", read_text),
    };
    o.close();
    Some(evidence)
}

fn write_evidence(w: &mut Writer, evidence: &Evidence) {
    w.object(|w| {
        w.text_field("quote", &evidence.quote);
        w.text_field("place", &evidence.place);
        w.text_field("source", &evidence.source);
    });
}

fn read_ask(node: &Node) -> Read<Ask> {
    let o = node.object()?;
    let ask = Ask {
        state: o.or_default("state", |node| node.choice(ASK_STATES)),
        on: o.maybe("on", read_date),
        owner: o.or_default("owner", read_text),
        counter_wording: o.or_default("counter_wording", read_text),
    };
    o.close();
    Some(ask)
}

fn write_ask(w: &mut Writer, ask: &Ask) {
    w.object(|w| {
        write_word(w, "state", ASK_STATES, &ask.state);
        w.maybe("on", ask.on.as_ref(), write_date);
        w.text_field("owner", &ask.owner);
        w.text_field("counter_wording", &ask.counter_wording);
    });
}
