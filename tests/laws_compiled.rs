//! A plan compiled for speed pays what the definitions say, to the cent, month by month, whatever mechanics it has.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "laws_compiled/naive.rs"]
mod naive;
#[path = "laws_compiled/plans.rs"]
mod plans;

use attain::engine::comp::{CompiledPlan, Component, Forms, Measure, MonthlyTerms, Plan, QuotaSource, WalkState};
use attain::engine::units::{Calendar, Decimal, Month};
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

fn check(plan: &Plan, facts: &Facts) -> Result<(), TestCaseError> {
    let fast = compiled(plan, facts);
    for (component, fast) in plan.components.iter().zip(fast) {
        let exact = naive::paid(plan, component, facts);
        let months = component.pay_period.months() as usize;
        let size = exact.iter().map(|pay| float(pay.abs())).sum::<f64>();
        for (period, exact) in exact.into_iter().enumerate() {
            let fast: f64 = fast[period * months..(period + 1) * months].iter().sum();
            prop_assert!(close(exact, fast, size), "{exact} and {fast} for {} in {period}", component.name);
        }
    }
    Ok(())
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
