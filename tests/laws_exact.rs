//! Statements pay what the definitions say, whatever mechanics a plan has, and keep the laws of pay.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "laws_compiled/naive.rs"]
mod naive;
#[path = "laws_compiled/plans.rs"]
mod plans;

use attain::engine::comp::{
    Cap, Component, Explanation, Gate, Measure, Otherwise, PayBasis, Plan, PlanError, QuotaSource, Replay, ReplayInput,
    TierMode, Window, explain, replay,
};
use attain::engine::records::{Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period, Rounding};
use naive::Facts;
use proptest::prelude::*;

/// Two fiscal years, so that balances end once.
const N_MONTHS: usize = 24;

/// Of a deal: amount in cents, share of margin, units, day of the month.
type Deals = Vec<(usize, i64, i64, i64, u64)>;

fn deals() -> impl Strategy<Value = Deals> {
    prop::collection::vec((0..N_MONTHS, -1_000_000i64..30_000_000, 1i64..90, 0i64..40, 0u64..28), 0..60)
}

/// The same plan, with settings that do not go together put right.
fn mended(mut plan: Plan) -> Plan {
    for component in &mut plan.components {
        let is_stepped = component.matrix.is_none() && component.tier_mode != TierMode::Interpolated;
        if let Some(Gate { otherwise, .. }) = &mut component.gate
            && *otherwise == Otherwise::BaseOnly
            && (!is_stepped || component.pay_basis == PayBasis::Fixed)
        {
            *otherwise = Otherwise::Nothing;
        }
        if component.tier_mode == TierMode::HighestOverQuota && component.pay_basis == PayBasis::Fixed {
            component.tier_mode = TierMode::Marginal;
        }
        if component.caps.iter().any(Cap::is_refundable) {
            component.deduct_prior = true;
        }
        let n = Decimal::from(component.parts.len());
        let mut rest = Decimal::ONE;
        for part in &mut component.parts {
            part.weight = (Decimal::ONE / n).round_dp(1);
            rest -= part.weight;
        }
        component.parts.iter_mut().take(1).for_each(|part| part.weight += rest);
        if !component.parts.is_empty() {
            component.quota = QuotaSource::Targets;
        }
    }
    plan
}

fn dataset(deals: &Deals, monthly_quota: i64, first: Month) -> Dataset {
    let rep = RepId("Ann".into());
    let mut made: Vec<Deal> = deals
        .iter()
        .enumerate()
        .map(|(index, (month, cents, margin, units, day))| {
            let amount = Decimal::new(*cents, 2);
            Deal {
                id: index.to_string(),
                rep: rep.clone(),
                outcome: Outcome::Won,
                amount: Some(Money(amount)),
                margin: Some(Money(amount * Decimal::new(*margin, 2))),
                units: Some((*units).into()),
                closed: Some(first.plus(*month as i32).first_day() + chrono::Days::new(*day)),
                ..Deal::default()
            }
        })
        .collect();
    made.sort_by_key(|deal| deal.closed);
    let target = |month: usize| Target {
        rep: rep.clone(),
        period: Period { start: first.plus(month as i32), length: Granularity::Month },
        amount: Money::whole(monthly_quota),
        measure: String::new(),
    };
    let reps = vec![Rep { id: rep.clone(), target_incentive: Some(Money::whole(120_000)), ..Rep::default() }];
    Dataset { reps, deals: made, targets: (0..N_MONTHS).map(target).collect(), ..Dataset::default() }
}

fn facts(dataset: &Dataset, monthly_quota: i64, calendar: Calendar, first: Month) -> Facts {
    let mut credit = vec![[Decimal::ZERO; 4]; N_MONTHS];
    for deal in &dataset.deals {
        let month = &mut credit[Month::of(deal.closed.unwrap()).since(first) as usize];
        let measures = [Measure::Bookings, Measure::Margin, Measure::Units, Measure::Deals];
        for (sum, measure) in month.iter_mut().zip(measures) {
            *sum += measure.of(deal).unwrap();
        }
    }
    let targets = vec![monthly_quota.into(); N_MONTHS];
    Facts { calendar, first, n_months: N_MONTHS, targets, incentive: Decimal::from(10_000), credit }
}

