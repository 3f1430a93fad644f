//! Services: ML-01, ML-10, SL-01 to SL-07 and SL-09.

use super::{Found, Share, ShareKeys};
use crate::agreement::{
    Agreement, Coverage, Locations, Maintenance, Organization, PromisePeriod, Service,
    ServiceWindow, Stated,
};
use crate::assessment::Answer;
use crate::availability::CountingRule;
use crate::quantity::Seconds;

const ML: [u8; 2] = *b"ML";
const SL: [u8; 2] = *b"SL";

/// The longest month: a period up to this long is short enough for full credit.
const MONTH: Seconds = Seconds::new(31 * 86_400);

pub(super) fn derive(organization: &Organization, agreement: &Agreement, found: &mut Found) {
    let services = agreement.services.as_slice();
    if services.is_empty() {
        return;
    }
    // Whether a description holds a test, or a formula is one, only a reader can say: an absence alone is derived.
    let words = ShareKeys {
        all: None,
        some: Some("definition-some"),
        none: Some("definition-none"),
    };
    found.share(
        SL,
        1,
        Share::of(services.iter().map(|service| &service.definition)),
        &words,
    );
    let words = ShareKeys {
        all: None,
        some: Some("measurement-some"),
        none: Some("measurement-none"),
    };
    found.share(
        SL,
        2,
        Share::of(services.iter().map(|service| &service.measurement)),
        &words,
    );

    let targets = Share::of(services.iter().map(|service| &service.target));
    let words = ShareKeys {
        all: Some("target-all"),
        some: Some("target-some"),
        none: Some("target-none"),
    };
    found.share(SL, 3, targets, &words);
    // A single entry may be the beginning of the list.
    if services.len() > 1 {
        let words = ShareKeys {
            all: Some("level-all"),
            some: Some("level-some"),
            none: Some("level-none"),
        };
        found.share(SL, 6, targets, &words);
    }

    let promised: Vec<&Service> = services
        .iter()
        .filter(|service| service.target.says().is_some())
        .collect();
    if !promised.is_empty() {
        derive_period(&promised, found);
        derive_window(&promised, agreement, found);
        derive_counting(&promised, found);
    }
    derive_coverage(services, organization, found);
    derive_maintenance(services, found);
    derive_minimum(services, found);
}

/// SL-04: a period of a month or less for every target is full credit, a longer one half.
fn derive_period(promised: &[&Service], found: &mut Found) {
    let share = Share::of(promised.iter().map(|service| &service.period));
    let longest = promised
        .iter()
        .filter_map(|service| service.period.says())
        .all(|period| is_short(*period));
    match share {
        Share::All(_) if !longest => {
            found.say(SL, 4, Answer::Partly, "period-long", share.values());
        }
        _ => {
            let words = ShareKeys {
                all: Some("period-short"),
                some: Some("period-some"),
                none: Some("period-none"),
            };
            found.share(SL, 4, share, &words);
        }
    }
}

fn is_short(period: PromisePeriod) -> bool {
    match period {
        PromisePeriod::Days(days) | PromisePeriod::RollingDays(days) => days <= 31,
        PromisePeriod::CalendarMonth => true,
        PromisePeriod::CalendarQuarter | PromisePeriod::CalendarYear => false,
        PromisePeriod::Fixed(convention) => convention.seconds() <= MONTH,
    }
}

/// SL-05: opening hours are full credit; one set of hours for all, or support hours alone, half; all hours none. All
/// hours beside opening hours may be right (for shared systems), and are left to a person.
fn derive_window(promised: &[&Service], agreement: &Agreement, found: &mut Found) {
    if promised.iter().any(|service| !service.window.is_known()) {
        return;
    }
    let count = |fits: fn(&ServiceWindow) -> bool| {
        promised
            .iter()
            .filter(|s| s.window.says().is_some_and(fits))
            .count()
    };
    let opening = count(|window| matches!(window, ServiceWindow::OpeningHours));
    let always = count(|window| matches!(window, ServiceWindow::AllTheTime));
    let one_set = count(|window| {
        matches!(
            window,
            ServiceWindow::SupportHours | ServiceWindow::Weekly(_)
        )
    });
    let of = promised.len();
    let silent = of - opening - always - one_set;
    let values = |stated: usize| vec![stated.to_string(), of.to_string()];
    if opening == of {
        found.say(SL, 5, Answer::Yes, "window-opening", values(opening));
    } else if always == of {
        found.say(SL, 5, Answer::No, "window-all-hours", values(always));
    } else if one_set == of {
        found.say(SL, 5, Answer::Partly, "window-one-set", values(one_set));
    } else if silent == of {
        match agreement.support.hours {
            Stated::Says(_) => found.say(SL, 5, Answer::Partly, "window-support-only", values(0)),
            Stated::Silent => found.say(SL, 5, Answer::No, "window-none", values(0)),
            Stated::NotLookedAt => {}
        }
    }
}

