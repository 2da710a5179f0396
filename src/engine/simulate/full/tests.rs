//! Plans that are walked as a whole cost what the same plans cost component by component, and what they must.

use crate::engine::comp::{
    Clawback, ClawbackKind, Component, Condition, CreditFrom, Draw, DrawAmount, DrawKind, Filter, Gate, Holdback,
    Measure, Milestone, Multiplier, Otherwise, PayBasis, Plan, QuotaSource, Reward, Spiff, Tier, TierAxis, Window,
    templates,
};
use crate::engine::records::RepId;
use crate::engine::simulate::{
    Cancellations, CostInput, CostModel, CostSummary, Counted, Flow, NamedQuota, RepModel, prepare, run,
};
use crate::engine::units::{Calendar, Decimal, Granularity, Month};

fn rep(name: &str, manager: &str) -> RepModel {
    RepModel {
        rep: RepId(name.into()),
        name: name.into(),
        manager: RepId(manager.into()),
        mean_attainment: 1.0,
        monthly_quota: vec![10_000.0; 12],
        has_quota: true,
        target_incentive: 24_000.0,
        mean_deal: 5_000.0,
        ..RepModel::default()
    }
}

/// Two reps of Mo, who sells too, and one of nobody, on that plan; all sell exactly their quota of 10,000 a month.
fn input(plan: Plan) -> CostInput {
    let reps = vec![rep("Ann", "Mo"), rep("Bob", "mo "), rep("Mo", ""), rep("Eve", "Nobody")];
    CostInput {
        plans: vec![plan],
        model: CostModel {
            first: Month::new(2026, 1),
            n_months: 12,
            measure: Measure::Bookings,
            market_sigma: 0.0,
            persistence: 0.0,
            season: Vec::new(),
            flows: Vec::new(),
            cancellations: Cancellations::default(),
            reps,
        },
        calendar: Calendar::default(),
        digits: 2,
        budget: None,
        company_factor: 1.0,
        hold_company: false,
    }
}

fn summary(input: &CostInput, n_runs: u32) -> CostSummary {
    run(&prepare(input), 7, 0..n_runs).summary(input).remove(0)
}

/// What each rep is paid in the year.
fn paid(input: &CostInput) -> Vec<f64> {
    summary(input, 8).by_rep.iter().map(|rep| rep.mean).collect()
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() < 1e-4 * expected.abs().max(1.0)
}

#[track_caller]
fn check(input: &CostInput, expected: [f64; 4]) {
    let found = paid(input);
    assert!(found.iter().zip(expected).all(|(found, expected)| close(*found, expected)), "{found:?}, not {expected:?}");
}

fn hundredths(number: i64) -> Decimal {
    Decimal::new(number, 2)
}

/// A rate on credit, in hundredths.
fn rate(name: &str, rate: i64) -> Component {
    Component {
        name: name.into(),
        pay_basis: PayBasis::Rate,
        tier_axis: TierAxis::Amount,
        tiers: vec![Tier { from: Decimal::ZERO, value: hundredths(rate) }],
        ..Component::default()
    }
}

fn plan(components: Vec<Component>) -> Plan {
    Plan { components, ..Plan::default() }
}

/// A factor of 1 whatever Bookings come to.
fn always(factor: i64) -> Multiplier {
    let steps = vec![Tier { from: Decimal::ZERO, value: hundredths(factor) }];
    Multiplier { component: "Bookings".into(), steps, is_interpolated: false }
}

