//! Where an outage may fall: the worst one that keeps the promise, placed on two weeks, and moved by hand.

use super::{Case, Model, Question, Wording};
use engine::availability::CountingRule;
use engine::calendar::{Instant, Interval};
use engine::compliance::{
    Cause, ClockStart, ComplianceError, Incident, ProvenOutage, Reach, Report, Scope, WorstCase,
    WorstOutage, evaluate, longest_outage, most_opening_hours_lost,
};
use engine::quantity::Seconds;

/// Two weeks are drawn.
pub const SHOWN: u64 = 14 * 86_400;
/// As many locations have a row.
pub const ROWS: usize = 12;
/// The steps that keys and buttons make.
pub const STEP: i64 = 900;
/// Past this many, an average is not worked through location by location.
const MOST_LOCATIONS: u32 = 500;
/// A long outage for promises that no length breaks.
const LONG: u64 = 3 * 86_400;

/// Which outage is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extreme {
    /// The longest within one period.
    OnePeriod,
    /// The longest across the end of one.
    AcrossBoundary,
    /// The one that costs the most opening hours.
    #[default]
    MostOpeningHours,
}

/// A change of place or length.
#[derive(Clone, Debug, PartialEq)]
pub enum FallEvent {
    /// Another outage is asked for; it goes where it is worst.
    Ask(Extreme),
    /// Back to where it is worst.
    Worst,
    /// Later by so many seconds, or earlier.
    Later(i64),
    /// Longer by so many seconds, or shorter.
    Longer(i64),
    /// To another location, so many rows down.
    Down(i64),
    /// Its middle to a place in the drawing: ten-thousandths from the left and from above.
    At {
        /// From the left.
        x: u32,
        /// From above.
        y: u32,
    },
    /// To the beginning of what is drawn.
    First,
    /// To its end.
    Last,
}

/// Where an outage lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The location, by position from 0.
    pub row: usize,
    /// When it begins, in seconds since 1970.
    pub start: i64,
    /// How long it lasts.
    pub length: Seconds,
}

/// What was asked for, and where the outage was moved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FallInputs {
    /// Which outage.
    pub extreme: Extreme,
    /// Where it was moved; `None` = where it is worst.
    pub moved: Option<Placed>,
}

/// Why nothing can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFall {
    /// The periods lie too far from the present.
    TooFar,
    /// Too many locations for an average.
    TooMany,
    /// Nobody works there, or no user is known.
    NoUsers,
}

/// An outage in its place, judged.
#[derive(Clone, Debug)]
pub struct Fall {
    /// The promise and the locations.
    pub case: Case,
    /// What is drawn.
    pub shown: Interval,
    /// How many locations have a row.
    pub rows: usize,
    /// Whether no length breaks the promise.
    pub unbounded: bool,
    /// Whether it lies where it is worst.
    pub worst: bool,
    /// Where it lies.
    pub placed: Placed,
    /// From its beginning to its end.
    pub down: Interval,
    /// What counted, and whether the promise is kept.
    pub report: Report,
}

impl Model {
    /// The outage in its place, judged.
    ///
    /// # Errors
    ///
    /// When it cannot be drawn.
    pub fn fall(&self, question: &Question) -> Result<Fall, NoFall> {
        let wording = self.wording();
        let case = self.fall_case(question, &wording)?;
        let rows = case.places.len().min(ROWS);
        let struck = struck(&case, rows);
        let found = worst(&case, &wording, struck, self.lab.fall.extreme)?;
        let shown = shown(&case, found.as_ref().map(|outage| outage.down)).ok_or(NoFall::TooFar)?;
        let worst = match &found {
            Some(outage) => Placed {
                row: struck,
                start: outage.down.start().unix(),
                length: outage.length(),
            },
            None => Placed {
                row: struck,
                start: shown.start().unix(),
                length: Seconds::new(LONG),
            },
        };
        let moved = self
            .lab
            .fall
            .moved
            .map(|placed| within(placed, shown, rows));
        let placed = moved.unwrap_or(worst);
        let end = Instant::from_unix(placed.start.saturating_add_unsigned(placed.length.get()))
            .ok_or(NoFall::TooFar)?;
        let start = Instant::from_unix(placed.start).ok_or(NoFall::TooFar)?;
        let down = Interval::new(start, end).map_err(|_| NoFall::TooFar)?;
        let log = log(&case, &wording, placed.row, down).ok_or(NoFall::TooFar)?;
        let report = evaluate(&case.promise, &case.sites(), &log).map_err(|_| NoFall::NoUsers)?;
        Ok(Fall {
            case,
            shown,
            rows,
            unbounded: found.is_none(),
            worst: moved.is_none_or(|moved| moved == worst),
            placed,
            down,
            report,
        })
    }

