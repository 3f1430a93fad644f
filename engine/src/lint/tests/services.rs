//! Services, locations and hours that do not exist or stand twice.

use super::super::{FindingKind as Kind, Place};
use super::{found, found_for, hours, percent, service};
use crate::agreement::Stated::{Says, Silent};
use crate::agreement::*;
use crate::calendar::{Weekday, WeeklyWindows};
use crate::derivation::Quantity;

#[test]
fn a_target_of_what() {
    let mut agreement = Agreement {
        services: vec![service("a", "99")],
        ..Agreement::default()
    };
    assert_eq!(found(&agreement), []);
    agreement.services[0].period = Silent;
    assert_eq!(
        found(&agreement),
        [(
            Kind::TargetWithoutPeriod,
            Place::Service("a".to_owned()),
            vec![percent("99").into()]
        )]
    );
}

#[test]
fn one_name_for_two_services() {
    let named = |id: &str, name: &str| Service {
        id: id.to_owned(),
        name: name.to_owned(),
        ..Service::default()
    };
    let agreement = Agreement {
        services: vec![
            named("a", "E-mail"),
            named("b", " e-MAIL "),
            named("c", ""),
            named("d", ""),
        ],
        ..Agreement::default()
    };
    let values = vec![Quantity::Name(" e-MAIL ".to_owned())];
    assert_eq!(
        found(&agreement),
        [(
            Kind::DuplicateServiceName,
            Place::Service("b".to_owned()),
            values
        )]
    );
}

#[test]
fn a_list_of_locations_that_do_not_exist() {
    let location = |id: &str| Location {
        id: id.to_owned(),
        ..Location::default()
    };
    let organization = Organization {
        locations: Locations::Named(vec![location("l1")]),
        ..Organization::default()
    };
    let mut agreement = Agreement {
        services: vec![Service {
            id: "a".to_owned(),
            ..Service::default()
        }],
        ..Agreement::default()
    };
    agreement.services[0].coverage = Says(Coverage::Listed(vec!["l1".to_owned(), "l2".to_owned()]));
    let values = vec![Quantity::Name("l2".to_owned())];
    assert_eq!(
        found_for(&organization, &agreement),
        [(
            Kind::UnknownLocation,
            Place::Service("a".to_owned()),
            values
        )]
    );
    assert_eq!(found(&agreement), []);
}

#[test]
fn hours_without_a_zone() {
    let mut agreement = Agreement::default();
    agreement.support.hours = Says(hours(&[Weekday::Mon], "08:00", "18:00"));
    assert_eq!(found(&agreement), []);
    agreement.support.zone = Silent;
    assert_eq!(
        found(&agreement),
        [(Kind::HoursWithoutZone, Place::Support, vec![])]
    );
    agreement.support.hours = Says(WeeklyWindows::always());
    assert_eq!(found(&agreement), []);
}
