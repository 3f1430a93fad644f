//! A second promise beside the one in the form.

use super::{Model, Period, Window};
use engine::availability::CountingRule;
use engine::calendar::Convention;
use engine::derivation::{Origin, Sourced};
use engine::quantity::Percent;

/// The promise that the whole calculator began with.
pub const TWO_WEEKS: &str = "two-weeks";
/// What the other keys begin with.
pub const BASELINE: &str = "baseline:";
/// A service of the open agreement.
pub const AGREED: &str = "agreed:";
/// A published promise.
pub const PUBLISHED: &str = "published:";

impl Model {
    /// The key of the promise to compare with: the chosen one or, until then, the first of the baseline.
    pub fn compared(&self) -> String {
        let first = || match self.baseline_services().first() {
            Some(service) => [BASELINE, &service.id].concat(),
            None => TWO_WEEKS.to_owned(),
        };
        self.lab.compare.clone().unwrap_or_else(first)
    }

    /// The same client with that promise in the form.
    #[must_use]
    pub fn with_promise(&self, key: &str) -> Self {
        let mut other = self.clone();
        if let Some(id) = key.strip_prefix(AGREED) {
            other.take_agreed(id);
        } else if let Some(id) = key.strip_prefix(PUBLISHED) {
            other.lab.wording = super::WordingInputs::default();
            other.take_published(id);
            other.lab.counting = Sourced::convention(CountingRule::EachLocation);
        } else if let Some(id) = key.strip_prefix(BASELINE) {
            let services = self.baseline_services();
            if let Some(service) = services.iter().find(|service| service.id == id) {
                other.take_service(service, Origin::Catalogue);
            }
        } else {
            other.take_two_weeks();
        }
        // Without opening hours of its own, a client is looked at with the example week, and so is its promise.
        if other.lab.window == Window::OpeningHours && other.clients_hours().is_none() {
            other.lab.window = Window::Template("weekdays".to_owned());
        }
        other
    }

    fn take_two_weeks(&mut self) {
        self.lab.wording = super::WordingInputs::default();
        self.take_target(
            Percent::parse("99").unwrap_or(Percent::HUNDRED),
            Origin::Convention,
        );
        self.lab.period = Sourced::convention(Period::Fixed(Convention::TwoWeeks));
        self.lab.window = Window::AroundTheClock;
        self.lab.counting = Sourced::convention(CountingRule::EachLocation);
    }
}
