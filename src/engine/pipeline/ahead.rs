//! From chances of a period to the chance to be won by the end of each month.

use chrono::NaiveDate;

use super::coding::{Traits, middle, month_of_quarter};
use super::hazard::HazardModel;
use super::view::KnownDeal;
use crate::engine::units::Month;

/// Share of deals that is let go: what is left open below it is not followed further.
const LEAST_OPEN: f64 = 1e-9;

/// Whose future is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) traits: Traits,
    /// Factor of its rep.
    pub(super) rep: f64,
    pub(super) created: NaiveDate,
    /// Days since creation at which it is known to be open.
    pub(super) days: u32,
}

/// Chances of an open deal to be won by the end of each of so many months from `first` on, given that it is open at the end
/// of `day`: `Σ S(u) h_win(u)` over its coming periods, each period's share spread evenly over its days.
///
/// Source: cumulative incidence in discrete time, Tutz and Schmid 2016, ch. 8; field reference §4.1.
pub fn won_by(model: &HazardModel, deal: &KnownDeal, day: NaiveDate, first: Month, n_months: usize) -> Vec<f64> {
    let traits = model.coding.traits(deal);
    follow(
        model,
        Standing { traits, rep: model.rep(deal), created: deal.created, days: deal.days(day) },
        first,
        n_months,
    )
}

/// The same for any standing.
pub(super) fn follow(model: &HazardModel, it: Standing, first: Month, n_months: usize) -> Vec<f64> {
    let step = model.coding.step;
    // Ends of months in days of the deal's life.
    let end = |place: usize| (first.plus(place as i32).last_day() - it.created).num_days() as f64;
    let ends: Vec<f64> = (0..n_months).map(end).collect();
    let last = ends.last().copied().unwrap_or(0.0);
    let mut won = vec![0.0; n_months];
    let mut open = 1.0;
    let mut from = f64::from(it.days);
    // Ages beyond those that are reckoned with have periods too, all of the last stretch.
    let mut period = libm::floor(from / step.days()) as u32;
    while from < last && LEAST_OPEN < open {
        let until = f64::from(period + 1) * step.days();
        if until <= from {
            period += 1; // rounding
            continue;
        }
        let p = model.chances(it.traits, it.rep, period, month_of_quarter(middle(it.created, step, period)));
        let ends_in = p.win + p.lose;
        // Part of the period may be over: what is left of it has its part of the risk.
        let left = ((until - from) / step.days()).min(1.0);
        let ended = if left < 1.0 { 1.0 - libm::pow((1.0 - ends_in).max(0.0), left) } else { ends_in };
        let share = if 0.0 < ends_in { open * ended * p.win / ends_in } else { 0.0 };
        for (won, end) in won.iter_mut().zip(&ends) {
            *won += share * ((end - from) / (until - from)).clamp(0.0, 1.0);
        }
        open *= 1.0 - ended;
        from = until;
        period += 1;
    }
    won
}
