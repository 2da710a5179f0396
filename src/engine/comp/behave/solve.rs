//! A rep's best policy by dynamic programming over credit and time left.
//!
//! `V_t(X) = max_e δ·(V_{t+1}(X) + p(e)·G) − k·e²`, with `G` the mean gain of a deal and `p(e) = λ·(b + (1 − b)·e)`: the best
//! effort has a closed form. Present bias acts on the choice, not on what the choice is worth.

use super::clock::Clock;
use super::pay::WindowPay;
use super::policy::{Grid, Policy, Wait};
use super::settings::Settings;
use super::sizes::{N_SIZES, sizes};
use super::team::RepType;

/// Most effort; 1 is that of a rep paid in proportion.
pub(super) const MOST_EFFORT: f64 = 3.0;
/// A step is cut so that a deal comes in it with at most this chance at effort 1.
const MOST_CHANCE: f64 = 0.45;
/// Most parts of a step; where more deals come, several are taken as one.
const MOST_PARTS: f64 = 4.0;

/// A rep facing windows.
pub(super) struct Problem<'a> {
    pub(super) pay: &'a dyn WindowPay,
    pub(super) settings: Settings,
    pub(super) clock: Clock,
    /// Credit of a deal, or of several taken as one; equally likely.
    pub(super) sizes: [f64; N_SIZES],
    pub(super) mean_size: f64,
    /// Deals that one of them stands for.
    pub(super) n_deals_in_one: f64,
    /// `λ`: chance of a deal in a part of a step at effort 1.
    pub(super) chance: f64,
    pub(super) n_parts: usize,
    /// Credit of a quota of the shorter window.
    pub(super) quota: f64,
    /// Target incentive of the shorter window.
    pub(super) stake: f64,
    /// Change of a cycle's value with the logarithm of its quota; 0 without a ratchet.
    quota_value: f64,
}

impl<'a> Problem<'a> {
    pub(super) fn new(pay: &'a dyn WindowPay, rep: &RepType, settings: &Settings, quota_value: f64) -> Self {
        let clock = Clock::new(pay.months(), pay.outer_months(), settings);
        let share = f64::from(clock.months) / 12.0;
        let quota = rep.quota * share;
        let a_step = rep.skill * quota / rep.mean_deal / clock.n_steps as f64;
        let n_deals_in_one = (a_step / (MOST_CHANCE * MOST_PARTS)).max(1.0);
        let events = a_step / n_deals_in_one;
        let n_parts = (events / MOST_CHANCE).ceil().clamp(1.0, MOST_PARTS);
        let mean_size = rep.mean_deal * n_deals_in_one;
        Self {
            pay,
            settings: *settings,
            clock,
            sizes: sizes(mean_size, rep.deal_variation / libm::sqrt(n_deals_in_one)),
            mean_size,
            n_deals_in_one,
            chance: (events / n_parts).min(MOST_CHANCE),
            n_parts: n_parts as usize,
            quota,
            stake: rep.target_incentive * share,
            quota_value,
        }
    }

    /// Chance of a deal in a part of a step.
    pub(super) fn chance_at(&self, effort: f64) -> f64 {
        self.chance * (self.settings.free_share + (1.0 - self.settings.free_share) * effort)
    }

    /// What that much credit is paid at the target's average rate.
    fn at_target_rate(&self, credit: f64) -> f64 {
        credit / self.quota * self.stake
    }

    /// What moving or waiting must bring.
    pub(super) fn trouble(&self, credit: f64) -> f64 {
        self.settings.trouble * self.at_target_rate(credit)
    }

    /// The discount that moves a deal by one step.
    pub(super) fn nearest_discount(&self) -> f64 {
        self.settings.discount_for(1.0 / self.clock.n_movable.max(1) as f64)
    }

    /// Pay as the rep feels it: money at the target, less above it for the risk-averse.
    fn felt(&self, pay: f64) -> f64 {
        let aversion = self.settings.risk_aversion;
        if aversion <= 0.0 {
            pay
        } else {
            self.stake * (1.0 - libm::exp(-aversion * (pay / self.stake - 1.0))) / aversion
        }
    }

