//! The solver: plans with answers worked by hand, conflicts that are there, and laws for whatever is solved.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use attain::engine::comp::solve::{
    Answer, Conflict, Demand, Lever, LeverKind, Pareto, Preference, Question, Side, Solution, Spread, accelerators,
    pareto, solve, starts, thresholds, values,
};
use attain::engine::comp::{
    Cap, Component, PayBasis, Plan, Threshold, ThresholdKind, Tier, TierAxis, TierMode, Window,
};
use attain::engine::units::{Decimal, Granularity};
use proptest::prelude::*;

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A plan of one component over the year, by target incentive and attainment unless changed.
fn plan(tiers: &[(&str, &str)], change: impl Fn(&mut Component)) -> Plan {
    let mut component = Component {
        name: "Bookings".into(),
        pay_period: Granularity::Year,
        accumulate: Window::Year,
        tiers: tiers.iter().map(|(from, value)| Tier { from: number(from), value: number(value) }).collect(),
        ..Component::default()
    };
    change(&mut component);
    Plan { name: "Plan".into(), components: vec![component], ..Plan::default() }
}

/// Reps with a quota of 1,000,000 and a target incentive of 100,000 at these attainments.
fn team(points: &[(&str, f64)]) -> Spread {
    Spread {
        points: points.iter().map(|(at, n)| (number(at), *n)).collect(),
        quota: number("1000000"),
        target_incentive: number("100000"),
    }
}

fn budget(amount: f64) -> Demand {
    Demand::Budget { amount }
}

fn answer(plan: &Plan, levers: Vec<Lever>, demands: &[Demand], spread: &Spread) -> Answer {
    let question = Question { plan, levers, demands: demands.to_vec(), excellence: Some(1.5) };
    solve(&question, &spread.team()).unwrap()
}

