//! Capacity by formula: every head as shares of a head, by tenure, month by month. It is what simulated years average to.

use super::input::{CapacityInput, SeatSource};
use super::prepare::{Leaving, PreparedCapacity, PreparedRole, PreparedSeat, prepare_capacity};
use super::report::{CapacityMonth, ExpectedCapacity, RoleCapacity, Variant};
use super::tables::chances;

/// One seat's months: the share of a head that is there, and the same by ramp.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Share {
    pub(super) there: f64,
    pub(super) ramped: f64,
}

/// Capacity without chance: the expected value of each month.
pub fn expected(input: &CapacityInput) -> ExpectedCapacity {
    let prepared = prepare_capacity(input, Variant::AsPlanned);
    let mut months: Vec<CapacityMonth> = (0_i32..)
        .zip(0..prepared.n_months)
        .map(|(step, place)| {
            let goal = input.goal.get(place).copied().filter(|goal| 0.0 < *goal).unwrap_or(0.0);
            let month = input.first.plus(step);
            let assigned = goal * (1.0 + input.over_assignment);
            CapacityMonth { month, heads: 0.0, ramped_heads: 0.0, quota: 0.0, expected: 0.0, goal, assigned }
        })
        .collect();
    let mut roles: Vec<RoleCapacity> = input
        .roles
        .iter()
        .map(|role| RoleCapacity {
            role: role.name.clone(),
            heads_first: 0.0,
            heads_last: 0.0,
            n_hires: 0,
            quota: 0.0,
            expected: 0.0,
        })
        .collect();
    for seat in input.seats.iter().filter(|seat| seat.source == SeatSource::Hire) {
        if let Some(role) = roles.get_mut(seat.role as usize) {
            role.n_hires += 1;
        }
    }
    let last = prepared.n_months.saturating_sub(1);
    for seat in &prepared.seats {
        let (Some(role), Some(capacity)) = (prepared.roles.get(seat.role), roles.get_mut(seat.role)) else { continue };
        let shares = shares(&prepared, role, seat);
        let terms = role.quota.iter().zip(&role.sells);
        for (place, ((month, share), (quota, sells))) in months.iter_mut().zip(&shares).zip(terms).enumerate() {
            let (quota, sold) = (quota * share.ramped, sells * share.ramped);
            month.heads += share.there;
            month.ramped_heads += share.ramped;
            month.quota += quota;
            month.expected += sold;
            capacity.quota += quota;
            capacity.expected += sold;
            if place == 0 {
                capacity.heads_first += share.there;
            }
            if place == last {
                capacity.heads_last += share.there;
            }
        }
    }
    let sum = |of: fn(&CapacityMonth) -> f64| months.iter().map(of).fold(0.0, |sum, amount| sum + amount);
    let (quota, expected) = (sum(|month| month.quota), sum(|month| month.expected));
    let (goal, assigned) = (sum(|month| month.goal), sum(|month| month.assigned));
    ExpectedCapacity {
        quota,
        expected,
        goal,
        assigned,
        room: (0.0 < goal).then(|| quota / goal - 1.0),
        attainment: (0.0 < assigned).then(|| expected / assigned),
        months,
        roles,
    }
}

/// The seat's share of each month: whoever is there by tenure, who leaves, who comes in their place.
pub(super) fn shares(prepared: &PreparedCapacity, role: &PreparedRole, seat: &PreparedSeat) -> Vec<Share> {
    let n_months = prepared.n_months;
    let mut there = vec![0.0_f64; role.width];
    let mut coming = vec![0.0_f64; n_months];
    let lags = role.lag_chances();
    let mut come = |month: usize, share: f64| {
        if let Some(coming) = coming.get_mut(month) {
            *coming += share;
        }
    };
    let last = role.width - 1;
    if !seat.is_hire && seat.wait == 0 {
        if let Some(share) = there.get_mut((seat.tenure as usize).min(last)) {
            *share = 1.0;
        }
    } else if seat.is_hire {
        for (delay, chance) in chances(&prepared.delays).iter().enumerate() {
            come(seat.wait as usize + delay, *chance);
        }
    } else {
        come(seat.wait as usize, 1.0);
    }
    let mut found = Vec::with_capacity(n_months);
    for month in 0..n_months {
        let rate = match seat.leaving(month) {
            Leaving::Never => 0.0,
            Leaving::ByChance => role.hazard,
            Leaving::Surely => 1.0,
        };
        let mut left = 0.0;
        // Who has just come does not leave at once.
        for share in there.iter_mut().skip(1) {
            left += *share * rate;
            *share *= 1.0 - rate;
        }
        for (lag, chance) in lags.iter().enumerate() {
            if let Some(coming) = coming.get_mut(month + lag) {
                *coming += left * chance;
            }
        }
        if let (Some(new), Some(coming)) = (there.first_mut(), coming.get(month)) {
            *new += coming;
        }
        found.push(Share {
            there: there.iter().fold(0.0, |sum, share| sum + share),
            ramped: there.iter().zip(&role.mean_ramp).fold(0.0, |sum, (share, ramp)| sum + share * ramp),
        });
        // A month later each is a month longer there; the last place holds all who are longer.
        let longest = there.get(last).copied().unwrap_or(0.0);
        there.rotate_right(1);
        if let Some(new) = there.first_mut() {
            *new = 0.0;
        }
        if let Some(end) = there.get_mut(last) {
            *end += longest;
        }
    }
    found
}

#[cfg(test)]
mod tests;
