//! Cases as people state them, worked by hand: group K and the claims of group W.

#![allow(clippy::unwrap_used)]

use super::due::tests::usd;
use super::{
    ClaimBy, Counted, CreditTerms, FeeConvention, GapReading, RecurringFee, claim_by, credit_due,
    fee_of_period, full_year_of_days, under_yearly_cap,
};
use crate::agreement::{AvailabilityTier, Claim, CreditScheme, DowntimeTier};
use crate::availability::{StoppedWork, location_time, lost_production};
use crate::calendar::{days_after, parse_day};
use crate::derivation::Sourced;
use crate::quantity::{Count, Currency, Fraction, Money, Percent, Seconds};

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn by_availability(rows: &[(&str, &str)]) -> CreditScheme {
    let row = |(below, credit): &(&str, &str)| AvailabilityTier {
        below: percent(below),
        down_to: None,
        credit: percent(credit),
    };
    CreditScheme::ByAvailability(rows.iter().map(row).collect())
}

fn share(scheme: &CreditScheme, cap: Option<&str>, service_time: u64, downtime: u64) -> String {
    let terms = CreditTerms {
        scheme,
        target: None,
        cap: cap.map(percent),
        gaps: GapReading::default(),
    };
    let counted = Counted {
        service_time: Seconds::new(service_time),
        downtime: Seconds::new(downtime),
    };
    terms.share(counted).unwrap().to_string()
}

/// The share at an availability that is reached exactly: in a period of as many seconds as a whole has millionths.
fn at(scheme: &CreditScheme, availability: &str) -> String {
    let downtime = percent(availability).complement().millionths();
    share(scheme, None, Percent::WHOLE.get(), downtime.into())
}

#[test]
fn less_than_a_bound_is_not_at_the_bound() {
    let cloud = by_availability(&[("99.99", "10"), ("99.0", "30"), ("95.0", "100")]);
    for (availability, expected) in [
        ("99.995", "0"),
        ("99.99", "0"),
        ("99.98", "1/10"),
        ("99", "1/10"),
        ("98.99", "3/10"),
        ("95", "3/10"),
        ("94.9999", "1"),
    ] {
        assert_eq!(at(&cloud, availability), expected, "{availability}");
    }
    let office = by_availability(&[("99.9", "25"), ("99", "50"), ("95", "100")]);
    let shares = ["99.9", "99.89", "98.99", "94.99"].map(|availability| at(&office, availability));
    assert_eq!(shares, ["0", "1/4", "1/2", "1"]);
    let machines = by_availability(&[("99.99", "10"), ("99", "25"), ("95", "100")]);
    let shares = ["99.99", "99.98", "99", "98.99", "95", "94.99"]
        .map(|availability| at(&machines, availability));
    assert_eq!(shares, ["0", "1/10", "1/10", "1/4", "1/4", "1"]);
}

#[test]
fn steps_of_downtime_are_reached_to_the_second() {
    let row = |(at_least, credit)| DowntimeTier {
        at_least: Seconds::new(at_least),
        credit: percent(credit),
    };
    let rows = [(300, "10"), (1_800, "20"), (3_600, "50"), (7_200, "100")].map(row);
    let scheme = CreditScheme::ByDowntime(rows.to_vec());
    for (downtime, expected) in [
        (299, "0"),
        (300, "1/10"),
        (1_799, "1/10"),
        (1_800, "1/5"),
        (3_600, "1/2"),
        (7_199, "1/2"),
        (7_200, "1"),
    ] {
        assert_eq!(
            share(&scheme, None, 2_592_000, downtime),
            expected,
            "{downtime}"
        );
    }
}

