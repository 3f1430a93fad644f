//! What the commitments answer.

use super::super::*;
use super::{answers, id, places};
use crate::assessment::{Answer, ProtectionId};
use crate::rubric::fixture::catalogue;
use std::collections::BTreeMap;

fn derived(text: &str, answer: Answer) -> BTreeMap<ProtectionId, Derived> {
    let because = Because {
        key: "because",
        values: vec!["4 h".to_owned()],
    };
    BTreeMap::from([(id(text), Derived { answer, because })])
}

#[test]
fn commitments_answer_until_the_person_overrules() {
    let with = |text: &str, derived: &BTreeMap<_, _>| {
        let findings = score(
            &catalogue(),
            &answers(text),
            derived,
            &places(12, Tri::No),
            &Weights::Standard,
        );
        let item = findings.item(id("SC-03")).unwrap().clone();
        (item.mark(), item.origin)
    };
    let yes = derived("SC-03", Answer::Yes);
    let answered = |answer| Some(Mark::Answered(answer));
    assert!(matches!(with("", &yes), (mark, Origin::Derived(_)) if mark == answered(Answer::Yes)));
    assert!(
        matches!(with("SC-03 unknown", &yes), (mark, Origin::Derived(_)) if mark == answered(Answer::Yes))
    );
    assert!(
        matches!(with("SC-03 no", &yes), (mark, Origin::Overruled(_)) if mark == answered(Answer::No))
    );
    assert!(
        matches!(with("SC-03 yes", &yes), (mark, Origin::Person) if mark == answered(Answer::Yes))
    );
    assert_eq!(with("SC-03 n/a", &yes).0, None);
}

#[test]
fn what_only_people_know_is_never_derived() {
    let derived = derived("SL-11", Answer::Yes);
    let findings = score(
        &catalogue(),
        &answers(""),
        &derived,
        &places(12, Tri::No),
        &Weights::Standard,
    );
    assert_eq!(
        findings.item(id("SL-11")).unwrap().mark(),
        Some(Mark::Unanswered)
    );
}
