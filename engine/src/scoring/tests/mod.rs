//! Scoring by example.

#![allow(clippy::unwrap_used)]

mod commitments;
mod ranking;
mod scores;

use super::*;
use crate::assessment::{Answer, Answers, Entry, ProtectionId, Response};
use crate::rubric::fixture::catalogue;
use std::collections::BTreeMap;
use std::num::NonZeroU32;

fn id(text: &str) -> ProtectionId {
    text.parse().unwrap()
}

/// Answers from `SC-01 yes, ML-01 opposite`; `n/a` takes out by hand.
fn answers(text: &str) -> Answers {
    let pairs = text
        .split(',')
        .map(str::trim)
        .filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, word) = pair.split_once(' ').unwrap();
            let response = match word {
                "yes" => Response::Answered(Answer::Yes),
                "partly" => Response::Answered(Answer::Partly),
                "no" => Response::Answered(Answer::No),
                "opposite" => Response::Answered(Answer::Opposite),
                "unknown" => Response::Answered(Answer::Unknown),
                _ => Response::NotApplicable {
                    reason: word.to_owned(),
                },
            };
            (
                id(name),
                Entry {
                    response,
                    ..Entry::default()
                },
            )
        })
        .collect()
}

fn places(locations: u32, reaches_patient_data: Tri) -> Circumstances {
    Circumstances {
        locations: NonZeroU32::new(locations),
        growth: Growth::NotPlanned,
        reaches_patient_data,
    }
}

fn found(text: &str) -> Findings {
    found_at(text, places(12, Tri::No))
}

fn found_at(text: &str, circumstances: Circumstances) -> Findings {
    score(
        &catalogue(),
        &answers(text),
        &BTreeMap::new(),
        &circumstances,
        &Weights::Standard,
    )
}
