//! A second promise beside the one in the form.

use super::{Model, Period, Window};
use engine::agreement::Credits;
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

/// Whose credits go with a promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CreditsOf {
    /// The open agreement's.
    #[default]
    Agreement,
    /// The recommended baseline's.
    Baseline,
    /// Nobody's: it comes without any, or with those of another provider.
    Nobody,
}

impl Model {
    /// The credits that go with the promise in the form, as far as they are known.
    pub fn credits(&self) -> Option<&Credits> {
        let agreement = match self.lab.credits {
            CreditsOf::Agreement => self.record().map(|record| &record.agreement),
            CreditsOf::Baseline => self.baseline(),
            CreditsOf::Nobody => None,
        };
        agreement.map(|agreement| &agreement.credits)
    }

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
        other.take_promise(key);
        other
    }

    /// Puts the promise of that key into the form; one that is not there changes nothing.
    pub(super) fn take_promise(&mut self, key: &str) {
        self.lab.credits = if key.starts_with(AGREED) {
            CreditsOf::Agreement
        } else if key.starts_with(BASELINE) {
            CreditsOf::Baseline
        } else {
            CreditsOf::Nobody
        };
        if let Some(id) = key.strip_prefix(AGREED) {
            self.take_agreed(id);
        } else if let Some(id) = key.strip_prefix(PUBLISHED) {
            self.take_published(id);
        } else if let Some(id) = key.strip_prefix(BASELINE) {
            let services = self.baseline_services();
            if let Some(service) = services.iter().find(|service| service.id == id).cloned() {
                self.take_service(&service, Origin::Catalogue);
            }
        } else if key == TWO_WEEKS {
            self.take_two_weeks();
        }
        // Without opening hours of its own, a client is looked at with the example week, and so is its promise.
        if self.lab.window == Window::OpeningHours && self.clients_hours().is_none() {
            self.lab.window = Window::Template("weekdays".to_owned());
        }
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
