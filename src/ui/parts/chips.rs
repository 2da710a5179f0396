//! Names side by side, of which one is chosen.

use yew::prelude::*;

use super::button::clicked;

/// A row of names; that at `chosen` is pressed.
pub(crate) fn chips<'a>(
    label: String,
    names: impl Iterator<Item = &'a str>,
    chosen: usize,
    on_choose: &Callback<usize>,
) -> Html {
    let chip = |(at, name): (usize, &str)| {
        let on_choose = on_choose.clone();
        let onclick = clicked(Callback::from(move |()| on_choose.emit(at)));
        let is_chosen = at == chosen;
        html! {
            <li key={at}>
                <button type="button" class="plan-chip" aria-pressed={if is_chosen { "true" } else { "false" }} {onclick}>{ name }</button>
            </li>
        }
    };
    html! { <ul class="plan-chips" aria-label={label}>{ for names.enumerate().map(chip) }</ul> }
}
