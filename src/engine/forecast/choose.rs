//! Which method a series' own past speaks for, and why.

use serde::{Deserialize, Serialize};

use super::backtest::{Backtest, BacktestRow};
use super::intermittent::Demand;
use super::method::Method;

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
/// is taken; where it is, that method only where the one call erred more by over one standard error of the difference between
/// the two by origin; for a choice among many on a short past mostly picks luck (Cawley and Talbot, Journal of Machine Learning
/// Research 11, 2010).
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
    let is_clear = best.method != Method::Auto && 1.0 < advantage(best, own);
    if !is_clear {
        return auto(Why::NothingBetter { error: own.key(), best: best.method, least: best.key(), n_origins });
    }
    let yardsticks = [Method::Naive, Method::SeasonalNaive, Method::Naive2];
    let naive = yardsticks.iter().filter_map(|method| tried.row(*method)).map(BacktestRow::key);
    let naive = naive.min_by(f64::total_cmp);
    let why = Why::LeastError { error: best.key(), auto: own.key(), naive, n_origins };
    Choice { method: best.method, why }
}

/// How many of its own standard errors the mean difference by origin is above 0; origins overlap, so it is no test.
fn advantage(best: &BacktestRow, other: &BacktestRow) -> f64 {
    let pairs = best.by_origin.iter().zip(&other.by_origin);
    let differences: Vec<f64> = pairs.filter_map(|(one, other)| Some((*other)? - (*one)?)).collect();
    let n = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / n.max(1.0);
    let square: f64 = differences.iter().map(|one| (one - mean) * (one - mean)).sum();
    let error = libm::sqrt(square / (n * (n - 1.0)).max(1.0));
    if mean <= 0.0 || n < 2.0 { 0.0 } else { mean / error.max(1e-9) }
}

#[cfg(test)]
mod tests {
    use super::super::backtest::backtest;
    use super::*;

    fn chosen(values: &[f64], cycle: usize, n: usize) -> Choice {
        let methods = Method::worth_trying(values, cycle);
        choose(values, &backtest(values, cycle, 3, n, &methods).unwrap())
    }

    #[test]
    fn what_is_clearly_better_is_taken_and_the_reason_holds_the_numbers() {
        let line: Vec<f64> = (0..60_u32).map(|at| 100.0 + 9.0 * f64::from(at)).collect();
        let Choice { method, why } = chosen(&line, 1, 12);
        assert!(matches!(why, Why::LeastError { n_origins: 12, .. } | Why::NothingBetter { .. }), "{why:?}");
        assert!(!matches!(method, Method::Naive | Method::RunRate), "{method:?}");
        let walk: Vec<f64> = (0..60_u32).map(|at| 100.0 + f64::from(at * at * 7 % 31)).collect();
        let found = chosen(&walk, 1, 12);
        assert!(matches!(found.why, Why::NothingBetter { .. } | Why::LeastError { .. }));
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
