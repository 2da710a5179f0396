//! Teams whose skills are known: the interval of the signal share is held to the true one.

use attain::engine::quota::health::{Chance, luck};

/// How teams are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// Reps.
    pub(crate) n_reps: u32,
    /// Deals expected of a rep of mean skill.
    pub(crate) n_deals: f64,
    /// Standard deviation of skill over its mean.
    pub(crate) skill: f64,
    /// Standard deviation of the logarithm of a deal's size.
    pub(crate) sizes: f64,
    /// Standard deviation of the logarithm of quotas; the rate of deals goes with the quota.
    pub(crate) quotas: f64,
}

/// `SplitMix64` with what distributions need.
struct Random(u64);

impl Random {
    /// Above 0, up to 1.
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((word ^ (word >> 31)) >> 11) as f64 + 1.0) / 9_007_199_254_740_992.0
    }

    fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(self.uniform()));
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }

    /// How many arrivals of mean distance 1 fall before `mean`.
    fn poisson(&mut self, mean: f64) -> u32 {
        let mut time = -libm::log(self.uniform());
        let mut n = 0;
        while time < mean {
            time -= libm::log(self.uniform());
            n += 1;
        }
        n
    }
}

/// A team with its true signal share: deals by Poisson at a rate that is proportional to skill and quota, lognormal sizes.
/// Skills are lognormal of mean 1.
///
/// Expected attainment is the skill `θ`, its variance over these reps `V` over `n − 1`; the noise variance of a rep with
/// `q` times the usual quota is `θ E x² / (λ q (E x)²) = θ exp(σ²) / (λ q)`.
fn team(setting: &Setting, seed: u64) -> (Vec<Chance>, f64) {
    let mut random = Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let sigma = libm::sqrt(libm::log(1.0 + setting.skill * setting.skill));
    let skills: Vec<f64> =
        (0..setting.n_reps).map(|_| libm::exp(sigma * random.normal() - sigma * sigma / 2.0)).collect();
    let variance_of_log = setting.sizes * setting.sizes;
    let mut noise = 0.0;
    let mut chances = Vec::new();
    for skill in &skills {
        let quota = libm::exp(setting.quotas * random.normal());
        let rate = setting.n_deals * quota;
        let n = random.poisson(rate * skill);
        let size = |_| libm::exp(setting.sizes * random.normal() - variance_of_log / 2.0) / rate;
        chances.push(Chance::of((0..n).map(size)));
        noise += skill * libm::exp(variance_of_log) / rate / f64::from(setting.n_reps);
    }
    let n = f64::from(setting.n_reps);
    let mean = skills.iter().sum::<f64>() / n;
    let lasting = skills.iter().map(|skill| (skill - mean) * (skill - mean)).sum::<f64>() / (n - 1.0);
    (chances, lasting / (lasting + noise))
}

/// Of that many teams, the shares whose true signal share lies in, below and above the interval, and its mean width.
pub(crate) fn coverage(setting: &Setting, n_teams: u64) -> [f64; 4] {
    let mut sums = [0.0; 4];
    for seed in 0..n_teams {
        let (chances, truth) = team(setting, seed + 1);
        let found = luck(&chances).unwrap().interval;
        let (below, above) = (truth < found.low - 1e-12, found.high < truth);
        for (sum, holds) in sums.iter_mut().zip([!below && !above, below, above]) {
            *sum += f64::from(u8::from(holds));
        }
        sums[3] += found.high - found.low;
    }
    sums.map(|sum| sum / n_teams as f64)
}

/// Teams of 20 to 60 reps with 10 to 60 deals each, from no difference of skill to a large one.
pub(crate) fn settings(sizes: f64, quotas: f64) -> Vec<Setting> {
    let mut all = Vec::new();
    for n_reps in [20, 40, 60] {
        for n_deals in [10.0, 30.0, 60.0] {
            all.extend([0.0, 0.15, 0.3, 0.5].map(|skill| Setting { n_reps, n_deals, skill, sizes, quotas }));
        }
    }
    all
}
