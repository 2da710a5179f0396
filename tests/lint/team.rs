//! The plan on a team: planted faults in history, with their exact amounts.

use attain::engine::comp::lint::{At, Field, Move, Pay, Place, Rule, Severity, all, team_findings};
use attain::engine::comp::{
    Cap, Clawback, ClawbackKind, Condition, Gate, Measure, Otherwise, PayBasis, Plan, ReplayInput, Threshold,
    ThresholdKind, TierAxis, TierMode, Window,
};
use attain::engine::records::{Credit, Dataset, Deal, Outcome, Rep, RepId, Target};
use attain::engine::units::{Calendar, Decimal, Granularity, Money, Month, Period};
use chrono::NaiveDate;

use super::{number, plan_of, sound, tiers, with};

/// Deals as (rep, day, amount); each rep has 100,000 a month to sell and 60,000 a year to earn.
fn team(deals: &[(&str, &str, i64)]) -> Dataset {
    let deal = |(index, (rep, day, amount)): (usize, &(&str, &str, i64))| Deal {
        id: format!("D{index}"),
        rep: RepId((*rep).into()),
        outcome: Outcome::Won,
        amount: Some(Money::whole(*amount)),
        closed: Some(day.parse::<NaiveDate>().unwrap()),
        ..Deal::default()
    };
    let mut names: Vec<&str> = deals.iter().map(|(rep, ..)| *rep).collect();
    names.sort_unstable();
    names.dedup();
    let rep = |name: &&str| Rep {
        id: RepId((*name).into()),
        name: (*name).into(),
        target_incentive: Some(Money::whole(60_000)),
        ..Rep::default()
    };
    let target = |name: &&str| {
        [2025, 2026].map(|year| Target {
            rep: RepId((*name).into()),
            period: Period { start: Month::new(year, 1), length: Granularity::Year },
            amount: Money::whole(1_200_000),
            measure: String::new(),
        })
    };
    Dataset {
        reps: names.iter().map(rep).collect(),
        deals: deals.iter().enumerate().map(deal).collect(),
        targets: names.iter().flat_map(target).collect(),
        ..Dataset::default()
    }
}

/// Sales of `amount` in the middle of each month of 2025.
fn steady(rep: &'static str, amount: i64) -> Vec<(&'static str, String, i64)> {
    (1..=12).map(|month| (rep, format!("2025-{month:02}-15"), amount)).collect()
}

