//! A file per screen. A screen composes components and sends events; it computes nothing.

mod assess;
mod brand;
mod chain;
mod commitments;
mod compare;
mod contact;
mod downtime;
mod frame;
mod framed;
mod learn;
mod library;
mod method;
mod parts;
mod present;
mod reading;
mod report;
mod response;
mod results;
mod share;
mod shared;

pub use frame::{Frame, FrameProps};
pub use reading::reading;

use crate::model::Model;
use std::rc::Rc;

/// The state that a screen shows: equal only to itself, so that comparing is cheap.
#[derive(Clone)]
pub struct State(pub Rc<Model>);

impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
