//! The catalogue of protections and the words around it, read from one checked pack.
//!
//! Everything in a [`Catalogue`] fits together: every reference leads somewhere, every protection has all its words.
//! What the words say is checked by the content linter in the tests, not here.

mod catalogue;
mod dress;
mod error;
mod guides;
mod node;
mod presets;
mod protection;
mod read_guides;
mod read_presets;
mod read_protections;
mod source;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

pub use catalogue::Catalogue;
pub use error::{CatalogueError, Problem};
pub use guides::{
    Card, FloorText, Leverage, Listening, Method, MethodSection, Negotiation, NegotiationItem,
    Question, Readiness, ReadinessBand, ResponseResolution, Schedule, Step, Term, VerdictBand,
    Verdicts,
};
pub use presets::{OpenWindow, OpeningHours, Presets, PublishedLevel, ServicePreset};
pub use protection::{Applies, AskedOf, Benchmark, Depth, Group, Protection, Shape, Views, Weight};
pub(crate) use read_protections::{APPLIES, ASKED_OF, SHAPES};
pub use source::{Kind, Source};
