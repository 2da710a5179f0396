//! What the company is to sell, as fields; and the first goal, before there is one.

use yew::prelude::*;

use super::edit::Scene;
use crate::engine::quota::plan::{Edit, Goal, QuotaPlan, Seasons};
use crate::engine::quota::tree::Ground;
use crate::engine::units::{Decimal, Granularity, Month};
use crate::platform::dom;
use crate::present::Numerals;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, TextProps, Unit, choice, number, primary, text};

/// Growth that a first goal begins with.
const GROWTH: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// The kinds of goals, as they are chosen.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Amount,
    Growth,
    Quarters,
    Months,
}

/// A plan to begin with: growth on what was sold, seasons as in the history, for the roles that sell.
pub(super) fn first_plan(app: &App, ground: &Ground) -> QuotaPlan {
    let mut roles: Vec<String> = Vec::new();
    for person in ground.people.iter().filter(|person| !person.sales.is_empty() && !person.role.is_empty()) {
        if !roles.contains(&person.role) {
            roles.push(person.role.clone());
        }
    }
    QuotaPlan {
        name: app.t("quotas-plan-name"),
        goal: Goal::Growth { growth: GROWTH },
        seasons: Seasons::History,
        roles,
        ..QuotaPlan::default()
    }
}

/// Before there is a goal.
pub(super) fn first(app: &App, ground: &Ground) -> Html {
    let (to, plan) = (app.clone(), first_plan(app, ground));
    let begin = Callback::from(move |()| {
        let plan = plan.clone();
        to.edit(move |scenario| scenario.quotas.push(plan));
        dom::focus("main"); // the button goes
    });
    html! {
        <section class="section">
            <h2>{ app.t("quotas-first-title") }</h2>
            <p class="lead">{ app.t("quotas-first-text") }</p>
            <div class="row">{ primary(None, app.t("quotas-first-do"), begin) }</div>
        </section>
    }
}

/// The goal of the year, and which year and roles it is for.
pub(super) fn goal(app: &App, scene: &Scene, ground: &Ground) -> Html {
    let plan = &scene.plan;
    let whole = scene.spread.row(0).amount;
    let kind = match &plan.goal {
        Goal::Amount { .. } => Kind::Amount,
        Goal::Growth { .. } => Kind::Growth,
        Goal::Periods { amounts } if amounts.len() == 4 => Kind::Quarters,
        Goal::Periods { .. } => Kind::Months,
    };
    let months = scene.spread.goal_months.clone();
    let switched = scene.on(app, move |kind: Kind| Edit::SetGoal(switch(kind, whole, &months)));
    let kinds = vec![
        (Kind::Growth, app.t("quotas-goal-growth")),
        (Kind::Amount, app.t("quotas-goal-amount")),
        (Kind::Quarters, app.t("quotas-goal-quarters")),
        (Kind::Months, app.t("quotas-goal-months")),
    ];
    let rename = TextProps::new(app.t("quotas-plan-name-label"), &plan.name, scene.on(app, Edit::Rename));
    html! {
        <section class="section">
            <h2>{ app.t("quotas-goal-title") }</h2>
            <div class="row">
                { text(rename) }
                { start(app, scene, ground) }
                { choice(app.t("quotas-goal-kind"), false, &kind, kinds, switched) }
                { amounts(app, scene) }
            </div>
            { roles(app, scene, ground) }
        </section>
    }
}

/// The goal said in another way, with the same whole where that can be.
fn switch(kind: Kind, whole: Decimal, months: &[Decimal]) -> Goal {
    match kind {
        Kind::Amount => Goal::Amount { amount: whole },
        Kind::Growth => Goal::Growth { growth: GROWTH },
        Kind::Months if months.len() == 12 => Goal::Periods { amounts: months.to_vec() },
        Kind::Quarters if months.len() == 12 => {
            let sum = |quarter: &[Decimal]| quarter.iter().fold(Decimal::ZERO, |sum, one| sum.saturating_add(*one));
            Goal::Periods { amounts: months.chunks(3).map(sum).collect() }
        }
        Kind::Months => Goal::Periods { amounts: vec![Decimal::ONE; 12] },
        Kind::Quarters => Goal::Periods { amounts: vec![Decimal::ONE; 4] },
    }
}