#[test]
fn the_slow_way_costs_what_the_fast_one_does() {
    for (name, fast) in templates::all() {
        let mut slow = fast.clone();
        for component in &mut slow.components {
            component.multipliers = vec![Multiplier { component: component.name.clone(), ..always(100) }];
        }
        let cost = |plan: Plan| {
            let mut input = input(plan);
            input.model.market_sigma = 0.2;
            for rep in &mut input.model.reps {
                (rep.volatility, rep.zero_share, rep.per_credit.deals) = (0.6, 0.1, 0.000_2);
            }
            summary(&input, 300)
        };
        let (fast, slow) = (cost(fast), cost(slow));
        assert!(0.0 < fast.mean && close(slow.mean, fast.mean), "{name}: {} and {}", slow.mean, fast.mean);
        let months = fast.by_month.iter().zip(&slow.by_month);
        assert!(months.into_iter().all(|(fast, slow)| close(slow.mean, fast.mean)), "{name}");
    }
}

#[test]
fn team_and_company_credit_is_that_of_the_same_run() {
    let from = |credit_from| Component { credit_from, ..rate("Bookings", 1) };
    check(&input(plan(vec![from(CreditFrom::Own)])), [1_200.0; 4]);
    check(&input(plan(vec![from(CreditFrom::Team)])), [1_200.0, 1_200.0, 3_600.0, 1_200.0]);
    check(&input(plan(vec![from(CreditFrom::Company)])), [4_800.0; 4]);
    // All of a company's credit paid to each of four: the cost is 4 % of what all sold, whoever sold it.
    let mut correlated = input(plan(vec![from(CreditFrom::Company)]));
    for rep in &mut correlated.model.reps {
        rep.volatility = 1.0;
    }
    let summary = summary(&correlated, 200);
    assert!(close(summary.ccos.unwrap().p5, 0.04) && close(summary.ccos.unwrap().p95, 0.04) && 0.0 < summary.sd);
}

/// Quotas are 10,000 a month each; Mo's team is three of them, all are four. At target everybody is paid 24,000 a year,
/// held to half of the quotas twice that.
#[test]
fn quotas_of_all_whose_credit_counts_are_added() {
    let held = |credit_from, of| Component {
        credit_from,
        quota: QuotaSource::Credited { of: hundredths(of) },
        ..Component { name: "Bookings".into(), ..Component::default() }
    };
    check(&input(plan(vec![held(CreditFrom::Own, 50)])), [48_000.0; 4]);
    check(&input(plan(vec![held(CreditFrom::Team, 100)])), [24_000.0; 4]);
    check(&input(plan(vec![held(CreditFrom::Team, 50)])), [48_000.0; 4]);
    check(&input(plan(vec![held(CreditFrom::Company, 100)])), [24_000.0; 4]);
    // Without a quota of their own, Ann and Bob still sell: three sell for the quotas of one.
    let mut half = input(plan(vec![held(CreditFrom::Team, 100)]));
    for rep in half.model.reps.iter_mut().take(2) {
        rep.has_quota = false;
    }
    check(&half, [0.0, 0.0, 72_000.0, 24_000.0]);
}

#[test]
fn others_attainment_opens_gates_and_scales_pay() {
    let gated = |at: i64, otherwise| {
        let conditions = vec![Condition { component: "Bookings".into(), at: hundredths(at) }];
        Component { gate: Some(Gate { conditions, otherwise }), ..rate("Extra", 2) }
    };
    let base = || Component { is_measured_only: true, ..rate("Bookings", 50) };
    let half = Otherwise::Share { of: hundredths(50) };
    check(&input(plan(vec![base(), gated(99, Otherwise::Nothing)])), [2_400.0; 4]);
    check(&input(plan(vec![base(), gated(101, Otherwise::Nothing)])), [0.0; 4]);
    check(&input(plan(vec![base(), gated(101, half)])), [1_200.0; 4]);
    let scaled = Component { multipliers: vec![always(150), always(200)], ..rate("Extra", 2) };
    check(&input(plan(vec![base(), scaled])), [7_200.0; 4]);
}

