//! Cases worked by hand, one a method, and the edges: one rep, no history, nothing sold, amounts below nothing.

use chrono::NaiveDate;

use super::*;
use crate::engine::records::{Account, Deal, Outcome, Rep, RepId, Target};
use crate::engine::units::{Decimal, Money, Period};

/// The year that is estimated: 2026.
const YEAR: i32 = 2026;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A won deal in each quarter of a year, together `amount`.
fn sold(rep: &str, year: i32, amount: i64) -> Vec<Deal> {
    sold_to(rep, "", year, amount)
}

fn sold_to(rep: &str, account: &str, year: i32, amount: i64) -> Vec<Deal> {
    let deal = |month: u32| Deal {
        rep: RepId(rep.into()),
        account: account.into(),
        outcome: Outcome::Won,
        amount: Some(Money(Decimal::new(amount * 25, 2))),
        created: Some(day(year, month, 1)),
        closed: Some(day(year, month, 20)),
        ..Deal::default()
    };
    // The last lies in December, so that the data covers the year whole.
    [1, 4, 7, 12].map(deal).into()
}

fn team(deals: &[(&str, i32, i64)]) -> Dataset {
    let deals: Vec<Deal> = deals.iter().flat_map(|(rep, year, amount)| sold(rep, *year, *amount)).collect();
    Dataset { deals, ..Dataset::default() }
}

fn found(dataset: &Dataset, method: Method, settings: &EstimateSettings) -> Result<Estimates, EstimateError> {
    let (calendar, measure) = (Calendar::default(), Measure::Bookings);
    let year = Month::new(YEAR, 5);
    estimate(&EstimateInput { dataset, calendar, year, measure, currency: "EUR", settings }, method)
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6 * expected.abs().max(1.0), "{found} {expected}");
}

/// Value and half of the interval of the nth rep.
fn value(estimates: &Estimates, place: usize) -> (f64, f64) {
    let one = &estimates.estimates[place];
    let half = one.interval.map_or(f64::NAN, |interval| (interval.high - interval.low) / 2.0);
    (one.value, half)
}

#[test]
fn two_reps_are_drawn_to_their_mean() {
    // Variances as in the layout worked by hand: τ² 1 000, σ² 500 on 2 degrees. w = 2 000 / 2 500 = 0.8, peers 95:
    // 0.8·120 + 0.2·95 = 115, 0.8·70 + 0.2·95 = 75. The peers' mean has the variance (1 000 + 250) / 2 = 625; around
    // the value 0.2·1 000 + 0.04·625 + 500 = 725; t for 80 % and 2 degrees is 0.8·√(2/0.36).
    let data = team(&[("A", 2024, 100), ("A", 2025, 140), ("B", 2024, 60), ("B", 2025, 80)]);
    let settings = EstimateSettings { pieces: Pieces::Years, is_levelled: false, ..EstimateSettings::default() };
    let estimates = found(&data, Method::Shrinkage, &settings).unwrap();
    let half = 0.8 * libm::sqrt(2.0 / 0.36) * libm::sqrt(725.0);
    for (place, expected) in [115.0, 75.0].into_iter().enumerate() {
        let (value, found) = value(&estimates, place);
        near(value, expected);
        near(found, half);
    }
    let Model::Shrinkage { tau2, sigma2, degrees, n_reps } = estimates.model else { panic!("{:?}", estimates.model) };
    near(tau2, 1_000.0);
    near(sigma2, 500.0);
    assert_eq!((degrees, n_reps, estimates.notes.len()), (2, 2, 0));
    assert!(matches!(estimates.estimates[0].how, How::Shrunk { n: 2, .. }));
}

#[test]
fn earlier_years_are_brought_to_the_level_of_the_last() {
    // Everyone doubled: 50 and 100 then are 100 and 200 now, and nothing is left to chance.
    let data = team(&[("A", 2024, 50), ("A", 2025, 100), ("B", 2024, 100), ("B", 2025, 200)]);
    for pieces in [Pieces::Years, Pieces::Quarters] {
        let settings = EstimateSettings { pieces, ..EstimateSettings::default() };
        let estimates = found(&data, Method::Shrinkage, &settings).unwrap();
        near(value(&estimates, 0).0, 100.0);
        near(value(&estimates, 1).0, 200.0);
        near(value(&estimates, 1).1, 0.0);
    }
}

