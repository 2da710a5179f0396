//! A field with a list to choose from.

use yew::prelude::*;

use crate::platform::{dom, events};

#[derive(Properties, PartialEq)]
struct SelectProps {
    label: AttrValue,
    bare: bool,
    chosen: usize,
    options: Vec<String>,
    /// What is chosen is done at once: the list is opened before a key chooses.
    acts: bool,
    on_change: Callback<usize>,
}

#[component]
fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    // After a user's choice the markup's own no longer counts: the element must be told, also that it stays as it was.
    let (select, chosen) = (node.clone(), props.chosen);
    use_effect(move || {
        if let Some(select) = select.cast::<dom::Select>() {
            dom::choose(&select, &chosen.to_string());
        }
    });
    let onchange = use_callback(props.on_change.clone(), |event: Event, on_change| {
        if let Ok(index) = events::value(&event).parse() {
            on_change.emit(index);
        }
    });
    let (list, acts) = (node.clone(), props.acts);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if acts && matches!(event.key().as_str(), "ArrowDown" | "ArrowUp" | "Home" | "End") {
            event.prevent_default();
            if let Some(list) = list.cast::<dom::Select>() {
                dom::open_list(&list);
            }
        }
    });
    html! {
        <label class="field">
            if !props.bare {
                <span class="field-label">{ &props.label }</span>
            }
            <select class="input" ref={node} {onchange} {onkeydown} aria-label={props.bare.then(|| props.label.clone())}>
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
    on_change: Callback<T>,
) -> Html {
    let chosen = options.iter().position(|(option, _)| option == value).unwrap_or(0);
    let texts = options.iter().map(|(_, text)| text.clone()).collect();
    let on_change = move |index: usize| {
        if let Some((value, _)) = options.get(index) {
            on_change.emit(value.clone());
        }
    };
    pick(label, bare, chosen, texts, on_change.into())
}

/// The options with what stands there, which a file may state, where it is none of them.
pub(crate) fn with_own<T: Clone + PartialEq>(
    mut options: Vec<(T, String)>,
    own: &T,
    name: impl FnOnce() -> String,
) -> Vec<(T, String)> {
    if !options.iter().any(|(option, _)| option == own) {
        options.push((own.clone(), name()));
    }
    options
}

/// A list of texts, of which one is chosen by its place.
pub(crate) fn pick(label: String, bare: bool, chosen: usize, options: Vec<String>, on_change: Callback<usize>) -> Html {
    select(SelectProps { label: label.into(), bare, chosen, options, acts: false, on_change })
}

/// A list of things to do, under words that ask; it always shows those.
pub(crate) fn actions(words: String, mut things: Vec<String>, act: Callback<usize>) -> Html {
    things.insert(0, words.clone());
    let on_change = move |index: usize| {
        if let Some(thing) = index.checked_sub(1) {
            act.emit(thing);
        }
    };
    let (bare, acts) = (true, true);
    select(SelectProps { label: words.into(), bare, chosen: 0, options: things, acts, on_change: on_change.into() })
}

fn select(props: SelectProps) -> Html {
    html! { <Select ..props /> }
}
