//! Customer success managers: those who keep customers content.

use super::{component, kinds, objectives, plan, weighted};
use crate::engine::comp::plan::{Component, Plan, QuotaSource};
use crate::engine::units::{Decimal, Granularity};

/// The quarter's objectives, retention first, to seven tenths; expansion of the customers looked after to three tenths.
/// Supposes an objectives file that states what was reached (retention over its goal: 1 is all of it), that deals name
/// their kind, that expansion is a fifth of the rep's quota, and a pay mix of 80 : 20.
pub(super) fn customer_success() -> Plan {
    let retention = Component { name: "Retention and objectives".into(), ..objectives(70) };
    let expansion = Component {
        filter: kinds(&["Expansion", "Upsell", "Upgrade", "Cross-sell"]),
        quota: QuotaSource::Share { of: Decimal::new(2, 1) },
        pay_period: Granularity::Quarter,
        ..weighted(30, component("Expansion", &[(0, 100), (100, 125)]))
    };
    plan("Customer success manager", vec![retention, expansion])
}