    /// What is felt at the end of a window.
    pub(super) fn reward(&self, window: usize, before: f64, credit: f64) -> f64 {
        let ends_outer = window + 1 == self.clock.n_windows;
        let felt = self.felt(self.pay.pay(credit, before + credit, ends_outer));
        if !ends_outer || self.quota_value == 0.0 {
            return felt;
        }
        // quota' = w·sales + (1 − w)·quota: a change fades by 1 − w with each further one.
        let over = ((before + credit) / (self.quota * self.clock.n_windows as f64) - 1.0).clamp(-1.0, 2.0);
        let weight = if 0.0 < over { self.settings.ratchet_up } else { self.settings.ratchet_down };
        let years = self.clock.n_windows as f64 / self.clock.n_a_year as f64;
        let later = libm::pow(self.settings.yearly_discount, years);
        felt + self.quota_value * over * weight * later / (1.0 - later * (1.0 - weight))
    }

    fn grid(&self) -> Grid {
        let mean = self.chance * self.n_parts as f64 * self.clock.n_steps as f64 * self.mean_size;
        let square = self.sizes.iter().map(|size| size * size).sum::<f64>() / N_SIZES as f64;
        let spread = libm::sqrt(mean / self.mean_size * square);
        let most = (2.0 * self.quota).max(1.6 * mean + 4.0 * spread);
        let n_windows = self.clock.n_windows;
        let (n, n_before) = if n_windows == 1 { (201, 1) } else { (81, 25) };
        let most_before = n_windows as f64 * self.quota.max(mean) * 1.6;
        Grid { n, step: most / (n - 1) as f64, n_before, step_before: most_before / (n_before.max(2) - 1) as f64 }
    }

    /// The best policy.
    pub(super) fn solve(&self) -> Policy {
        let grid = self.grid();
        let mut policy = Policy::new(grid, &self.clock);
        // What a deal is worth after the last window is what it is worth after the first of the pass before.
        let rate = self.at_target_rate(1.0);
        let line: Vec<f64> = (0..grid.n).map(|place| place as f64 * grid.step * rate).collect();
        for window in 0..self.clock.n_windows {
            for before in 0..grid.n_before {
                policy.keep_start(window, before, &line);
            }
        }
        let n_passes = if self.clock.n_movable == 0 {
            1
        } else if self.clock.n_windows == 1 {
            3
        } else {
            2
        };
        for _ in 0..n_passes {
            for window in (0..self.clock.n_windows).rev() {
                let n_before = if window == 0 { 1 } else { grid.n_before }; // nothing is before the first
                let mut starts = Vec::with_capacity(n_before);
                for before in 0..n_before {
                    starts.push(Row::new(self, &policy, window, before).back(&mut policy));
                }
                for (before, start) in starts.iter().enumerate() {
                    policy.keep_start(window, before, start);
                }
            }
        }
        policy
    }
}

/// A size as places on the grid.
#[derive(Clone, Copy)]
struct Shift {
    places: usize,
    share: f64,
}

impl Shift {
    fn new(size: f64, grid: &Grid) -> Self {
        let at = (size / grid.step).clamp(0.0, (3 * grid.n) as f64);
        Self { places: at as usize, share: at - at.floor() }
    }

    /// Each place's value with that much more credit, of values that go on far enough beyond the grid.
    fn each(self, padded: &[f64]) -> impl Iterator<Item = f64> {
        let left = padded.get(self.places..).unwrap_or_default();
        let right = left.get(1..).unwrap_or_default();
        left.iter().zip(right).map(move |(left, right)| left + (right - left) * self.share)
    }
}

/// One window at one credit before it.
struct Row<'a, 'b> {
    problem: &'b Problem<'a>,
    window: usize,
    before: usize,
    grid: Grid,
    shifts: [Shift; N_SIZES],
    mean_shift: Shift,
    value: Vec<f64>,
    /// Worth of a mean deal in hand that is decided on at the end.
    in_hand: Vec<f64>,
    /// Worth of a deal of each size held over the end, and brought forward from behind it.
    held: [Vec<f64>; N_SIZES],
    natural: [Vec<f64>; N_SIZES],
}

