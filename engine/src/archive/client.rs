//! A client as a whole: organization, agreements over time, documents and incidents.

use super::agreement::{LEVELS, read_agreement, write_agreement};
use super::assessment::{read_assessment, write_assessment};
use super::error::Problem;
use super::node::{Node, Read};
use super::organization::{read_organization, write_organization};
use super::value::{
    Words, read_id, read_instant, read_text, read_tri, read_yes_or_no, word_for, write_instant,
    write_tri, write_word,
};
use super::writer::Writer;
use crate::client::{AgreementRecord, Client, Document, IncidentRecord, Standing};

const STANDINGS: &Words<Standing> = &[
    ("current", Standing::Current),
    ("proposed", Standing::Proposed),
    ("past", Standing::Past),
];

pub(super) fn read_client(node: &Node) -> Read<Client> {
    let o = node.object()?;
    let client = Client {
        id: read_id(&o.need("id")?)?,
        name: o.or_default("name", read_text),
        organization: o.or_default("organization", read_organization),
        agreements: o.or_default("agreements", |node| node.list_by_id(read_record)),
        documents: o.or_default("documents", |node| node.list_by_id(read_document)),
        archived: o.or_default("archived", read_yes_or_no),
    };
    o.close();
    Some(client)
}

pub(super) fn write_client(w: &mut Writer, client: &Client) {
    w.object(|w| {
        w.key("id").text(&client.id);
        w.text_field("name", &client.name);
        w.key("organization");
        write_organization(w, &client.organization);
        w.key("agreements").list(&client.agreements, write_record);
        w.list_field("documents", &client.documents, write_document);
        if client.archived {
            w.key("archived").yes_or_no(true);
        }
    });
}

fn read_record(node: &Node) -> Read<AgreementRecord> {
    let o = node.object()?;
    let record = AgreementRecord {
        id: read_id(&o.need("id")?)?,
        standing: o.or_default("standing", |node| node.choice(STANDINGS)),
        agreement: o.or_default("agreement", read_agreement),
        assessments: o.or_default("assessments", |node| node.list_by_id(read_assessment)),
        incidents: o.or_default("incidents", |node| node.list_by_id(read_incident)),
    };
    o.close();
    Some(record)
}

fn write_record(w: &mut Writer, record: &AgreementRecord) {
    w.object(|w| {
        w.key("id").text(&record.id);
        write_word(w, "standing", STANDINGS, &record.standing);
        w.key("agreement");
        write_agreement(w, &record.agreement);
        w.key("assessments")
            .list(&record.assessments, write_assessment);
        w.list_field("incidents", &record.incidents, write_incident);
    });
}

fn read_document(node: &Node) -> Read<Document> {
    let o = node.object()?;
    let document = Document {
        id: read_id(&o.need("id")?)?,
        name: o.or_default("name", read_text),
        kind: o.or_default("kind", read_text),
        fingerprint: o.or_default("fingerprint", read_text),
    };
    o.close();
    Some(document)
}

fn write_document(w: &mut Writer, document: &Document) {
    w.object(|w| {
        w.key("id").text(&document.id);
        w.text_field("name", &document.name);
        w.text_field("kind", &document.kind);
        w.text_field("fingerprint", &document.fingerprint);
    });
}

fn read_incident(node: &Node) -> Read<IncidentRecord> {
    let o = node.object()?;
    let incident = IncidentRecord {
        id: read_id(&o.need("id")?)?,
        location: o.or_default("location", read_text),
        service: o.or_default("service", read_text),
        started: o.maybe("started", read_instant),
        ended: o.maybe("ended", read_instant),
        reported: o.maybe("reported", read_instant),
        severity: o.maybe("severity", |node| node.choice(LEVELS)),
        cause: o.or_default("cause", read_text),
        counted: o.or_default("counted", read_tri),
    };
    if let (Some(started), Some(ended)) = (incident.started, incident.ended)
        && ended < started
    {
        o.need("ended")?.fail(Problem::EndsBeforeStart)?;
    }
    o.close();
    Some(incident)
}

fn write_incident(w: &mut Writer, incident: &IncidentRecord) {
    w.object(|w| {
        w.key("id").text(&incident.id);
        w.text_field("location", &incident.location);
        w.text_field("service", &incident.service);
        w.maybe("started", incident.started.as_ref(), write_instant);
        w.maybe("ended", incident.ended.as_ref(), write_instant);
        w.maybe("reported", incident.reported.as_ref(), write_instant);
        w.maybe("severity", incident.severity.as_ref(), |w, level| {
            w.text(word_for(LEVELS, level));
        });
        w.text_field("cause", &incident.cause);
        write_tri(w, "counted", incident.counted);
    });
}
