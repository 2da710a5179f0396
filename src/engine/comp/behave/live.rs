//! Years lived by reps: deals come by chance, effort follows the policy, and at a window's end the rep chooses which of the
//! movable deals close before it.
//!
//! Every draw is a function of seed, type, run and place in time, so that years with and without behaviour meet the same
//! chances.

use super::policy::{Policy, Wait};
use super::sizes::N_SIZES;
use super::solve::Problem;

/// Sums over the lived years of one type of rep.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) n_years: f64,
    /// At full price.
    pub(super) list: f64,
    pub(super) discount: f64,
    pub(super) lost: f64,
    pub(super) cost: f64,
    pub(super) effort: f64,
    pub(super) n_pulled: f64,
    pub(super) pulled: f64,
    pub(super) n_pushed: f64,
    pub(super) pushed: f64,
    /// What moving gained the reps, as they feel it.
    pub(super) gain: f64,
    /// The most it gained one rep at one window's end.
    pub(super) most_gain: f64,
    /// Deals closed in each step of a window.
    pub(super) closes: Vec<f64>,
    /// Revenue of each step of a year.
    pub(super) revenue: Vec<f64>,
}

/// A deal as it comes.
struct Drawn {
    size: f64,
    is_movable: bool,
    /// The customer waits if that brings a discount.
    is_patient: bool,
}

/// A movable deal that falls due behind a window's end.
#[derive(Clone, Copy)]
struct Early {
    step: usize,
    size: f64,
}

struct Year<'a, 'b> {
    problem: &'b Problem<'a>,
    policy: Option<&'b Policy>,
    key: u64,
}

/// Lives so many years of a rep; the windows before each are lived too and not counted.
pub(super) fn live(problem: &Problem, policy: Option<&Policy>, key: u64, n_runs: u32) -> Tally {
    let clock = &problem.clock;
    let mut tally = Tally {
        n_years: f64::from(n_runs),
        closes: vec![0.0; clock.n_steps],
        revenue: vec![0.0; clock.steps_a_year()],
        ..Tally::default()
    };
    for run in 0..n_runs {
        Year { problem, policy, key: mix(key ^ mix(u64::from(run))) }.live(&mut tally);
    }
    tally
}

