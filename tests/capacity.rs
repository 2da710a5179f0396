//! Capacity: cases worked by hand, laws, and the chance to reach the goal held against companies whose truth is known.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use attain::engine::quota::capacity::{
    Assumption, CapacityAsked, CapacityGoal, CapacityInput, CapacityReport, CapacityRole, CapacityTally, Doubt,
    HeadcountPlan, PlannedHires, Ramp, ResolveInput, StatedHeads, Variant, expected, fit_ramp, prepare_capacity,
    resolve, run_capacity, variants,
};
use attain::engine::records::{Dataset, Deal, Outcome, Rep, RepId};
use attain::engine::units::{Calendar, Granularity, Money, Month};

#[path = "capacity/calibration.rs"]
mod calibration;
#[path = "capacity/charts.rs"]
mod charts;
#[path = "capacity/golden.rs"]
mod golden;
#[path = "capacity/laws.rs"]
mod laws;
mod pictures;

const FIRST: (i32, u32) = (2026, 1);

fn january() -> Month {
    Month::new(FIRST.0, FIRST.1)
}

/// A role without attrition, spread and noise.
fn role(name: &str, quota: f64, per: Granularity, attainment: f64, ramp: &[f64]) -> CapacityRole {
    CapacityRole {
        name: name.into(),
        quota,
        per,
        attainment,
        spread: 0.0,
        noise: 0.0,
        attrition: 0.0,
        backfill_lag: None,
        ramp: Ramp::Stated(ramp.into()),
    }
}

fn heads(role: &str, n: u32, tenure: Option<u32>) -> StatedHeads {
    StatedHeads { role: role.into(), n, tenure }
}

fn hires(role: &str, step: i32, n: u32) -> PlannedHires {
    PlannedHires { role: role.into(), month: january().plus(step), n }
}

fn certain(n_months: u32, roles: Vec<CapacityRole>) -> HeadcountPlan {
    HeadcountPlan { n_months, roles, doubt: Doubt::NONE, ..HeadcountPlan::default() }
}

fn input(plan: &HeadcountPlan) -> CapacityInput {
    let given = ResolveInput {
        dataset: None,
        history: None,
        currency: "USD",
        calendar: Calendar::default(),
        first: january(),
        digits: 2,
    };
    resolve(plan, &given).unwrap().input
}

fn run(input: &CapacityInput, variant: Variant, seed: u64, n_runs: u32) -> CapacityTally {
    run_capacity(&prepare_capacity(input, variant), seed, 0..n_runs)
}

fn report(input: &CapacityInput, n_runs: u32) -> CapacityReport {
    let tally = run(input, Variant::AsPlanned, 1, n_runs);
    CapacityReport::of(input, &[(Variant::AsPlanned, &tally)])
}

#[track_caller]
fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-6 * wanted.abs().max(1.0), "{found}, not {wanted}");
}

#[test]
fn hires_by_month_start_early_enough_to_ramp() {
    // 10 heads sell 1 M a month; from July on 1.2 M are asked. A hire sells 100 k from the fourth month on: two, by April.
    let mut goal = vec![1e6; 6];
    goal.extend([1.2e6; 6]);
    let plan = HeadcountPlan {
        heads: vec![heads("AE", 10, None)],
        goal: CapacityGoal::Months(goal),
        ..certain(12, vec![role("AE", 100_000.0, Granularity::Month, 1.0, &[0.25, 0.5, 0.75])])
    };
    let needed = report(&input(&plan), 1).needed;
    let rows: Vec<_> =
        needed.by_month.iter().map(|row| (row.month, row.n, row.start, row.is_late, row.gap.round())).collect();
    assert_eq!(rows, [(january().plus(6), Some(2), january().plus(3), false, 200_000.0)]);
    // 1.2 M are missing over the year. One who starts in January sells 12 months less 1.5 of ramp: 1.05 M, so two; one who
    // starts in December sells 25 k, so 48.
    near(needed.gap, 1_200_000.0);
    near(needed.by_start[0].each, 1_050_000.0);
    assert_eq!((needed.by_start[0].n, needed.by_start[11].n), (Some(2), Some(48)));
}

#[test]
fn what_is_short_at_once_is_late() {
    // In January a hire sells a quarter of 100 k: 100 k missing take four, who then also cover February and March.
    let plan = HeadcountPlan {
        goal: CapacityGoal::Months(vec![100_000.0; 3]),
        ..certain(3, vec![role("AE", 100_000.0, Granularity::Month, 1.0, &[0.25, 0.5, 0.75])])
    };
    let needed = report(&input(&plan), 1).needed;
    let [row] = needed.by_month.as_slice() else { panic!("{needed:?}") };
    assert_eq!((row.n, row.start, row.is_late), (Some(4), january(), true));
    // Who sells nothing in the first month cannot help.
    let plan = HeadcountPlan { roles: vec![role("AE", 1.0, Granularity::Month, 1.0, &[0.0])], ..plan };
    assert_eq!(report(&input(&plan), 1).needed.by_month[0].n, None);
}

