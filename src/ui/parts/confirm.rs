//! A button for what cannot be undone: it asks again in its own place.

use yew::prelude::*;

use super::button::{Button, Look};
use super::icons::Icon;

#[derive(Properties, PartialEq)]
pub(crate) struct ConfirmProps {
    pub(crate) label: AttrValue,
    /// The question, with what is lost.
    pub(crate) question: AttrValue,
    pub(crate) yes: AttrValue,
    pub(crate) no: AttrValue,
    pub(crate) icon: Icon,
    pub(crate) onconfirm: Callback<()>,
}

#[component]
pub(crate) fn Confirm(props: &ConfirmProps) -> Html {
    let is_asking = use_state(|| false);
    let ask = use_callback((), {
        let is_asking = is_asking.setter();
        move |(), ()| is_asking.set(true)
    });
    let no = use_callback((), {
        let is_asking = is_asking.setter();
        move |(), ()| is_asking.set(false)
    });
    let yes = use_callback(props.onconfirm.clone(), {
        let is_asking = is_asking.setter();
        move |(), onconfirm| {
            is_asking.set(false);
            onconfirm.emit(());
        }
    });
    html! {
        <span class="confirm">
            if *is_asking {
                <span role="alert">{ &props.question }</span>
                <Button label={props.yes.clone()} look={Look::Primary} onclick={yes} />
                <Button label={props.no.clone()} onclick={no} />
            } else {
                <Button label={props.label.clone()} icon={props.icon} onclick={ask} />
            }
        </span>
    }
}
