//! The ramp of the data's hires: what they sold by month of tenure, over what fully ramped reps sold in the same months.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::engine::comp::{Book, Counted, CreditFrom, Filter, Measure};
use crate::engine::records::{Dataset, RepIndex, join_key};
use crate::engine::units::{Money, Month};

/// From which month of tenure on a rep is taken as fully ramped.
pub const RAMPED_FROM: u32 = 12;
/// Hires, and months of theirs, from which a ramp is told.
const LEAST_HIRES: u32 = 5;
const LEAST_MONTHS: u32 = 30;

/// What a ramp is fitted on.
#[derive(Clone, Copy, Debug)]
pub struct RampInput<'a> {
    /// The records; deals and reps are used.
    pub dataset: &'a Dataset,
    /// ISO code of the scenario's currency.
    pub currency: &'a str,
    /// The role; empty for everyone.
    pub role: &'a str,
    /// First month of the history.
    pub first: Month,
    /// Last month of the history.
    pub last: Month,
}

/// Productivity by month of tenure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RampFit {
    /// From the month of hire on.
    pub months: Vec<RampMonth>,
    /// Hires that it rests on.
    pub n_hires: u32,
    /// Fully ramped reps that they are held against.
    pub n_ramped: u32,
}

/// One month of tenure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RampMonth {
    /// Hires that were seen in this month.
    pub n: u32,
    /// What they sold over what ramped reps sold in the same months; `None` if nobody was seen.
    pub share: Option<f64>,
    /// The same, made so that it never falls, at most 1.
    pub smoothed: f64,
}

impl RampFit {
    /// The curve, up to the month before full productivity; `None` if the data says too little.
    pub fn curve(&self) -> Option<Vec<f64>> {
        let n_months: u32 = self.months.iter().map(|month| month.n).sum();
        if self.n_hires < LEAST_HIRES || n_months < LEAST_MONTHS || self.n_ramped == 0 {
            return None;
        }
        Some(self.months.iter().map(|month| month.smoothed).take_while(|share| *share < 1.0).collect())
    }
}

/// Fits it. A ratio to ramped reps of the same months takes season and market out.
pub fn fit_ramp(input: &RampInput) -> RampFit {
    let n_months = (input.last.since(input.first) + 1).clamp(0, 600) as usize;
    let book = Book::new(input.dataset, input.currency);
    let index = RepIndex::new(&input.dataset.reps);
    let wanted = join_key(input.role);
    let open = Filter::default();
    // Sales of each month of each rep, with tenure; `None` for who is there from before anyone knows.
    let mut rows: Vec<(Option<i32>, usize, f64)> = Vec::new();
    let (mut n_hires, mut n_ramped) = (0, 0);
    for (place, rep) in input.dataset.reps.iter().enumerate() {
        let is_other = !wanted.is_empty() && join_key(&rep.role) != wanted;
        if is_other || index.place(&rep.id) != Some(place) {
            continue;
        }
        let Some(person) = book.place(&rep.id) else { continue };
        let mut sales: BTreeMap<usize, f64> = BTreeMap::new();
        let counted = Counted { measure: Measure::Bookings, filter: &open, credit_from: CreditFrom::Own };
        for event in &*book.events(person, counted) {
            let month = Month::of(event.day).since(input.first);
            if let Some(month) = usize::try_from(month).ok().filter(|month| *month < n_months) {
                *sales.entry(month).or_default() += Money(event.credit).to_f64();
            }
        }
        let hired = rep.hired.map(|day| Month::of(day).since(input.first));
        let left = rep.left.map_or(i32::MAX, |day| Month::of(day).since(input.first));
        // Who never sold is no seller where no role is named; in a role he or she is a hire who sold nothing.
        if sales.is_empty() && wanted.is_empty() {
            continue;
        }
        let (mut is_hire, mut is_ramped) = (false, false);
        for month in 0..n_months {
            let at = month as i32;
            if hired.is_some_and(|hired| at < hired) || left <= at {
                continue;
            }
            let tenure = hired.map(|hired| at - hired);
            let is_young = tenure.is_some_and(|tenure| tenure < RAMPED_FROM as i32);
            is_hire |= is_young;
            is_ramped |= !is_young;
            rows.push((tenure, month, sales.get(&month).copied().unwrap_or(0.0)));
        }
        n_hires += u32::from(is_hire);
        n_ramped += u32::from(is_ramped);
    }
    let mut ramped = vec![(0.0_f64, 0.0_f64); n_months];
    for (tenure, month, sold) in &rows {
        if tenure.is_none_or(|tenure| RAMPED_FROM as i32 <= tenure)
            && let Some((sum, n)) = ramped.get_mut(*month)
        {
            *sum += sold;
            *n += 1.0;
        }
    }
    let mut months = vec![(0.0_f64, 0.0_f64, 0_u32); RAMPED_FROM as usize];
    for (tenure, month, sold) in &rows {
        let reference = ramped.get(*month).filter(|(sum, n)| 0.0 < *n && 0.0 < *sum).map(|(sum, n)| sum / n);
        let place = tenure.and_then(|tenure| usize::try_from(tenure).ok());
        if let (Some(reference), Some((sum, base, n))) = (reference, place.and_then(|place| months.get_mut(place))) {
            *sum += sold;
            *base += reference;
            *n += 1;
        }
    }
    let shares: Vec<(f64, f64)> =
        months.iter().map(|(sum, base, _)| if 0.0 < *base { (sum / base, *base) } else { (0.0, 0.0) }).collect();
    let smoothed = rising(&shares);
    let month = |((sum, base, n), smoothed): (&(f64, f64, u32), f64)| RampMonth {
        n: *n,
        share: (0.0 < *base).then(|| sum / base),
        smoothed: smoothed.clamp(0.0, 1.0),
    };
    RampFit { months: months.iter().zip(smoothed).map(month).collect(), n_hires, n_ramped }
}

