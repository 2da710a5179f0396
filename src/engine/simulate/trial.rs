//! The runs themselves, in blocks of [`LANES`] columns: draws to credit, credit to pay, pay to counts.

use std::ops::Range;

use super::distributions::{exp, normals};
use super::full::Room;
use super::lanes::{LANES, Lanes, add, map, map2};
use super::prepare::{Prepared, PreparedComponent, PreparedRep, RepCurves};
use super::quantile::{Counts, N_BINS, bin};
use super::stream::Stream;
use super::tally::{PlanTally, RepTally, Segment, Tally};

/// Number of the market's stream. Reps' numbers are hashes of their keys.
const MARKET: u64 = 0;
/// Largest amount that is kept, in minor units.
const MOST: f64 = 9e17;
/// Largest pay of a rep in a run, in minor units, so that a hundred thousand runs can be added.
const MOST_PAY: f64 = 9e13;

/// Simulates the runs of that range. Each depends on the input, the seed and its own index only.
pub fn run(prepared: &Prepared, seed: u64, runs: Range<u32>) -> Tally {
    let mut trial = Trial::new(prepared, seed);
    let mut segment = Segment {
        first: runs.start,
        n_runs: runs.end.saturating_sub(runs.start),
        credit: Vec::with_capacity(runs.len()),
        costs: prepared.plans.iter().map(|_| Vec::with_capacity(runs.len() * prepared.n_months)).collect(),
    };
    for first in runs.clone().step_by(LANES) {
        let n_used = LANES.min(runs.end.saturating_sub(first) as usize);
        trial.block(first, n_used, &mut segment);
    }
    trial.tally(segment)
}

/// What a block works on, and what all blocks add up to.
struct Trial<'a> {
    prepared: &'a Prepared,
    seed: u64,
    /// Each rep's stream.
    streams: Vec<Stream>,
    /// `σ_M g` of each month.
    market: Vec<Lanes<f32>>,
    /// A rep's credit of each month.
    credit: Vec<Lanes<f64>>,
    /// Credit of teams and the company, of each month.
    sums: Vec<Vec<Lanes<f64>>>,
    room: Room,
    /// Each plan's pay of each month, over reps.
    costs: Vec<Vec<Lanes<f64>>>,
    /// Bins of each rep's attainment, one rep after the other.
    attainment: Vec<u32>,
    /// For each plan, the same of pay, the sums of pay, and reps at the marks.
    pay: Vec<Vec<u32>>,
    pay_sums: Vec<Vec<i64>>,
    levels: Vec<[u64; 3]>,
}

impl<'a> Trial<'a> {
    fn new(prepared: &'a Prepared, seed: u64) -> Self {
        let (n_months, n_reps) = (prepared.n_months, prepared.reps.len());
        let each_plan = || prepared.plans.iter();
        Self {
            prepared,
            seed,
            streams: prepared.reps.iter().map(|rep| Stream::new(seed, rep.stream)).collect(),
            market: vec![[0.0; LANES]; n_months],
            credit: vec![[0.0; LANES]; n_months],
            sums: vec![vec![[0.0; LANES]; n_months]; prepared.sums.n()],
            room: Room::default(),
            costs: each_plan().map(|_| vec![[0.0; LANES]; n_months]).collect(),
            attainment: vec![0; n_reps * N_BINS],
            pay: each_plan().map(|_| vec![0; n_reps * N_BINS]).collect(),
            pay_sums: each_plan().map(|_| vec![0; n_reps]).collect(),
            levels: each_plan().map(|_| [0; 3]).collect(),
        }
    }

