//! Estimates of the team's and each rep's parameters from attainments.

use super::history::RepHistory;
use crate::engine::units::Month;

/// Months of the team that a rep's own volatility is mixed with.
const VOLATILITY_PRIOR: f64 = 12.0;
/// Months of the team that a rep's own share of months without credit is mixed with.
const ZERO_PRIOR: f64 = 12.0;
/// Volatility where nothing is known: a month is within half and double of the expected two times in three.
const UNKNOWN_VOLATILITY: f64 = 0.7;

/// What all reps together say.
pub(super) struct Team {
    mean: f64,
    volatility: f64,
    zero_share: f64,
    pub(super) mean_deal: f64,
    /// Variance of reps' true means, and of a month around the rep's mean: they say how far a rep's mean is believed.
    between: f64,
    within: f64,
    pub(super) market_sigma: f64,
    pub(super) persistence: f64,
    /// Factor of each calendar month, from January on; `None` with less than two years of history.
    pub(super) season: Option<[f64; 12]>,
    /// The market's shock of each month of the history, with season, as logarithm.
    shocks: Vec<f64>,
}

/// What is said of one rep.
pub(super) struct Own {
    pub(super) mean: f64,
    pub(super) volatility: f64,
    pub(super) zero_share: f64,
}

/// A rep's months as logarithms; `None` where the rep was not there or had no credit.
fn logs(attainments: &[Option<f64>]) -> Vec<Option<f64>> {
    attainments.iter().map(|month| month.filter(|value| 0.0 < *value).map(libm::log)).collect()
}

/// Deviations from the rep's mean logarithm.
fn centred(logs: &[Option<f64>]) -> Vec<Option<f64>> {
    let mean = mean(logs.iter().flatten().copied()).unwrap_or(0.0);
    logs.iter().map(|month| month.map(|value| value - mean)).collect()
}

pub(super) fn team(reps: &[RepHistory], first: Month) -> Team {
    let attainments: Vec<Vec<Option<f64>>> = reps.iter().map(RepHistory::attainments).collect();
    let deviations: Vec<Vec<Option<f64>>> = attainments.iter().map(|months| centred(&logs(months))).collect();
    let n_months = attainments.iter().map(Vec::len).max().unwrap_or(0);

    // The market's shock of a month is the mean deviation of the reps who sold; n reps leave 1/n of their own noise.
    let column = |month: usize| deviations.iter().filter_map(move |rep| rep.get(month).copied().flatten());
    let raw: Vec<f64> = (0..n_months).map(|month| mean(column(month)).unwrap_or(0.0)).collect();
    let season_logs = season_logs(&raw, first);
    let season_at = |month: usize| {
        let place = first.plus(month as i32).month() as usize - 1;
        season_logs.and_then(|logs| logs.get(place).copied()).unwrap_or(0.0)
    };
    let several = 2 <= deviations.iter().filter(|rep| rep.iter().flatten().count() != 0).count();
    // One rep cannot be told from the market: all but season is taken as the rep's own.
    let shocks: Vec<f64> = (0..n_months)
        .map(|month| if several { raw.get(month).copied().unwrap_or(0.0) } else { season_at(month) })
        .collect();

    let own: Vec<Vec<Option<f64>>> = deviations.iter().map(|rep| centred(&without(rep, &shocks))).collect();
    let (squares, degrees) = own
        .iter()
        .map(|rep| spread(rep, several, column_size(&deviations)))
        .fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    let variance = if 0.0 < degrees { squares / degrees } else { UNKNOWN_VOLATILITY * UNKNOWN_VOLATILITY };

    let market: Vec<(f64, f64)> = (0..n_months)
        .map(|month| (raw.get(month).copied().unwrap_or(0.0) - season_at(month), column(month).count() as f64))
        .filter(|(_, n)| 0.0 < *n)
        .collect();
    let market_variance = market_variance(&market, variance, if season_logs.is_some() { 12.0 } else { 1.0 });
    let (between, within) = spread_of_means(&attainments);
    let all = || attainments.iter().flatten().flatten().copied();
    let n_zero = all().filter(|value| *value <= 0.0).count() as f64;
    let n_all = all().count() as f64;
    let deals: Vec<f64> = reps.iter().filter_map(RepHistory::mean_deal).collect();
    Team {
        mean: mean(all()).unwrap_or(1.0),
        volatility: variance.sqrt(),
        zero_share: if 0.0 < n_all { n_zero / n_all } else { 0.0 },
        mean_deal: mean(deals.iter().copied()).unwrap_or(0.0),
        between,
        within,
        market_sigma: if several { market_variance.sqrt() } else { 0.0 },
        persistence: persistence(&own),
        season: season_logs.map(factors),
        shocks,
    }
}

impl Team {
    /// The rep's figures, each drawn towards the team's as far as the rep's history is short.
    pub(super) fn of_rep(&self, history: &RepHistory) -> Own {
        let attainments = history.attainments();
        let n = attainments.iter().flatten().count() as f64;
        let sum: f64 = attainments.iter().flatten().sum();
        // Empirical Bayes: a mean of n months is believed n·between / (n·between + within).
        let weight =
            if 0.0 < n && 0.0 < self.between { n * self.between / (n * self.between + self.within) } else { 0.0 };
        let mean = if 0.0 < n { weight * sum / n + (1.0 - weight) * self.mean } else { self.mean };
        let zeros = attainments.iter().flatten().filter(|value| **value <= 0.0).count() as f64;
        let zero_share = (zeros + ZERO_PRIOR * self.zero_share) / (n + ZERO_PRIOR);
        let residuals = centred(&without(&logs(&attainments), &self.shocks));
        let (squares, degrees) = spread(&residuals, false, 0.0);
        let prior = VOLATILITY_PRIOR * self.volatility * self.volatility;
        Own { mean, volatility: ((squares + prior) / (degrees + VOLATILITY_PRIOR)).sqrt(), zero_share }
    }

