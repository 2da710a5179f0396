//! Luck against skill: how much of the spread of attainment the chance of deals makes by itself.
//!
//! Rep `i` wins deals at random, by a Poisson process, of sizes `x` drawn from one distribution, so that attainment
//! `A = Σx/Q` has the compound Poisson variance `E Σx²/Q²`. Of it, `U = Σx²/Q²` of the rep's own deals is an estimate
//! without bias. With `V` the variance over the reps of expected attainment (over `n − 1`) and `ν` the mean of the reps'
//! noise variances, `E s² = V + ν`, and the signal share is `V / (V + ν)`.
//!
//! The interval takes in every share `ρ` that the data do not speak against: with `φ = ρ/(1 − ρ)` and `D = s² − Ū`, the
//! pivot `(D − φŪ)/σ(φ)` is near standard normal, where `σ² = (2a + 4rφŪ²)/(n − 1) + φ²W̄/n`. `a`, the mean of `U² − W`
//! with `W = Σx⁴/Q⁴`, is that of two different deals: what of the luck is due to a few huge ones drops out of `D`. `r` follows
//! from the third powers: reps of higher attainment have more noise, and `D` and `Ū` share some of it. Since `φ` cannot lie below 0, what is accepted is ordered by likelihood ratio (Feldman and Cousins 1998), which keeps 90 % also
//! where nobody differs.

use super::card::{Interval, Luck};
use super::numbers::{LEVEL, normal, variance};
use crate::engine::comp::compare::mean;

/// Reps that are needed.
pub(super) const LEAST_REPS: usize = 8;
/// Deals a rep that are needed on average.
pub(super) const LEAST_DEALS: u32 = 5;
/// Steps in which shares are looked at before ends are refined.
const N_STEPS: u32 = 100;
/// Halvings of a step.
const N_HALVINGS: u32 = 20;

/// One rep's attainment and deals over quota.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chance {
    /// `Σx/Q`
    pub attainment: f64,
    /// `U = Σx²/Q²`
    pub squares: f64,
    /// `T = Σx³/Q³`
    pub thirds: f64,
    /// `W = Σx⁴/Q⁴`
    pub fourths: f64,
    /// How many.
    pub n_deals: u32,
}

impl Chance {
    /// Of amounts over quota.
    pub fn of(parts: impl Iterator<Item = f64>) -> Self {
        parts.fold(Self::default(), |sum, part| {
            let square = part * part;
            Self {
                attainment: sum.attainment + part,
                squares: sum.squares + square,
                thirds: sum.thirds + square * part,
                fourths: sum.fourths + square * square,
                n_deals: sum.n_deals.saturating_add(1),
            }
        })
    }
}

/// The split; `None` for too few reps or deals, or where all attain the same.
pub fn luck(reps: &[Chance]) -> Option<Luck> {
    let n_deals = reps.iter().fold(0_u32, |sum, rep| sum.saturating_add(rep.n_deals));
    let of = |figure: fn(&Chance) -> f64| reps.iter().map(figure).collect::<Vec<f64>>();
    if reps.len() < LEAST_REPS || f64::from(n_deals) < f64::from(LEAST_DEALS) * reps.len() as f64 {
        return None;
    }
    let noise = mean(&of(|rep| rep.squares)).filter(|noise| 0.0 < *noise)?;
    // What rounding makes of equal sums is no difference.
    let observed = variance(&of(|rep| rep.attainment)).filter(|observed| 1e-20 * noise < *observed)?;
    let pivot = Pivot::of(reps, observed, noise)?;
    let signal_share = (1.0 - noise / observed).clamp(0.0, 1.0);
    let (low, high) = pivot.ends(signal_share);
    let interval = Interval { low, high, level: LEVEL };
    let is_sound = [observed, noise, low, high].iter().all(|number| number.is_finite());
    is_sound.then_some(Luck { n_reps: reps.len() as u32, n_deals, observed, noise, signal_share, interval })
}