    /// Runs `first` and on; the first `n_used` of the block count.
    fn block(&mut self, first: u32, n_used: usize, segment: &mut Segment) {
        let prepared = self.prepared;
        self.draw_market(first);
        let hold = prepared.held_credit.map(|held| self.hold(first, held));
        for cost in self.costs.iter_mut().flatten() {
            *cost = [0.0; LANES];
        }
        if prepared.sums.n() != 0 {
            self.add_up(first, hold.as_ref());
        }
        let mut total = [0.0; LANES];
        let bins = self.attainment.chunks_exact_mut(N_BINS);
        for (place, ((rep, stream), bins)) in prepared.reps.iter().zip(&self.streams).zip(bins).enumerate() {
            draw_credit(rep, prepared.persistence, &self.market, stream, first, &mut self.credit);
            if let Some(hold) = &hold {
                for credit in &mut self.credit {
                    *credit = map2(credit, hold, |credit, hold| credit * hold);
                }
            }
            let mut sum = [0.0; LANES];
            for credit in &self.credit {
                add(&mut sum, credit);
            }
            add(&mut total, &sum);
            let attainment = map(&sum, |credit| credit * rep.per_quota);
            count(bins, attainment.iter().take(n_used));
            let each_plan = prepared.plans.iter().zip(&mut self.costs).zip(&mut self.pay);
            for (((plan, costs), pay_bins), (sums, levels)) in
                each_plan.zip(self.pay_sums.iter_mut().zip(&mut self.levels))
            {
                let mut pay = [0.0; LANES];
                if let Some(full) = &plan.full {
                    full.pay(place, &self.credit, &self.sums, &mut self.room, |lane, month, paid| {
                        let cost = costs.get_mut(month).and_then(|cost| cost.get_mut(lane));
                        for sum in cost.into_iter().chain(pay.get_mut(lane)) {
                            *sum += paid;
                        }
                    });
                }
                for component in &plan.components {
                    if let Some(curves) = component.curves.get(place) {
                        pay_component(component, curves, &self.credit, costs, &mut pay);
                    }
                }
                for (level, mark) in levels.iter_mut().zip(plan.marks) {
                    *level += attainment.iter().take(n_used).map(|value| u64::from(mark <= *value)).sum::<u64>();
                }
                let pay = map(&pay, |pay| whole(pay * prepared.minor, MOST_PAY));
                if let Some(sum) = sums.get_mut(place) {
                    *sum = pay.iter().take(n_used).fold(*sum, |sum, pay| sum.saturating_add(*pay));
                }
                let unit = 1.0 / plan.units.get(place).copied().unwrap_or(1) as f64;
                if let Some(bins) = pay_bins.get_mut(place * N_BINS..(place + 1) * N_BINS) {
                    count(bins, map(&pay, |pay| pay as f64 * unit).iter().take(n_used));
                }
            }
        }
        segment.credit.extend(total.iter().take(n_used).map(|credit| whole(credit * 100.0, MOST)));
        for (costs, kept) in self.costs.iter().zip(&mut segment.costs) {
            for lane in 0..n_used {
                let pay = costs.iter().filter_map(|cost| cost.get(lane));
                kept.extend(pay.map(|pay| whole(pay * prepared.minor, MOST)));
            }
        }
    }

    /// Credit of teams and the company in these runs.
    fn add_up(&mut self, first: u32, hold: Option<&Lanes<f64>>) {
        let prepared = self.prepared;
        for sum in self.sums.iter_mut().flatten() {
            *sum = [0.0; LANES];
        }
        for ((rep, stream), added) in prepared.reps.iter().zip(&self.streams).zip(&prepared.sums.added) {
            if added.is_empty() {
                continue;
            }
            draw_credit(rep, prepared.persistence, &self.market, stream, first, &mut self.credit);
            for (number, flow) in added {
                for (sum, credit) in self.sums.get_mut(*number).into_iter().flatten().zip(&self.credit) {
                    let scaled = hold.map_or(*credit, |hold| map2(credit, hold, |credit, hold| credit * hold));
                    add(sum, &map(&scaled, |credit| flow.per_credit * credit + flow.per_month));
                }
            }
        }
    }

    /// The market's shock of each month.
    fn draw_market(&mut self, first: u32) {
        let mut words = Stream::new(self.seed, MARKET).words(first);
        let sigma = self.prepared.market_sigma;
        for pair in self.market.chunks_mut(2) {
            let (even, odd) = normals(&words.next(), &words.next());
            for (place, draws) in pair.iter_mut().zip([even, odd]) {
                *place = draws;
            }
        }
        let (persistence, innovation) = self.prepared.persistence;
        let mut state = [0.0_f32; LANES];
        let mut share = 1.0;
        for shock in &mut self.market {
            state = map2(&state, shock, |state, fresh| persistence * state + share * fresh);
            *shock = map(&state, |state| sigma * state);
            share = innovation;
        }
    }

    /// The factor that takes each run's total credit to the expected one.
    fn hold(&mut self, first: u32, held: f64) -> Lanes<f64> {
        let mut total = [0.0; LANES];
        for (rep, stream) in self.prepared.reps.iter().zip(&self.streams) {
            draw_credit(rep, self.prepared.persistence, &self.market, stream, first, &mut self.credit);
            for credit in &self.credit {
                add(&mut total, credit);
            }
        }
        map(&total, |total| if 0.0 < total { held / total } else { 1.0 })
    }

