//! Parts of screens: they take values and emit events, and know nothing of the model.

mod button;
mod choice;
mod copy;
mod field;
mod field_frame;
mod figure;
mod form_field;
mod gap;
mod notice;
mod paper;
mod pick;
mod question;
mod schedule;
mod score;
mod send;
mod table;
mod texts;
mod verdict;

pub use button::{button, named_button};
pub use choice::{Choice, ChoiceOption, Look};
pub use copy::copy;
pub use field::TextField;
pub use figure::{cell, figure};
pub use form_field::FormField;
pub use gap::GapEntry;
pub use notice::banner;
pub use paper::paper;
pub use pick::{Pick, PickGroup};
pub use question::Question;
pub use schedule::schedule;
pub use score::{meter, state_mark};
pub use send::{Send, use_send, use_words};
pub use table::{Row, table};
pub use texts::{fact, h3, h4, hint, p, screen_title, summary};
pub use verdict::verdict;
