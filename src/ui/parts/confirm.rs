//! A button for what cannot be undone: it asks again in its own place.

use yew::prelude::*;

use super::button::{button, primary};
use super::icons::Icon;

#[derive(Properties, PartialEq)]
pub(crate) struct ConfirmProps {
    pub(crate) label: String,
    /// The question, with what is lost.
    pub(crate) question: String,
    pub(crate) yes: String,
    pub(crate) no: String,
    pub(crate) icon: Icon,
    pub(crate) onconfirm: Callback<()>,
}

#[component]
pub(crate) fn Confirm(props: &ConfirmProps) -> Html {
    let is_asking = use_state(|| false);
    let turn = |to: bool| {
        let is_asking = is_asking.setter();
        Callback::from(move |()| is_asking.set(to))
    };
    let (ask, no) = (turn(true), turn(false));
    let (set, onconfirm) = (is_asking.setter(), props.onconfirm.clone());
    let yes = Callback::from(move |()| {
        set.set(false);
        onconfirm.emit(());
    });
    html! {
        <span class="confirm">
            if *is_asking {
                <span role="alert">{ &props.question }</span>
                { primary(None, props.yes.clone(), yes) }
                { button(None, props.no.clone(), no) }
            } else {
                { button(Some(props.icon), props.label.clone(), ask) }
            }
        </span>
    }
}