fn team_of(months: &[(&'static str, String, i64)]) -> Dataset {
    let deals: Vec<(&str, &str, i64)> = months.iter().map(|(rep, day, amount)| (*rep, day.as_str(), *amount)).collect();
    team(&deals)
}

#[track_caller]
fn check(plan: &Plan, dataset: &Dataset, severity: Severity, place: Place, rule: &Rule) {
    let (first, last) = (Month::new(2025, 1), Month::new(2025, 12));
    let input = ReplayInput { plan, dataset, calendar: Calendar::default(), first, last, digits: 2, currency: "USD" };
    let found = all(&input);
    let is_there = found.iter().any(|one| one.place == place && one.rule == *rule && one.severity == severity);
    assert!(is_there, "{severity:?} {place:?} {rule:?} is not in {found:#?}");
}

fn first(field: Field) -> Place {
    Place::of(0, field)
}

#[test]
fn what_history_never_reached_is_found() {
    let dataset = team_of(&[steady("Ann", 90_000), steady("Bob", 130_000)].concat());
    let plan = with(|component| component.tiers = tiers(&[("0", "1"), ("1", "1.5"), ("1.5", "2"), ("1.75", "2.5")]));
    let at = At { credit: None, attainment: Some(number("1.5")) };
    let (first_month, last) = (Month::new(2025, 1), Month::new(2025, 12));
    let rule = Rule::TierUnreached { at, most: number("1.3") };
    check(&plan, &dataset, Severity::Note, first(Field::TierFrom).at(2), &rule);
    let input = |plan, dataset| ReplayInput {
        plan,
        dataset,
        calendar: Calendar::default(),
        first: first_month,
        last,
        digits: 2,
        currency: "USD",
    };
    let found = team_findings(&input(&plan, &dataset));
    assert_eq!(found.iter().find(|one| one.rule == rule).unwrap().n_more, 1);

    // Half of the windows are below 95 %.
    let high = with(|component| {
        component.threshold = Some(Threshold { at: number("0.95"), kind: ThresholdKind::Cliff });
    });
    let rule = Rule::ThresholdHigh { at: number("0.95"), below: number("0.5") };
    check(&high, &dataset, Severity::Warning, first(Field::Threshold), &rule);

    // Bob's 130 % are paid as 120 % in each of 12 months: 500 each.
    let capped = with(|component| component.caps = vec![Cap::Attainment { at: number("1.2") }]);
    let rule = Rule::CapBinds { share: number("0.5"), cut: Money::whole(6_000) };
    check(&capped, &dataset, Severity::Warning, first(Field::Caps), &rule);

    let mut gated = with(|component| {
        let conditions = vec![Condition { component: "Second".into(), at: number("1.4") }];
        component.gate = Some(Gate { conditions, otherwise: Otherwise::Nothing });
        component.weight = number("0.5");
    });
    gated.components.push(attain::engine::comp::Component { name: "Second".into(), weight: number("0.5"), ..sound() });
    let rule = Rule::GateShut { at: number("1.4"), most: number("1.3") };
    check(&gated, &dataset, Severity::Warning, first(Field::Gate).at(0), &rule);

    // Credit of just 130,000, where the tier of 130 % adds 0.5 · 6,500.
    let exact = with(|component| {
        component.tier_mode = TierMode::Retroactive;
        component.tiers = tiers(&[("0", "1"), ("1.3", "1.5")]);
    });
    let at = At { credit: Some(130_000.into()), attainment: Some(number("1.3")) };
    let pay = Pay { money: Some(Money::whole(3_250)), of_target: None };
    check(&exact, &dataset, Severity::Warning, first(Field::Boundary), &Rule::OnBound { at, pay, n_windows: 12 });
}

#[test]
fn records_that_a_plan_needs_are_missed() {
    let dataset = team_of(&steady("Ann", 90_000));
    let clawback = Some(Clawback { within_months: Some(6), kind: ClawbackKind::OriginalRate });
    let plan = Plan { clawback, ..plan_of(sound()) };
    check(&plan, &dataset, Severity::Warning, Place::plan(Field::Clawback), &Rule::NoCancellations);
    let credit = |deal: &str, rep: &str| Credit {
        deal: deal.into(),
        rep: RepId(rep.into()),
        share: Decimal::ONE,
        role: String::new(),
    };
    let credits = vec![credit("D0", "Ann"), credit("D0", "Bob"), credit("D0", "Cid"), credit("D1", "Ann")];
    let shared = Dataset { credits, ..dataset };
    let rule = Rule::OverCredited { deal: "D0".into(), most: 3.into(), share: number("0.5") };
    check(&plan_of(sound()), &shared, Severity::Warning, Place::plan(Field::Whole), &rule);
}

#[test]
fn the_best_moves_are_found_with_their_deals() {
    let gaming = |kind, rep: &str, deal: &str, days: [&str; 2], gain: &str, median: &str, n_reps| Rule::Gaming {
        kind,
        rep: RepId(rep.into()),
        name: rep.into(),
        deal: deal.into(),
        day: days[0].parse().unwrap(),
        to: days[1].parse().unwrap(),
        gain: Money(number(gain)),
        median: Money(number(median)),
        n_reps,
    };
    // Rates of 5 % to 100,000 a month and 10 % above. Ann's 20,000 of 30 January come on top of 60,000, at 5 %; in February,
    // on top of 110,000, they would pay 10 %: 1,000 more. Bob has nothing near an end of a month.
    let accelerated = with(|component| {
        component.pay_basis = PayBasis::Rate;
        component.tiers = tiers(&[("0", "0.05"), ("1", "0.1")]);
    });
    let deals = [
        ("Ann", "2025-01-14", 60_000),
        ("Ann", "2025-01-30", 20_000),
        ("Ann", "2025-02-15", 110_000),
        ("Bob", "2025-01-15", 60_000),
        ("Bob", "2025-02-15", 110_000),
        ("Cid", "2025-01-15", 1_000),
    ];
    let window = first(Field::Window);
    let rule = gaming(Move::PushOut, "Ann", "D1", ["2025-01-30", "2025-02-01"], "1000", "0", 1);
    check(&accelerated, &team(&deals), Severity::Note, window, &rule);
    // The other way round: January is above quota, the deal closed on 3 February.
    let deals = [("Ann", "2025-01-14", 110_000), ("Ann", "2025-02-03", 20_000)];
    let rule = gaming(Move::PullIn, "Ann", "D1", ["2025-02-03", "2025-01-31"], "1000", "1000", 1);
    check(&accelerated, &team(&deals), Severity::Note, window, &rule);

    // A bonus of 8,000 at quota, missed by a deal: more than a tenth of the year's target.
    let bonus = with(|component| {
        component.pay_basis = PayBasis::Fixed;
        component.tiers = tiers(&[("0", "0"), ("1", "8000")]);
    });
    let deals = [("Ann", "2025-03-10", 90_000), ("Ann", "2025-04-02", 10_000), ("Bob", "2025-03-10", 90_000)];
    let rule = gaming(Move::PullIn, "Ann", "D1", ["2025-04-02", "2025-03-31"], "8000", "4000", 1);
    check(&bonus, &team(&deals), Severity::Warning, window, &rule);

    // To date over the quarter: a move from January to February changes nothing, one over the quarter's end does.
    let mut to_date = accelerated.clone();
    to_date.components[0].accumulate = Window::Quarter;
    let deals = [
        ("Ann", "2025-01-30", 90_000),
        ("Ann", "2025-02-15", 90_000),
        ("Ann", "2025-03-31", 60_000),
        ("Ann", "2025-04-15", 300_000),
    ];
    let rule = gaming(Move::PushOut, "Ann", "D2", ["2025-03-31", "2025-04-01"], "3000", "3000", 1);
    check(&to_date, &team(&deals), Severity::Note, window, &rule);

    // Over the year's end a deal is held for up to a month.
    let mut yearly = accelerated;
    yearly.components[0].accumulate = Window::Year;
    let deals = [("Ann", "2025-12-10", 100_000), ("Ann", "2026-02-10", 1_300_000)];
    let dataset = team(&deals);
    let (first_month, last) = (Month::new(2025, 1), Month::new(2026, 12));
    let input = ReplayInput {
        plan: &yearly,
        dataset: &dataset,
        calendar: Calendar::default(),
        first: first_month,
        last,
        digits: 2,
        currency: "USD",
    };
    let rule = gaming(Move::NewYear, "Ann", "D0", ["2025-12-10", "2026-01-01"], "5000", "5000", 1);
    let found = team_findings(&input);
    assert!(found.iter().any(|one| one.rule == rule), "{found:#?}");

    // 200 for each deal, and no more than 1,000 for one at 5 %: two for one.
    let fee = with(|component| {
        (component.measure, component.pay_basis) = (Measure::Deals, PayBasis::Rate);
        component.tier_axis = TierAxis::Amount;
        component.tiers = tiers(&[("0", "200")]);
    });
    let deals = [("Ann", "2025-03-10", 90_000), ("Bob", "2025-03-11", 10_000)];
    let rule = gaming(Move::Split, "Ann", "D0", ["2025-03-10", "2025-03-10"], "200", "200", 2);
    check(&fee, &team(&deals), Severity::Note, window, &rule);
    let capped = with(|component| {
        component.pay_basis = PayBasis::Rate;
        component.tiers = tiers(&[("0", "0.05")]);
        component.caps = vec![Cap::Deal { amount: 1_000.into() }];
    });
    let rule = gaming(Move::Split, "Ann", "D0", ["2025-03-10", "2025-03-10"], "1000", "500", 1);
    check(&capped, &team(&deals), Severity::Note, window, &rule);
}

#[test]
fn pay_in_proportion_leaves_nothing_to_game() {
    let mut months = [steady("Ann", 90_000), steady("Bob", 130_000)].concat();
    months.extend([("Ann", "2025-06-30".to_owned(), 20_000), ("Bob", "2025-07-01".to_owned(), 20_000)]);
    let dataset = team_of(&months);
    let (first, last) = (Month::new(2025, 1), Month::new(2025, 12));
    let plan = plan_of(sound());
    let input = ReplayInput {
        plan: &plan,
        dataset: &dataset,
        calendar: Calendar::default(),
        first,
        last,
        digits: 2,
        currency: "USD",
    };
    assert_eq!(all(&input), []);
}