fn amounts(app: &App, scene: &Scene) -> Html {
    match &scene.plan.goal {
        Goal::Amount { amount } => {
            let set = scene.on_number(app, |amount| Edit::SetGoal(Goal::Amount { amount }));
            number(NumberProps::new(app.t("quotas-goal"), Unit::Money, Some(*amount), set))
        }
        Goal::Growth { growth } => {
            let set = scene.on_number(app, |growth| Edit::SetGoal(Goal::Growth { growth }));
            let least = -Decimal::ONE;
            let props = NumberProps::new(app.t("quotas-growth"), Unit::Percent, Some(*growth), set);
            number(NumberProps { least, most: Some(Decimal::ONE_THOUSAND), ..props })
        }
        Goal::Periods { amounts } => {
            let length = if amounts.len() == 4 { Granularity::Quarter } else { Granularity::Month };
            let field = |(at, amount): (usize, &Decimal)| {
                let before = amounts.clone();
                let set = scene.on_number(app, move |value| {
                    let mut amounts = before.clone();
                    if let Some(amount) = amounts.get_mut(at) {
                        *amount = value;
                    }
                    Edit::SetGoal(Goal::Periods { amounts })
                });
                let name = period_label(app, scene.tree.start, at, length);
                number(NumberProps::new(name, Unit::Money, Some(*amount), set))
            };
            amounts.iter().enumerate().map(field).collect()
        }
    }
}

/// The name of a month or quarter of the year that begins so.
pub(super) fn period_label(app: &App, start: Month, at: usize, length: Granularity) -> String {
    app.voice().period(crate::engine::units::Period { start: start.plus(at as i32 * length.months()), length })
}

/// The first month of the year: the one after the history, or one around it.
fn start(app: &App, scene: &Scene, ground: &Ground) -> Html {
    let next = ground.next_year.unwrap_or(scene.tree.start);
    let mut years: Vec<Option<Month>> = vec![None];
    years.extend([-24, -12, 12, 24].map(|months| Some(next.plus(months))));
    if let Some(own) = scene.plan.start.filter(|own| !years.contains(&Some(*own))) {
        years.push(Some(own));
    }
    let name = |start: Option<Month>| {
        let first = app.state.numerals.month(start.unwrap_or(next));
        match start {
            Some(_) => app.tw("quotas-year-from", [("month", first.into())]),
            None => app.tw("quotas-year-next", [("month", first.into())]),
        }
    };
    let options = years.into_iter().map(|start| (start, name(start))).collect();
    choice(app.t("quotas-year"), false, &scene.plan.start, options, scene.on(app, Edit::SetStart))
}

/// Boxes for the roles that carry a quota.
fn roles(app: &App, scene: &Scene, ground: &Ground) -> Html {
    let mut known: Vec<&str> = Vec::new();
    for person in &ground.people {
        if !person.role.is_empty() && !known.contains(&person.role.as_str()) {
            known.push(&person.role);
        }
    }
    if known.len() < 2 {
        return Html::default();
    }
    let chosen = &scene.plan.roles;
    let one = |role: &&str| {
        let role = (*role).to_owned();
        let is_on = chosen.is_empty() || chosen.contains(&role);
        let (all, before, segments) = (
            known.iter().map(|role| (*role).to_owned()).collect::<Vec<_>>(),
            chosen.clone(),
            scene.plan.segments.clone(),
        );
        let (name, key) = (role.clone(), role.clone());
        let set = scene.on(app, move |is_on: bool| {
            let from = if before.is_empty() { &all } else { &before };
            let mut roles: Vec<String> = from.iter().filter(|other| **other != role).cloned().collect();
            if is_on {
                roles.push(role.clone());
            }
            Edit::SetScope { roles, segments: segments.clone() }
        });
        html! { <span key={key}>{ crate::ui::parts::check(name, is_on, set) }</span> }
    };
    html! {
        <fieldset class="row">
            <legend class="field-label">{ app.t("quotas-roles") }</legend>
            { for known.iter().map(one) }
        </fieldset>
    }
}