#[test]
fn growth_is_the_peers_the_own_or_stated() {
    // Together 150 to 210: 40 %. A 100 to 120: 20 %; B 50 to 90: 80 %.
    let data = team(&[("A", 2024, 100), ("A", 2025, 120), ("B", 2024, 50), ("B", 2025, 90), ("C", 2025, 10)]);
    let check = |growth: GrowthFrom, expected: [f64; 3]| {
        let estimates = found(&data, Method::Growth, &EstimateSettings { growth, ..EstimateSettings::default() });
        let estimates = estimates.unwrap();
        for (place, expected) in expected.into_iter().enumerate() {
            near(value(&estimates, place).0, expected);
        }
    };
    check(GrowthFrom::Peers, [168.0, 126.0, 14.0]);
    check(GrowthFrom::Own, [144.0, 162.0, 14.0]);
    check(GrowthFrom::Stated(-0.5), [60.0, 45.0, 5.0]);
    // What is left: 120 − 140 over 100 gives 4, 90 − 70 over 50 gives 8: 12 for each unit on 1 degree. At 120, of bases
    // that sum to 150: √(12 · 120 · (1 + 120/150)); t for 80 % and 1 degree is tan(0.4·π).
    let estimates = found(&data, Method::Growth, &EstimateSettings::default()).unwrap();
    let half = libm::tan(0.4 * std::f64::consts::PI) * libm::sqrt(12.0 * 120.0 * 1.8);
    let one = estimates.estimates[0].interval.unwrap();
    near(one.high, 168.0 + half);
    near(one.low, (168.0 - half).max(0.0));
    let Model::Growth { growth, scatter, n_pairs } = estimates.model else { panic!("{:?}", estimates.model) };
    near(growth.unwrap(), 0.4);
    near(scatter.unwrap(), 12.0);
    assert_eq!(n_pairs, 2);
}

#[test]
fn account_plans_sum_to_the_owner() {
    // Alpha and Beta are A's, Gamma nobody's: B sold to it last. Potential: half of the revenue.
    let account = |id: &str, owner: &str, revenue: i64| Account {
        id: id.into(),
        owner: RepId(owner.into()),
        revenue: Some(Money::whole(revenue)),
        ..Account::default()
    };
    let accounts = vec![account("Alpha", "A", 400), account("Beta", "A", 100), account("Gamma", "", 1_000)];
    let deals = [sold_to("A", "Alpha", 2025, 100), sold_to("B", "beta ", 2025, 80), sold_to("B", "Gamma", 2025, 200)];
    let deals = [deals.concat(), sold("B", 2025, 8)].concat();
    let data = Dataset { deals, accounts, ..Dataset::default() };
    let growth = GrowthFrom::Stated(0.1);
    let potential = PotentialOf::Revenue;
    let settings =
        EstimateSettings { growth, potential, potential_per_unit: 0.5, share: 0.25, ..EstimateSettings::default() };
    let estimates = found(&data, Method::AccountPlans, &settings).unwrap();
    // A: 110 + (200 − 100)·0.25 and 88 + nothing, for 50 is less than the 80 sold; B: 220 + (500 − 200)·0.25.
    near(value(&estimates, 0).0, 223.0);
    near(value(&estimates, 1).0, 295.0);
    let Model::Accounts { n_accounts, unplanned } = estimates.model else { panic!("{:?}", estimates.model) };
    near(unplanned, 8.0);
    assert_eq!(n_accounts, 3);
    let listed: Vec<(&str, f64)> = estimates.accounts.iter().map(|line| (line.account.as_str(), line.value)).collect();
    assert_eq!(listed.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["Gamma", "Alpha", "Beta"]);
    near(listed.iter().map(|(_, value)| value).sum(), estimates.total());
    assert!(estimates.notes.contains(&Note::OwnersBySales { n_accounts: 1 }), "{:?}", estimates.notes);
}

