//! Fairness: pay over target incentive and attainment by group, and whether groups differ by more than chance.
//!
//! The test is that of Kruskal and Wallis (1952) on ranks: it asks for no bell curve. Its p-value comes from permutations of
//! the groups, drawn from a fixed seed, not from the chi-square approximation, which is off for groups of a few reps.

use std::collections::BTreeMap;

use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::measures::RepResult;
use super::stats::double_ranks;
use crate::engine::comp::exact::{divided, plus};
use crate::engine::units::Decimal;

/// What reps are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupBy {
    /// Years since hire.
    Tenure,
    /// Region of the rep's record.
    Region,
    /// Segment of the rep's record.
    Segment,
    /// Role of the rep's record.
    Role,
}

/// Which group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKey {
    /// From so many years since hire up to so many, or more.
    Years {
        /// Inclusive.
        from: i32,
        /// Exclusive; none for the last.
        to: Option<i32>,
    },
    /// As the records name it.
    Named(String),
    /// The records do not say.
    Unknown,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Which.
    pub key: GroupKey,
    /// Reps in it who have an attainment or a payout.
    pub n_reps: u32,
    /// Mean attainment, of `n_attainment` reps.
    pub mean_attainment: Option<Decimal>,
    /// Reps with an attainment.
    pub n_attainment: u32,
    /// Mean pay over target incentive, of `n_payout` reps.
    pub mean_payout: Option<Decimal>,
    /// Reps with a target incentive.
    pub n_payout: u32,
}

/// Whether groups differ.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupTest {
    /// `H` of Kruskal and Wallis, corrected for ties.
    pub h: f64,
    /// Share of permutations with as large an `H` or a larger one, the one that is there counted: small where chance alone
    /// hardly makes such groups.
    pub p: f64,
    /// Reps.
    pub n_reps: u32,
    /// Groups.
    pub n_groups: u32,
    /// Permutations drawn.
    pub n_permutations: u32,
}

/// Reps by one of their properties.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fairness {
    /// The property.
    pub by: GroupBy,
    /// Its groups in order, the unknown last.
    pub groups: Vec<Group>,
    /// Pay over target incentive; `None` without two groups of two.
    pub payout: Option<GroupTest>,
    /// Attainment.
    pub attainment: Option<GroupTest>,
}

/// Bounds of tenure in years.
const YEARS: [i32; 4] = [0, 1, 3, 5];
/// Places that permutations move in all: tests of many reps draw fewer.
const N_MOVES: usize = 2_000_000;

/// Reps by each of their properties, in the order of [`GroupBy`].
pub(crate) fn fairness(reps: &[RepResult]) -> Vec<Fairness> {
    [GroupBy::Tenure, GroupBy::Region, GroupBy::Segment, GroupBy::Role].map(|by| grouped(by, reps)).into()
}

fn grouped(by: GroupBy, reps: &[RepResult]) -> Fairness {
    let mut groups: BTreeMap<GroupKey, Vec<&RepResult>> = BTreeMap::new();
    for rep in reps.iter().filter(|rep| rep.attainment.is_some() || rep.payout.is_some()) {
        groups.entry(key(by, rep)).or_default().push(rep);
    }
    let known = || groups.iter().filter(|(key, _)| **key != GroupKey::Unknown).map(|(_, reps)| reps);
    let tested = |of: fn(&RepResult) -> Option<Decimal>| {
        let values = |reps: &Vec<&RepResult>| reps.iter().filter_map(|rep| of(rep)?.to_f64()).collect::<Vec<_>>();
        kruskal_wallis(&known().map(values).collect::<Vec<_>>())
    };
    let (payout, attainment) = (tested(|rep| rep.payout), tested(|rep| rep.attainment));
    let group = |(key, reps): (GroupKey, Vec<&RepResult>)| {
        let (n_attainment, mean_attainment) = mean(reps.iter().filter_map(|rep| rep.attainment));
        let (n_payout, mean_payout) = mean(reps.iter().filter_map(|rep| rep.payout));
        Group { key, n_reps: reps.len() as u32, mean_attainment, n_attainment, mean_payout, n_payout }
    };
    Fairness { by, groups: groups.into_iter().map(group).collect(), payout, attainment }
}

fn key(by: GroupBy, rep: &RepResult) -> GroupKey {
    let named = |name: &String| if name.is_empty() { GroupKey::Unknown } else { GroupKey::Named(name.clone()) };
    match by {
        GroupBy::Region => named(&rep.region),
        GroupBy::Segment => named(&rep.segment),
        GroupBy::Role => named(&rep.role),
        GroupBy::Tenure => {
            let Some(months) = rep.tenure_months else { return GroupKey::Unknown };
            let from = YEARS.into_iter().rev().find(|years| years * 12 <= months).unwrap_or(0);
            GroupKey::Years { from, to: YEARS.into_iter().find(|years| from < *years) }
        }
    }
}

fn mean(values: impl Iterator<Item = Decimal>) -> (u32, Option<Decimal>) {
    let (n, sum) = values.fold((0_u32, Decimal::ZERO), |(n, sum), value| (n + 1, plus(sum, value)));
    (n, (0 < n).then(|| divided(sum, n.into())))
}

