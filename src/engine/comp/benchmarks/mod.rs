//! Benchmarks: published figures of the field, each with its source and date, beside which one's own figures stand.
//!
//! All are secondary sources. They are defaults: a scenario or a file may change a range, or add figures of its own.

mod audience;
mod published;

use rust_decimal::RoundingStrategy;
use serde::{Deserialize, Serialize};

use super::compare::{EffectiveRate, Measures, PayMix, RepResult};
use crate::engine::units::Decimal;

pub use audience::Audience;
pub use published::published;

/// A published range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Benchmark {
    /// Names it: an own benchmark of the same id takes its place.
    pub id: String,
    /// What it is a range of.
    pub figure: Figure,
    /// Lower end; open if none.
    #[serde(default)]
    pub low: Option<Decimal>,
    /// Upper end; open if none.
    #[serde(default)]
    pub high: Option<Decimal>,
    /// Who says so; the same in every language.
    #[serde(default)]
    pub source: String,
    /// When, as the source says; empty if it does not.
    #[serde(default)]
    pub date: String,
    /// Whom it is for.
    #[serde(default)]
    pub applies_to: Audience,
}

/// What a benchmark is a range of. Shares and rates are fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Compensation cost of sales, base salaries included.
    Ccos,
    /// Share of reps at or above the threshold.
    AtThreshold,
    /// Share of reps at or above quota.
    AtTarget,
    /// Share of reps at or above excellence.
    AtExcellence,
    /// Base salary over base salary and target incentive.
    BaseShare,
    /// Quota over base salary and target incentive.
    QuotaToPay,
    /// Pay at excellence over target incentive.
    Upside,
    /// What a quota's worth above quota pays over target incentive.
    Accelerator,
    /// Attainment at which pay begins.
    Threshold,
    /// Pay over bookings of the reps with bookings.
    EffectiveRate,
}

/// How a figure stands to a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// Below its lower end.
    Below,
    /// In it, its ends included.
    Within,
    /// Above its upper end.
    Above,
}

/// The published ranges with one's own: of the same id in their place, others after them.
pub fn with_own(own: &[Benchmark]) -> Vec<Benchmark> {
    let mut all = published();
    for one in own {
        match all.iter_mut().find(|other| other.id == one.id) {
            Some(other) => *other = one.clone(),
            None => all.push(one.clone()),
        }
    }
    all
}

impl Benchmark {
    /// A side's own figure, of those whom the benchmark is for; `None` where it is not known, or there is nobody.
    pub fn own(&self, side: &Measures) -> Option<Decimal> {
        if self.applies_to.is_everyone() {
            return self.figure.of(side);
        }
        let reps: Vec<RepResult> = side.reps.iter().filter(|rep| self.applies_to.has(rep)).cloned().collect();
        match self.figure {
            Figure::BaseShare => PayMix::of(&reps).base_share,
            Figure::QuotaToPay => PayMix::of(&reps).quota_to_pay,
            Figure::EffectiveRate => EffectiveRate::of(&reps).overall,
            _ => None,
        }
    }

    /// How a figure stands to it, as exactly as it is shown: to a tenth of a percent, or a hundredth of a multiple.
    pub fn stands(&self, figure: Decimal) -> Stands {
        let figure = figure
            .round_dp_with_strategy(if self.figure.is_share() { 3 } else { 2 }, RoundingStrategy::MidpointAwayFromZero);
        if self.low.is_some_and(|low| figure < low) {
            Stands::Below
        } else if self.high.is_some_and(|high| high < figure) {
            Stands::Above
        } else {
            Stands::Within
        }
    }

    /// Whether its ends are in order.
    pub fn is_sound(&self) -> bool {
        self.low.zip(self.high).is_none_or(|(low, high)| low <= high)
    }
}

impl Figure {
    /// Every figure, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Ccos,
        Self::AtThreshold,
        Self::AtTarget,
        Self::AtExcellence,
        Self::BaseShare,
        Self::QuotaToPay,
        Self::Upside,
        Self::Accelerator,
        Self::Threshold,
        Self::EffectiveRate,
    ];

    /// Whether it is a share or rate, shown in percent, and not a multiple.
    pub fn is_share(self) -> bool {
        !matches!(self, Self::QuotaToPay | Self::Upside | Self::Accelerator)
    }

    /// A side's own figure, of everyone; `None` where it is not known.
    pub fn of(self, side: &Measures) -> Option<Decimal> {
        let leverage = side.leverage.as_ref();
        match self {
            Self::Ccos => side.totals.ccos,
            Self::AtThreshold => side.levels.at_threshold,
            Self::AtTarget => side.levels.at_target,
            Self::AtExcellence => side.levels.at_excellence,
            Self::BaseShare => side.pay_mix.base_share,
            Self::QuotaToPay => side.pay_mix.quota_to_pay,
            Self::Upside => leverage.map(|leverage| leverage.of_incentive),
            Self::Accelerator => leverage.map(|leverage| leverage.accelerator),
            Self::Threshold => side.levels.marks.and_then(|marks| marks.threshold),
            Self::EffectiveRate => side.effective_rate.overall,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_published_range_has_a_source_and_an_id_of_its_own() {
        let all = published();
        let ids: BTreeSet<&str> = all.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.len(), all.len());
        for one in &all {
            assert!(!one.source.is_empty() && one.is_sound(), "{one:?}");
            assert!(one.low.is_some() || one.high.is_some(), "{one:?}");
        }
        let figures: BTreeSet<Figure> = all.iter().map(|one| one.figure).collect();
        assert_eq!(figures, BTreeSet::from(Figure::ALL));
    }

    #[test]
    fn own_ranges_take_the_place_of_published_ones() {
        let mut own = published().remove(0);
        own.high = Some(Decimal::new(12, 2));
        let new = Benchmark { id: "mine".into(), ..own.clone() };
        let all = with_own(&[own.clone(), new.clone()]);
        assert_eq!(all.len(), published().len() + 1);
        assert_eq!((all.first(), all.last()), (Some(&own), Some(&new)));
    }

    #[test]
    fn ends_belong_to_the_range() {
        let check = |id: &str, thousandths: i64, expected: Stands| {
            let all = published();
            let benchmark = all.iter().find(|one| one.id == id).unwrap();
            assert_eq!(benchmark.stands(Decimal::new(thousandths, 3)), expected, "{id} at {thousandths}");
        };
        check("ccos", 29, Stands::Below);
        check("ccos", 30, Stands::Within);
        check("ccos", 90, Stands::Within);
        check("ccos", 91, Stands::Above);
        check("at-threshold", 1_000, Stands::Within); // open above
    }
}
