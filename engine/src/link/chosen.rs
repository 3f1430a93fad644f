//! What of a client leaves with a link or a file for others: one agreement, one assessment, and only what was ticked.

use crate::agreement::{Coverage, Locations, Organization, Remedy, Stated};
use crate::assessment::{Answers, Ask, Entry, Response};
use crate::client::{AgreementRecord, Assessment, Client};
use std::collections::BTreeMap;

/// What may leave beside the answers and the figures. Nothing, until somebody says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Includes {
    /// Names: the client's, the agreement's, the provider's, those of locations, of whoever prepared it and who owns a request.
    pub names: bool,
    /// Notes, reasons, and what is quoted from the agreement.
    pub notes: bool,
    /// How far each request has come.
    pub progress: bool,
}

/// What stands for a wording that stays where it is: that there is one decides answers.
const LEFT_OUT: &str = "…";

/// One agreement with one assessment as it may leave. Ids are made anew: a person may have chosen them, and names hide in them.
/// The track record, the documents and every other agreement stay.
pub fn chosen(
    client: &Client,
    record: &AgreementRecord,
    assessment: &Assessment,
    with: Includes,
) -> Client {
    let mut record = AgreementRecord {
        id: "a1".to_owned(),
        standing: record.standing,
        agreement: record.agreement.clone(),
        assessments: vec![assessment_with(assessment, with)],
        incidents: Vec::new(),
    };
    let mut organization = client.organization.clone();
    let ids = rename_locations(&mut organization, with);
    let agreement = &mut record.agreement;
    if !with.names {
        agreement.name.clear();
        agreement.provider.clear();
    }
    for (at, service) in agreement.services.iter_mut().enumerate() {
        service.id = numbered('s', at);
        if let Stated::Says(Coverage::Listed(listed)) = &mut service.coverage {
            for (at, id) in listed.iter_mut().enumerate() {
                // One that is no location any more stays a stranger.
                *id = ids.get(id).cloned().unwrap_or_else(|| numbered('z', at));
            }
        }
        if !with.notes {
            blank(&mut service.definition);
            blank(&mut service.measurement);
            blank(&mut service.exclusions);
            if let Stated::Says(Remedy::Other(words)) = &mut service.remedy {
                LEFT_OUT.clone_into(words);
            }
        }
    }
    for severity in &mut agreement.severities {
        if !with.notes {
            blank(&mut severity.definition);
        }
    }
    Client {
        id: "c1".to_owned(),
        name: kept(&client.name, with.names),
        organization,
        agreements: vec![record],
        documents: Vec::new(),
        archived: false,
    }
}

/// The shorter variant: answers, and how many locations there are. `decided` are the answers that the promises decide, which
/// stay behind: without them the result would be another one.
pub fn answers_only(
    client: &Client,
    record: &AgreementRecord,
    assessment: &Assessment,
    decided: impl IntoIterator<Item = (crate::assessment::ProtectionId, Response)>,
    with: Includes,
) -> Client {
    let mut whole = chosen(client, record, assessment, with);
    let organization = &mut whole.organization;
    organization.locations = match organization.locations.count() {
        Some(count) => Locations::Count(count),
        None => Locations::NotSaid,
    };
    organization.typical = crate::agreement::LocationProfile::default();
    for record in &mut whole.agreements {
        let agreement = &mut record.agreement;
        *agreement = crate::agreement::Agreement {
            name: std::mem::take(&mut agreement.name),
            provider: std::mem::take(&mut agreement.provider),
            ..Default::default()
        };
    }
    for (id, response) in decided {
        for assessment in whole
            .agreements
            .iter_mut()
            .flat_map(|of| &mut of.assessments)
        {
            assessment.answers.change(id, |entry| {
                if entry.response == Response::Unanswered {
                    entry.response = response.clone();
                }
            });
        }
    }
    whole
}

fn assessment_with(assessment: &Assessment, with: Includes) -> Assessment {
    Assessment {
        id: "x1".to_owned(),
        on: assessment.on,
        reason: kept(&assessment.reason, with.notes),
        prepared_by: kept(&assessment.prepared_by, with.names),
        catalogue_version: assessment.catalogue_version.clone(),
        answers: answers_with(&assessment.answers, with),
        weights: assessment.weights.clone(),
    }
}

fn answers_with(answers: &Answers, with: Includes) -> Answers {
    answers
        .iter()
        .map(|(id, entry)| (id, entry_with(entry, with)))
        .collect()
}

fn entry_with(entry: &Entry, with: Includes) -> Entry {
    let response = match &entry.response {
        Response::NotApplicable { reason } => Response::NotApplicable {
            reason: kept(reason, with.notes),
        },
        other => other.clone(),
    };
    let mut evidence = entry.evidence.clone();
    evidence.retain(|_| with.notes);
    let ask = &entry.ask;
    Entry {
        response,
        note: kept(&entry.note, with.notes),
        evidence,
        ask: if with.progress {
            Ask {
                state: ask.state,
                on: ask.on,
                owner: kept(&ask.owner, with.names),
                counter_wording: kept(&ask.counter_wording, with.notes),
            }
        } else {
            Ask::default()
        },
    }
}

/// Gives every location another id, and says which has become which.
fn rename_locations(organization: &mut Organization, with: Includes) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    if let Locations::Named(named) = &mut organization.locations {
        for (at, location) in named.iter_mut().enumerate() {
            let new = numbered('l', at);
            ids.insert(std::mem::replace(&mut location.id, new.clone()), new);
            location.name = kept(&location.name, with.names);
        }
    }
    ids
}

fn numbered(letter: char, at: usize) -> String {
    [&letter.to_string(), (at + 1).to_string().as_str()].concat()
}

fn kept(text: &str, keep: bool) -> String {
    if keep { text.to_owned() } else { String::new() }
}

fn blank(stated: &mut Stated<String>) {
    if let Stated::Says(words) = stated {
        LEFT_OUT.clone_into(words);
    }
}
