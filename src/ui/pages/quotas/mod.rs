//! Quotas: the goal spread over the team, the capacity to meet it, whether the quotas are fair, and what each method would
//! have set.

mod backtest;
mod capacity;
mod health;
mod potential;
mod ramp;
mod spread;

use yew::prelude::*;

use crate::engine::quota::tree::{Ground, Tree, spread};
use crate::engine::units::{Calendar, Money};
use crate::job::{Answer, Ask};
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::parts::{empty, go_to, tabs};
use crate::ui::routes::{QuotaTab, Route};
use backtest::BacktestTab;
use capacity::CapacityTab;
use health::HealthTab;
use spread::SpreadTab;

#[inline(never)] // split.mjs knows it by its name
pub(crate) fn page(app: &App, tab: QuotaTab) -> Html {
    let inside = match app.state.data.report() {
        Some(report) => {
            let data = report.fingerprint.clone();
            match tab {
                QuotaTab::Spread => html! { <OnGround key={report.fingerprint.clone()} {data} /> },
                QuotaTab::Capacity => html! { <OnGoal key={format!("capacity {data}")} data={data.clone()} /> },
                QuotaTab::Backtest => html! { <BacktestTab key={format!("backtest {data}")} data={data.clone()} /> },
                QuotaTab::Health => html! { <HealthTab key={format!("health {data}")} /> },
            }
        }
        None => empty(app.t("quotas-no-data"), go_to(Route::Data.hash(), app.t("go-to-data"))),
    };
    html! {
        <div class="page" key="quotas">
            <header class="page-head">
                <h1>{ app.t("page-quotas") }</h1>
                { tabs(app, "page-quotas", &TABS) }
            </header>
            { inside }
        </div>
    }
}

/// The tabs in order.
const TABS: [(Route, &str); 4] = [
    (Route::Quotas(QuotaTab::Spread), "tab-quotas"),
    (Route::Quotas(QuotaTab::Capacity), "tab-capacity"),
    (Route::Quotas(QuotaTab::Health), "tab-health"),
    (Route::Quotas(QuotaTab::Backtest), "tab-backtest"),
];

#[derive(Properties, PartialEq)]
struct OnGroundProps {
    data: String,
}

type Question = (String, Calendar, String);

fn put((data, calendar, currency): &Question) -> (String, Ask) {
    (data.clone(), Ask::QuotaGround { data: data.clone(), calendar: *calendar, currency: currency.clone() })
}

fn read(answer: Answer) -> Option<Ground> {
    if let Answer::QuotaGround(ground) = answer { Some(ground.into_inner()) } else { None }
}

/// What quotas are spread on comes from a worker; the tab stands on it.
#[component]
fn OnGround(props: &OnGroundProps) -> Html {
    let app = use_app();
    let scenario = app.state.scenario();
    let question = (props.data.clone(), scenario.calendar, scenario.currency.code.clone());
    let asked = use_asked(&app, Some(question), put, read);
    let ground = asked.value().cloned();
    html! {
        <div class="stack">
            { asked.run(&app, "quotas-stopped") }
            if let Some(ground) = ground {
                <SpreadTab ground={Shared(ground)} data={props.data.clone()} />
            }
        </div>
    }
}

/// Capacity is held against the goal of the quotas, where there is one.
#[component]
fn OnGoal(props: &OnGroundProps) -> Html {
    let app = use_app();
    let scenario = app.state.scenario();
    let plan = scenario.quota_plan().cloned();
    let question = plan.as_ref().map(|_| (props.data.clone(), scenario.calendar, scenario.currency.code.clone()));
    let asked = use_asked(&app, question, put, read);
    let ground = asked.value().map(|ground| Shared(ground.clone()));
    let goal = use_memo((ground, plan), |(ground, plan)| {
        let (Some(ground), Some(plan)) = (ground, plan) else { return Vec::new() };
        let tree = Tree::new(&ground.0, plan);
        spread(&tree, plan).goal_months.iter().map(|month| Money(*month).to_f64()).collect::<Vec<f64>>()
    });
    html! { <CapacityTab data={props.data.clone()} goal={(*goal).clone()} /> }
}
