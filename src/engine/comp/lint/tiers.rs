//! Tiers that cannot be reached or that lie too close together.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::finding::{Field, Finding, Place, Rule, Severity};
use super::list::largest;
use super::shape::{Shape, rounded};
use crate::engine::comp::plan::{Component, TierAxis};
use crate::engine::units::Decimal;

/// Three times the quota is further than nearly anyone comes.
const FAR: f64 = 3.0;
/// Money is paid to the hundredth at least; credit is not told apart more finely.
const LEAST_MONEY: f64 = 0.01;

pub(super) fn check(shape: &Shape) -> Vec<Finding> {
    let component = shape.component;
    let (mut far, mut shut, mut close) = (Vec::new(), Vec::new(), Vec::new());
    let unit = match component.tier_axis {
        TierAxis::Amount => 1.0,
        TierAxis::Attainment => shape.quota.unwrap_or(1.0),
    };
    let end = capped_from(shape);
    let mut before: Option<f64> = None;
    for (tier, from) in component.tiers.iter().map(|tier| tier.from.to_f64().unwrap_or(0.0) * unit).enumerate() {
        let apart = before.map_or(f64::INFINITY, |before| from - before);
        before = Some(from);
        if tier == 0 {
            continue;
        }
        let is_money = component.measure.is_money() && component.parts.is_empty();
        let is_count = component.measure.is_counted() && component.parts.is_empty() && shape.at(from).credit.is_some();
        let least = if is_count { 1.0 } else { LEAST_MONEY };
        if (is_money || is_count) && apart < least * (1.0 - 1e-9) {
            close.push((least - apart, (tier, from, apart)));
        }
        if end.is_some_and(|end| end <= from * (1.0 + 1e-12)) {
            shut.push((from, (tier, from, end.unwrap_or(from))));
        } else if shape.attainment(from).is_some_and(|attainment| FAR < attainment) {
            far.push((from, (tier, from, FAR * shape.quota.unwrap_or(1.0))));
        }
    }
    let unreached = |severity: Severity| {
        move |(tier, from, most): (usize, f64, f64)| {
            let most = rounded(Decimal::from_f64(most / unit).unwrap_or_default());
            let place = Place::of(shape.index, Field::TierFrom).at(tier);
            Finding::new(severity, place, Rule::TierUnreached { at: shape.at(from), most })
        }
    };
    let mut found = largest(shut, unreached(Severity::Warning));
    found.extend(largest(far, unreached(Severity::Note)));
    found.extend(largest(close, |(tier, from, apart)| {
        let apart = Decimal::from_f64(apart).unwrap_or_default().round_dp(6).normalize();
        let place = Place::of(shape.index, Field::TierFrom).at(tier);
        Finding::new(Severity::Warning, place, Rule::TiersTooClose { at: shape.at(from), apart })
    }));
    found
}

/// Where a cap ends the curve, if one does.
fn capped_from(shape: &Shape) -> Option<f64> {
    let last = shape.stretches.last()?;
    let is_cut = last.is_flat() && last.pay(last.from) >= shape.compiled.pay_cap;
    (is_cut || shape.compiled.credit_cap.is_finite()).then_some(last.from)
}

impl crate::engine::comp::plan::Measure {
    /// Whether credit comes in whole units.
    pub(super) fn is_counted(self) -> bool {
        matches!(self, Self::Units | Self::Deals | Self::Activities)
    }
}

/// The attainment above which a component's credit does not count, if there is one.
pub(super) fn most_attainment(component: &Component) -> Option<Decimal> {
    let caps = component.caps.iter();
    caps.filter_map(|cap| if let crate::engine::comp::plan::Cap::Attainment { at } = cap { Some(*at) } else { None })
        .min()
}
