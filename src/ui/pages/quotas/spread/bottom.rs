//! From the bottom up: what each rep can be expected to sell, how far it weighs, and the gap to the goal as a decision.

use std::rc::Rc;

use rust_decimal::prelude::FromPrimitive;
use yew::prelude::*;

use super::edit::{Scene, change};
use crate::engine::comp::Measure;
use crate::engine::quota::estimate::{Estimate, EstimateError, EstimateSettings, Estimates, Method};
use crate::engine::quota::plan::{Edit, LeafEstimate, NodeKey};
use crate::engine::quota::tree::Tree;
use crate::engine::units::{Decimal, Money};
use crate::job::{Answer, Ask, EstimateSpec};
use crate::present::{Numerals, estimate_error, estimate_how, estimate_method, estimate_model, estimate_note};
use crate::ui::app::Shared;
use crate::ui::asked::use_asked;
use crate::ui::context::{App, use_app};
use crate::ui::pages::quotas::potential::potential;
use crate::ui::parts::{NumberProps, Unit, answer, button, choice, lines, number, primary, table};

#[derive(Properties, PartialEq)]
pub(super) struct BottomUpProps {
    pub(super) scene: Scene,
    pub(super) data: String,
}

type Found = Result<Estimates, EstimateError>;

/// Methods that ask what accounts could buy.
const ASK_POTENTIAL: [Method; 2] = [Method::AccountPlans, Method::Potential];

fn put((data, spec): &(String, EstimateSpec)) -> (String, Ask) {
    (data.clone(), Ask::Estimate { data: data.clone(), spec: Box::new(spec.clone()) })
}

fn read(answer: Answer) -> Option<Found> {
    if let Answer::Estimated(found) = answer { Some(found.into_inner()) } else { None }
}

