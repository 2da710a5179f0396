//! A field for a line of text, taken when it is left or Enter is pressed.

use yew::prelude::*;

use crate::platform::events;

#[derive(Properties, PartialEq)]
pub(crate) struct TextProps {
    pub(crate) label: AttrValue,
    pub(crate) value: AttrValue,
    pub(crate) on_change: Callback<String>,
    /// The label is read, but not shown.
    pub(crate) bare: bool,
    pub(crate) class: &'static str,
    /// Several lines.
    pub(crate) long: bool,
    pub(crate) disabled: bool,
    /// The longest text, in characters; several lines may be longer.
    pub(crate) most: u32,
}

impl TextProps {
    /// A field for one line.
    pub(crate) fn new(label: String, value: &str, on_change: Callback<String>) -> Self {
        let (label, value) = (label.into(), value.to_owned().into());
        Self { label, value, on_change, bare: false, class: "field", long: false, disabled: false, most: 200 }
    }
}

/// A field with what its props say.
pub(crate) fn text(props: TextProps) -> Html {
    html! { <TextField ..props /> }
}

#[component]
fn TextField(props: &TextProps) -> Html {
    let draft = use_state(|| None::<String>);
    let oninput = use_callback((), {
        let draft = draft.setter();
        move |event: InputEvent, ()| draft.set(Some(events::value(&event)))
    });
    let onchange = use_callback((props.on_change.clone(), props.value.clone()), {
        let draft = draft.setter();
        move |event: Event, (on_change, before)| {
            let text = events::value(&event).trim().to_owned();
            draft.set(None);
            if text != *before {
                on_change.emit(text);
            }
        }
    });
    let onkeydown = use_callback((), {
        let draft = draft.setter();
        move |event: KeyboardEvent, ()| {
            if event.key().as_str() == "Escape" {
                draft.set(None);
            }
        }
    });
    let value = draft.as_ref().map_or_else(|| props.value.clone(), |draft| draft.clone().into());
    let is_draft = (value != props.value).then_some("");
    let (name, most, disabled) = (props.bare.then(|| props.label.clone()), props.most.to_string(), props.disabled);
    let size = value.chars().count().clamp(8, 48).to_string();
    html! {
        <label class={props.class}>
            if !props.bare {
                <span class="field-label">{ &props.label }</span>
            }
            if props.long {
                <textarea class="input" data-draft={is_draft} rows="4" maxlength="20000" aria-label={name} {value} {oninput} {onchange}
                    {onkeydown} {disabled} />
            } else {
                <input class="input" type="text" maxlength={most} {size} aria-label={name} {value} {oninput} {onchange}
                    data-draft={is_draft} {onkeydown} {disabled} autocomplete="off" spellcheck="false" />
            }
        </label>
    }
}
