//! Simulated years in blocks of [`LANES`] runs: draws to heads and ramp, heads to sales, sales to a tally.

use std::ops::Range;

use super::prepare::{Leaving, PreparedCapacity, PreparedRole, PreparedSeat};
use super::tables::N_VALUES;
use super::tally::{CapacityTally, Segment};
use crate::engine::simulate::{LANES, Lanes, Stream, exp, map, map2, normals};

/// Number of the market's stream. Heads' numbers are hashes of their keys.
const MARKET: u64 = 0;
/// Largest amount that is kept, in minor units.
const MOST: f64 = 9e15;

/// Simulates the runs of that range. Each depends on the input, the seed and its own index only.
pub fn run_capacity(prepared: &PreparedCapacity, seed: u64, runs: Range<u32>) -> CapacityTally {
    let n_runs = runs.end.saturating_sub(runs.start);
    let mut year = Year {
        prepared,
        seed,
        streams: prepared.seats.iter().map(|seat| Stream::new(seed, seat.stream)).collect(),
        market: vec![[0.0; LANES]; prepared.n_months],
        sales: vec![[0.0; LANES]; prepared.n_months],
        curves: [0; LANES],
        heads: vec![0; prepared.n_months],
        n_left: 0,
    };
    let mut segment = Segment { first: runs.start, n_runs, sales: Vec::with_capacity(runs.len() * prepared.n_months) };
    for first in runs.clone().step_by(LANES) {
        year.block(first, LANES.min(runs.end.saturating_sub(first) as usize), &mut segment);
    }
    CapacityTally {
        input: prepared.fingerprint.clone(),
        seed,
        n_months: prepared.n_months as u32,
        heads: year.heads,
        leavers: year.n_left,
        segments: if n_runs == 0 { Vec::new() } else { vec![segment] },
    }
}

/// What a block works on, and what all blocks add up to.
struct Year<'a> {
    prepared: &'a PreparedCapacity,
    seed: u64,
    streams: Vec<Stream>,
    /// Factor of each month on everybody's sales.
    market: Vec<Lanes<f64>>,
    /// Sales of each month, over heads.
    sales: Vec<Lanes<f64>>,
    /// Which ramp each run has.
    curves: Lanes<u32>,
    /// Heads there in each month, over all runs.
    heads: Vec<u64>,
    n_left: u64,
}

impl Year<'_> {
    /// Runs `first` and on; the first `n_used` of the block count.
    fn block(&mut self, first: u32, n_used: usize, segment: &mut Segment) {
        let prepared = self.prepared;
        self.draw_market(first);
        let mut used = [0_u32; LANES];
        used.iter_mut().take(n_used).for_each(|lane| *lane = 1);
        for sales in &mut self.sales {
            *sales = [0.0; LANES];
        }
        for (place, seat) in prepared.seats.iter().enumerate() {
            if let (Some(role), Some(stream)) = (prepared.roles.get(seat.role), self.streams.get(place).copied()) {
                self.sell(role, seat, &stream, first, &used);
            }
        }
        for (sales, market) in self.sales.iter_mut().zip(&self.market) {
            *sales = map2(sales, market, |sales, market| sales * market * prepared.minor);
        }
        for lane in 0..n_used {
            let months = self.sales.iter().filter_map(|sales| sales.get(lane));
            segment.sales.extend(months.map(|sales| whole(*sales)));
        }
    }

    /// The market's factor of each month, and the ramp of each run.
    fn draw_market(&mut self, first: u32) {
        let prepared = self.prepared;
        let mut words = Stream::new(self.seed, MARKET).words(first);
        let curve = words.next();
        let n_curves = prepared.n_curves as u64;
        self.curves = map(&curve, |word| ((u64::from(word) * n_curves) >> 32) as u32);
        let (level, _) = normals(&words.next(), &words.next());
        let level = map(&level, |draw| prepared.level * draw - prepared.market_correction);
        let (persistence, innovation) = prepared.persistence;
        let mut state = [0.0_f32; LANES];
        let mut share = 1.0;
        for pair in self.market.chunks_mut(2) {
            let (even, odd) = normals(&words.next(), &words.next());
            for (place, fresh) in pair.iter_mut().zip([even, odd]) {
                state = map2(&state, &fresh, |state, fresh| persistence * state + share * fresh);
                share = innovation;
                *place = map2(&state, &level, |state, level| f64::from(exp(prepared.market * state + level)));
            }
        }
    }

    /// Adds what the seat sells in each month.
    fn sell(&mut self, role: &PreparedRole, seat: &PreparedSeat, stream: &Stream, first: u32, used: &Lanes<u32>) {
        let prepared = self.prepared;
        let mut words = stream.words(first);
        let late = words.next();
        let (level, _) = normals(&words.next(), &words.next());
        let level = map(&level, |draw| role.spread * draw - role.correction);
        let mut wait = if seat.is_hire {
            map(&late, |word| seat.wait.saturating_add(at(&prepared.delays, word, 1 << 32)))
        } else {
            [seat.wait; LANES]
        };
        let mut tenure = [seat.tenure; LANES];
        // Each run's ramp begins at its own place among the role's curves.
        let base = map(&self.curves, |curve| curve * role.width as u32);
        let months = self.sales.chunks_mut(2).zip(self.heads.chunks_mut(2)).zip(role.sells.chunks(2));
        for (pair, ((sales, heads), sells)) in months.enumerate() {
            let (even, odd) = normals(&words.next(), &words.next());
            let each = sales.iter_mut().zip(heads).zip(sells).zip([even, odd]);
            for (within, (((sales, heads), sells), draws)) in each.enumerate() {
                let noise = map2(&draws, &level, |draw, level| exp(role.noise * draw + level));
                let chance = words.next();
                let below = match seat.leaving(pair * 2 + within) {
                    Leaving::Never => 0,
                    Leaving::ByChance => u64::from(role.leaves_below),
                    Leaving::Surely => 1 << 32,
                };
                self.n_left += role.leave(below, &chance, &mut wait, &mut tenure, used);
                let ramps = role.ramps_of(&base, &wait, &tenure);
                for ((sold, ramp), noise) in sales.iter_mut().zip(&ramps).zip(&noise) {
                    *sold += sells * ramp * f64::from(*noise);
                }
                let there = map(&wait, |wait| u32::from(wait == 0));
                *heads += u64::from(map2(&there, used, |there, used| there & used).iter().sum::<u32>());
                tenure = map2(&tenure, &there, |tenure, there| tenure + there);
                wait = map2(&wait, &there, |wait, there| wait - (1 - there));
            }
        }
    }
}

