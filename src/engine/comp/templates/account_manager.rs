//! Account managers: those who keep and grow customers.

use super::{component, kinds, plan, slide, weighted};
use crate::engine::comp::plan::{Cap, Component, Plan, QuotaSource};
use crate::engine::units::{Decimal, Granularity};

/// The quarter's bookings, pay rising evenly from a threshold of half the quota, accelerators above quota. Supposes a quota
/// for each rep, or one in the plan.
pub fn account_manager() -> Plan {
    let mut bookings = component("Bookings", &[(0, 100), (100, 125), (120, 150)]);
    bookings.pay_period = Granularity::Quarter;
    bookings.threshold = slide();
    plan("Account manager", vec![bookings])
}

/// Renewals to half of the target incentive, from half of their quota on and up to 120 %: more than all cannot be renewed.
/// Expansion to the other half, with an accelerator. Supposes that files name the kinds of deals, that three fifths of the
/// rep's quota are renewals, and a pay mix of 60 : 40 to 70 : 30.
pub(super) fn growth() -> Plan {
    let renewals = Component {
        filter: kinds(&["Renewal", "Renewals"]),
        quota: QuotaSource::Share { of: Decimal::new(6, 1) },
        pay_period: Granularity::Quarter,
        threshold: slide(),
        caps: vec![Cap::Attainment { at: Decimal::new(12, 1) }],
        ..weighted(50, component("Renewals", &[(0, 100)]))
    };
    let expansion = Component {
        filter: kinds(&["Expansion", "Upsell", "Upgrade", "Cross-sell"]),
        quota: QuotaSource::Share { of: Decimal::new(4, 1) },
        pay_period: Granularity::Quarter,
        ..weighted(50, component("Expansion", &[(0, 100), (100, 150)]))
    };
    plan("Account manager, renewals and expansion", vec![renewals, expansion])
}
