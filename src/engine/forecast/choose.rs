//! Which method a series' own past speaks for, and why.

use serde::{Deserialize, Serialize};

use super::backtest::{Backtest, BacktestRow};
use super::intermittent::Demand;
use super::method::Method;
use crate::engine::simulate::two_sided;

/// A method with the reason for it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Which.
    pub method: Method,
    /// Why.
    pub why: Why,
}

/// Why a method was taken.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Somebody asked for it.
    Asked,
    /// The series is too short to try anything on.
    TooShort,
    /// Too few earlier origins to tell methods apart, and nothing happens most of the time.
    Seldom {
        /// How demand comes.
        demand: Demand,
    },
    /// It erred least at earlier origins, and clearly less than the one call that needs no choice.
    LeastError {
        /// Its mean scaled error.
        error: f64,
        /// That of the one call.
        auto: f64,
        /// That of the better of the naive yardsticks, if there is one.
        naive: Option<f64>,
        /// Earlier origins.
        n_origins: usize,
    },
    /// It erred least of those that were tried, and the one call was not among them.
    LeastOfTried {
        /// Its mean scaled error.
        error: f64,
        /// Earlier origins.
        n_origins: usize,
    },
    /// The one call: nothing erred clearly less.
    NothingBetter {
        /// Its mean scaled error.
        error: f64,
        /// The method that erred least.
        best: Method,
        /// And how much.
        least: f64,
        /// Earlier origins.
        n_origins: usize,
    },
}

/// Origins below which methods are not told apart.
const LEAST_ORIGINS: usize = 5;

/// Chooses by a backtest. Where the one call ([`Method::Auto`]) is not among its rows, the method of the least mean scaled error
/// is taken; where it is, that method only where the one call clearly erred more: by a one-sided t test of the difference by
/// origin, with as many observations as horizons that do not overlap, at 5 % divided by how many methods could have won (Bonferroni).
/// A choice among many on a short past mostly picks luck (Cawley and Talbot, Journal of Machine Learning Research 11, 2010), and a
/// mean of methods is hard to beat by picking one of them (Makridakis, Spiliotis and Assimakopoulos, International Journal of
/// Forecasting 36, 2020).
pub fn choose(values: &[f64], tried: &Backtest) -> Choice {
    let n_origins = tried.origins.len();
    let auto = |why: Why| Choice { method: Method::Auto, why };
    if n_origins < LEAST_ORIGINS {
        let demand = Demand::of(values).filter(|demand| demand.is_seldom());
        return auto(demand.map_or(Why::TooShort, |demand| Why::Seldom { demand }));
    }
    let Some(best) = tried.rows.first() else { return auto(Why::TooShort) };
    let Some(own) = tried.row(Method::Auto) else {
        return Choice { method: best.method, why: Why::LeastOfTried { error: best.key(), n_origins } };
    };
    let is_better = best.method != Method::Auto && is_clear(best, own, tried);
    if !is_better {
        return auto(Why::NothingBetter { error: own.key(), best: best.method, least: best.key(), n_origins });
    }
    let yardsticks = [Method::Naive, Method::SeasonalNaive, Method::Naive2];
    let naive = yardsticks.iter().filter_map(|method| tried.row(*method)).map(BacktestRow::key);
    let naive = naive.min_by(f64::total_cmp);
    let why = Why::LeastError { error: best.key(), auto: own.key(), naive, n_origins };
    Choice { method: best.method, why }
}

/// Chance that none of the methods that err as much as the one call is taken for better.
const SURE: f64 = 0.95;

/// Whether the other erred more by origin than luck explains.
fn is_clear(best: &BacktestRow, other: &BacktestRow, tried: &Backtest) -> bool {
    let pairs = best.by_origin.iter().zip(&other.by_origin);
    let differences: Vec<f64> = pairs.filter_map(|(one, other)| Some((*other)? - (*one)?)).collect();
    let n = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / n.max(1.0);
    let square: f64 = differences.iter().map(|one| (one - mean) * (one - mean)).sum();
    let (Some(first), Some(last)) = (tried.origins.first(), tried.origins.last()) else { return false };
    // Origins whose horizons overlap tell the same twice.
    let horizon = tried.actual.first().map_or(1, Vec::len).max(1);
    let n_apart = (1 + (last - first) / horizon).min(differences.len());
    let of_each = (1.0 - SURE) / tried.rows.len().saturating_sub(1).max(1) as f64;
    let degrees = u32::try_from(n_apart.saturating_sub(1)).unwrap_or(u32::MAX);
    let Some(times) = two_sided(1.0 - 2.0 * of_each, degrees) else { return false };
    let error = libm::sqrt(square / (n - 1.0) / n_apart as f64);
    0.0 < mean && times * error < mean
}

#[cfg(test)]
mod tests {
    use super::super::backtest::backtest;
    use super::*;

    fn chosen(values: &[f64], cycle: usize, n: usize) -> Choice {
        let methods = Method::worth_trying(values, cycle);
        choose(values, &backtest(values, cycle, 3, n, &methods).unwrap())
    }

    /// A season that goes on for ever: every method of seasons is right, and those that learn are nearly so.
    #[test]
    fn what_is_clearly_better_is_taken_and_the_reason_holds_the_numbers() {
        let values: Vec<f64> =
            (0..120_u32).map(|at| 100.0 + f64::from(at % 12 * 7 % 12) + f64::from(at) / 9.0).collect();
        let tried = backtest(&values, 12, 3, 12, &Method::worth_trying(&values, 12)).unwrap();
        let Choice { method, why } = choose(&values, &tried);
        let Why::LeastError { error, auto, naive, n_origins } = why else { panic!("{why:?}") };
        assert_eq!((method, n_origins), (tried.rows[0].method, 12));
        assert!(error < auto && error < naive.unwrap(), "{why:?}");
        assert_eq!(
            (Some(error), Some(auto)),
            (tried.rows[0].accuracy.mase, tried.row(Method::Auto).unwrap().accuracy.mase)
        );
    }

    #[test]
    fn a_little_luck_is_no_reason() {
        let noise =
            |at: u32| f64::from(at.wrapping_add(1).wrapping_mul(2_654_435_761) >> 24) * f64::from(at % 7 + 1) / 64.0;
        let walk: Vec<f64> = (0..60).map(|at| 100.0 + noise(at)).collect();
        let Choice { method, why } = chosen(&walk, 1, 12);
        let Why::NothingBetter { error, best, least, n_origins: 12 } = why else { panic!("{why:?}") };
        assert!(method == Method::Auto && best != Method::Auto && least < error);
        // Twelve origins within one horizon are one observation.
        let methods = Method::worth_trying(&walk, 1);
        let found = choose(&walk, &backtest(&walk, 1, 28, 12, &methods).unwrap());
        assert!(matches!(found.why, Why::NothingBetter { .. }), "{found:?}");
    }

    #[test]
    fn a_short_past_speaks_for_nothing() {
        assert_eq!(chosen(&[3.0, 4.0, 5.0, 4.0, 6.0], 1, 12), Choice { method: Method::Auto, why: Why::TooShort });
        let values: Vec<f64> = (0..30).map(f64::from).collect();
        let tried = backtest(&values, 1, 3, 12, &[Method::Naive, Method::Holt]).unwrap();
        let found = choose(&values, &tried);
        assert!(matches!((found.method, found.why), (Method::Holt, Why::LeastOfTried { n_origins: 12, .. })));
        let seldom = chosen(&[0.0, 0.0, 5.0, 0.0, 0.0, 4.0], 1, 12);
        assert_eq!(seldom.why, Why::Seldom { demand: Demand::Intermittent });
    }
}
