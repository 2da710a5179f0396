//! The recursion of a model along a series.

use super::{Form, MOST_CYCLE, Season, Trend};

/// Smoothing parameters and the state before the first value.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Setting {
    pub(super) level_share: f64,
    pub(super) trend_share: f64,
    pub(super) season_share: f64,
    pub(super) damping: f64,
    pub(super) level: f64,
    pub(super) slope: f64,
}

/// A model after a series.
pub(super) struct Walk {
    pub(super) level: f64,
    pub(super) slope: f64,
    /// By place in the cycle.
    pub(super) seasons: [f64; MOST_CYCLE],
    /// `−2 ln` of the likelihood, up to a constant of the series; infinite where the model cannot stand.
    pub(super) criterion: f64,
}

/// What is taken for no error at all.
const LEAST_SQUARES: f64 = 1e-300;

/// Goes along the values. The seasons are those before the first value; their number is the cycle (1 where there are none).
pub(super) fn walk(values: &[f64], form: Form, setting: &Setting, seasons: &[f64]) -> Walk {
    // One loop for each kind of model, so that nothing is chosen within it.
    match (form.is_relative, form.season) {
        (false, Season::None) => along::<false, 0>(values, form.trend, setting, seasons),
        (true, Season::None) => along::<true, 0>(values, form.trend, setting, seasons),
        (false, Season::Additive) => along::<false, 1>(values, form.trend, setting, seasons),
        (true, Season::Additive) => along::<true, 1>(values, form.trend, setting, seasons),
        (false, Season::Multiplicative) => along::<false, 2>(values, form.trend, setting, seasons),
        (true, Season::Multiplicative) => along::<true, 2>(values, form.trend, setting, seasons),
    }
}

/// `KIND` of season: 0 none, 1 amounts, 2 factors.
fn along<const RELATIVE: bool, const KIND: u8>(values: &[f64], trend: Trend, at: &Setting, seasons: &[f64]) -> Walk {
    let mut state = Walk { level: at.level, slope: at.slope, seasons: [0.0; MOST_CYCLE], criterion: f64::INFINITY };
    for (own, season) in state.seasons.iter_mut().zip(seasons) {
        *own = *season;
    }
    let cycle = seasons.len().clamp(1, MOST_CYCLE);
    let damping = if trend == Trend::Damped { at.damping } else { 1.0 };
    let trend_share = if trend == Trend::None { 0.0 } else { at.trend_share };
    if trend == Trend::None {
        state.slope = 0.0;
    }
    let (mut squares, mut logarithms, mut product) = (0.0, 0.0, 1.0_f64);
    for turn in values.chunks(cycle) {
        for (value, season) in turn.iter().zip(&mut state.seasons) {
            let slope = damping * state.slope;
            let base = state.level + slope;
            let expected = match KIND {
                0 => base,
                1 => base + *season,
                _ => base * *season,
            };
            let error = value - expected;
            if RELATIVE {
                if expected <= 1e-10 {
                    return state;
                }
                let part = error / expected;
                squares += part * part;
                product *= expected;
                if !(1e-150..1e150).contains(&product) {
                    logarithms += libm::log(product);
                    product = 1.0;
                }
            } else {
                squares += error * error;
            }
            // In the unit of the level.
            let error_of_base = if KIND == 2 { error / *season } else { error };
            match KIND {
                0 => {}
                1 => *season += at.season_share * error,
                _ => *season += at.season_share * error / base,
            }
            state.level = base + at.level_share * error_of_base;
            state.slope = slope + trend_share * error_of_base;
        }
    }
    let n = values.len() as f64;
    let scale = if RELATIVE { 2.0 * (logarithms + libm::log(product)) } else { 0.0 };
    state.criterion = n * libm::log(squares.max(LEAST_SQUARES)) + scale;
    state
}
