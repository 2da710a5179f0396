//! The standard case of forecasts: 1,000 monthly series of 120 values made by a rule, and the 12 that came after each.

use attain::engine::forecast::{Accuracy, Method, forecast};

/// Known values, steps ahead.
pub(crate) const N_KNOWN: usize = 120;
pub(crate) const N_AHEAD: usize = 12;

/// Level, trend, season and noise of their own for each.
pub(crate) fn series(number: u32) -> Vec<f64> {
    let mut state = number.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    let mut draw = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        f64::from(state) / f64::from(u32::MAX)
    };
    let (level, slope, noise) = (1_000.0 + 9_000.0 * draw(), 0.02 * draw() - 0.005, 0.02 + 0.1 * draw());
    let season: Vec<f64> = (0..12).map(|_| 0.7 + 0.6 * draw()).collect();
    let mut walk = 1.0;
    let mut value = |at: usize| {
        walk *= 1.0 + 0.04 * (draw() - 0.5);
        let base = level * (1.0 + slope * at as f64).max(0.1) * walk;
        base * season.get(at % 12).copied().unwrap_or(1.0) * (1.0 + noise * (draw() + draw() - 1.0))
    };
    (0..N_KNOWN + N_AHEAD).map(&mut value).collect()
}

/// Forecasts the series by the one call; its sMAPE on what came after.
pub(crate) fn error(number: u32) -> f64 {
    let all = series(number);
    let (known, after) = all.split_at(N_KNOWN);
    let said = forecast(known, 12, N_AHEAD, Method::Auto).unwrap_or_default();
    Accuracy::of(known, 12, &said, after).smape
}
