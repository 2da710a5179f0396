//! What the lint finds in the plan, beside it: how much it matters, what, what to do, and the way to the control.

use yew::prelude::*;

use super::places::go_to_place;
use crate::engine::comp::Plan;
use crate::engine::comp::lint::{Finding, Severity, Typical, findings};
use crate::present::lint_finding;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{Icon, glyph, quiet};

#[derive(Properties, PartialEq)]
pub(super) struct FindingsProps {
    pub(super) plan: Plan,
}

#[component]
pub(super) fn Findings(props: &FindingsProps) -> Html {
    let app = use_app();
    let found = use_memo(props.plan.clone(), |plan| findings(plan, &Typical::of_plan(plan)));
    let count = match found.len() {
        0 => app.t("findings-none"),
        n => app.tw("findings-count", [("n", n.into()), ("count", app.count(n).into())]),
    };
    html! {
        <section class="section">
            <h2>{ app.t("findings-title") }</h2>
            <p class="hint" aria-live="polite">{ count }</p>
            <ul class="findings">{ for found.iter().enumerate().map(|(at, finding)| html! {
                <li key={at} class={class(finding.severity)}>{ said(&app, &props.plan, finding) }</li>
            }) }</ul>
        </section>
    }
}

const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Warning => "lint lint-warns",
        Severity::Note => "lint",
    }
}

const fn icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => Icon::CircleAlert,
        Severity::Warning => Icon::TriangleAlert,
        Severity::Note => Icon::Info,
    }
}

fn said(app: &App, plan: &Plan, finding: &Finding) -> Html {
    let text = lint_finding(&app.voice(), plan, finding);
    let place = finding.place;
    let go = Callback::from(move |()| go_to_place(place));
    html! {
        <>
            <p class="lint-head">
                { glyph(icon(finding.severity)) }
                <strong>{ text.severity }</strong>
                <span>{ text.what }</span>
            </p>
            <p class="muted">{ text.remedy }</p>
            { quiet(None, app.tw("findings-go", [("place", text.place.into())]), go) }
        </>
    }
}
