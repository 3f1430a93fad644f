//! Measures the simulation natively: `cargo xtask bench` runs it. Never a test: what it prints depends on the machine.

use engine::availability::CountingRule;
use engine::calendar::{Instant, Interval, ServiceClock};
use engine::compliance::{CountingTerms, Measurement, Promise, Site, evaluate};
use engine::probability::Repair;
use engine::quantity::{Count, Percent};
use engine::simulation::{
    Arrivals, CreditCurve, Judged, Place, Process, RepairTime, Scenario, Simulation,
};
use rand_distr::{Distribution, Exp1, StandardNormal};
use rand_xoshiro::{Xoshiro256PlusPlus, rand_core::SeedableRng};
use std::error::Error;
use std::time::Instant as Clock;

const TWO_WEEKS: i64 = 1_209_600;
const RUNS: u32 = 25;

fn promise() -> Result<Promise, Box<dyn Error>> {
    let at = |second| Instant::from_unix(second).ok_or("out of range");
    let mut periods = Vec::new();
    for number in 0..26 {
        periods.push(Interval::new(
            at(number * TWO_WEEKS)?,
            at((number + 1) * TWO_WEEKS)?,
        )?);
    }
    Ok(Promise {
        service: String::new(),
        target: Percent::parse("99")?,
        counting: CountingRule::EachLocation,
        terms: CountingTerms::default(),
        measurement: Measurement::Periods(periods),
    })
}

fn simulation(
    locations: usize,
    per_year: f64,
    repair: Repair,
) -> Result<Simulation, Box<dyn Error>> {
    let sites = vec![Site::always(Count::new(10)); locations];
    let place = |site: &Site| Place {
        site: site.clone(),
        opening: ServiceClock::always(),
        loss: 1.0,
    };
    let places: Vec<Place> = sites.iter().map(place).collect();
    let own = Process {
        per_year,
        arrivals: Arrivals::Poisson,
        repair: RepairTime::Random(repair),
        ..Process::NEVER
    };
    let judged = Judged {
        promise: promise()?,
        credit: vec![CreditCurve::NONE; locations],
        sites,
    };
    let shared = Process::NEVER;
    Ok(Simulation::new(
        &Scenario { own, shared },
        &places,
        &[judged],
        1,
    )?)
}

/// Outages a second through the whole evaluation path; the best of many short runs, since others use the machine too.
fn speed(
    locations: usize,
    per_year: f64,
    repair: Repair,
    years: u32,
) -> Result<f64, Box<dyn Error>> {
    let mut best = 0.0_f64;
    for _ in 0..RUNS {
        let mut simulation = simulation(locations, per_year, repair)?;
        let begun = Clock::now();
        simulation.run(0..years);
        let seconds = begun.elapsed().as_secs_f64();
        let outages = u32::try_from(simulation.outcome().outages)?;
        best = best.max(f64::from(outages) / seconds);
    }
    Ok(best)
}

/// Outages a second of a loop that only draws and sums: no faster simulation of these outages is possible.
fn bare() -> f64 {
    const OUTAGES: u32 = 1_000_000;
    let mut best = 0.0_f64;
    for _ in 0..RUNS {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(1);
        let begun = Clock::now();
        let mut sum = 0.0_f64;
        for _ in 0..OUTAGES {
            let gap: f64 = Exp1.sample(&mut random);
            let normal: f64 = StandardNormal.sample(&mut random);
            sum += gap + (1.2 * normal).exp();
        }
        let seconds = begun.elapsed().as_secs_f64();
        std::hint::black_box(sum);
        best = best.max(f64::from(OUTAGES) / seconds);
    }
    best
}

fn main() -> Result<(), Box<dyn Error>> {
    let exponential = Repair::Exponential { mean: 14_400.0 };
    let lognormal = Repair::Lognormal {
        median: 7_200.0,
        sigma: 1.2,
    };
    let say = |name: &str, value: f64| println!("bench: {name} {:.2} M/s", value / 1e6);
    say("native-bare", bare());
    say("native-exponential", speed(12, 4.0, exponential, 10_000)?);
    say("native-lognormal", speed(12, 4.0, lognormal, 10_000)?);
    // More years, locations, outages: the speed should stay about the same.
    say("native-years-1000", speed(12, 4.0, lognormal, 1_000)?);
    say("native-years-100000", speed(12, 4.0, lognormal, 100_000)?);
    say("native-locations-120", speed(120, 4.0, lognormal, 1_000)?);
    say("native-locations-1200", speed(1_200, 4.0, lognormal, 100)?);
    say(
        "native-outages-40-a-year",
        speed(12, 40.0, lognormal, 1_000)?,
    );
    let log = simulation(12, 4_000.0, lognormal)?.log(0);
    let sites = vec![Site::always(Count::new(10)); 12];
    let (promise, begun) = (promise()?, Clock::now());
    let report = evaluate(&promise, &sites, &log)?;
    std::hint::black_box(report);
    let millis = begun.elapsed().as_secs_f64() * 1_000.0;
    println!("bench: native-log-of-{}-outages {millis:.2} ms", log.len());
    Ok(())
}
