//! Behaviour: known answers, laws, and the published directions of the studies that the worlds are named for.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

#[path = "behave/plans.rs"]
mod plans;

use attain::engine::comp::behave::{
    Behaviour, Outcome, PlanPay, RepType, Settings, WindowPay, World, ZoneKind, behave, calibrate, spread_types, totals,
};
use attain::engine::comp::{Plan, curve, templates};
use attain::engine::units::Decimal;
use plans::{COMMISSION, CONVEX, FULL, LINEAR, QUOTA_AND_CEILING};

fn plan(text: &str) -> Plan {
    let plan: Plan = serde_json::from_str(text).unwrap();
    assert!(plan.errors().is_empty(), "{:?}", plan.errors());
    plan
}

fn without(mut plan: Plan, names: &[&str]) -> Plan {
    plan.components.retain(|component| !names.contains(&component.name.as_str()));
    plan
}

/// Sellers of software: 15 large deals a year.
fn software() -> Vec<RepType> {
    let middle =
        RepType { n_reps: 10.0, quota: 6e6, skill: 1.0, target_incentive: 0.0, mean_deal: 4e5, deal_variation: 1.2 };
    spread_types(middle, 5)
}

/// Sellers of supplies: 100 small deals a year, at 40,000 for a quota of 1.3 million.
fn supplies() -> Vec<RepType> {
    let middle = RepType {
        n_reps: 10.0,
        quota: 1.3e6,
        skill: 1.0,
        target_incentive: 4e4,
        mean_deal: 1.3e4,
        deal_variation: 1.0,
    };
    spread_types(middle, 5)
}

fn change(with: f64, without: f64) -> f64 {
    with / without - 1.0
}

#[track_caller]
fn within(what: &str, value: f64, low: f64, high: f64) {
    assert!((low..=high).contains(&value), "{what}: {value}, not from {low} to {high}");
}

#[test]
fn windows_pay_what_the_payout_curve_says() {
    for text in [LINEAR, QUOTA_AND_CEILING, COMMISSION] {
        let plan = plan(text);
        let pay = PlanPay::new(&plan, 120_000.0, 8_000.0, 1_000.0);
        assert_eq!((pay.months(), pay.outer_months()), (3, 3));
        for point in curve(&plan, Decimal::from(30_000), Decimal::from(2_000), 0.0, 2.0, 40) {
            let paid = pay.pay(point.credit, point.credit, true);
            assert!(
                (paid - point.pay).abs() < 1e-6,
                "{} at {}: {paid}, not {}",
                plan.name,
                point.attainment,
                point.pay
            );
        }
    }
    // Two lengths: each is paid at its own end, and at quota a year's pay is that of all of them.
    let pay = PlanPay::new(&plan(FULL), 120_000.0, 8_000.0, 1_000.0);
    assert_eq!((pay.months(), pay.outer_months()), (3, 12));
    let quarter = pay.pay(30_000.0, 30_000.0, false);
    assert!((quarter - (0.5 + 0.25) * 2_000.0).abs() < 1e-6, "{quarter}");
    let last = pay.pay(30_000.0, 120_000.0, true);
    assert!((last - quarter - 0.25 * 8_000.0).abs() < 1e-6, "{last}");
}

#[test]
fn switched_off_nothing_changes() {
    assert!(!Settings::default().is_on);
    let result = behave(&plan(CONVEX), &software(), &Settings::default());
    assert_eq!(result.with, result.without);
    assert!(result.variants.is_empty());
    within("effort", result.with.effort, 1.0, 1.0);
}

#[test]
fn paid_in_proportion_a_rep_makes_the_effort_that_is_called_1_and_moves_nothing() {
    // Known: with G = s·TI/Q for every deal, e = G / (k·s·TI/Q) = 1/k.
    for (cost, expected) in [(1.0, 1.0), (2.0, 0.5), (0.5, 2.0)] {
        let settings = Settings {
            is_on: true,
            effort_cost: cost,
            present_bias: 1.0,
            yearly_discount: 1.0,
            movable: 0.8,
            ..Settings::default()
        };
        for types in [software(), supplies()] {
            let result = totals(&plan(LINEAR), &types, &settings);
            within("effort", result.effort, expected - 0.01, expected + 0.01);
            within("leakage", result.leakage, 0.0, 1e-4);
        }
    }
    let biased = Settings { is_on: true, present_bias: 0.7, yearly_discount: 1.0, ..Settings::default() };
    within("with present bias", totals(&plan(LINEAR), &supplies(), &biased).effort, 0.69, 0.71);
}

