//! A button with an icon, words, or both.

use yew::prelude::*;

use super::glyph::glyph;
use super::icons::Icon;

/// A button with a border.
pub(crate) fn button(icon: Option<Icon>, label: String, onclick: Callback<()>) -> Html {
    worded("button", icon, label, onclick)
}

/// The one thing to do next.
pub(crate) fn primary(icon: Option<Icon>, label: String, onclick: Callback<()>) -> Html {
    worded("button button-primary", icon, label, onclick)
}

/// Words alone, without a border.
pub(crate) fn quiet(icon: Option<Icon>, label: String, onclick: Callback<()>) -> Html {
    worded("button button-quiet", icon, label, onclick)
}

fn worded(class: &'static str, icon: Option<Icon>, label: String, onclick: Callback<()>) -> Html {
    html! {
        <button type="button" {class} onclick={clicked(onclick)}>
            { icon.map(glyph) }
            <span>{ label }</span>
        </button>
    }
}

/// An icon alone; its words are read and shown on hovering.
pub(crate) fn icon_button(icon: Icon, label: String, onclick: Callback<()>) -> Html {
    tool(icon, label, false, None, onclick)
}

/// An icon that cannot be pressed always.
pub(crate) fn icon_button_if(can: bool, icon: Icon, label: String, onclick: Callback<()>) -> Html {
    tool(icon, label, !can, None, onclick)
}

/// An icon that switches something on and off.
pub(crate) fn toggle(icon: Icon, label: String, is_on: bool, onclick: Callback<()>) -> Html {
    tool(icon, label, false, Some(if is_on { "true" } else { "false" }), onclick)
}

fn tool(icon: Icon, label: String, disabled: bool, pressed: Option<&'static str>, onclick: Callback<()>) -> Html {
    let label = AttrValue::from(label);
    html! {
        <button type="button" class="button button-icon" {disabled} aria-label={label.clone()} title={label} aria-pressed={pressed}
            onclick={clicked(onclick)}>
            { glyph(icon) }
        </button>
    }
}

/// What an element's own click calls.
pub(crate) fn clicked(onclick: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |_| onclick.emit(()))
}
