//! Text fields with their label, hint and error.

use super::field_frame::{FieldFrame, TooLong, Typing};
use yew::prelude::*;

/// A text field.
pub struct TextField {
    frame: FieldFrame,
    value: AttrValue,
    mode: &'static str,
    too_long: TooLong,
    on_input: Callback<String>,
}

impl TextField {
    /// A field with an id that is unique on the page, what is asked for, and what stands in it. `on_input` is said with the
    /// text at every change.
    pub fn new(
        id: impl Into<AttrValue>,
        label: &'static str,
        value: impl Into<AttrValue>,
        on_input: Callback<String>,
    ) -> Self {
        Self::named(id, label, value, on_input)
    }

    /// The same with a label that is put together.
    pub fn named(
        id: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        value: impl Into<AttrValue>,
        on_input: Callback<String>,
    ) -> Self {
        Self {
            frame: FieldFrame {
                id: id.into(),
                label: label.into(),
                hint: AttrValue::Static(""),
                error: AttrValue::Static(""),
            },
            value: value.into(),
            mode: "text",
            too_long: TooLong::Cut,
            on_input,
        }
    }

    /// With more about what is asked for.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<AttrValue>) -> Self {
        self.frame.hint = hint.into();
        self
    }

    /// With what is wrong with the value; empty = nothing.
    #[must_use]
    pub fn error(mut self, error: impl Into<AttrValue>) -> Self {
        self.frame.error = error.into();
        self
    }

    /// With the keyboard that a phone shows: `numeric`, `decimal`, `text`.
    #[must_use]
    pub fn mode(mut self, mode: &'static str) -> Self {
        self.mode = mode;
        self
    }

    /// With a text that may be longer than those of a client's file: who hears of it sees to its length.
    #[must_use]
    pub fn long(mut self) -> Self {
        self.too_long = TooLong::Stays;
        self
    }

    /// A line of text.
    pub fn line(self) -> Html {
        let mode = self.mode;
        let (frame, typing) = self.parts();
        frame.around(typing.line(&frame, mode, ""))
    }

    /// Several lines of text, as many as `rows` in sight.
    pub fn area(self, rows: &'static str) -> Html {
        let (frame, typing) = self.parts();
        frame.around(typing.area(&frame, rows))
    }

    fn parts(self) -> (FieldFrame, Typing) {
        let typing = Typing {
            value: self.value,
            on_input: self.on_input,
            on_leave: None,
            too_long: self.too_long,
        };
        (self.frame, typing)
    }
}
