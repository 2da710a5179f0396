//! Account executives: those who win customers, by the size of what they sell.
//!
//! Smaller deals are many and quick: short windows show a good month at once. Large ones are few and late: the year is
//! looked at, so that a quarter without a deal costs nothing that a good one does not bring back.

use super::{component, plan};
use crate::engine::comp::plan::{Cap, Clawback, ClawbackKind, Plan, Window};
use crate::engine::units::{Decimal, Granularity};

/// Target incentive on the quarter's bookings, half rate to half of quota, accelerators above quota, paid monthly on the
/// quarter to date, capped at three times the target incentive. Supposes a quota for each rep, or one in the plan.
pub fn account_executive() -> Plan {
    let mut bookings = component("Bookings", &[(0, 60), (50, 140), (100, 150), (130, 200)]);
    bookings.accumulate = Window::Quarter;
    bookings.caps = vec![Cap::PayMultiple { times: Decimal::from(3), is_refundable: false }];
    plan("Account executive", vec![bookings])
}

/// Small business: each month stands alone, one and a half times the rate above quota, half of it above twice the quota:
/// a windfall pays less, and nothing is cut off. Supposes several deals a month and a quota for each month; pay mix about
/// 50 : 50.
pub(super) fn small() -> Plan {
    plan("Account executive, small business", vec![component("Bookings", &[(0, 100), (100, 150), (200, 50)])])
}

/// Mid-market: the quarter to date, paid monthly, slower to half of quota, accelerators from quota and from 150 %. Supposes
/// a deal in most months; pay mix about 50 : 50.
pub(super) fn mid_market() -> Plan {
    let mut bookings = component("Bookings", &[(0, 80), (50, 120), (100, 150), (150, 200)]);
    bookings.accumulate = Window::Quarter;
    plan("Account executive, mid-market", vec![bookings])
}

/// Enterprise: the year to date, paid each quarter, accelerators from quota and from 125 %, the plain rate again above twice
/// the quota; pay of a deal that is cancelled within a year is taken back. Supposes few large deals a year; pay mix 50 : 50
/// to 60 : 40.
pub(super) fn enterprise() -> Plan {
    let mut bookings = component("Bookings", &[(0, 100), (100, 150), (125, 200), (200, 100)]);
    bookings.pay_period = Granularity::Quarter;
    bookings.accumulate = Window::Year;
    let clawback = Some(Clawback { within_months: Some(12), kind: ClawbackKind::OriginalRate });
    Plan { clawback, ..plan("Account executive, enterprise", vec![bookings]) }
}
