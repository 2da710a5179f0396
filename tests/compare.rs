//! Plans compared: worked figures, and the laws of winners, losers and contributions.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::data::{encode, outcomes};
use attain::engine::comp::benchmarks::{Figure, published};
use attain::engine::comp::compare::{
    CompareInput, CompareNote, Comparison, Contribution, GroupBy, Part, Side, compare, elasticity,
};
use attain::engine::comp::{
    Assignment, Cap, Component, CreditFrom, Filter, Measure, PayBasis, Plan, PlanBook, Reward, Spiff, Tier, TierAxis,
    TierMode, Who, Window, templates,
};
use attain::engine::records::{Dataset, Deal, Outcome, Payment, Rep, RepId, Target};
use attain::engine::simulate::{CostInput, FitInput, fit, prepare, run, simulated_changes};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use attain::job::{Answer, Ask, Desk, Piece, Pieced, SideSpec};
use attain::scenario::{SampleSpec, sample};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn year() -> Period {
    Period { start: Month::new(2026, 1), length: Granularity::Year }
}

fn rep(name: &str) -> Rep {
    Rep {
        id: RepId(name.into()),
        name: name.into(),
        base_salary: Some(Money::whole(100_000)),
        target_incentive: Some(Money::whole(100_000)),
        ..Rep::default()
    }
}

/// Reps with a quota of a year each and deals, by month from 0.
fn team(quota: i64, sales: &[(&str, &[(i32, i64)])]) -> Dataset {
    let mut dataset = Dataset::default();
    for (name, deals) in sales {
        dataset.reps.push(rep(name));
        let rep = RepId((*name).into());
        let amount = Money::whole(quota);
        dataset.targets.push(Target { rep: rep.clone(), period: year(), amount, measure: String::new() });
        for (month, amount) in *deals {
            dataset.deals.push(Deal {
                id: dataset.deals.len().to_string(),
                rep: rep.clone(),
                outcome: Outcome::Won,
                amount: Some(Money::whole(*amount)),
                closed: Some(Month::new(2026, 1).plus(*month).first_day()),
                ..Deal::default()
            });
        }
    }
    dataset
}

fn compared(dataset: &Dataset, plans: &[Plan]) -> Comparison {
    let sides: Vec<Side> = plans.iter().cloned().map(Side::of_plan).collect();
    of_sides(dataset, &sides)
}

fn of_sides(dataset: &Dataset, sides: &[Side]) -> Comparison {
    let (first, last) = (year().start, year().end());
    compare(&CompareInput { sides, dataset, calendar: Calendar::default(), first, last, digits: 2, currency: "USD" })
}

/// One component on the year to date, of a rate or on the target incentive.
fn plan(name: &str, basis: PayBasis, axis: TierAxis, mode: TierMode, tiers: &[(&str, &str)]) -> Plan {
    let tiers = tiers.iter().map(|(from, value)| Tier { from: decimal(from), value: decimal(value) }).collect();
    let bookings = Component {
        name: "Bookings".into(),
        pay_basis: basis,
        tier_axis: axis,
        tier_mode: mode,
        tiers,
        pay_period: Granularity::Month,
        accumulate: Window::Year,
        ..Component::default()
    };
    Plan { name: name.into(), components: vec![bookings], ..Plan::default() }
}

fn rate(name: &str, rate: &str) -> Plan {
    plan(name, PayBasis::Rate, TierAxis::Amount, TierMode::Marginal, &[("0", rate)])
}

fn on_incentive(tiers: &[(&str, &str)]) -> Plan {
    plan("Incentive", PayBasis::TargetIncentive, TierAxis::Attainment, TierMode::Marginal, tiers)
}

#[test]
fn g33_cost_of_sales_falls_with_attainment() {
    // Published: base 100,000, target incentive 100,000, quota 900,000. At 50 % of quota 125/450 = 27.8 %, so half of the
    // incentive's proportional half is paid (a decelerator); at 100 % 200/900 = 22.2 %.
    let decelerated = plan(
        "Decelerated",
        PayBasis::TargetIncentive,
        TierAxis::Attainment,
        TierMode::Retroactive,
        &[("0", "0.5"), ("1", "1")],
    );
    let check = |sold: i64, ccos: &str, variable: &str| {
        let found = compared(&team(900_000, &[("Ann", &[(3, sold)])]), std::slice::from_ref(&decelerated));
        let totals = &found.sides[0].measures.totals;
        assert_eq!(totals.ccos.unwrap().round_dp(4), decimal(ccos));
        assert_eq!(totals.ccos_variable.unwrap().round_dp(4), decimal(variable));
    };
    check(450_000, "0.2778", "0.0556"); // 25/450
    check(900_000, "0.2222", "0.1111"); // 100/900
}

