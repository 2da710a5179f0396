//! A first plan for data that has none, so that the page shows something real at once.

use crate::engine::comp::{Plan, templates};
use crate::engine::records::{Dataset, Outcome};
use crate::engine::units::{Decimal, Month};

/// Plans to begin with: an account executive's on the data's own quotas or, where it has none, on a quota that the average
/// seller just reached, with a tenth of it as target incentive.
pub fn starter_plans(dataset: &Dataset) -> Vec<Plan> {
    vec![plan_for(dataset, templates::account_executive())]
}

/// The plan with quota and target incentive filled in where neither it nor the data says.
pub fn plan_for(dataset: &Dataset, mut plan: Plan) -> Plan {
    let average = average_year(dataset);
    if dataset.targets.is_empty() && plan.quota.is_none() {
        plan.quota = average;
    }
    if dataset.reps.iter().all(|rep| rep.target_incentive.is_none()) && plan.target_incentive.is_none() {
        plan.target_incentive = plan.quota.or(average).map(|quota| round_up(quota / Decimal::TEN));
    }
    plan
}

/// What the average seller wins in twelve months, rounded to two digits; `None` without a won deal.
fn average_year(dataset: &Dataset) -> Option<Decimal> {
    let won = || dataset.deals.iter().filter(|deal| deal.outcome == Outcome::Won && !deal.rep.0.is_empty());
    let months: Vec<Month> = won().filter_map(|deal| deal.closed).map(Month::of).collect();
    let n_months = months.iter().max()?.since(*months.iter().min()?) + 1;
    let mut sellers: Vec<String> = won().map(|deal| deal.rep.0.to_lowercase()).collect();
    sellers.sort();
    sellers.dedup();
    let total = won().filter_map(|deal| deal.amount).map(|money| money.0).fold(Decimal::ZERO, Decimal::saturating_add);
    let year = total.checked_mul(Decimal::from(12))?.checked_div(Decimal::from(n_months))?;
    year.checked_div(Decimal::from(sellers.len())).filter(|average| Decimal::ZERO < *average).map(round_up)
}

/// Two significant digits.
fn round_up(number: Decimal) -> Decimal {
    number.round_sf(2).unwrap_or(number).normalize()
}
