//! Answers and states as the screens name them.

use crate::text::assess as text;
use crate::words::{Text, Words};
use engine::assessment::{Answer, Response};
use engine::scoring::{Item, Leave, Mark, State};

/// The answers that a person can choose, in order, with the key that the choice uses.
const CHOICES: [(&str, Text); 6] = [
    ("yes", text::ANSWER_YES),
    ("partly", text::ANSWER_PARTLY),
    ("no", text::ANSWER_NO),
    ("opposite", text::ANSWER_OPPOSITE),
    ("unknown", text::ANSWER_UNKNOWN),
    ("out", text::ANSWER_NOT_APPLICABLE),
];

/// The keys of the answers with their names, in order.
pub fn choices(words: Words) -> [(&'static str, &'static str); 6] {
    CHOICES.map(|(key, name)| (key, words.get(name)))
}

/// The key of a response; empty for "not answered".
pub fn key(response: &Response) -> &'static str {
    match response {
        Response::Unanswered => "",
        Response::Answered(answer) => answer_key(*answer),
        Response::NotApplicable { .. } => "out",
    }
}

fn answer_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::Partly => "partly",
        Answer::No => "no",
        Answer::Opposite => "opposite",
        Answer::Unknown => "unknown",
    }
}

/// The response of a key; a reason that was given before is kept.
pub fn response(key: &str, before: &Response) -> Response {
    match key {
        "yes" => Response::Answered(Answer::Yes),
        "partly" => Response::Answered(Answer::Partly),
        "no" => Response::Answered(Answer::No),
        "opposite" => Response::Answered(Answer::Opposite),
        "unknown" => Response::Answered(Answer::Unknown),
        "out" => match before {
            Response::NotApplicable { reason } => Response::NotApplicable {
                reason: reason.clone(),
            },
            _ => Response::NotApplicable {
                reason: String::new(),
            },
        },
        _ => Response::Unanswered,
    }
}

/// An answer in words.
pub fn label(words: Words, answer: Answer) -> &'static str {
    words.get(match answer {
        Answer::Yes => text::ANSWER_YES,
        Answer::Partly => text::ANSWER_PARTLY,
        Answer::No => text::ANSWER_NO,
        Answer::Opposite => text::ANSWER_OPPOSITE,
        Answer::Unknown => text::ANSWER_UNKNOWN,
    })
}

/// The state of a protection: the class of its mark, and its short name.
pub fn mark(words: Words, item: Option<&Item>) -> (&'static str, &'static str) {
    let (class, name) = match item.map(|item| &item.state) {
        Some(State::Leaves(_)) => ("out", text::SHORT_NOT_APPLICABLE),
        Some(State::Counts(mark)) => return mark_of(words, *mark),
        None => ("open", text::SHORT_UNANSWERED),
    };
    (class, words.get(name))
}

/// The same for what is known about a protection that counts.
pub fn mark_of(words: Words, mark: Mark) -> (&'static str, &'static str) {
    let (class, name) = match mark {
        Mark::Unanswered => ("open", text::SHORT_UNANSWERED),
        Mark::Answered(answer) => of_answer(answer),
    };
    (class, words.get(name))
}

/// The state of an answer by itself.
pub fn own_mark(words: Words, response: &Response) -> (&'static str, &'static str) {
    let (class, name) = match response {
        Response::NotApplicable { .. } => ("out", text::SHORT_NOT_APPLICABLE),
        Response::Unanswered => ("open", text::SHORT_UNANSWERED),
        Response::Answered(answer) => of_answer(*answer),
    };
    (class, words.get(name))
}

fn of_answer(answer: Answer) -> (&'static str, Text) {
    match answer {
        Answer::Yes => ("met", text::SHORT_YES),
        Answer::Partly => ("partly", text::SHORT_PARTLY),
        Answer::No => ("missing", text::SHORT_NO),
        Answer::Opposite => ("opposite", text::SHORT_OPPOSITE),
        Answer::Unknown => ("unknown", text::SHORT_UNKNOWN),
    }
}

/// Why a protection does not count, where a rule took it out.
pub fn leave(words: Words, item: &Item) -> Option<&'static str> {
    match &item.state {
        State::Leaves(Leave::OneLocation) => Some(words.get(text::LEAVES_ONE)),
        State::Leaves(Leave::NoPatientData) => Some(words.get(text::LEAVES_HEALTH)),
        State::Leaves(Leave::PatientDataNotSaid) => Some(words.get(text::LEAVES_HEALTH_UNKNOWN)),
        State::Leaves(Leave::ByHand { .. }) | State::Counts(_) => None,
    }
}
