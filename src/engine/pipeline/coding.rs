//! What a deal's chances may hang on, as columns of a regression.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::view::{KnownDeal, View};
use crate::engine::records::{Outcome, join_key};

/// Ended deals from which a source counts as a level of its own.
const LEAST_OF_LEVEL: usize = 20;
/// Levels of a covariate beside all others.
const MOST_LEVELS: usize = 8;
/// Most steps of the hazard over age.
const MOST_BINS: u32 = 20;
/// Ends from which a stretch of age has a hazard of its own.
const LEAST_OF_BIN: u32 = 12;
/// Where amounts are cut, in standard deviations of the logarithm about its mean.
const CUTS: [f64; 7] = [-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5];
/// Longest age that is reckoned with: ten years.
const MOST_DAYS: u32 = 3_653;

/// Length of a period of a deal's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Seven days.
    Week,
    /// A twelfth of 365.25 days.
    Month,
}

impl Step {
    /// Its length in days.
    pub fn days(self) -> f64 {
        match self {
            Self::Week => 7.0,
            Self::Month => 30.4375,
        }
    }

    /// The period of a deal's life that so many days lie in; the first is 0.
    pub fn period(self, days: u32) -> u32 {
        libm::floor(f64::from(days.min(MOST_DAYS)) / self.days()) as u32
    }

    /// Weeks where half of all ended deals take at most 90 days, else months.
    pub fn fitting(view: &View) -> Self {
        let ended = view.deals.iter().filter(|deal| deal.outcome != Outcome::Open);
        let mut days: Vec<u32> = ended.map(|deal| deal.days(view.day)).collect();
        days.sort_unstable();
        if days.get(days.len() / 2).is_some_and(|days| 90 < *days) { Self::Month } else { Self::Week }
    }
}

/// A period of a deal's life: what it was, and how it ended; open if the deal went on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersonPeriod<'a> {
    /// The deal.
    pub deal: &'a KnownDeal,
    /// Periods since its creation.
    pub period: u32,
    /// A day in its middle.
    pub middle: NaiveDate,
    /// Won or lost in it, or open after it.
    pub outcome: Outcome,
}

/// Every whole period that the deals were seen in. The period that a deal ended in is its last. A period that is not over on the
/// view's day does not count, whether its deal has ended in it or not: deals are censored at its start. To count those alone
/// that have ended would let each such period end for sure.
///
/// Source: Allison, Discrete-time methods for the analysis of event histories, Sociological Methodology 13, 1982.
pub fn person_periods(view: &View, step: Step) -> impl Iterator<Item = PersonPeriod<'_>> {
    view.deals.iter().flat_map(move |deal| {
        let last = step.period(deal.days(view.day));
        let n_over = step.period((view.day - deal.created).num_days().max(0) as u32);
        let n = if deal.outcome == Outcome::Open { n_over } else { n_over.min(last + 1) };
        (0..n).map(move |period| {
            let ends = deal.outcome != Outcome::Open && period == last;
            let outcome = if ends { deal.outcome } else { Outcome::Open };
            PersonPeriod { deal, period, middle: middle(deal.created, step, period), outcome }
        })
    })
}

/// The day in the middle of a period.
pub(super) fn middle(created: NaiveDate, step: Step, period: u32) -> NaiveDate {
    created.checked_add_days(Days::new(((f64::from(period) + 0.5) * step.days()) as u64)).unwrap_or(created)
}

/// Month of the quarter: 0 to 2.
pub(super) fn month_of_quarter(day: NaiveDate) -> u8 {
    (day.month0() % 3) as u8
}

/// Levels of a covariate beside all others, which are the base.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Levels(Vec<String>);

impl Levels {
    /// The names that enough ended deals have, without the most frequent, which joins the base.
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in names.filter(|name| !name.is_empty()) {
            *counts.entry(join_key(name)).or_default() += 1;
        }
        let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
        ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let kept = ranked.into_iter().skip(1).take_while(|(_, n)| LEAST_OF_LEVEL <= *n).take(MOST_LEVELS);
        Self(kept.map(|(name, _)| name).collect())
    }

    /// 0 for the base, else the level's number from 1 on.
    fn of_name(&self, name: &str) -> u16 {
        let name = join_key(name);
        self.0.iter().position(|level| *level == name).map_or(0, |place| place as u16 + 1)
    }

    /// The names, in the order of their columns.
    pub fn names(&self) -> &[String] {
        &self.0
    }
}

/// How amounts become a number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmountCoding {
    /// Mean of the natural logarithm.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// Mean standardised logarithm within each part that amounts are cut into.
    pub middles: [f64; CUTS.len() + 1],
}