    /// Enough periods to fill two weeks, and two at least.
    pub(super) fn fall_case(&self, question: &Question, wording: &Wording) -> Result<Case, NoFall> {
        let mut question = question.clone();
        let locations = question.locations.value.get();
        let pooled = matches!(
            self.lab.counting.value,
            CountingRule::Average | CountingRule::WeightedByUsers
        );
        if locations > MOST_LOCATIONS {
            if pooled {
                return Err(NoFall::TooMany);
            }
            // One outage strikes one of them; the others change nothing.
            question.locations.value = std::num::NonZeroU32::MIN.saturating_add(MOST_LOCATIONS - 1);
        }
        let length = question.period.length.value.get().max(1);
        let count = u32::try_from(SHOWN.div_ceil(length)).unwrap_or(u32::MAX);
        self.case(&question, wording, count.max(2))
            .ok_or(NoFall::TooFar)
    }

    pub(super) fn take_fall(&mut self, event: &FallEvent) {
        let fall = match event {
            FallEvent::Ask(extreme) => {
                self.lab.fall = FallInputs {
                    extreme: *extreme,
                    moved: None,
                };
                return;
            }
            FallEvent::Worst => {
                self.lab.fall.moved = None;
                return;
            }
            _ => self.fall(&self.question()),
        };
        if let Ok(fall) = fall {
            let moved = fall.moved(event);
            self.lab.fall.moved = Some(within(moved, fall.shown, fall.rows));
        }
    }
}

impl Fall {
    fn moved(&self, event: &FallEvent) -> Placed {
        let Placed { row, start, length } = self.placed;
        let (first, last) = (self.shown.start().unix(), self.shown.end().unix());
        match *event {
            FallEvent::Ask(_) | FallEvent::Worst => self.placed,
            FallEvent::Later(by) => Placed {
                start: start.saturating_add(by),
                ..self.placed
            },
            FallEvent::Longer(by) => Placed {
                length: Seconds::new(length.get().saturating_add_signed(by)),
                ..self.placed
            },
            FallEvent::Down(by) => {
                let rows = i64::try_from(self.rows).unwrap_or(1);
                let row = i64::try_from(row).unwrap_or_default().saturating_add(by);
                Placed {
                    row: usize::try_from(row.clamp(0, rows - 1)).unwrap_or_default(),
                    ..self.placed
                }
            }
            FallEvent::At { x, y } => {
                let middle = first + (last - first) * i64::from(x.min(10_000)) / 10_000;
                let half = i64::try_from(length.get() / 2).unwrap_or_default();
                let rest = (middle - half - first).rem_euclid(STEP);
                Placed {
                    row: y as usize * self.rows / 10_000,
                    start: middle - half - rest,
                    length,
                }
            }
            FallEvent::First => Placed {
                start: first,
                ..self.placed
            },
            FallEvent::Last => Placed {
                start: last,
                ..self.placed
            },
        }
    }
}

/// The location that is struck: where a user counts little, the one with the fewest; otherwise the first.
pub(super) fn struck(case: &Case, rows: usize) -> usize {
    if case.promise.counting != CountingRule::WeightedByUsers {
        return 0;
    }
    let users = case.places.iter().take(rows).enumerate();
    users
        .min_by_key(|(_, place)| place.site.users)
        .map_or(0, |(at, _)| at)
}

