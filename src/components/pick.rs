//! One of many: a list to pick from.

use super::field_frame::FieldFrame;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Options under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct PickGroup {
    /// The heading; empty = the options stand without one.
    pub label: AttrValue,
    /// The options: key, unique within the list, and what the person reads.
    pub options: Vec<(AttrValue, AttrValue)>,
}

/// Properties of [`Pick`].
#[derive(Properties, PartialEq)]
pub struct PickProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// What is chosen.
    pub label: AttrValue,
    /// The options.
    pub groups: Vec<PickGroup>,
    /// The key of the chosen one.
    pub chosen: AttrValue,
    /// Said with the key of the option that was chosen.
    pub on_pick: Callback<String>,
}

/// One of many, with its label.
#[component]
pub fn Pick(props: &PickProps) -> Html {
    let frame = FieldFrame {
        id: props.id.clone(),
        label: props.label.clone(),
        hint: AttrValue::default(),
        error: AttrValue::default(),
    };
    let list = html! {
        <Select id={props.id.clone()} groups={props.groups.clone()} chosen={props.chosen.clone()} on_pick={props.on_pick.clone()} />
    };
    frame.around(list)
}

/// Properties of [`Select`].
#[derive(Properties, PartialEq)]
pub(super) struct SelectProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The ids of what describes it.
    #[prop_or_default]
    pub described: Option<String>,
    /// The options.
    pub groups: Vec<PickGroup>,
    /// The key of the chosen one.
    pub chosen: AttrValue,
    /// Said with the key of the option that was chosen.
    pub on_pick: Callback<String>,
}

/// The list by itself.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let list = use_node_ref();
    {
        // `selected` serves the first paint only; what changes the choice later has to set the list's value.
        let list = list.clone();
        use_effect_with(props.chosen.clone(), move |chosen| {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_value(chosen);
            }
        });
    }
    let say = props.on_pick.clone();
    let onchange = move |event: Event| {
        if let Some(list) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        {
            say.emit(list.value());
        }
    };
    html! {
        <select ref={list} id={props.id.clone()} aria-describedby={props.described.clone()} {onchange}>
            for group in props.groups.iter() {
                if group.label.is_empty() {
                    { options(&group.options, &props.chosen) }
                } else {
                    <optgroup key={group.label.to_string()} label={group.label.clone()}>{ options(&group.options, &props.chosen) }</optgroup>
                }
            }
        </select>
    }
}

fn options(options: &[(AttrValue, AttrValue)], chosen: &AttrValue) -> Html {
    html! {
        <>
            for (key, label) in options.iter() {
                <option key={key.to_string()} value={key.clone()} selected={key == chosen}>{ label.clone() }</option>
            }
        </>
    }
}
