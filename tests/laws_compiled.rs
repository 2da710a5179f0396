//! A plan compiled for speed pays what the definitions say, to the cent, month by month, whatever mechanics it has.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "laws_compiled/naive.rs"]
mod naive;
#[path = "laws_compiled/plans.rs"]
mod plans;

use attain::engine::comp::{
    Compiled, CompiledPlan, Component, Forms, Measure, MonthlyTerms, Plan, QuotaSource, Replay, ReplayInput, Terms,
    TierAxis, WalkState, calculate, curve, payout, replay,
};
use attain::engine::records::{Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use naive::Facts;
use proptest::prelude::*;
use rust_decimal::prelude::ToPrimitive;

/// Two fiscal years, so that balances end once.
const N_MONTHS: usize = 24;

fn float(number: Decimal) -> f64 {
    number.to_f64().unwrap()
}

/// A deal a month, or none: amount in cents, share of margin, units.
type Deals = Vec<Option<(i64, i64, i64)>>;

fn deals() -> impl Strategy<Value = Deals> {
    let deal = (-1_000_000i64..30_000_000, 1i64..90, 0i64..40);
    prop::collection::vec(prop::option::weighted(0.9, deal), N_MONTHS)
}

fn facts(deals: &Deals, monthly_quota: i64, fiscal_year_start: u32) -> Facts {
    let credit = deals.iter().map(|deal| match *deal {
        Some((cents, margin, units)) => {
            let amount = Decimal::new(cents, 2);
            [amount, amount * Decimal::new(margin, 2), units.into(), Decimal::ONE]
        }
        None => [Decimal::ZERO; 4],
    });
    Facts {
        calendar: Calendar { fiscal_year_start },
        first: Month::new(2025, fiscal_year_start),
        n_months: N_MONTHS,
        targets: vec![monthly_quota.into(); N_MONTHS],
        incentive: Decimal::from(120_000) / Decimal::from(12),
        credit: credit.collect(),
    }
}

fn sources(component: &Component) -> Vec<(Measure, &QuotaSource)> {
    if component.parts.is_empty() {
        vec![(component.measure, &component.quota)]
    } else {
        component.parts.iter().map(|part| (part.measure, &part.quota)).collect()
    }
}

/// What the compiled plan pays for each component and month.
fn compiled(plan: &Plan, facts: &Facts) -> Vec<Vec<f64>> {
    let months = 0..N_MONTHS;
    let terms = plan.components.iter().map(|component| MonthlyTerms {
        quotas: sources(component)
            .iter()
            .map(|(_, source)| months.clone().map(|month| float(facts.quota(source, month))).collect())
            .collect(),
        target_incentive: vec![float(facts.incentive * component.weight); N_MONTHS],
        mean_deal: None,
    });
    let terms: Vec<MonthlyTerms> = terms.collect();
    let compiled = CompiledPlan::new(plan, facts.calendar, facts.first, N_MONTHS, &terms, &mut Forms::default());
    let mut credit = Vec::new();
    for (place, component) in plan.components.iter().enumerate() {
        for month in months.clone() {
            let parts = sources(component).into_iter().enumerate();
            credit.push(
                parts
                    .map(|(part, (measure, _))| {
                        float(facts.credit[month][measure as usize]) * compiled.factor(place, part, month)
                    })
                    .sum(),
            );
        }
    }
    let mut paid = vec![vec![0.0; N_MONTHS]; plan.components.len()];
    compiled.walk(&credit, &mut WalkState::default(), |component, month, due| paid[component][month] += due);
    paid
}

/// A cent, and for large amounts what sixteen digits leave.
fn close(exact: Decimal, fast: f64, size: f64) -> bool {
    (float(exact) - fast).abs() <= 0.005 + size * 1e-11
}

/// The same history as records: a deal on the tenth of each month.
fn dataset(facts: &Facts) -> Dataset {
    let ann = || RepId("Ann".into());
    let month = |place: usize| facts.first.plus(place as i32);
    let deal = |(place, [amount, margin, units, n]): (usize, &[Decimal; 4])| {
        (!n.is_zero()).then(|| Deal {
            id: place.to_string(),
            rep: ann(),
            outcome: Outcome::Won,
            amount: Some(Money(*amount)),
            margin: Some(Money(*margin)),
            units: Some(*units),
            closed: Some(month(place).first_day() + chrono::Days::new(9)),
            ..Deal::default()
        })
    };
    let target = |(place, amount): (usize, &Decimal)| Target {
        rep: ann(),
        period: Period { start: month(place), length: Granularity::Month },
        amount: Money(*amount),
        measure: String::new(),
    };
    Dataset {
        reps: vec![Rep { id: ann(), ..Rep::default() }],
        deals: facts.credit.iter().enumerate().filter_map(deal).collect(),
        targets: facts.targets.iter().enumerate().map(target).collect(),
        ..Dataset::default()
    }
}

/// What statements pay for a component's pay periods, in order.
fn replayed(replay: &Replay, component: &Component, facts: &Facts) -> Vec<Decimal> {
    let last = facts.first.plus(N_MONTHS as i32 - 1);
    let lines = || replay.statements.iter().flat_map(|statement| &statement.lines);
    // What was paid ahead stands in lines of its own.
    let of = |period: &Period| {
        let own = lines().filter(|line| line.component == component.name && period.contains(line.period.end()));
        own.map(|line| line.pay.0).sum()
    };
    facts.calendar.periods(facts.first, last, component.pay_period).iter().map(of).collect()
}

/// Three programs, one pay: the definitions read plainly, statements, and the compiled plan.
fn check(plan: &Plan, facts: &Facts) -> Result<(), TestCaseError> {
    prop_assert!(plan.errors().is_empty(), "{:?}", plan.errors());
    let fast = compiled(plan, facts);
    let dataset = dataset(facts);
    let replay = replay(&ReplayInput {
        plan,
        dataset: &dataset,
        calendar: facts.calendar,
        first: facts.first,
        last: facts.first.plus(N_MONTHS as i32 - 1),
        digits: 12, // lines as good as exact
        currency: "EUR",
    });
    for (component, fast) in plan.components.iter().zip(fast) {
        let exact = naive::paid(plan, component, facts);
        let months = component.pay_period.months() as usize;
        let size = exact.iter().map(|pay| float(pay.abs())).sum::<f64>();
        let statements = replayed(&replay, component, facts);
        prop_assert_eq!(statements.len(), exact.len());
        if let Some(advance) = component.advance {
            let (months, parts) = (component.pay_period.months(), advance.per.months());
            let ahead = (1..=N_MONTHS as i32).filter(|month| month % parts == 0 && month % months != 0);
            for month in ahead {
                prop_assert!(close(advance.amount, fast[month as usize - 1], size), "ahead in month {month}: {fast:?}");
            }
        }
        for (period, (exact, paid)) in exact.into_iter().zip(statements).enumerate() {
            let fast: f64 = fast[period * months..(period + 1) * months].iter().sum();
            let name = &component.name;
            prop_assert!(close(paid, fast, size), "statement {paid} and compiled {fast} for {name} in {period}");
            prop_assert!(close(exact, fast, size), "definition {exact} and compiled {fast} for {name} in {period}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn curve_and_calculator_say_the_same(plan in plans::plan(), quota in 1i64..300_000, at in 0i64..250) {
        let (quota, incentive) = (Decimal::from(quota), Decimal::from(10_000));
        // Beside the bounds: on one, binary numbers may fall on either side of a jump, and the curve draws both.
        let attainment = Decimal::new(at, 2) + Decimal::new(137, 5);
        let calculation = calculate(&plan, quota, incentive, attainment, 4);
        let here = float(attainment);
        let pay = curve(&plan, quota, incentive, here, here + 1e-3, 1)[0].pay;
        prop_assert!(close(calculation.pay.0, pay, pay), "{:?} and {pay} at {attainment}", calculation.pay);
        // The slope is that of a step that no bound cuts.
        let (from, step) = (here, 1e-6);
        let ends = curve(&plan, quota, incentive, from, from + step, 1);
        if let [start, end] = ends.as_slice() {
            let rise = end.pay - start.pay;
            let expected = start.marginal * step * float(quota);
            // A cap on pay may begin in the step, and differences of large amounts are coarse.
            let is_capped = end.marginal == 0.0;
            prop_assert!(
                is_capped || (rise - expected).abs() <= 1e-4 * expected.abs() + 1e-9 * (1.0 + pay),
                "{rise} and {expected} at {from}"
            );
        }
    }

    #[test]
    fn one_component_pays_the_interpreters_cents_also_on_its_bounds(
        component in plans::alone(), credit in -1_000_000i64..40_000_000, quota in prop::option::of(1i64..300_000), target in 0i64..200_000,
    ) {
        let terms = Terms { quota: quota.map(Decimal::from), target_incentive: target.into() };
        let compiled = Compiled::new(&component, quota.map(|quota| quota as f64), target as f64);
        let unit = if component.tier_axis == TierAxis::Amount { Decimal::ONE } else { quota.unwrap_or(1).into() };
        let bounds = component.tiers.iter().map(|tier| tier.from * unit);
        for credit in bounds.chain([Decimal::new(credit, 2), quota.unwrap_or(1).into()]) {
            let (exact, fast) = (payout(&component, credit, &terms).pay, compiled.pay(float(credit)));
            prop_assert!(close(exact, fast, fast.abs()), "{exact} and {fast} at {credit}");
        }
    }
}

macro_rules! law {
    ($($name:ident)*) => {
        proptest! {
            #![proptest_config(ProptestConfig::with_cases(2_600))]
            $(
                #[test]
                fn $name(plan in plans::plan(), deals in deals(), quota in 1i64..300_000, start in 1u32..13) {
                    check(&plan, &facts(&deals, quota, start))?;
                }
            )*
        }
    };
}

law! {
    the_compiled_plan_pays_what_definitions_say_first_quarter
    the_compiled_plan_pays_what_definitions_say_second_quarter
    the_compiled_plan_pays_what_definitions_say_third_quarter
    the_compiled_plan_pays_what_definitions_say_last_quarter
}
