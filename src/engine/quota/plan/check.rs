//! What makes a quota plan unusable.

use serde::{Deserialize, Serialize};

use super::{Goal, QuotaPlan, Seasons};
use crate::engine::units::Decimal;

/// A rule that a plan breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum QuotaError {
    /// A number is negative where it may not be, or too large.
    #[error("{field} is negative or too large")]
    BadNumber {
        /// Which.
        field: String,
    },
    /// Seasons or goals of a number of periods that is neither 4 nor 12, or that are all 0.
    #[error("{field} is not for 4 quarters or 12 months")]
    BadPeriods {
        /// Which.
        field: String,
    },
}

/// The largest amount, 10^15.
pub(super) const MOST: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// Whether an amount can be worked with: from 0 to 10^15.
pub(super) fn is_usable(amount: Decimal) -> bool {
    Decimal::ZERO <= amount && amount <= MOST
}

impl QuotaPlan {
    /// Every rule that it breaks.
    pub fn errors(&self) -> Vec<QuotaError> {
        let mut errors = Vec::new();
        let mut number = |is_good: bool, field: &str| {
            let error = QuotaError::BadNumber { field: field.into() };
            if !is_good && !errors.contains(&error) {
                errors.push(error);
            }
        };
        match &self.goal {
            Goal::Amount { amount } => number(is_usable(*amount), "goal"),
            Goal::Growth { growth } => number(-Decimal::ONE <= *growth && *growth <= Decimal::ONE_THOUSAND, "goal"),
            Goal::Periods { amounts } => number(amounts.iter().all(|amount| is_usable(*amount)), "goal"),
        }
        let is_share = |share: Decimal| Decimal::ZERO <= share && share <= Decimal::ONE;
        for node in &self.nodes {
            number(node.fixed.is_none_or(is_usable), "fixed");
            number(node.weight.is_none_or(is_usable), "weight");
        }
        number(self.over_assignment.iter().all(|over| is_share(*over)), "over_assignment");
        number(self.bottom_up.iter().all(|one| is_usable(one.amount)), "bottom_up");
        number(is_share(self.blend), "blend");
        let is_step = |step: Decimal| Decimal::new(1, 2) <= step && step <= Decimal::from(1_000_000_000);
        number(is_step(self.step), "step");
        number(is_step(self.month_step), "month_step");
        number(self.ramp.iter().all(|part| is_usable(*part)), "ramp");
        number(self.relief.iter().all(|relief| is_share(relief.share)), "relief");
        number(self.products.iter().all(|product| is_usable(product.amount)), "products");
        let is_whole = |list: &[Decimal]| matches!(list.len(), 4 | 12) && list.iter().any(|one| !one.is_zero());
        if let Goal::Periods { amounts } = &self.goal
            && !is_whole(amounts)
        {
            errors.push(QuotaError::BadPeriods { field: "goal".into() });
        }
        if let Seasons::Entered { weights } = &self.seasons {
            if !is_whole(weights) {
                errors.push(QuotaError::BadPeriods { field: "seasons".into() });
            }
            if !weights.iter().all(|weight| is_usable(*weight)) {
                errors.push(QuotaError::BadNumber { field: "seasons".into() });
            }
        }
        errors
    }
}