#[test]
fn g34_a_sloped_plan_keeps_the_incentive_and_takes_from_those_below() {
    let flat = rate("Flat", "0.1");
    let sloped =
        plan("Sloped", PayBasis::Rate, TierAxis::Amount, TierMode::Marginal, &[("0", "0.05"), ("500000", "0.15")]);
    // Quota 1,000,000: at quota both pay 100,000. At half 50,000 against 25,000; at 150 % 150,000 against 175,000.
    let sales: [(&str, &[(i32, i64)]); 4] =
        [("At quota", &[(0, 1_000_000)]), ("Half", &[(0, 500_000)]), ("Above", &[(0, 1_500_000)]), ("None", &[])];
    let found = compared(&team(1_000_000, &sales), &[flat, sloped]);
    let changes = &found.changes[0];
    let rows: Vec<_> = changes.reps.iter().map(|rep| (rep.difference, rep.share, rep.loses_much)).collect();
    assert_eq!(
        rows,
        [
            (Money::ZERO, Some(decimal("0")), false),
            (Money::whole(-25_000), Some(decimal("-0.5")), true),
            (Money::whole(25_000), changes.reps[2].share, false),
            (Money::ZERO, None, false),
        ]
    );
    assert_eq!(changes.reps[2].share.unwrap().round_dp(6), decimal("0.166667"));
    assert_eq!((changes.n_winners, changes.n_losers, changes.n_unchanged), (1, 1, 2));
    // Three are paid; one of them loses more than a twentieth.
    assert_eq!((changes.n_paid_before, changes.n_losing_much), (3, 1));
    assert_eq!(changes.share_losing_much.unwrap().round_dp(4), decimal("0.3333"));
    assert_eq!(
        (changes.difference, changes.won, changes.lost),
        (Money::ZERO, Money::whole(25_000), Money::whole(25_000))
    );
}

#[test]
fn a_twentieth_is_not_more_than_a_twentieth() {
    let dataset = team(1_000_000, &[("Ann", &[(0, 100_000)])]);
    let loses_much =
        |other: &str| compared(&dataset, &[rate("Before", "0.1"), rate("After", other)]).changes[0].n_losing_much;
    assert_eq!(loses_much("0.095"), 0); // 10,000 → 9,500
    assert_eq!(loses_much("0.0949"), 1); // → 9,490
}

/// What a part adds, and for whom: cost, reps who gain, reps who lose.
fn adds(contributions: &[Contribution], part: Part) -> (Money, u32, u32) {
    let one = contributions.iter().find(|one| one.part.part == part).unwrap();
    (one.cost, one.n_gaining, one.n_losing)
}

#[test]
fn each_part_adds_what_turning_it_off_changes() {
    // Quota 1,000,000 and target incentive 100,000: the base rate is a tenth. 1x to quota, 2x above; cap at 130,000; a
    // threshold at half of quota; a kicker of 1 %.
    let mut plan = on_incentive(&[("0", "1"), ("1", "2")]);
    plan.components[0].caps = vec![Cap::Pay { amount: decimal("130000"), is_refundable: false }];
    plan.components[0].threshold =
        Some(attain::engine::comp::Threshold { at: decimal("0.5"), kind: attain::engine::comp::ThresholdKind::Cliff });
    plan.spiffs = vec![Spiff {
        name: "Kicker".into(),
        from: None,
        to: None,
        filter: Filter::default(),
        measure: Measure::Bookings,
        credit_from: CreditFrom::Own,
        reward: Reward::Rate { rate: decimal("0.01") },
    }];
    let sales: [(&str, &[(i32, i64)]); 3] =
        [("Low", &[(0, 400_000)]), ("Mid", &[(0, 600_000)]), ("High", &[(0, 1_200_000)])];
    let found = compared(&team(1_000_000, &sales), &[plan]);
    // Low: 0 + 4,000. Mid: 60,000 + 6,000. High: 100,000 + 40,000, capped at 130,000, + 12,000.
    let side = &found.sides[0];
    let pay: Vec<Money> = side.measures.reps.iter().map(|rep| rep.pay).collect();
    assert_eq!(pay, [4_000, 66_000, 142_000].map(Money::whole));
    let of = |part| adds(&side.contributions, part);
    assert_eq!(of(Part::Component(0)), (Money::whole(190_000), 2, 0));
    assert_eq!(of(Part::Spiff(0)), (Money::whole(22_000), 3, 0));
    assert_eq!(of(Part::Threshold(0)), (Money::whole(-40_000), 0, 1)); // Low would be paid 40,000
    assert_eq!(of(Part::AboveQuota(0)), (Money::whole(10_000), 1, 0)); // High 120,000 without it, below the cap
    assert_eq!(of(Part::Cap(0, 0)), (Money::whole(-10_000), 0, 1));
    assert_eq!(side.contributions.len(), 5);
}