#[test]
fn potential_learns_its_two_numbers_or_is_told_them() {
    // Made by sales' = 0.9·sales + 0.5·(potential − sales): 0.4·sales + 0.5·potential.
    let potentials = [("A", 300), ("B", 100), ("C", 500), ("D", 200)];
    let account = |(rep, revenue): &(&str, i64)| Account {
        id: format!("Of {rep}"),
        owner: RepId((*rep).into()),
        revenue: Some(Money::whole(*revenue)),
        ..Account::default()
    };
    let mut data = team(&[
        ("A", 2024, 100),
        ("A", 2025, 190),
        ("B", 2024, 200),
        ("B", 2025, 130),
        ("C", 2024, 50),
        ("C", 2025, 270),
        ("D", 2024, 150),
        ("D", 2025, 160),
    ]);
    data.accounts = potentials.iter().map(account).collect();
    let potential = PotentialOf::Revenue;
    let learned = EstimateSettings { potential, potential_per_unit: 1.0, share: 1.0, ..EstimateSettings::default() };
    let told = EstimateSettings { potential_weights: Some((0.9, 0.5)), ..learned.clone() };
    for settings in [&learned, &told] {
        let estimates = found(&data, Method::Potential, settings).unwrap();
        for (place, expected) in [226.0, 102.0, 358.0, 164.0].into_iter().enumerate() {
            near(value(&estimates, place).0, expected);
        }
        let Model::Fit(fit) = &estimates.model else { panic!("{:?}", estimates.model) };
        near(fit.columns[0].coefficient, 0.9);
        near(fit.columns[1].coefficient, 0.5);
    }
    assert_eq!(found(&data, Method::Potential, &EstimateSettings::default()), Err(EstimateError::NoPotential));
}

#[test]
fn regression_says_what_each_column_gives() {
    // 2024 to 2025: y = 10 + 2·x but for 0, 3, −3, 0 at x = 10, 20, 30, 40: the slope is 2 − 0.06, Σ around 25 is 500.
    let data = team(&[
        ("A", 2024, 10),
        ("A", 2025, 30),
        ("B", 2024, 20),
        ("B", 2025, 53),
        ("C", 2024, 30),
        ("C", 2025, 67),
        ("D", 2024, 40),
        ("D", 2025, 90),
    ]);
    let estimates = found(&data, Method::Regression, &EstimateSettings::default()).unwrap();
    let (slope, constant) = (1.94, 60.0 - 1.94 * 25.0);
    near(value(&estimates, 0).0, constant + slope * 30.0);
    let How::Regressed { constant: found_constant, parts } = &estimates.estimates[0].how else { panic!() };
    near(*found_constant, constant);
    assert_eq!(parts.len(), 1);
    near(parts[0].2, slope * 30.0);
    // Left 18 − 0.06²·500 = 16.2 over 2; at 30: 1 + 1/4 + 25/500; t for 80 % and 2 degrees.
    near(value(&estimates, 0).1, 0.8 * libm::sqrt(2.0 / 0.36) * libm::sqrt(8.1 * 1.3));
    // Tenure is the same for all: it is dropped and said so.
    let features = vec![Feature::PriorSales, Feature::Tenure];
    let more = found(&data, Method::Regression, &EstimateSettings { features, ..EstimateSettings::default() }).unwrap();
    near(value(&more, 0).0, constant + slope * 30.0);
    assert!(more.notes.contains(&Note::Dropped { n_columns: 1 }));
    let features = vec![Feature::PriorSales, Feature::Accounts, Feature::Pipeline];
    let few = found(&data, Method::Regression, &EstimateSettings { features, ..EstimateSettings::default() });
    assert_eq!(few, Err(EstimateError::TooFewRows { needed: 5, found: 4 }));
}

