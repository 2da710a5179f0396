//! Who is in the model, with whose deals and quotas, and in what measure.

use chrono::NaiveDate;

use super::{FitInput, FitNote, Fitted, fit};
use crate::engine::comp::{Component, Measure, Plan, ReplayInput, replay, templates};
use crate::engine::records::{Dataset, Deal, Outcome, Rep, RepId, Target};
use crate::engine::simulate::{CostInput, prepare, run};
use crate::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};

fn rep(id: &str, name: &str) -> Rep {
    Rep { id: RepId(id.into()), name: name.into(), ..Rep::default() }
}

/// A won deal of that rep in each of so many months of 2025, with a tenth as margin and two units.
fn deals(rep: &str, amount: i64, n_months: u32) -> Vec<Deal> {
    let deal = |month: u32| Deal {
        rep: RepId(rep.into()),
        outcome: Outcome::Won,
        amount: Some(Money::whole(amount)),
        margin: Some(Money(Decimal::from(amount) / Decimal::TEN)),
        units: Some(Decimal::TWO),
        closed: NaiveDate::from_ymd_opt(2025, month, 10),
        ..Deal::default()
    };
    (1..=n_months).map(deal).collect()
}

fn target(rep: &str, amount: i64) -> Target {
    let period = Period { start: Month::new(2025, 1), length: Granularity::Year };
    Target { rep: RepId(rep.into()), period, amount: Money::whole(amount), measure: String::new() }
}

fn plan(components: Vec<Component>) -> Plan {
    Plan { components, ..templates::account_executive() }
}

fn fitted(dataset: &Dataset, plan: &Plan) -> Fitted {
    let (history_first, history_last, first) = (Month::new(2025, 1), Month::new(2025, 12), Month::new(2026, 1));
    fit(&FitInput { dataset, plan, others: &[], currency: "EUR", history_first, history_last, first, n_months: 12 })
}

#[test]
fn the_same_reps_have_the_same_deals_and_quotas_as_in_statements() {
    let check = |reps: Vec<Rep>, deal_of: &str, target_of: &str| {
        let (deals, targets) = (deals(deal_of, 10_000, 12), vec![target(target_of, 120_000)]);
        let dataset = Dataset { reps, deals, targets, ..Dataset::default() };
        let plan = plan(vec![templates::component("Bookings", &[(0, 100)])]);
        let model = fitted(&dataset, &plan).model;
        let (first, last) = (Month::new(2025, 1), Month::new(2025, 12));
        let input = ReplayInput {
            plan: &plan,
            dataset: &dataset,
            calendar: Calendar::default(),
            first,
            last,
            digits: 2,
            currency: "USD",
        };
        let replay = replay(&input);
        let sold = replay.scatter.iter().filter(|point| point.bookings != Money::ZERO);
        let sold: Vec<(RepId, f64)> = sold.map(|point| (point.rep.clone(), point.bookings.to_f64())).collect();
        let in_model: Vec<(RepId, f64)> = model
            .reps
            .iter()
            .map(|rep| (rep.rep.clone(), rep.mean_attainment * rep.monthly_quota.iter().sum::<f64>()))
            .collect();
        assert_eq!(in_model.len(), sold.len(), "{deal_of} {target_of}");
        for ((one, credit), (other, bookings)) in in_model.iter().zip(&sold) {
            assert!(one == other && (credit - bookings).abs() < 1.0, "{one:?} {credit}, {other:?} {bookings}");
        }
    };
    check(vec![rep("7", "Ann")], "7", "7");
    check(vec![rep("7", "Ann")], " ANN", "7");
    check(vec![rep("7", "Ann")], "7", "ann");
    check(vec![rep("Ann", "Ann")], "ann", "Ann ");
    // Who stands there twice is one person.
    check(vec![rep("7", "Ann"), rep("7", "Ann")], "Ann", "7");
}

