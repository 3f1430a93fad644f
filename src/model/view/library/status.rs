//! How an assessment stands, in a few words; worked out once for each state of a client.

use crate::format;
use crate::model::{Loading, Model, circumstances};
use crate::text::{common, results as text};
use engine::agreement::{Organization, derived_answers};
use engine::assessment::AskState;
use engine::client::{AgreementRecord, Assessment, Client};
use engine::scoring::{self, FourGaps, Weights};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How an assessment stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The four-gap check: `2 of 4`, or a range; empty = nothing is known.
    pub gaps: String,
    /// Multi-location protection: a figure or a range; empty = nothing is known.
    pub protection: String,
    /// Asks that were made and have no answer yet.
    pub asked: usize,
    /// Asks that were agreed to.
    pub agreed: usize,
}

/// What was worked out, by client; all copies of a model share it.
#[derive(Clone, Debug, Default)]
pub struct Statuses(Rc<RefCell<BTreeMap<String, Known>>>);

/// A status, and what it was worked out from.
#[derive(Clone, Debug)]
struct Known {
    client: Rc<Client>,
    with_catalogue: bool,
    status: Rc<Status>,
}

/// How the assessment of a client stands that the screens would work on.
pub(super) fn of_client(model: &Model, client: &Rc<Client>) -> Rc<Status> {
    let with_catalogue = matches!(model.catalogue, Loading::Ready(_));
    let mut kept = model.statuses.0.borrow_mut();
    if let Some(known) = kept.get(&client.id)
        && Rc::ptr_eq(&known.client, client)
        && known.with_catalogue == with_catalogue
    {
        return known.status.clone();
    }
    let chosen = crate::model::Chosen::default();
    let status = match (chosen.record(client), chosen.assessment(client)) {
        (Some(record), Some(assessment)) => {
            of_assessment(model, &client.organization, record, assessment)
        }
        _ => Status::default(),
    };
    let status = Rc::new(status);
    let known = Known {
        client: client.clone(),
        with_catalogue,
        status: status.clone(),
    };
    kept.insert(client.id.clone(), known);
    status
}

/// How one assessment stands.
pub(super) fn of_assessment(
    model: &Model,
    organization: &Organization,
    record: &AgreementRecord,
    assessment: &Assessment,
) -> Status {
    let circumstances = circumstances(organization);
    let asks = |state| {
        let asks = assessment.answers.iter();
        asks.filter(|(_, entry)| entry.ask.state == state).count()
    };
    let mut status = Status {
        asked: asks(AskState::Asked) + asks(AskState::Offered),
        agreed: asks(AskState::Agreed),
        ..Status::default()
    };
    let four = match model.standard_catalogue() {
        None => FourGaps::from_answers(&assessment.answers, circumstances),
        Some(catalogue) => {
            // With the catalogue, what the commitments decide counts here as it does on the results.
            let findings = scoring::score(
                catalogue,
                &assessment.answers,
                &derived_answers(organization, &record.agreement),
                &circumstances,
                &Weights::Standard,
            );
            let (low, high, figure) =
                format::score(model.words, findings.multi_location.interval());
            if (low, high) != (0, 100) {
                status.protection = figure;
            }
            findings.four_gaps
        }
    };
    status.gaps = gaps(model, &four);
    status
}

fn gaps(model: &Model, gaps: &FourGaps) -> String {
    let all = gaps.applicable.to_string();
    if gaps.applicable == 0 {
        return String::new();
    }
    if gaps.low == gaps.high {
        let values = [("n", &*gaps.low.to_string()), ("all", &all)];
        return model.words.fill(text::SCORES_FOUR_FIGURE, &values);
    }
    if (gaps.low, gaps.high) == (0, gaps.applicable) {
        return model.words.get(common::SCORE_NOTHING).to_owned();
    }
    let ends = [
        ("low", &*gaps.low.to_string()),
        ("high", &*gaps.high.to_string()),
        ("all", &all),
    ];
    model.words.fill(text::SCORES_FOUR_RANGE, &ends)
}
