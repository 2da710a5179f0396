//! A made-up company, the same for the same seed: reps with roles, quotas and skill, accounts, products, three years of
//! deals, the leads and activities before them, and what was spent. Nothing of it is anybody's data.

mod files;
mod market;
mod pay;
mod people;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::records::Dataset;
use crate::engine::units::Month;

pub use files::sample_files;

/// Which company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleSpec {
    /// People: about half account executives, the rest account managers, sales development and managers. 4 to 5,000.
    pub n_reps: u32,
    /// The same seed makes the same company.
    pub seed: u64,
    /// The day its export was made: history ends here, what is not closed yet is pipeline.
    pub today: NaiveDate,
}

/// Tells the draws for pay from those for the company.
const PAY: u64 = 0x7061_795f_7061_7274;

/// Months of history.
const N_MONTHS: i32 = 36;

/// Makes the company.
pub fn sample(spec: SampleSpec) -> Dataset {
    let mut dice = Dice(fastrand::Rng::with_seed(spec.seed));
    let first = Month::of(spec.today).plus(-N_MONTHS);
    let people = people::hire(&mut dice, spec.n_reps.clamp(4, 5_000) as usize, first, spec.today);
    let mut dataset = Dataset { products: market::products(), ..Dataset::default() };
    dataset.accounts = market::accounts(&mut dice, people.len() * 12);
    market::sell(&mut dice, &people, first, spec.today, &mut dataset);
    market::spend(&mut dice, first, spec.today, &mut dataset);
    dataset.targets = people.iter().flat_map(|person| people::targets(person, first, spec.today)).collect();
    dataset.reps = people.into_iter().map(|person| person.rep).collect();
    pay::complete(&mut Dice(fastrand::Rng::with_seed(spec.seed ^ PAY)), first, spec.today, &mut dataset);
    dataset
}

/// Seeded draws. All functions of numbers are libm's, so that every machine makes the same company.
struct Dice(fastrand::Rng);

impl Dice {
    /// From 0 up to 1.
    fn uniform(&mut self) -> f64 {
        self.0.f64()
    }

    /// From 0 up to `n`; 0 for none.
    fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { self.0.u64(..n as u64) as usize }
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let index = self.below(list.len());
        list.get(index)
    }

    /// Standard normal, by Box and Muller.
    fn normal(&mut self) -> f64 {
        let (radius, turn) = (1.0 - self.uniform(), self.uniform());
        libm::sqrt(-2.0 * libm::log(radius)) * libm::cos(std::f64::consts::TAU * turn)
    }

    /// Lognormal with that mean; `sigma` is the standard deviation of the logarithm.
    fn lognormal(&mut self, mean: f64, sigma: f64) -> f64 {
        mean * libm::exp(sigma * self.normal() - sigma * sigma / 2.0)
    }

    /// Poisson, by Knuth's product of uniforms; for means below 50.
    fn poisson(&mut self, mean: f64) -> u32 {
        let floor = libm::exp(-mean.clamp(0.0, 50.0));
        let (mut count, mut product) = (0, self.uniform());
        while floor < product {
            count += 1;
            product *= self.uniform();
        }
        count
    }
}
