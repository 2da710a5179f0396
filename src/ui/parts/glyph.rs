//! An icon beside words, or in place of them where the button has a label.

use yew::prelude::*;

use super::icons::Icon;

pub(crate) fn glyph(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={icon.path()} /></svg>
    }
}