// Each is a few simple loops over lanes, which become vector code; one loop with branches is twice as slow.
impl PreparedRole {
    /// Lets heads go whose word lies below the bound, who are there and have not just come; answers how many counted.
    #[allow(clippy::inline_always)] // on the path of every month of every head
    #[inline(always)]
    fn leave(
        &self,
        below: u64,
        chance: &Lanes<u32>,
        wait: &mut Lanes<u32>,
        tenure: &mut Lanes<u32>,
        used: &Lanes<u32>,
    ) -> u64 {
        if below == 0 {
            return 0;
        }
        let most = (below - 1) as u32; // at most 2³² − 1
        let goes = map2(
            chance,
            &map2(wait, tenure, |wait, tenure| u32::from(wait == 0) & u32::from(tenure != 0)),
            |word, may| may & u32::from(word <= most),
        );
        if goes.iter().fold(0, |any, goes| any | goes) == 0 {
            return 0;
        }
        for ((wait, tenure), (goes, word)) in wait.iter_mut().zip(tenure).zip(goes.iter().zip(chance)) {
            if *goes == 1 {
                *wait = self.lags.as_ref().map_or(u32::MAX, |lags| at(lags, *word, below));
                *tenure = 0;
            }
        }
        u64::from(map2(&goes, used, |goes, used| goes & used).iter().sum::<u32>())
    }

    /// The ramp of each run's head: its place in the run's curve; 0 for who is not there.
    #[allow(clippy::inline_always)] // on the path of every month of every head
    #[inline(always)]
    fn ramps_of(&self, base: &Lanes<u32>, wait: &Lanes<u32>, tenure: &Lanes<u32>) -> Lanes<f64> {
        let last = self.width as u32 - 1;
        let place = map2(base, tenure, |base, tenure| base + if tenure < last { tenure } else { last });
        let there = map(wait, |wait| f64::from(u32::from(wait == 0)));
        let ramp = map(&place, |place| self.ramps.get(place as usize).copied().unwrap_or(0.0));
        map2(&ramp, &there, |ramp, there| ramp * there)
    }
}

/// The value of a table that a word below `below` chooses.
fn at(table: &[u32; N_VALUES], word: u32, below: u64) -> u32 {
    let place = u64::from(word) * N_VALUES as u64 / below.max(1);
    table.get(place as usize).copied().unwrap_or(0)
}

/// The nearest whole number, halves up.
fn whole(number: f64) -> i64 {
    (if number < MOST { number + 0.5 } else { MOST }) as i64
}