/// The rising sequence nearest to these values by weighted squares: neighbours that fall are pooled (Ayer et al. 1955).
/// Where the weight is 0 the value before stands.
pub fn rising(values: &[(f64, f64)]) -> Vec<f64> {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for (value, weight) in values {
        let mut block = (*value, weight.max(0.0), 1);
        if block.1 == 0.0 {
            block.0 = blocks.last().map_or(0.0, |last| last.0);
        }
        while let Some(last) = blocks.last().copied().filter(|last| block.0 < last.0 || block.1 == 0.0) {
            blocks.pop();
            let weight = last.1 + block.1;
            let mean = if 0.0 < weight { (last.0 * last.1 + block.0 * block.1) / weight } else { last.0 };
            block = (mean, weight, last.2 + block.2);
            if weight == 0.0 && blocks.is_empty() {
                break;
            }
        }
        blocks.push(block);
    }
    blocks.into_iter().flat_map(|(value, _, n)| std::iter::repeat_n(value, n)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn falling_neighbours_are_pooled_by_weight() {
        let check = |values: &[(f64, f64)], expected: &[f64]| assert_eq!(rising(values), expected);
        check(&[], &[]);
        check(&[(0.2, 1.0), (0.5, 1.0), (0.9, 1.0)], &[0.2, 0.5, 0.9]);
        check(&[(0.2, 1.0), (0.6, 1.0), (0.4, 1.0)], &[0.2, 0.5, 0.5]);
        check(&[(0.25, 3.0), (0.75, 1.0), (0.25, 1.0)], &[0.25, 0.5, 0.5]);
        check(&[(1.0, 1.0), (0.5, 1.0), (0.0, 2.0)], &[0.375, 0.375, 0.375]);
        check(&[(0.0, 0.0), (0.5, 1.0), (9.0, 0.0)], &[0.0, 0.5, 0.5]);
    }

    proptest! {
        #[test]
        fn it_rises_and_keeps_the_weighted_mean(values in prop::collection::vec((0.0..2.0_f64, 0.1..5.0_f64), 1..20)) {
            let found = rising(&values);
            prop_assert_eq!(found.len(), values.len());
            prop_assert!(found.windows(2).all(|pair| pair[0] <= pair[1]));
            let sum = |of: &dyn Fn(usize) -> f64| values.iter().enumerate().map(|(at, (_, weight))| of(at) * weight).sum::<f64>();
            prop_assert!((sum(&|at| values[at].0) - sum(&|at| found[at])).abs() < 1e-9);
        }
    }
}
