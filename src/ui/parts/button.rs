//! A button with an icon, words, or both.

use yew::prelude::*;

use super::glyph::Glyph;
use super::icons::Icon;

/// How a button looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Look {
    /// With a border.
    #[default]
    Plain,
    /// The one thing to do next.
    Primary,
    /// Words alone.
    Quiet,
    /// An icon alone; its words are read and shown on hovering.
    Icon,
}

#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) icon: Option<Icon>,
    #[prop_or_default]
    pub(crate) look: Look,
    #[prop_or_default]
    pub(crate) disabled: bool,
    /// Whether it is pressed, for a button that switches something.
    #[prop_or_default]
    pub(crate) pressed: Option<bool>,
    pub(crate) onclick: Callback<()>,
}

#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let onclick = use_callback(props.onclick.clone(), |_: MouseEvent, onclick| onclick.emit(()));
    let look = match props.look {
        Look::Plain => "button",
        Look::Primary => "button button-primary",
        Look::Quiet => "button button-quiet",
        Look::Icon => "button button-icon",
    };
    let is_icon = props.look == Look::Icon;
    let name = is_icon.then(|| props.label.clone());
    let pressed = props.pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button type="button" class={look} disabled={props.disabled} {onclick} aria-label={name.clone()} title={name}
            aria-pressed={pressed}>
            if let Some(icon) = props.icon {
                <Glyph {icon} />
            }
            if !is_icon {
                <span>{ &props.label }</span>
            }
        </button>
    }
}