#[component]
pub(super) fn BottomUp(props: &BottomUpProps) -> Html {
    let app = use_app();
    let scene = &props.scene;
    let method = use_state_eq(|| None::<Method>);
    let settings = use_state_eq(EstimateSettings::default);
    let spec = method.map(|method| {
        let scenario = app.state.scenario();
        let spec = EstimateSpec {
            method,
            settings: (*settings).clone(),
            calendar: scenario.calendar,
            year: scene.tree.start,
            measure: Measure::default(),
            currency: scenario.currency.code.clone(),
        };
        (props.data.clone(), spec)
    });
    let asked = use_asked(&app, spec, put, read);
    let mut options = vec![(None, app.t("estimate-choose"))];
    options.extend(Method::ALL.map(|method| (Some(method), estimate_method(&app.state.words, method))));
    let setter = settings.setter();
    let set_settings = Callback::from(move |next: EstimateSettings| setter.set(next));
    let setter = method.setter();
    let chosen = Callback::from(move |method: Option<Method>| setter.set(method));
    // Those of another year or method are not for this plan: nothing of them can be taken over.
    let found = asked.answer().map(|found| Shared(found.clone()));
    html! {
        <section class="section">
            <h2>{ app.t("bottom-up-title") }</h2>
            <p class="hint">{ app.t("bottom-up-hint") }</p>
            <div class="row">
                { choice(app.t("estimate-method"), false, &*method, options, chosen) }
                if method.is_some_and(|method| ASK_POTENTIAL.contains(&method)) {
                    { potential(&app, &settings, &set_settings) }
                }
            </div>
            { asked.run(&app, "quotas-stopped") }
            if let Some(found) = found {
                <Estimated {found} tree={Shared(scene.tree.clone())} />
            }
            { decision(&app, scene) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct EstimatedProps {
    found: Shared<Found>,
    tree: Shared<Tree>,
}

/// The estimates in a table, and the button that takes them over.
#[component]
fn Estimated(props: &EstimatedProps) -> Html {
    let app = use_app();
    let said = (props.found.clone(), app.state.words.locale(), app.state.scenario().currency.clone());
    let rows = use_memo(said, |(found, ..)| {
        let rows = found.0.as_ref().as_ref().map(|estimates| Rc::new(rows(&app, estimates)));
        rows.unwrap_or_default()
    });
    let estimates = match props.found.0.as_ref() {
        Ok(estimates) => estimates,
        Err(error) => return html! { <p role="alert">{ estimate_error(&app.state.words, error) }</p> },
    };
    let (to, tree, found) = (app.clone(), props.tree.0.clone(), props.found.0.clone());
    let take = Callback::from(move |()| {
        let estimates = found.as_ref().as_ref().map(|found| found.estimates.as_slice()).unwrap_or_default();
        let leaf = |estimate: &Estimate| {
            let amount = Decimal::from_f64(estimate.value)?.round_dp(2);
            tree.place(&NodeKey::of(estimate.rep.clone()))?;
            Some(LeafEstimate { rep: estimate.rep.clone(), amount })
        };
        change(&to, &tree, vec![Edit::SetBottomUp(estimates.iter().filter_map(leaf).collect())]);
    });
    let voice = app.voice();
    let values = [
        ("total", voice.compact(estimates.total()).into()),
        ("n", estimates.estimates.len().into()),
        ("count", app.count(estimates.estimates.len()).into()),
        ("level", app.state.numerals.percent(estimates.level, 0).into()),
    ];
    let mut notes = vec![estimate_model(&voice, &estimates.model)];
    notes.extend(estimates.notes.iter().map(|note| estimate_note(&voice, note)));
    let headers = app.ts(&["quotas-column-who", "estimate-how", "estimate-value", "estimate-range"]);
    html! {
        <div class="stack">
            { answer(app.tw("estimate-found", values), Vec::new()) }
            <div class="row">{ primary(None, app.t("estimate-take"), take) }</div>
            <ul class="gaps">{ lines(notes) }</ul>
            { table(app.t("estimate-table"), 2, headers, (*rows).clone()) }
        </div>
    }
}

fn rows(app: &App, estimates: &Estimates) -> Vec<Vec<String>> {
    let voice = app.voice();
    let interval = |estimate: &Estimate| {
        let interval = estimate.interval.map(|found| {
            app.tw(
                "estimate-interval",
                [("low", voice.whole(found.low).into()), ("high", voice.whole(found.high).into())],
            )
        });
        interval.unwrap_or_else(|| app.t("none"))
    };
    let row = |estimate: &Estimate| {
        vec![
            estimate.name.clone(),
            estimate_how(&voice, estimates, estimate),
            voice.whole(estimate.value),
            interval(estimate),
        ]
    };
    estimates.estimates.iter().map(row).collect()
}

/// The gap of the company, and what can be decided: the weight of the estimates, or their sum as the goal.
fn decision(app: &App, scene: &Scene) -> Html {
    let row = scene.spread.row(0);
    let (Some(bottom_up), Some(gap)) = (row.bottom_up, row.gap) else {
        return html! { <p class="hint">{ app.t("gap-none") }</p> };
    };
    let exact = |amount: Decimal| app.state.numerals.exact(amount, 0);
    let share = gap.checked_div(row.top_down).map(|share| Money(share).to_f64()).unwrap_or_default();
    let values = [
        ("goal", exact(row.top_down).into()),
        ("estimates", exact(bottom_up).into()),
        ("gap", exact(gap.abs()).into()),
        ("share", app.state.numerals.percent(share.abs(), 1).into()),
    ];
    let sentence = app.tw(if gap < Decimal::ZERO { "gap-below" } else { "gap-above" }, values);
    let blend = NumberProps {
        most: Some(Decimal::ONE),
        ..NumberProps::new(
            app.t("gap-blend"),
            Unit::Percent,
            Some(scene.plan.blend),
            scene.on_number(app, Edit::SetBlend),
        )
    };
    let keep = scene.on(app, move |()| Edit::SetBlend(Decimal::ZERO));
    let company = NodeKey::company();
    let adopt = scene.on(app, move |()| Edit::SetValue { node: company.clone(), amount: bottom_up });
    let drop = scene.on(app, move |()| Edit::SetBottomUp(Vec::new()));
    html! {
        <div class="note stack">
            <p role="status">{ sentence }</p>
            <div class="row">
                { number(blend) }
                { button(None, app.t("gap-keep"), keep) }
                { button(None, app.t("gap-adopt"), adopt) }
                { button(None, app.t("gap-drop"), drop) }
            </div>
        </div>
    }
}
