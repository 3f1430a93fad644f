//! Text fields with their label, hint and error.

use super::field_frame::{FieldFrame, TooLong, Typing};
use yew::prelude::*;

/// Properties of [`Line`] and [`Area`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is asked for.
    pub label: AttrValue,
    /// What stands in the field.
    pub value: AttrValue,
    /// More about it.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is wrong with the value; empty = nothing.
    #[prop_or_default]
    pub error: AttrValue,
    /// Said with the text at every change.
    pub on_input: Callback<String>,
    /// Which keyboard a phone shows: `numeric`, `decimal`, `text`.
    #[prop_or(AttrValue::Static("text"))]
    pub mode: AttrValue,
    /// Rows of an area.
    #[prop_or(2)]
    pub rows: u8,
}

impl FieldProps {
    fn frame(&self) -> FieldFrame {
        FieldFrame {
            id: self.id.clone(),
            label: self.label.clone(),
            hint: self.hint.clone(),
            error: self.error.clone(),
        }
    }

    fn typing(&self) -> Typing {
        Typing {
            value: self.value.clone(),
            on_input: self.on_input.clone(),
            on_leave: None,
            too_long: TooLong::Cut,
        }
    }
}

/// A line of text.
#[component]
pub fn Line(props: &FieldProps) -> Html {
    let frame = props.frame();
    let line = props.typing().line(&frame, props.mode.clone(), "");
    frame.around(line)
}

/// Several lines of text.
#[component]
pub fn Area(props: &FieldProps) -> Html {
    let frame = props.frame();
    let area = props.typing().area(&frame, props.rows);
    frame.around(area)
}