#[test]
fn filters_named_quotas_and_activities_count_as_the_model_says() {
    let filter = Filter { regions: vec!["North".into()], ..Filter::default() };
    let north = Component { filter: filter.clone(), ..rate("North", 10) };
    let calls = Component { measure: Measure::Activities, ..rate("Calls", 300) };
    let named = Component {
        name: "Named".into(),
        quota: QuotaSource::Named { measure: "Logos".into() },
        accumulate: Window::Year,
        ..Component::default()
    };
    let mut input = input(plan(vec![north, calls, named]));
    input.model.flows = vec![
        Counted { measure: Measure::Bookings, filter },
        Counted { measure: Measure::Activities, filter: Filter::default() },
    ];
    for rep in &mut input.model.reps {
        rep.flows = vec![Flow { per_credit: 0.25, per_month: 0.0 }, Flow { per_credit: 0.0, per_month: 20.0 }];
        rep.named_quotas = vec![NamedQuota { measure: " logos".into(), monthly: vec![20_000.0] }];
    }
    // A tenth of a quarter of 120,000; 3 for each of 240 calls; half of the target incentive.
    check(&input, [3_000.0 + 720.0 + 12_000.0; 4]);
}

#[test]
fn rewards_beside_the_components_cost_what_they_pay() {
    let spiff = |reward, from: Option<u32>| Spiff {
        name: "Spiff".into(),
        from: from.map(|month| Month::new(2026, month).first_day()),
        to: None,
        filter: Filter::default(),
        measure: Measure::Bookings,
        credit_from: CreditFrom::Own,
        reward,
    };
    let check = |reward, from, expected: f64| {
        let mut input = input(Plan { spiffs: vec![spiff(reward, from)], ..plan(vec![rate("Bookings", 0)]) });
        for rep in &mut input.model.reps {
            rep.per_credit.deals = 0.000_2; // two deals a month
        }
        check(&input, [expected; 4]);
    };
    check(Reward::PerDeal { amount: 100.into() }, Some(11), 400.0);
    check(Reward::Rate { rate: hundredths(1) }, Some(7), 600.0);
    let steps = [(30_000, 7), (60_000, 11), (90_000, 1_000)];
    let steps = steps.map(|(at, amount)| Milestone { at: at.into(), amount: amount.into() }).to_vec();
    check(Reward::Milestones { steps }, Some(7), 18.0);
    let prizes = vec![500.into(), 300.into()];
    check(Reward::Contest { per: Granularity::Quarter, prizes, least: Decimal::ZERO }, None, 800.0);
}

#[test]
fn draws_clawbacks_and_holdbacks_change_what_is_paid() {
    let draw = |amount: i64, kind| Draw {
        amount: DrawAmount::Money(amount.into()),
        per: Granularity::Month,
        kind,
        n_periods: None,
        is_for_new_hires: false,
        recover_from: None,
        recovery_share: None,
    };
    let base = || plan(vec![rate("Bookings", 10)]); // 1,000 a month
    check(&input(Plan { draw: Some(draw(1_500, DrawKind::NonRecoverable)), ..base() }), [18_000.0; 4]);
    check(&input(Plan { draw: Some(draw(500, DrawKind::NonRecoverable)), ..base() }), [12_000.0; 4]);
    let clawback = |kind| Some(Clawback { within_months: Some(2), kind });
    let cancelled = |plan: Plan| {
        let mut input = input(plan);
        input.model.cancellations = Cancellations { share: vec![0.0, 0.05, 0.05, 0.2], left: vec![1.0, 1.0, 0.5, 0.5] };
        input
    };
    check(&cancelled(Plan { clawback: clawback(ClawbackKind::OriginalRate), ..base() }), [10_800.0; 4]);
    check(&cancelled(Plan { clawback: clawback(ClawbackKind::ProRata), ..base() }), [11_100.0; 4]);
    let holdback = Some(Holdback { share: hundredths(50), months: 2 });
    // What is cancelled in the month of its release still waits: half of a tenth of 12,000 is lost.
    check(&cancelled(Plan { holdback, ..base() }), [11_400.0; 4]);
}