#[test]
fn quota_ratio_and_even_share() {
    let mut data = team(&[("A", 2025, 90), ("B", 2025, 150)]);
    let quota = |rep: &str, amount: i64, month: u32, length: Granularity| Target {
        rep: RepId(rep.into()),
        period: Period { start: Month::new(2025, month), length },
        amount: Money::whole(amount),
        measure: String::new(),
    };
    // A 100 a year; B 50 a quarter in two quarters: 200 a year.
    data.targets = vec![
        quota("A", 100, 1, Granularity::Year),
        quota("B", 50, 1, Granularity::Quarter),
        quota("B", 50, 7, Granularity::Quarter),
    ];
    let settings = EstimateSettings { quota_ratio: 1.2, ..EstimateSettings::default() };
    let ratio = found(&data, Method::QuotaRatio, &settings).unwrap();
    near(value(&ratio, 0).0, 120.0);
    near(value(&ratio, 1).0, 240.0);
    // Sales are to lie around what last year's attainment of 240 / 300 gives: 160. Left 10²/100 + 10²/200 over 1 is 1.5;
    // √(1.5 · 200 · (1 + 200/300)) = √500; t for one degree.
    let half = libm::tan(0.4 * std::f64::consts::PI) * libm::sqrt(500.0);
    let interval = ratio.estimates[1].interval.unwrap();
    near(interval.low, 160.0 - half);
    near(interval.high, 160.0 + half);
    let even = found(&data, Method::Even, &settings).unwrap();
    // Mean 120; variance 30² · 2 over 1; √(1 800 · 1.5); t for one degree.
    near(value(&even, 0).0, 120.0);
    let wide = libm::tan(0.4 * std::f64::consts::PI) * libm::sqrt(1_800.0 * 1.5);
    near(even.estimates[1].interval.unwrap().high, 120.0 + wide);
    near(even.estimates[1].interval.unwrap().low, 0.0);
    data.targets.clear();
    assert_eq!(found(&data, Method::QuotaRatio, &settings), Err(EstimateError::NoQuotas));
}

#[test]
fn who_came_late_counts_a_whole_year_and_who_comes_later_is_left_out() {
    let mut data = team(&[("A", 2024, 100), ("A", 2025, 100), ("B", 2025, 0), ("Gone", 2024, 70)]);
    let rep = |id: &str, hired: Option<NaiveDate>, left: Option<NaiveDate>| {
        let id = RepId(id.into());
        Rep { id, hired, left, ..Rep::default() }
    };
    data.reps = vec![
        rep("A", None, None),
        rep("B", Some(day(2025, 7, 1)), None),
        rep("New", Some(day(2025, 12, 1)), None),
        rep("First", Some(day(2026, 1, 1)), None),
        rep("Later", Some(day(2026, 1, 2)), None),
        rep("Left", None, Some(day(2025, 12, 31))),
        rep("Gone", None, None),
    ];
    data.deals.extend(sold("B", 2025, 50).into_iter().skip(2)); // 25 in the half year that B is there
    let growth = GrowthFrom::Stated(0.0);
    let estimates = found(&data, Method::Growth, &EstimateSettings { growth, ..EstimateSettings::default() }).unwrap();
    let reps: Vec<&str> = estimates.estimates.iter().map(|one| one.rep.0.as_str()).collect();
    assert_eq!(reps, ["A", "B", "New", "First"]);
    near(value(&estimates, 0).0, 100.0);
    near(value(&estimates, 1).0, 50.0);
    near(value(&estimates, 2).0, 75.0); // the peers' mean
    assert_eq!((&estimates.estimates[2].how, &estimates.estimates[3].how), (&How::Peers, &How::Peers));
    let expected = [Note::Peers { n_reps: 2 }, Note::Annualised { n_reps: 1 }, Note::LeftOut { n_reps: 2 }];
    assert_eq!(estimates.notes, expected);
}

