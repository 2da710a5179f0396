//! The seasons of a year, estimated from history.

use serde::{Deserialize, Serialize};

use crate::engine::units::{Calendar, Granularity, Month};

/// How an index was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeasonMethod {
    /// No sales: every month the same.
    #[default]
    Even,
    /// Mean of the month over the grand mean: the history is too short for more, or has months without sales.
    MonthMean,
    /// Mean of the ratios to the centred moving average of twelve months.
    MovingAverage,
}

/// The seasons of a history.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeasonEstimate {
    /// By month of the fiscal year, 1 on the average; they add up to 12. Empty only before it was estimated.
    pub index: Vec<f64>,
    /// The lowest and highest that single years show, on the same scale, and how many years.
    pub spread: Vec<SeasonSpread>,
    /// How.
    pub method: SeasonMethod,
    /// Months of history that it rests on.
    pub n_months: usize,
}

/// What single years show of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeasonSpread {
    /// The lowest index.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// Years that have the month.
    pub n_years: usize,
}

/// Months of a moving average.
const WINDOW: usize = 12;

/// Estimates the seasons of sales by month, which follow each other without a hole.
///
/// With two years or more: the mean over the years of the ratio of each month to the centred moving average of twelve
/// months (half of the first and last of thirteen), which takes the trend out; else the mean of each month over the grand
/// mean. Both are scaled to add up to 12.
///
/// ```
/// use attain::engine::quota::season::{SeasonMethod, estimate};
/// use attain::engine::units::{Calendar, Month};
/// let sales: Vec<_> = (0..36).map(|at| (Month::new(2023, 1).plus(at), if at % 12 == 11 { 240.0 } else { 120.0 })).collect();
/// let seasons = estimate(&sales, Calendar::default());
/// assert_eq!(seasons.method, SeasonMethod::MovingAverage);
/// assert!((seasons.index[11] / seasons.index[0] - 2.0).abs() < 0.1);
/// ```
pub fn estimate(sales: &[(Month, f64)], calendar: Calendar) -> SeasonEstimate {
    let n_months = sales.len();
    let place = |month: Month| {
        let start = calendar.period(month, Granularity::Year).start;
        usize::try_from(month.since(start)).unwrap_or(0).min(WINDOW - 1)
    };
    let of = |method, ratios: Vec<(usize, f64)>| SeasonEstimate { n_months, ..scaled(&ratios, method) };
    let ratios: Option<Vec<(usize, f64)>> = (WINDOW / 2..n_months.saturating_sub(WINDOW / 2))
        .map(|at| {
            let (month, amount) = *sales.get(at)?;
            let around = sales.get(at - WINDOW / 2..=at + WINDOW / 2)?;
            let ends = around.first()?.1 + around.last()?.1;
            let mean = (around.iter().map(|(_, amount)| amount).sum::<f64>() - ends / 2.0) / WINDOW as f64;
            (0.0 < mean).then(|| (place(month), amount / mean))
        })
        .collect();
    if let Some(ratios) = ratios.filter(|_| 2 * WINDOW <= n_months) {
        let estimate = of(SeasonMethod::MovingAverage, ratios);
        if estimate.method == SeasonMethod::MovingAverage {
            return estimate;
        }
    }
    let mean = sales.iter().map(|(_, amount)| amount).sum::<f64>() / n_months.max(1) as f64;
    if n_months < WINDOW || mean <= 0.0 {
        return of(SeasonMethod::Even, Vec::new());
    }
    of(SeasonMethod::MonthMean, sales.iter().map(|(month, amount)| (place(*month), amount / mean)).collect())
}