#[track_caller]
fn solved(plan: &Plan, levers: Vec<Lever>, demands: &[Demand], spread: &Spread) -> Solution {
    match answer(plan, levers, demands, spread) {
        Answer::Solved(solution) => {
            assert!(solution.plan.errors().is_empty(), "{:?}", solution.plan);
            assert!(solution.checks.iter().all(|check| check.is_met), "{:?}", solution.checks);
            *solution
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn conflict(plan: &Plan, levers: Vec<Lever>, demands: &[Demand], spread: &Spread) -> Conflict {
    match answer(plan, levers, demands, spread) {
        Answer::Impossible(conflict) => conflict,
        other => panic!("{other:?}"),
    }
}

/// The values of the plan's tiers.
#[track_caller]
fn check_values(solution: &Solution, expected: &[&str]) {
    let found: Vec<Decimal> = solution.plan.components[0].tiers.iter().map(|tier| tier.value).collect();
    assert_eq!(found, expected.iter().map(|text| number(text)).collect::<Vec<_>>());
}

/// 50, 100 and 150 % of quota, ten reps each.
fn three() -> Spread {
    team(&[("0.5", 10.0), ("1", 10.0), ("1.5", 10.0)])
}

#[test]
fn one_rate_is_budget_over_credit() {
    // Credit 30 · 1,000,000; 2.4 M of it is 8 %.
    let flat = plan(&[("0", "0.1")], |component| {
        component.pay_basis = PayBasis::Rate;
        component.tier_axis = TierAxis::Amount;
    });
    check_values(&solved(&flat, values(&flat), &[budget(2_400_000.0)], &three()), &["0.08"]);
}

#[test]
fn without_other_demands_all_values_change_alike() {
    // Now: 10 · 100,000 · (0.5 + 1 + (1 + 0.5 · 2)) = 3.5 M; nine tenths of it are 3.15 M.
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let solution = solved(&form, values(&form), &[budget(3_150_000.0)], &three());
    check_values(&solution, &["0.9", "1.8"]);
    assert!((solution.before.cost - 3_500_000.0).abs() < 1e-6, "{:?}", solution.before);
    assert!((solution.after.cost - 3_150_000.0).abs() < 1e-6, "{:?}", solution.after);
    // 30 M of credit; all who are paid at all are paid a tenth less.
    assert!((solution.after.ccos.unwrap() - 0.105).abs() < 1e-9);
    assert!((solution.after.worse_off - 1.0).abs() < 1e-9);
}

#[test]
fn with_target_pay_held_only_the_accelerator_moves() {
    // Up to quota 10 · 100,000 · (0.5 + 1 + 1) = 2.5 M; 3 M leave 0.5 M for 10 · 0.5 quota: 10 · 100,000 · 0.5 · a, a = 1.
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let demands = [budget(3_000_000.0), Demand::TargetPaysTarget];
    check_values(&solved(&form, values(&form), &demands, &three()), &["1", "1"]);
    check_values(&solved(&form, accelerators(&form), &[budget(3_000_000.0)], &three()), &["1", "1"]);
}

#[test]
fn three_tiers_with_target_pay_and_leverage_are_three_equations() {
    // v1, v2 below and above half of quota, a above quota; 0.5 v1 + 0.5 v2 = 1; leverage 1 + 0.5 a = 2.1, so a = 2.2.
    // Cost in millions: 0.5 v1 + 1 + 1 + 0.5 · 2.2 = 3.4, so v1 = 0.6 and v2 = 1.4.
    let form = plan(&[("0", "1"), ("0.5", "1"), ("1", "2")], |_| {});
    let demands = [
        budget(3_400_000.0),
        Demand::TargetPaysTarget,
        Demand::LeverageAtLeast { times: 2.1 },
        Demand::LeverageAtMost { times: 2.1 },
    ];
    check_values(&solved(&form, values(&form), &demands, &three()), &["0.6", "1.4", "2.2"]);
}

#[test]
fn retroactive_rates_are_linear_too() {
    // All credit at the rate reached: 10 · (0.5 M · r1 + (1 M + 1.5 M) · r2). With r2 held at 8 %: 2 M; 0.3 M left for 5 M: 6 %.
    let form = plan(&[("0", "0.05"), ("1", "0.08")], |component| {
        component.pay_basis = PayBasis::Rate;
        component.tier_mode = TierMode::Retroactive;
    });
    let first = Lever { component: 0, kind: LeverKind::Value { tier: 0 }, min: None, max: None };
    let solution = solved(&form, vec![first], &[budget(2_300_000.0), Demand::Monotone], &three());
    check_values(&solution, &["0.06", "0.08"]);
}

#[test]
fn a_pay_curve_is_solved_by_its_points() {
    // At 50 % half way between 0 and 1 at quota, at 150 % half way to the last point: 0.5 + 1 + (1 + p) / 2 in millions.
    // 3.4 M need p = 2.8.
    let form = plan(&[("0", "0"), ("1", "1"), ("2", "2")], |component| component.tier_mode = TierMode::Interpolated);
    let demands = [budget(3_400_000.0), Demand::TargetPaysTarget, Demand::Monotone];
    check_values(&solved(&form, values(&form), &demands, &three()), &["0", "1", "2.8"]);
}

#[test]
fn nobody_worse_off_leaves_only_raises() {
    // 3.7 M is 0.2 M more. Alike, all would rise by 2/35; nobody loses, so that is the answer.
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let nobody = Demand::WorseOffAtMost { share: 0.0 };
    let solution = solved(&form, values(&form), &[budget(3_700_000.0), nobody], &three());
    assert!(solution.after.worse_off.abs() < 1e-12 && (solution.after.cost - 3_700_000.0).abs() < 3_700.0);
    // With target pay and a cheaper plan, exactly the third above quota can lose: at most a third is met, a quarter is not.
    let demands = |share| [budget(3_400_000.0), Demand::TargetPaysTarget, Demand::WorseOffAtMost { share }];
    check_values(&solved(&form, values(&form), &demands(0.34), &three()), &["1", "1.8"]);
    let found = conflict(&form, values(&form), &demands(0.25), &three());
    assert!(found.is_proved);
    let share = found.demands.iter().find(|one| matches!(one.demand, Demand::WorseOffAtMost { .. })).unwrap();
    assert!((share.nearest.unwrap() - 0.3334).abs() < 1e-9 && share.side == Side::AtLeast, "{share:?}");
}

#[test]
fn who_may_lose_is_chosen() {
    // Tiers from 0, 1 and 2; one rep at half, one at 1.5 quotas, two at 2.5. Now, in units of 0.1 M: 0.5 + 1.5 + 2 · 2.5 = 7.
    // 6.5 with at most a quarter losing: only one rep of four. Lowering the first tier by 1 takes 1 from all of the others
    // unless the second gives it back; then the rep at 1.5 loses. Raising the second by as much as the first falls, d, costs
    // −0.5 d − 0.5 d + 0, so two lose; the only single loser is … nobody for that saving: impossible.
    let form = plan(&[("0", "1"), ("1", "1"), ("2", "1")], |_| {});
    let four = team(&[("0.5", 1.0), ("1.5", 1.0), ("2.5", 2.0)]);
    let demands = |amount, share| [budget(amount), Demand::WorseOffAtMost { share }];
    let found = conflict(&form, values(&form), &demands(650_000.0, 0.0), &four);
    assert!(found.is_proved && found.demands.len() == 2, "{found:?}");
    // Half may lose, as 0.25 of a quota from each of two reps: the two below, with the two above made whole. First tier
    // 1 − d, second 1 − e, third 1 + 2 (d + e) at least: saved 0.5 d + (d + 0.5 e). Any d and e do; 50,000 are saved.
    let solution = solved(&form, values(&form), &demands(650_000.0, 0.5), &four);
    assert!((solution.after.worse_off - 0.5).abs() < 1e-12, "{solution:?}");
    assert!((solution.after.cost - 650_000.0).abs() <= 650.0);
}

#[test]
fn ceilings_hold_only_as_far_as_they_must() {
    // 3.5 M over 30 M of credit is 11.67 %. A ceiling of 10.5 % takes a tenth of all; one of 12 % nothing.
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    check_values(&solved(&form, values(&form), &[Demand::CcosAtMost { share: 0.105 }], &three()), &["0.9", "1.8"]);
    check_values(&solved(&form, values(&form), &[Demand::CcosAtMost { share: 0.12 }], &three()), &["1", "2"]);
}

#[test]
fn the_start_of_an_accelerator_is_found() {
    // One tier of 1 and one of 3 from s on; reps at 1.5 alone earn there: 1.5 + 2 (1.5 − s) each. With s free between 1 and
    // 1.5 and ten reps: 10 · 100,000 · (1.5 + 2 (1.5 − s)) + 1.5 M = 3.4 M → 1.5 − s = 0.2, s = 1.3.
    let form = plan(&[("0", "1"), ("1.1", "3")], |_| {});
    let solution = solved(&form, starts(&form), &[budget(3_400_000.0)], &three());
    let start = solution.plan.components[0].tiers[1].from;
    assert!((start - number("1.3")).abs() <= number("0.002"), "{start}");
    assert!((solution.after.cost - 3_400_000.0).abs() <= 3_400.0);
}

#[test]
fn a_threshold_is_found() {
    // A slide from T to quota: a rep at 75 % is paid (0.75 − T) / (1 − T) of the target incentive. Ten of them for 0.375 M:
    // 0.375 (1 − T) = 0.75 − T, T = 0.6.
    let form = plan(&[("0", "1")], |component| {
        component.threshold = Some(Threshold { at: number("0.5"), kind: ThresholdKind::Slide });
    });
    let team = team(&[("0.75", 10.0)]);
    let solution = solved(&form, thresholds(&form), &[budget(375_000.0)], &team);
    assert_eq!(solution.plan.components[0].threshold.unwrap().at, number("0.6"));
}

#[test]
fn a_cap_that_binds_is_solved_around() {
    // Pay ends at 1.6 target incentives. With a above quota, reps at 1.5 are paid min(1 + 0.5 a, 1.6): 2.5 − 1 + 1.5 M for a = 1.
    // Budget 2.9 M: 0.5 + 1 + 1 + 0.5 a = 2.9, a = 0.8, below the cap, while the plan's a = 3 lies far above it.
    let form = plan(&[("0", "1"), ("1", "3")], |component| {
        component.caps = vec![Cap::PayMultiple { times: number("1.6"), is_refundable: false }];
    });
    let solution = solved(&form, values(&form), &[budget(2_900_000.0), Demand::TargetPaysTarget], &three());
    check_values(&solution, &["1", "0.8"]);
}

#[test]
fn thirds_get_finer_steps_but_meet_target_pay() {
    // 0.3 v1 + 0.7 v2 = 1 has no thousandths for most v1; what comes out pays target within 0.001 %.
    let form = plan(&[("0", "0.333"), ("0.3", "1.2"), ("1", "2")], |_| {});
    let demands = [budget(3_333_333.0), Demand::TargetPaysTarget];
    let solution = solved(&form, values(&form), &demands, &three());
    assert!((solution.after.pay_at_target - 100_000.0).abs() <= 1.0);
}

#[test]
fn a_budget_too_small_is_told_with_the_least_that_works() {
    // Target pay, and nothing above quota: 0.5 v-share… the least cost has all pay below quota as late as can be. With one
    // tier to quota, the reps at 50, 100 and 150 % cost at least 0.5 + 1 + 1 = 2.5 M.
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let demands = [Demand::Monotone, budget(2_000_000.0), Demand::TargetPaysTarget, Demand::CcosAtMost { share: 0.5 }];
    let found = conflict(&form, values(&form), &demands, &three());
    assert!(found.is_proved);
    let named: Vec<Demand> = found.demands.iter().map(|one| one.demand).collect();
    assert_eq!(named, [budget(2_000_000.0), Demand::TargetPaysTarget]);
    assert_eq!((found.demands[0].nearest, found.demands[0].side), (Some(2_500_000.0), Side::AtLeast));
}

#[test]
fn leverage_and_a_budget_conflict_with_both_ways_out() {
    // Target pay and leverage 2 need a = 2, 3.5 M; the budget of 3.2 M buys a = 1.4, leverage 1.7.
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let asked = Demand::LeverageAtLeast { times: 2.0 };
    let demands = [budget(3_200_000.0), Demand::TargetPaysTarget, asked];
    let found = conflict(&form, values(&form), &demands, &three());
    assert!(found.is_proved && found.demands.len() == 3, "{found:?}");
    assert_eq!((found.demands[0].nearest, found.demands[0].side), (Some(3_500_000.0), Side::AtLeast));
    assert_eq!(found.demands[1].nearest, None);
    assert!((found.demands[2].nearest.unwrap() - 1.7).abs() < 1e-9 && found.demands[2].side == Side::AtMost);
    // And what is said to work does.
    for change in [budget(3_500_000.0), Demand::LeverageAtLeast { times: 1.7 }] {
        let swap = |demand: &Demand| {
            if std::mem::discriminant(demand) == std::mem::discriminant(&change) { change } else { *demand }
        };
        let demands: Vec<Demand> = demands.iter().map(swap).collect();
        solved(&form, values(&form), &demands, &three());
    }
}

#[test]
fn accelerators_and_leverage_conflict() {
    // Accelerators of at most 1.5 give leverage 1.75 at most; 2 needs them at 2.
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let demands =
        [Demand::TargetPaysTarget, Demand::AcceleratorAtMost { times: 1.5 }, Demand::LeverageAtLeast { times: 2.0 }];
    let found = conflict(&form, values(&form), &demands, &three());
    assert!(found.is_proved && found.demands.len() == 3, "{found:?}");
    assert!((found.demands[1].nearest.unwrap() - 2.0).abs() < 1e-9);
    assert!((found.demands[2].nearest.unwrap() - 1.75).abs() < 1e-9);
}

#[test]
fn a_cap_far_above_is_seen() {
    // Capped at three times the target: at 50, 100 and 150 % accelerators of 5 would pay 3.5 times it and pay 3. Ten reps each
    // cost 10 · 100,000 · (0.5 + 1 + 3) = 4.5 M, which the uncapped line puts at 5 M.
    let form = plan(&[("0", "1"), ("1", "2")], |component| {
        component.caps.push(Cap::PayMultiple { times: number("3"), is_refundable: false });
    });
    let demands = [Demand::AcceleratorAtLeast { times: 5.0 }, budget(4_500_000.0)];
    solved(&form, accelerators(&form), &demands, &three());
}

#[test]
fn falling_pay_is_forbidden_where_it_is_asked() {
    // Retroactive: the rate from quota on may not be below the one before. 10 % and 12 % now; with the first held at 10 %,
    // 30 M of credit cost at least 3 M.
    let form = plan(&[("0", "0.1"), ("1", "0.12")], |component| {
        component.pay_basis = PayBasis::Rate;
        component.tier_mode = TierMode::Retroactive;
    });
    let demands = [budget(2_500_000.0), Demand::Monotone];
    let found = conflict(&form, accelerators(&form), &demands, &three());
    assert_eq!((found.demands[0].nearest, found.demands.len()), (Some(3_000_000.0), 2), "{found:?}");
    solved(&form, accelerators(&form), &demands[..1], &three());
}

#[test]
fn a_stated_attainment_has_its_mean_and_zeros() {
    let points = Spread::lognormal(0.9, 0.3, 0.1, 50.0);
    let (mut n, mut sum, mut square, mut zeros) = (0.0, 0.0, 0.0, 0.0);
    for (at, weight) in &points {
        let at: f64 = at.to_string().parse().unwrap();
        (n, sum, square) = (n + weight, sum + weight * at, square + weight * at * at);
        zeros += if at == 0.0 { *weight } else { 0.0 };
    }
    assert!((n - 50.0).abs() < 1e-9 && (zeros - 5.0).abs() < 1e-9);
    let mean = sum / (n - zeros);
    let deviation = (square / (n - zeros) - mean * mean).sqrt();
    assert!((mean - 0.9).abs() < 1e-5, "{mean}");
    assert!((deviation - 0.3).abs() < 0.01, "{deviation}");
}

#[test]
fn more_money_buys_more_upside() {
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let question =
        Question { plan: &form, levers: values(&form), demands: vec![Demand::TargetPaysTarget], excellence: Some(1.5) };
    let spread = three();
    let Pareto { points, n_without } = pareto(&question, &spread.team(), 5).unwrap();
    assert_eq!(n_without, 0);
    let upside: Vec<(f64, f64)> = points
        .iter()
        .filter(|point| point.preference == Preference::MostUpside)
        .map(|point| (point.solution.after.cost, point.solution.after.leverage.unwrap()))
        .collect();
    assert_eq!(upside.len(), 5);
    // Cost in millions is 2.5 + 0.5 a, leverage 1 + 0.5 a: leverage is cost − 1.5.
    for (cost, leverage) in &upside {
        assert!((leverage - (cost / 1e6 - 1.5)).abs() < 2e-3, "{cost} {leverage}");
    }
    assert!(upside.is_sorted_by(|one, other| one.0 < other.0));
    assert!(points.iter().any(|point| point.is_efficient));
}

#[test]
fn nothing_is_asked_that_makes_no_sense() {
    let form = plan(&[("0", "1"), ("1", "2")], |_| {});
    let spread = three();
    let ask = |levers: Vec<Lever>, demands: Vec<Demand>, excellence| {
        let question = Question { plan: &form, levers, demands, excellence };
        serde_json::to_string(&solve(&question, &spread.team()).unwrap_err()).unwrap()
    };
    let value = |tier| Lever { component: 0, kind: LeverKind::Value { tier }, min: None, max: None };
    let good = || vec![budget(1e6)];
    assert_eq!(ask(values(&form), vec![], None), r#""nothing_asked""#);
    assert_eq!(ask(vec![], good(), None), r#""nothing_moves""#);
    assert_eq!(ask(vec![value(2)], good(), None), r#"{"unknown_lever":{"place":0}}"#);
    assert_eq!(ask(vec![value(1), value(1)], good(), None), r#"{"unknown_lever":{"place":1}}"#);
    for amount in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300] {
        assert_eq!(ask(values(&form), vec![budget(amount)], None), r#"{"bad_number":{"place":0}}"#);
    }
    assert_eq!(ask(values(&form), good(), Some(1.0)), r#""bad_excellence""#);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Whatever is solved satisfies all that was asked, told from the plan alone; and what is not is never a panic.
    #[test]
    fn what_is_solved_is_met(
        below in 1_u32..30, above in 1_u32..40, start in 10_u32..90, mode in 0_usize..4, basis in 0_usize..3,
        cap in proptest::option::of(12_u32..30), cost in 0.5_f64..1.6, share in 0.0_f64..1.0, asked in 0_u32..64,
        free in 0_usize..3,
    ) {
        let tenth = |value: u32| Decimal::new(i64::from(value), 1);
        let scale = [Decimal::new(1, 1), Decimal::ONE, Decimal::ONE][basis];
        let mut form = plan(&[("0", "1"), ("0.5", "1"), ("1", "1")], |component| {
            component.tier_mode =
                [TierMode::Marginal, TierMode::Retroactive, TierMode::Interpolated, TierMode::HighestOverQuota][mode];
            component.pay_basis =
                [PayBasis::Rate, PayBasis::TargetIncentive, PayBasis::BaseRate { rate: number("0.1") }][basis];
            component.tiers[0].value = tenth(below) * scale;
            component.tiers[1].value = tenth(below + above / 3) * scale;
            component.tiers[2].value = tenth(below + above) * scale;
            component.tiers[1].from = Decimal::new(i64::from(start), 2);
            component.caps.extend(cap.map(|cap| Cap::PayMultiple { times: tenth(cap), is_refundable: false }));
        });
        form.name = "Random".into();
        let spread = team(&[("0", 2.0), ("0.4", 5.0), ("0.8", 7.0), ("1.1", 7.0), ("1.6", 3.0)]);
        let now = attain::engine::comp::solve::Crowd::pay(&spread, &form);
        let weights = [2.0, 5.0, 7.0, 7.0, 3.0];
        let total: f64 = now.iter().zip(weights).map(|(pay, weight)| pay * weight).sum();
        prop_assume!(total > 1.0);
        let all = [
            budget(total * cost), Demand::Monotone, Demand::WorseOffAtMost { share },
            Demand::LeverageAtMost { times: 2.5 }, Demand::TargetPaysTarget, Demand::AcceleratorAtLeast { times: 0.7 },
        ];
        let demands: Vec<Demand> = (0..6).filter(|bit| asked & (1 << bit) != 0).map(|bit| all[bit]).collect();
        prop_assume!(!demands.is_empty());
        let levers = [values(&form), accelerators(&form), [values(&form), starts(&form)].concat()][free].clone();
        prop_assume!(!levers.is_empty());
        let answer = answer(&form, levers, &demands, &spread);
        if let Answer::Solved(solution) = answer {
            let after = attain::engine::comp::solve::Crowd::pay(&spread, &solution.plan);
            let sum: f64 = after.iter().zip(weights).map(|(pay, weight)| pay * weight).sum();
            let worse: f64 = now.iter().zip(&after).zip(weights)
                .filter(|((before, after), _)| **after < **before * 0.999).map(|(_, weight)| weight).sum();
            let at = |place: &str| attain::engine::comp::solve::Crowd::pay(&team(&[(place, 1.0)]), &solution.plan)[0];
            for demand in &demands {
                match demand {
                    Demand::Budget { amount } => prop_assert!((sum - amount).abs() <= 0.001 * amount, "{sum} {amount}"),
                    Demand::WorseOffAtMost { share } => prop_assert!(worse / 24.0 <= share + 1e-9, "{worse} {share}"),
                    Demand::LeverageAtMost { times } => {
                        prop_assert!(at("1.5") <= times * at("1") * (1.0 + 1e-5), "{} {}", at("1.5"), at("1"));
                    }
                    Demand::TargetPaysTarget => prop_assert!((at("1") - 100_000.0).abs() <= 1.1, "{}", at("1")),
                    Demand::Monotone => {
                        let pay: Vec<f64> = (0..=300).map(|hundredth| at(&Decimal::new(hundredth, 2).to_string())).collect();
                        prop_assert!(pay.windows(2).all(|pair| pair[0] <= pair[1] + 1e-3), "{pay:?}");
                    }
                    _ => {} // accelerators are told from the values of tiers, which the answer shows
                }
            }
            // Only what may move has moved.
            let mut back = solution.plan.clone();
            for change in &solution.changes {
                prop_assert_eq!(change.lever.read(&form), Some(change.before));
                let LeverKind::Value { tier } = change.lever.kind else {
                    let LeverKind::Start { tier } = change.lever.kind else { continue };
                    back.components[0].tiers[tier].from = change.before;
                    continue;
                };
                back.components[0].tiers[tier].value = change.before;
            }
            prop_assert_eq!(&back, &form);
        }
    }
}
