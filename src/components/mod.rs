//! Parts of screens: they take values and emit events, and know nothing of the model.

mod choice;
mod field;
mod form_field;
mod notice;
mod question;
mod score;
mod send;

pub use choice::{Choice, ChoiceOption};
pub use field::{Area, Line};
pub use form_field::FormField;
pub use notice::Banner;
pub use question::Question;
pub use score::{Meter, StateMark};
pub use send::{Send, use_send};
