//! Quotas as records, and records with quotas in their place.

use std::collections::{BTreeMap, BTreeSet};

use super::number::Divider;
use super::{Ground, Spread, Tree, spread};
use crate::engine::comp::exact::divided;
use crate::engine::quota::plan::QuotaPlan;
use crate::engine::quota::tree::number::fixed_point;
use crate::engine::records::{RepId, Target, join_key};
use crate::engine::units::{Decimal, Granularity, Money, Month, Period};

/// The quotas as records: of each leaf and period the whole, then the products' parts of it, and of managers where the
/// plan says so. Months in which a rep is not there have none, nor has a rep who got nothing that was entered.
pub fn targets(tree: &Tree, plan: &QuotaPlan, spread: &Spread) -> Vec<Target> {
    let shares: Vec<i128> = plan.products.iter().map(|product| fixed_point(product.amount).max(0)).collect();
    let mut targets = Vec::new();
    let mut divider = Divider::default();
    for (rep, months) in by_rep(tree, plan, spread) {
        for period in tree.calendar.periods(tree.start, tree.start.plus(11), plan.length) {
            let own: Vec<&Quota> = months.iter().filter(|one| period.contains(one.month)).collect();
            if !own.iter().any(|one| one.is_there || one.units != 0) {
                continue;
            }
            let sum: i128 = own.iter().map(|one| one.units).sum();
            let target = |units: i128, measure: &str| Target {
                rep: rep.clone(),
                period,
                amount: Money(spread.unit.decimal(units)),
                measure: measure.to_owned(),
            };
            targets.push(target(sum, &plan.measure));
            let mut parts = Vec::new();
            divider.divide(sum, spread.month_step, &shares, &mut parts);
            targets.extend(plan.products.iter().zip(&parts).map(|(product, part)| target(*part, &product.measure)));
        }
    }
    targets
}

/// A month of a rep.
struct Quota {
    month: Month,
    units: i128,
    is_there: bool,
}

/// The months of all who get targets, in the order of the table; those of a rep in two teams together.
fn by_rep(tree: &Tree, plan: &QuotaPlan, spread: &Spread) -> Vec<(RepId, Vec<Quota>)> {
    let mut found: Vec<(RepId, Vec<Quota>)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for place in tree.order.iter().skip(1).map(|place| *place as usize) {
        let Some(node) = tree.nodes.get(place).filter(|node| node.is_leaf() || plan.managers) else { continue };
        let terms = tree.shape.terms(place);
        let month = |(at, units): (usize, i128)| Quota {
            month: tree.start.plus(at as i32),
            units,
            is_there: terms.is_none_or(|terms| terms.presence.get(at).is_some_and(|part| !part.is_zero())),
        };
        let months: Vec<Quota> = spread.month_units(place).into_iter().enumerate().map(month).collect();
        let is_entered = spread.fixed.get(place).is_some_and(Option::is_some);
        if !is_entered && months.iter().all(|month| month.units == 0) {
            continue;
        }
        let at = *places.entry(join_key(&node.key.rep.0)).or_insert(found.len());
        match found.get_mut(at) {
            Some((_, before)) => {
                for (sum, month) in before.iter_mut().zip(months) {
                    sum.units += month.units;
                    sum.is_there |= month.is_there;
                }
            }
            None => found.push((node.key.rep.clone(), months)),
        }
    }
    found
}

/// Targets with the quotas of these plans in their place, one plan after the other: of the same rep, month and measure
/// those of the last stand.
pub fn with_quotas<'a>(
    before: &[Target],
    plans: impl IntoIterator<Item = &'a QuotaPlan>,
    ground: &Ground,
) -> Vec<Target> {
    plans.into_iter().fold(before.to_vec(), |before, plan| {
        let tree = Tree::new(ground, plan);
        in_place(&before, &targets(&tree, plan, &spread(&tree, plan)))
    })
}

/// Targets with quotas in the place of those of the same reps, months and measure. Of an earlier target that goes beyond
/// those months the others stay, each with its part.
pub fn in_place(before: &[Target], quotas: &[Target]) -> Vec<Target> {
    let key = |target: &Target| (join_key(&target.rep.0), join_key(&target.measure));
    let months = quotas.iter().flat_map(|quota| quota.period.months().map(move |month| (key(quota), month)));
    let taken: BTreeSet<((String, String), Month)> = months.collect();
    let mut kept = Vec::new();
    for target in before {
        let key = key(target);
        let free: Vec<Month> = target.period.months().filter(|month| !taken.contains(&(key.clone(), *month))).collect();
        if free.len() as i32 == target.period.length.months() {
            kept.push(target.clone());
            continue;
        }
        let part = divided(target.amount.0, Decimal::from(target.period.length.months()));
        let single = |month: Month| Target {
            period: Period { start: month, length: Granularity::Month },
            amount: Money(part),
            ..target.clone()
        };
        kept.extend(free.into_iter().map(single));
    }
    kept.extend_from_slice(quotas);
    kept
}
