//! From a scenario and its data to the engine's inputs.

use super::document::Scenario;
use crate::engine::comp::{Plan, ReplayInput};
use crate::engine::records::Dataset;
use crate::engine::simulate::{CostInput, CostModel};
use crate::engine::units::Month;

/// The months replayed: the scenario's, else all with a won deal. `None` without either.
pub fn months(scenario: &Scenario) -> Option<(Month, Month)> {
    let data = scenario.data.as_ref();
    let first = scenario.first.or_else(|| data.and_then(|data| data.first))?;
    let last = scenario.last.or_else(|| data.and_then(|data| data.last))?;
    // A file may say anything; statements of more than fifty years are a mistake.
    (first <= last && last.since(first) < 600).then_some((first, last))
}

/// What the replay of one plan needs.
pub fn replay_input<'a>(scenario: &Scenario, plan: &'a Plan, dataset: &'a Dataset) -> Option<ReplayInput<'a>> {
    let (first, last) = months(scenario)?;
    Some(ReplayInput { plan, dataset, calendar: scenario.calendar, first, last, digits: scenario.currency.digits })
}

/// What costing needs: the scenario's plans and assumptions on its own model, or the fitted one.
pub fn cost_input(scenario: &Scenario, fitted: &CostModel) -> CostInput {
    let assumptions = &scenario.assumptions;
    CostInput {
        plans: scenario.plans.iter().filter(|plan| plan.errors().is_empty()).cloned().collect(),
        model: assumptions.model.clone().unwrap_or_else(|| fitted.clone()),
        calendar: scenario.calendar,
        digits: scenario.currency.digits,
        budget: assumptions.budget.map(|budget| crate::engine::units::Money(budget).to_f64()),
        company_factor: assumptions.company_factor,
        hold_company: false,
    }
}
