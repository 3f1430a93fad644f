//! Several agreements of one client, each with its dated assessments.

use crate::support::{ready, sample};
use crate::{answer, response};
use engine::assessment::{Answer, Response};
use engine::client::Standing;
use sla_gap::model::{Effect, Event, Model, VersionEvent, update};

fn say(model: &mut Model, event: VersionEvent) -> Vec<Effect> {
    update(model, Event::Versions(event))
}

fn answered(model: &Model) -> Response {
    response(model, "ML-01")
}

#[test]
fn a_proposal_begins_with_what_the_current_one_says_and_goes_its_own_way() {
    let mut model = sample("#/library");
    answer(&mut model, "ML-01", Answer::No);
    let current = model.record().unwrap().clone();
    let effects = say(&mut model, VersionEvent::CopyAgreement(current.id.clone()));
    assert!(effects.contains(&Effect::SaveSoon));
    let proposal = model.record().unwrap().clone();
    assert_ne!(proposal.id, current.id);
    assert_eq!(proposal.standing, Standing::Proposed);
    assert_eq!(proposal.agreement.services, current.agreement.services);
    assert_eq!(proposal.assessments.len(), 1);
    assert_eq!(proposal.assessments[0].on, model.today);
    assert_eq!(answered(&model), Response::Answered(Answer::No));
    answer(&mut model, "ML-01", Answer::Yes);
    assert_eq!(answered(&model), Response::Answered(Answer::Yes));
    // Back to the one in force: nothing of it has changed.
    say(
        &mut model,
        VersionEvent::Choose(current.id.clone(), String::new()),
    );
    assert_eq!(answered(&model), Response::Answered(Answer::No));
    assert_eq!(model.record(), Some(&current));
}

#[test]
fn an_assessment_made_again_leaves_the_older_one_as_it_was() {
    let mut model = sample("#/library");
    answer(&mut model, "ML-01", Answer::Partly);
    let (agreement, older) = {
        let record = model.record().unwrap();
        (record.id.clone(), record.assessments[0].id.clone())
    };
    say(&mut model, VersionEvent::NewAssessment(agreement.clone()));
    answer(&mut model, "ML-01", Answer::Yes);
    assert_eq!(model.record().unwrap().assessments.len(), 2);
    say(
        &mut model,
        VersionEvent::Choose(agreement.clone(), older.clone()),
    );
    assert_eq!(answered(&model), Response::Answered(Answer::Partly));
    assert_eq!(model.assessment().unwrap().id, older);
    // Removed, it can be had back; the screens go on with the other.
    say(&mut model, VersionEvent::RemoveAssessment(agreement, older));
    assert_eq!(answered(&model), Response::Answered(Answer::Yes));
    update(&mut model, Event::NoticeUndone);
    assert_eq!(model.record().unwrap().assessments.len(), 2);
}

#[test]
fn the_last_agreement_and_the_last_assessment_stay() {
    let mut model = ready("#/library");
    let record = model.record().unwrap().clone();
    let only = record.assessments[0].id.clone();
    assert!(say(&mut model, VersionEvent::RemoveAgreement(record.id.clone())).is_empty());
    assert!(
        say(
            &mut model,
            VersionEvent::RemoveAssessment(record.id.clone(), only)
        )
        .is_empty()
    );
    say(&mut model, VersionEvent::NewAgreement);
    assert_eq!(model.record().unwrap().standing, Standing::Proposed);
    let made = model.record().unwrap().id.clone();
    say(&mut model, VersionEvent::RemoveAgreement(made));
    assert_eq!(model.record().unwrap().id, record.id);
}

#[test]
fn without_a_choice_the_agreement_in_force_is_worked_on() {
    let mut model = ready("#/library");
    let first = model.record().unwrap().id.clone();
    say(&mut model, VersionEvent::NewAgreement);
    let second = model.record().unwrap().id.clone();
    say(
        &mut model,
        VersionEvent::Choose(String::new(), String::new()),
    );
    assert_eq!(model.record().unwrap().id, first);
    say(
        &mut model,
        VersionEvent::Standing(second.clone(), Standing::Current),
    );
    say(&mut model, VersionEvent::Standing(first, Standing::Past));
    assert_eq!(model.record().unwrap().id, second);
}

#[test]
fn what_is_not_there_changes_nothing() {
    let mut model = sample("#/library");
    let before = model.open.client.clone();
    let gone = || "gone".to_owned();
    for event in [
        VersionEvent::CopyAgreement(gone()),
        VersionEvent::NewAssessment(gone()),
        VersionEvent::RemoveAgreement(gone()),
        VersionEvent::RemoveAssessment(gone(), gone()),
        VersionEvent::Standing(gone(), Standing::Past),
    ] {
        say(&mut model, event);
    }
    assert_eq!(model.open.client, before);
}
