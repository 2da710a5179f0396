//! Normal draws and the exponential, shaped for lanes: no branches, no library calls, the same bits on every target.
//!
//! A draw is an f32: it carries 24 random bits and its arithmetic is good to about 1e-7, far below what a simulation
//! resolves. Money made of it is f64. Tests hold each function to libm.

// Lane arithmetic pays only when it is inlined into the loops over lanes. The names are those of the formulas.
#![allow(clippy::inline_always, clippy::many_single_char_names)]

use std::f32::consts::{FRAC_PI_2, LN_2, LOG2_E};

use super::lanes::{Lanes, map, map2};

/// Adding and taking away 1.5·2²³ rounds an f32 below 2²² to a whole number, which then stands in the low bits.
const ROUNDER: f32 = 12_582_912.0;

/// Two independent standard normal draws of each lane, from two words of each (Box and Muller 1958). Both lie within
/// ±5.9; what is cut off has probability 4e-9.
#[inline(always)]
pub(in crate::engine) fn normals(first: &Lanes<u32>, second: &Lanes<u32>) -> (Lanes<f32>, Lanes<f32>) {
    let radius = map2(first, first, |word, _| (-2.0 * log(unit(word))).sqrt());
    let cosines = map2(&radius, second, |radius, word| radius * turn(word).0);
    let sines = map2(&radius, second, |radius, word| radius * turn(word).1);
    (cosines, sines)
}

/// An exponential draw of mean 1 of each lane, from the upper 24 bits of a word of each (inversion): at most 17.4.
#[inline(always)]
pub(in crate::engine) fn exponentials(words: &Lanes<u32>) -> Lanes<f32> {
    map(words, |word| -log(unit(word)))
}

/// Uniform above 0 and up to 1, from the upper 24 bits.
#[inline(always)]
fn unit(word: u32) -> f32 {
    (word >> 8).cast_signed() as f32 * (1.0 / 16_777_216.0) + 1.0 / 33_554_432.0
}

/// Cosine and sine of the angle `(word/2³² − 1/8)·2π`: an eighth turn back, so that a quadrant's series is centred.
#[inline(always)]
fn turn(word: u32) -> (f32, f32) {
    let quadrant = word >> 30;
    let within = ((word << 2) >> 8).cast_signed() as f32 * (1.0 / 16_777_216.0) - (0.5 - 1.0 / 33_554_432.0);
    let angle = within * FRAC_PI_2;
    let square = angle * angle;
    let sine = angle
        + angle
            * square
            * (-1.0 / 6.0 + square * (1.0 / 120.0 + square * (-1.0 / 5_040.0 + square * (1.0 / 362_880.0))));
    let cosine = 1.0 + square * (-0.5 + square * (1.0 / 24.0 + square * (-1.0 / 720.0 + square * (1.0 / 40_320.0))));
    // A quarter turn maps (c, s) to (−s, c): swap on odd quadrants, then set signs.
    let swap = 0_u32.wrapping_sub(quadrant & 1);
    let (cosine, sine) = (cosine.to_bits(), sine.to_bits());
    let mixed = (cosine ^ sine) & swap;
    let minus_cosine = (quadrant.wrapping_add(1) & 2) << 30;
    let minus_sine = (quadrant & 2) << 30;
    (f32::from_bits((cosine ^ mixed) ^ minus_cosine), f32::from_bits((sine ^ mixed) ^ minus_sine))
}

/// Natural logarithm of a normal positive number: `ln x = k ln 2 + 2 artanh((m − 1)/(m + 1))`, `m` within √½ … √2.
#[inline(always)]
fn log(x: f32) -> f32 {
    const SQRT_HALF: u32 = 0x3f35_04f3;
    let bits = x.to_bits().wrapping_add(0x3f80_0000 - SQRT_HALF);
    let exponent = ((bits >> 23).cast_signed() - 127) as f32;
    let m = f32::from_bits((bits & 0x007f_ffff) + SQRT_HALF);
    let s = (m - 1.0) / (m + 1.0);
    let z = s * s;
    let series = s * z * (2.0 / 3.0 + z * (2.0 / 5.0 + z * (2.0 / 7.0 + z * (2.0 / 9.0))));
    exponent * LN_2 + (2.0 * s + series)
}

