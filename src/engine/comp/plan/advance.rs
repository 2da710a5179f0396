//! Advances: what a component is paid ahead, before its pay period ends.

use serde::{Deserialize, Serialize};

use super::check::MOST;
use super::{Component, PlanError};
use crate::engine::units::{Decimal, Granularity};

/// So much is paid at the end of each period within the component's pay period, and deducted from what the pay period then
/// pays: a quarterly draw on a bonus of the year. Unlike the plan's [`Draw`](super::Draw), what other components earn does
/// not count against it. A period counts if the rep is there on one of its days, by hire and leaving, and on the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Advance {
    /// Money.
    pub amount: Decimal,
    /// For each such period; shorter than the pay period.
    pub per: Granularity,
    /// Whether what was advanced beyond what is earned is taken back when the pay period ends. Else each of its periods, the
    /// last too, is paid at least the amount.
    #[serde(default)]
    pub is_recovered: bool,
}

/// What is wrong with a component's advance.
pub(super) fn error(of: &Component, component: usize) -> Option<PlanError> {
    let advance = of.advance?;
    let field = "advance";
    if advance.amount < Decimal::ZERO {
        return Some(PlanError::Negative { component, field });
    }
    if Decimal::from(MOST) < advance.amount {
        return Some(PlanError::TooLarge { component, field });
    }
    let clash = |with| Some(PlanError::Clash { component, field, with });
    if of.is_measured_only {
        return clash("is_measured_only");
    }
    if advance.per < of.pay_period { None } else { clash("pay_period") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_advance_is_paid_within_a_longer_pay_period() {
        use Granularity::{HalfYear, Month, Quarter, Year};
        let check = |amount: i64, per: Granularity, pay_period: Granularity, expected: Option<PlanError>| {
            let advance = Some(Advance { amount: amount.into(), per, is_recovered: true });
            let component = Component { pay_period, advance, ..Component::default() };
            assert_eq!(error(&component, 1), expected, "{amount} {per:?} {pay_period:?}");
        };
        let (component, field) = (1, "advance");
        let clash = |with| Some(PlanError::Clash { component, field, with });
        check(2_500, Quarter, Year, None);
        check(2_500, Quarter, HalfYear, None);
        check(2_500, Quarter, Quarter, clash("pay_period"));
        check(2_500, HalfYear, Month, clash("pay_period"));
        check(-1, Quarter, Year, Some(PlanError::Negative { component, field }));
        check(MOST + 1, Quarter, Year, Some(PlanError::TooLarge { component, field }));
        let of = Component {
            is_measured_only: true,
            pay_period: Year,
            advance: Some(Advance { amount: Decimal::ONE, per: Month, is_recovered: false }),
            ..Component::default()
        };
        assert_eq!(error(&of, 1), clash("is_measured_only"));
    }
}
