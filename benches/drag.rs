//! Speed of what follows while a point of a curve is dragged: curve, calculator, and the team's totals.

use attain::engine::comp::{
    Cap, Component, Condition, Gate, MonthlyTerms, Multiplier, Otherwise, Plan, TeamMember, Tier, Window, calculate,
    curve, team_totals, templates,
};
use attain::engine::units::{Calendar, Decimal, Month};
use divan::{Bencher, black_box};

/// Months and members of the team.
const N_MONTHS: usize = 12;
const N_MEMBERS: u32 = 200;

fn main() {
    divan::main();
}

fn hundredths(number: i64) -> Decimal {
    Decimal::new(number, 2)
}

/// A plan of two components: an accelerated one, and one that a gate and a multiplier of it hold. The last tier's value
/// is what is dragged.
fn plan(value: i64) -> Plan {
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
fn team() -> Vec<TeamMember> {
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

/// All that is redrawn for one frame.
#[divan::bench(sample_count = 50)]
fn one_frame(bencher: Bencher) {
    let (team, mut value) = (team(), 200);
    bencher.bench_local(|| {
        value = if value < 400 { value + 1 } else { 200 };
        let plan = plan(value);
        let (quota, incentive) = (Decimal::from(120_000), Decimal::from(9_000));
        let curve = curve(&plan, quota, incentive, 0.0, 2.0, 200);
        let at = calculate(&plan, quota, incentive, hundredths(value), 2);
        let totals = team_totals(&plan, Calendar::default(), Month::new(2026, 1), N_MONTHS, &team);
        black_box((curve, at, totals))
    });
}

/// The team's totals alone.
#[divan::bench(sample_count = 50)]
fn totals_of_the_team(bencher: Bencher) {
    let (team, plan) = (team(), plan(250));
    bencher.bench_local(|| team_totals(&plan, Calendar::default(), Month::new(2026, 1), N_MONTHS, black_box(&team)));
}
