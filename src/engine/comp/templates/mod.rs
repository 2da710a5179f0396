//! Ready plans by role, as starting points. Figures follow common practice (see `docs/methods/templates.md`).

mod account_executive;
mod account_manager;
mod customer_success;
mod partner_manager;
mod plain;
mod sales_development;
mod sales_manager;
mod solutions_engineer;

use super::plan::{
    Boundary, Cap, Component, Filter, Measure, PayBasis, Plan, Threshold, ThresholdKind, Tier, TierAxis, TierMode,
    Window,
};
use crate::engine::units::{Decimal, Granularity, Rounding};

pub use account_executive::account_executive;
pub use account_manager::account_manager;
pub use plain::{balanced, flat};
pub use sales_development::sales_development;

/// A component of marginal tiers by attainment on the target incentive, paid and measured each month; the rest of the
/// templates change what differs. Bounds and values in hundredths.
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

/// Every template, with the key that names it.
pub fn all() -> Vec<(&'static str, Plan)> {
    vec![
        ("account-executive", account_executive()),
        ("account-manager", account_manager()),
        ("account-executive-small", account_executive::small()),
        ("account-executive-mid-market", account_executive::mid_market()),
        ("account-executive-enterprise", account_executive::enterprise()),
        ("account-manager-growth", account_manager::growth()),
        ("customer-success", customer_success::customer_success()),
        ("sales-development", sales_development()),
        ("sales-development-meetings", sales_development::meetings()),
        ("solutions-engineer", solutions_engineer::solutions_engineer()),
        ("sales-manager", sales_manager::sales_manager()),
        ("partner-manager", partner_manager::partner_manager()),
        ("balanced", balanced()),
        ("flat", flat(Decimal::new(10, 2))),
    ]
}

fn plan(name: &str, components: Vec<Component>) -> Plan {
    Plan { name: name.into(), components, rounding: Rounding::PerLine, ..Plan::default() }
}

/// A component with a share of the target incentive, in hundredths.
fn weighted(weight: i64, component: Component) -> Component {
    Component { weight: Decimal::new(weight, 2), ..component }
}

/// Objectives (MBO, KSO) of a quarter, paid in proportion from half of them on, up to 120 %.
fn objectives(weight: i64) -> Component {
    Component {
        measure: Measure::Scorecard,
        pay_period: Granularity::Quarter,
        threshold: slide(),
        caps: vec![Cap::Attainment { at: Decimal::new(12, 1) }],
        ..weighted(weight, component("Objectives", &[(0, 100)]))
    }
}

/// Pay that rises on a straight line from half of quota to the target.
#[allow(clippy::unnecessary_wraps)] // as components have it
fn slide() -> Option<Threshold> {
    Some(Threshold { at: Decimal::new(5, 1), kind: ThresholdKind::Slide })
}

/// Deals of these kinds alone; each name as files write it.
fn kinds(names: &[&str]) -> Filter {
    Filter { deal_kinds: list(names), ..Filter::default() }
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