/// Means by month, scaled to add up to 12; even where a month has none or they do not add up to anything.
fn scaled(ratios: &[(usize, f64)], method: SeasonMethod) -> SeasonEstimate {
    let (mut sums, mut spread) = ([0.0; WINDOW], [SeasonSpread::default(); WINDOW]);
    for (place, ratio) in ratios {
        if let (Some(sum), Some(seen)) = (sums.get_mut(*place), spread.get_mut(*place)) {
            *sum += ratio;
            let is_first = seen.n_years == 0;
            seen.low = if is_first { *ratio } else { seen.low.min(*ratio) };
            seen.high = if is_first { *ratio } else { seen.high.max(*ratio) };
            seen.n_years += 1;
        }
    }
    // Seasons are weights: a month of more returns than sales has none.
    let means: Vec<f64> =
        sums.iter().zip(&spread).map(|(sum, seen)| (sum / seen.n_years.max(1) as f64).max(0.0)).collect();
    let total: f64 = means.iter().sum();
    if spread.iter().any(|seen| seen.n_years == 0) || !total.is_finite() || total <= 0.0 {
        let index = vec![1.0; WINDOW];
        return SeasonEstimate { index, method: SeasonMethod::Even, ..SeasonEstimate::default() };
    }
    let factor = WINDOW as f64 / total;
    let spread = spread.map(|seen| SeasonSpread { low: seen.low * factor, high: seen.high * factor, ..seen });
    SeasonEstimate {
        index: means.iter().map(|mean| mean * factor).collect(),
        spread: spread.to_vec(),
        method,
        n_months: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sales(n: i32, of: impl Fn(i32) -> f64) -> Vec<(Month, f64)> {
        (0..n).map(|at| (Month::new(2022, 1).plus(at), of(at))).collect()
    }

    #[test]
    fn the_method_is_chosen_by_the_history_and_told() {
        let check = |sales: &[(Month, f64)], method: SeasonMethod| {
            let found = estimate(sales, Calendar::default());
            assert_eq!((found.method, found.n_months, found.index.len()), (method, sales.len(), 12));
            let sum: f64 = found.index.iter().sum();
            assert!((sum - 12.0).abs() < 1e-9, "{sum}");
        };
        check(&[], SeasonMethod::Even);
        check(&sales(11, |_| 5.0), SeasonMethod::Even);
        check(&sales(12, |_| 5.0), SeasonMethod::MonthMean);
        check(&sales(23, |_| 5.0), SeasonMethod::MonthMean);
        check(&sales(24, |_| 5.0), SeasonMethod::MovingAverage);
        check(&sales(40, |_| 0.0), SeasonMethod::Even);
        check(&sales(12, |at| f64::from(at) - 20.0), SeasonMethod::Even);
        // A year without any sales has no moving average to hold a month against.
        check(&sales(48, |at| if at < 24 { 0.0 } else { 5.0 }), SeasonMethod::MonthMean);
    }

    /// December sells double, whatever the trend: 12/13 in the other months, 24/13 in December.
    #[test]
    fn the_trend_is_taken_out() {
        let season = |at: i32| if at % 12 == 11 { 2.0 } else { 1.0 };
        let flat = estimate(&sales(48, |at| 100.0 * season(at)), Calendar::default());
        for (month, index) in flat.index.iter().enumerate() {
            let expected = if month == 11 { 24.0 / 13.0 } else { 12.0 / 13.0 };
            assert!((index - expected).abs() < 1e-9, "{month}: {index}");
        }
        assert!(flat.spread.iter().all(|seen| (seen.high - seen.low).abs() < 1e-9 && seen.n_years == 3));
        let growing = estimate(&sales(48, |at| (100.0 + 3.0 * f64::from(at)) * season(at)), Calendar::default());
        let shares: Vec<f64> = growing.index.iter().zip(&flat.index).map(|(grown, flat)| grown / flat).collect();
        assert!(shares.iter().all(|share| (share - 1.0).abs() < 0.03), "{shares:?}");
    }

    /// Two years and a half of uneven sales, worked by another program.
    #[test]
    fn uneven_sales_have_the_seasons_that_were_computed_apart() {
        let sold = [
            120.5, 98.0, 143.0, 110.0, 87.0, 155.0, 60.0, 72.0, 190.0, 133.0, 101.0, 260.0, 130.0, 104.0, 151.0, 99.0,
            120.0, 170.0, 66.0, 81.0, 205.0, 150.0, 118.0, 301.0, 142.0, 95.0, 170.0, 125.0, 90.0, 181.0, 70.0,
        ];
        let found = estimate(&sales(31, |at| sold[at as usize]), Calendar::default());
        let expected = [
            0.977_553, 0.775_223, 1.117_188, 0.725_265, 0.870_026, 1.211_191, 0.464_729, 0.562_33, 1.447_843,
            1.029_879, 0.793_915, 2.024_858,
        ];
        for (found, expected) in found.index.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
        let december = found.spread[11];
        assert!((december.low - 1.9601).abs() < 1e-5 && (december.high - 2.08961).abs() < 1e-5, "{december:?}");
        assert_eq!((found.spread[1].n_years, december.n_years), (1, 2));
    }

    #[test]
    fn the_fiscal_year_begins_where_it_does() {
        let calendar = Calendar { fiscal_year_start: 4 };
        let found = estimate(&sales(36, |at| if at % 12 == 3 { 3.0 } else { 1.0 }), calendar);
        assert!(found.index[1..].iter().all(|index| *index < found.index[0]), "{:?}", found.index);
    }
}
