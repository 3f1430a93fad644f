//! One agreement: severities, support, credits, term and fees. The services have a file of their own.

use super::node::{Node, Read};
use super::service::{Kinds, read_kind, read_service, write_kind, write_kind_with, write_service};
use super::value::{
    Words, read_count, read_date, read_money, read_percent, read_positive, read_seconds, read_text,
    read_windows, read_yes_or_no, some_windows, word_for, write_count, write_date, write_money,
    write_percent, write_seconds, write_stated, write_text, write_windows, write_yes_or_no,
};
use super::writer::Writer;
use crate::agreement::{
    Agreement, AvailabilityTier, Charge, ChargeBasis, Claim, ClockBasis, CreditScheme, Credits,
    DowntimeTier, Fees, Notice, OutOfHours, Renewal, Severity, SeverityLevel, Stated, Support,
    Term, TimeLimit, TimePromise,
};

pub(super) const LEVELS: &Words<SeverityLevel> = &[
    ("critical", SeverityLevel::Critical),
    ("high", SeverityLevel::High),
    ("normal", SeverityLevel::Normal),
    ("low", SeverityLevel::Low),
];

const CLOCKS: &Words<ClockBasis> = &[
    ("around-the-clock", ClockBasis::AroundTheClock),
    ("support-hours", ClockBasis::SupportHours),
    ("opening-hours", ClockBasis::OpeningHours),
];

const OUT_OF_HOURS: &Words<OutOfHours> = &[
    ("critical-included", OutOfHours::CriticalIncluded),
    ("extra-charge", OutOfHours::ExtraCharge),
    ("best-effort", OutOfHours::BestEffort),
    ("no-cover", OutOfHours::NoCover),
];

const BASES: &Words<ChargeBasis> = &[
    ("organization", ChargeBasis::Organization),
    ("location", ChargeBasis::Location),
];

pub(super) fn read_agreement(node: &Node) -> Read<Agreement> {
    let o = node.object()?;
    let agreement = Agreement {
        name: o.or_default("name", read_text),
        provider: o.or_default("provider", read_text),
        services: o.or_default("services", |node| node.list_by_id(read_service)),
        severities: o.or_default("severities", |node| node.list(read_severity)),
        support: o.or_default("support", read_support),
        credits: o.or_default("credits", read_credits),
        term: o.or_default("term", read_term),
        fees: o.or_default("fees", read_fees),
    };
    o.close();
    Some(agreement)
}

pub(super) fn write_agreement(w: &mut Writer, agreement: &Agreement) {
    w.object(|w| {
        w.text_field("name", &agreement.name);
        w.text_field("provider", &agreement.provider);
        w.list_field("services", &agreement.services, write_service);
        w.list_field("severities", &agreement.severities, write_severity);
        if agreement.support != Support::default() {
            w.key("support")
                .object(|w| write_support(w, &agreement.support));
        }
        if agreement.credits != Credits::default() {
            w.key("credits")
                .object(|w| write_credits(w, &agreement.credits));
        }
        if agreement.term != Term::default() {
            w.key("term").object(|w| write_term(w, &agreement.term));
        }
        if agreement.fees != Fees::default() {
            w.key("fees").object(|w| write_fees(w, &agreement.fees));
        }
    });
}

fn read_severity(node: &Node) -> Read<Severity> {
    let o = node.object()?;
    let severity = Severity {
        level: o.need("level")?.choice(LEVELS)?,
        name: o.or_default("name", read_text),
        definition: o.stated("definition", read_text),
        response: o.stated("response", read_time_promise),
        resolution: o.stated("resolution", read_time_promise),
        update_every: o.stated("update_every", read_seconds),
    };
    o.close();
    Some(severity)
}

fn write_severity(w: &mut Writer, severity: &Severity) {
    w.object(|w| {
        w.key("level").text(word_for(LEVELS, &severity.level));
        w.text_field("name", &severity.name);
        write_stated(w, "definition", &severity.definition, write_text);
        write_stated(w, "response", &severity.response, write_time_promise);
        write_stated(w, "resolution", &severity.resolution, write_time_promise);
        write_stated(w, "update_every", &severity.update_every, write_seconds);
    });
}

const LIMITS: &Kinds<TimeLimit> = &[
    ("time", |o| {
        read_seconds(&o.need("seconds")?).map(TimeLimit::Time)
    }),
    ("business-days", |o| {
        read_positive(&o.need("days")?).map(TimeLimit::BusinessDays)
    }),
];

