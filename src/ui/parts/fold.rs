//! A part that folds: what is inside is drawn when it is opened.

use yew::prelude::*;

use crate::platform::dom;

#[derive(Properties, PartialEq)]
struct FoldedProps {
    id: AttrValue,
    label: AttrValue,
    is_open: bool,
    inside: Html,
}

/// Words that open what is inside; it is open at first or not, and anew with another key.
pub(crate) fn folded(key: usize, id: String, label: String, is_open: bool, inside: Html) -> Html {
    html! { <Folded {key} {id} {label} {is_open} {inside} /> }
}

#[component]
fn Folded(props: &FoldedProps) -> Html {
    let fold = use_fold(props.is_open);
    html! {
        <details class="fold" id={props.id.clone()} ref={fold.node} open={fold.was_open} ontoggle={fold.ontoggle}>
            <summary>{ &props.label }</summary>
            if fold.is_open {
                <div class="fold-inside">{ props.inside.clone() }</div>
            }
        </details>
    }
}

/// What the element `details` needs.
pub(crate) struct Fold {
    /// Whether it is open, to draw what is inside.
    pub(crate) is_open: bool,
    /// Whether it was at first: its attribute, which stays, so that only the user opens and closes it.
    pub(crate) was_open: bool,
    pub(crate) node: NodeRef,
    pub(crate) ontoggle: Callback<Event>,
}

/// A part that is open at first or not.
#[hook]
pub(crate) fn use_fold(is_open: bool) -> Fold {
    let was_open = *use_state(|| is_open);
    let is_open = use_state_eq(|| is_open);
    let node = use_node_ref();
    let (set, itself) = (is_open.setter(), node.clone());
    let ontoggle = Callback::from(move |_| {
        // Parts that fold inside it toggle as well.
        if let Some(element) = itself.cast::<dom::Element>() {
            set.set(dom::is_open(&element));
        }
    });
    Fold { is_open: *is_open, was_open, node, ontoggle }
}
