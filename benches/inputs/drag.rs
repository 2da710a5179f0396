//! What is redrawn while a point of a curve is dragged: a plan of two components on a team.

use attain::engine::comp::lint::{Typical, findings};
use attain::engine::comp::{
    Cap, Component, Condition, Gate, MonthlyTerms, Multiplier, Otherwise, Plan, TeamMember, Tier, Window, calculate,
    curve, team_totals, templates,
};
use attain::engine::units::{Calendar, Decimal, Month};

/// Months and members of the team.
pub(crate) const N_MONTHS: usize = 12;
const N_MEMBERS: u32 = 200;

fn hundredths(number: i64) -> Decimal {
    Decimal::new(number, 2)
}

/// A plan of two components: an accelerated one, and one that a gate and a multiplier of it hold. The last tier's value
/// is what is dragged.
pub(crate) fn plan(value: i64) -> Plan {
    let mut plan = templates::account_executive();
    if let Some(tier) = plan.components.iter_mut().find_map(|component| component.tiers.last_mut()) {
        tier.value = hundredths(value);
    }
    let first = plan.components.first().map(|component| component.name.clone()).unwrap_or_default();
    let steps = [(0, 100), (100, 120), (130, 150)];
    let steps = steps.map(|(from, value)| Tier { from: hundredths(from), value: hundredths(value) }).to_vec();
    plan.components.push(Component {
        name: "Growth".into(),
        weight: hundredths(30),
        accumulate: Window::Year,
        gate: Some(Gate {
            conditions: vec![Condition { component: first.clone(), at: hundredths(50) }],
            otherwise: Otherwise::BaseOnly,
        }),
        multipliers: vec![Multiplier { component: first, steps, is_interpolated: true }],
        caps: vec![Cap::PayMultiple { times: Decimal::from(3), is_refundable: true }],
        ..templates::component("", &[(0, 50), (70, 150), (100, 200)])
    });
    plan.components.last_mut().into_iter().for_each(|component| component.name = "Growth".into());
    plan
}

/// Each with a quota of its own that changes from month to month, so that no two windows have the same terms.
pub(crate) fn team() -> Vec<TeamMember> {
    let member = |place: u32| {
        let months = |base: f64| -> Vec<f64> {
            (0..N_MONTHS).map(|month| base + 13.0 * f64::from(place) + 101.0 * month as f64).collect()
        };
        let terms = |weight: f64| MonthlyTerms {
            quotas: vec![months(40_000.0)],
            target_incentive: vec![(3_000.0 + f64::from(place)) * weight; N_MONTHS],
            mean_deal: None,
        };
        let credit = vec![months(30_000.0 + 150.0 * f64::from(place))];
        TeamMember { terms: vec![terms(1.0), terms(0.3)], credit: vec![credit.clone(), credit] }
    };
    (0..N_MEMBERS).map(member).collect()
}

/// One frame: curve, calculator, lint and the team's totals; answers with a figure that depends on all of them.
pub(crate) fn frame(value: i64, team: &[TeamMember]) -> f64 {
    let plan = plan(value);
    let (quota, incentive) = (Decimal::from(120_000), Decimal::from(9_000));
    let curve = curve(&plan, quota, incentive, 0.0, 2.0, 200);
    let at = calculate(&plan, quota, incentive, hundredths(value), 2);
    let typical = Typical { quota: Some(Decimal::from(480_000)), target_incentive: Some(Decimal::from(36_000)) };
    let found = findings(&plan, &typical);
    let totals = team_totals(&plan, Calendar::default(), Month::new(2026, 1), N_MONTHS, team);
    let drawn: f64 = curve.iter().map(|point| point.pay).sum();
    drawn + at.pay.to_f64() + found.len() as f64 + totals.iter().sum::<f64>()
}