impl<'a, 'b> Row<'a, 'b> {
    /// Stands at the window's end.
    fn new(problem: &'b Problem<'a>, policy: &Policy, window: usize, before: usize) -> Self {
        let grid = policy.grid;
        let is_last = window + 1 == problem.clock.n_windows;
        let next = if is_last { 0 } else { window + 1 };
        let earlier = before as f64 * grid.step_before;
        let credit = |place: usize| place as f64 * grid.step;
        let after = |place: usize| if is_last { 0.0 } else { earlier + credit(place) };
        let base: Vec<f64> = (0..grid.n).map(|place| policy.start(next, after(place), 0.0)).collect();
        let gain = |place: usize, in_hand: f64| {
            policy.start(next, after(place), in_hand) - base.get(place).copied().unwrap_or(0.0)
        };
        let gains = |size: f64| -> Vec<f64> {
            if problem.clock.n_movable == 0 {
                return Vec::new();
            }
            if is_last { vec![gain(0, size); grid.n] } else { (0..grid.n).map(|place| gain(place, size)).collect() }
        };
        let kept = 1.0 - problem.settings.hold_loss;
        let less = |mut gains: Vec<f64>, size: f64| {
            for gain in &mut gains {
                *gain -= problem.trouble(size);
            }
            gains
        };
        let ahead = |place: usize| if is_last { 0.0 } else { base.get(place).copied().unwrap_or(0.0) };
        let value: Vec<f64> =
            (0..grid.n).map(|place| problem.reward(window, earlier, credit(place)) + ahead(place)).collect();
        let mut row = Self {
            problem,
            window,
            before,
            grid,
            shifts: problem.sizes.map(|size| Shift::new(size, &grid)),
            mean_shift: Shift::new(problem.mean_size, &grid),
            value,
            in_hand: Vec::new(),
            held: problem.sizes.map(|size| less(gains(size * kept), size)),
            natural: problem.sizes.map(gains),
        };
        if 0 < problem.clock.n_movable {
            let held = less(gains(problem.mean_size * kept), problem.mean_size);
            row.pull(); // before it is asked what a deal in hand is worth: what can be pulled makes it worth more
            row.in_hand = row.more_by(row.mean_shift).iter().zip(held).map(|(now, held)| now.max(held)).collect();
        }
        row
    }

    /// The gain of that much more credit at each place.
    fn more_by(&self, shift: Shift) -> Vec<f64> {
        let padded = padded(&self.value, self.grid.n + shift.places + 2);
        shift.each(&padded).zip(&self.value).map(|(more, here)| more - here).collect()
    }

    /// Deals of the first steps behind the end are brought forward where that gains.
    fn pull(&mut self) {
        let problem = self.problem;
        let n = problem.clock.n_movable;
        let chance = (problem.settings.movable * problem.chance * problem.n_parts as f64).min(0.95);
        for step in (1..=n).rev() {
            let kept = 1.0 - problem.settings.discount_for(step as f64 / n as f64);
            let mut gains = vec![0.0; self.grid.n];
            for (size, natural) in problem.sizes.iter().zip(&self.natural) {
                let now = self.more_by(Shift::new(size * kept, &self.grid));
                let trouble = problem.trouble(*size);
                for ((gain, now), natural) in gains.iter_mut().zip(&now).zip(natural) {
                    *gain += (now - natural - trouble).max(0.0);
                }
            }
            for (value, gain) in self.value.iter_mut().zip(&gains) {
                *value += chance * gain / N_SIZES as f64;
            }
        }
    }

