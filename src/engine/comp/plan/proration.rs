//! Part years: starters, leavers, leave, ramp, and the seasons of a quota.

use serde::{Deserialize, Serialize};

use super::PlanError;
use crate::engine::units::Decimal;

/// How quota and target incentive follow the time a rep is there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Proration {
    /// How much of a month in part counts.
    pub by: ProrateBy,
    /// Whether the rep's own targets are scaled too. Targets that are loaded by month or quarter mostly have it in them
    /// already.
    pub targets_too: bool,
    /// Quota in the first months from hire on as fractions of the full one: `[0, 0.25, 0.5]` and 1 from the fourth. The
    /// month of hire is the first; with [`ProrateBy::WholeMonths`] the first month that counts.
    pub ramp: Vec<Decimal>,
    /// Whether the target incentive ramps with the quota.
    pub ramps_incentive: bool,
    /// How the plan's quota, and what a component states a year, spread over the fiscal year: 12 months or 4 quarters, as
    /// weights; even if empty.
    pub seasons: Vec<Decimal>,
}

/// How much of a month in part counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProrateBy {
    /// Hire, leaving and leave change nothing.
    #[default]
    Nothing,
    /// Days there over days of the month.
    Days,
    /// A month counts whole if the rep is there on its first day, else not at all.
    WholeMonths,
}

impl Proration {
    /// What makes it unusable.
    pub(super) fn error(&self) -> Option<PlanError> {
        let is_usable = |number: &Decimal| Decimal::ZERO <= *number && *number <= Decimal::from(1_000_000_000);
        if !self.ramp.iter().all(is_usable) {
            return Some(PlanError::Proration { field: "ramp" });
        }
        let is_whole = matches!(self.seasons.len(), 0 | 4 | 12) && self.seasons.iter().all(is_usable);
        let is_nothing = !self.seasons.is_empty() && self.seasons.iter().all(Decimal::is_zero);
        (!is_whole || is_nothing).then_some(PlanError::Proration { field: "seasons" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seasons_and_ramps_that_cannot_be_used_are_named() {
        let check = |ramp: &[i64], seasons: &[i64], expected: Option<&'static str>| {
            let list = |numbers: &[i64]| numbers.iter().copied().map(Decimal::from).collect();
            let proration = Proration { ramp: list(ramp), seasons: list(seasons), ..Proration::default() };
            assert_eq!(proration.error(), expected.map(|field| PlanError::Proration { field }), "{ramp:?} {seasons:?}");
        };
        check(&[], &[], None);
        check(&[0, 1], &[1, 1, 1, 2], None);
        check(&[], &[1; 12], None);
        check(&[-1], &[], Some("ramp"));
        check(&[], &[1; 5], Some("seasons"));
        check(&[], &[0; 4], Some("seasons"));
        check(&[], &[1, -1, 1, 1], Some("seasons"));
    }
}
