//! What history reached: tiers, thresholds, caps, gates and bounds.

use super::{Reached, reached, without_caps};
use crate::engine::comp::exact::{Terms, divided, payout, plus, times};
use crate::engine::comp::lint::finding::{At, Field, Finding, Pay, Place, Rule, Severity};
use crate::engine::comp::lint::shape::rounded;
use crate::engine::comp::plan::{Boundary, Component, TierAxis};
use crate::engine::comp::statement::{Replay, ReplayInput, replay};
use crate::engine::units::{Decimal, Money};

/// Fewer windows say nothing about who reaches what.
const N_LEAST: usize = 8;
/// Nine of ten are to reach a threshold.
const BELOW_MOST: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// A cap that stops one window in twenty stops the best in most years.
const CAPPED_MOST: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

pub(super) fn check(input: &ReplayInput, replayed: &Replay) -> Vec<Finding> {
    let mut found = Vec::new();
    let has_caps = input.plan.components.iter().any(|component| !component.caps.is_empty());
    let free_plan = without_caps(input.plan);
    let free = has_caps.then(|| replay(&ReplayInput { plan: &free_plan, ..*input }));
    for (index, component) in input.plan.components.iter().enumerate() {
        let windows = reached(input, replayed, index);
        let most = windows.iter().filter_map(|one| one.attainment).max();
        let shut = input.plan.components.iter().enumerate().flat_map(|(place, other)| {
            let conditions = other.gate.iter().flat_map(|gate| gate.conditions.iter().enumerate());
            let never = conditions.filter(|(_, condition)| {
                condition.component == component.name && most.is_some_and(|most| most < condition.at)
            });
            never.map(move |(number, condition)| (Place::of(place, Field::Gate).at(number), condition.at))
        });
        if N_LEAST <= windows.len() {
            found.extend(shut.map(|(place, at)| {
                let most = rounded(most.unwrap_or_default());
                Finding::new(Severity::Warning, place, Rule::GateShut { at, most })
            }));
        }
        if component.is_measured_only || windows.len() < N_LEAST {
            continue;
        }
        found.extend(unreached(index, component, &windows));
        found.extend(below(index, component, &windows));
        found.extend(on_bound(index, component, &windows));
        if let Some(free) = free.as_ref().filter(|_| !component.caps.is_empty()) {
            found.extend(capped(index, &windows, &reached(input, free, index)));
        }
    }
    found
}

/// Credit in the unit of the tiers.
fn on_axis(component: &Component, one: &Reached) -> Option<Decimal> {
    match component.tier_axis {
        TierAxis::Amount => Some(one.credit),
        TierAxis::Attainment => one.attainment,
    }
}

fn unreached(index: usize, component: &Component, windows: &[Reached]) -> Option<Finding> {
    if component.matrix.is_some() || component.accumulate == crate::engine::comp::plan::Window::Deal {
        return None;
    }
    let most = windows.iter().filter_map(|one| on_axis(component, one)).max()?;
    let n_reached = component.tiers.iter().take_while(|tier| component.boundary.reached(most, tier.from)).count();
    let tier = component.tiers.get(n_reached.max(1))?;
    let at = match component.tier_axis {
        TierAxis::Amount => At { credit: Some(tier.from), attainment: None },
        TierAxis::Attainment => At { credit: None, attainment: Some(tier.from) },
    };
    let place = Place::of(index, Field::TierFrom).at(n_reached.max(1));
    let rule = Rule::TierUnreached { at, most: rounded(most) };
    let n_more = component.tiers.len().saturating_sub(n_reached.max(1) + 1) as u32;
    Some(Finding { n_more, ..Finding::new(Severity::Note, place, rule) })
}

fn below(index: usize, component: &Component, windows: &[Reached]) -> Option<Finding> {
    let threshold = component.threshold?;
    let known: Vec<Decimal> = windows.iter().filter_map(|one| one.attainment).collect();
    let n_below = known.iter().filter(|attainment| !component.boundary.reached(**attainment, threshold.at)).count();
    let below = divided(Decimal::from(n_below), Decimal::from(known.len()));
    let rule = Rule::ThresholdHigh { at: threshold.at, below: rounded(below) };
    (BELOW_MOST < below).then(|| Finding::new(Severity::Warning, Place::of(index, Field::Threshold), rule))
}

fn capped(index: usize, windows: &[Reached], free: &[Reached]) -> Option<Finding> {
    let (mut n_cut, mut cut) = (0, Decimal::ZERO);
    let pairs = windows.iter().zip(free).filter(|(one, other)| one.rep == other.rep && one.window == other.window);
    for (one, other) in pairs {
        let lost = plus(other.pay, -one.pay);
        if Decimal::new(1, 2) < lost {
            n_cut += 1;
            cut = plus(cut, lost);
        }
    }
    let share = divided(Decimal::from(n_cut), Decimal::from(windows.len()));
    let severity = if CAPPED_MOST < share { Severity::Warning } else { Severity::Note };
    let rule = Rule::CapBinds { share: rounded(share), cut: Money(cut).rounded(2) };
    (0 < n_cut).then(|| Finding::new(severity, Place::of(index, Field::Caps), rule))
}

/// Windows whose credit is just a bound at which pay jumps.
fn on_bound(index: usize, component: &Component, windows: &[Reached]) -> Option<Finding> {
    let mut n_windows = 0;
    let alone = Component { gate: None, multipliers: Vec::new(), ..component.clone() };
    let mut largest: Option<(Decimal, At)> = None;
    for one in windows {
        let terms = Terms { quota: one.quota, target_incentive: one.target_incentive };
        let bounds = component.tiers.iter().skip(1).map(|tier| match component.tier_axis {
            TierAxis::Amount => tier.from,
            TierAxis::Attainment => times(tier.from, terms.quota.unwrap_or_default()),
        });
        let threshold = component.threshold.map(|threshold| times(threshold.at, terms.quota.unwrap_or_default()));
        if !bounds.chain(threshold).any(|bound| bound == one.credit) {
            continue;
        }
        let side = |boundary| payout(&Component { boundary, ..alone.clone() }, one.credit, &terms).pay;
        let gap = plus(side(Boundary::Lower), -side(Boundary::Upper)).abs();
        if gap.is_zero() {
            continue;
        }
        n_windows += 1;
        let at = At { credit: Some(one.credit), attainment: one.attainment.map(rounded) };
        if largest.is_none_or(|(most, _)| most < gap) {
            largest = Some((gap, at));
        }
    }
    let (gap, at) = largest?;
    let pay = Pay { money: Some(Money(gap).rounded(2)), of_target: None };
    let place = Place::of(index, Field::Boundary);
    Some(Finding::new(Severity::Warning, place, Rule::OnBound { at, pay, n_windows }))
}