/// The outage asked for; `None` if no length breaks the promise.
pub(super) fn worst(
    case: &Case,
    wording: &Wording,
    location: usize,
    extreme: Extreme,
) -> Result<Option<ProvenOutage>, NoFall> {
    let sites = case.sites();
    let worst = WorstCase {
        promise: &case.promise,
        sites: &sites,
        location,
        report_delay: wording.report_delay,
        planned: wording.planned,
        planned_outside: case.keeps_out(wording, location),
    };
    let opening = case.places.get(location).map(|place| &place.opening);
    let found = match (extreme, opening) {
        (Extreme::OnePeriod, _) | (_, None) => longest_outage(&worst, Reach::OnePeriod),
        (Extreme::AcrossBoundary, _) => across(&worst),
        (Extreme::MostOpeningHours, Some(opening)) => {
            most_opening_hours_lost(&worst, opening, Reach::OnePeriod)
        }
    };
    match found {
        Ok(WorstOutage::Bounded(outage)) => Ok(Some(outage)),
        Ok(WorstOutage::Unbounded) => Ok(None),
        Err(_) => Err(NoFall::NoUsers),
    }
}

/// The longest across two periods or, where that is shorter, within one: a weekend can do more than a boundary.
fn across(worst: &WorstCase) -> Result<WorstOutage, ComplianceError> {
    let one = longest_outage(worst, Reach::OnePeriod)?;
    let two = longest_outage(worst, Reach::AcrossBoundary)?;
    Ok(match (one, two) {
        (WorstOutage::Bounded(one), WorstOutage::Bounded(two)) => {
            WorstOutage::Bounded(if two.length() < one.length() {
                one
            } else {
                two
            })
        }
        _ => WorstOutage::Unbounded,
    })
}

/// Two weeks: the first, or those from a midnight six days before the outage if it ends later.
fn shown(case: &Case, outage: Option<Interval>) -> Option<Interval> {
    let first = case.horizon.start();
    let length = Seconds::new(SHOWN);
    let end = first.checked_add(length)?;
    let start = match outage {
        Some(outage) if outage.end() > end => {
            let day = case.zone.day_of(outage.start())?;
            let day = engine::calendar::days_before(day, 6)?;
            case.zone.first_instant_of(day).ok()?.max(first)
        }
        _ => first,
    };
    Interval::new(start, start.checked_add(length)?).ok()
}

/// The place with what sticks out pushed back in.
fn within(placed: Placed, shown: Interval, rows: usize) -> Placed {
    let (first, last) = (shown.start().unix(), shown.end().unix());
    let length = placed.length.get().min(SHOWN);
    let latest = last.saturating_sub_unsigned(length);
    Placed {
        row: placed.row.min(rows.saturating_sub(1)),
        start: placed.start.clamp(first, latest.max(first)),
        length: Seconds::new(length),
    }
}

/// The outage as a log: first the planned work that the promise excludes, then the failure.
fn log(case: &Case, wording: &Wording, location: usize, down: Interval) -> Option<Vec<Incident>> {
    let excluded = wording.terms.excluded.holds(Cause::PlannedMaintenance);
    let free = case.keeps_out(wording, location).map(|opening| {
        let opens = opening.runs_between(down);
        opens
            .first()
            .and_then(|run| run.start().since(down.start()))
    });
    let planned = match free {
        _ if !excluded => Seconds::ZERO,
        // Its hours begin within the outage: what comes after is no planned work.
        Some(Some(free)) => wording.planned.min(free),
        Some(None) | None => wording.planned.min(down.length()),
    };
    let fault = down.start().checked_add(planned)?;
    let incident = |cause, from: Instant, to, delay| {
        Some(Incident {
            scope: Scope::Locations(vec![location]),
            service: String::new(),
            fault: from,
            reported: Some(from.checked_add(delay)?),
            restored: to,
            cause,
        })
    };
    let delay = match wording.terms.clock_start {
        ClockStart::Fault => Seconds::ZERO,
        ClockStart::Report => wording.report_delay,
    };
    let mut log = Vec::new();
    if planned > Seconds::ZERO {
        log.push(incident(
            Cause::PlannedMaintenance,
            down.start(),
            fault,
            Seconds::ZERO,
        )?);
    }
    log.push(incident(Cause::Failure, fault, down.end(), delay)?);
    Some(log)
}
