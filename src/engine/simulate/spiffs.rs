//! SPIFFs by month: kickers and amounts a deal in proportion to credit, milestones as they are reached, contests by
//! their prizes.

use chrono::NaiveDate;

use super::flows::{Source, Tap};
use super::model::CostInput;
use super::prepare::number;
use crate::engine::comp::{Measure, Reward, Spiff};
use crate::engine::units::{Granularity, Month};

/// A SPIFF for one rep.
#[derive(Clone, Debug)]
pub(super) struct SpiffTerms {
    source: Source,
    pays: Pays,
    /// Whether single deals are paid, which may be taken back with them; milestones and prizes are not.
    pub(super) is_of_deals: bool,
}

#[derive(Clone, Debug)]
enum Pays {
    /// `slope · source + constant` of each month.
    Along { slope: Vec<f64>, constant: Vec<f64> },
    /// Amounts at credit since the start; credit begins anew in the months that say so.
    Milestones { steps: Vec<(f64, f64)>, slope: Vec<f64>, constant: Vec<f64>, anew: Vec<bool> },
}

impl Spiff {
    /// What is measured: deals for an amount a deal.
    pub(super) fn counts_of(&self) -> Measure {
        if matches!(self.reward, Reward::PerDeal { .. }) { Measure::Deals } else { self.measure }
    }
}

pub(super) fn spiff_terms(spiff: &Spiff, input: &CostInput, n_months: usize, tap: Tap) -> SpiffTerms {
    let month = |place: usize| input.model.first.plus(place as i32);
    let counted = |place: usize| share_of_month(month(place), spiff.from, spiff.to);
    let along = |times: f64| {
        let each = |of: f64| (0..n_months).map(|place| of * times * counted(place)).collect::<Vec<f64>>();
        (each(tap.per_credit), each(tap.per_month))
    };
    let pays = match &spiff.reward {
        Reward::PerDeal { amount: times } | Reward::Rate { rate: times } => {
            let (slope, constant) = along(number(*times));
            Pays::Along { slope, constant }
        }
        Reward::Milestones { steps } => {
            let (slope, constant) = along(1.0);
            let begins = |place: usize| {
                place == 0 || input.calendar.period(month(place), Granularity::Year).start == month(place)
            };
            Pays::Milestones {
                steps: steps.iter().map(|step| (number(step.at), number(step.amount))).collect(),
                slope,
                constant,
                anew: (0..n_months).map(|place| spiff.from.is_none() && begins(place)).collect(),
            }
        }
        Reward::Contest { per, prizes, .. } => {
            // Who wins is chance: everybody has an equal part of the prizes.
            let n_reps = input.model.reps.len().max(1);
            let won: f64 = prizes.iter().take(n_reps).map(|prize| number(*prize)).sum();
            let held = |place: usize| {
                let is_last = input.calendar.period(month(place), *per).end() == month(place) || place + 1 == n_months;
                if is_last && 0.0 < counted(place) { won / n_reps as f64 } else { 0.0 }
            };
            Pays::Along { slope: vec![0.0; n_months], constant: (0..n_months).map(held).collect() }
        }
    };
    let is_of_deals = matches!(spiff.reward, Reward::PerDeal { .. } | Reward::Rate { .. });
    SpiffTerms { source: tap.source, pays, is_of_deals }
}

/// How much of a month's days lie between two days, both counted.
fn share_of_month(month: Month, from: Option<NaiveDate>, to: Option<NaiveDate>) -> f64 {
    let (first, last) = (month.first_day(), month.last_day());
    let n_days = (last - first).num_days() + 1;
    let start = from.map_or(first, |from| from.max(first));
    let end = to.map_or(last, |to| to.min(last));
    ((end - start).num_days() + 1).max(0) as f64 / n_days as f64
}

impl SpiffTerms {
    /// Hands each month's pay to `add`.
    pub(super) fn pay(&self, at: &impl Fn(Source, usize) -> f64, add: &mut impl FnMut(usize, f64)) {
        match &self.pays {
            Pays::Along { slope, constant } => {
                for (month, (slope, constant)) in slope.iter().zip(constant).enumerate() {
                    add(month, slope * at(self.source, month) + constant);
                }
            }
            Pays::Milestones { steps, slope, constant, anew } => {
                let (mut credit, mut n_paid) = (0.0, 0);
                for (month, (slope, constant)) in slope.iter().zip(constant).enumerate() {
                    if anew.get(month).copied().unwrap_or(false) {
                        (credit, n_paid) = (0.0, 0);
                    }
                    credit += slope * at(self.source, month) + constant;
                    let next = steps.iter().skip(n_paid).take_while(|(at, _)| *at <= credit);
                    let due: Vec<f64> = next.map(|(_, amount)| *amount).collect();
                    n_paid += due.len();
                    add(month, due.iter().sum());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_counts_by_its_days() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 4, day);
        let check = |from, to, expected: f64| {
            assert!((share_of_month(Month::new(2026, 4), from, to) - expected).abs() < 1e-12, "{from:?} {to:?}");
        };
        check(None, None, 1.0);
        check(day(16), None, 0.5);
        check(None, day(3), 0.1);
        check(day(4), day(4), 1.0 / 30.0);
        check(None, NaiveDate::from_ymd_opt(2026, 3, 31), 0.0);
        check(NaiveDate::from_ymd_opt(2026, 5, 1), None, 0.0);
    }

    #[test]
    fn a_milestone_is_paid_once_and_anew_each_year() {
        let terms = SpiffTerms {
            source: Source::Own,
            pays: Pays::Milestones {
                steps: vec![(100.0, 5.0), (250.0, 7.0)],
                slope: vec![1.0; 5],
                constant: vec![0.0; 5],
                anew: vec![true, false, false, true, false],
            },
            is_of_deals: false,
        };
        let credit = [60.0, 60.0, 200.0, 90.0, 10.0];
        let mut paid = [0.0; 5];
        terms.pay(&|_, month| credit[month], &mut |month, amount| paid[month] += amount);
        assert!(
            paid.iter().zip([0.0, 5.0, 7.0, 0.0, 5.0]).all(|(paid, due): (&f64, f64)| (paid - due).abs() < 1e-12),
            "{paid:?}"
        );
    }
}
