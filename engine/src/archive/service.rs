//! The contracted services with their levels.

use super::node::{Node, Object, Read};
use super::value::{
    Words, read_id, read_percent, read_positive, read_seconds, read_text, read_windows, word_for,
    write_percent, write_seconds, write_stated, write_text, write_windows, write_word,
};
use super::writer::Writer;
use crate::agreement::{
    Coverage, Maintenance, MaintenanceHours, PromisePeriod, Remedy, Service, ServiceKind,
    ServiceWindow, Stated,
};
use crate::availability::CountingRule;
use crate::calendar::Convention;

/// How the choices of a union are read, by the word in its `kind`.
pub(super) type Kinds<T> = Words<fn(&Object) -> Read<T>>;

const SERVICE_KINDS: &Words<ServiceKind> = &[
    ("network", ServiceKind::Network),
    ("email", ServiceKind::Email),
    ("break-fix", ServiceKind::BreakFix),
    ("applications", ServiceKind::Applications),
    ("help-desk", ServiceKind::HelpDesk),
    ("batch", ServiceKind::Batch),
    ("other", ServiceKind::Other),
];

const COUNTING: &Words<CountingRule> = &[
    ("each-location", CountingRule::EachLocation),
    ("average", CountingRule::Average),
    ("weighted-by-users", CountingRule::WeightedByUsers),
    ("any-location-down", CountingRule::AnyLocationDown),
    ("all-locations-down", CountingRule::AllLocationsDown),
    ("organization-only", CountingRule::OrganizationOnly),
];

/// Reads a union: an object whose `kind` says which choice it is.
pub(super) fn read_kind<T>(node: &Node, kinds: &Kinds<T>) -> Read<T> {
    let o = node.object()?;
    let read = o.need("kind")?.choice(kinds)?;
    let value = read(&o)?;
    o.close();
    Some(value)
}

/// Writes a choice that is nothing but its kind.
pub(super) fn write_kind(w: &mut Writer, kind: &str) {
    w.object(|w| w.key("kind").text(kind));
}

/// Writes a choice with one whole number.
pub(super) fn write_kind_with(w: &mut Writer, kind: &str, key: &str, number: u64) {
    w.object(|w| {
        w.key("kind").text(kind);
        w.key(key).whole(number);
    });
}

pub(super) fn read_service(node: &Node) -> Read<Service> {
    let o = node.object()?;
    let service = Service {
        id: read_id(&o.need("id")?)?,
        kind: o.or_default("kind", |node| node.choice(SERVICE_KINDS)),
        name: o.or_default("name", read_text),
        definition: o.stated("definition", read_text),
        measurement: o.stated("measurement", read_text),
        target: o.stated("target", read_percent),
        period: o.stated("period", |node| read_kind(node, PERIODS)),
        window: o.stated("window", |node| read_kind(node, WINDOWS)),
        coverage: o.stated("coverage", |node| read_kind(node, COVERAGES)),
        counting: o.stated("counting", |node| node.choice(COUNTING)),
        maintenance: o.stated("maintenance", read_maintenance),
        minimum_outage: o.stated("minimum_outage", read_seconds),
        exclusions: o.stated("exclusions", read_text),
        remedy: o.stated("remedy", |node| read_kind(node, REMEDIES)),
    };
    o.close();
    Some(service)
}

pub(super) fn write_service(w: &mut Writer, service: &Service) {
    w.object(|w| {
        w.key("id").text(&service.id);
        write_word(w, "kind", SERVICE_KINDS, &service.kind);
        w.text_field("name", &service.name);
        write_stated(w, "definition", &service.definition, write_text);
        write_stated(w, "measurement", &service.measurement, write_text);
        write_stated(w, "target", &service.target, write_percent);
        write_stated(w, "period", &service.period, write_period);
        write_window(w, &service.window);
        write_stated(w, "coverage", &service.coverage, write_coverage);
        write_stated(w, "counting", &service.counting, |w, rule| {
            w.text(word_for(COUNTING, rule));
        });
        write_stated(w, "maintenance", &service.maintenance, write_maintenance);
        write_stated(w, "minimum_outage", &service.minimum_outage, write_seconds);
        write_stated(w, "exclusions", &service.exclusions, write_text);
        write_stated(w, "remedy", &service.remedy, write_remedy);
    });
}

