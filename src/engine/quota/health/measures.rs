//! The measures, one by one.

use std::collections::BTreeMap;

use rust_decimal::prelude::ToPrimitive;

use super::boxes::{self, Boxes};
use super::card::{Appeal, HealthKind, Interval, Luck, RepHealth, Stood, Yardstick};
use super::facts::{Facts, Known};
use super::judge::Found;
use super::luck;
use super::numbers::{Z, bimodality, bootstrap, gini, interval, median, skewness, skewness_error, variance, wilson};
use super::relation::{self, Relation};
use super::settings::{HealthSettings, SizeBy};
use super::verdict::Missing;
use crate::engine::comp::compare::{Fairness, GroupBy, GroupKey};
use crate::engine::records::RepId;

/// What counts as near quota: within so much of it.
pub(super) const NEAR: f64 = 0.2;
/// Reps that shapes need.
const LEAST_OF_SHAPE: usize = 8;
/// Reps that spreads need.
const LEAST_OF_SPREAD: usize = 3;

/// A correlation of pairs, its permutations drawn from a seed.
type Relating = fn(&[(f64, f64)], u64) -> Option<Relation>;

/// What measures are made from.
pub(super) struct Gathered<'a> {
    pub(super) settings: &'a HealthSettings,
    pub(super) facts: &'a Facts,
    pub(super) attainments: Vec<f64>,
    pub(super) boxes: Option<Boxes>,
    pub(super) luck: Option<Luck>,
    pub(super) groups: &'a [Fairness],
    pub(super) appeals: &'a [Appeal],
}

