//! The app's addresses: the part behind `#`, so that the page runs from any folder and from a file.

use engine::brand::Brand;

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Quick check and questions.
    #[default]
    Assess,
    /// The promises themselves.
    Commitments,
    /// Scores, gaps, negotiation plan.
    Results,
    /// Agreements side by side.
    Compare,
    /// Papers made of the results.
    Report,
    /// The results as a deck, full screen.
    Present,
    /// What came with a link.
    Shared,
    /// The downtime calculator.
    Downtime,
    /// The clocks of response and resolution.
    Response,
    /// The chain of parts that a location depends on.
    Chain,
    /// Saved assessments, files, settings.
    Library,
    /// FAQ, glossary, cards, readiness question.
    Learn,
    /// How the tool counts, and its sources.
    Method,
    /// The brand: looked at, edited, taken as a file.
    Brand,
}

impl Route {
    /// Every screen.
    pub const ALL: [Self; 14] = [
        Self::Assess,
        Self::Commitments,
        Self::Results,
        Self::Compare,
        Self::Report,
        Self::Present,
        Self::Shared,
        Self::Downtime,
        Self::Response,
        Self::Chain,
        Self::Library,
        Self::Learn,
        Self::Method,
        Self::Brand,
    ];

    /// The address: `#/` and so on.
    pub fn hash(self) -> &'static str {
        match self {
            Self::Assess => "#/",
            Self::Commitments => "#/commitments",
            Self::Results => "#/results",
            Self::Compare => "#/compare",
            Self::Report => "#/report",
            Self::Present => "#/present",
            Self::Shared => "#/shared",
            Self::Downtime => "#/downtime",
            Self::Response => "#/response",
            Self::Chain => "#/chain",
            Self::Library => "#/library",
            Self::Learn => "#/learn",
            Self::Method => "#/method",
            Self::Brand => "#/brand",
        }
    }

    /// Whether a brand has this screen.
    pub fn is_of(self, brand: &Brand) -> bool {
        let name = match self {
            Self::Assess => "assess",
            other => other.hash().trim_start_matches("#/"),
        };
        brand.pages.has(name)
    }

    /// The screen of an address and, after a second slash, the place in it. An unknown address is the first screen.
    pub fn parse(hash: &str) -> (Self, Option<&str>) {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (name, place) = match path.split_once('/') {
            Some((name, place)) => (name, Some(place).filter(|place| !place.is_empty())),
            None => (path, None),
        };
        let route = Self::ALL
            .into_iter()
            .find(|route| route.hash().trim_start_matches("#/") == name);
        (route.unwrap_or_default(), place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_that_a_brand_may_leave_out_has_an_address() {
        for (name, _) in engine::brand::Pages::known() {
            let found = Route::parse(name).0;
            assert!(name == "assess" || found != Route::Assess, "{name}");
        }
    }

    #[test]
    fn addresses_round_trip() {
        for route in Route::ALL {
            assert_eq!(Route::parse(route.hash()), (route, None));
        }
        assert_eq!(Route::parse("#/learn/faq"), (Route::Learn, Some("faq")));
        assert_eq!(Route::parse(""), (Route::Assess, None));
        assert_eq!(Route::parse("#/nowhere"), (Route::Assess, None));
    }
}
