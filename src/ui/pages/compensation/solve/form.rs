//! What is asked of the plan, as fields.

use rust_decimal::prelude::ToPrimitive;
use yew::prelude::*;

use crate::engine::comp::Plan;
use crate::engine::comp::solve::{Demand, Stated, starts, thresholds, values};
use crate::engine::simulate::{CostInput, Simulated};
use crate::engine::units::Decimal;
use crate::job::{SolveSpec, Whose};
use crate::ui::actions::CostJob;
use crate::ui::context::App;
use crate::ui::parts::{NumberProps, Unit, check, choice, number};

/// Budgets that are looked at beside the one asked for.
const N_BUDGETS: u32 = 9;

/// Simulated years that mean pay is taken over, if nothing else is said: as on the command line.
const N_YEARS: u32 = 500;

/// Whose pay the plan is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Crowd {
    Deals,
    Simulated,
    Stated,
}

impl Crowd {
    /// The sentence under what was found.
    pub(super) fn said(self) -> &'static str {
        match self {
            Self::Deals => "solve-of-deals",
            Self::Simulated => "solve-of-simulated",
            Self::Stated => "solve-of-stated",
        }
    }
}

/// The fields.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // boxes to tick, each by itself
pub(super) struct Form {
    pub(super) crowd: Crowd,
    n_years: u32,
    mean: Decimal,
    deviation: Decimal,
    zero_share: Decimal,
    n_reps: Option<Decimal>,
    quota: Option<Decimal>,
    target_incentive: Option<Decimal>,
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
            crowd: Crowd::Deals,
            n_years: N_YEARS,
            mean: Decimal::ONE,
            deviation: Decimal::new(3, 1),
            zero_share: Decimal::ZERO,
            n_reps: None,
            quota: None,
            target_incentive: None,
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

    /// What the solver is asked; `None` where a simulated team is wanted and there is no model of it.
    pub(super) fn spec(&self, plan: &Plan, job: Option<&CostJob>) -> Option<SolveSpec> {
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
        let whose = match self.crowd {
            Crowd::Deals => Whose::Deals,
            Crowd::Simulated => Whose::Simulated(Box::new(self.simulated(plan, job?))),
            Crowd::Stated => Whose::Stated(self.stated()),
        };
        Some(SolveSpec { whose, levers, demands, excellence: float(self.excellence), n_budgets })
    }

    /// The model that costing runs, with the present plan alone.
    fn simulated(&self, plan: &Plan, job: &CostJob) -> Simulated {
        let input = CostInput { plans: vec![plan.clone()], ..job.input.clone() };
        Simulated { input, seed: job.seed, n_runs: self.n_years }
    }

    fn stated(&self) -> Stated {
        let float = |number: Decimal| number.to_f64().unwrap_or_default();
        Stated {
            mean: float(self.mean),
            deviation: float(self.deviation),
            zero_share: float(self.zero_share),
            n_reps: self.n_reps.and_then(|number| number.to_u32()),
            quota: self.quota,
            target_incentive: self.target_incentive,
        }
    }
}

type Change = fn(&mut Form, Option<Decimal>);

/// Most money that a field takes.
const MOST_MONEY: i64 = 1_000_000_000_000;

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
    let amounts = Decimal::from(MOST_MONEY);
    html! {
        <div class="stack">
            { crowd(app, form) }
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

/// Whose pay is looked at, with what has to be said of them.
fn crowd(app: &App, form: &UseStateHandle<Form>) -> Html {
    let options = [
        (Crowd::Deals, "solve-whose-deals"),
        (Crowd::Simulated, "solve-whose-simulated"),
        (Crowd::Stated, "solve-whose-stated"),
    ];
    let options = options.map(|(crowd, label)| (crowd, app.t(label))).to_vec();
    let needed = |label: &str, unit: Unit, value: Decimal, most: Decimal, change: Change| {
        number(NumberProps { most: Some(most), ..NumberProps::new(app.t(label), unit, Some(value), set(form, change)) })
    };
    let open = |label: &str, none: &str, unit: Unit, value: Option<Decimal>, most: i64, change: Change| {
        number(NumberProps {
            optional: true,
            least: if unit == Unit::Plain { Decimal::ONE } else { Decimal::ZERO },
            most: Some(Decimal::from(most)),
            placeholder: app.t(none).into(),
            ..NumberProps::new(app.t(label), unit, value, set(form, change))
        })
    };
    let least_mean = Decimal::new(1, 3);
    let mean = NumberProps {
        least: least_mean,
        most: Some(Decimal::TEN),
        ..NumberProps::new(
            app.t("solve-mean"),
            Unit::Percent,
            Some(form.mean),
            set(form, |form, value: Option<Decimal>| form.mean = value.unwrap_or(form.mean)),
        )
    };
    let years = NumberProps {
        least: Decimal::ONE,
        most: Some(Decimal::from(20_000)),
        ..NumberProps::new(
            app.t("solve-years"),
            Unit::Plain,
            Some(form.n_years.into()),
            set(form, |form, value: Option<Decimal>| {
                form.n_years = value.and_then(|value| value.to_u32()).unwrap_or(N_YEARS);
            }),
        )
    };
    let most_zero = Decimal::new(99, 2);
    html! {
        <div class="row">
            { choice(app.t("solve-whose"), false, &form.crowd, options, set(form, |form, crowd| form.crowd = crowd)) }
            if form.crowd == Crowd::Simulated {
                { number(years) }
            }
            if form.crowd == Crowd::Stated {
                { number(mean) }
                { needed("solve-deviation", Unit::Percent, form.deviation, Decimal::TEN, |form, value| form.deviation = value.unwrap_or(form.deviation)) }
                { needed("solve-zero-share", Unit::Percent, form.zero_share, most_zero, |form, value| form.zero_share = value.unwrap_or(form.zero_share)) }
                { open("solve-reps", "solve-reps-data", Unit::Plain, form.n_reps, 1_000_000, |form, value| form.n_reps = value) }
                { open("solve-quota", "solve-typical", Unit::Money, form.quota, MOST_MONEY, |form, value| form.quota = value) }
                { open("solve-incentive", "solve-typical", Unit::Money, form.target_incentive, MOST_MONEY, |form, value| form.target_incentive = value) }
            }
        </div>
    }
}