/// What the interval is made from, in units of the noise variance `ν̂ = Ū`, so that no square leaves the numbers.
struct Pivot {
    /// `D = s² − Ū`
    difference: f64,
    /// `a`: mean of `U² − W`.
    pairs: f64,
    /// `r`: how much the noise is larger where attainment is far from the mean, less what `D` shares with `Ū`.
    slope: f64,
    /// `W̄`: variance of `Ū` times `n`.
    fourths: f64,
    n_reps: f64,
}

impl Pivot {
    fn of(reps: &[Chance], observed: f64, noise: f64) -> Option<Self> {
        let n_reps = reps.len() as f64;
        let centre = mean(&reps.iter().map(|rep| rep.attainment).collect::<Vec<_>>())?;
        let (mut pairs, mut fourths, mut shared, mut crossed) = (0.0, 0.0, 0.0, 0.0);
        for rep in reps {
            // In units of the noise: attainment over √ν̂, squares over ν̂, and so on.
            let unit = libm::sqrt(noise);
            let away = (rep.attainment - centre) / unit;
            let (u, w) = (rep.squares / noise, rep.fourths / (noise * noise));
            let with_third = away * rep.thirds / (unit * noise) - w;
            pairs += (u * u - w) / n_reps;
            fourths += w / n_reps;
            shared += with_third / n_reps;
            crossed += (away * away * u - 2.0 * with_third - u * u) / n_reps;
        }
        let (difference, pairs) = (observed / noise - 1.0, pairs.max(0.0));
        let signal = difference.max(0.0);
        // As far as there is a signal to be sure of, by its square over its variance.
        let of_signal = (2.0 * pairs + 4.0 * signal) / (n_reps - 1.0);
        let trust = if 0.0 < signal { signal * signal / (signal * signal + of_signal) } else { 0.0 };
        let steeper = if 0.0 < signal { (crossed / signal).clamp(0.25, 4.0) } else { 1.0 };
        let slope = 1.0 + trust * (steeper - 1.0 - shared * (n_reps - 1.0) / n_reps);
        Some(Self { difference, pairs, slope: slope.max(0.25), fourths, n_reps })
    }

    /// Whether the data do not speak against a share.
    fn holds(&self, share: f64) -> bool {
        if 1.0 <= share {
            // Its limit: the noise is so uncertain that it may be nothing.
            return libm::sqrt(self.n_reps / self.fourths.max(1e-300)) <= super::numbers::Z;
        }
        let ratio = share / (1.0 - share);
        let of_difference = (2.0 * self.pairs + 4.0 * self.slope * ratio) / (self.n_reps - 1.0);
        let deviation = libm::sqrt(of_difference + ratio * ratio * self.fourths / self.n_reps);
        if deviation <= 0.0 {
            return self.difference <= ratio;
        }
        is_likely(self.difference / deviation, ratio / deviation)
    }

    /// The least and the largest share that is held, around one that is.
    fn ends(&self, inside: f64) -> (f64, f64) {
        let steps = (0..=N_STEPS).map(|step| f64::from(step) / f64::from(N_STEPS));
        let held = || steps.clone().filter(|share| self.holds(*share)).chain(std::iter::once(inside));
        let (low, high) = (held().fold(1.0, f64::min), held().fold(0.0, f64::max));
        let step = 1.0 / f64::from(N_STEPS);
        let refined = |held: f64, beyond: f64| {
            let halve = |(held, beyond): (f64, f64), _| {
                let middle = f64::midpoint(held, beyond);
                if self.holds(middle) { (middle, beyond) } else { (held, middle) }
            };
            (0..N_HALVINGS).fold((held, beyond), halve).0
        };
        let low = if low <= 0.0 { 0.0 } else { refined(low, (low - step).max(0.0)) };
        let high = if 1.0 <= high { 1.0 } else { refined(high, (high + step).min(1.0)) };
        (low, high)
    }
}

