//! What the company is to sell, as fields; and the first goal, before there is one.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::choose::add_plan;
use super::edit::Scene;
use crate::engine::quota::plan::{Edit, Goal, QuotaPlan, Seasons};
use crate::engine::quota::tree::Ground;
use crate::engine::units::{Decimal, Granularity, Month};
use crate::platform::dom;
use crate::present::Numerals;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, TextProps, Unit, check, choice, number, primary, text, with_own};

/// Growth that a first goal begins with.
const GROWTH: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// Roles and segments that are listed.
const N_BOXES: usize = 60;

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
        add_plan(&to, plan.clone());
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
            { scope(app, scene, ground) }
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
            // A file may state any number of them; what is wrong with it is told.
            amounts.iter().take(12).enumerate().map(field).collect()
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
    let name = |start: Option<Month>| {
        let first = app.state.numerals.month(start.unwrap_or(next));
        match start {
            Some(_) => app.tw("quotas-year-from", [("month", first.into())]),
            None => app.tw("quotas-year-next", [("month", first.into())]),
        }
    };
    let own = scene.plan.start;
    let options = with_own(years.into_iter().map(|start| (start, name(start))).collect(), &own, || name(own));
    choice(app.t("quotas-year"), false, &scene.plan.start, options, scene.on(app, Edit::SetStart))
}

/// Boxes for the roles and the segments that carry a quota.
fn scope(app: &App, scene: &Scene, ground: &Ground) -> Html {
    let plan = scene.plan.clone();
    let roles = listed(ground.people.iter().map(|person| person.role.as_str()), &plan.roles);
    let segments = listed(ground.people.iter().map(|person| person.segment.as_str()), &plan.segments);
    let own = plan.clone();
    let set_roles = scene.on(app, move |roles| Edit::SetScope { roles, segments: own.segments.clone() });
    let own = plan.clone();
    let set_segments = scene.on(app, move |segments| Edit::SetScope { roles: own.roles.clone(), segments });
    html! {
        <>
            { boxes(app.t("quotas-roles"), &roles, &plan.roles, &set_roles) }
            { boxes(app.t("quotas-segments"), &segments, &plan.segments, &set_segments) }
        </>
    }
}

/// Each name once, those that a plan states beside those of the data.
fn listed<'a>(of_data: impl Iterator<Item = &'a str>, stated: &'a [String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let names = of_data.chain(stated.iter().map(String::as_str)).filter(|name| !name.is_empty());
    names.filter(|name| seen.insert(*name)).take(N_BOXES).map(str::to_owned).collect()
}

/// A box for each name, all ticked where none is chosen.
fn boxes(label: String, names: &[String], chosen: &[String], set: &Callback<Vec<String>>) -> Html {
    if names.len() < 2 {
        return Html::default();
    }
    let is_on = |name: &String| chosen.is_empty() || chosen.contains(name);
    let one = |name: &String| {
        let (own, set) = (name.clone(), set.clone());
        let others: Vec<String> = names.iter().filter(|other| *other != name && is_on(other)).cloned().collect();
        let tick = Callback::from(move |is_on: bool| {
            let mut next = others.clone();
            next.extend(is_on.then(|| own.clone()));
            set.emit(next);
        });
        html! { <span key={name.clone()}>{ check(name.clone(), is_on(name), tick) }</span> }
    };
    html! {
        <fieldset class="row">
            <legend class="field-label">{ label }</legend>
            { for names.iter().map(one) }
        </fieldset>
    }
}
