//! How far a piece of work is, with a way to stop it.

use yew::prelude::*;

use super::button::Button;
use super::icons::Icon;
use crate::ui::context::use_app;

#[derive(Properties, PartialEq)]
pub(crate) struct ProgressProps {
    pub(crate) label: AttrValue,
    /// From 0 to 1.
    pub(crate) share: f64,
    pub(crate) onstop: Callback<()>,
}

#[component]
pub(crate) fn Progress(props: &ProgressProps) -> Html {
    let app = use_app();
    html! {
        <div class="progress" role="status">
            <label class="progress-label">
                <span>{ &props.label }</span>
                <progress max="1" value={format!("{:.3}", props.share.clamp(0.0, 1.0))} />
            </label>
            <Button icon={Icon::Square} label={app.t("stop")} onclick={props.onstop.clone()} />
        </div>
    }
}
