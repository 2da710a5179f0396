//! Sales managers: paid on what those below them sell.

use super::{component, plan};
use crate::engine::comp::plan::{Component, CreditFrom, Plan, QuotaSource, Window};
use crate::engine::units::Decimal;

/// An override on all that the team sells over the quarter, paid monthly: the target incentive over the team's quota is its
/// rate, half more above. The quota is nine tenths of the reps' own: quotas are mostly over-assigned by 10 to 15 %.
/// Supposes that the rep list names managers, and a pay mix of 60 : 40 to 70 : 30; where the manager's own quota is already
/// the team's, choose the targets as its quota, or it counts twice.
pub(super) fn sales_manager() -> Plan {
    let team = Component {
        credit_from: CreditFrom::Team,
        quota: QuotaSource::Credited { of: Decimal::new(9, 1) },
        accumulate: Window::Quarter,
        ..component("Team bookings", &[(0, 100), (100, 150)])
    };
    plan("Sales manager", vec![team])
}
