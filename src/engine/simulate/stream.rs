//! Random words as a function of (seed, stream, run): nothing is shared between runs, so any shard can be drawn anywhere.
//!
//! A stream's four keys come from (seed, stream) by the mixer of `SplitMix64` (Steele, Lea and Flood 2014); each run's
//! state is the run index under each key, mixed by the finaliser of `MurmurHash3`, which is a bijection; words then come
//! from xoshiro128++ (Blackman and Vigna 2021).

use super::lanes::{LANES, Lanes, map, map2};

/// A source of random words, one independent sequence a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    keys: [u32; 4],
}

/// The sequences of [`LANES`] consecutive runs.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Words {
    state: [Lanes<u32>; 4],
}

impl Stream {
    /// The stream of that number under that seed. Different numbers give unrelated streams.
    pub fn new(seed: u64, number: u64) -> Self {
        let start = mix64(seed ^ mix64(number.wrapping_add(0x9e37_79b9_7f4a_7c15)));
        let (first, second) = (mix64(start.wrapping_add(1)), mix64(start.wrapping_add(2)));
        Self { keys: [first as u32, (first >> 32) as u32, second as u32, (second >> 32) as u32] }
    }

    /// The words of runs `first`, `first + 1` and so on.
    #[allow(clippy::inline_always)] // a call for each column of runs would cost more than its arithmetic
    #[inline(always)]
    pub(in crate::engine) fn words(&self, first: u32) -> Words {
        let mut runs = [0_u32; LANES];
        for (lane, run) in (0_u32..).zip(runs.iter_mut()) {
            *run = first.wrapping_add(lane).wrapping_mul(0x9e37_79b9);
        }
        Words { state: self.keys.map(|key| map(&runs, |run| mix32(run ^ key))) }
    }
}

impl Words {
    /// The next word of each run.
    #[allow(clippy::inline_always)] // a call for each column of runs would cost more than its arithmetic
    #[inline(always)]
    pub(in crate::engine) fn next(&mut self) -> Lanes<u32> {
        let [s0, s1, s2, s3] = &mut self.state;
        let out = map2(s0, s3, |s0, s3| s0.wrapping_add(s3).rotate_left(7).wrapping_add(s0));
        for (((s0, s1), s2), s3) in s0.iter_mut().zip(s1).zip(s2).zip(s3) {
            let shifted = *s1 << 9;
            *s2 ^= *s0;
            *s3 ^= *s1;
            *s1 ^= *s2;
            *s0 ^= *s3;
            *s2 ^= shifted;
            *s3 = s3.rotate_left(11);
        }
        out
    }
}

/// The finaliser of `SplitMix64`: a bijection that mixes all bits.
pub(in crate::engine) fn mix64(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[inline]
fn mix32(word: u32) -> u32 {
    let word = (word ^ (word >> 16)).wrapping_mul(0x85eb_ca6b);
    let word = (word ^ (word >> 13)).wrapping_mul(0xc2b2_ae35);
    word ^ (word >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_draws_the_same_words_in_any_block() {
        let stream = Stream::new(7, 3);
        let (mut whole, mut later) = (stream.words(0), stream.words(5));
        for _ in 0..50 {
            assert_eq!(whole.next()[5], later.next()[0]);
        }
    }

    #[test]
    fn seeds_streams_and_runs_are_unrelated() {
        // The correlation of two independent sequences of n words has standard deviation 1/√n.
        let sequence = |seed, number, run| {
            let mut words = Stream::new(seed, number).words(run);
            (0..4_000).map(|_| f64::from(words.next()[0]) / 4_294_967_296.0 - 0.5).collect::<Vec<_>>()
        };
        let base = sequence(1, 1, 1);
        for other in [sequence(2, 1, 1), sequence(1, 2, 1), sequence(1, 1, 2), sequence(1, 1, 65_537)] {
            let product: f64 = base.iter().zip(&other).map(|(a, b)| a * b * 12.0).sum::<f64>() / 4_000.0;
            assert!(product.abs() < 4.0 / 4_000_f64.sqrt(), "{product}");
        }
    }

    #[test]
    fn words_across_runs_are_uniform() {
        // The first word of consecutive runs, where weak seeding would show: χ² with 255 degrees of freedom.
        let stream = Stream::new(42, 0);
        let mut counts = [0_u32; 256];
        for block in 0..4_096 {
            for word in stream.words(block * LANES as u32).next() {
                counts[(word >> 24) as usize] += 1;
            }
        }
        let expected = 16.0 * LANES as f64;
        let chi: f64 = counts
            .iter()
            .map(|count| {
                let away = f64::from(*count) - expected;
                away * away / expected
            })
            .sum();
        assert!((150.0..370.0).contains(&chi), "{chi}");
    }

    #[test]
    fn the_first_words_never_change() {
        // Saved results name seed and engine version; a change here needs a new engine version.
        let mut words = Stream::new(1, 2).words(3);
        assert_eq!([words.next()[0], words.next()[0]], [418_960_184, 883_435_079]);
    }
}
