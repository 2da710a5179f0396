//! Part years: starters, leavers, leave, ramp, and the seasons of a quota.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PlanError;
use crate::engine::comp::exact::{divided, plus, times};
use crate::engine::units::{Calendar, Decimal, Granularity, Month};

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

/// When someone is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stay<'a> {
    /// First day; always there before the last if none.
    pub hired: Option<NaiveDate>,
    /// Last day; still there if none.
    pub left: Option<NaiveDate>,
    /// First and last days of leave.
    pub absences: &'a [(NaiveDate, NaiveDate)],
}

/// Twelve months.
const YEAR: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

impl Proration {
    /// How much of the month someone is there, by hire, leaving and leave: a fraction, 1 where the plan does not ask.
    pub fn presence(&self, stay: Stay<'_>, month: Month) -> Decimal {
        let (first, last) = (month.first_day(), month.last_day());
        let hired = stay.hired.unwrap_or(NaiveDate::MIN);
        let left = stay.left.unwrap_or(NaiveDate::MAX);
        let is_there = |day: NaiveDate| {
            let is_away = stay.absences.iter().any(|(from, to)| *from <= day && day <= *to);
            hired <= day && day <= left && !is_away
        };
        match self.by {
            ProrateBy::Nothing => Decimal::ONE,
            ProrateBy::WholeMonths => Decimal::from(u8::from(is_there(first))),
            ProrateBy::Days if hired <= first && last <= left && stay.absences.is_empty() => Decimal::ONE,
            ProrateBy::Days => {
                let days = first.iter_days().take_while(|day| *day <= last);
                let (n, n_there) =
                    days.fold((0_u32, 0_u32), |(n, there), day| (n + 1, there + u32::from(is_there(day))));
                divided(Decimal::from(n_there), Decimal::from(n))
            }
        }
    }

    /// The ramp's fraction of a full quota in the month; 1 without a day of hire. By whole months the first month is the
    /// first that counts.
    pub fn ramp_of(&self, hired: Option<NaiveDate>, month: Month) -> Decimal {
        let Some(hired) = hired else { return Decimal::ONE };
        let start = Month::of(hired);
        let is_late = self.by == ProrateBy::WholeMonths && start.first_day() < hired;
        let tenure = month.since(if is_late { start.plus(1) } else { start });
        let step = usize::try_from(tenure).ok().and_then(|tenure| self.ramp.get(tenure));
        step.copied().unwrap_or(Decimal::ONE)
    }

    /// The month's part of what is stated for a year, of one: a twelfth, or as the seasons say.
    pub fn season(&self, calendar: Calendar, month: Month) -> Decimal {
        let sum = self.seasons.iter().fold(Decimal::ZERO, |sum, weight| plus(sum, *weight));
        let into_year = month.since(calendar.period(month, Granularity::Year).start);
        let length = divided(YEAR, Decimal::from(self.seasons.len()));
        let place = usize::try_from(into_year).unwrap_or(0) * self.seasons.len() / 12;
        match self.seasons.get(place) {
            Some(weight) if !sum.is_zero() => divided(times(*weight, YEAR), times(sum, length)),
            _ => Decimal::ONE,
        }
    }

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