impl Gathered<'_> {
    /// The figure, or what is missing for it.
    pub(super) fn found(&self, kind: HealthKind) -> Result<Found, Missing> {
        match kind {
            HealthKind::QuotaToPay => self.quota_to_pay(),
            HealthKind::AtThreshold => {
                let at = self.settings.marks.threshold.and_then(|at| at.to_f64()).ok_or(Missing::Threshold);
                at.and_then(|at| self.share(|attainment| at <= attainment))
            }
            HealthKind::AtQuota => self.share(|attainment| 1.0 <= attainment),
            HealthKind::AtExcellence => {
                let at = self.settings.marks.excellence.to_f64().unwrap_or(f64::MAX);
                self.share(|attainment| at <= attainment)
            }
            // As exactly as a hundredth of a percent, so that 80 % exactly is within.
            HealthKind::Within => self.share(|attainment| (attainment - 1.0).abs() <= NEAR + 1e-9),
            HealthKind::Deviation => self.spread(|values| variance(values).map(libm::sqrt)),
            HealthKind::Gini => self.spread(gini),
            HealthKind::Skew => self.shape(skewness, |value, n| {
                let half = Z * skewness_error(n);
                interval(value - half, value + half)
            }),
            HealthKind::Bimodality => self.shape(bimodality, |_, _| None),
            HealthKind::SizePearson => self.by_size(relation::linear),
            HealthKind::SizeSpearman => self.by_size(relation::by_ranks),
            HealthKind::SizeBoxes => self.size_boxes(),
            HealthKind::GrowthPearson => self.by_growth(relation::linear),
            HealthKind::GrowthSpearman => self.by_growth(relation::by_ranks),
            HealthKind::SignalShare => self.signal_share(),
            HealthKind::Appeals => self.appealed(),
            HealthKind::Coverage => self.coverage(median),
            HealthKind::CoverageGini => self.coverage(gini),
            HealthKind::ByTenure => self.grouped(GroupBy::Tenure),
            HealthKind::ByRegion => self.grouped(GroupBy::Region),
            HealthKind::BySegment => self.grouped(GroupBy::Segment),
            HealthKind::ByRole => self.grouped(GroupBy::Role),
        }
    }

    /// Coverage is held against what one's own win rate asks for: its source is empty.
    pub(super) fn own_yardstick(&self, kind: HealthKind) -> Option<Yardstick> {
        let (n_won, n_lost) = (f64::from(self.facts.n_won), f64::from(self.facts.n_lost));
        let is_known = kind == HealthKind::Coverage && 0.0 < n_won && 0.0 < n_lost;
        let low = Some((n_won + n_lost) / n_won);
        is_known.then_some(Yardstick { low, high: None, source: String::new(), date: String::new() })
    }

    /// So many reps with an attainment, or what is missing.
    fn needs(&self, at_least: usize) -> Result<(), Missing> {
        if self.facts.reps.is_empty() {
            Err(Missing::Targets)
        } else if self.attainments.is_empty() {
            Err(Missing::QuotasAboveZero)
        } else {
            enough(self.attainments.len(), at_least)
        }
    }

    fn has_deals(&self) -> Result<(), Missing> {
        let any = self.facts.reps.iter().any(|known| 0 < known.health.n_deals);
        any.then_some(()).ok_or(Missing::Deals)
    }

    fn quota_to_pay(&self) -> Result<Found, Missing> {
        self.needs(1)?;
        let (n_reps, ratio) = self.facts.quota_and_pay();
        let value = ratio.and_then(|ratio| ratio.to_f64()).ok_or(Missing::Pay)?;
        Ok(Found { value, n_reps, ..Found::default() })
    }

    fn share(&self, counts: impl Fn(f64) -> bool) -> Result<Found, Missing> {
        self.needs(1)?;
        let n = self.attainments.len();
        let count = self.attainments.iter().filter(|attainment| counts(**attainment)).count();
        Ok(Found { value: count as f64 / n as f64, interval: wilson(count, n), p: None, n_reps: n as u32 })
    }

    fn spread(&self, of: fn(&[f64]) -> Option<f64>) -> Result<Found, Missing> {
        self.needs(LEAST_OF_SPREAD)?;
        self.has_deals()?;
        let value = of(&self.attainments).ok_or(Missing::Differences)?;
        let interval = bootstrap(&self.attainments, self.settings.seed, of);
        Ok(Found { value, interval, p: None, n_reps: self.attainments.len() as u32 })
    }

    fn shape(
        &self,
        of: fn(&[f64]) -> Option<f64>,
        ends: impl Fn(f64, usize) -> Option<Interval>,
    ) -> Result<Found, Missing> {
        self.needs(LEAST_OF_SHAPE)?;
        self.has_deals()?;
        let n = self.attainments.len();
        let value = of(&self.attainments).ok_or(Missing::Differences)?;
        Ok(Found { value, interval: ends(value, n), p: None, n_reps: n as u32 })
    }

    fn related(&self, pairs: &[(f64, f64)], missing: Missing, of: Relating) -> Result<Found, Missing> {
        self.needs(1)?;
        if pairs.is_empty() {
            return Err(missing);
        }
        enough(pairs.len(), relation::LEAST)?;
        let found = of(pairs, self.settings.seed).ok_or(Missing::Differences)?;
        Ok(Found { value: found.value, interval: found.interval, p: Some(found.p), n_reps: pairs.len() as u32 })
    }

    fn by_size(&self, of: Relating) -> Result<Found, Missing> {
        self.related(&self.facts.pairs(|rep| rep.size), self.no_size(), of)
    }

    fn by_growth(&self, of: Relating) -> Result<Found, Missing> {
        self.related(&self.facts.pairs(|rep| rep.growth), Missing::PriorSales, of)
    }

    fn no_size(&self) -> Missing {
        if self.settings.size == SizeBy::PriorSales { Missing::PriorSales } else { Missing::Size }
    }

    fn size_boxes(&self) -> Result<Found, Missing> {
        self.needs(1)?;
        let n = self.facts.pairs(|rep| rep.size).len();
        if n == 0 {
            return Err(self.no_size());
        }
        enough(n, boxes::LEAST)?;
        let found = self.boxes.as_ref().ok_or(Missing::Differences)?;
        Ok(Found { value: found.difference, interval: None, p: found.p, n_reps: n as u32 })
    }

    fn signal_share(&self) -> Result<Found, Missing> {
        self.needs(luck::LEAST_REPS)?;
        self.has_deals()?;
        let n_deals: f64 = self.facts.reps.iter().filter_map(|known| Some(f64::from(known.chance?.n_deals))).sum();
        if n_deals < f64::from(luck::LEAST_DEALS) * self.attainments.len() as f64 {
            return Err(Missing::DealsPerRep { at_least: luck::LEAST_DEALS });
        }
        let found = self.luck.ok_or(Missing::Differences)?;
        Ok(Found { value: found.signal_share, interval: Some(found.interval), p: None, n_reps: found.n_reps })
    }

    fn appealed(&self) -> Result<Found, Missing> {
        self.needs(1)?;
        let n = self.appeals.len();
        let outside = self.appeals.iter().filter(|appeal| appeal.stands != Stood::Inside).count();
        let interval = wilson(outside, n);
        let found = Found { value: outside as f64 / n.max(1) as f64, interval, p: None, n_reps: n as u32 };
        if n == 0 { Err(Missing::Estimates) } else { Ok(found) }
    }

    fn coverage(&self, of: fn(&[f64]) -> Option<f64>) -> Result<Found, Missing> {
        self.needs(1)?;
        let ratios: Vec<f64> = self.facts.reps.iter().filter_map(|known| known.health.coverage).collect();
        if ratios.is_empty() {
            return Err(Missing::Pipeline);
        }
        enough(ratios.len(), LEAST_OF_SPREAD)?;
        let value = of(&ratios).ok_or(Missing::Pipeline)?;
        let interval = bootstrap(&ratios, self.settings.seed, of);
        Ok(Found { value, interval, p: None, n_reps: ratios.len() as u32 })
    }

    /// The largest difference between mean attainments of groups of two reps or more.
    fn grouped(&self, by: GroupBy) -> Result<Found, Missing> {
        self.needs(1)?;
        let fairness = self.groups.iter().find(|one| one.by == by).ok_or(Missing::Groups)?;
        let large = fairness.groups.iter().filter(|group| group.key != GroupKey::Unknown && 2 <= group.n_attainment);
        let means: Vec<f64> = large.filter_map(|group| group.mean_attainment.as_ref()?.to_f64()).collect();
        if means.len() < 2 {
            return Err(Missing::Groups);
        }
        let test = fairness.attainment.ok_or(Missing::Differences)?;
        let value = means.iter().copied().fold(f64::MIN, f64::max) - means.iter().copied().fold(f64::MAX, f64::min);
        Ok(Found { value, interval: None, p: Some(test.p), n_reps: test.n_reps })
    }
}