#[test]
fn cost_follows_the_company_as_far_as_plans_let_it() {
    let dataset = team(1_000_000, &[("Ann", &[(0, 1_000_000)])]);
    let found = compared(&dataset, &[rate("Flat", "0.1"), on_incentive(&[("0", "1"), ("1", "2")])]);
    let costs = |side: usize| found.sides[side].company.iter().map(|point| point.cost).collect::<Vec<_>>();
    assert_eq!(costs(0), [90_000, 100_000, 110_000].map(Money::whole));
    assert_eq!(costs(1), [90_000, 100_000, 120_000].map(Money::whole)); // twice the rate above quota
    let elastic = |side: usize| {
        let company = &found.sides[side].company;
        elasticity(&company[0], &company[2]).unwrap().round_dp(6)
    };
    assert_eq!(elastic(0), decimal("1"));
    // 120/90 − 1 = 33.3 % for 110/90 − 1 = 22.2 %.
    assert_eq!(elastic(1), decimal("1.5"));
    // A plan that pays for each deal does not follow, and says so.
    let mut deals = rate("Deals", "500");
    deals.components[0].measure = Measure::Deals;
    let found = compared(&dataset, &[deals]);
    assert_eq!(found.sides[0].company[0].cost, found.sides[0].company[2].cost);
    assert_eq!(found.notes, [CompareNote::CountsStay { side: "Deals".into() }]);
}

#[test]
fn upside_and_pay_mix_are_those_of_the_team() {
    let dataset = team(1_000_000, &[("Ann", &[(0, 1_000_000)]), ("Bob", &[(1, 500_000)])]);
    let found = compared(&dataset, &[on_incentive(&[("0", "1"), ("1", "2"), ("1.5", "3")])]);
    let measures = &found.sides[0].measures;
    let leverage = measures.leverage.as_ref().unwrap();
    // At 150 %: 100,000 + 50 % at twice the rate = 200,000.
    assert_eq!((leverage.excellence, leverage.pay_at_excellence), (decimal("1.5"), Money::whole(200_000)));
    assert_eq!(leverage.of_incentive, decimal("2"));
    assert_eq!(leverage.of_base, Some(decimal("3"))); // (100 + 200) / 100
    assert_eq!(leverage.accelerator, decimal("2"));
    assert_eq!(measures.pay_mix.base_share, Some(decimal("0.5")));
    assert_eq!(measures.pay_mix.quota_to_pay, Some(decimal("5"))); // 1,000,000 over 200,000
    assert_eq!(Figure::AtTarget.of(measures), Some(decimal("0.5")));
    let standing = published().into_iter().find(|one| one.id == "quota-to-pay").unwrap();
    assert_eq!(standing.own(measures), Some(decimal("5")));
}

#[test]
fn recorded_payments_and_other_terms_are_told() {
    let mut dataset = team(1_000_000, &[("Ann", &[(0, 100_000)])]);
    let paid = |month: i32| Payment {
        rep: RepId("Ann".into()),
        period: Period { start: year().start.plus(month), length: Granularity::Month },
        amount: Money::whole(1),
    };
    dataset.payments = (0..12).map(paid).collect();
    dataset.reps[0].target_incentive = None;
    let terms = |name: &str, incentive: i64| Plan { target_incentive: Some(incentive.into()), ..rate(name, "0.1") };
    let found = compared(&dataset, &[terms("A", 50_000), terms("B", 60_000)]);
    // What the plan pays, not the twelve ones that were paid.
    assert_eq!(found.sides[0].measures.totals.paid, Money::whole(10_000));
    let expected =
        [CompareNote::PaymentsLeftOut { n: 12 }, CompareNote::OtherIncentive { side: "B".into(), n_reps: 1 }];
    assert_eq!(found.notes, expected);
}