/// ML-10: each location on its own for every target is full credit. An average, all locations together or nothing at
/// all for every target is none. A mixture, or counting any location as all, is left to a person.
fn derive_counting(promised: &[&Service], found: &mut Found) {
    let of = promised.len().to_string();
    let all = |fits: fn(&Stated<CountingRule>) -> bool| {
        promised.iter().all(|service| fits(&service.counting))
    };
    if all(|rule| rule.says() == Some(&CountingRule::EachLocation)) {
        found.say(ML, 10, Answer::Yes, "counting-each", vec![of]);
    } else if all(Stated::is_silent) {
        found.say(ML, 10, Answer::No, "counting-none", vec![of]);
    } else if all(|rule| rule.says().is_some_and(|rule| pools_locations(*rule))) {
        found.say(ML, 10, Answer::No, "counting-pooled", vec![of]);
    }
}

fn pools_locations(rule: CountingRule) -> bool {
    match rule {
        CountingRule::Average
        | CountingRule::WeightedByUsers
        | CountingRule::AllLocationsDown
        | CountingRule::OrganizationOnly => true,
        CountingRule::EachLocation | CountingRule::AnyLocationDown => false,
    }
}

/// ML-01: all present and future locations for every service are full credit; a list that holds all present ones is
/// half; those at signing only is the opposite of the question.
fn derive_coverage(services: &[Service], organization: &Organization, found: &mut Found) {
    let of = services.len();
    let count = |fits: &dyn Fn(&Coverage) -> bool| {
        services
            .iter()
            .filter(|s| s.coverage.says().is_some_and(fits))
            .count()
    };
    let at_signing = count(&|coverage| matches!(coverage, Coverage::AtSigning));
    if at_signing > 0 {
        return found.say(
            ML,
            1,
            Answer::Opposite,
            "coverage-at-signing",
            vec![at_signing.to_string(), of.to_string()],
        );
    }
    let short =
        count(&|coverage| matches!(coverage, Coverage::Listed(ids) if left_out(ids, organization)));
    if short > 0 {
        return found.say(
            ML,
            1,
            Answer::No,
            "coverage-left-out",
            vec![short.to_string(), of.to_string()],
        );
    }
    if services.iter().any(|service| !service.coverage.is_known()) {
        return;
    }
    let all = count(&|coverage| matches!(coverage, Coverage::AllCurrentAndFuture));
    let silent = services
        .iter()
        .filter(|service| service.coverage.is_silent())
        .count();
    let values = vec![all.to_string(), of.to_string()];
    if all == of {
        found.say(ML, 1, Answer::Yes, "coverage-all", values);
    } else if silent == of {
        found.say(ML, 1, Answer::No, "coverage-none", values);
    } else if silent == 0 {
        found.say(ML, 1, Answer::Partly, "coverage-listed", values);
    }
}

/// Whether a list leaves out one of the locations that there are now.
fn left_out(ids: &[String], organization: &Organization) -> bool {
    match &organization.locations {
        Locations::Named(list) => list.iter().any(|location| !ids.contains(&location.id)),
        Locations::Count(count) => ids.len() < *count as usize,
        Locations::NotSaid => false,
    }
}

/// SL-07: a limit without notice, or notice without a limit, is half credit; neither is none. With both the overrun
/// still decides, which is not among the commitments.
fn derive_maintenance(services: &[Service], found: &mut Found) {
    let share = Share::of(services.iter().map(|service| &service.maintenance));
    if let Share::None(_) = share {
        return found.say(SL, 7, Answer::No, "maintenance-silent", share.values());
    }
    let stated: Vec<&Maintenance> = services
        .iter()
        .filter_map(|service| service.maintenance.says())
        .collect();
    if !matches!(share, Share::All(_)) {
        return;
    }
    let all = |fits: fn(&Maintenance) -> bool| stated.iter().all(|maintenance| fits(maintenance));
    if all(|m| m.cap_per_month.is_none() && m.notice.is_none()) {
        found.say(SL, 7, Answer::No, "maintenance-unlimited", Vec::new());
    } else if all(|m| m.cap_per_month.is_none() && m.notice.is_some()) {
        found.say(SL, 7, Answer::Partly, "maintenance-no-limit", Vec::new());
    } else if all(|m| m.cap_per_month.is_some() && m.notice.is_none()) {
        found.say(SL, 7, Answer::Partly, "maintenance-no-notice", Vec::new());
    }
}

/// SL-09: a minimum length lets short failures go uncounted. Without one, slowness still decides.
fn derive_minimum(services: &[Service], found: &mut Found) {
    if let Some(longest) = services
        .iter()
        .filter_map(|service| service.minimum_outage.says())
        .max()
        && *longest > Seconds::ZERO
    {
        found.say(
            SL,
            9,
            Answer::No,
            "minimum-outage",
            vec![longest.to_string()],
        );
    }
}