fn enough(n: usize, at_least: usize) -> Result<(), Missing> {
    if at_least <= n { Ok(()) } else { Err(Missing::Reps { at_least: at_least as u32 }) }
}

/// Quotas held against the intervals of estimates, and how many of these could not be used. Of two for one rep the first
/// counts. `place` finds a rep by what an estimate calls him or her.
pub(super) fn appeals(
    settings: &HealthSettings,
    facts: &Facts,
    place: impl Fn(&RepId) -> Option<usize>,
) -> (Vec<Appeal>, u32) {
    let mut ranges: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for estimate in &settings.estimates {
        let is_sound = estimate.low.is_finite() && estimate.high.is_finite() && estimate.low <= estimate.high;
        if let Some(place) = place(&estimate.rep).filter(|_| is_sound) {
            ranges.entry(place).or_insert((estimate.low, estimate.high));
        }
    }
    let of_rep = |known: &Known| {
        let (low, high) = *ranges.get(&place(&known.health.rep)?)?;
        let quota = known.health.quota.to_f64()?;
        let stands = match quota {
            _ if quota < low => Stood::Below,
            _ if high < quota => Stood::Above,
            _ => Stood::Inside,
        };
        let RepHealth { rep, name, quota, .. } = known.health.clone();
        Some(Appeal { rep, name, quota, low, high, stands })
    };
    let appeals: Vec<Appeal> = facts.reps.iter().filter_map(of_rep).collect();
    let n_left_out = settings.estimates.len().saturating_sub(appeals.len()) as u32;
    (appeals, n_left_out)
}
