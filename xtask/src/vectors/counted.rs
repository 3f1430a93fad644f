//! The ops about what counts as downtime: each log goes through the engine's one evaluation path.

use anyhow::{Context, anyhow, ensure};
use engine::availability::CountingRule;
use engine::calendar::{self, Instant, Interval, IntervalSet};
use engine::compliance::{
    Cause, CountingTerms, Incident, Line, Measurement, PeriodReport, Promise, Scope, Site, evaluate,
};
use engine::quantity::{Count, Percent};
use serde_json::{Value, json};

use super::input;
use super::zones::Zones;

pub(super) fn downtime(inputs: &Value, zones: &mut Zones) -> anyhow::Result<Value> {
    let zone = zones.table(input::text(inputs, "zone")?)?;
    let period = calendar::local_days(
        zone,
        input::day(inputs, "first_day")?,
        input::number(inputs, "days")?,
    )?;
    let windows = input::windows(inputs)?.expand(period, zone, &input::holidays(inputs)?);
    let stays = inputs["maintenance_stays_in_denominator"].as_bool();
    let site = Site::new(
        Count::new(1),
        &windows,
        &input::intervals(inputs, "maintenance")?,
        stays.context("`maintenance_stays_in_denominator` is neither true nor false")?,
    );
    let incident = |pair: &Value| {
        let span = Interval::new(input::instant(&pair[0])?, input::instant(&pair[1])?)?;
        anyhow::Ok(incident(0, span))
    };
    let log = input::list(inputs, "outages")?
        .iter()
        .map(incident)
        .collect::<anyhow::Result<Vec<_>>>()?;
    let terms = CountingTerms {
        minimum_outage: input::seconds(inputs, "minimum_outage_seconds")?,
        ..CountingTerms::default()
    };
    let target = input::percent(inputs, "target_percent")?;
    let report = judged(
        target,
        CountingRule::EachLocation,
        terms,
        period,
        &[site],
        &log,
    )?;
    let site = report.sites.first().context("there is no location")?;
    Ok(json!({
        "service_seconds": site.service.get(),
        "downtime_seconds": site.downtime.get(),
        "met": report.met,
    }))
}

pub(super) fn locations(inputs: &Value, _: &mut Zones) -> anyhow::Result<Value> {
    let (start, length) = (Instant::EPOCH, input::seconds(inputs, "period_seconds")?);
    let end = start.checked_add(length);
    let period = Interval::new(start, end.ok_or_else(|| anyhow!("the period is too long"))?)?;
    let outages = input::list(inputs, "outages_by_location")?
        .iter()
        .map(|outages| input::outages(outages, period))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let users = input::list(inputs, "users_by_location")?
        .iter()
        .map(|users| u32::try_from(input::whole(users)?).ok())
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| anyhow!("`users_by_location` are not whole numbers in range"))?;
    ensure!(
        users.len() == outages.len(),
        "there are {} locations with outages and {} with users",
        outages.len(),
        users.len()
    );
    let of_site = |(site, set): (usize, &IntervalSet)| {
        let spans = set.as_slice().to_vec();
        spans.into_iter().map(move |span| incident(site, span))
    };
    let log: Vec<Incident> = outages.iter().enumerate().flat_map(of_site).collect();
    let sites: Vec<Site> = users
        .into_iter()
        .map(|users| Site::always(Count::new(users)))
        .collect();
    let target = input::percent(inputs, "target_percent")?;
    let by = |rule| judged(target, rule, CountingTerms::default(), period, &sites, &log);
    let each = by(CountingRule::EachLocation)?;
    let exact: fn(&Line) -> Value =
        |line| json!({ "downtime_seconds": line.downtime.to_string(), "met": line.met });
    let whole: fn(&Line) -> Value =
        |line| json!({ "downtime_seconds": line.downtime.floor(), "met": line.met });
    let only = |rule, shown: fn(&Line) -> Value| -> anyhow::Result<Value> {
        let report = by(rule)?;
        report
            .lines
            .first()
            .map(shown)
            .context("there is no verdict")
    };
    Ok(json!({
        "each": {
            "downtime_seconds": each.sites.iter().map(|site| site.downtime.get()).collect::<Vec<_>>(),
            "met": each.met,
        },
        "average": only(CountingRule::Average, exact)?,
        "weighted_by_users": only(CountingRule::WeightedByUsers, exact)?,
        "any_down": only(CountingRule::AnyLocationDown, whole)?,
        "all_down": only(CountingRule::AllLocationsDown, whole)?,
    }))
}

fn incident(location: usize, span: Interval) -> Incident {
    Incident {
        scope: Scope::Locations(vec![location]),
        service: String::new(),
        fault: span.start(),
        reported: None,
        restored: span.end(),
        cause: Cause::Failure,
    }
}

/// The report on one period.
fn judged(
    target: Percent,
    counting: CountingRule,
    terms: CountingTerms,
    period: Interval,
    sites: &[Site],
    log: &[Incident],
) -> anyhow::Result<PeriodReport> {
    let promise = Promise {
        service: String::new(),
        target,
        counting,
        terms,
        measurement: Measurement::Periods(vec![period]),
    };
    let report = evaluate(&promise, sites, log)?;
    report
        .periods()
        .first()
        .cloned()
        .context("there is no period")
}