pub(super) fn mix(word: u64) -> u64 {
    let word = word.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

impl Year<'_, '_> {
    fn live(&self, tally: &mut Tally) {
        let clock = &self.problem.clock;
        let n_movable = if self.policy.is_some() { clock.n_movable } else { 0 };
        let (mut before, mut held, mut n_held) = (0.0, 0.0, 0.0);
        let mut early: Vec<Early> = Vec::new();
        let mut in_hand: Vec<Movable> = Vec::new();
        for place in 0..clock.n_windows + clock.n_a_year {
            let window = place % clock.n_windows;
            if window == 0 {
                before = 0.0;
            }
            let is_counted = clock.n_windows <= place;
            let first_step = place.saturating_sub(clock.n_windows) * clock.n_steps;
            let mut close = |step: usize, n: f64, price: f64, discount: f64| {
                if is_counted {
                    tally.list += price;
                    tally.discount += price * discount;
                    add(&mut tally.closes, step, n * self.problem.n_deals_in_one);
                    add(&mut tally.revenue, first_step + step, price * (1.0 - discount));
                }
            };
            let mut credit = held;
            if 0.0 < n_held {
                close(0, n_held, held, 0.0);
            }
            let mut effort_sum = 0.0;
            for step in 0..clock.n_steps {
                for deal in early.iter().filter(|deal| deal.step == step) {
                    credit += deal.size;
                    close(step, 1.0, deal.size, 0.0);
                }
                let effort = self.policy.map_or(1.0, |policy| policy.effort(window, before, credit, step));
                effort_sum += effort;
                for part in 0..self.problem.n_parts {
                    let Some(Drawn { size, is_movable, is_patient }) = self.draw(place, step, part, effort) else {
                        continue;
                    };
                    if is_movable && step < n_movable {
                        continue; // among the early ones
                    }
                    let is_near = is_movable && clock.n_steps - n_movable <= step;
                    let wait = self.policy.filter(|_| is_near).map(|policy| policy.waits(window, before, credit, step));
                    let in_hand_at = |discount| Movable { price: size, discount, is_early: false };
                    match wait.unwrap_or_default() {
                        Wait::Rep => in_hand.push(in_hand_at(0.0)),
                        Wait::Customer if is_patient => in_hand.push(in_hand_at(self.problem.nearest_discount())),
                        Wait::Customer | Wait::No => {
                            credit += size;
                            close(step, 1.0, size, 0.0);
                        }
                    }
                }
            }
            early = self.early(place + 1, before + credit, n_movable);
            let end = End { year: self, window, before, credit, in_hand: &in_hand, early: &early, n_movable };
            let choice = end.choose();
            (held, n_held) = (0.0, 0.0);
            let last = clock.n_steps - 1;
            for (rank, deal) in end.deals().enumerate() {
                let is_now = rank < choice.n_now;
                match (deal.is_early, is_now) {
                    (_, true) => {
                        credit += deal.price * (1.0 - deal.discount);
                        close(last, 1.0, deal.price, deal.discount);
                    }
                    (false, false) => {
                        held += deal.price * (1.0 - self.problem.settings.hold_loss);
                        n_held += 1.0;
                    }
                    (true, false) => {}
                }
                if is_counted && deal.is_early && is_now {
                    tally.n_pulled += self.problem.n_deals_in_one;
                    tally.pulled += deal.price;
                } else if is_counted && !deal.is_early && !is_now {
                    tally.n_pushed += self.problem.n_deals_in_one;
                    tally.pushed += deal.price;
                    tally.lost += deal.price * self.problem.settings.hold_loss;
                }
            }
            let n_pulled = choice.n_now.saturating_sub(in_hand.len());
            early.drain(..n_pulled.min(early.len()));
            in_hand.clear();
            if is_counted {
                let ends_outer = window + 1 == clock.n_windows;
                tally.cost += self.problem.pay.pay(credit, before + credit, ends_outer);
                tally.effort += effort_sum / clock.steps_a_year() as f64;
                tally.gain += choice.gain;
                tally.most_gain = tally.most_gain.max(choice.gain);
            }
            before += credit;
        }
    }

    /// The deal that comes, if one does.
    fn draw(&self, place: usize, step: usize, part: usize, effort: f64) -> Option<Drawn> {
        let clock = &self.problem.clock;
        let number = ((place * clock.n_steps + step) * self.problem.n_parts + part) as u64;
        let word = mix(self.key ^ mix(number));
        if self.problem.chance_at(effort) <= unit(word) {
            return None;
        }
        let other = mix(word);
        let place = (other >> 32) as usize % N_SIZES;
        let size = self.problem.sizes.get(place).copied().unwrap_or(self.problem.mean_size);
        let (first, second) = (mix(other), mix(mix(other)));
        let settings = &self.problem.settings;
        let (is_movable, is_patient) = (unit(first) < settings.movable, unit(second) < settings.customers_wait);
        Some(Drawn { size, is_movable, is_patient })
    }

    /// Movable deals of the first steps of the window at that place, as they would fall due.
    fn early(&self, place: usize, before: f64, n_movable: usize) -> Vec<Early> {
        let clock = &self.problem.clock;
        let window = place % clock.n_windows;
        let before = if window == 0 { 0.0 } else { before };
        let mut early = Vec::new();
        for step in 0..n_movable {
            let effort = self.policy.map_or(1.0, |policy| policy.effort(window, before, 0.0, step));
            for part in 0..self.problem.n_parts {
                let drawn = self.draw(place, step, part, effort).filter(|drawn| drawn.is_movable);
                early.extend(drawn.map(|drawn| Early { step, size: drawn.size }));
            }
        }
        early
    }
}

fn unit(word: u64) -> f64 {
    (word >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

fn add(sums: &mut [f64], place: usize, value: f64) {
    if let Some(sum) = sums.get_mut(place) {
        *sum += value;
    }
}

/// A window's end with the deals that can close on either side of it.
struct End<'a, 'b, 'c> {
    year: &'c Year<'a, 'b>,
    window: usize,
    before: f64,
    credit: f64,
    in_hand: &'c [Movable],
    early: &'c [Early],
    n_movable: usize,
}

struct Choice {
    /// Deals that close before the end: the first so many.
    n_now: usize,
    /// What that is better than closing each when it falls due.
    gain: f64,
}

#[derive(Clone, Copy)]
struct Movable {
    price: f64,
    discount: f64,
    is_early: bool,
}

impl End<'_, '_, '_> {
    /// Those in hand, then those behind the end, nearest first: in the order in which bringing them before it is cheap.
    fn deals(&self) -> impl Iterator<Item = Movable> {
        let settings = self.year.problem.settings;
        let n = self.n_movable.max(1) as f64;
        let discount = move |step: usize| settings.discount_for((step + 1) as f64 / n);
        let early = self.early.iter().map(move |deal| Movable {
            price: deal.size,
            discount: discount(deal.step),
            is_early: true,
        });
        self.in_hand.iter().copied().chain(early)
    }

    fn choose(&self) -> Choice {
        let natural = self.in_hand.len();
        let n = natural + self.early.len();
        let Some(policy) = self.year.policy.filter(|_| n != 0) else { return Choice { n_now: natural, gain: 0.0 } };
        let problem = self.year.problem;
        let kept = 1.0 - problem.settings.hold_loss;
        let mut later: f64 = self.deals().map(|deal| if deal.is_early { deal.price } else { deal.price * kept }).sum();
        let mut moved: f64 = self.in_hand.iter().map(|deal| deal.price).sum();
        let (mut now, mut scores) = (0.0, Vec::with_capacity(n + 1));
        scores.push(self.score(policy, now, later) - problem.trouble(moved));
        for deal in self.deals() {
            now += deal.price * (1.0 - deal.discount);
            if deal.is_early {
                later -= deal.price;
                moved += deal.price;
            } else {
                later -= deal.price * kept;
                moved -= deal.price;
            }
            scores.push(self.score(policy, now, later.max(0.0)) - problem.trouble(moved.max(0.0)));
        }
        let as_due = scores.get(natural).copied().unwrap_or(0.0);
        let (mut n_now, mut best) = (natural, as_due);
        for (rank, score) in scores.iter().enumerate() {
            if best < *score {
                (n_now, best) = (rank, *score);
            }
        }
        Choice { n_now, gain: best - as_due }
    }

    /// What is felt of that much more credit before the end and that much in hand behind it.
    fn score(&self, policy: &Policy, now: f64, later: f64) -> f64 {
        let problem = self.year.problem;
        let credit = self.credit + now;
        let is_last = self.window + 1 == problem.clock.n_windows;
        let (next, before) = if is_last { (0, 0.0) } else { (self.window + 1, self.before + credit) };
        problem.reward(self.window, self.before, credit) + policy.start(next, before, later)
    }
}
