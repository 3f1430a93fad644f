//! Answers that are nothing but an answer, as one short text: `BR01y02pCT01n` in the place of an object each.

use serde_json::{Map, Value, json};

/// The field that holds them, beside the `answers` of an assessment.
const PLAIN: &str = "plain";

/// The letter of each answer.
const LETTERS: [(char, &str); 6] = [
    ('y', "yes"),
    ('p', "partly"),
    ('n', "no"),
    ('o', "opposite"),
    ('u', "unknown"),
    ('x', "not-applicable"),
];

/// Packs the answers of every assessment.
pub(super) fn pack(file: &mut Value) {
    for assessment in assessments(file) {
        let Some(Value::Object(answers)) = assessment.get_mut("answers") else {
            continue;
        };
        let mut plain = String::new();
        let mut group = String::new();
        answers.retain(|id, entry| {
            let Some((letter, (letters, number))) = letter_of(entry).zip(id.split_once('-')) else {
                return true;
            };
            if letters != group {
                letters.clone_into(&mut group);
                plain.push_str(letters);
            }
            plain.push_str(number);
            plain.push(letter);
            false
        });
        if answers.is_empty() {
            assessment.remove("answers");
        }
        if !plain.is_empty() {
            assessment.insert(PLAIN.to_owned(), plain.into());
        }
    }
}

/// The letter of an entry that is nothing but its answer.
fn letter_of(entry: &Value) -> Option<char> {
    let only = entry.as_object().filter(|fields| fields.len() == 1)?;
    let answer = only.get("answer")?.as_str()?;
    let known = LETTERS.iter().find(|(_, name)| *name == answer);
    known.map(|(letter, _)| *letter)
}

/// Puts the answers of every assessment back where the file has them; `None` if they are not what [`pack`] writes.
pub(super) fn unpack(file: &mut Value) -> Option<()> {
    for assessment in assessments(file) {
        let Some(plain) = assessment.remove(PLAIN) else {
            continue;
        };
        let slot = assessment.entry("answers").or_insert_with(|| json!({}));
        entries(plain.as_str()?, slot.as_object_mut()?)?;
    }
    Some(())
}

fn entries(plain: &str, answers: &mut Map<String, Value>) -> Option<()> {
    let mut rest = plain;
    let mut group = "";
    while !rest.is_empty() {
        if rest.starts_with(|first: char| first.is_ascii_uppercase()) {
            (group, rest) = rest.split_at_checked(2)?;
        }
        let (number, after) = rest.split_at_checked(2)?;
        let mut letters = after.chars();
        let letter = letters.next()?;
        rest = letters.as_str();
        let (_, answer) = LETTERS.iter().find(|(known, _)| *known == letter)?;
        let id = [group, "-", number].concat();
        // One answer for one question: two would say what the file itself cannot say.
        if answers.insert(id, json!({ "answer": answer })).is_some() {
            return None;
        }
    }
    Some(())
}

/// Every assessment of a file with one client, as far as it looks like one.
fn assessments(file: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let agreements = file
        .get_mut("client")
        .and_then(|client| client.get_mut("agreements"))
        .and_then(Value::as_array_mut);
    agreements
        .into_iter()
        .flatten()
        .filter_map(|agreement| agreement.get_mut("assessments"))
        .filter_map(Value::as_array_mut)
        .flatten()
        .filter_map(Value::as_object_mut)
}