const PERIODS: &Kinds<PromisePeriod> = &[
    ("days", |o| {
        read_positive(&o.need("days")?).map(PromisePeriod::Days)
    }),
    ("rolling-days", |o| {
        read_positive(&o.need("days")?).map(PromisePeriod::RollingDays)
    }),
    ("calendar-month", |_| Some(PromisePeriod::CalendarMonth)),
    ("calendar-quarter", |_| Some(PromisePeriod::CalendarQuarter)),
    ("calendar-year", |_| Some(PromisePeriod::CalendarYear)),
    ("fixed", |o| {
        o.need("length")?
            .choice(&Convention::ALL.map(|length| (length.key(), length)))
            .map(PromisePeriod::Fixed)
    }),
];

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "one form of writer serves every type, small or large"
)]
fn write_period(w: &mut Writer, period: &PromisePeriod) {
    match period {
        PromisePeriod::Days(days) => write_kind_with(w, "days", "days", u64::from(*days).max(1)),
        PromisePeriod::RollingDays(days) => {
            write_kind_with(w, "rolling-days", "days", u64::from(*days).max(1));
        }
        PromisePeriod::CalendarMonth => write_kind(w, "calendar-month"),
        PromisePeriod::CalendarQuarter => write_kind(w, "calendar-quarter"),
        PromisePeriod::CalendarYear => write_kind(w, "calendar-year"),
        PromisePeriod::Fixed(length) => w.object(|w| {
            w.key("kind").text("fixed");
            w.key("length").text(length.key());
        }),
    }
}

const WINDOWS: &Kinds<ServiceWindow> = &[
    ("all-the-time", |_| Some(ServiceWindow::AllTheTime)),
    ("opening-hours", |_| Some(ServiceWindow::OpeningHours)),
    ("support-hours", |_| Some(ServiceWindow::SupportHours)),
    ("weekly", |o| {
        read_windows(&o.need("rows")?).map(ServiceWindow::Weekly)
    }),
];

fn write_window(w: &mut Writer, window: &Stated<ServiceWindow>) {
    // A table without rows says nothing yet.
    if let Stated::Says(ServiceWindow::Weekly(windows)) = window
        && super::value::some_windows(Some(windows)).is_none()
    {
        return;
    }
    write_stated(w, "window", window, |w, window| match window {
        ServiceWindow::AllTheTime => write_kind(w, "all-the-time"),
        ServiceWindow::OpeningHours => write_kind(w, "opening-hours"),
        ServiceWindow::SupportHours => write_kind(w, "support-hours"),
        ServiceWindow::Weekly(windows) => w.object(|w| {
            w.key("kind").text("weekly");
            w.key("rows");
            write_windows(w, windows);
        }),
    });
}

const COVERAGES: &Kinds<Coverage> = &[
    ("all-current-and-future", |_| {
        Some(Coverage::AllCurrentAndFuture)
    }),
    ("at-signing", |_| Some(Coverage::AtSigning)),
    ("listed", |o| {
        o.need("locations")?.list(read_id).map(Coverage::Listed)
    }),
];

fn write_coverage(w: &mut Writer, coverage: &Coverage) {
    match coverage {
        Coverage::AllCurrentAndFuture => write_kind(w, "all-current-and-future"),
        Coverage::AtSigning => write_kind(w, "at-signing"),
        Coverage::Listed(ids) => w.object(|w| {
            w.key("kind").text("listed");
            w.key("locations").list(ids, write_text);
        }),
    }
}

const MAINTENANCE_HOURS: &Words<MaintenanceHours> = &[
    ("any-time", MaintenanceHours::AnyTime),
    (
        "outside-opening-hours",
        MaintenanceHours::OutsideOpeningHours,
    ),
];

fn read_maintenance(node: &Node) -> Read<Maintenance> {
    let o = node.object()?;
    let maintenance = Maintenance {
        cap_per_month: o.maybe("cap_per_month", read_seconds),
        notice: o.maybe("notice", read_seconds),
        hours: o.maybe("hours", |node| node.choice(MAINTENANCE_HOURS)),
        leaves_service_time: o.need("leaves_service_time")?.yes_or_no()?,
    };
    o.close();
    Some(maintenance)
}

fn write_maintenance(w: &mut Writer, maintenance: &Maintenance) {
    w.object(|w| {
        w.maybe(
            "cap_per_month",
            maintenance.cap_per_month.as_ref(),
            write_seconds,
        );
        w.maybe("notice", maintenance.notice.as_ref(), write_seconds);
        w.maybe("hours", maintenance.hours.as_ref(), |w, hours| {
            w.text(word_for(MAINTENANCE_HOURS, hours));
        });
        w.key("leaves_service_time")
            .yes_or_no(maintenance.leaves_service_time);
    });
}

const REMEDIES: &Kinds<Remedy> = &[
    ("credits", |_| Some(Remedy::Credits)),
    ("right-to-leave", |_| Some(Remedy::RightToLeave)),
    ("credits-and-right-to-leave", |_| {
        Some(Remedy::CreditsAndRightToLeave)
    }),
    ("other", |o| {
        Some(Remedy::Other(o.or_default("words", read_text)))
    }),
];

fn write_remedy(w: &mut Writer, remedy: &Remedy) {
    match remedy {
        Remedy::Credits => write_kind(w, "credits"),
        Remedy::RightToLeave => write_kind(w, "right-to-leave"),
        Remedy::CreditsAndRightToLeave => write_kind(w, "credits-and-right-to-leave"),
        Remedy::Other(words) => w.object(|w| {
            w.key("kind").text("other");
            w.text_field("words", words);
        }),
    }
}
