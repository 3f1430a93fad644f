//! One of several: radio buttons that look like a row of buttons.

use yew::prelude::*;

/// One option.
#[derive(Clone, PartialEq)]
pub struct ChoiceOption {
    /// Stable name, unique within the choice.
    pub key: &'static str,
    /// What the person reads.
    pub label: &'static str,
}

impl ChoiceOption {
    /// Options from their keys and labels.
    pub fn list(named: &[(&'static str, &'static str)]) -> Vec<Self> {
        let option = |&(key, label): &_| Self { key, label };
        named.iter().map(option).collect()
    }
}

/// One of several.
pub struct Choice {
    /// Unique on the page: the group's name and the prefix of the options' ids.
    pub name: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// More about it, below the legend; empty = nothing.
    pub hint: AttrValue,
    /// The options.
    pub options: Vec<ChoiceOption>,
    /// The key of the chosen one; empty = none.
    pub chosen: &'static str,
    /// Said with the key of the option that was chosen.
    pub on_choose: Callback<&'static str>,
    /// How it looks.
    pub look: Look,
}

/// How a choice looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A question by itself.
    Plain,
    /// One of many, with small buttons.
    Small,
    /// The same, in a place that tells what is chosen: the legend is only read aloud.
    Bare,
}

impl Choice {
    /// The choice as it is drawn.
    pub fn draw(self) -> Html {
        let (class, legend_class) = match self.look {
            Look::Plain => ("choice", "choice__legend"),
            Look::Small => ("choice choice--small", "choice__legend"),
            Look::Bare => ("choice choice--small", "sr-only"),
        };
        let hint_id = [&self.name, "-hint"].concat();
        let has_hint = !self.hint.is_empty();
        html! {
            <fieldset {class} aria-describedby={has_hint.then(|| hint_id.clone())}>
                <legend class={legend_class}>{ self.legend }</legend>
                <p class="hint" id={hint_id} hidden={!has_hint}>{ self.hint }</p>
                <div class="choice__row">
                    for option in self.options {
                        <label key={option.key} class={["choice__option choice__option--", option.key].concat()}>
                            <input type="radio" id={[&self.name, "-", option.key].concat()} name={self.name.clone()} value={option.key}
                                checked={option.key == self.chosen}
                                onchange={
                                    let (say, key) = (self.on_choose.clone(), option.key);
                                    move |_: web_sys::Event| say.emit(key)
                                } />
                            <span>{ option.label }</span>
                        </label>
                    }
                </div>
            </fieldset>
        }
    }
}