    fn tally(self, segment: Segment) -> Tally {
        let counts = |bins: &[u32]| bins.chunks_exact(N_BINS).map(Counts::new).collect::<Vec<_>>();
        let each_plan = self.prepared.plans.iter().zip(&self.pay).zip(self.pay_sums.iter().zip(&self.levels));
        Tally {
            input: self.prepared.fingerprint.clone(),
            seed: self.seed,
            n_months: self.prepared.n_months as u32,
            attainment: counts(&self.attainment),
            plans: each_plan
                .map(|((plan, pay), (sums, levels))| PlanTally {
                    reps: (counts(pay).into_iter().zip(sums).zip(&plan.units))
                        .map(|((counts, pay), unit)| RepTally { pay: *pay, unit: *unit, counts })
                        .collect(),
                    levels: *levels,
                })
                .collect(),
            segments: if segment.n_runs == 0 { Vec::new() } else { vec![segment] },
        }
    }
}

/// A rep's credit of each month.
fn draw_credit(
    rep: &PreparedRep,
    (persistence, innovation): (f32, f32),
    market: &[Lanes<f32>],
    stream: &Stream,
    first: u32,
    credit: &mut [Lanes<f64>],
) {
    let mut words = stream.words(first);
    let mut state = [0.0_f32; LANES];
    let mut share = 1.0_f32;
    let sigma = rep.sigma;
    for ((pair, market), scale) in credit.chunks_mut(2).zip(market.chunks(2)).zip(rep.scale.chunks(2)) {
        let (even, odd) = normals(&words.next(), &words.next());
        for (((credit, market), scale), fresh) in pair.iter_mut().zip(market).zip(scale).zip([&even, &odd]) {
            state = map2(&state, fresh, |state, fresh| persistence * state + share * fresh);
            let noise = map2(&state, market, |state, market| exp(sigma * state + market));
            *credit = map(&noise, |noise| f64::from(noise) * scale);
            share = innovation;
        }
    }
    if rep.zero_below != 0 {
        for credit in credit {
            let word = words.next();
            *credit = map2(credit, &word, |credit, word| if word < rep.zero_below { 0.0 } else { credit });
        }
    }
}

/// A component's pay for a rep's credit: added to the costs of the month it is paid in, and to the rep's pay.
fn pay_component(
    component: &PreparedComponent,
    curves: &RepCurves,
    credit: &[Lanes<f64>],
    costs: &mut [Lanes<f64>],
    pay: &mut Lanes<f64>,
) {
    let mut to_date = [0.0; LANES];
    let mut before = [0.0; LANES];
    let mut of_period = [0.0; LANES];
    for (step, credit) in component.steps.iter().zip(credit) {
        if step.opens {
            to_date = [0.0; LANES];
            before = [0.0; LANES];
        }
        add(&mut to_date, credit);
        if component.rate_of_period {
            add(&mut of_period, credit);
        }
        let Some(paid_in) = step.paid_in else { continue };
        let (Some(curve), Some(cost)) = (curves.curve(step.window), costs.get_mut(paid_in)) else { continue };
        let earned = curve.pay(&to_date);
        let due = if component.rate_of_period {
            let rate = map2(&earned, &to_date, |earned, credit| if 0.0 < credit { earned / credit } else { 0.0 });
            map2(&rate, &of_period, |rate, credit| rate * credit)
        } else {
            map2(&earned, &before, |earned, before| earned - before)
        };
        before = earned;
        of_period = [0.0; LANES];
        add(cost, &due);
        add(pay, &due);
    }
}

/// Adds each value to its bin.
#[inline(always)]
#[allow(clippy::inline_always)]
fn count<'v>(bins: &mut [u32], values: impl Iterator<Item = &'v f64>) {
    for value in values {
        if let Some(count) = bins.get_mut(bin(*value)) {
            *count += 1;
        }
    }
}

/// The nearest whole number, halves away from zero, within `most`.
#[inline(always)]
#[allow(clippy::inline_always)]
fn whole(number: f64, most: f64) -> i64 {
    let moved = if number < 0.0 { number - 0.5 } else { number + 0.5 };
    let moved = if moved < most { moved } else { most };
    (if -most < moved { moved } else { -most }) as i64
}
