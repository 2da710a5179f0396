//! A field for a day, taken when it is left or Enter is pressed. The browser shows it in its own way.

use chrono::{Datelike, NaiveDate};
use yew::prelude::*;

use crate::platform::events;

#[derive(Properties, PartialEq)]
struct DayProps {
    label: AttrValue,
    value: Option<NaiveDate>,
    on_change: Callback<Option<NaiveDate>>,
}

/// A day, or none.
pub(crate) fn day(label: String, value: Option<NaiveDate>, on_change: Callback<Option<NaiveDate>>) -> Html {
    html! { <DayField {label} {value} {on_change} /> }
}

/// Years that a half-typed one is not.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

#[component]
fn DayField(props: &DayProps) -> Html {
    // Browsers report a change with every digit of the year: it is taken once, when the field is left.
    let draft = use_state(|| None::<String>);
    let setter = draft.setter();
    let oninput = use_callback((), move |event: InputEvent, ()| setter.set(Some(events::value(&event))));
    let take = {
        let (draft, before, on_change) = (draft.clone(), props.value, props.on_change.clone());
        Callback::from(move |()| {
            let Some(text) = draft.as_ref() else { return };
            let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| YEARS.contains(&day.year()));
            draft.set(None);
            if (day.is_some() || text.is_empty()) && day != before {
                on_change.emit(day);
            }
        })
    };
    let leave = take.clone();
    let onblur = Callback::from(move |_: FocusEvent| leave.emit(()));
    let setter = draft.setter();
    let onkeydown = Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => take.emit(()),
        "Escape" => setter.set(None),
        _ => {}
    });
    let known = props.value.map(|day| day.to_string()).unwrap_or_default();
    let value = draft.as_ref().cloned().unwrap_or_else(|| known.clone());
    let is_draft = (value != known).then_some("");
    html! {
        <label class="field">
            <span class="field-label">{ &props.label }</span>
            <input class="input" type="date" min="1900-01-01" max="2199-12-31" {value} {oninput} {onblur} {onkeydown}
                data-draft={is_draft} />
        </label>
    }
}
