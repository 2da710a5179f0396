//! From a scenario and its data to the engine's inputs.

use super::document::Scenario;
use crate::engine::comp::{Plan, ReplayInput};
use crate::engine::quota::tree::{Ground, with_quotas};
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

/// First month that is simulated: the chosen one, else that of the first fiscal year that begins after the months
/// replayed. `None` without months.
pub fn plan_year(scenario: &Scenario) -> Option<Month> {
    let (_, last) = months(scenario)?;
    scenario.assumptions.plan_year.or_else(|| {
        let start = scenario.calendar.fiscal_year_start.clamp(1, 12);
        (1..=12).map(|step| last.plus(step)).find(|month| month.month() == start)
    })
}

/// What the replay of one plan needs.
pub fn replay_input<'a>(scenario: &'a Scenario, plan: &'a Plan, dataset: &'a Dataset) -> Option<ReplayInput<'a>> {
    let (first, last) = months(scenario)?;
    let currency = scenario.currency.code.as_str();
    let digits = scenario.currency.digits;
    Some(ReplayInput { plan, dataset, calendar: scenario.calendar, first, last, digits, currency })
}

/// Puts the quotas of the scenario's quota plans that are used in the place of the data's targets of the same reps, months
/// and measure.
pub fn use_quotas(scenario: &Scenario, dataset: &mut Dataset) {
    let mut used = scenario.quotas.iter().filter(|plan| plan.is_used).peekable();
    if used.peek().is_some() {
        let ground = Ground::of(dataset, scenario.calendar, &scenario.currency.code);
        dataset.targets = with_quotas(&dataset.targets, used, &ground);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::units::Calendar;

    #[test]
    fn the_plan_year_begins_after_the_months_replayed() {
        let check = |fiscal_year_start: u32, last: Option<Month>, chosen: Option<Month>, expected: Option<Month>| {
            let mut scenario = Scenario { first: last, last, ..Scenario::default() };
            scenario.calendar = Calendar { fiscal_year_start };
            scenario.assumptions.plan_year = chosen;
            assert_eq!(plan_year(&scenario), expected, "from month {fiscal_year_start}, after {last:?}");
        };
        let month = |year, month| Some(Month::new(year, month));
        check(1, month(2025, 12), None, month(2026, 1));
        check(1, month(2025, 11), None, month(2026, 1));
        check(1, month(2026, 1), None, month(2027, 1));
        check(2, month(2026, 1), None, month(2026, 2));
        check(99, month(2025, 11), None, month(2025, 12)); // a file may say anything
        check(1, month(2025, 12), month(2026, 7), month(2026, 7));
        check(1, None, month(2026, 7), None);
    }
}
