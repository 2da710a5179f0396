//! Simulated futures in blocks of [`LANES`] runs: draws to months won, months won to a tally.

use std::ops::Range;

use super::input::PipelineInput;
use super::tally::{PipelineTally, Segment};
use super::variant::PipelineVariant;
use crate::engine::simulate::{LANES, Lanes, Stream, exp, exponentials, fingerprint_of, map, map2, mix64, normals};

/// Numbers of the streams: what is shared, the open deals one after the other, the deals to come.
const SHARED: u64 = 1;
const OPEN: u64 = 2;
const FRESH: u64 = 3;
/// Deals whose own part in reaching the target is followed.
pub(super) const N_WATCHED: usize = 10;
/// Wins of new deals in a month, at most.
const MOST_WINS: f64 = 20_000.0;
/// Mean of the parts that a Poisson number is drawn in.
const PART: f64 = 12.0;
/// Largest amount that is kept, in minor units.
const MOST: f64 = 9e15;

/// An input made ready to be run.
#[derive(Clone, Debug)]
pub struct PreparedPipeline {
    fingerprint: String,
    n_months: usize,
    minor: f64,
    booked: Vec<f64>,
    /// Each deal's subdistribution hazard by month, `n_months` a deal: `−ln(1 − F_m) + ln(1 − F_{m−1})`.
    hazards: Vec<f32>,
    deals: Vec<PreparedDeal>,
    /// Tables of sizes in minor units.
    sizes: Vec<Vec<f64>>,
    /// Wins of new deals by month of creation, then of winning.
    fresh: Vec<Vec<f64>>,
    /// Deviations of logarithms: shock for the horizon and by month, its persistence, creation likewise, size.
    shock: (f32, f32, f32),
    creation: (f32, f32),
    size_error: f32,
}

#[derive(Clone, Copy, Debug)]
struct PreparedDeal {
    /// In minor units.
    amount: f64,
    sizes: Option<u32>,
    /// Bit by which it is watched, or 0.
    mark: u32,
}

/// Deals in the order of their part in the variance of the total, the largest first: `a² p (1 − p)`. At most ten.
pub(super) fn watched(input: &PipelineInput) -> Vec<(usize, f64)> {
    let part = |(place, deal): (usize, &super::input::OpenDeal)| {
        let p = deal.chance(input.n_months);
        (place, deal.amount * deal.amount * p * (1.0 - p))
    };
    let mut parts: Vec<(usize, f64)> =
        input.deals.iter().enumerate().map(part).filter(|(_, part)| 0.0 < *part).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    parts.truncate(N_WATCHED);
    parts
}

/// Makes an input ready, with one assumption moved if the variant says so.
pub fn prepare_pipeline(input: &PipelineInput, variant: PipelineVariant) -> PreparedPipeline {
    // The same deals are watched whatever is moved.
    let mut marks = vec![0_u32; input.deals.len()];
    for (rank, (place, _)) in watched(input).into_iter().enumerate() {
        if let Some(mark) = marks.get_mut(place) {
            *mark = 1 << rank;
        }
    }
    let varied = input.varied(variant);
    let n_months = (varied.n_months as usize).clamp(1, super::input::MOST_FORECAST_MONTHS);
    let minor = libm::pow(10.0, f64::from(varied.digits.min(4)));
    let sound = |number: f64, most: f64| if number.is_finite() { number.clamp(0.0, most) } else { 0.0 };
    let mut hazards = Vec::with_capacity(varied.deals.len() * n_months);
    for deal in &varied.deals {
        let mut before = 0.0;
        for place in 0..n_months {
            let chance = deal.won_by.get(place).map_or(0.0, |chance| sound(*chance, 1.0 - 1e-7));
            let sum = (-libm::log1p(-chance)).max(before);
            hazards.push((sum - before) as f32);
            before = sum;
        }
    }
    let deals = varied.deals.iter().zip(&marks).map(|(deal, mark)| PreparedDeal {
        amount: sound(deal.amount * minor, MOST),
        sizes: deal.sizes,
        mark: *mark,
    });
    let of_months = |values: &[f64], most: f64| -> Vec<f64> {
        (0..n_months).map(|place| values.get(place).map_or(0.0, |value| sound(*value, most))).collect()
    };
    let fresh =
        (0..n_months).map(|place| of_months(varied.fresh.wins.get(place).map_or(&[], Vec::as_slice), MOST_WINS));
    let sizes = varied.sizes.iter().map(|table| {
        (0..super::sizes::N_SIZES)
            .map(|place| table.get(place).map_or(0.0, |size| sound(*size * minor, MOST)))
            .collect()
    });
    let shock = varied.shock;
    PreparedPipeline {
        fingerprint: fingerprint_of(&(input.fingerprint(), variant)),
        n_months,
        minor,
        booked: of_months(&varied.booked, 1e15),
        hazards,
        deals: deals.collect(),
        sizes: sizes.collect(),
        fresh: fresh.collect(),
        shock: (sound(shock.level, 3.0) as f32, sound(shock.month, 3.0) as f32, sound(shock.persistence, 0.99) as f32),
        creation: (sound(varied.fresh.level, 3.0) as f32, sound(varied.fresh.month, 3.0) as f32),
        size_error: sound(varied.size_error, 1.0) as f32,
    }
}

