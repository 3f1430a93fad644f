//! A client's organization: its locations and what a lost hour means there.

use super::limits;
use super::node::{Node, Object, Read};
use super::value::{
    read_count, read_id, read_money, read_percent, read_text, read_tri, read_windows, some_windows,
    write_count, write_money, write_percent, write_tri, write_windows,
};
use super::writer::Writer;
use crate::agreement::{Location, LocationProfile, Locations, Organization};

pub(super) fn read_organization(node: &Node) -> Read<Organization> {
    let o = node.object()?;
    let organization = Organization {
        locations: o.or_default("locations", read_locations),
        typical: o.or_default("typical", read_typical),
        plans_more_locations: o.or_default("plans_more_locations", read_tri),
        provider_reaches_patient_data: o.or_default("provider_reaches_patient_data", read_tri),
    };
    o.close();
    Some(organization)
}

pub(super) fn write_organization(w: &mut Writer, organization: &Organization) {
    w.object(|w| {
        match &organization.locations {
            // A number below one says nothing.
            Locations::NotSaid | Locations::Count(0) => {}
            Locations::Count(count) => w
                .key("locations")
                .object(|w| w.key("count").whole(u64::from(*count))),
            Locations::Named(list) => w
                .key("locations")
                .object(|w| w.key("named").list(list, write_location)),
        }
        if organization.typical != LocationProfile::default() {
            w.key("typical")
                .object(|w| write_profile(w, &organization.typical));
        }
        write_tri(w, "plans_more_locations", organization.plans_more_locations);
        write_tri(
            w,
            "provider_reaches_patient_data",
            organization.provider_reaches_patient_data,
        );
    });
}

/// Either their number or their names. With both the names win, and the number is noted as left out.
fn read_locations(node: &Node) -> Read<Locations> {
    let o = node.object()?;
    let locations = if let Some(named) = o.get("named") {
        Locations::Named(named.list_by_id(read_location)?)
    } else {
        let count = o.need("count")?.number(1, limits::ENTRIES as u64)?;
        Locations::Count(u32::try_from(count).unwrap_or(u32::MAX))
    };
    o.close();
    Some(locations)
}

fn read_location(node: &Node) -> Read<Location> {
    let o = node.object()?;
    let location = Location {
        id: read_id(&o.need("id")?)?,
        name: o.or_default("name", read_text),
        profile: read_profile(&o),
    };
    o.close();
    Some(location)
}

fn write_location(w: &mut Writer, location: &Location) {
    w.object(|w| {
        w.key("id").text(&location.id);
        w.text_field("name", &location.name);
        write_profile(w, &location.profile);
    });
}

fn read_typical(node: &Node) -> Read<LocationProfile> {
    let o = node.object()?;
    let profile = read_profile(&o);
    o.close();
    Some(profile)
}

fn read_profile(o: &Object) -> LocationProfile {
    LocationProfile {
        zone: o.maybe("zone", read_text),
        opening_hours: o.maybe("opening_hours", read_windows),
        chairs: o.maybe("chairs", read_count),
        production_per_chair_hour: o.maybe("production_per_chair_hour", read_money),
        share_stopped: o.maybe("share_stopped", read_percent),
        share_rebooked: o.maybe("share_rebooked", read_percent),
        users: o.maybe("users", read_count),
    }
}

fn write_profile(w: &mut Writer, profile: &LocationProfile) {
    w.maybe("zone", profile.zone.as_ref(), |w, zone| w.text(zone));
    w.maybe(
        "opening_hours",
        some_windows(profile.opening_hours.as_ref()),
        write_windows,
    );
    w.maybe("chairs", profile.chairs.as_ref(), write_count);
    w.maybe(
        "production_per_chair_hour",
        profile.production_per_chair_hour.as_ref(),
        write_money,
    );
    w.maybe(
        "share_stopped",
        profile.share_stopped.as_ref(),
        write_percent,
    );
    w.maybe(
        "share_rebooked",
        profile.share_rebooked.as_ref(),
        write_percent,
    );
    w.maybe("users", profile.users.as_ref(), write_count);
}
