//! What each measure is held against: published ranges, with one's own in their place.

use rust_decimal::prelude::ToPrimitive;

use super::card::{HealthKind, Yardstick};
use crate::engine::comp::benchmarks::{Audience, Benchmark, Figure, with_own};

/// A published row: measure, the ends, source, date.
type Row = (HealthKind, Option<f64>, Option<f64>, &'static str, &'static str);

const FAIRNESS: &str =
    "Aurochs, Quota fairness, parts 1 to 3 (no relation); Cohen, Statistical power analysis (0.3 is medium)";
const GROWTH: &str =
    "Aurochs, Quota fairness, parts 1 to 3 (strongly positive); Cohen, Statistical power analysis (0.5 is large)";
const BOXES: &str = "Aurochs, Quota fairness, parts 1 to 3 (the same medians)";
const GROUPS: &str = "Aurochs, Quota fairness, parts 1 to 3 (no relation)";

/// Half of a range of −0.5 to 0.5.
const FAIRLY_EVEN: f64 = 0.5;
/// The coefficient of a uniform distribution.
const UNIFORM: f64 = 5.0 / 9.0;

#[rustfmt::skip]
const ROWS: [Row; 11] = [
    (HealthKind::Skew, Some(-FAIRLY_EVEN), Some(FAIRLY_EVEN), "Bulmer, Principles of statistics (fairly symmetrical)", "1979"),
    (HealthKind::Bimodality, None, Some(UNIFORM), "SAS/STAT, CLUSTER procedure; Pfister et al., Frontiers in Psychology 4:700", "1990; 2013"),
    (HealthKind::SizePearson, Some(-0.3), Some(0.3), FAIRNESS, "1988 (Cohen)"),
    (HealthKind::SizeSpearman, Some(-0.3), Some(0.3), FAIRNESS, "1988 (Cohen)"),
    (HealthKind::GrowthPearson, Some(0.5), None, GROWTH, "1988 (Cohen)"),
    (HealthKind::GrowthSpearman, Some(0.5), None, GROWTH, "1988 (Cohen)"),
    (HealthKind::SizeBoxes, None, Some(0.0), BOXES, ""),
    (HealthKind::ByTenure, None, Some(0.0), GROUPS, ""),
    (HealthKind::ByRegion, None, Some(0.0), GROUPS, ""),
    (HealthKind::BySegment, None, Some(0.0), GROUPS, ""),
    (HealthKind::ByRole, None, Some(0.0), GROUPS, ""),
];

/// The yardsticks of a card.
pub(super) struct Yardsticks {
    benchmarks: Vec<Benchmark>,
    /// Own ranges that are not used, as their ends are not in order.
    pub(super) n_unsound: u32,
}

impl Yardsticks {
    /// With own ranges.
    pub(super) fn new(own: &[Benchmark]) -> Self {
        let (sound, unsound): (Vec<Benchmark>, Vec<Benchmark>) = own.iter().cloned().partition(Benchmark::is_sound);
        Self { benchmarks: with_own(&sound), n_unsound: unsound.len() as u32 }
    }

    /// That of a measure; of several ranges for everyone the first.
    pub(super) fn of(&self, kind: HealthKind) -> Option<Yardstick> {
        let figure = match kind {
            HealthKind::QuotaToPay => Figure::QuotaToPay,
            HealthKind::AtThreshold => Figure::AtThreshold,
            HealthKind::AtQuota => Figure::AtTarget,
            HealthKind::AtExcellence => Figure::AtExcellence,
            _ => return published(kind),
        };
        let is_it = |one: &&Benchmark| one.figure == figure && one.applies_to == Audience::Everyone;
        let found = self.benchmarks.iter().find(is_it)?;
        Some(Yardstick {
            low: found.low.and_then(|low| low.to_f64()),
            high: found.high.and_then(|high| high.to_f64()),
            source: found.source.clone(),
            date: found.date.clone(),
        })
    }
}

fn published(kind: HealthKind) -> Option<Yardstick> {
    let (_, low, high, source, date) = ROWS.iter().find(|row| row.0 == kind)?;
    Some(Yardstick { low: *low, high: *high, source: (*source).into(), date: (*date).into() })
}

/// How a figure lies to a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    Within,
    Above,
}

impl Yardstick {
    /// How a measure's figure lies to it, as comparisons tell it: to a tenth of a percent, or a hundredth of a multiple.
    pub(super) fn side(&self, kind: HealthKind, figure: f64) -> Side {
        let is_multiple = matches!(kind, HealthKind::QuotaToPay | HealthKind::Coverage);
        let hair = if is_multiple { 5e-3 } else { 5e-4 };
        if self.low.is_some_and(|low| figure < low - hair) {
            Side::Below
        } else if self.high.is_some_and(|high| high + hair < figure) {
            Side::Above
        } else {
            Side::Within
        }
    }
}