/// Simulates the runs of that range. Each depends on the input, the seed and its own index only.
pub fn run_pipeline(prepared: &PreparedPipeline, seed: u64, runs: Range<u32>) -> PipelineTally {
    let n_runs = runs.end.saturating_sub(runs.start);
    let mut segment = Segment {
        first: runs.start,
        n_runs,
        won: Vec::with_capacity(runs.len() * prepared.n_months),
        marks: Vec::with_capacity(runs.len()),
    };
    let n_months = prepared.n_months;
    let mut future = Future {
        prepared,
        streams: [SHARED, OPEN, FRESH].map(|number| Stream::new(seed, number)),
        shock: vec![[1.0; LANES]; n_months],
        creation: vec![[1.0; LANES]; n_months],
        size: [1.0; LANES],
        won: vec![[0.0; LANES]; n_months + 1],
        marks: [0; LANES],
    };
    for first in runs.clone().step_by(LANES) {
        future.block(first);
        let n_used = LANES.min(runs.end.saturating_sub(first) as usize);
        for (lane, mark) in future.marks.iter().enumerate().take(n_used) {
            let months = future.won.iter().take(n_months).zip(&prepared.booked);
            let total = |(won, booked): (&Lanes<f64>, &f64)| {
                whole(won.get(lane).copied().unwrap_or(0.0) + booked * prepared.minor)
            };
            segment.won.extend(months.map(total));
            segment.marks.push(*mark);
        }
    }
    PipelineTally {
        input: prepared.fingerprint.clone(),
        seed,
        n_months: n_months as u32,
        segments: if n_runs == 0 { Vec::new() } else { vec![segment] },
    }
}

/// What a block works on.
struct Future<'a> {
    prepared: &'a PreparedPipeline,
    streams: [Stream; 3],
    /// Factor of each month on chances to win, and on deals created.
    shock: Vec<Lanes<f32>>,
    creation: Vec<Lanes<f32>>,
    /// Factor on sizes of deals to come.
    size: Lanes<f32>,
    /// Won in each month, in minor units; after them what is not won in the horizon.
    won: Vec<Lanes<f64>>,
    marks: Lanes<u32>,
}