#[test]
fn without_chance_every_year_is_the_formula_to_the_cent() {
    let plan = HeadcountPlan {
        heads: vec![heads("AE", 7, None), heads("SDR", 3, Some(1))],
        hires: vec![hires("AE", 2, 2), hires("SDR", 7, 4)],
        season: vec![0.7, 0.9, 1.3, 0.8, 1.0, 1.2, 0.6, 0.7, 1.1, 1.0, 1.2, 1.5],
        ..certain(
            17,
            vec![
                role("AE", 1_234_567.0, Granularity::Year, 0.83, &[0.1, 0.37, 0.71]),
                role("SDR", 45_678.9, Granularity::Month, 0.91, &[0.5, 0.6]),
            ],
        )
    };
    let input = input(&plan);
    let (formula, summary) = (expected(&input), report(&input, 40).summary.unwrap());
    for (month, simulated) in formula.months.iter().zip(&summary.months) {
        let cents = (month.expected * 100.0).round() / 100.0;
        let found = [simulated.sales.p5, simulated.sales.p50, simulated.sales.p95, simulated.heads];
        assert_eq!(found.map(f64::to_bits), [cents, cents, cents, month.heads].map(f64::to_bits));
    }
    assert!(summary.sd < 1e-6 && summary.leavers == 0.0, "{}", summary.sd);
}

#[test]
fn nobody_and_no_goal_work() {
    let plan = certain(12, vec![role("AE", 1e6, Granularity::Year, 1.0, &[])]);
    let report = report(&input(&plan), 10);
    let summary = report.summary.unwrap();
    assert_eq!((summary.mean, summary.goal_probability, summary.shortfall), (0.0, None, None));
    assert_eq!((report.expected.room, report.needed.by_month.len(), report.grid), (None, 0, None));
    let asked = HeadcountPlan { goal: CapacityGoal::Year(1.0), ..plan };
    assert_eq!(report_probability(&asked), Some(0.0));
}

fn report_probability(plan: &HeadcountPlan) -> Option<f64> {
    report(&input(plan), 10).summary.unwrap().goal_probability
}

/// A company of ordinary size with every doubt.
fn usual() -> HeadcountPlan {
    let role = |name: &str, quota| CapacityRole { name: name.into(), quota, ..CapacityRole::default() };
    HeadcountPlan {
        roles: vec![role("AE", 1e6), role("AM", 6e5)],
        heads: vec![heads("AE", 12, None), heads("AE", 2, Some(2)), heads("AM", 5, None)],
        hires: vec![hires("AE", 1, 2), hires("AE", 4, 2), hires("AM", 3, 1)],
        goal: CapacityGoal::Year(13e6),
        over_assignment: 0.15,
        ..HeadcountPlan::default()
    }
}

#[test]
fn shards_come_to_the_same_bits() {
    let input = input(&usual());
    for variant in [Variant::AsPlanned, Variant::Delayed { months: 1 }, Variant::ExtraHires { n: 3 }] {
        let prepared = prepare_capacity(&input, variant);
        let whole = run_capacity(&prepared, 9, 0..203);
        for n_shards in [2_u32, 7] {
            let cut = |index: u32| 203 * index / n_shards;
            // From the last to the first: order does not matter.
            let parts = (0..n_shards).rev().map(|index| run_capacity(&prepared, 9, cut(index)..cut(index + 1)));
            let merged = parts.reduce(|all, part| all.merge(part).unwrap()).unwrap();
            assert_eq!(merged, whole, "{variant:?} in {n_shards}");
        }
        assert!(whole.clone().merge(run_capacity(&prepared, 8, 203..204)).is_err());
        assert!(whole.clone().merge(whole).is_err());
    }
}

