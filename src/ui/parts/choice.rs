//! A field with a list to choose from.

use yew::prelude::*;

use crate::platform::{dom, events};

#[derive(Properties, PartialEq)]
struct SelectProps {
    label: AttrValue,
    bare: bool,
    chosen: usize,
    options: Vec<String>,
    on_change: Callback<usize>,
}

#[component]
fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    let shown = (props.chosen, props.options.clone());
    // After a user's choice the markup's own no longer counts: the element must be told.
    use_effect_with((node.clone(), shown), |(node, (chosen, _))| {
        if let Some(select) = node.cast::<dom::Select>() {
            dom::choose(&select, &chosen.to_string());
        }
    });
    let onchange = use_callback(props.on_change.clone(), |event: Event, on_change| {
        if let Ok(index) = events::value(&event).parse() {
            on_change.emit(index);
        }
    });
    html! {
        <label class="field">
            if !props.bare {
                <span class="field-label">{ &props.label }</span>
            }
            <select class="input" ref={node} {onchange} aria-label={props.bare.then(|| props.label.clone())}>
                { for props.options.iter().enumerate().map(|(index, text)| html! {
                    <option key={index} value={index.to_string()} selected={index == props.chosen}>{ text }</option>
                }) }
            </select>
        </label>
    }
}

/// A list of values, each with its text. With `bare` the label is read but not shown.
pub(crate) fn choice<T: Clone + PartialEq + 'static>(
    label: String,
    bare: bool,
    value: &T,
    options: Vec<(T, String)>,
    on_change: impl Fn(T) + 'static,
) -> Html {
    let chosen = options.iter().position(|(option, _)| option == value).unwrap_or(0);
    let (values, texts): (Vec<T>, Vec<String>) = options.into_iter().unzip();
    let on_change = Callback::from(move |index: usize| {
        if let Some(value) = values.get(index) {
            on_change(value.clone());
        }
    });
    html! { <Select {label} {bare} {chosen} options={texts} {on_change} /> }
}