#[test]
fn who_has_neither_target_nor_deal_is_not_simulated() {
    let check = |targets: Vec<Target>, names: &[&str], n_not_selling: u32| {
        let reps = vec![
            rep("a", "Ann"),
            rep("b", "Bob"),
            Rep { hired: NaiveDate::from_ymd_opt(2020, 1, 1), ..rep("m", "Mo") },
        ];
        let deals = deals("a", 10_000, 12);
        let plan =
            Plan { quota: Some(Decimal::from(600_000)), ..plan(vec![templates::component("Bookings", &[(0, 100)])]) };
        let fitted = fitted(&Dataset { reps, deals, targets, ..Dataset::default() }, &plan);
        let found: Vec<&str> = fitted.model.reps.iter().map(|rep| rep.rep.0.as_str()).collect();
        assert_eq!(found, names);
        let noted = fitted.notes.iter().find_map(|note| match note {
            FitNote::NotSelling { n_reps } => Some(*n_reps),
            _ => None,
        });
        assert_eq!(noted.unwrap_or(0), n_not_selling);
        // Nor does a manager's empty history lower the team's figures.
        if n_not_selling != 0 {
            assert!(
                (fitted.model.reps[0].mean_attainment - 1.0).abs() < 1e-9 && fitted.model.reps[0].zero_share < 1e-9
            );
        }
    };
    check(vec![target("a", 120_000)], &["a"], 2);
    check(vec![target("a", 120_000), target("b", 60_000)], &["a", "b"], 1);
    check(vec![], &["a", "b", "m"], 0);
}

/// What a year like the history costs, of a plan with these components, all fitted on the first.
fn cost(measures: &[Measure], pay: &[(i64, i64)]) -> f64 {
    let dataset = Dataset {
        reps: vec![rep("a", "Ann")],
        deals: deals("a", 10_000, 12),
        targets: vec![target("a", 120_000)],
        ..Dataset::default()
    };
    let components = measures.iter().zip(pay).enumerate().map(|(place, (measure, (weight, rate)))| Component {
        name: place.to_string(),
        measure: *measure,
        weight: Decimal::new(*weight, 2),
        pay_basis: crate::engine::comp::PayBasis::Rate,
        ..templates::component("", &[(0, *rate)])
    });
    let plan = plan(components.collect());
    let fitted = fitted(&dataset, &plan);
    let n_other = measures.iter().filter(|measure| **measure != measures[0]).count() as u32;
    let noted = fitted.notes.contains(&FitNote::OtherMeasure { n_components: n_other });
    assert_eq!(noted, n_other != 0, "{measures:?} {:?}", fitted.notes);
    let mut input = CostInput {
        plans: vec![plan],
        model: fitted.model,
        calendar: Calendar::default(),
        digits: 2,
        budget: None,
        company_factor: 1.0,
        hold_company: false,
    };
    input.model.reps[0].volatility = 0.0;
    run(&prepare(&input), 1, 0..4).summary(&input)[0].mean
}

#[test]
fn a_component_of_another_measure_is_credited_with_what_comes_with_the_models() {
    use Measure::{Bookings, Deals, Margin, Units};
    let check = |measures: &[Measure], pay: &[(i64, i64)], expected: f64| {
        let found = cost(measures, pay);
        assert!((found / expected - 1.0).abs() < 1e-6, "{measures:?}: {found}, not {expected}");
    };
    // 12 deals of 10,000: bookings 120,000, margin 12,000, units 24; rates are hundredths.
    check(&[Bookings], &[(60, 10)], 12_000.0);
    check(&[Bookings, Margin], &[(60, 10), (40, 50)], 12_000.0 + 6_000.0);
    check(&[Bookings, Units], &[(60, 10), (40, 5_000)], 12_000.0 + 1_200.0);
    check(&[Bookings, Deals], &[(60, 10), (40, 10_000)], 12_000.0 + 1_200.0);
    check(&[Deals, Bookings], &[(60, 10_000), (40, 10)], 1_200.0 + 12_000.0);
}