    /// The factor of each simulated month; empty if no season is known.
    pub(super) fn season_of(&self, first: Month, n_months: u32) -> Vec<f64> {
        let Some(season) = self.season else { return Vec::new() };
        let months = (0..n_months.min(60) as i32).map(|step| first.plus(step).month() as usize - 1);
        months.map(|place| season.get(place).copied().unwrap_or(1.0)).collect()
    }
}

/// Months less the shock of each.
fn without(months: &[Option<f64>], shocks: &[f64]) -> Vec<Option<f64>> {
    months.iter().zip(shocks).map(|(month, shock)| month.map(|value| value - shock)).collect()
}

/// Reps who sold in an average month.
fn column_size(deviations: &[Vec<Option<f64>>]) -> f64 {
    let n = deviations.iter().flatten().flatten().count() as f64;
    let longest = deviations.iter().map(|rep| rep.iter().flatten().count()).max().unwrap_or(0) as f64;
    if 0.0 < longest { n / longest } else { 0.0 }
}

/// Sum of squares of centred months, and its degrees of freedom: one is spent on the mean, and, where the market's
/// shock was taken out, one part in the number of reps.
fn spread(centred: &[Option<f64>], market_out: bool, n_reps: f64) -> (f64, f64) {
    let n = centred.iter().flatten().count() as f64;
    let share = if market_out && 1.0 < n_reps { 1.0 - 1.0 / n_reps } else { 1.0 };
    (centred.iter().flatten().map(|value| value * value).sum(), (n - 1.0).max(0.0) * share)
}

/// Variance of the market's shocks less what reps' own noise puts into a mean of them.
fn market_variance(shocks: &[(f64, f64)], variance: f64, spent: f64) -> f64 {
    let n = shocks.len() as f64;
    if n <= spent {
        return 0.0;
    }
    let squares: f64 = shocks.iter().map(|(shock, _)| shock * shock).sum();
    let noise = mean(shocks.iter().map(|(_, n_reps)| variance / n_reps)).unwrap_or(0.0);
    (squares / (n - spent) - noise).max(0.0)
}

/// Variance of reps' true means, and of a month around its rep's mean.
fn spread_of_means(attainments: &[Vec<Option<f64>>]) -> (f64, f64) {
    let (mut squares, mut degrees, mut n_all, mut means) = (0.0, 0.0, 0.0, Vec::new());
    for months in attainments {
        let n = months.iter().flatten().count() as f64;
        let Some(own) = mean(months.iter().flatten().copied()) else { continue };
        squares += months.iter().flatten().map(|value| (value - own) * (value - own)).sum::<f64>();
        degrees += n - 1.0;
        n_all += n;
        means.push(own);
    }
    let n_reps = means.len() as f64;
    if degrees <= 0.0 || n_reps < 2.0 {
        return (0.0, 1.0);
    }
    let within = squares / degrees;
    let centre = mean(means.iter().copied()).unwrap_or(0.0);
    let of_means = means.iter().map(|own| (own - centre) * (own - centre)).sum::<f64>() / (n_reps - 1.0);
    ((of_means - within * n_reps / n_all).max(0.0), within)
}

/// Correlation of a rep's month with the month before, over all reps. A mean taken from n months pulls it down by
/// about `(1 + 3φ)/n` (Marriott and Pope 1954), which is put back.
fn persistence(own: &[Vec<Option<f64>>]) -> f64 {
    let (mut products, mut squares, mut n_pairs, mut n_reps, mut n_months) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for rep in own {
        for (month, next) in rep.iter().zip(rep.iter().skip(1)) {
            if let (Some(month), Some(next)) = (month, next) {
                products += month * next;
                squares += 0.5 * (month * month + next * next);
                n_pairs += 1.0;
            }
        }
        let n = rep.iter().flatten().count() as f64;
        n_months += n;
        n_reps += if 1.0 < n { 1.0 } else { 0.0 };
    }
    if n_pairs < 12.0 || squares <= 0.0 {
        return 0.0;
    }
    let raw = products / squares;
    let per_rep = 1.0 / (n_months / n_reps).max(6.0);
    ((raw + per_rep) / (1.0 - 3.0 * per_rep)).clamp(-0.9, 0.95)
}

/// Logarithm of each calendar month's factor, from January on, drawn towards 0 by one year without season.
fn season_logs(shocks: &[f64], first: Month) -> Option<[f64; 12]> {
    if shocks.len() < 24 {
        return None;
    }
    let mut sums = [(0.0, 0.0); 12];
    for (step, shock) in (0..).zip(shocks) {
        if let Some((sum, n)) = sums.get_mut(first.plus(step).month() as usize - 1) {
            *sum += shock;
            *n += 1.0;
        }
    }
    Some(sums.map(|(sum, n)| sum / (n + 1.0)))
}

/// Factors with mean 1.
fn factors(logs: [f64; 12]) -> [f64; 12] {
    let factors = logs.map(libm::exp);
    let mean = factors.iter().sum::<f64>() / 12.0;
    factors.map(|factor| factor / mean)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, n) = values.fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    (0.0 < n).then(|| sum / n)
}
