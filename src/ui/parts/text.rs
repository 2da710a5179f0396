//! A field for a line of text, taken when it is left or Enter is pressed.

use yew::prelude::*;

use crate::platform::{dom, events};

#[derive(Properties, PartialEq)]
pub(crate) struct TextFieldProps {
    pub(crate) label: AttrValue,
    pub(crate) value: AttrValue,
    /// The label is read, but not shown.
    #[prop_or_default]
    pub(crate) bare: bool,
    #[prop_or_default]
    pub(crate) class: Classes,
    /// Several lines.
    #[prop_or_default]
    pub(crate) long: bool,
    #[prop_or_default]
    pub(crate) disabled: bool,
    #[prop_or(200)]
    pub(crate) most: u32,
    pub(crate) on_change: Callback<String>,
}

#[component]
pub(crate) fn TextField(props: &TextFieldProps) -> Html {
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
    let is_long = props.long;
    let onkeydown = use_callback((), {
        let draft = draft.setter();
        move |event: KeyboardEvent, ()| match event.key().as_str() {
            "Enter" if !is_long => dom::leave_field(),
            "Escape" => draft.set(None),
            _ => {}
        }
    });
    let value = draft.as_ref().map_or_else(|| props.value.clone(), |draft| draft.clone().into());
    let (name, most, disabled) = (props.bare.then(|| props.label.clone()), props.most.to_string(), props.disabled);
    let size = value.chars().count().clamp(8, 48).to_string();
    html! {
        <label class={classes!("field", props.class.clone())}>
            if !props.bare {
                <span class="field-label">{ &props.label }</span>
            }
            if props.long {
                <textarea class="input" rows="4" maxlength="20000" aria-label={name} {value} {oninput} {onchange} {onkeydown} {disabled} />
            } else {
                <input class="input" type="text" maxlength={most} {size} aria-label={name} {value} {oninput} {onchange}
                    {onkeydown} {disabled} autocomplete="off" spellcheck="false" />
            }
        </label>
    }
}