fn read_time_promise(node: &Node) -> Read<TimePromise> {
    let o = node.object()?;
    let promise = TimePromise {
        limit: read_kind(&o.need("limit")?, LIMITS)?,
        clock: o.need("clock")?.choice(CLOCKS)?,
    };
    o.close();
    Some(promise)
}

fn write_time_promise(w: &mut Writer, promise: &TimePromise) {
    w.object(|w| {
        w.key("limit");
        match promise.limit {
            TimeLimit::Time(time) => write_kind_with(w, "time", "seconds", time.get()),
            TimeLimit::BusinessDays(days) => {
                write_kind_with(w, "business-days", "days", u64::from(days).max(1));
            }
        }
        w.key("clock").text(word_for(CLOCKS, &promise.clock));
    });
}

fn read_support(node: &Node) -> Read<Support> {
    let o = node.object()?;
    let support = Support {
        hours: o.stated("hours", read_windows),
        zone: o.stated("zone", read_text),
        out_of_hours: o.stated("out_of_hours", |node| node.choice(OUT_OF_HOURS)),
        holidays: o.or_default("holidays", |node| node.list(read_date)),
    };
    o.close();
    Some(support)
}

fn write_support(w: &mut Writer, support: &Support) {
    // A table without rows says nothing yet.
    if !matches!(&support.hours, Stated::Says(hours) if some_windows(Some(hours)).is_none()) {
        write_stated(w, "hours", &support.hours, write_windows);
    }
    write_stated(w, "zone", &support.zone, write_text);
    write_stated(w, "out_of_hours", &support.out_of_hours, |w, cover| {
        w.text(word_for(OUT_OF_HOURS, cover));
    });
    w.list_field("holidays", &support.holidays, write_date);
}

fn read_credits(node: &Node) -> Read<Credits> {
    let o = node.object()?;
    let credits = Credits {
        scheme: o.stated("scheme", |node| read_kind(node, SCHEMES)),
        cap: o.stated("cap", read_percent),
        claim: o.stated("claim", |node| read_kind(node, CLAIMS)),
        sole_remedy: o.stated("sole_remedy", read_yes_or_no),
        leave_after_misses: o.stated("leave_after_misses", read_count),
    };
    o.close();
    Some(credits)
}

fn write_credits(w: &mut Writer, credits: &Credits) {
    write_stated(w, "scheme", &credits.scheme, write_scheme);
    write_stated(w, "cap", &credits.cap, write_percent);
    write_stated(w, "claim", &credits.claim, |w, claim| match claim {
        Claim::Automatic => write_kind(w, "automatic"),
        Claim::WithinDays(days) => write_kind_with(w, "within-days", "days", u64::from(*days)),
        Claim::OnRequest => write_kind(w, "on-request"),
    });
    write_stated(w, "sole_remedy", &credits.sole_remedy, write_yes_or_no);
    write_stated(
        w,
        "leave_after_misses",
        &credits.leave_after_misses,
        write_count,
    );
}

const CLAIMS: &Kinds<Claim> = &[
    ("automatic", |_| Some(Claim::Automatic)),
    ("within-days", |o| {
        read_count(&o.need("days")?).map(Claim::WithinDays)
    }),
    ("on-request", |_| Some(Claim::OnRequest)),
];

const SCHEMES: &Kinds<CreditScheme> = &[
    ("by-availability", |o| {
        o.need("tiers")?
            .list(read_availability_tier)
            .map(CreditScheme::ByAvailability)
    }),
    ("by-downtime", |o| {
        o.need("tiers")?
            .list(read_downtime_tier)
            .map(CreditScheme::ByDowntime)
    }),
    ("flat-on-breach", |o| {
        read_percent(&o.need("credit")?).map(CreditScheme::FlatOnBreach)
    }),
    ("multiple-of-downtime", |o| {
        read_count(&o.need("hundredths")?).map(CreditScheme::MultipleOfDowntime)
    }),
];

fn write_scheme(w: &mut Writer, scheme: &CreditScheme) {
    w.object(|w| match scheme {
        CreditScheme::ByAvailability(tiers) => {
            w.key("kind").text("by-availability");
            w.key("tiers").list(tiers, write_availability_tier);
        }
        CreditScheme::ByDowntime(tiers) => {
            w.key("kind").text("by-downtime");
            w.key("tiers").list(tiers, write_downtime_tier);
        }
        CreditScheme::FlatOnBreach(credit) => {
            w.key("kind").text("flat-on-breach");
            w.key("credit").text(&credit.to_string());
        }
        CreditScheme::MultipleOfDowntime(hundredths) => {
            w.key("kind").text("multiple-of-downtime");
            w.key("hundredths").whole(u64::from(*hundredths));
        }
    });
}

