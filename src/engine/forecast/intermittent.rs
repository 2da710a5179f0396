//! Series in which nothing happens most of the time.

use serde::{Deserialize, Serialize};

use super::line::mean;

/// How demand comes, by how far apart and how unequal the values above 0 are. Syntetos, Boylan and Croston, Journal of the
/// Operational Research Society 56, 2005.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// Often and alike.
    Smooth,
    /// Often and unequal.
    Erratic,
    /// Seldom and alike.
    Intermittent,
    /// Seldom and unequal.
    Lumpy,
}

/// Steps from one value above 0 to the next, on average, from which on demand is seldom.
const SELDOM: f64 = 1.32;
/// Squared coefficient of variation of the values above 0 from which on they are unequal.
const UNEQUAL: f64 = 0.49;
/// Share of each new size and distance. Croston's own choice lies between 0.1 and 0.2.
const SHARE: f64 = 0.1;
/// Mean distances without any value after which demand may have ended.
const ENDED: f64 = 3.0;

impl Demand {
    /// Of a series; `None` where a value is below 0 or none is above.
    pub fn of(values: &[f64]) -> Option<Self> {
        if values.iter().any(|value| *value < 0.0) {
            return None;
        }
        let sizes: Vec<f64> = values.iter().copied().filter(|value| 0.0 < *value).collect();
        if sizes.is_empty() {
            return None;
        }
        let (n, middle) = (sizes.len() as f64, mean(&sizes));
        let variance = sizes.iter().map(|size| (size - middle) * (size - middle)).sum::<f64>() / n;
        let is_seldom = SELDOM * n <= values.len() as f64;
        let is_unequal = UNEQUAL * middle * middle <= variance;
        Some(match (is_seldom, is_unequal) {
            (false, false) => Self::Smooth,
            (false, true) => Self::Erratic,
            (true, false) => Self::Intermittent,
            (true, true) => Self::Lumpy,
        })
    }

    /// Whether steps without anything are so many that models of levels and seasons mislead.
    pub fn is_seldom(self) -> bool {
        matches!(self, Self::Intermittent | Self::Lumpy)
    }
}

/// Whether the series has been at 0 for so long that it may have ended.
pub(super) fn may_have_ended(values: &[f64]) -> bool {
    let n_rest = values.iter().rev().take_while(|value| **value <= 0.0).count();
    let n_sold = values.iter().filter(|value| 0.0 < **value).count();
    let seen = values.len().saturating_sub(n_rest);
    0 < n_sold && ENDED * seen as f64 / (n_sold as f64) < n_rest as f64
}

/// Croston's forecast: smoothed size over smoothed distance, each moved at a value above 0 alone. Croston, Operational Research
/// Quarterly 23, 1972. With the correction of Syntetos and Boylan (SBA; International Journal of Forecasting 21, 2005) the
/// forecast is `1 − α/2` of it. 0 where nothing was ever above 0.
pub(super) fn croston(values: &[f64], is_corrected: bool) -> f64 {
    let mut state: Option<(f64, f64)> = None;
    let mut distance = 0.0;
    for value in values {
        distance += 1.0;
        if 0.0 < *value {
            state = Some(state.map_or((*value, distance), |(size, apart)| {
                (size + SHARE * (value - size), apart + SHARE * (distance - apart))
            }));
            distance = 0.0;
        }
    }
    let factor = if is_corrected { 1.0 - 0.5 * SHARE } else { 1.0 };
    state.map_or(0.0, |(size, apart)| factor * size / apart)
}

/// The forecast of Teunter, Syntetos and Babai (European Journal of Operational Research 214, 2011): smoothed size times
/// smoothed chance, the chance moved at each step, so that it fades where demand ends.
pub(super) fn tsb(values: &[f64]) -> f64 {
    let Some(first) = values.iter().position(|value| 0.0 < *value) else { return 0.0 };
    let (mut size, mut chance) = (values.get(first).copied().unwrap_or(0.0), 1.0 / (first + 1) as f64);
    for value in values.iter().skip(first + 1) {
        let is_there = 0.0 < *value;
        chance += SHARE * (f64::from(u8::from(is_there)) - chance);
        if is_there {
            size += SHARE * (value - size);
        }
    }
    size * chance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn croston_by_hand() {
        // Sizes 4, 6 at places 2 and 5: size 4 → 4.2, distance 2 → 2.1.
        let values = [0.0, 4.0, 0.0, 0.0, 6.0, 0.0];
        assert!((croston(&values, false) - 4.2 / 2.1).abs() < 1e-12);
        assert!((croston(&values, true) - 0.95 * 2.0).abs() < 1e-12);
        // Chance ½ → 0.45 → 0.405 → 0.4645 → 0.41805.
        assert!((tsb(&values) - 4.2 * 0.41805).abs() < 1e-12);
        assert!(croston(&[0.0; 5], false).abs() < 1e-15 && tsb(&[0.0; 5]).abs() < 1e-15);
    }

    #[test]
    fn what_has_ended_fades_in_one_alone() {
        let sold = [5.0, 0.0, 5.0, 0.0, 5.0, 0.0];
        let ended = [sold.as_slice(), &[0.0; 20]].concat();
        assert!((croston(&sold, true) - croston(&ended, true)).abs() < 1e-12);
        assert!(tsb(&ended) < 0.2 * tsb(&sold));
        assert!(may_have_ended(&ended) && !may_have_ended(&sold));
    }

    #[test]
    fn kinds_of_demand() {
        assert_eq!(Demand::of(&[5.0, 6.0, 5.0, 4.0]), Some(Demand::Smooth));
        assert_eq!(Demand::of(&[1.0, 60.0, 2.0, 1.0]), Some(Demand::Erratic));
        assert_eq!(Demand::of(&[5.0, 0.0, 0.0, 4.0]), Some(Demand::Intermittent));
        assert_eq!(Demand::of(&[1.0, 0.0, 0.0, 60.0]), Some(Demand::Lumpy));
        assert_eq!((Demand::of(&[0.0; 4]), Demand::of(&[1.0, -1.0])), (None, None));
    }
}
