//! Parameters of a model.

use super::super::line::{line, spread};
use super::super::season::Decomposition;
use super::super::simplex::{Space, least};
use super::walk::{Setting, Walk, walk};
use super::{Ets, Form, Season, Trend};

/// Values that the first level and slope are read from, at least.
const N_FIRST: usize = 10;
/// No seasonal factor to begin with is below it.
const LEAST_FACTOR: f64 = 0.01;

/// Of the criterion, for each value: about what amounts in thousands have.
const LIFT: f64 = 10.0;

/// What is looked over: α, β/α, γ/(1 − α), φ, and the first level and slope in spreads of the series. So all parameters stay
/// within their usual bounds, `0 < β < α`, `0 < γ < 1 − α`.
type Point = [f64; 6];

/// The model with the parameters and the first level and slope of the greatest likelihood; the first seasons are those of a
/// classical decomposition. `None` where the series is too short for it, or the model cannot stand.
pub(in super::super) fn fit(values: &[f64], cycle: usize, form: Form, horizon: usize) -> Option<Ets> {
    let Form { trend, season, .. } = form;
    let (has_trend, is_damped, has_season) = (trend != Trend::None, trend == Trend::Damped, season != Season::None);
    let cycle = if has_season { cycle } else { 1 };
    let n_parameters = 3 + 2 * usize::from(has_trend) + usize::from(is_damped) + if has_season { cycle } else { 0 };
    if values.len() < n_parameters + 2 {
        return None;
    }
    // In spreads of the series, so that the search goes the same way whatever the unit is.
    let scale = Some(spread(values)).filter(|scale| 0.0 < *scale).unwrap_or(1.0);
    let values: &[f64] = &values.iter().map(|value| value / scale).collect::<Vec<f64>>();
    let (seasons, adjusted) = first_seasons(values, cycle, season);
    let first = adjusted.get(..N_FIRST.max(if has_season { 2 * cycle } else { 0 }).min(adjusted.len()))?;
    let (start, slope) = line(first);
    let level = if has_trend { start } else { start + 0.5 * slope * first.len() as f64 };
    let from: Point = [0.3, 0.1, 0.1, 0.978, level, if has_trend { slope } else { 0.0 }];
    let steps: Point = [0.2, 0.1, 0.1, -0.05, 0.3, (0.1 * slope.abs()).max(0.02)];
    let setting = |[level_share, trend_part, season_part, damping, level, slope]: Point| Setting {
        level_share,
        trend_share: trend_part * level_share,
        season_share: season_part * (1.0 - level_share),
        damping,
        level,
        slope,
    };
    let along = |point: Point| walk(values, form, &setting(point), &seasons);
    let search = Search { from, steps, along: &along, lift: LIFT * values.len() as f64 };
    let point = match (has_trend, is_damped, has_season) {
        (false, _, false) => search.over([0, 4]),
        (true, false, false) => search.over([0, 1, 4, 5]),
        (true, true, false) => search.over([0, 1, 3, 4, 5]),
        (false, _, true) => search.over([0, 2, 4]),
        (true, false, true) => search.over([0, 1, 2, 4, 5]),
        (true, true, true) => search.over([0, 1, 2, 3, 4, 5]),
    };
    let end = along(point);
    let found = setting(point);
    let damping = if is_damped { found.damping } else { 1.0 };
    let forecast = ahead(&end, season, values.len(), (cycle, if has_trend { damping } else { 0.0 }), horizon);
    let is_sound = end.criterion.is_finite() && forecast.iter().all(|value| (value * scale).is_finite());
    let (n, k) = (values.len() as f64, n_parameters as f64);
    is_sound.then(|| Ets {
        form,
        aicc: end.criterion + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0),
        smoothing: [
            found.level_share,
            if has_trend { found.trend_share } else { 0.0 },
            if has_season { found.season_share } else { 0.0 },
            damping,
        ],
        forecast: forecast.into_iter().map(|value| value * scale).collect(),
    })
}

/// Seasons before the first value, and the series without them.
fn first_seasons(values: &[f64], cycle: usize, season: Season) -> (Vec<f64>, Vec<f64>) {
    match season {
        Season::None => (Vec::new(), values.to_vec()),
        Season::Additive => {
            let found = Decomposition::classical(values, cycle, false);
            (found.seasons, found.adjusted)
        }
        Season::Multiplicative => {
            let found = Decomposition::classical(values, cycle, true);
            let held: Vec<f64> = found.seasons.iter().map(|season| season.max(LEAST_FACTOR)).collect();
            let middle = super::super::line::mean(&held);
            let seasons: Vec<f64> = held.iter().map(|season| season / middle).collect();
            let adjusted = values.iter().zip(seasons.iter().cycle()).map(|(value, season)| value / season).collect();
            (seasons, adjusted)
        }
    }
}

