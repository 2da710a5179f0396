//! What the lint finds in the plan and on the team's history, beside it: how much it matters, what, what to do, and the way
//! to the control. A worker looks whenever plan or data have settled.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::places::go_to_place;
use crate::engine::comp::Plan;
use crate::engine::comp::lint::{Finding, Severity};
use crate::engine::units::Month;
use crate::job::{Answer, Ask, ReplaySpec};
use crate::platform::pool::Ticket;
use crate::platform::system::now;
use crate::present::{Numerals, lint_finding};
use crate::ui::context::{App, use_app};
use crate::ui::effects::replay_spec;
use crate::ui::parts::{Icon, glyph, quiet};

/// Quiet time before a worker looks.
const SETTLE_MILLISECONDS: u32 = 250;
/// A worker that looks at what nobody asks for any more is ended after as long as another takes to start.
const LONG_MILLISECONDS: u64 = 1_000;

#[derive(Properties, PartialEq)]
pub(super) struct FindingsProps {
    pub(super) plan: Plan,
}

/// What is looked at.
#[derive(Clone, PartialEq)]
struct Look {
    plan: Plan,
    /// The data's name, and the history.
    team: Option<(String, ReplaySpec)>,
}

/// What was found there.
struct Found {
    look: Look,
    /// In the plan alone.
    alone: Vec<Finding>,
    /// On the team's history.
    team: Vec<Finding>,
    is_failed: bool,
}

#[component]
pub(super) fn Findings(props: &FindingsProps) -> Html {
    let app = use_app();
    let look = Look { plan: props.plan.clone(), team: replay_spec(&app) };
    let found = use_found(&app, &look);
    let is_new = found.as_ref().is_some_and(|found| found.look == look);
    let state = found.as_ref().map_or_else(|| app.t("working"), |found| count(&app, found));
    html! {
        <section class="section" aria-busy={(!is_new).then_some("true")}>
            <h2>{ app.t("findings-title") }</h2>
            <p class="hint" aria-live="polite">{ state }</p>
            if let Some(found) = found {
                { list(&app, &found.look.plan, &found.alone) }
                if let (Some((_, spec)), false) = (&found.look.team, found.is_failed) {
                    { on_team(&app, spec, &found.team) }
                }
            }
        </section>
    }
}

/// What was found last; a change of what is looked at cancels what is on its way.
#[hook]
fn use_found(app: &App, look: &Look) -> Option<Rc<Found>> {
    let found = use_state(|| None::<Rc<Found>>);
    let (app, set) = (app.clone(), found.setter());
    use_effect_with(look.clone(), move |look| {
        let (look, asked) = (look.clone(), Rc::new(RefCell::new(None::<(u64, Ticket)>)));
        let (keep, client) = (asked.clone(), app.client.clone());
        let timer = Timeout::new(SETTLE_MILLISECONDS, move || {
            let (data, ask) = match look.team.clone() {
                Some((data, spec)) => (Some(data.clone()), Ask::TeamFindings { data, spec }),
                None => (None, Ask::PlanFindings { plan: Box::new(look.plan.clone()) }),
            };
            let done = asked.clone();
            let ticket = client.ask(&ask, data.as_deref(), None, move |answer| {
                done.take();
                let (alone, team, is_failed) = match answer {
                    Ok((Answer::Findings { alone, team }, _)) => (alone, team, false),
                    _ => (Vec::new(), Vec::new(), true),
                };
                set.set(Some(Rc::new(Found { look, alone, team, is_failed })));
            });
            *asked.borrow_mut() = Some((now(), ticket));
        });
        move || {
            drop(timer);
            if let Some((since, ticket)) = keep.take() {
                if LONG_MILLISECONDS < now().saturating_sub(since) { app.client.stop(&ticket) } else { ticket.cancel() }
            }
        }
    });
    (*found).clone()
}

fn count(app: &App, found: &Found) -> String {
    match found.alone.len() + found.team.len() {
        _ if found.is_failed => app.t("findings-failed"),
        0 => app.t("findings-none"),
        n => app.tw("findings-count", [("n", n.into()), ("count", app.count(n).into())]),
    }
}

/// What the team's history shows, with the months that were looked at.
fn on_team(app: &App, spec: &ReplaySpec, team: &[Finding]) -> Html {
    let month = |month: Month| app.state.numerals.month(month);
    let months = [("first", month(spec.first).into()), ("last", month(spec.last).into())];
    html! {
        <>
            <h3>{ app.tw("findings-team", months) }</h3>
            if team.is_empty() {
                <p class="hint">{ app.t("findings-team-none") }</p>
            }
            { list(app, &spec.plan, team) }
        </>
    }
}

fn list(app: &App, plan: &Plan, found: &[Finding]) -> Html {
    html! {
        <ul class="findings">{ for found.iter().enumerate().map(|(at, finding)| html! {
            <li key={at} class={class(finding.severity)}>{ said(app, plan, finding) }</li>
        }) }</ul>
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
