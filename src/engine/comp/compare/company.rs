//! Sensitivity: what a side costs if the company had sold less or more, everyone by the same factor.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::engine::comp::exact::{divided, minus, times};
use crate::engine::comp::plan::{Measure, Plan, Reward, Spiff};
use crate::engine::comp::statement::{BookInput, replay_book};
use crate::engine::records::{Dataset, Outcome};
use crate::engine::units::{Decimal, Money};

/// Cost at one company performance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompanyPoint {
    /// Factor on every won deal's amount, margin and units.
    pub factor: Decimal,
    /// Amount of the won deals.
    pub bookings: Money,
    /// What is paid.
    pub cost: Money,
    /// Cost over bookings.
    pub ccos: Option<Decimal>,
}

/// A tenth below, as it was, a tenth above.
pub const FACTORS: [Decimal; 3] = [
    Decimal::from_parts(9, 0, 0, false, 1),
    Decimal::from_parts(10, 0, 0, false, 1),
    Decimal::from_parts(11, 0, 0, false, 1),
];

/// Replays a side with every won deal `factor` times as large. Quotas stay, so that everybody's attainment moves by the
/// factor. Counts of deals, activities and results of objectives do not move.
pub fn at_company(input: &BookInput, factor: Decimal) -> CompanyPoint {
    let dataset = scaled(input.dataset, factor);
    let totals = replay_book(&BookInput { dataset: &dataset, ..*input }).totals;
    CompanyPoint { factor, bookings: totals.bookings, cost: totals.paid, ccos: totals.ccos_variable }
}

fn scaled(dataset: &Dataset, factor: Decimal) -> Cow<'_, Dataset> {
    if factor == Decimal::ONE {
        return Cow::Borrowed(dataset);
    }
    let mut dataset = dataset.clone();
    for deal in dataset.deals.iter_mut().filter(|deal| deal.outcome == Outcome::Won) {
        for money in [&mut deal.amount, &mut deal.margin].into_iter().flatten() {
            money.0 = times(money.0, factor);
        }
        deal.units = deal.units.map(|units| times(units, factor));
    }
    Cow::Owned(dataset)
}

/// Whether the plan pays for something that does not move with the size of deals.
pub fn counts_apart(plan: &Plan) -> bool {
    let is_apart = |measure| matches!(measure, Measure::Deals | Measure::Activities | Measure::Scorecard);
    let in_components = plan.components.iter().any(|component| {
        let parts = &component.parts;
        if parts.is_empty() { is_apart(component.measure) } else { parts.iter().any(|part| is_apart(part.measure)) }
    });
    let by_deal = |spiff: &Spiff| matches!(spiff.reward, Reward::PerDeal { .. });
    in_components || plan.spiffs.iter().any(|spiff| is_apart(spiff.measure) || by_deal(spiff))
}

/// The change of cost in percent for one percent more bookings, between the two points.
pub fn elasticity(low: &CompanyPoint, high: &CompanyPoint) -> Option<Decimal> {
    let rise = minus(divided(high.bookings.0, low.bookings.0), Decimal::ONE);
    let cost = minus(divided(high.cost.0, low.cost.0), Decimal::ONE);
    (Money::ZERO < low.cost && !rise.is_zero()).then(|| divided(cost, rise))
}