struct Search<'s> {
    from: Point,
    steps: Point,
    along: &'s dyn Fn(Point) -> Walk,
    /// What keeps the criterion away from 0, since the search ends by parts of it.
    lift: f64,
}

impl Search<'_> {
    /// The best point where only these places move.
    fn over<const N: usize>(&self, places: [usize; N]) -> Point {
        const LOW: Point = [1e-4, 1e-4, 1e-4, 0.8, f64::NEG_INFINITY, f64::NEG_INFINITY];
        const HIGH: Point = [0.9999, 0.9999, 0.9999, 0.98, f64::INFINITY, f64::INFINITY];
        let pick = |of: &Point| places.map(|place| of.get(place).copied().unwrap_or(0.0));
        let put = |moved: &[f64; N]| {
            let mut point = self.from;
            for (place, value) in places.iter().zip(moved) {
                if let Some(own) = point.get_mut(*place) {
                    *own = *value;
                }
            }
            point
        };
        let space = Space { start: pick(&self.from), steps: pick(&self.steps), low: pick(&LOW), high: pick(&HIGH) };
        put(&least(&space, 60 * (N + 1), |moved| (self.along)(put(moved)).criterion + self.lift).0)
    }
}

/// Expected values after the series.
fn ahead(end: &Walk, season: Season, n: usize, (cycle, damping): (usize, f64), horizon: usize) -> Vec<f64> {
    let (mut power, mut sum) = (1.0, 0.0);
    let step = |step: usize| {
        power *= damping;
        sum += power;
        let base = end.level + sum * end.slope;
        let own = end.seasons.get((n + step) % cycle.max(1)).copied().unwrap_or(0.0);
        match season {
            Season::None => base,
            Season::Additive => base + own,
            Season::Multiplicative => base * own,
        }
    };
    (0..horizon).map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{choose, forms, weighted};
    use super::*;

    #[test]
    fn a_line_is_a_trend_and_goes_on() {
        let values: Vec<f64> = (1..=40_u32).map(|at| 100.0 + 5.0 * f64::from(at) + f64::from(at % 3)).collect();
        let found = choose(&values, 1, 2).unwrap();
        assert_ne!(found.form.trend, Trend::None, "{found:?}");
        assert!((found.forecast[1] - 311.0).abs() < 3.0, "{found:?}");
    }

    #[test]
    fn seasons_of_both_kinds_are_told_apart_and_go_on() {
        let factors = [0.6, 1.1, 1.7, 0.6];
        let noise = |at: u32| f64::from(at * 7 % 11) / 11.0 - 0.5;
        let grown: Vec<f64> = (0..60_u32)
            .map(|at| (50.0 + 8.0 * f64::from(at)) * factors[at as usize % 4] * (1.0 + 0.01 * noise(at)))
            .collect();
        let found = choose(&grown, 4, 4).unwrap();
        assert_eq!(found.form.season, Season::Multiplicative);
        assert!((found.forecast[2] / (546.0 * 1.7) - 1.0).abs() < 0.03, "{found:?}");
        let steady: Vec<f64> =
            (0..60_u32).map(|at| 500.0 + 90.0 * (factors[at as usize % 4] - 1.0) + 3.0 * noise(at)).collect();
        let found = choose(&steady, 4, 4).unwrap();
        assert_ne!(found.form.season, Season::None);
        assert!((found.forecast[2] - 563.0).abs() < 4.0, "{found:?}");
    }

    #[test]
    fn what_cannot_stand_is_left_out() {
        assert_eq!(forms(&[1.0; 30], 12).count(), 15);
        assert_eq!(forms(&[1.0; 24], 12).count(), 6, "two cycles and one value are needed");
        assert!(forms(&[1.0, -1.0], 1).all(|form| !form.is_relative));
        assert!(fit(&[1.0, 2.0, 3.0], 1, Form::default(), 2).is_none());
        assert!(weighted(&[], 3).is_none());
    }

    #[test]
    fn weights_lean_to_the_likelier_model() {
        let model =
            |aicc: f64, value: f64| Ets { form: Form::default(), aicc, smoothing: [0.0; 4], forecast: vec![value] };
        // exp(−½·2 ln 3) = 1/3: 0.75 · 10 + 0.25 · 2 = 8.
        let found = weighted(&[model(1.0, 10.0), model(1.0 + 2.0 * libm::log(3.0), 2.0)], 1).unwrap();
        assert!((found[0] - 8.0).abs() < 1e-12);
    }
}