/// Whether `x`, normal around a mean of 0 or more with a deviation of 1, belongs to the likeliest 90 % by the ratio of its
/// likelihood to that of the best mean which may be.
fn is_likely(x: f64, mean: f64) -> bool {
    // The distance from the mean of an equally likely x above 0.
    let distance = if 0.0 <= x { (x - mean).abs() } else { libm::sqrt(mean * mean - 2.0 * x * mean) };
    if mean <= 0.0 {
        return normal(distance) <= LEVEL;
    }
    let below = if distance <= mean { -distance } else { (mean * mean - distance * distance) / (2.0 * mean) - mean };
    normal(distance) - normal(below) <= LEVEL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_nine_tenths_are_those_in_print() {
        // Feldman and Cousins 1998, table X, 90 %: measured 0.0 → mean 0 to 1.64; 1.0 → 0 to 2.64; 2.0 → 0.58 to 3.64;
        // 3.0 → 1.37 to 4.64; −1.0 → 0 to 0.81; −2.0 → 0 to 0.40.
        let check = |x: f64, low: f64, high: f64| {
            let held: Vec<f64> =
                (0..1_000).map(|step| f64::from(step) / 200.0).filter(|mean| is_likely(x, *mean)).collect();
            let (first, last) = (held.first().unwrap(), held.last().unwrap());
            assert!((first - low).abs() < 0.011 && (last - high).abs() < 0.011, "{x}: {first} to {last}");
        };
        check(0.0, 0.0, 1.64);
        check(1.0, 0.0, 2.64);
        check(2.0, 0.58, 3.64);
        check(3.0, 1.37, 4.64);
        check(-1.0, 0.0, 0.81);
        check(-2.0, 0.0, 0.40);
    }

    #[test]
    fn equal_deals_worked_by_hand() {
        // Ten reps with deals of a tenth of quota: 5, 7, 9, 11, 13 of them twice. Attainment 0.5 to 1.3: s² = 2 · (0.16 +
        // 0.04 + 0 + 0.04 + 0.16)/9 = 0.0889; U = 0.01 · deals, mean 0.09. The signal share is 0: s² is below the noise.
        let team = |counts: [u32; 5]| {
            counts.iter().chain(&counts).map(|n| Chance::of((0..*n).map(|_| 0.1))).collect::<Vec<_>>()
        };
        let found = luck(&team([5, 7, 9, 11, 13])).unwrap();
        assert!((found.observed - 0.8 / 9.0).abs() < 1e-12 && (found.noise - 0.09).abs() < 1e-12, "{found:?}");
        assert_eq!((found.signal_share, found.interval.low, found.n_deals), (0.0, 0.0, 90));
        // 1, 5, 9, 13, 17: s² = 2 · (0.64 + 0.16 + 0 + 0.16 + 0.64)/9 = 0.35556, share 1 − 0.09/0.35556 = 0.746875.
        let found = luck(&team([1, 5, 9, 13, 17])).unwrap();
        assert!((found.signal_share - 0.746_875).abs() < 1e-12, "{found:?}");
        assert!(
            0.0 < found.interval.low && found.interval.low < 0.746_875 && 0.746_875 < found.interval.high,
            "{found:?}"
        );
    }

    #[test]
    fn too_little_is_told_and_no_size_is_too_much() {
        let rep = |n: u32, size: f64| Chance::of((0..n).map(|_| size));
        assert_eq!(luck(&[]), None);
        assert_eq!(luck(&[rep(9, 0.1); 7]), None); // too few reps
        assert_eq!(luck(&[rep(4, 0.1); 20]), None); // too few deals
        assert_eq!(luck(&[rep(9, 0.1); 20]), None); // no differences
        assert_eq!(luck(&[rep(9, 0.0); 20]), None);
        for size in [1e-50, 1e50] {
            let reps: Vec<Chance> = (0..20).map(|place| rep(5 + place % 7, size)).collect();
            let found = luck(&reps).unwrap();
            assert!(found.interval.low <= found.signal_share && found.signal_share <= found.interval.high, "{found:?}");
        }
    }
}
