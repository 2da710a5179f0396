//! From earned to paid: worked figures under `tests/golden/ledger`, and the laws of every account.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::engine::comp::{
    Assignment, BookInput, Clawback, ClawbackKind, Component, CreditFrom, Draw, DrawAmount, DrawKind, Filter, Holdback,
    Measure, Plan, PlanBook, Replay, ReplayInput, Reward, Spiff, Who, Window, explain, explain_in_book, explain_payout,
    replay, replay_book, templates,
};
use attain::engine::records::{Dataset, Deal, Outcome, Payment, Rep, RepId};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period, Rounding};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Golden {
    id: String,
    cases: Vec<Case>,
}

/// Deals of one rep, and fields of each month's payout period.
#[derive(Deserialize)]
struct Case {
    name: String,
    plan: Plan,
    deals: Vec<Sale>,
    #[serde(default)]
    payments: Vec<(Month, Decimal)>,
    periods: Vec<std::collections::BTreeMap<String, Decimal>>,
}

#[derive(Deserialize)]
struct Sale {
    day: NaiveDate,
    amount: Decimal,
    cancelled: Option<NaiveDate>,
    term_months: Option<Decimal>,
}

fn month(step: i32) -> Month {
    Month::new(2026, 1).plus(step)
}

fn monthly(start: Month) -> Period {
    Period { start, length: Granularity::Month }
}

fn input<'a>(plan: &'a Plan, dataset: &'a Dataset, n_months: usize) -> ReplayInput<'a> {
    let (first, last) = (month(0), month(n_months as i32 - 1));
    ReplayInput { plan, dataset, calendar: Calendar::default(), first, last, digits: 2, currency: "USD" }
}

fn sale(index: usize, rep: &str, day: NaiveDate, amount: Decimal) -> Deal {
    Deal {
        id: format!("{index}"),
        rep: RepId(rep.into()),
        outcome: Outcome::Won,
        amount: Some(Money(amount)),
        closed: Some(day),
        ..Deal::default()
    }
}

#[test]
fn every_golden_case_pays_what_it_says() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/ledger");
    let mut n_checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let golden: Golden = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        for case in golden.cases {
            let place = format!("{} {}", golden.id, case.name);
            assert_eq!(case.plan.errors(), vec![], "{place}");
            let deals = case.deals.iter().enumerate().map(|(index, deal)| Deal {
                cancelled: deal.cancelled,
                term_months: deal.term_months,
                ..sale(index, "Ann", deal.day, deal.amount)
            });
            let payment = |(month, amount): &(Month, Decimal)| Payment {
                rep: RepId("ann".into()),
                period: monthly(*month),
                amount: Money(*amount),
            };
            let payments = case.payments.iter().map(payment).collect();
            let dataset = Dataset { deals: deals.collect(), payments, ..Dataset::default() };
            let input = input(&case.plan, &dataset, case.periods.len());
            let replay = replay(&input);
            let statement = &replay.statements[0];
            assert_eq!(statement.periods.len(), case.periods.len(), "{place}");
            for (found, expected) in statement.periods.iter().zip(&case.periods) {
                let json = serde_json::to_value(found).unwrap();
                for (field, expected) in expected {
                    let found = field.split('.').fold(&json, |value, name| &value[name]);
                    let found: Decimal = found.as_str().unwrap_or("0").parse().unwrap();
                    assert_eq!(found, *expected, "{place}, {field} of {}", json["period"]["start"]);
                    n_checked += 1;
                }
                let explained = explain_payout(&input, &RepId("ANN".into()), found.period).unwrap();
                assert_eq!(explained.payout, *found, "{place}");
                assert!(!explained.trace.is_empty());
            }
            books(&replay, &place);
        }
    }
    assert!(60 < n_checked, "only {n_checked}");
}