#[test]
fn a_report_holds_changes_against_the_plan() {
    let input = input(&usual());
    let asked = CapacityAsked { n_runs: 1_000, ..CapacityAsked::default() };
    let tallies: Vec<(Variant, CapacityTally)> = variants(&input, &asked)
        .into_iter()
        .map(|(variant, n_runs)| (variant, run(&input, variant, asked.seed, n_runs)))
        .collect();
    let lent: Vec<_> = tallies.iter().map(|(variant, tally)| (*variant, tally)).collect();
    let report = CapacityReport::of(&input, &lent);
    let delay = report.delay.unwrap();
    assert_eq!((delay.n_hires, delay.n_runs), (5, 1_000));
    assert!(0.0 < delay.lost - 3.0 * delay.lost_error, "{delay:?}");
    assert!(delay.goal_probability.is_some_and(|(planned, late)| late <= planned));
    // Attainment moves all sales by a tenth each way; it is the first.
    let first = report.tornado[0];
    assert_eq!(first.assumption, Assumption::Attainment);
    let summary = report.summary.unwrap();
    assert!((first.low.mean / summary.mean - 0.9).abs() < 1e-3 && (first.high.mean / summary.mean - 1.1).abs() < 1e-3);
    let bar = |wanted| *report.tornado.iter().find(|bar| bar.assumption == wanted).unwrap();
    let attrition = bar(Assumption::Attrition);
    assert!(attrition.high.change < 0.0 && 0.0 < attrition.low.change, "{attrition:?}");
    assert!(bar(Assumption::RampTime).high.change < 0.0 && 0.0 < bar(Assumption::Hires).high.change);
    let market = bar(Assumption::Market);
    assert!(market.high.change.abs() < 0.02 * summary.mean, "{market:?}");
    // More hires, better chances; more over-assignment, lower attainment.
    let grid = report.grid.unwrap();
    assert_eq!((grid.rows.len(), grid.over_assignments.len(), grid.rows[0].extra), (6, 6, 0));
    for pair in grid.rows.windows(2) {
        for (fewer, more) in pair[0].cells.iter().zip(&pair[1].cells) {
            assert!(fewer.goal_probability <= more.goal_probability + 0.01, "{pair:?}");
        }
    }
    for row in &grid.rows {
        assert!(row.cells.windows(2).all(|pair| pair[1].attainment < pair[0].attainment), "{row:?}");
        assert!(row.cells.windows(2).all(|pair| pair[0].goal_probability <= pair[1].goal_probability), "{row:?}");
    }
}

/// Won deals of one hire cohort, whose ramp is known, beside ramped reps, in months that differ.
#[test]
fn a_planted_ramp_is_found() {
    let ramp = [0.2, 0.4, 0.6, 0.8];
    let first = Month::new(2024, 1);
    let season: [f64; 6] = [0.5, 1.0, 1.5, 0.8, 1.2, 1.0];
    let mut dataset = Dataset::default();
    let mut add = |id: String, hired: Option<i32>| {
        let day = hired.map(|step| first.plus(step).first_day());
        for step in hired.unwrap_or(0)..24 {
            let share = hired.map_or(1.0, |hired| ramp.get((step - hired) as usize).copied().unwrap_or(1.0));
            let amount = (10_000.0 * season[step as usize % 6] * share).round() as i64;
            dataset.deals.push(Deal {
                rep: RepId(id.clone()),
                outcome: Outcome::Won,
                amount: Some(Money::whole(amount)),
                closed: Some(first.plus(step).first_day()),
                ..Deal::default()
            });
        }
        dataset.reps.push(Rep { id: RepId(id), role: "AE".into(), hired: day, ..Rep::default() });
    };
    for place in 0..4 {
        add(format!("old {place}"), None);
    }
    for place in 0..5 {
        add(format!("new {place}"), Some(3 * place + 1));
    }
    let input = attain::engine::quota::capacity::RampInput {
        dataset: &dataset,
        currency: "USD",
        role: "ae",
        first,
        last: first.plus(23),
    };
    let fit = fit_ramp(&input);
    assert_eq!((fit.n_hires, fit.months[0].n, fit.months[3].n), (5, 5, 5));
    for (month, wanted) in fit.months.iter().zip(ramp.iter().chain(std::iter::repeat(&1.0))) {
        assert!((month.share.unwrap() - wanted).abs() < 0.001, "{fit:?}");
    }
    let curve = fit.curve().unwrap();
    assert!(curve.iter().zip(ramp).all(|(found, wanted)| (found - wanted).abs() < 0.001), "{curve:?}");
    let little = attain::engine::quota::capacity::RampInput { role: "SDR", ..input };
    assert_eq!(fit_ramp(&little).curve(), None);
    // A sixth hire who sold nothing draws the ramp down, and is no seller where no role is asked for.
    let mut idle = dataset.clone();
    idle.reps.push(Rep {
        id: RepId("idle".into()),
        role: "AE".into(),
        hired: Some(first.plus(1).first_day()),
        left: Some(first.plus(6).first_day()),
        ..Rep::default()
    });
    let input = attain::engine::quota::capacity::RampInput { dataset: &idle, ..input };
    let fit = fit_ramp(&input);
    assert_eq!(fit.n_hires, 6);
    // Seasons of the months of hire are 1, 1.2, 1, 1.2, 1 of 10 k: a fifth of 54 k was sold, over 64 k with the sixth.
    near(fit.months[0].share.unwrap(), 0.2 * 54.0 / 64.0);
    let all = attain::engine::quota::capacity::RampInput { role: "", ..input };
    near(fit_ramp(&all).months[0].share.unwrap(), 0.2);
}
