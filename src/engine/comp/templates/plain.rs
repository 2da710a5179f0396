//! Plans of no one role.

use super::{component, plan, slide};
use crate::engine::comp::plan::{Cap, PayBasis, Plan, Tier, TierAxis, TierMode, Window};
use crate::engine::units::{Decimal, Granularity};

/// One rate on every deal, without quota.
pub fn flat(rate: Decimal) -> Plan {
    let mut flat = component("Commission", &[]);
    flat.pay_basis = PayBasis::Rate;
    flat.tier_axis = TierAxis::Amount;
    flat.tiers = vec![Tier { from: Decimal::ZERO, value: rate }];
    plan("Flat commission", vec![flat])
}

/// Two weighted components: bookings of the year to date on a pay curve, and a steady quarter.
pub fn balanced() -> Plan {
    let mut bookings = component("Bookings", &[(0, 0), (50, 25), (100, 100), (150, 200)]);
    bookings.weight = Decimal::new(75, 2);
    bookings.accumulate = Window::Year;
    bookings.tier_mode = TierMode::Interpolated;
    let mut steady = component("Steady quarter", &[(0, 100)]);
    steady.weight = Decimal::new(25, 2);
    steady.pay_period = Granularity::Quarter;
    steady.threshold = slide();
    steady.caps = vec![Cap::Attainment { at: Decimal::new(12, 1) }];
    plan("Balanced", vec![bookings, steady])
}
