//! One of several: radio buttons that look like a row of buttons.

use yew::prelude::*;

/// One option.
#[derive(Clone, PartialEq)]
pub struct ChoiceOption {
    /// Stable name, unique within the choice.
    pub key: &'static str,
    /// What the person reads.
    pub label: AttrValue,
}

impl ChoiceOption {
    /// Options from their keys and labels.
    pub fn list(named: &[(&'static str, &'static str)]) -> Vec<Self> {
        let option = |&(key, label): &_| Self {
            key,
            label: AttrValue::Static(label),
        };
        named.iter().map(option).collect()
    }
}

/// Properties of [`Choice`].
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// Unique on the page: the group's name and the prefix of the options' ids.
    pub name: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// Class of the legend; `sr-only` for one that is only read aloud.
    #[prop_or("choice__legend")]
    pub legend_class: &'static str,
    /// More about it, below the legend.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The options.
    pub options: Vec<ChoiceOption>,
    /// The key of the chosen one; empty = none.
    pub chosen: AttrValue,
    /// Said with the key of the option that was chosen.
    pub on_choose: Callback<&'static str>,
    /// Extra class of the group.
    #[prop_or_default]
    pub class: Classes,
}

/// One of several.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let hint_id = [&props.name, "-hint"].concat();
    let has_hint = !props.hint.is_empty();
    html! {
        <fieldset class={classes!("choice", props.class.clone())} aria-describedby={has_hint.then(|| hint_id.clone())}>
            <legend class={props.legend_class}>{ props.legend.clone() }</legend>
            <p class="hint" id={hint_id} hidden={!has_hint}>{ props.hint.clone() }</p>
            <div class="choice__row">
                for option in props.options.iter() {
                    <label key={option.key} class={["choice__option choice__option--", option.key].concat()}>
                        <input type="radio" id={[&props.name, "-", option.key].concat()} name={props.name.clone()} value={option.key}
                            checked={option.key == props.chosen.as_str()}
                            onchange={
                                let (say, key) = (props.on_choose.clone(), option.key);
                                move |_: web_sys::Event| say.emit(key)
                            } />
                        <span>{ option.label.clone() }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