/// The laws that hold for every account.
#[track_caller]
fn books(replay: &Replay, place: &str) {
    for statement in &replay.statements {
        let (mut held, mut draw, mut owed, mut due) = (Money::ZERO, Money::ZERO, Money::ZERO, Money::ZERO);
        for one in &statement.periods {
            let at = format!("{place}, {} {}", statement.name, one.period.start);
            let open = one.balances;
            assert_eq!(open.held, held + one.held - one.released - one.forfeited, "held, {at}");
            assert_eq!(open.draw, draw + one.drawn - one.recovered - one.forgiven, "draw, {at}");
            let computed = one.earned + one.spiffs - one.held + one.released - one.clawed_back + open.owed - owed
                + one.drawn
                + one.guaranteed
                - one.recovered
                + one.adjustment;
            assert_eq!(computed, one.recomputed.unwrap_or(one.paid), "paid, {at}");
            let closed = one.recomputed.map_or(Money::ZERO, |computed| computed - one.paid);
            assert_eq!(open.due, due + closed - one.adjustment, "due, {at}");
            assert!(one.recomputed.is_some() || Money::ZERO <= one.paid, "{at}");
            assert!(Money::ZERO <= open.owed && Money::ZERO <= open.draw && Money::ZERO <= open.held, "{at}");
            assert_eq!(one.paid, one.paid.rounded(2), "{at}");
            (held, draw, owed, due) = (open.held, open.draw, open.owed, open.due);
        }
        let paid: Money = statement.periods.iter().map(|one| one.paid).sum();
        assert_eq!(statement.total, paid, "{place}");
        let earned: Money = statement.periods.iter().map(|one| one.earned + one.spiffs).sum();
        assert_eq!(statement.lines.iter().map(|line| line.pay).sum::<Money>(), earned, "{place}");
        assert_eq!(statement.earned.iter().map(|(_, amount)| *amount).sum::<Money>(), earned, "{place}");
        let accrued = statement.accruals().last().map(|one| one.accrued).unwrap_or_default();
        assert_eq!(accrued, held - owed - draw + due, "accrued, {place}");
        let open = replay.liabilities.iter().find(|one| one.rep == statement.rep);
        let is_open = [held, draw, owed, due].iter().any(|balance| *balance != Money::ZERO);
        assert_eq!(open.is_some(), is_open, "{place}");
        if let Some(open) = open {
            assert_eq!(open.releases.iter().map(|(_, amount)| *amount).sum::<Money>(), held, "{place}");
        }
    }
    let paid: Money = replay.statements.iter().map(|statement| statement.total).sum();
    assert_eq!(replay.totals.paid, paid, "{place}");
    assert_eq!(replay.by_period.iter().map(|total| total.paid).sum::<Money>(), paid, "{place}");
    assert_eq!(replay.accruals.iter().map(|one| one.paid).sum::<Money>(), paid, "{place}");
}

fn fraction() -> impl Strategy<Value = Decimal> {
    (0i64..=100).prop_map(|percent| Decimal::new(percent, 2))
}

fn draw() -> impl Strategy<Value = Draw> {
    let kind = prop_oneof![Just(DrawKind::Recoverable), Just(DrawKind::NonRecoverable), Just(DrawKind::Forgiven)];
    let amount = prop_oneof![
        (0i64..400_000).prop_map(|cents| DrawAmount::Money(Decimal::new(cents, 2))),
        fraction().prop_map(DrawAmount::TargetIncentive),
    ];
    let per = prop_oneof![
        Just(Granularity::Month),
        Just(Granularity::Quarter),
        Just(Granularity::HalfYear),
        Just(Granularity::Year)
    ];
    (
        amount,
        per,
        kind,
        prop::option::of(1u32..8),
        any::<bool>(),
        prop::option::of(1u32..5),
        prop::option::of(fraction()),
    )
        .prop_map(|(amount, per, kind, n_periods, is_for_new_hires, recover_from, recovery_share)| Draw {
            amount,
            per,
            kind,
            n_periods,
            is_for_new_hires,
            recover_from,
            recovery_share,
        })
}

fn clawback() -> impl Strategy<Value = Clawback> {
    let kind = prop_oneof![
        Just(ClawbackKind::OriginalRate),
        Just(ClawbackKind::Recomputed),
        Just(ClawbackKind::ProRata),
        fraction().prop_map(|share| ClawbackKind::Percent { share }),
    ];
    (prop::option::of(0u32..6), kind).prop_map(|(within_months, kind)| Clawback { within_months, kind })
}