/// A currency of so small a unit that lines are as good as exact.
fn input<'a>(plan: &'a Plan, dataset: &'a Dataset, calendar: Calendar, first: Month) -> ReplayInput<'a> {
    ReplayInput { plan, dataset, calendar, first, last: first.plus(N_MONTHS as i32 - 1), digits: 14, currency: "USD" }
}

fn explained(input: &ReplayInput, paid: &Replay) -> Vec<Explanation> {
    let lines = paid.statements.iter().flat_map(|statement| &statement.lines);
    lines.map(|line| explain(input, &RepId("Ann".into()), &line.component, line.period).unwrap()).collect()
}

/// What sixteen decimals leave of sums.
fn near(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() <= Decimal::new(1, 12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn statements_pay_what_definitions_say(plan in plans::plan(), deals in deals(), quota in 1i64..300_000, start in 1u32..13) {
        let mut plan = mended(plan);
        for component in &mut plan.components {
            // The plain reading knows months, not deals.
            if component.accumulate == Window::Deal { component.accumulate = Window::PayPeriod; }
            component.advance = None; // it knows pay periods, and advances divide them
        }
        plan.rounding = Rounding::PerLine;
        prop_assert_eq!(plan.errors(), Vec::<PlanError>::new());
        let (calendar, first) = (Calendar { fiscal_year_start: start }, Month::new(2025, start));
        let dataset = dataset(&deals, quota, first);
        let paid = replay(&input(&plan, &dataset, calendar, first));
        let facts = facts(&dataset, quota, calendar, first);
        for component in &plan.components {
            let lines = paid.statements[0].lines.iter().filter(|line| line.component == component.name);
            let lines: Vec<Decimal> = lines.map(|line| line.pay.0).collect();
            let due = naive::paid(&plan, component, &facts);
            prop_assert_eq!(lines.len(), due.len());
            for (period, (line, due)) in lines.into_iter().zip(due).enumerate() {
                // A line is the difference of two rounded amounts.
                prop_assert!((line - due).abs() <= Decimal::new(101, 4), "{} in {period}: {line}, not {due}", component.name);
            }
        }
    }

    #[test]
    fn lines_are_what_their_deals_and_steps_say(plan in plans::plan(), deals in deals(), quota in 1i64..300_000, cap in prop::option::of(1i64..20_000)) {
        let mut plan = mended(plan);
        plan.rounding = Rounding::PerStatement;
        plan.components[0].caps.extend(cap.map(|amount| Cap::Deal { amount: amount.into() }));
        let (calendar, first) = (Calendar::default(), Month::new(2025, 1));
        let dataset = dataset(&deals, quota, first);
        let input = input(&plan, &dataset, calendar, first);
        let paid = replay(&input);
        let lines = paid.statements[0].lines.clone();
        for (line, explained) in lines.into_iter().zip(explained(&input, &paid)) {
            let of_deals: Decimal = explained.deals.iter().map(|deal| deal.pay).sum();
            prop_assert!(near(of_deals + explained.true_up, line.pay.0), "{line:?} {explained:?}");
            prop_assert!(!explained.trace.is_empty());
            // The line that was made without steps is the same to the last digit.
            prop_assert_eq!(explained.line, line);
        }
    }

    #[test]
    fn deals_of_a_day_may_come_in_any_order(plan in plans::plan(), deals in deals(), quota in 1i64..300_000) {
        let mut plan = mended(plan);
        for component in &mut plan.components {
            // Where each deal stands alone, a kept balance goes to the next one.
            if component.accumulate == Window::Deal { component.accumulate = Window::PayPeriod; }
        }
        let (calendar, first) = (Calendar::default(), Month::new(2025, 1));
        let forward = dataset(&deals, quota, first);
        let mut backward = forward.clone();
        backward.deals.reverse();
        let lines = |dataset: &Dataset| replay(&input(&plan, dataset, calendar, first)).statements[0].lines.clone();
        prop_assert_eq!(lines(&forward), lines(&backward));
    }

    #[test]
    fn periods_of_a_window_add_up_to_the_window(plan in plans::plan(), deals in deals(), quota in 1i64..300_000) {
        let mut plan = mended(plan);
        for component in &mut plan.components {
            (component.pay_period, component.accumulate, component.deduct_prior) = (Granularity::Month, Window::Year, true);
            component.advance = None; // there is nothing shorter than a month
        }
        let mut whole = plan.clone();
        for component in &mut whole.components {
            component.pay_period = Granularity::Year;
        }
        let (calendar, first) = (Calendar::default(), Month::new(2025, 1));
        let dataset = dataset(&deals, quota, first);
        let sums = |plan: &Plan| -> Vec<(String, i32, Decimal)> {
            let paid = replay(&input(plan, &dataset, calendar, first));
            let mut sums = std::collections::BTreeMap::new();
            for line in &paid.statements[0].lines {
                *sums.entry((line.component.clone(), line.period.start.year())).or_insert(Decimal::ZERO) += line.pay.0;
            }
            sums.into_iter().map(|((name, year), sum)| (name, year, sum)).collect()
        };
        for (one, two) in sums(&plan).into_iter().zip(sums(&whole)) {
            prop_assert!((&one.0, one.1) == (&two.0, two.1) && near(one.2, two.2), "{one:?} {two:?}");
        }
    }

    #[test]
    fn twice_the_money_is_twice_the_pay(plan in plans::plan(), deals in deals(), quota in 1i64..300_000) {
        let mut plan = mended(plan);
        for component in &mut plan.components {
            // Credit and quota scale together, and nothing is stated in money.
            *component = Component {
                measure: Measure::Bookings,
                quota: QuotaSource::Targets,
                parts: Vec::new(),
                caps: Vec::new(),
                matrix: None,
                tier_axis: attain::engine::comp::TierAxis::Attainment,
                pay_basis: PayBasis::Rate,
                advance: None,
                ..component.clone()
            };
        }
        let (calendar, first) = (Calendar::default(), Month::new(2025, 1));
        let once = dataset(&deals, quota, first);
        let doubled: Deals = deals.iter().map(|(month, cents, margin, units, day)| (*month, cents * 2, *margin, *units, *day)).collect();
        let twice = dataset(&doubled, quota * 2, first);
        plan.rounding = Rounding::PerStatement;
        let lines = |dataset: &Dataset| replay(&input(&plan, dataset, calendar, first)).statements[0].lines.clone();
        for (one, two) in lines(&once).iter().zip(lines(&twice)) {
            prop_assert!(near(one.pay.0 * Decimal::TWO, two.pay.0), "{one:?} {two:?}");
        }
    }

    #[test]
    fn nothing_of_a_balance_is_lost_or_made(deals in deals(), cap in 1i64..30_000, window in prop_oneof![Just(Window::Deal), Just(Window::PayPeriod), Just(Window::Quarter)]) {
        let deals: Deals = deals.into_iter().map(|(month, cents, margin, units, day)| (month, cents.abs(), margin, units, day)).collect();
        let plain = Component { accumulate: window, ..attain::engine::comp::templates::flat(Decimal::new(10, 2)).components.remove(0) };
        let capped = Component { caps: vec![Cap::Pay { amount: cap.into(), is_refundable: true }], ..plain.clone() };
        let (calendar, first) = (Calendar::default(), Month::new(2025, 1));
        let dataset = dataset(&deals, 1_000, first);
        let of = |component: &Component| {
            let plan = Plan { components: vec![component.clone()], rounding: Rounding::PerStatement, ..Plan::default() };
            replay(&input(&plan, &dataset, calendar, first)).statements[0].lines.clone()
        };
        let (plain, capped) = (of(&plain), of(&capped));
        for year in [0..12, 12..24] {
            let earned: Decimal = plain[year.clone()].iter().map(|line| line.pay.0).sum();
            let paid: Decimal = capped[year.clone()].iter().map(|line| line.pay.0).sum();
            prop_assert_eq!(earned, paid + capped[year.end - 1].cap_balance);
        }
    }
}