fn read_availability_tier(node: &Node) -> Read<AvailabilityTier> {
    let o = node.object()?;
    let tier = AvailabilityTier {
        below: read_percent(&o.need("below")?)?,
        down_to: o.maybe("down_to", read_percent),
        credit: read_percent(&o.need("credit")?)?,
    };
    o.close();
    Some(tier)
}

fn write_availability_tier(w: &mut Writer, tier: &AvailabilityTier) {
    w.object(|w| {
        w.key("below").text(&tier.below.to_string());
        w.maybe("down_to", tier.down_to.as_ref(), write_percent);
        w.key("credit").text(&tier.credit.to_string());
    });
}

fn read_downtime_tier(node: &Node) -> Read<DowntimeTier> {
    let o = node.object()?;
    let tier = DowntimeTier {
        at_least: read_seconds(&o.need("at_least")?)?,
        credit: read_percent(&o.need("credit")?)?,
    };
    o.close();
    Some(tier)
}

fn write_downtime_tier(w: &mut Writer, tier: &DowntimeTier) {
    w.object(|w| {
        w.key("at_least").whole(tier.at_least.get());
        w.key("credit").text(&tier.credit.to_string());
    });
}

fn read_term(node: &Node) -> Read<Term> {
    let o = node.object()?;
    let term = Term {
        starts: o.stated("starts", read_date),
        initial_months: o.stated("initial_months", read_positive),
        renewal: o.stated("renewal", |node| read_kind(node, RENEWALS)),
        notice: o.stated("notice", |node| read_kind(node, NOTICES)),
        reminder_days: o.stated("reminder_days", read_count),
        review_on: o.maybe("review_on", read_date),
    };
    o.close();
    Some(term)
}

fn write_term(w: &mut Writer, term: &Term) {
    write_stated(w, "starts", &term.starts, write_date);
    write_stated(w, "initial_months", &term.initial_months, |w, months| {
        w.whole(u64::from(*months).max(1));
    });
    write_stated(w, "renewal", &term.renewal, |w, renewal| match renewal {
        Renewal::Ends => write_kind(w, "ends"),
        Renewal::MonthToMonth => write_kind(w, "month-to-month"),
        Renewal::Automatic(months) => {
            write_kind_with(w, "automatic", "months", u64::from(*months).max(1));
        }
    });
    write_stated(w, "notice", &term.notice, |w, notice| match notice {
        Notice::Days(days) => write_kind_with(w, "days", "days", u64::from(*days)),
        Notice::Months(months) => write_kind_with(w, "months", "months", u64::from(*months)),
    });
    write_stated(w, "reminder_days", &term.reminder_days, write_count);
    w.maybe("review_on", term.review_on.as_ref(), write_date);
}

const RENEWALS: &Kinds<Renewal> = &[
    ("ends", |_| Some(Renewal::Ends)),
    ("month-to-month", |_| Some(Renewal::MonthToMonth)),
    ("automatic", |o| {
        read_positive(&o.need("months")?).map(Renewal::Automatic)
    }),
];

const NOTICES: &Kinds<Notice> = &[
    ("days", |o| read_count(&o.need("days")?).map(Notice::Days)),
    ("months", |o| {
        read_count(&o.need("months")?).map(Notice::Months)
    }),
];

fn read_fees(node: &Node) -> Read<Fees> {
    let o = node.object()?;
    let fees = Fees {
        recurring: o.stated("recurring", read_charge),
        new_location: o.stated("new_location", read_money),
        yearly_rise_cap: o.stated("yearly_rise_cap", read_percent),
    };
    o.close();
    Some(fees)
}

fn write_fees(w: &mut Writer, fees: &Fees) {
    write_stated(w, "recurring", &fees.recurring, write_charge);
    write_stated(w, "new_location", &fees.new_location, write_money);
    write_stated(w, "yearly_rise_cap", &fees.yearly_rise_cap, write_percent);
}

fn read_charge(node: &Node) -> Read<Charge> {
    let o = node.object()?;
    let charge = Charge {
        per_month: read_money(&o.need("per_month")?)?,
        basis: o.need("basis")?.choice(BASES)?,
    };
    o.close();
    Some(charge)
}

fn write_charge(w: &mut Writer, charge: &Charge) {
    w.object(|w| {
        w.key("per_month");
        write_money(w, &charge.per_month);
        w.key("basis").text(word_for(BASES, &charge.basis));
    });
}
