//! Parts of screens: they take values and emit events, and know nothing of the model.

mod choice;
mod field;
mod figure;
mod notice;
mod pick;
mod question;
mod score;
mod send;

pub use choice::{Choice, ChoiceOption};
pub use field::{Area, Line};
pub use figure::FigureView;
pub use notice::Banner;
pub use pick::{Pick, PickGroup};
pub use question::Question;
pub use score::{Meter, StateMark};
pub use send::{Send, use_send};