/// `H = 12 / (n (n + 1)) · Σ R²/m − 3 (n + 1)`, over `1 − Σ (t³ − t) / (n³ − n)` for ties of `t`. `None` without two groups
/// of two values, or where all values are one.
pub(crate) fn kruskal_wallis(groups: &[Vec<f64>]) -> Option<GroupTest> {
    let groups: Vec<&Vec<f64>> = groups.iter().filter(|group| !group.is_empty()).collect();
    if groups.iter().filter(|group| 2 <= group.len()).count() < 2 {
        return None;
    }
    let values: Vec<f64> = groups.iter().flat_map(|group| group.iter().copied()).collect();
    let mut ranks = double_ranks(&values);
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let n = values.len() as f64;
    let mut in_order = ranks.clone();
    in_order.sort_unstable();
    let ties: f64 = in_order.chunk_by(PartialEq::eq).map(|tied| tied.len() as f64).map(|t| t * t * t - t).sum();
    let correction = 1.0 - ties / (n * n * n - n);
    if correction <= 1e-12 {
        return None;
    }
    let observed = between(&ranks, &sizes);
    let n_permutations = (N_MOVES / values.len()).clamp(999, 9_999) as u32;
    let mut draws = Draws(values.len() as u64);
    let mut n_as_large = 1_u32;
    for _ in 0..n_permutations {
        for last in (1..ranks.len()).rev() {
            ranks.swap(last, draws.below(last as u64 + 1));
        }
        // Equal up to what rounding makes of sums in another order.
        n_as_large += u32::from(observed * (1.0 - 1e-12) <= between(&ranks, &sizes));
    }
    Some(GroupTest {
        h: (12.0 / (n * (n + 1.0)) * observed - 3.0 * (n + 1.0)).max(0.0) / correction,
        p: f64::from(n_as_large) / f64::from(n_permutations + 1),
        n_reps: values.len() as u32,
        n_groups: sizes.len() as u32,
        n_permutations,
    })
}

/// `Σ R²/m` over the groups, which stand one after the other.
fn between(double_ranks: &[u64], sizes: &[usize]) -> f64 {
    let mut rest = double_ranks;
    let mut sum = 0.0;
    for size in sizes {
        let (own, others) = rest.split_at(*size);
        let rank_sum = own.iter().sum::<u64>() as f64 / 2.0;
        sum += rank_sum * rank_sum / *size as f64;
        rest = others;
    }
    sum
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
pub(crate) struct Draws(pub(crate) u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A whole number from 0 to below the bound, the same on every target.
    pub(crate) fn below(&mut self, bound: u64) -> usize {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_lie_apart_are_told_from_those_that_do_not() {
        // Ranks 1 to 9 in three groups apart: R = 6, 15, 24. H = 12/90 · (12 + 75 + 192) − 30 = 7.2. Of the 9!/(3!³) = 1,680
        // ways to group them only the 3! orders of these three groups come to it: p = 6/1680 = 0.0036.
        let apart = [vec![1.0, 2.0, 3.0], vec![4.0, 5.0, 6.0], vec![7.0, 8.0, 9.0]];
        let found = kruskal_wallis(&apart).unwrap();
        assert!((found.h - 7.2).abs() < 1e-9, "{found:?}");
        assert!((found.p - 6.0 / 1_680.0).abs() < 0.002, "{found:?}");
        assert_eq!((found.n_reps, found.n_groups, found.n_permutations), (9, 3, 9_999));
        // 1 4 | 2 3: both rank sums are 5, so H = 0 and every grouping is as large.
        let even = kruskal_wallis(&[vec![1.0, 4.0], vec![2.0, 3.0]]).unwrap();
        assert!(even.h.abs() < 1e-12 && (even.p - 1.0).abs() < 1e-12, "{even:?}");
    }

    #[test]
    fn ties_are_corrected_for() {
        // Ranks 1.5 1.5 4 | 4 4 6: R = 7 and 14, H = 12/42 · (49/3 + 196/3) − 21 = 2 1/3. Ties of 2 and 3 values:
        // 1 − (6 + 24)/210 = 6/7, so 49/18.
        let found = kruskal_wallis(&[vec![1.0, 1.0, 2.0], vec![2.0, 2.0, 3.0]]).unwrap();
        assert!((found.h - 49.0 / 18.0).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn there_is_nothing_to_test_without_two_groups_of_two() {
        assert_eq!(kruskal_wallis(&[vec![1.0, 2.0]]), None);
        assert_eq!(kruskal_wallis(&[vec![1.0, 2.0], vec![3.0]]), None);
        assert_eq!(kruskal_wallis(&[vec![1.0, 1.0], vec![1.0, 1.0]]), None);
    }

    #[test]
    fn reps_are_grouped_by_years_and_names() {
        let rep = |months: Option<i32>, region: &str, percent: i64| RepResult {
            tenure_months: months,
            region: region.into(),
            payout: Some(Decimal::new(percent, 2)),
            ..RepResult::default()
        };
        let reps =
            [rep(Some(11), "", 50), rep(Some(12), "West", 100), rep(Some(35), "East", 150), rep(None, "West", 60)];
        let groups = |by| {
            let found = grouped(by, &reps);
            let of = |group: Group| (group.key, group.n_reps, group.mean_payout.unwrap());
            found.groups.into_iter().map(of).collect::<Vec<_>>()
        };
        let percent = |percent| Decimal::new(percent, 2);
        let years = |from, to| GroupKey::Years { from, to: Some(to) };
        let tenure =
            [(years(0, 1), 1, percent(50)), (years(1, 3), 2, percent(125)), (GroupKey::Unknown, 1, percent(60))];
        assert_eq!(groups(GroupBy::Tenure), tenure);
        let named = |name: &str| GroupKey::Named(name.into());
        let regions =
            [(named("East"), 1, percent(150)), (named("West"), 2, percent(80)), (GroupKey::Unknown, 1, percent(50))];
        assert_eq!(groups(GroupBy::Region), regions);
    }
}