    /// Walks back to the window's start: its value there.
    fn back(mut self, policy: &mut Policy) -> Vec<f64> {
        let problem = self.problem;
        let settings = &problem.settings;
        let n = self.grid.n;
        let n_steps = problem.clock.n_steps;
        let longest = self.shifts.iter().map(|shift| shift.places).max().unwrap_or(0) + 2;
        let parts_a_year = (problem.clock.steps_a_year() * problem.n_parts) as f64;
        let later = libm::pow(settings.yearly_discount, 1.0 / parts_a_year);
        let normal = settings.effort_cost * problem.at_target_rate(problem.mean_size);
        let cost = 0.5 * normal * problem.chance * (1.0 - settings.free_share);
        let mut effort = vec![0.0; n];
        let mut gains = vec![0.0; n];
        let mut padded_value = Vec::with_capacity(n + longest);
        for step in (0..n_steps).rev() {
            let is_movable = n_steps - problem.clock.n_movable <= step;
            if is_movable {
                let trouble = problem.trouble(problem.mean_size);
                let now = self.more_by(self.mean_shift);
                let kept = 1.0 - problem.nearest_discount();
                let natural = (0..n)
                    .map(|place| self.natural.iter().filter_map(|size| size.get(place)).sum::<f64>() / N_SIZES as f64);
                // Customers do not see where the rep stands: they wait if discounts are given at all at such a time.
                let is_bought = now.iter().zip(natural).any(|(now, natural)| trouble < now * kept - natural);
                let otherwise = if is_bought { Wait::Customer } else { Wait::No };
                let waits = self.in_hand.iter().zip(&now);
                let waits = waits.map(|(held, now)| if trouble < held - now { Wait::Rep } else { otherwise });
                policy.keep_waits(self.window, self.before, step, waits);
            }
            for _ in 0..problem.n_parts {
                pad(&mut padded_value, &self.value, n + longest);
                gains.fill(0.0);
                let share = if is_movable { settings.movable } else { 0.0 };
                for (shift, held) in self.shifts.iter().zip(&self.held) {
                    let all = gains.iter_mut().zip(&self.value).zip(shift.each(&padded_value));
                    if share == 0.0 {
                        for ((gain, here), more) in all {
                            *gain += more - here;
                        }
                    } else {
                        all.zip(held).for_each(|(((gain, here), more), held)| {
                            let now = more - here;
                            *gain += now + share * (held - now).max(0.0);
                        });
                    }
                }
                for ((effort, gain), value) in effort.iter_mut().zip(&mut gains).zip(&mut self.value) {
                    *gain /= N_SIZES as f64;
                    *effort = (settings.present_bias * later * *gain / normal).clamp(0.0, MOST_EFFORT);
                    *value = later * (*value + problem.chance_at(*effort) * *gain) - cost * *effort * *effort;
                }
                if is_movable {
                    self.wait_back(&effort, later, n + longest);
                }
            }
            policy.keep_effort(self.window, self.before, step, &effort);
        }
        self.value
    }

    /// A part of a step earlier, for a deal in hand.
    fn wait_back(&mut self, effort: &[f64], later: f64, length: usize) {
        let padded = padded(&self.in_hand, length);
        let mut sums = vec![0.0; self.grid.n];
        for shift in &self.shifts {
            sums.iter_mut().zip(shift.each(&padded)).for_each(|(sum, value)| *sum += value);
        }
        for ((in_hand, sum), effort) in self.in_hand.iter_mut().zip(&sums).zip(effort) {
            *in_hand = later * (*in_hand + self.problem.chance_at(*effort) * (sum / N_SIZES as f64 - *in_hand));
        }
    }
}

/// The values, and behind them a straight line along their last slope, up to that length.
fn padded(values: &[f64], length: usize) -> Vec<f64> {
    let mut padded = Vec::with_capacity(length);
    pad(&mut padded, values, length);
    padded
}

fn pad(padded: &mut Vec<f64>, values: &[f64], length: usize) {
    padded.clear();
    padded.extend_from_slice(values);
    let (Some(last), Some(before)) = (values.last(), values.iter().rev().nth(1)) else { return };
    let slope = last - before;
    padded.extend((1..=length.saturating_sub(values.len())).map(|step| last + slope * step as f64));
}
