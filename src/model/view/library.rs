//! The list of saved assessments.

use crate::model::{Model, library::shown_name};
use crate::text::results as text;
use engine::agreement::derived_answers;
use engine::client::Client;
use engine::order::{by_name, in_order};
use engine::scoring::{self, Circumstances, FourGaps, Weights};

/// One client in the list.
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The agreement's name and provider.
    pub agreement: String,
    /// The four-gap check: `2 of 4`, or a range.
    pub gaps: String,
    /// Whether it is the one being worked on.
    pub open: bool,
}

/// All saved clients, the open one first, the others by name.
pub fn rows(model: &Model) -> Vec<Row> {
    let mut rows = Vec::new();
    if model.open.revision > 0 || model.open.changed {
        rows.push(row(model, &model.open.client, true));
    }
    let others: Vec<Row> = model
        .shelf
        .values()
        .map(|shelved| row(model, &shelved.client, false))
        .collect();
    rows.extend(in_order(others, |a, b| {
        by_name(&a.name, &b.name).then_with(|| a.id.cmp(&b.id))
    }));
    rows
}

fn row(model: &Model, client: &Client, open: bool) -> Row {
    let record = client.agreements.last();
    let agreement = record.map(|record| {
        let parts = [
            record.agreement.name.trim(),
            record.agreement.provider.trim(),
        ];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    });
    let circumstances: Circumstances = crate::model::circumstances(&client.organization);
    let gaps = record
        .and_then(|record| record.assessments.last())
        .map(|assessment| {
            // With the catalogue, what the commitments decide counts here as it does on the results.
            let gaps = model.catalogue.ready().map_or_else(
                || FourGaps::from_answers(&assessment.answers, circumstances),
                |catalogue| {
                    let derived = record
                        .map(|record| derived_answers(&client.organization, &record.agreement));
                    scoring::score(
                        catalogue,
                        &assessment.answers,
                        &derived.unwrap_or_default(),
                        &circumstances,
                        &Weights::Standard,
                    )
                    .four_gaps
                },
            );
            let all = gaps.applicable.to_string();
            if gaps.applicable == 0 {
                String::new()
            } else if gaps.low == gaps.high {
                model.words.fill(
                    text::SCORES_FOUR_FIGURE,
                    &[("n", &gaps.low.to_string()), ("all", &all)],
                )
            } else {
                let ends = [
                    ("low", &*gaps.low.to_string()),
                    ("high", &*gaps.high.to_string()),
                    ("all", &all),
                ];
                model.words.fill(text::SCORES_FOUR_RANGE, &ends)
            }
        });
    Row {
        id: client.id.clone(),
        name: shown_name(model.words, &client.name),
        agreement: agreement.unwrap_or_default(),
        gaps: gaps.unwrap_or_default(),
        open,
    }
}
