//! An icon beside words, or in place of them where the button has a label.

use yew::prelude::*;

use super::icons::Icon;

#[derive(Properties, PartialEq)]
pub(crate) struct GlyphProps {
    pub(crate) icon: Icon,
}

#[component]
pub(crate) fn Glyph(props: &GlyphProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={props.icon.path()} /></svg>
    }
}