#[test]
fn larkin_convex_quarters_close_late_and_misprice() {
    let settings = World::Larkin.settings();
    let convex = behave(&plan(CONVEX), &software(), &settings);
    // In weeks, for the last day that is printed: far more than the thirteenth that a week is of a quarter.
    within("last week", convex.with.last_week_share, 0.35, 0.8);
    within("last week without", convex.without.last_week_share, 0.06, 0.1);
    within("mispricing", convex.with.leakage, 0.055, 0.085);
    // About as much as all commissions.
    let mispriced = convex.with.discount + convex.with.lost;
    within("mispricing over commissions", mispriced / convex.with.cost, 0.5, 1.5);
    let linear = totals(&plan(LINEAR), &software(), &settings);
    within("mispricing of a linear plan", linear.leakage, 0.0, 0.002);
    within("last week of a linear plan", linear.last_week_share, 0.06, 0.1);
}

#[test]
fn steenburgh_bonuses_raise_effort_and_move_next_to_nothing() {
    let settings = World::Steenburgh.settings();
    let full = totals(&plan(FULL), &supplies(), &settings);
    let commission =
        totals(&without(plan(FULL), &["Quarter bonus", "Year bonus", "Over-achievement"]), &supplies(), &settings);
    within("revenue of bonuses", change(full.revenue, commission.revenue), 0.1, 0.8);
    within("moved", (full.pulled + full.pushed) / full.revenue, 0.0, 0.005);
    within("leakage", full.leakage, 0.0, 0.001);
}

#[test]
fn misra_and_nair_no_quota_and_ceiling_sell_more() {
    let settings = World::MisraNair.settings();
    let old = totals(&plan(QUOTA_AND_CEILING), &supplies(), &settings);
    let new = totals(&plan(COMMISSION), &supplies(), &settings);
    within("revenue", change(new.revenue, old.revenue), 0.05, 0.13);
    // The ratchet is part of it: without it quotas hold less back.
    let unratcheted = Settings { ratchet_up: 0.0, ratchet_down: 0.0, ..settings };
    let held = totals(&plan(QUOTA_AND_CEILING), &supplies(), &unratcheted);
    assert!(old.revenue < held.revenue, "{} {}", old.revenue, held.revenue);
}

#[test]
fn chung_over_achievement_keeps_the_best_selling_and_quarters_pace_the_weak() {
    let settings = World::Chung.settings();
    let of = |plan: &Plan| behave(plan, &supplies(), &Settings { n_runs: 100, ..settings });
    let revenue = |result: &Behaviour, place: usize| result.types[place].with.revenue;
    let full = of(&plan(FULL));
    let no_more = of(&without(plan(FULL), &["Over-achievement"]));
    let no_quarters = of(&without(plan(FULL), &["Quarter bonus"]));
    let commission = of(&without(plan(FULL), &["Quarter bonus", "Year bonus", "Over-achievement"]));
    let (weak, best) = (1, 4);
    let lost = |result: &Behaviour, place: usize| change(revenue(result, place), revenue(&full, place));
    within("the best without over-achievement", lost(&no_more, best), -0.4, -0.1);
    assert!(lost(&no_more, best) < lost(&no_more, weak) - 0.05);
    within("the weak without quarterly bonuses", lost(&no_quarters, weak), -0.4, -0.05);
    assert!(lost(&no_quarters, weak) < lost(&no_quarters, best) - 0.05);
    within("all without any bonus", change(commission.with.revenue, full.with.revenue), -0.5, -0.1);
}

