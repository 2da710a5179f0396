//! What is asked of the plan, as fields.

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::comp::Plan;
use crate::engine::comp::solve::{Demand, starts, thresholds, values};
use crate::engine::units::Decimal;
use crate::job::SolveSpec;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, check, number};

/// Budgets that are looked at beside the one asked for.
const N_BUDGETS: u32 = 9;

/// The fields.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // boxes to tick, each by itself
pub(super) struct Form {
    budget: Option<Decimal>,
    ccos: Option<Decimal>,
    is_target: bool,
    is_monotone: bool,
    leverage_least: Option<Decimal>,
    leverage_most: Option<Decimal>,
    excellence: Option<Decimal>,
    accelerator_least: Option<Decimal>,
    accelerator_most: Option<Decimal>,
    worse_off: Option<Decimal>,
    moves_values: bool,
    moves_starts: bool,
    moves_thresholds: bool,
    wants_budgets: bool,
}

impl Form {
    /// The scenario's budget, and that pay never falls.
    pub(super) fn new(budget: Option<Decimal>) -> Self {
        Self {
            budget,
            ccos: None,
            is_target: false,
            is_monotone: true,
            leverage_least: None,
            leverage_most: None,
            excellence: None,
            accelerator_least: None,
            accelerator_most: None,
            worse_off: None,
            moves_values: true,
            moves_starts: false,
            moves_thresholds: false,
            wants_budgets: true,
        }
    }

    /// What the solver is asked.
    pub(super) fn spec(&self, plan: &Plan) -> SolveSpec {
        let float = |number: Option<Decimal>| number.and_then(|number| number.to_f64());
        let mut demands = Vec::new();
        demands.extend(float(self.budget).map(|amount| Demand::Budget { amount }));
        demands.extend(float(self.ccos).map(|share| Demand::CcosAtMost { share }));
        demands.extend(self.is_target.then_some(Demand::TargetPaysTarget));
        demands.extend(self.is_monotone.then_some(Demand::Monotone));
        demands.extend(float(self.leverage_least).map(|times| Demand::LeverageAtLeast { times }));
        demands.extend(float(self.leverage_most).map(|times| Demand::LeverageAtMost { times }));
        demands.extend(float(self.accelerator_least).map(|times| Demand::AcceleratorAtLeast { times }));
        demands.extend(float(self.accelerator_most).map(|times| Demand::AcceleratorAtMost { times }));
        demands.extend(float(self.worse_off).map(|share| Demand::WorseOffAtMost { share }));
        let mut levers = Vec::new();
        levers.extend(if self.moves_values { values(plan) } else { Vec::new() });
        levers.extend(if self.moves_starts { starts(plan) } else { Vec::new() });
        levers.extend(if self.moves_thresholds { thresholds(plan) } else { Vec::new() });
        let n_budgets = if self.wants_budgets { N_BUDGETS } else { 0 };
        SolveSpec { levers, demands, excellence: float(self.excellence), n_budgets }
    }
}

/// A callback that changes the form by what a field says.
fn set<T: 'static>(form: &UseStateHandle<Form>, change: fn(&mut Form, T)) -> Callback<T> {
    let form = form.clone();
    Callback::from(move |value: T| {
        let mut next = (*form).clone();
        change(&mut next, value);
        form.set(next);
    })
}

/// The fields, drawn. What the plan has not got is not offered.
pub(super) fn fields(app: &App, form: &UseStateHandle<Form>, plan: &Plan) -> Html {
    let field = |label: &str, unit: Unit, value: Option<Decimal>, most: Option<Decimal>, change: Change| {
        let props = NumberProps {
            optional: true,
            most,
            placeholder: app.t("none-set").into(),
            ..NumberProps::new(app.t(label), unit, value, set(form, change))
        };
        number(props)
    };
    let thousand = Some(Decimal::ONE_THOUSAND);
    let whole = Some(Decimal::ONE);
    let excellence = NumberProps {
        optional: true,
        most: Some(Decimal::TEN),
        placeholder: app.t("solve-excellence-usual").into(),
        ..NumberProps::new(
            app.t("solve-excellence"),
            Unit::Percent,
            form.excellence,
            set(form, |form, value| form.excellence = value),
        )
    };
    let amounts = Decimal::from(1_000_000_000_000_i64);
    html! {
        <div class="stack">
            <div class="row">
                { field("solve-budget", Unit::Money, form.budget, Some(amounts), |form, value| form.budget = value) }
                { field("solve-ccos", Unit::Percent, form.ccos, whole, |form, value| form.ccos = value) }
                { field("solve-worse-off-most", Unit::Percent, form.worse_off, whole, |form, value| form.worse_off = value) }
            </div>
            <div class="row">
                { field("solve-leverage-least", Unit::Times, form.leverage_least, thousand, |form, value| form.leverage_least = value) }
                { field("solve-leverage-most", Unit::Times, form.leverage_most, thousand, |form, value| form.leverage_most = value) }
                { number(excellence) }
                { field("solve-accelerator-least", Unit::Times, form.accelerator_least, thousand, |form, value| form.accelerator_least = value) }
                { field("solve-accelerator-most", Unit::Times, form.accelerator_most, thousand, |form, value| form.accelerator_most = value) }
            </div>
            <div class="row">
                { check(app.t("solve-target"), form.is_target, set(form, |form, is_on| form.is_target = is_on)) }
                { check(app.t("solve-monotone"), form.is_monotone, set(form, |form, is_on| form.is_monotone = is_on)) }
                { check(app.t("solve-budgets"), form.wants_budgets, set(form, |form, is_on| form.wants_budgets = is_on)) }
            </div>
            <fieldset class="row">
                <legend>{ app.t("solve-free") }</legend>
                { check(app.t("solve-free-values"), form.moves_values, set(form, |form, is_on| form.moves_values = is_on)) }
                if !starts(plan).is_empty() {
                    { check(app.t("solve-free-starts"), form.moves_starts, set(form, |form, is_on| form.moves_starts = is_on)) }
                }
                if !thresholds(plan).is_empty() {
                    { check(app.t("solve-free-threshold"), form.moves_thresholds, set(form, |form, is_on| form.moves_thresholds = is_on)) }
                }
            </fieldset>
            <p class="hint">{ app.t("solve-leverage-note") }</p>
        </div>
    }
}

type Change = fn(&mut Form, Option<Decimal>);
