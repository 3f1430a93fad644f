//! One of many: a list to pick from.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Options under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct PickGroup {
    /// The heading.
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

/// One of many.
#[component]
pub fn Pick(props: &PickProps) -> Html {
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
        <div class="field">
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            <select id={props.id.clone()} ref={list} {onchange}>
                for group in props.groups.iter() {
                    <optgroup key={group.label.to_string()} label={group.label.clone()}>
                        for (key, label) in group.options.iter() {
                            <option key={key.to_string()} value={key.clone()} selected={*key == props.chosen}>{ label.clone() }</option>
                        }
                    </optgroup>
                }
            </select>
        </div>
    }
}
