//! Ready plans by role, as starting points. Figures follow common practice (see `docs/methods/compensation.md`).

use super::plan::{
    Boundary, Cap, Component, Measure, PayBasis, Plan, Threshold, ThresholdKind, Tier, TierAxis, TierMode, Window,
};
use crate::engine::units::{Decimal, Granularity, Rounding};

/// A component of marginal tiers by attainment on the target incentive, paid and measured each month; the rest of the
/// templates change what differs.
pub fn component(name: &str, tiers: &[(i64, i64)]) -> Component {
    Component {
        name: name.into(),
        weight: Decimal::ONE,
        measure: Measure::Bookings,
        pay_period: Granularity::Month,
        accumulate: Window::PayPeriod,
        deduct_prior: true,
        pay_basis: PayBasis::TargetIncentive,
        tier_axis: TierAxis::Attainment,
        tier_mode: TierMode::Marginal,
        boundary: Boundary::Lower,
        tiers: tiers
            .iter()
            .map(|(from, value)| Tier { from: Decimal::new(*from, 2), value: Decimal::new(*value, 2) })
            .collect(),
        ..Component::default()
    }
}

fn plan(name: &str, components: Vec<Component>) -> Plan {
    Plan { name: name.into(), components, rounding: Rounding::PerLine, ..Plan::default() }
}

/// One rate on every deal, without quota.
pub fn flat(rate: Decimal) -> Plan {
    let mut flat = component("Commission", &[]);
    flat.pay_basis = PayBasis::Rate;
    flat.tier_axis = TierAxis::Amount;
    flat.tiers = vec![Tier { from: Decimal::ZERO, value: rate }];
    plan("Flat commission", vec![flat])
}

/// Account executive: target incentive on the quarter's bookings, half rate to half of quota, accelerators above quota,
/// paid monthly on the quarter to date, capped at three times the target incentive.
pub fn account_executive() -> Plan {
    let mut bookings = component("Bookings", &[(0, 60), (50, 140), (100, 150), (130, 200)]);
    bookings.accumulate = Window::Quarter;
    bookings.caps = vec![Cap::PayMultiple { times: Decimal::from(3), is_refundable: false }];
    plan("Account executive", vec![bookings])
}

/// Account manager: the quarter's bookings, pay rising evenly from a threshold of half the quota, accelerators above quota.
pub fn account_manager() -> Plan {
    let mut bookings = component("Bookings", &[(0, 100), (100, 125), (120, 150)]);
    bookings.pay_period = Granularity::Quarter;
    bookings.threshold = Some(Threshold { at: Decimal::new(5, 1), kind: ThresholdKind::Slide });
    plan("Account manager", vec![bookings])
}

/// Sales development: an amount for each deal, more from the eleventh of the month on.
pub fn sales_development() -> Plan {
    let mut deals = component("Deals", &[]);
    deals.measure = Measure::Deals;
    deals.pay_basis = PayBasis::Rate;
    deals.tier_axis = TierAxis::Amount;
    deals.tiers = vec![
        Tier { from: Decimal::ZERO, value: Decimal::from(150) },
        Tier { from: Decimal::TEN, value: Decimal::from(250) },
    ];
    plan("Sales development", vec![deals])
}

/// Two weighted components: bookings of the year to date on a pay curve, and the number of deals of the quarter.
pub fn balanced() -> Plan {
    let mut bookings = component("Bookings", &[(0, 0), (50, 25), (100, 100), (150, 200)]);
    bookings.weight = Decimal::new(75, 2);
    bookings.accumulate = Window::Year;
    bookings.tier_mode = TierMode::Interpolated;
    let mut deals = component("Quarterly deals", &[(0, 100)]);
    deals.name = "Steady quarter".into();
    deals.weight = Decimal::new(25, 2);
    deals.pay_period = Granularity::Quarter;
    deals.threshold = Some(Threshold { at: Decimal::new(5, 1), kind: ThresholdKind::Slide });
    deals.caps = vec![Cap::Attainment { at: Decimal::new(12, 1) }];
    plan("Balanced", vec![bookings, deals])
}

/// Every template, with the key that names it.
pub fn all() -> Vec<(&'static str, Plan)> {
    vec![
        ("account-executive", account_executive()),
        ("account-manager", account_manager()),
        ("sales-development", sales_development()),
        ("balanced", balanced()),
        ("flat", flat(Decimal::new(10, 2))),
    ]
}