#[test]
fn a_book_is_a_side_and_its_reps_keep_their_own_plans() {
    let mut dataset = team(1_000_000, &[("Ann", &[(0, 100_000)]), ("Bob", &[(0, 100_000)])]);
    dataset.reps[0].role = "AE".into();
    dataset.reps[1].role = "AM".into();
    let on =
        |plan: &str, role: &str| Assignment { plan: plan.into(), who: Who::Role(role.into()), from: None, to: None };
    let plans = vec![rate("AEs", "0.2"), rate("AMs", "0.05")];
    let book =
        Side { name: "Now".into(), book: PlanBook { plans, assignments: vec![on("AEs", "AE"), on("AMs", "AM")] } };
    let found = of_sides(&dataset, &[book, Side::of_plan(rate("One", "0.1"))]);
    let differences: Vec<Money> = found.changes[0].reps.iter().map(|rep| rep.difference).collect();
    assert_eq!(differences, [-10_000, 5_000].map(Money::whole));
    assert_eq!(found.sides[0].measures.reps.iter().map(|rep| rep.plan).collect::<Vec<_>>(), [Some(0), Some(1)]);
    // Each plan's component is a part of its own: 20,000 and 5,000.
    let added: Vec<Money> = found.sides[0].contributions.iter().map(|one| one.cost).collect();
    assert_eq!(added, [20_000, 5_000].map(Money::whole));
    let roles = found.sides[0].measures.fairness.iter().find(|one| one.by == GroupBy::Role).unwrap();
    assert_eq!(
        roles.groups.iter().map(|group| group.mean_payout.unwrap()).collect::<Vec<_>>(),
        [decimal("0.2"), decimal("0.05")]
    );
}

#[test]
fn workers_come_to_the_same_piece_by_piece() {
    let mut dataset = team(1_000_000, &[("Ann", &[(0, 1_200_000)]), ("Bob", &[(3, 700_000)])]);
    dataset.payments = vec![Payment { rep: RepId("Ann".into()), period: year(), amount: Money::whole(1) }];
    let side = Side::of_plan(on_incentive(&[("0", "1"), ("1", "2")]));
    let whole = of_sides(&dataset, std::slice::from_ref(&side)).sides.remove(0);
    let mut desk = Desk::default();
    desk.answer(Ask::KeepData { data: "data".into() }, Some(encode(&dataset)));
    let (first, last) = (year().start, year().end());
    let spec = SideSpec { side, calendar: Calendar::default(), first, last, digits: 2, currency: "USD".into() };
    let mut ask = |piece: Piece| {
        let ask = Ask::Compare { data: "data".into(), spec: Box::new(spec.clone()), piece };
        // As it goes to a worker and comes back.
        let ask = attain::job::decode(&attain::job::encode(&ask)).unwrap();
        let (answer, _) = desk.answer(ask, None);
        match attain::job::decode(&attain::job::encode(&answer)) {
            Some(Answer::Compared(pieced)) => pieced,
            other => unreachable!("{other:?}"),
        }
    };
    assert_eq!(ask(Piece::Measures), Pieced::Measures(Box::new(whole.measures.clone())));
    let low = &whole.company[0];
    assert_eq!(ask(Piece::Company(low.factor)), Pieced::Company(low.clone()));
    let above = whole.contributions.iter().find(|one| one.part.part == Part::AboveQuota(0)).unwrap();
    // Ann is paid 120,000 without twice the rate above quota, Bob 70,000 either way.
    assert_eq!(ask(Piece::Without(above.part)), Pieced::Without(vec![Money::whole(120_000), Money::whole(70_000)]));
    assert_eq!(above.cost, Money::whole(20_000));
}

#[test]
fn simulated_years_are_the_same_for_every_plan() {
    let dataset =
        sample(SampleSpec { n_reps: 12, seed: 4, today: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() });
    let (history_first, history_last) = outcomes(&dataset).1.unwrap();
    let flat = templates::flat(decimal("0.1"));
    let twice = Plan { name: "Twice".into(), ..templates::flat(decimal("0.2")) };
    let plans = vec![flat.clone(), Plan { name: "Same".into(), ..flat.clone() }, twice];
    let first = Month::new(2026, 1);
    let fitted = fit(&FitInput {
        dataset: &dataset,
        plan: &flat,
        others: &plans,
        currency: "USD",
        history_first,
        history_last,
        first,
        n_months: 12,
    });
    let input = CostInput {
        plans,
        model: fitted.model,
        calendar: Calendar::default(),
        digits: 2,
        budget: None,
        company_factor: 1.0,
        hold_company: false,
    };
    let tally = run(&prepare(&input), 7, 0..300);
    let cost = tally.summary(&input)[0].mean;
    let [same, twice] = simulated_changes(&input, &tally).try_into().unwrap();
    assert_eq!((same.mean, same.share_dearer, same.n_unchanged as usize), (0.0, 0.0, input.model.reps.len()));
    assert_eq!((same.difference.p10, same.difference.p90), (0.0, 0.0));
    // Twice the rate costs as much again in every year, but for a cent a rep, plan and month of rounding.
    assert!((twice.mean - cost).abs() < 2.0, "{} {cost}", twice.mean);
    assert_eq!((twice.share_dearer, twice.n_losers, twice.share_losing_much), (1.0, 0, Some(0.0)));
}

