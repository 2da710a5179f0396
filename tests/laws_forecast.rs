//! Laws of forecasts, on series nobody chose.

// Helpers outside a test function may fail like one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use attain::engine::forecast::{
    Axis, ForecastError, Method, PredictAsked, Prediction, Reconcile, Series, SeriesError, SeriesSet, backtest,
    forecast, nodes, predict, reconcile,
};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::Config;

const HOW: [Reconcile; 6] = [
    Reconcile::BottomUp,
    Reconcile::TopDownShares,
    Reconcile::TopDownForecasts,
    Reconcile::Structural,
    Reconcile::Variances,
    Reconcile::MinTrace,
];

/// Methods whose forecast follows a constant that is added to all values.
const NAIVE: [Method; 4] = [Method::Naive, Method::SeasonalNaive, Method::RunRate, Method::LastQuarter];

fn values(n: std::ops::Range<usize>) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0_u32..100_000).prop_map(|value| f64::from(value) / 10.0), n)
}

/// What people's data can hold: nothing, one value, the same value, rare values, losses, huge ones.
fn hostile() -> impl Strategy<Value = Vec<f64>> {
    let rare = prop::collection::vec(prop_oneof![4 => Just(0.0), 1 => 1.0..500.0], 0..60);
    let losses = prop::collection::vec(-1e6..1e6, 0..60);
    let huge = prop::collection::vec(prop_oneof![Just(1e15), Just(-1e15), Just(0.0), Just(1e-300)], 0..30);
    let same = (0_usize..40, -50.0..50.0).prop_map(|(n, value)| vec![value; n]);
    prop_oneof![rare, losses, huge, same, values(0..70)]
}

fn asked(horizon: usize, cycle: usize) -> PredictAsked {
    PredictAsked { horizon, cycle: Some(cycle), n_origins: 5, ..PredictAsked::default() }
}

proptest! {
    #![proptest_config(Config { cases: 24, ..Config::default() })]

    #[test]
    fn any_series_gets_a_forecast_or_a_refusal(values in hostile(), cycle in 1_usize..14, horizon in 1_usize..9) {
        let series = Series { values: values.clone(), ..Series::default() };
        match predict(Axis::default(), &series, &asked(horizon, cycle)) {
            Err(error) => prop_assert_eq!((error, values.len()), (SeriesError::Forecast(ForecastError::Empty), 0)),
            Ok(found) => {
                prop_assert_eq!(found.expected.len(), horizon);
                for (step, value) in found.expected.iter().enumerate() {
                    prop_assert!(value.is_finite());
                    for range in &found.ranges {
                        let (low, high) = range.bounds[step];
                        prop_assert!(low.is_finite() && low <= *value && *value <= high && high.is_finite());
                    }
                }
            }
        }
    }

    #[test]
    fn a_constant_shifts_naive_forecasts(values in values(1..50), by in 0_u32..1_000, cycle in 1_usize..13) {
        let by = f64::from(by);
        let moved: Vec<f64> = values.iter().map(|value| value + by).collect();
        for method in NAIVE {
            let (plain, other) = (forecast(&values, cycle, 5, method), forecast(&moved, cycle, 5, method));
            for (one, other) in plain.unwrap().iter().zip(other.unwrap()) {
                prop_assert!((one + by - other).abs() < 1e-6, "{method:?}");
            }
        }
    }

    #[test]
    fn a_factor_of_two_scales_every_forecast(values in values(8..50), cycle in 1_usize..5) {
        let scaled: Vec<f64> = values.iter().map(|value| value * 1_024.0).collect();
        let largest = values.iter().fold(1.0_f64, |largest, value| largest.max(value.abs()));
        for method in Method::ALL {
            let (plain, other) = (forecast(&values, cycle, 4, method), forecast(&scaled, cycle, 4, method));
            for (one, other) in plain.unwrap().iter().zip(other.unwrap()) {
                prop_assert!((one * 1_024.0 - other).abs() < 0.02 * 1_024.0 * (largest + one.abs()), "{method:?} {one} {other}");
            }
        }
    }

    #[test]
    fn a_poisoned_future_changes_no_number(past in values(12..40), poison in any::<i32>(), cycle in 1_usize..5) {
        let said = |future: f64| {
            let values: Vec<f64> = past.iter().copied().chain([future; 2]).collect();
            let found = backtest(&values, cycle, 2, 1, &Method::ALL).unwrap();
            let mut said: Vec<(Method, Vec<u64>)> = found
                .rows
                .iter()
                .map(|row| (row.method, row.said[0].iter().map(|value| value.to_bits()).collect()))
                .collect();
            said.sort();
            (said, found.widths)
        };
        prop_assert_eq!(said(f64::from(poison)), said(0.0));
    }

    #[test]
    fn hierarchies_add_up(parts in prop::collection::vec(values(20..21), 2..6), split in 1_usize..4) {
        let sum = |places: &[usize]| {
            let values = (0..20).map(|at| places.iter().map(|place| parts[*place][at]).sum()).collect();
            Series { values, ..Series::default() }
        };
        let split = split.min(parts.len() - 1);
        let (left, right): (Vec<usize>, Vec<usize>) = (0..parts.len()).partition(|place| *place < split);
        let set = SeriesSet {
            whole: Some(sum(&(0..parts.len()).collect::<Vec<_>>())),
            uppers: vec![sum(&left), sum(&right)],
            above: (0..parts.len()).map(|place| usize::from(split <= place)).collect(),
            series: parts.iter().map(|values| Series { values: values.clone(), ..Series::default() }).collect(),
            ..SeriesSet::default()
        };
        let base: Vec<Prediction> =
            nodes(&set).into_iter().map(|series| predict(set.axis, series, &asked(3, 1)).unwrap()).collect();
        for how in HOW {
            let mut found = base.clone();
            prop_assert_eq!(reconcile(&set, how, &mut found), Some(how));
            for step in 0..3 {
                let at = |place: usize| found[place].expected[step];
                let whole: f64 = (3..found.len()).map(at).sum();
                prop_assert_eq!(at(0).to_bits(), whole.to_bits());
                prop_assert_eq!(at(1).to_bits(), left.iter().map(|place| at(3 + place)).sum::<f64>().to_bits());
                prop_assert_eq!(at(2).to_bits(), right.iter().map(|place| at(3 + place)).sum::<f64>().to_bits());
            }
        }
    }
}
