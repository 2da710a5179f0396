//! What the solver found: the plan before and after, what it comes to, or why there is none.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::comp::Plan;
use crate::engine::comp::solve::{Answer, Change, Figures, LeverKind, Pareto, Solution};
use crate::engine::units::Decimal;
use crate::job::SolveReport;
use crate::present::{
    Chart, MoneyStyle, Numerals, solve_conflict, solve_demand, solve_fairness, solve_lever, solve_reached, solve_upside,
};
use crate::ui::actions;
use crate::ui::app::Shared;
use crate::ui::context::{App, use_app};
use crate::ui::pages::compensation::edit::{bound_unit, value_unit};
use crate::ui::parts::{self, Icon, Unit, answer, lines, primary, table};

pub(super) fn found(app: &App, plan: &Plan, report: &Rc<SolveReport>) -> Html {
    let found = match &report.answer {
        Answer::Solved(solution) => solved(app, plan, solution),
        Answer::Impossible(conflict) => html! {
            <section class="section">
                <h2>{ app.t("solve-conflict-title") }</h2>
                <ul class="gaps" role="status">{ lines(solve_conflict(&app.voice(), conflict)) }</ul>
            </section>
        },
        Answer::NotFound => html! { <p role="status">{ app.t("solve-not-found") }</p> },
    };
    html! {
        <div class="stack">
            { found }
            if report.pareto.is_some() {
                <Budgets report={Shared(report.clone())} />
            }
        </div>
    }
}

fn solved(app: &App, plan: &Plan, solution: &Solution) -> Html {
    let voice = app.voice();
    let is_present = solution.changes.iter().all(|change| change.before == change.after);
    let sentence = app.tw(
        if is_present { "solve-found-present" } else { "solve-found" },
        [("cost", money(app, solution.after.cost).into()), ("before", money(app, solution.before.cost).into())],
    );
    let row = |change: &Change| {
        let value = |value| setting(app, plan, change, value);
        vec![solve_lever(&app.state.words, plan, &change.lever), value(change.before), value(change.after)]
    };
    let changes = solution.changes.iter().map(row).collect();
    let check = |check: &crate::engine::comp::solve::Check| {
        let is_met = app.t(if check.is_met { "solve-yes" } else { "solve-no" });
        vec![solve_demand(&voice, check.demand), solve_reached(&voice, check), is_met]
    };
    let checks = solution.checks.iter().map(check).collect();
    let take = {
        let (app, mut fresh) = (app.clone(), solution.plan.clone());
        fresh.name = app.tw("solve-plan-name", [("name", fresh.name.as_str().into())]);
        Callback::from(move |()| {
            actions::add_plan(&app, fresh.clone());
            app.good(app.t("solve-used"));
        })
    };
    let headers = |first: &str, second: &str, third: &str| app.ts(&[first, second, third]);
    let sides = || headers("solve-part", "solve-now", "solve-new");
    html! {
        <div class="stack">
            { answer(sentence, Vec::new()) }
            if !is_present {
                <div class="row">{ primary(Some(Icon::Plus), app.t("solve-use"), take) }</div>
            }
            <section class="section">
                <h2>{ app.t("solve-changes-title") }</h2>
                { table(app.t("solve-changes-title"), 1, sides(), Rc::new(changes)) }
            </section>
            <section class="section">
                <h2>{ app.t("solve-figures-title") }</h2>
                { table(app.t("solve-figures-title"), 1, sides(), Rc::new(figures(app, solution))) }
            </section>
            <section class="section">
                <h2>{ app.t("solve-checks-title") }</h2>
                { table(app.t("solve-checks-title"), 1, headers("solve-asked", "solve-reached", "solve-met"), Rc::new(checks)) }
            </section>
        </div>
    }
}

fn money(app: &App, amount: f64) -> String {
    app.state.numerals.money(amount, &app.state.scenario().currency, MoneyStyle::Exact)
}

/// A setting in its own unit.
fn setting(app: &App, plan: &Plan, change: &Change, value: Decimal) -> String {
    let numerals = &app.state.numerals;
    let unit = plan.components.get(change.lever.component).map(|component| match change.lever.kind {
        LeverKind::Value { .. } => value_unit(component),
        LeverKind::Start { .. } => bound_unit(component),
        LeverKind::Threshold => Unit::Percent,
    });
    match unit {
        Some(Unit::Percent) => format!("{}%", numerals.exact(value.saturating_mul(Decimal::ONE_HUNDRED), 8)),
        Some(Unit::Times) => format!("{}×", numerals.exact(value, 8)),
        Some(Unit::Money | Unit::Plain) | None => numerals.exact(value, 8), // steps may be finer than the minor unit
    }
}

fn figures(app: &App, solution: &Solution) -> Vec<Vec<String>> {
    let numerals = &app.state.numerals;
    let share = |share: f64| numerals.percent(share, 2);
    let known = |value: Option<f64>, say: &dyn Fn(f64) -> String| value.map_or_else(|| "–".into(), say);
    let row = |id: &str, say: &dyn Fn(&Figures) -> String| vec![app.t(id), say(&solution.before), say(&solution.after)];
    vec![
        row("solve-cost", &|sums| money(app, sums.cost)),
        row("fact-ccos", &|sums| known(sums.ccos, &share)),
        row("solve-pay-at-target", &|sums| money(app, sums.pay_at_target)),
        row("solve-pay-at-excellence", &|sums| money(app, sums.pay_at_excellence)),
        row("solve-leverage", &|sums| known(sums.leverage, &|times| numerals.decimal(times, 0, 3))),
        row("solve-worse-off", &|sums| share(sums.worse_off)),
        row("solve-better-off", &|sums| share(sums.better_off)),
        row("solve-gini", &|sums| numerals.decimal(sums.gini, 0, 3)),
    ]
}

#[derive(Properties, PartialEq)]
struct BudgetsProps {
    report: Shared<SolveReport>,
}

/// Cost against upside and fairness, drawn anew when report or language change.
#[component]
fn Budgets(props: &BudgetsProps) -> Html {
    let app = use_app();
    let locale = (app.state.words.locale(), app.state.scenario().currency.clone());
    let pictures = use_memo((props.report.clone(), locale), |(report, _)| {
        let Some(pareto) = report.0.pareto.as_ref() else { return Vec::new() };
        let Some(now) = present(pareto) else { return Vec::new() };
        let voice = app.voice();
        let charts: [Chart; 2] = [solve_upside(&voice, pareto, &now), solve_fairness(&voice, pareto, &now)];
        charts.map(|chart| Shared(Rc::new(chart))).to_vec()
    });
    if pictures.is_empty() {
        return html! { <p class="hint">{ app.t("solve-no-points") }</p> };
    }
    parts::charts(&pictures)
}

/// Figures of the present plan: the same at every point.
fn present(pareto: &Pareto) -> Option<Figures> {
    pareto.points.first().map(|point| point.solution.before)
}
