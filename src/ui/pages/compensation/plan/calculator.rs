//! The payout curve with the rep calculator: an attainment, dragged or typed, and what it pays.

use std::rc::Rc;

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use yew::prelude::*;

use crate::engine::comp::curve::attainment_of;
use crate::engine::comp::knots::{self, knots};
use crate::engine::comp::{Calculation, Knot, Plan, TierAxis, calculate, curve};
use crate::engine::units::{Decimal, Granularity, Month};
use crate::platform::events;
use crate::present::{Numerals, payout_curve};
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::pages::compensation::edit::plan_edit;
use crate::ui::parts::{Fact, Hold, NumberProps, Unit, chart, facts_list, number, number_of};

/// Other plans that are drawn beside the chosen one.
const MOST_OTHERS: usize = 4;
const N_STEPS: u32 = 200;
/// How far above the highest point one may be moved at a time.
const MOST_GROWTH: f64 = 1.5;

#[derive(Properties, PartialEq)]
pub(super) struct CalculatorProps {
    pub(super) plan: Plan,
}

/// What the rep is held to in the window that the calculator looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Held {
    length: Granularity,
    quota: Decimal,
    target_incentive: Decimal,
}

impl Held {
    fn window(self) -> knots::Window {
        knots::Window { quota: self.quota, target_incentive: self.target_incentive }
    }
}

/// Quota and target incentive of one window: the plan's own, else those of the data's median rep.
fn held(app: &App, plan: &Plan) -> Held {
    let calendar = app.state.scenario().calendar;
    let heaviest = plan.heaviest();
    let length =
        heaviest.map_or(Granularity::Month, |component| component.window(calendar, Month::new(2000, 1)).length);
    let report = app.state.data.report();
    let quota = report.and_then(|report| report.typical_quota).or(plan.quota).unwrap_or(Decimal::from(1_200_000));
    let incentive = report.and_then(|report| report.typical_incentive).or(plan.target_incentive);
    let part = |year: Decimal| (year * Decimal::from(length.months()) / Decimal::from(12)).round_dp(2).normalize();
    Held { length, quota: part(quota), target_incentive: part(incentive.unwrap_or(Decimal::from(120_000))) }
}

/// The place of the component with the greatest weight.
fn heaviest(plan: &Plan) -> Option<usize> {
    let weight = plan.heaviest()?.weight;
    plan.components.iter().position(|component| component.weight == weight)
}

/// The points of the heaviest component that can be moved.
fn points_of(plan: &Plan, held: Held, to: f64) -> Vec<Knot> {
    heaviest(plan).map(|component| knots(plan, component, held.window(), to)).unwrap_or_default()
}

/// How far the curve is drawn: beyond the last tier, at least to twice the quota.
fn reach(plan: &Plan, held: Held) -> f64 {
    let bounds = plan.components.iter().flat_map(|component| {
        component.tiers.iter().filter_map(move |tier| match component.tier_axis {
            TierAxis::Attainment => tier.from.to_f64(),
            TierAxis::Amount => tier.from.checked_div(held.quota)?.to_f64(),
        })
    });
    bounds.map(|bound| bound * 1.25).fold(2.0, f64::max).min(10.0)
}

#[component]
pub(super) fn Calculator(props: &CalculatorProps) -> Html {
    let app = use_app();
    let attainment = use_state_eq(|| Decimal::ONE);
    let own = use_state_eq(|| (None::<Decimal>, None::<Decimal>));
    let usual = held(&app, &props.plan);
    let held = Held {
        quota: own.0.unwrap_or(usual.quota),
        target_incentive: own.1.unwrap_or(usual.target_incentive),
        ..usual
    };
    let to = reach(&props.plan, held);
    let drawn = use_state(|| None::<Rc<Plan>>);
    let plan = drawn.as_ref().map_or_else(|| props.plan.clone(), |plan| (**plan).clone());
    let digits = app.state.scenario().currency.digits;
    let result = use_memo((plan.clone(), held, *attainment, digits), |(plan, held, attainment, digits)| {
        calculate(plan, held.quota, held.target_incentive, *attainment, *digits)
    });
    let scenario = app.state.scenario().clone();
    let curves =
        use_memo((Shared(scenario), plan.clone(), held), |(scenario, plan, held)| curves(&scenario.0, plan, *held, to));
    let own_points = use_memo((props.plan.clone(), held), |(plan, held)| points_of(plan, *held, to));
    let points = use_memo((plan, held), |(plan, held)| points_of(plan, *held, to));
    let hold = hold(&app, &props.plan, held, &own_points, &drawn);
    let locale = (app.state.words.locale(), app.state.scenario().currency.clone());
    let picture = use_memo((Shared(curves.clone()), Shared(result.clone()), Shared(points.clone()), locale), |_| {
        payout_curve(&app.voice(), &curves, Some((attainment.to_f64().unwrap_or(1.0), &result)), &points)
    });
    let set = attainment.setter();
    let on_drag = Callback::from(move |value: f64| {
        let step = libm::round(value * 200.0) / 200.0;
        set.set(Decimal::from_f64(step).unwrap_or(Decimal::ONE).round_dp(3));
    });
    html! {
        <section class="section calculator">
            { chart(Shared(picture), 300.0, Some(on_drag), Some(hold)) }
            if !points.is_empty() {
                <p class="hint">{ app.t("calculator-points") }</p>
            }
            { inputs(&app, held, &attainment, &own, to) }
            { outcome(&app, held, &result) }
        </section>
    }
}

