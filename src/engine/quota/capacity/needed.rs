//! Hires that the goal needs: how many, and when they must start to be productive in time.

use super::expected::{Share, expected, shares};
use super::input::CapacityInput;
use super::prepare::{PreparedCapacity, PreparedRole, PreparedSeat, prepare_capacity};
use super::report::{HiresByStart, HiresForMonth, HiresNeeded, Variant};
use super::tables::delay;

/// Most hires that are told; beyond, the goal is out of reach.
const MOST: f64 = 100_000.0;
/// Productivity that is taken as full.
const FULL: f64 = 0.999;

/// Hires of the first role beyond those planned. They come on time, and leave as others do.
pub fn hires_needed(input: &CapacityInput) -> HiresNeeded {
    let planned = expected(input);
    let role_name = input.roles.first().map(|role| role.name.clone()).unwrap_or_default();
    let gap = planned.goal - planned.expected;
    let nothing = HiresNeeded { role: role_name.clone(), gap, ..HiresNeeded::default() };
    let mut prepared = prepare_capacity(input, Variant::AsPlanned);
    prepared.delays = delay(0.0);
    let Some(role) = prepared.roles.first().filter(|_| 0.0 < planned.goal) else { return nothing };
    // What one hire sells in each month, for each month of start.
    let sold: Vec<Vec<f64>> = (0..prepared.n_months)
        .map(|start| {
            let shares = one(&prepared, role, start);
            shares.iter().zip(&role.sells).map(|(share, sells)| share.ramped * sells).collect()
        })
        .collect();
    let by_start = (0_i32..)
        .zip(&sold)
        .map(|(step, months)| {
            let each: f64 = months.iter().sum();
            HiresByStart { start: input.first.plus(step), each, n: whole_heads(gap, each) }
        })
        .collect();
    let ramp = ramp_months(role);
    let mut extra = vec![0.0_f64; prepared.n_months];
    let mut by_month = Vec::new();
    for (place, month) in planned.months.iter().enumerate() {
        let missing = month.goal - month.expected - extra.get(place).copied().unwrap_or(0.0);
        // Less than a millionth is rounding.
        if missing <= month.goal * 1e-6 {
            continue;
        }
        let start = place.saturating_sub(ramp);
        let months = sold.get(start).map(Vec::as_slice).unwrap_or_default();
        let n = whole_heads(missing, months.get(place).copied().unwrap_or(0.0));
        for (extra, sold) in extra.iter_mut().zip(months) {
            *extra += sold * f64::from(n.unwrap_or(0));
        }
        let start = input.first.plus(start as i32);
        by_month.push(HiresForMonth { month: month.month, gap: missing, n, start, is_late: place < ramp });
    }
    HiresNeeded { role: role_name, gap, by_start, by_month }
}

/// Months from hire until a head is fully ramped.
pub(super) fn ramp_months(role: &PreparedRole) -> usize {
    role.mean_ramp.iter().position(|share| FULL <= *share).unwrap_or(role.width)
}

/// Whole heads that close a gap.
fn whole_heads(gap: f64, each: f64) -> Option<u32> {
    if gap <= 0.0 {
        return Some(0);
    }
    let n = libm::ceil(gap / each - 1e-9);
    (0.0 < each && n <= MOST).then_some(n as u32)
}

/// The share of one more hire that starts then.
fn one(prepared: &PreparedCapacity, role: &PreparedRole, start: usize) -> Vec<Share> {
    let seat = PreparedSeat { role: 0, stream: 0, is_hire: true, wait: start as u32, tenure: 0, leaves_after: None };
    shares(prepared, role, &seat)
}

/// Quota that one more hire of the first role can carry who is hired in the first month.
pub(super) fn quota_of_extra(input: &CapacityInput) -> f64 {
    let prepared = prepare_capacity(input, Variant::AsPlanned);
    let Some(role) = prepared.roles.first() else { return 0.0 };
    one(&prepared, role, 0).iter().zip(&role.quota).map(|(share, quota)| share.ramped * quota).sum()
}
