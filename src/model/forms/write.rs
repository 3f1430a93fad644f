//! Puts a value where its path says.

use super::path::{FieldPath, Place};
use super::read::Read;
use super::spec::{Given, put_in};
use super::trouble::Trouble;
use super::{credits, organization, service, severity, support, term};
use crate::model::Chosen;
use crate::text::commitments as text;
use engine::agreement::{Agreement, Coverage, Location, Locations, Organization, Stated};
use engine::client::Client;
use engine::order::caseless;
use std::collections::BTreeSet;

/// Puts a value into the client's file; a path that leads nowhere changes nothing.
pub fn put(client: &mut Client, chosen: &Chosen, path: FieldPath, given: &Given) -> Read<()> {
    let Client {
        organization,
        agreements,
        ..
    } = client;
    match path.place {
        Place::Organization | Place::Typical | Place::Location(_) => {
            put_organization(organization, path, given)
        }
        _ => match chosen.record_mut(agreements) {
            Some(record) => put_agreement(
                &mut record.agreement,
                organization.locations.named(),
                path,
                given,
            ),
            None => Ok(()),
        },
    }
}

fn put_organization(organization: &mut Organization, path: FieldPath, given: &Given) -> Read<()> {
    match (path.place, &mut organization.locations) {
        (Place::Typical, _) => put_in(
            organization::PROFILE,
            &mut organization.typical,
            path.key,
            given,
        ),
        (Place::Location(at), Locations::Named(list)) => match list.get_mut(at) {
            Some(location) if path.key == "name" => {
                put_in(organization::NAME, location, path.key, given)
            }
            Some(location) => put_in(
                organization::PROFILE,
                &mut location.profile,
                path.key,
                given,
            ),
            None => Ok(()),
        },
        (Place::Organization, _) => put_in(&organization::specs(), organization, path.key, given),
        _ => Ok(()),
    }
}

fn put_agreement(
    agreement: &mut Agreement,
    locations: &[Location],
    path: FieldPath,
    given: &Given,
) -> Read<()> {
    let key = path.key;
    match path.place {
        Place::Agreement => put_in(support::AGREEMENT, agreement, key, given),
        Place::Service(at) => match agreement.services.get_mut(at) {
            Some(service) if key == service::LISTED => {
                put_listed(&mut service.coverage, locations, given)
            }
            Some(service) => put_in(service::SPECS, service, key, given),
            None => Ok(()),
        },
        Place::Severity(at) => agreement.severities.get_mut(at).map_or(Ok(()), |severity| {
            put_in(severity::SPECS, severity, key, given)
        }),
        Place::Support => put_in(support::SUPPORT, &mut agreement.support, key, given),
        Place::Credits => put_in(credits::SPECS, &mut agreement.credits, key, given),
        Place::Tier(at) => credits::Row::of(&mut agreement.credits, at).put(key, given),
        Place::Term => put_in(term::TERM, &mut agreement.term, key, given),
        Place::Fees => put_in(term::FEES, &mut agreement.fees, key, given),
        Place::Organization | Place::Typical | Place::Location(_) => Ok(()),
    }
}

/// The listed locations by their names, parted by semicolons or lines.
fn put_listed(coverage: &mut Stated<Coverage>, locations: &[Location], given: &Given) -> Read<()> {
    let (Stated::Says(Coverage::Listed(ids)), Given::Text(typed)) = (coverage, given) else {
        return Ok(());
    };
    let names: Vec<String> = locations.iter().map(|of| caseless(&of.name)).collect();
    let mut found = Vec::new();
    for name in typed
        .split([';', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
    {
        let wanted = caseless(name);
        let at = names.iter().position(|of| *of == wanted);
        let location = at
            .and_then(|at| locations.get(at))
            .ok_or_else(|| Trouble::new(text::ERROR_LOCATION_NAME, name))?;
        if !found.contains(&location.id) {
            found.push(location.id.clone());
        }
    }
    *ids = found;
    Ok(())
}

/// Takes locations that are no longer there off the lists that name them.
pub fn forget_missing(client: &mut Client) {
    let Client {
        organization,
        agreements,
        ..
    } = client;
    let mut there = BTreeSet::new();
    for location in organization.locations.named() {
        there.insert(location.id.as_str());
    }
    for service in agreements
        .iter_mut()
        .flat_map(|record| &mut record.agreement.services)
    {
        if let Stated::Says(Coverage::Listed(ids)) = &mut service.coverage {
            ids.retain(|id| there.contains(id.as_str()));
        }
    }
}