/// A point of the curve that is moved draws another plan; letting go makes it the plan, in one step of the history.
fn hold(app: &App, plan: &Plan, held: Held, points: &Rc<Vec<Knot>>, drawn: &UseStateHandle<Option<Rc<Plan>>>) -> Hold {
    let highest = points.iter().map(|point| point.pay).fold(0.0, f64::max).max(1.0);
    let (start, points, set) = (plan.clone(), points.clone(), drawn.setter());
    let moved = Callback::from(move |(point, attainment, pay): (usize, f64, f64)| {
        // From the plan as it was: what was passed on the way leaves no trace. The axis grows with the curve, so not without end.
        let Some(point) = points.get(point) else { return };
        let pay = f64::min(pay, highest * MOST_GROWTH);
        if let Some(plan) = knots::moved(&start, point, held.window(), attainment, pay) {
            set.set(Some(Rc::new(plan)));
        }
    });
    let (drawn, commit) = (drawn.clone(), plan_edit(app, |plan, new: Plan| *plan = new));
    let left = Callback::from(move |()| {
        if let Some(plan) = &*drawn {
            commit.emit((**plan).clone());
        }
        drawn.set(None);
    });
    Hold { moved, left }
}

fn curves(
    scenario: &crate::scenario::Scenario,
    plan: &Plan,
    held: Held,
    to: f64,
) -> Vec<(String, Vec<crate::engine::comp::CurvePoint>)> {
    let chosen = std::iter::once(plan);
    let others =
        scenario.plans.iter().enumerate().filter(|(index, _)| *index != scenario.chosen_plan).map(|(_, plan)| plan);
    chosen
        .chain(others.filter(|plan| plan.errors().is_empty()).take(MOST_OTHERS))
        .map(|plan| (plan.name.clone(), curve(plan, held.quota, held.target_incentive, 0.0, to, N_STEPS)))
        .collect()
}

type Own = UseStateHandle<(Option<Decimal>, Option<Decimal>)>;

fn inputs(app: &App, held: Held, attainment: &UseStateHandle<Decimal>, own: &Own, to: f64) -> Html {
    let set = attainment.setter();
    let typed = Callback::from(move |value: Option<Decimal>| set.set(value.unwrap_or(Decimal::ONE)));
    let set = attainment.setter();
    let slid = Callback::from(move |event: InputEvent| {
        if let Ok(value) = events::value(&event).parse::<f64>() {
            set.set(attainment_of(value));
        }
    });
    let (set, before) = (own.setter(), **own);
    let quota =
        Callback::from(move |value: Option<Decimal>| set.set((value.filter(|quota| !quota.is_zero()), before.1)));
    let set = own.setter();
    let incentive = Callback::from(move |value: Option<Decimal>| set.set((before.0, value)));
    let length = app.t(match held.length {
        Granularity::Month => "calculator-month",
        Granularity::Quarter => "calculator-quarter",
        Granularity::HalfYear => "calculator-half-year",
        Granularity::Year => "calculator-year",
    });
    let share = attainment.to_f64().unwrap_or(1.0);
    let label = app.t("axis-attainment");
    let typed = NumberProps {
        most: Some(Decimal::from(100)),
        ..NumberProps::new(label, Unit::Percent, Some(**attainment), typed)
    };
    html! {
        <div class="calculator-inputs">
            <p class="hint">{ length }</p>
            <div class="row">
                { number(typed) }
                { number_of(app.t("calculator-quota"), Unit::Plain, held.quota, quota) }
                { number_of(app.t("calculator-incentive"), Unit::Money, held.target_incentive, incentive) }
            </div>
            <input class="slider" type="range" min="0" max={format!("{to:.2}")} step="0.005" value={format!("{share:.3}")} oninput={slid}
                aria-label={app.t("axis-attainment")} aria-valuetext={app.state.numerals.percent(share, 1)} />
        </div>
    }
}

fn outcome(app: &App, held: Held, result: &Calculation) -> Html {
    let (numerals, currency) = (&app.state.numerals, &app.state.scenario().currency);
    let effective = result.effective_rate.and_then(|rate| rate.to_f64());
    let mut facts = vec![
        Fact::new(app.t("calculator-pay"), numerals.exact_money(result.pay, currency)),
        Fact::new(app.t("column-marginal"), numerals.percent(result.marginal_rate, 2))
            .noted(app.t("calculator-marginal-note")),
        Fact::new(
            app.t("calculator-effective"),
            effective.map_or_else(|| app.t("none"), |rate| numerals.percent(rate, 2)),
        ),
    ];
    if !held.target_incentive.is_zero() {
        let share = result.pay.0.checked_div(held.target_incentive).and_then(|share| share.to_f64()).unwrap_or(0.0);
        facts.push(Fact::new(app.t("calculator-of-target"), numerals.percent(share, 1)));
    }
    let next = result.next_tier.as_ref().map(|next| {
        let values = [
            ("attainment", numerals.percent(next.attainment.to_f64().unwrap_or(0.0), 1).into()),
            ("missing", numerals.exact(next.credit_missing, 2).into()),
            ("tier", next.tier.to_string().into()),
            ("component", next.component.as_str().into()),
        ];
        app.tw("calculator-next", values)
    });
    html! {
        <div>
            <dl class="facts" aria-live="polite">{ facts_list(facts) }</dl>
            <p class="hint">{ next.unwrap_or_else(|| app.t("calculator-no-next")) }</p>
            if 1 < result.components.len() {
                <ul class="parts">{ for result.components.iter().map(|(name, pay)| html! {
                    <li key={name.clone()}><span>{ name }</span><span class="num">{ numerals.exact_money(*pay, currency) }</span></li>
                }) }</ul>
            }
        </div>
    }
}