#[test]
fn two_weeks_of_a_year_are_a_part_of_26_or_14_days_of_365() {
    let annual = Sourced::agreed(RecurringFee::PerYear(
        Money::parse("24000", Currency::USD).unwrap(),
    ));
    let fee = |convention| {
        let fee = fee_of_period(annual, convention).unwrap().value;
        let major = fee.minor().checked_mul(&Fraction::new(1, 100).unwrap());
        (fee, major.unwrap().to_string())
    };
    let (part, text) = fee(FeeConvention::equal_parts_of_days(14).unwrap());
    assert_eq!(text, "12000/13");
    let by_days = FeeConvention::ByDays {
        days: 14,
        year: full_year_of_days(),
    };
    assert_eq!(fee(by_days).1, "67200/73");

    // Ten percent for a miss of 99 %: a second over the allowance.
    let scheme = CreditScheme::FlatOnBreach(percent("10"));
    let terms = CreditTerms {
        scheme: &scheme,
        target: Some(percent("99")),
        cap: None,
        gaps: GapReading::default(),
    };
    let credit = |downtime| {
        let (period, downtime) = (Seconds::new(1_209_600), Seconds::new(downtime));
        credit_due(
            &terms,
            Sourced::computed(period),
            Sourced::typed(downtime),
            Sourced::computed(part),
        )
        .unwrap()
    };
    assert_eq!(credit(12_096).value.minor().to_string(), "0");
    assert_eq!(credit(12_097).value.minor().to_string(), "120000/13");
    let names: Vec<_> = credit(12_097)
        .derivation
        .inputs
        .iter()
        .map(|input| input.name)
        .collect();
    assert_eq!(
        names,
        ["period", "downtime", "fee", "target", "credit-share"]
    );
}

#[test]
fn tenfold_the_price_of_the_downtime_up_to_thirty_days() {
    let scheme = CreditScheme::MultipleOfDowntime(1_000);
    let month = |hours: u64| share(&scheme, Some("100"), 2_592_000, hours * 3_600);
    // 80 hours of service of 720; the cap at 72 hours.
    assert_eq!(month(8), "1/9");
    assert_eq!(month(71), "71/72");
    assert_eq!([72, 73, 720].map(month), ["1", "1", "1"]);
}

#[test]
fn pro_rata_returns_little() {
    let scheme = CreditScheme::MultipleOfDowntime(100);
    // Of a fee of 300: 10/3.
    assert_eq!(share(&scheme, None, 2_592_000, 28_800), "1/90");
}

#[test]
fn caps_of_a_period_and_of_a_year() {
    let flat = by_availability(&[("99.9", "10")]);
    assert_eq!(share(&flat, Some("5"), 2_592_000, 2_592_000), "1/20");
    // 8 % of a year's 60,000, against six credits of 1,000.
    let paid = under_yearly_cap(&[usd("1000"); 6], &usd("4800")).unwrap();
    assert_eq!(paid[3..], [usd("1000"), usd("800"), usd("0")]);
}

#[test]
fn a_shared_outage_costs_sixty_five_times_its_credit() {
    let hours = location_time(
        Sourced::typed(Seconds::new(12_096).fraction()),
        Sourced::typed(Count::new(10)),
    );
    let loss = lost_production(&StoppedWork {
        location_time: hours.unwrap().as_input(),
        chairs: Sourced::typed(Count::new(6)),
        production_per_chair_hour: Sourced::typed(Money::parse("300", Currency::USD).unwrap()),
        share_stopped: Sourced::typed(Percent::HUNDRED),
        share_rebooked: Sourced::typed(Percent::ZERO),
    })
    .unwrap()
    .value;
    let month = Sourced::agreed(RecurringFee::PerMonth(
        Money::parse("20000", Currency::USD).unwrap(),
    ));
    let convention = FeeConvention::equal_parts_of_days(14).unwrap();
    let fee = fee_of_period(month, convention).unwrap().value;
    let credit = fee.checked_mul(&percent("10").fraction()).unwrap();
    let ratio = loss.minor().checked_div(credit.minor()).unwrap();
    assert_eq!(ratio.to_string(), "1638/25");
}

#[test]
fn claims_end_on_a_day() {
    let claim = claim_by(Claim::WithinDays(7), parse_day("2026-03-31").unwrap());
    assert_eq!(claim, Some(ClaimBy::Day(parse_day("2026-04-07").unwrap())));
    // From the outage itself.
    let outage = parse_day("2026-02-20").unwrap();
    assert_eq!(days_after(outage, 14), parse_day("2026-03-06").ok());
}
