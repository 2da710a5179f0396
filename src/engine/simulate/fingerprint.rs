//! Names for inputs: the same input has the same name everywhere, another input another one.

use serde::Serialize;

use super::model::CostInput;
use super::stream::mix64;

impl CostInput {
    /// 32 hexadecimal digits that depend on every field but the budget, which changes no run: a summary reads it from the
    /// input it is given. Not cryptographic: it finds changes, not forgers.
    pub fn fingerprint(&self) -> String {
        fingerprint(self)
    }
}

pub(super) fn fingerprint(input: &CostInput) -> String {
    let CostInput { plans, model, calendar, digits, budget: _, company_factor, hold_company } = input;
    fingerprint_of(&(plans, model, calendar, digits, company_factor, hold_company))
}

/// The name of anything that is written as bytes: 32 hexadecimal digits.
pub(in crate::engine) fn fingerprint_of(all: &impl Serialize) -> String {
    let bytes = postcard::to_allocvec(all).unwrap_or_default(); // fails for no plain data
    format!("{:016x}{:016x}", hash(&bytes, 0), hash(&bytes, 1))
}

/// A number for a name.
pub(in crate::engine) fn key(name: &[u8]) -> u64 {
    hash(name, 2)
}

/// Eight bytes at a time, each mixed in by `SplitMix64`'s mixer.
fn hash(bytes: &[u8], number: u64) -> u64 {
    let start = mix64(number.wrapping_add(bytes.len() as u64).wrapping_add(0x9e37_79b9_7f4a_7c15));
    bytes.chunks(8).fold(start, |state, chunk| {
        let word = chunk.iter().rev().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        mix64(state.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::comp::Measure;
    use crate::engine::simulate::CostModel;
    use crate::engine::units::{Calendar, Month};

    #[test]
    fn a_budget_names_no_other_input() {
        let model = CostModel {
            first: Month::new(2026, 1),
            n_months: 12,
            measure: Measure::Bookings,
            market_sigma: 0.1,
            persistence: 0.0,
            season: Vec::new(),
            flows: Vec::new(),
            cancellations: crate::engine::simulate::Cancellations::default(),
            reps: Vec::new(),
        };
        let input = CostInput {
            plans: Vec::new(),
            model,
            calendar: Calendar::default(),
            digits: 2,
            budget: None,
            company_factor: 1.0,
            hold_company: false,
        };
        let name = |change: fn(&mut CostInput)| {
            let mut other = input.clone();
            change(&mut other);
            other.fingerprint()
        };
        assert_eq!(name(|input| input.budget = Some(1e6)), input.fingerprint());
        assert_ne!(name(|input| input.company_factor = 0.9), input.fingerprint());
        assert_ne!(name(|input| input.model.measure = Measure::Deals), input.fingerprint());
    }

    #[test]
    fn names_differ() {
        let mut keys: Vec<u64> = (0..10_000).map(|number| key(format!("rep {number}").as_bytes())).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 10_000);
    }
}
