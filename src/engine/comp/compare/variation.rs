//! Volatility: how a rep's pay varies from month to month.

use serde::{Deserialize, Serialize};

use super::measures::RepResult;
use super::stats::mean;
use crate::engine::comp::ledger::PayoutPeriod;
use crate::engine::records::Rep;
use crate::engine::units::Month;

/// Coefficient of variation of reps' monthly pay: standard deviation over mean. Pay counts in the last month of its payout
/// period, when it is paid, so a plan that pays by the quarter varies more than one that pays the same by the month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Variation {
    /// Reps who are paid and there for three months or more.
    pub n_reps: u32,
    /// The mean over them.
    pub mean: Option<f64>,
    /// The middle one.
    pub median: Option<f64>,
}

/// That of one rep over the months he or she is there; `None` for fewer than three, or without pay.
pub(super) fn of_rep(periods: &[PayoutPeriod], rep: Option<&Rep>, (first, last): (Month, Month)) -> Option<f64> {
    let from = rep.and_then(|rep| rep.hired).map_or(first, Month::of).max(first);
    let to = rep.and_then(|rep| rep.left).map_or(last, Month::of).min(last);
    let n_months = usize::try_from(to.since(from) + 1).ok().filter(|n| 3 <= *n)?;
    let mut months = vec![0.0; n_months];
    for period in periods {
        let place = usize::try_from(period.period.end().min(last).since(from)).ok();
        // What is settled after a rep has gone is no part of the pay while there.
        if let Some(month) = place.and_then(|place| months.get_mut(place)) {
            *month += period.paid.to_f64();
        }
    }
    coefficient(&months)
}

/// With the standard deviation of a sample, over `n − 1`.
fn coefficient(months: &[f64]) -> Option<f64> {
    let mean = mean(months).filter(|mean| 0.0 < *mean)?;
    let squares: f64 = months.iter().map(|pay| (pay - mean) * (pay - mean)).sum();
    Some(libm::sqrt(squares / (months.len() as f64 - 1.0)) / mean)
}

pub(super) fn variation(reps: &[RepResult]) -> Variation {
    let mut all: Vec<f64> = reps.iter().filter_map(|rep| rep.variation).collect();
    all.sort_by(f64::total_cmp);
    let upper = all.get(all.len() / 2);
    let lower = all.get(all.len().saturating_sub(1) / 2);
    Variation {
        n_reps: all.len() as u32,
        mean: mean(&all),
        median: lower.zip(upper).map(|(lower, upper)| f64::midpoint(*lower, *upper)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_in_lumps_varies_more() {
        // 0, 0, 3: mean 1, squares 1 + 1 + 4 = 6, over 2: √3.
        assert!((coefficient(&[0.0, 0.0, 3.0]).unwrap() - libm::sqrt(3.0)).abs() < 1e-12);
        assert_eq!(coefficient(&[7.0, 7.0, 7.0]), Some(0.0));
        assert_eq!(coefficient(&[0.0, 0.0, 0.0]), None);
    }
}