/// Deals of three reps: rep, month, amount in cents.
fn deals() -> impl Strategy<Value = Vec<(usize, i32, i64)>> {
    prop::collection::vec((0..3usize, 0..12i32, 1i64..50_000_000), 0..40)
}

fn dealt(deals: &[(usize, i32, i64)]) -> Dataset {
    let mut dataset = team(600_000, &[("A", &[]), ("B", &[]), ("C", &[])]);
    for (rep, month, cents) in deals {
        dataset.deals.push(Deal {
            id: dataset.deals.len().to_string(),
            rep: dataset.reps[*rep].id.clone(),
            outcome: Outcome::Won,
            amount: Some(Money(Decimal::new(*cents, 2))),
            closed: Some(year().start.plus(*month).first_day()),
            ..Deal::default()
        });
    }
    dataset
}

fn any_template() -> impl Strategy<Value = Plan> {
    let all: Vec<Plan> = templates::all().into_iter().map(|(_, plan)| plan).collect();
    prop::sample::select(all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_plan_against_itself_changes_nothing(deals in deals(), plan in any_template()) {
        let found = compared(&dealt(&deals), &[plan.clone(), plan]);
        let changes = &found.changes[0];
        prop_assert_eq!((changes.difference, changes.won, changes.lost), (Money::ZERO, Money::ZERO, Money::ZERO));
        prop_assert_eq!((changes.n_winners, changes.n_losers, changes.n_unchanged), (0, 0, 3));
        prop_assert_eq!(&found.sides[0].measures.reps, &found.sides[1].measures.reps);
        prop_assert_eq!(&found.sides[0].contributions, &found.sides[1].contributions);
        prop_assert_eq!(&found.sides[0].company[1].cost, &found.sides[0].measures.totals.paid);
    }

    #[test]
    fn everyone_wins_loses_or_stays(deals in deals(), one in any_template(), other in any_template()) {
        let found = compared(&dealt(&deals), &[one, other]);
        let changes = &found.changes[0];
        prop_assert_eq!(changes.n_winners + changes.n_losers + changes.n_unchanged, 3);
        prop_assert!(changes.n_losing_much <= changes.n_losers);
        prop_assert_eq!(changes.won - changes.lost, changes.difference);
        let sum: Money = changes.reps.iter().map(|rep| rep.difference).sum();
        prop_assert_eq!(sum, changes.difference);
        // The other way round, winners lose.
        let [one, other] = [&found.sides[0], &found.sides[1]].map(|side| &side.measures);
        let back = attain::engine::comp::compare::changes(other, one);
        prop_assert_eq!((back.n_winners, back.won), (changes.n_losers, changes.lost));
    }

    #[test]
    fn components_that_stand_alone_add_up_to_all_pay(
        deals in deals(),
        rates in prop::collection::vec((0i64..30, 0..3usize), 1..5),
    ) {
        let measures = [Measure::Bookings, Measure::Deals, Measure::Revenue];
        let component = |(place, (rate, measure)): (usize, &(i64, usize))| Component {
            name: format!("Component {place}"),
            measure: measures[*measure],
            ..rate_component(*rate)
        };
        let components: Vec<Component> = rates.iter().enumerate().map(component).collect();
        let n = components.len();
        let plan = Plan { name: "Several".into(), components, ..Plan::default() };
        let found = compared(&dealt(&deals), &[plan]);
        let side = &found.sides[0];
        prop_assert_eq!(side.contributions.len(), n);
        let sum: Money = side.contributions.iter().map(|one| one.cost).sum();
        prop_assert_eq!(sum, side.measures.totals.paid);
    }
}

fn rate_component(percent: i64) -> Component {
    Component {
        pay_basis: PayBasis::Rate,
        tier_axis: TierAxis::Amount,
        tiers: vec![Tier { from: Decimal::ZERO, value: Decimal::new(percent, 2) }],
        ..Component::default()
    }
}
