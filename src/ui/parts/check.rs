//! A box to tick.

use yew::prelude::*;

use crate::platform::events;

/// A box with its words beside it.
pub(crate) fn check(label: String, is_on: bool, set: Callback<bool>) -> Html {
    let onchange = Callback::from(move |event: Event| set.emit(events::is_ticked(&event)));
    html! {
        <label class="check">
            <input type="checkbox" checked={is_on} {onchange} />
            <span>{ label }</span>
        </label>
    }
}