impl Future<'_> {
    /// Runs `first` and on.
    fn block(&mut self, first: u32) {
        self.draw_shared(first);
        self.won.fill([0.0; LANES]);
        self.marks = [0; LANES];
        self.win_open(first);
        self.win_fresh(first);
    }

    fn draw_shared(&mut self, first: u32) {
        let prepared = self.prepared;
        let [stream, ..] = &self.streams;
        let mut words = stream.words(first);
        let mut pair = || {
            let (one, two) = (words.next(), words.next());
            normals(&one, &two)
        };
        let (level, rate) = pair();
        let (size, _) = pair();
        let deviation = prepared.size_error;
        self.size = map(&size, |draw| exp(deviation * draw - 0.5 * deviation * deviation));
        let (of_level, of_month, persistence) = prepared.shock;
        let (rate_level, rate_month) = prepared.creation;
        let innovation = (1.0 - persistence * persistence).sqrt();
        let mut state = [0.0_f32; LANES];
        let mut share = 1.0;
        let correction = 0.5 * (of_level * of_level + of_month * of_month);
        let rate_correction = 0.5 * (rate_level * rate_level + rate_month * rate_month);
        for (shock, creation) in self.shock.iter_mut().zip(&mut self.creation) {
            let (fresh, of_rate) = pair();
            state = map2(&state, &fresh, |state, fresh| persistence * state + share * fresh);
            share = innovation;
            *shock = map2(&state, &level, |state, level| exp(of_month * state + of_level * level - correction));
            *creation =
                map2(&of_rate, &rate, |draw, rate| exp(rate_month * draw + rate_level * rate - rate_correction));
        }
    }

    /// Open deals: a deal is won in the first month by which its shocked cumulative hazard passes an exponential draw.
    fn win_open(&mut self, first: u32) {
        let prepared = self.prepared;
        let n_months = prepared.n_months;
        let [_, stream, _] = &self.streams;
        let mut words = stream.words(first);
        let shock = self.shock.as_slice();
        for (deal, hazards) in prepared.deals.iter().zip(prepared.hazards.chunks_exact(n_months)) {
            let word = words.next();
            let mut left = exponentials(&word);
            let mut month = [0_u32; LANES];
            for (hazard, shock) in hazards.iter().zip(shock) {
                for ((left, month), shock) in left.iter_mut().zip(&mut month).zip(shock) {
                    *left -= hazard * shock;
                    *month += u32::from(0.0 <= *left);
                }
            }
            if let Some(table) = deal.sizes.and_then(|table| prepared.sizes.get(table as usize)) {
                for (lane, (month, word)) in month.iter().zip(&word).enumerate() {
                    // The draw took the upper 24 bits; the lower eight choose the size.
                    let amount = table.get((word & 0xff) as usize).copied().unwrap_or(0.0);
                    if let Some(won) = self.won.get_mut(*month as usize).and_then(|won| won.get_mut(lane)) {
                        *won += amount;
                    }
                }
            } else {
                for (lane, month) in month.iter().enumerate() {
                    if let Some(won) = self.won.get_mut(*month as usize).and_then(|won| won.get_mut(lane)) {
                        *won += deal.amount;
                    }
                }
            }
            if deal.mark != 0 {
                let mark = map(&month, |month| if (month as usize) < n_months { deal.mark } else { 0 });
                self.marks = map2(&self.marks, &mark, |marks, mark| marks | mark);
            }
        }
    }

    /// Deals to come: a month's wins are Poisson about what the months of creation before it bring, each with its shock.
    fn win_fresh(&mut self, first: u32) {
        let prepared = self.prepared;
        let Some(table) = prepared.sizes.first() else { return };
        let [.., stream] = &self.streams;
        let mut words = stream.words(first);
        let (high, low) = (words.next(), words.next());
        for lane in 0..LANES {
            let of = |lanes: &Lanes<u32>| u64::from(lanes.get(lane).copied().unwrap_or(0));
            let mut draws = Draws { state: of(&high) << 32 | of(&low) };
            let factor = |months: &[Lanes<f32>], place: usize| {
                months.get(place).and_then(|lanes| lanes.get(lane)).map_or(1.0, |factor| f64::from(*factor))
            };
            let size = f64::from(self.size.get(lane).copied().unwrap_or(1.0));
            for month in 0..prepared.n_months {
                let created = prepared.fresh.iter().enumerate().take(month + 1);
                let mean = created.fold(0.0, |sum, (place, wins)| {
                    sum + wins.get(month).copied().unwrap_or(0.0) * factor(&self.creation, place)
                });
                let n = draws.poisson((mean * factor(&self.shock, month)).min(MOST_WINS));
                if let Some(won) = self.won.get_mut(month).and_then(|won| won.get_mut(lane)) {
                    *won += size * draws.sizes(table, n);
                }
            }
        }
    }
}

/// Random numbers of one run whose count is not known before: `SplitMix64` (Steele, Lea and Flood 2014).
struct Draws {
    state: u64,
}

impl Draws {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix64(self.state)
    }

    /// A Poisson number by inversion, in parts whose sum has that mean.
    fn poisson(&mut self, mean: f64) -> u64 {
        if mean <= 0.0 {
            return 0;
        }
        let n_parts = libm::ceil(mean / PART);
        let mean = mean / n_parts;
        let none = libm::exp(-mean);
        let mut n = 0;
        for _ in 0..n_parts as u32 {
            let uniform = (self.next() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0);
            let (mut term, mut sum, mut k) = (none, none, 0_u32);
            while sum < uniform && k < 200 {
                k += 1;
                term *= mean / f64::from(k);
                sum += term;
            }
            n += u64::from(k);
        }
        n
    }

    /// The sum of so many sizes.
    fn sizes(&mut self, table: &[f64], n: u64) -> f64 {
        let mut sum = 0.0;
        let mut left = n;
        while 0 < left {
            let bytes = self.next().to_le_bytes();
            for byte in bytes.iter().take(left.min(8) as usize) {
                sum += table.get(*byte as usize).copied().unwrap_or(0.0);
            }
            left -= left.min(8);
        }
        sum
    }
}

/// The nearest whole number, halves up.
fn whole(number: f64) -> i64 {
    (if number < MOST { number + 0.5 } else { MOST }) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_poisson() {
        for mean in [0.3, 5.0, 40.0] {
            let mut draws = Draws { state: 9 };
            let n = 40_000;
            let found: Vec<f64> = (0..n).map(|_| draws.poisson(mean) as f64).collect();
            let average = found.iter().sum::<f64>() / f64::from(n);
            let variance = found.iter().map(|one| (one - average) * (one - average)).sum::<f64>() / f64::from(n);
            let error = libm::sqrt(mean / f64::from(n));
            assert!((average - mean).abs() < 4.0 * error, "{average}");
            assert!((variance / mean - 1.0).abs() < 0.05, "{variance}");
        }
        assert_eq!(Draws { state: 1 }.poisson(0.0), 0);
    }
}