#[test]
fn edges_work_or_are_told() {
    let settings = EstimateSettings::default();
    let one = team(&[("A", 2025, 100)]);
    let zeros = team(&[("A", 2024, 0), ("A", 2025, 0), ("B", 2024, 0), ("B", 2025, 0)]);
    let below = team(&[("A", 2024, -100), ("A", 2025, -50), ("B", 2024, 30), ("B", 2025, 10)]);
    let same = team(&[("A", 2024, 7), ("A", 2025, 7), ("B", 2024, 7), ("B", 2025, 7), ("C", 2024, 7), ("C", 2025, 7)]);
    let huge = {
        let mut huge = team(&[("A", 2024, 1), ("A", 2025, 1), ("B", 2024, 1), ("B", 2025, 1)]);
        for (place, deal) in huge.deals.iter_mut().enumerate() {
            deal.amount = Some(Money(if place % 3 == 0 { Decimal::MAX } else { Decimal::MIN }));
        }
        huge
    };
    for data in [&Dataset::default(), &one, &zeros, &below, &same, &huge] {
        for method in Method::ALL {
            if let Ok(estimates) = found(data, method, &settings) {
                for one in &estimates.estimates {
                    assert!(0.0 <= one.value && one.value.is_finite(), "{method:?} {one:?}");
                    for interval in [one.interval, one.wide].into_iter().flatten() {
                        let Interval { low, high } = interval;
                        let is_around = method == Method::QuotaRatio || low <= one.value && one.value <= high;
                        assert!(0.0 <= low && low <= high && is_around, "{method:?} {one:?}");
                    }
                }
            }
        }
    }
    assert_eq!(found(&Dataset::default(), Method::Even, &settings), Err(EstimateError::NoReps));
    assert_eq!(found(&zeros, Method::Even, &settings), Err(EstimateError::NoReps));
    near(value(&found(&one, Method::Growth, &settings).unwrap(), 0).0, 100.0);
    assert!(found(&one, Method::Growth, &settings).unwrap().notes.contains(&Note::NoGrowth));
    // One rep and four quarters: the own mean is the peers'.
    near(value(&found(&one, Method::Shrinkage, &settings).unwrap(), 0).0, 100.0);
    let years = EstimateSettings { pieces: Pieces::Years, ..EstimateSettings::default() };
    assert_eq!(found(&one, Method::Shrinkage, &years), Err(EstimateError::TooFewYears { needed: 2, found: 1 }));
    assert_eq!(found(&one, Method::Regression, &settings), Err(EstimateError::TooFewYears { needed: 2, found: 1 }));
    assert_eq!(found(&one, Method::AccountPlans, &settings), Err(EstimateError::NoAccounts));
    for method in [Method::Shrinkage, Method::Growth, Method::Regression, Method::Even] {
        let estimates = found(&same, method, &settings);
        if method != Method::Regression {
            near(value(&estimates.unwrap(), 1).0, 7.0);
        }
    }
    assert!(found(&below, Method::Growth, &settings).unwrap().notes.contains(&Note::Floored { n_reps: 1 }));
}

#[test]
fn settings_that_cannot_be_used_are_named() {
    let data = team(&[("A", 2025, 100)]);
    let check = |settings: EstimateSettings, field: &str| {
        let error = found(&data, Method::Even, &settings);
        assert_eq!(error, Err(EstimateError::Setting { field: field.into() }));
    };
    let usual = EstimateSettings::default;
    check(EstimateSettings { level: 1.0, ..usual() }, "level");
    check(EstimateSettings { level: f64::NAN, ..usual() }, "level");
    check(EstimateSettings { n_years: 0, ..usual() }, "n_years");
    check(EstimateSettings { growth: GrowthFrom::Stated(f64::INFINITY), ..usual() }, "growth");
    check(EstimateSettings { growth: GrowthFrom::Stated(-1.5), ..usual() }, "growth");
    check(EstimateSettings { share: -0.1, ..usual() }, "share");
    check(EstimateSettings { potential_per_unit: f64::NAN, ..usual() }, "potential_per_unit");
    check(EstimateSettings { potential_weights: Some((f64::NAN, 0.0)), ..usual() }, "potential_weights");
    check(EstimateSettings { quota_ratio: -1.0, ..usual() }, "quota_ratio");
}