fn spiffs() -> impl Strategy<Value = Vec<Spiff>> {
    let cents = |most: i64| (0..most).prop_map(|cents| Decimal::new(cents, 2));
    let reward =
        prop_oneof![
            cents(20_000).prop_map(|amount| Reward::PerDeal { amount }),
            (0i64..999).prop_map(|rate| Reward::Rate { rate: Decimal::new(rate, 4) }),
            (prop::collection::vec(cents(90_000), 1..4), cents(2_000_000))
                .prop_map(|(prizes, least)| Reward::Contest { per: Granularity::Quarter, prizes, least }),
        ];
    prop::collection::vec(reward, 0..3).prop_map(|rewards| {
        let name = |place: usize| format!("SPIFF {place}");
        let spiff = |(place, reward)| Spiff {
            name: name(place),
            from: None,
            to: None,
            filter: Filter::default(),
            measure: Measure::default(),
            credit_from: CreditFrom::default(),
            reward,
        };
        rewards.into_iter().enumerate().map(spiff).collect()
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    let window = prop_oneof![
        Just(Window::Deal),
        Just(Window::PayPeriod),
        Just(Window::Quarter),
        Just(Window::HalfYear),
        Just(Window::Year)
    ];
    let period = prop_oneof![Just(Granularity::Month), Just(Granularity::Quarter)];
    let rounding = prop_oneof![Just(Rounding::PerLine), Just(Rounding::PerStatement)];
    let holdback = (fraction(), 0u32..7).prop_map(|(share, months)| Holdback { share, months });
    let component = (window, period, any::<bool>());
    let rules = (prop::option::of(draw()), prop::option::of(clawback()), prop::option::of(holdback), spiffs());
    (component, rounding, rules).prop_map(|((accumulate, pay_period, deduct_prior), rounding, rules)| {
        let (draw, clawback, holdback, spiffs) = rules;
        let one = templates::component("Bookings", &[(0, 50), (50, 100), (100, 170)]);
        let components = vec![Component { accumulate, pay_period, deduct_prior, ..one }];
        let (target_incentive, quota) = (Some(Decimal::from(60_000)), Some(Decimal::from(1_200_000)));
        Plan {
            name: "Law".into(),
            target_incentive,
            quota,
            components,
            rounding,
            spiffs,
            draw,
            clawback,
            holdback,
            ..Plan::default()
        }
    })
}

/// Deals of three reps, some of them cancelled, and payments of the first months.
fn dataset() -> impl Strategy<Value = Dataset> {
    let deal = (
        0u32..365,
        -200_000i64..20_000_000,
        prop::option::weighted(0.3, 0u32..400),
        0usize..3,
        prop::option::of(1i64..24),
    );
    let payment = (0i32..4, 0i64..900_000, 0usize..3);
    let reps = ["Ann", "Bob", "Cy"];
    (prop::collection::vec(deal, 0..25), prop::collection::vec(payment, 0..4)).prop_map(move |(deals, payments)| {
        let day = |step: u32| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(u64::from(step));
        let deals = deals.into_iter().enumerate().map(|(index, (at, cents, cancelled, rep, term))| Deal {
            cancelled: cancelled.map(|later| day(at + later)),
            term_months: term.map(Decimal::from),
            ..sale(index, reps[rep], day(at), Decimal::new(cents, 2))
        });
        let payments = payments.into_iter().map(|(at, cents, rep)| Payment {
            rep: RepId(reps[rep].into()),
            period: monthly(month(at)),
            amount: Money(Decimal::new(cents, 2)),
        });
        let rep = |name: &str| Rep {
            id: RepId(name.into()),
            name: name.into(),
            hired: NaiveDate::from_ymd_opt(2026, 2, 1),
            ..Rep::default()
        };
        Dataset { reps: vec![rep("Bob")], deals: deals.collect(), payments: payments.collect(), ..Dataset::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_account_balances(plan in plan(), dataset in dataset()) {
        prop_assert_eq!(plan.errors(), vec![]);
        let input = input(&plan, &dataset, 12);
        let replay = replay(&input);
        books(&replay, "law");
        for statement in &replay.statements {
            for line in &statement.lines {
                let explained = explain(&input, &statement.rep, &line.component, line.period).unwrap();
                prop_assert_eq!(&explained.line, line);
            }
        }
    }

    #[test]
    fn a_statement_rounded_once_is_the_rounded_sum(plan in plan(), dataset in dataset()) {
        let spiffs = plan.spiffs.iter().filter(|spiff| !matches!(spiff.reward, Reward::Contest { .. })).cloned().collect();
        let exact = Plan { rounding: Rounding::PerStatement, draw: None, clawback: None, holdback: None, spiffs, ..plan };
        let dataset = Dataset { payments: Vec::new(), ..dataset };
        let many = ReplayInput { digits: 12, ..input(&exact, &dataset, 12) };
        let (fine, cents) = (replay(&many), replay(&input(&exact, &dataset, 12)));
        for (fine, cents) in fine.statements.iter().zip(&cents.statements) {
            let rounded: Money = fine.lines.iter().map(|line| line.pay).sum::<Money>().rounded(2);
            let paid: Money = cents.lines.iter().map(|line| line.pay).sum();
            prop_assert!((rounded - paid).0.abs() <= Decimal::new(1, 9), "{:?} {:?}", rounded, paid);
        }
    }

    #[test]
    fn a_book_of_one_plan_is_that_plan(plan in plan(), dataset in dataset()) {
        let book = PlanBook { plans: vec![plan.clone()], assignments: vec![Assignment { plan: plan.name.clone(), who: Who::Everyone, from: None, to: None }] };
        let ReplayInput { calendar, first, last, digits, .. } = input(&plan, &dataset, 12);
        let in_book = replay_book(&BookInput { book: &book, dataset: &dataset, calendar, first, last, digits, currency: "USD" });
        prop_assert_eq!(in_book, replay(&input(&plan, &dataset, 12)));
    }

    #[test]
    fn versions_split_a_year_and_balances_go_on(one in plan(), two in plan(), dataset in dataset(), at in 1i32..12) {
        let (one, two) = (Plan { name: "One".into(), ..one }, Plan { name: "Two".into(), ..two });
        let on = |plan: &str, from: Option<Month>, to: Option<Month>| Assignment { plan: plan.into(), who: Who::Everyone, from, to };
        let assignments = vec![on("One", None, Some(month(at - 1))), on("Two", Some(month(at)), None)];
        let book = PlanBook { plans: vec![one, two], assignments };
        prop_assert_eq!(book.errors(), vec![]);
        let book = BookInput { book: &book, dataset: &dataset, calendar: Calendar::default(), first: month(0), last: month(11), digits: 2, currency: "USD" };
        books(&replay_book(&book), "versions");
    }
}

fn book_of(plans: Vec<Plan>, assignments: Vec<Assignment>) -> PlanBook {
    PlanBook { plans, assignments }
}

#[test]
fn a_new_version_begins_anew() {
    let yearly = |name: &str| {
        let mut plan = templates::flat(Decimal::new(10, 2));
        plan.name = name.into();
        plan.components[0].accumulate = Window::Year;
        plan.components[0]
            .tiers
            .push(attain::engine::comp::Tier { from: Decimal::from(1_000), value: Decimal::new(20, 2) });
        plan
    };
    let day = |month: u32| NaiveDate::from_ymd_opt(2026, month, 10).unwrap();
    let deals = (1..=4).map(|at| sale(at as usize, "Ann", day(at), Decimal::from(600))).collect();
    let dataset = Dataset { deals, ..Dataset::default() };
    let whole = replay(&input(&yearly("Old"), &dataset, 4));
    let pay = |replay: &Replay| replay.statements[0].periods.iter().map(|one| one.paid).collect::<Vec<_>>();
    assert_eq!(pay(&whole), [60, 80, 120, 120].map(Money::whole));
    let on = |plan: &str, from: Option<Month>, to: Option<Month>, who| Assignment { plan: plan.into(), who, from, to };
    let split = vec![
        on("Old", None, Some(month(1)), Who::Everyone),
        on("New", Some(month(2)), None, Who::Rep(RepId("ann".into()))),
    ];
    let book = book_of(vec![yearly("Old"), yearly("New")], split);
    let input = BookInput {
        book: &book,
        dataset: &dataset,
        calendar: Calendar::default(),
        first: month(0),
        last: month(3),
        digits: 2,
        currency: "USD",
    };
    let split = replay_book(&input);
    assert_eq!(pay(&split), [60, 80, 60, 80].map(Money::whole));
    assert!(split.gaps.is_empty(), "{:?}", split.gaps);
    let line = &split.statements[0].lines[3];
    let explained = explain_in_book(&input, &split.statements[0].rep, &line.component, line.period).unwrap();
    assert_eq!((&explained.line, explained.deals.len()), (line, 1));
    // Months without a plan pay nothing, and are said.
    let book = book_of(vec![yearly("Old")], vec![on("Old", Some(month(1)), Some(month(2)), Who::Everyone)]);
    let part = replay_book(&BookInput { book: &book, ..input });
    assert_eq!(pay(&part), [0, 60, 80, 0].map(Money::whole));
    let gaps = serde_json::to_value(&part.gaps).unwrap();
    assert!(gaps.as_array().unwrap().iter().any(|gap| gap["reps_without_plan"]["n_reps"] == 1), "{gaps}");
}

/// Ann sold 20,000 and 10,000 in the first quarter, Bob 25,000, Cy 5,000; prizes of 1,000 and 500. What is taken back in
/// April and May where those deals are cancelled on those days.
#[test]
fn prizes_of_cancelled_deals_are_taken_back() {
    let check = |kind: ClawbackKind, within: Option<u32>, cancelled: [&str; 3], expected: [[i64; 2]; 3]| {
        let sold = [("Ann", 20_000, cancelled[0]), ("Ann", 10_000, cancelled[1]), ("Bob", 25_000, cancelled[2])];
        let day = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
        let deal = |(at, (rep, amount, cancelled)): (usize, &(&str, i64, &str))| Deal {
            cancelled: cancelled.parse().ok(),
            ..sale(at, rep, day, Decimal::from(*amount))
        };
        let mut deals: Vec<Deal> = sold.iter().enumerate().map(deal).collect();
        deals.push(sale(3, "Cy", day, Decimal::from(5_000)));
        let dataset = Dataset { deals, ..Dataset::default() };
        let prizes = [1_000, 500].map(Decimal::from).to_vec();
        let mut plan = templates::flat(Decimal::ZERO);
        plan.clawback = Some(Clawback { within_months: within, kind });
        // Nothing of a prize waits, and nothing that waits is lost for one.
        plan.holdback = Some(Holdback { share: Decimal::new(5, 1), months: 12 });
        plan.spiffs = vec![Spiff {
            name: "Race".into(),
            from: None,
            to: None,
            filter: Filter::default(),
            measure: Measure::default(),
            credit_from: CreditFrom::default(),
            reward: Reward::Contest { per: Granularity::Quarter, prizes, least: Decimal::ZERO },
        }];
        let replay = replay(&input(&plan, &dataset, 5));
        books(&replay, "prizes");
        let taken = replay.statements.iter().map(|one| {
            assert_eq!(one.periods.iter().map(|period| period.forfeited).sum::<Money>(), Money::ZERO);
            [3, 4].map(|month: usize| one.periods[month].clawed_back)
        });
        let taken: Vec<[Money; 2]> = taken.collect();
        assert_eq!(taken, expected.map(|one| one.map(Money::whole)), "{kind:?} {cancelled:?}");
    };
    let (never, april, may) = ("", "2026-04-10", "2026-05-10");
    let original = ClawbackKind::OriginalRate;
    check(original, None, [never; 3], [[0; 2]; 3]);
    check(original, None, [april, never, never], [[500, 0], [0, 0], [0, 0]]);
    check(ClawbackKind::Recomputed, None, [april, never, never], [[500, 0], [0, 0], [0, 0]]);
    check(ClawbackKind::Percent { share: Decimal::new(5, 1) }, None, [april, may, never], [[250, 250], [0, 0], [0, 0]]);
    check(original, None, [april, may, never], [[500, 500], [0, 0], [0, 0]]);
    check(ClawbackKind::Recomputed, None, [april, may, never], [[500, 500], [0, 0], [0, 0]]);
    check(original, Some(2), [april, may, never], [[500, 0], [0, 0], [0, 0]]); // May is late
    check(original, None, [april, never, "2026-04-05"], [[0, 0], [500, 0], [0, 0]]);
    check(original, None, ["2026-06-10", never, never], [[0; 2]; 3]); // not known yet
    check(original, None, [never, april, never], [[500, 0], [0, 0], [0, 0]]); // 20,000 are second to 25,000
    check(original, None, [never, never, april], [[0, 0], [500, 0], [0, 0]]);
}

#[test]
fn reps_compete_and_roles_have_their_plans() {
    let rep =
        |name: &str, role: &str| Rep { id: RepId(name.into()), name: name.into(), role: role.into(), ..Rep::default() };
    let day = NaiveDate::from_ymd_opt(2026, 1, 10).unwrap();
    let sales = [("Ann", 500), ("Bob", 500), ("Cy", 400), ("Dee", 900)];
    let deals = sales.iter().enumerate().map(|(at, (rep, amount))| sale(at, rep, day, Decimal::from(*amount)));
    let reps = vec![rep("Ann", "AE"), rep("Bob", "ae "), rep("Cy", "AE"), rep("Dee", "SE")];
    let dataset = Dataset { reps, deals: deals.collect(), ..Dataset::default() };
    let mut contest = templates::flat(Decimal::ZERO);
    let prizes = [100, 51, 10].map(Decimal::from).to_vec();
    let reward = Reward::Contest { per: Granularity::Month, prizes, least: Decimal::ZERO };
    contest.spiffs = vec![Spiff {
        name: "Race".into(),
        from: None,
        to: None,
        filter: Filter::default(),
        measure: Measure::default(),
        credit_from: CreditFrom::default(),
        reward,
    }];
    let other = templates::flat(Decimal::new(1, 1));
    let other = Plan { name: "Other".into(), ..other };
    let on = |plan: &str, who| Assignment { plan: plan.into(), who, from: None, to: None };
    let name = contest.name.clone();
    let book = book_of(vec![contest, other], vec![on(&name, Who::Role("AE".into())), on("Other", Who::Everyone)]);
    let input = BookInput {
        book: &book,
        dataset: &dataset,
        calendar: Calendar::default(),
        first: month(0),
        last: month(0),
        digits: 2,
        currency: "USD",
    };
    let paid: Vec<String> =
        replay_book(&input).statements.iter().map(|one| one.total.0.normalize().to_string()).collect();
    assert_eq!(paid, ["75.5", "75.5", "10", "90"]);
    let prize = explain_in_book(&input, &RepId("Bob".into()), "Race", monthly(month(0))).unwrap();
    assert_eq!(prize.deals.len(), 1);
    let step = serde_json::to_value(&prize.trace[0]).unwrap();
    assert_eq!(
        (&step["ledger"]["place"]["n_tied"], &step["ledger"]["place"]["n_reps"]),
        (&Value::from(2), &Value::from(3))
    );
}

#[test]
fn leavers_are_listed_with_what_stands_open() {
    let mut plan = templates::flat(Decimal::ONE);
    let amount = DrawAmount::Money(Decimal::from(1_000));
    plan.draw = Some(Draw {
        amount,
        per: Granularity::Month,
        kind: DrawKind::Recoverable,
        n_periods: None,
        is_for_new_hires: true,
        recover_from: None,
        recovery_share: None,
    });
    let rep = |name: &str, hired: u32, left: Option<u32>| Rep {
        id: RepId(name.into()),
        name: name.into(),
        hired: NaiveDate::from_ymd_opt(2026, hired, 1),
        left: left.and_then(|left| NaiveDate::from_ymd_opt(2026, left, 20)),
        ..Rep::default()
    };
    let reps = vec![rep("Old", 1, None), rep("New", 2, Some(3))];
    let dataset = Dataset { reps, ..Dataset::default() };
    let replay = replay(&input(&plan, &dataset, 5));
    let pay = |at: usize| replay.statements[at].periods.iter().map(|one| one.paid).collect::<Vec<_>>();
    assert_eq!(pay(0), [Money::ZERO; 5]);
    assert_eq!(pay(1), [0, 1_000, 1_000, 0, 0].map(Money::whole));
    let open = &replay.liabilities;
    assert_eq!((open.len(), open[0].name.as_str(), open[0].balances.draw), (1, "New", Money::whole(2_000)));
    assert!(open[0].left.is_some());
}

#[test]
fn a_deal_paid_before_the_first_month_is_taken_back() {
    let mut plan = templates::flat(Decimal::ONE);
    plan.clawback = Some(Clawback { within_months: None, kind: ClawbackKind::OriginalRate });
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let old = Deal { cancelled: day(2026, 2, 1), ..sale(0, "Ann", day(2025, 3, 1).unwrap(), Decimal::from(300)) };
    let new = sale(1, "Ann", day(2026, 2, 20).unwrap(), Decimal::from(1_000));
    let dataset = Dataset { deals: vec![old, new], ..Dataset::default() };
    let replay = replay(&input(&plan, &dataset, 3));
    let paid: Vec<Money> = replay.statements[0].periods.iter().map(|one| one.paid).collect();
    assert_eq!(paid, [0, 700, 0].map(Money::whole));
    assert_eq!(replay.statements[0].lines.len(), 3);
}