#[test]
fn oyer_fiscal_years_end_high_and_begin_low() {
    let yearly = without(plan(FULL), &["Commission", "Quarter bonus"]);
    let quarters = |outcome: &Outcome| -> Vec<f64> {
        let n = outcome.revenue_by_step.len() / 4;
        outcome.revenue_by_step.chunks(n).map(|quarter| quarter.iter().sum()).collect()
    };
    let with = totals(&yearly, &supplies(), &World::Oyer.settings());
    let by = quarters(&with);
    let middle = 0.5 * (by[1] + by[2]);
    assert!(middle < by[3] && by[0] < middle, "{by:?}");
    // Moved deals are a part of it.
    let unmoved = totals(&yearly, &supplies(), &Settings { movable: 0.0, ..World::Oyer.settings() });
    let still = quarters(&unmoved);
    assert!(still[3] / still[0] < by[3] / by[0], "{still:?} {by:?}");
}

#[test]
fn a_cap_makes_reps_rest_and_a_far_bonus_makes_them_give_up() {
    let settings = Settings { is_on: true, ..Settings::default() };
    let rep = RepType { deal_variation: 0.5, ..supplies()[2] };
    let result = behave(&plan(QUOTA_AND_CEILING), &[rep], &settings);
    let zones = &result.types[0].effort.zones;
    let late = |kind: ZoneKind| zones.iter().filter(move |zone| zone.kind == kind && 10 <= zone.step);
    assert!(late(ZoneKind::Rests).any(|zone| 1.3 <= zone.to), "{zones:?}");
    assert!(late(ZoneKind::GivesUp).any(|zone| zone.from < 0.3), "{zones:?}");
}

#[test]
fn calibration_finds_the_share_that_was_simulated() {
    let settings = Settings { n_runs: 100, ..World::Larkin.settings() };
    let known = Settings { movable: 0.4, ..settings };
    let wanted = totals(&plan(CONVEX), &software(), &known).last_week_share;
    let found = calibrate(&plan(CONVEX), &software(), &settings, wanted);
    assert!(found.is_met, "{found:?}");
    within("movable", found.settings.movable, 0.3, 0.5);
    // More than any settings can show: the misfit is said.
    let far = calibrate(&plan(LINEAR), &supplies()[..1], &Settings { n_runs: 20, ..settings }, 0.9);
    assert!(!far.is_met && far.misfit < -0.3, "{far:?}");
}

#[test]
fn results_are_finite_whatever_is_asked() {
    let odd = [0.0, -1.0, 1e-300, 1e300, f64::NAN, f64::INFINITY];
    let base = RepType { mean_deal: 1e5, ..supplies()[2] };
    let few = Settings { is_on: true, n_runs: 10, ..Settings::default() };
    let check = |plan: &Plan, rep: RepType, settings: &Settings| {
        let result = totals(plan, &[rep], settings);
        let all = [result.revenue, result.cost, result.effort, result.leakage, result.last_week_share];
        assert!(all.iter().all(|value| value.is_finite()), "{} {rep:?} {settings:?}: {all:?}", plan.name);
    };
    for value in odd {
        let convex = plan(CONVEX);
        for rep in [
            RepType { quota: value, ..base },
            RepType { skill: value, ..base },
            RepType { target_incentive: value, ..base },
            RepType { mean_deal: value, ..base },
            RepType { deal_variation: value, ..base },
            RepType { n_reps: value, ..base },
        ] {
            check(&convex, rep, &few);
        }
        for settings in [
            Settings { effort_cost: value, ..few },
            Settings { free_share: value, ..few },
            Settings { movable: value, days_movable: value, customers_wait: value, ..few },
            Settings { discount: value, discount_power: value, hold_loss: value, trouble: value, ..few },
            Settings { yearly_discount: value, present_bias: value, ..few },
            Settings { ratchet_up: value, ratchet_down: value, risk_aversion: value, ..few },
        ] {
            check(&convex, base, &settings);
        }
    }
    let mut plans: Vec<Plan> = templates::all().into_iter().map(|(_, plan)| plan).collect();
    plans.push(Plan { name: "Empty".into(), ..Plan::default() });
    for plan in &plans {
        check(plan, base, &few);
    }
}

#[test]
fn the_same_input_gives_the_same_bits() {
    let settings = Settings { n_runs: 20, ..World::Larkin.settings() };
    let bits = || serde_json::to_string(&behave(&plan(FULL), &supplies()[..2], &settings)).unwrap();
    let (first, second) = (bits(), bits());
    assert_eq!(first, second);
    let read: Behaviour = serde_json::from_str(&first).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), first);
}