/// `e^x`; arguments beyond ±80 are taken as ±80.
#[inline(always)]
pub(in crate::engine) fn exp(x: f32) -> f32 {
    const LN_2_HIGH: f32 = 0.693_359_4; // ln 2 in 12 bits, so that its products with whole numbers are exact
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    let x = if x < 80.0 { x } else { 80.0 };
    let x = if -80.0 < x { x } else { -80.0 };
    let shifted = x * LOG2_E + ROUNDER;
    let whole = shifted - ROUNDER;
    let r = (x - whole * LN_2_HIGH) - whole * LN_2_LOW;
    let tail = 1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r * (1.0 / 5_040.0)));
    let series = r + r * r * (0.5 + r * (1.0 / 6.0 + r * tail));
    let power = f32::from_bits(shifted.to_bits().wrapping_sub(ROUNDER.to_bits()).wrapping_add(127) << 23);
    power + power * series
}

#[cfg(test)]
mod tests {
    use super::super::lanes::LANES;
    use super::super::stream::Stream;
    use super::*;

    #[test]
    fn the_exponential_is_libms() {
        for step in -7_999..=7_999 {
            let x = step as f32 / 100.0 + 0.003;
            let (own, reference) = (f64::from(exp(x)), libm::exp(f64::from(x)));
            assert!((own - reference).abs() <= 2e-7 * reference, "exp({x}) = {own}, not {reference}");
        }
        assert_eq!(exp(0.0).to_bits(), 1.0_f32.to_bits());
        assert_eq!(exp(1e9).to_bits(), exp(80.0).to_bits());
        assert_eq!(exp(-1e9).to_bits(), exp(-80.0).to_bits());
    }

    #[test]
    fn the_logarithm_is_libms() {
        for step in 1..=200_000_u32 {
            let x = unit(step.wrapping_mul(0x9e37_79b9));
            let (own, reference) = (f64::from(log(x)), libm::log(f64::from(x)));
            assert!((own - reference).abs() <= 2e-7 * reference.abs().max(0.5), "ln({x}) = {own}, not {reference}");
        }
        assert!(log(1.0).abs() < 1e-12);
    }

    #[test]
    fn the_turn_is_libms() {
        for step in 0..200_000_u32 {
            let word = step.wrapping_mul(0x9e37_79b9);
            let angle = (f64::from(word) / 4_294_967_296.0 - 0.125) * std::f64::consts::TAU;
            let (cosine, sine) = turn(word);
            assert!((f64::from(cosine) - libm::cos(angle)).abs() < 4e-7, "cos at {word:#x}");
            assert!((f64::from(sine) - libm::sin(angle)).abs() < 4e-7, "sin at {word:#x}");
        }
    }

    #[test]
    fn draws_are_exponential() {
        let mut draws = Vec::new();
        for block in 0..4_000 {
            draws.extend(exponentials(&Stream::new(3, 5).words(block * LANES as u32).next()).map(f64::from));
        }
        let n = draws.len() as f64;
        let mean = draws.iter().sum::<f64>() / n;
        let late = draws.iter().filter(|draw| 2.0 < **draw).count() as f64 / n;
        assert!((mean - 1.0).abs() < 0.02 && (late - libm::exp(-2.0)).abs() < 0.006, "{mean} {late}");
        assert!(draws.iter().all(|draw| (0.0..17.5).contains(draw)));
    }

    #[test]
    fn draws_are_standard_normal() {
        let mut draws = Vec::new();
        for block in 0..4_000 {
            let mut words = Stream::new(11, 5).words(block * LANES as u32);
            let (first, second) = (words.next(), words.next());
            let (cosines, sines) = normals(&first, &second);
            let product: f32 = cosines.iter().zip(&sines).map(|(a, b)| a * b).sum();
            assert!(product.abs() < 40.0);
            draws.extend(cosines.into_iter().chain(sines).map(f64::from));
        }
        let n = draws.len() as f64;
        let moment = |power: i32| draws.iter().map(|draw| libm::pow(*draw, f64::from(power))).sum::<f64>() / n;
        // Standard errors at n = 128,000: 0.003, 0.004, 0.007, 0.027.
        assert!(moment(1).abs() < 0.012);
        assert!((moment(2) - 1.0).abs() < 0.016);
        assert!(moment(3).abs() < 0.03);
        assert!((moment(4) - 3.0).abs() < 0.11);
        draws.sort_by(f64::total_cmp);
        for (share, quantile) in
            [(0.001, -3.090_232), (0.1, -1.281_552), (0.5, 0.0), (0.9, 1.281_552), (0.999, 3.090_232)]
        {
            let found = draws[(share * n) as usize];
            assert!((found - quantile).abs() < 0.12, "{share}: {found}, not {quantile}");
        }
    }
}
