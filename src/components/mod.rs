//! Parts of screens: they take values and emit events, and know nothing of the model.

mod choice;
mod copy;
mod field;
mod field_frame;
mod figure;
mod form_field;
mod gap;
mod notice;
mod pick;
mod question;
mod schedule;
mod score;
mod send;
mod verdict;

pub use choice::{Choice, ChoiceOption};
pub use copy::copy;
pub use field::{Area, Line};
pub use figure::FigureView;
pub use form_field::FormField;
pub use gap::GapEntry;
pub use notice::Banner;
pub use pick::{Pick, PickGroup};
pub use question::Question;
pub use schedule::schedule;
pub use score::{Meter, StateMark};
pub use send::{Send, use_send};
pub use verdict::verdict;