impl AmountCoding {
    fn of(view: &View) -> Option<Self> {
        let known = view.deals.iter().filter_map(KnownDeal::size);
        let logs: Vec<f64> = known.map(libm::log).collect();
        let n = logs.len() as f64;
        if !view.has_early_amounts || logs.len() < LEAST_OF_LEVEL || logs.len() * 2 < view.deals.len() {
            return None;
        }
        let mean = logs.iter().sum::<f64>() / n;
        let deviation = libm::sqrt(logs.iter().map(|log| (log - mean) * (log - mean)).sum::<f64>() / n);
        if deviation < 1e-6 {
            return None;
        }
        let mut coding = Self { mean, deviation, middles: [0.0; CUTS.len() + 1] };
        let mut sums = [(0.0, 0.0); CUTS.len() + 1];
        for log in logs {
            let z = (log - mean) / deviation;
            if let Some((sum, count)) = sums.get_mut(part(z)) {
                *sum += z;
                *count += 1.0;
            }
        }
        for (middle, (sum, count)) in coding.middles.iter_mut().zip(sums) {
            *middle = if 0.0 < count { sum / count } else { 0.0 };
        }
        Some(coding)
    }
}

fn part(z: f64) -> usize {
    CUTS.iter().filter(|cut| **cut <= z).count()
}

/// A deal's covariates as levels. Those without a coding are the base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Traits {
    pub(super) source: u16,
    /// Part of the amounts, from 1 on; 0 where it is unknown.
    pub(super) amount: u16,
}

/// What chances hang on: the columns of the regression, in this order: stretches of age, sources, the amount, the second
/// and third month of the quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coding {
    /// Length of a period.
    pub step: Step,
    /// First period of each stretch of age; the last is open to the end.
    pub starts: Vec<u32>,
    /// Lead sources.
    pub sources: Levels,
    /// Amounts, where they are known before the end.
    pub amount: Option<AmountCoding>,
    /// Whether months of the quarter differ.
    pub has_season: bool,
}

impl Coding {
    /// One hazard for all deals and ages.
    pub(super) fn constant(step: Step) -> Self {
        Self { step, starts: vec![0], sources: Levels::default(), amount: None, has_season: false }
    }

    /// What the data can tell apart.
    pub(super) fn of(view: &View, step: Step) -> Self {
        let ended = || view.deals.iter().filter(|deal| deal.outcome != Outcome::Open);
        Self {
            step,
            starts: starts(ended().map(|deal| step.period(deal.days(view.day)))),
            sources: Levels::of(ended().map(|deal| deal.source.as_str())),
            amount: AmountCoding::of(view),
            has_season: 60 <= ended().count(),
        }
    }

    pub(super) fn traits(&self, deal: &KnownDeal) -> Traits {
        let amount = self.amount.zip(deal.size());
        Traits {
            source: self.sources.of_name(&deal.source),
            amount: amount
                .map_or(0, |(coding, amount)| part((libm::log(amount) - coding.mean) / coding.deviation) as u16 + 1),
        }
    }

    /// The stretch of age that a period lies in.
    pub(super) fn bin(&self, period: u32) -> u16 {
        self.starts.iter().filter(|start| **start <= period).count().saturating_sub(1) as u16
    }

    /// Where sources, the amount and the season begin, and how many columns there are.
    pub(super) fn offsets(&self) -> [usize; 4] {
        let sources = self.starts.len();
        let amount = sources + self.sources.0.len();
        let season = amount + usize::from(self.amount.is_some());
        [sources, amount, season, season + if self.has_season { 2 } else { 0 }]
    }

    /// The columns of a deal in a period, with their values.
    pub(super) fn columns(&self, bin: u16, traits: Traits, month_of_quarter: u8) -> Columns {
        let [sources, amount, season, _] = self.offsets();
        let level = |from: usize, level: u16| level.checked_sub(1).map(|level| (from + level as usize, 1.0));
        let value = |coding: AmountCoding| {
            coding.middles.get((traits.amount as usize).checked_sub(1)?).map(|middle| (amount, *middle))
        };
        let of_season = if self.has_season { u16::from(month_of_quarter) } else { 0 };
        [
            Some((bin as usize, 1.0)),
            level(sources, traits.source),
            self.amount.and_then(value),
            level(season, of_season),
        ]
    }
}

/// Columns that are not 0.
pub(super) type Columns = [Option<(usize, f64)>; 4];

/// Stretches of age with enough ends each, finer where more deals end.
fn starts(periods: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for period in periods {
        *counts.entry(period).or_default() += 1;
    }
    let n: u32 = counts.values().sum();
    let enough = LEAST_OF_BIN.max(n / MOST_BINS);
    let mut starts = vec![0];
    let (mut held, mut left) = (0, n);
    for (period, count) in counts {
        held += count;
        left -= count;
        if enough <= held && enough <= left {
            starts.push(period + 1);
            held = 0;
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_have_enough_ends() {
        // 30 ends in each of 0 to 3, few later: the last stretch takes them.
        let periods = (0..4).flat_map(|period| [period; 30]).chain([9, 11, 15]);
        assert_eq!(starts(periods), [0, 1, 2, 3]);
        assert_eq!(starts([0, 1, 2].into_iter()), [0]);
    }

    #[test]
    fn periods_are_whole_steps() {
        assert_eq!((Step::Week.period(6), Step::Week.period(7), Step::Month.period(30)), (0, 1, 0));
        assert_eq!(Step::Month.period(31), 1);
    }
}
