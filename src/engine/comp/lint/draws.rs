//! Draws that are larger than what is earned at target, and guarantees that do not end.

use super::finding::{Field, Finding, Place, Rule, Severity};
use super::shape::rounded;
use super::typical::Typical;
use crate::engine::comp::exact::{divided, times};
use crate::engine::comp::plan::{DrawAmount, DrawKind, Plan};
use crate::engine::units::Decimal;

pub(super) fn check(plan: &Plan, typical: &Typical) -> Vec<Finding> {
    let Some(draw) = &plan.draw else { return Vec::new() };
    let place = Place::plan(Field::Draw);
    let mut found = Vec::new();
    let share = match draw.amount {
        DrawAmount::TargetIncentive(share) => Some(share),
        DrawAmount::Money(amount) => typical
            .target_incentive
            .filter(|year| Decimal::ZERO < *year)
            .map(|year| divided(times(amount, Decimal::from(12 / draw.per.months())), year)),
    };
    if let Some(share) = share.filter(|share| Decimal::ONE < *share) {
        found.push(Finding::new(Severity::Warning, place, Rule::DrawAboveTarget { times: rounded(share) }));
    }
    if draw.kind == DrawKind::NonRecoverable && draw.n_periods.is_none() {
        found.push(Finding::new(Severity::Note, place, Rule::DrawEndless));
    }
    found
}
