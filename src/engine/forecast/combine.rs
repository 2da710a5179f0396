//! The one call that needs no choice.

use super::ets::{fitted, weighted};
use super::intermittent::{Demand, croston, may_have_ended, tsb};
use super::season::{Decomposition, is_seasonal};
use super::theta::{dynamic_theta, theta};

/// Values from which on a trend is looked for.
const LEAST_VALUES: usize = 4;

/// The plain mean of three methods that differ most in what they take a series for: exponential smoothing (all its models by
/// their Akaike weights), the Theta method and the dynamic optimised theta model. That plain means of sound methods are hard to
/// beat: Makridakis and Hibon, International Journal of Forecasting 16, 2000; Petropoulos and Svetunkov, the same 36, 2020.
/// Nothing in it is tuned on data.
///
/// Where demand is seldom (Syntetos, Boylan and Croston), levels and seasons mislead: there it is the corrected Croston method,
/// and where demand may have ended that of Teunter, Syntetos and Babai, whose chance fades.
///
/// Of less than four values, a line through which is as good as any, it is the last.
pub fn auto(values: &[f64], cycle: usize, horizon: usize) -> Vec<f64> {
    if values.len() < LEAST_VALUES {
        return vec![values.last().copied().unwrap_or(0.0); horizon];
    }
    if Demand::of(values).is_some_and(Demand::is_seldom) && !is_seasonal(values, cycle) {
        return vec![if may_have_ended(values) { tsb(values) } else { croston(values, true) }; horizon];
    }
    let apart = Decomposition::tested(values, cycle);
    let mut all =
        vec![apart.seasoned(theta(&apart.adjusted, horizon)), apart.seasoned(dynamic_theta(&apart.adjusted, horizon))];
    // Seasons too long to be smoothed, or seen too seldom, are taken out.
    let is_apart = super::ets::MOST_CYCLE < cycle || values.len() < 3 * cycle;
    let smoothed = if is_apart { &apart.adjusted } else { values };
    let found = weighted(&fitted(smoothed, if is_apart { 1 } else { cycle }, horizon), horizon);
    all.extend(found.map(|found| if is_apart { apart.seasoned(found) } else { found }));
    mean(&all, horizon)
}

/// The mean of forecasts, step by step.
pub(super) fn mean(all: &[Vec<f64>], horizon: usize) -> Vec<f64> {
    let n = all.len().max(1) as f64;
    (0..horizon).map(|step| all.iter().filter_map(|one| one.get(step)).sum::<f64>() / n).collect()
}
