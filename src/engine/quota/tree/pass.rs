//! One pass from the company down: what each node has is divided among those below.

use super::Tree;
use super::number::{Divider, Unit, fixed_point, proportion};
use super::result::Finding;
use super::weights::{ONE, Source, within};
use crate::engine::quota::plan::{Bucket, BucketBy, Rule};

/// Findings are listed up to here.
const N_FINDINGS: usize = 100;

/// What a pass came to, by the places of the nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Passed {
    pub(super) amounts: Vec<i128>,
    /// What each spreads, and what of it no child has.
    pub(super) wholes: Vec<i128>,
    pub(super) open: Vec<i128>,
    /// The weight of each among its siblings.
    pub(super) weights: Vec<i128>,
    /// How each spread what it had.
    pub(super) ways: Vec<Way>,
}

/// How a node spread what it had.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Way {
    pub(super) rule: Used,
    /// The weights of all that are not fixed, and how many they are.
    pub(super) of: i128,
    pub(super) n: u32,
    pub(super) fixed: i128,
    pub(super) buckets: Vec<BucketWay>,
    /// Each child's bucket, in their order; empty without buckets.
    pub(super) bucket_of: Vec<Option<u32>>,
}

/// How a bucket spread what it had.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct BucketWay {
    pub(super) name: String,
    pub(super) by: BucketBy,
    pub(super) amount: i128,
    pub(super) of: i128,
    pub(super) n: u32,
}

/// The rule that decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Used {
    #[default]
    Nothing,
    Rule(Rule),
    EvenForLackOfWeights,
    Buckets,
}

/// What a pass goes by.
pub(super) struct Frame<'a> {
    pub(super) tree: &'a Tree,
    pub(super) source: Source<'a>,
    pub(super) fixed: &'a [Option<i128>],
    /// Weights in the place of the rule's.
    pub(super) instead: Option<&'a [i128]>,
    /// How many times as large as whole ones weights are.
    pub(super) scale: i128,
    pub(super) unit: Unit,
    pub(super) step: i128,
    /// Over-assignment by level, in millionths.
    pub(super) over: Vec<i128>,
}

/// What over-assignment is counted in.
pub(super) const MILLION: i128 = 1_000_000;

/// What a pass works on.
struct Work<'f> {
    passed: Passed,
    room: Room,
    findings: &'f mut Vec<Finding>,
}

/// Room that is used again for each node.
#[derive(Default)]
struct Room {
    free: Vec<usize>,
    weights: Vec<i128>,
    parts: Vec<i128>,
    divider: Divider,
}

impl Frame<'_> {
    /// Spreads what the company has.
    pub(super) fn pass(&self, company: i128, findings: &mut Vec<Finding>) -> Passed {
        let n = self.source.shape.children.len();
        let passed = Passed {
            amounts: vec![0; n],
            wholes: vec![0; n],
            open: vec![0; n],
            weights: vec![0; n],
            ways: vec![Way::default(); n],
        };
        let mut work = Work { passed, room: Room::default(), findings };
        if let Some(amount) = work.passed.amounts.first_mut() {
            *amount = company;
        }
        for place in 0..n {
            if !self.source.shape.is_leaf(place) {
                self.node(place, &mut work);
            }
        }
        work.passed
    }

    fn node(&self, place: usize, work: &mut Work<'_>) {
        let amount = work.passed.amounts.get(place).copied().unwrap_or(0);
        let level = self.source.shape.levels.get(place).copied().unwrap_or(0) as usize;
        let whole = match self.over.get(level) {
            Some(over) if 0 < *over && !self.source.shape.children(place).is_empty() => {
                let more = proportion(amount, MILLION + over, MILLION.saturating_mul(self.step)) * self.step;
                more.min(self.unit.most())
            }
            _ => amount,
        };
        let children = self.source.shape.children(place);
        let (mut way, mut free) = (Way::default(), std::mem::take(&mut work.room.free));
        free.clear();
        for child in children.clone() {
            match self.fixed.get(child).copied().flatten() {
                Some(fixed) => {
                    way.fixed += fixed;
                    if let Some(amount) = work.passed.amounts.get_mut(child) {
                        *amount = fixed;
                    }
                }
                None => free.push(child),
            }
        }
        way.n = free.len() as u32;
        let rest = whole - way.fixed;
        let given = match self.source.rule(place) {
            Rule::Buckets { buckets } if self.instead.is_none() => {
                self.by_buckets(place, buckets, (whole, rest), &free, &mut way, work)
            }
            rule => self.by_rule(place, rule, rest, &free, &mut way, work),
        };
        let open = rest - given;
        let who = || self.tree.nodes.get(place).map(|node| node.key.clone()).unwrap_or_default();
        let finding = match open {
            0 => None,
            _ if children.is_empty() => None, // told once
            1.. => Some(Finding::NotAllSpread { node: who(), left: self.unit.decimal(open) }),
            _ => Some(Finding::TooMuchFixed { node: who(), by: self.unit.decimal(-open) }),
        };
        tell(work.findings, finding);
        let passed = &mut work.passed;
        if let (Some(own), Some(left)) = (passed.wholes.get_mut(place), passed.open.get_mut(place)) {
            (*own, *left) = (whole, open);
        }
        if let Some(slot) = passed.ways.get_mut(place) {
            *slot = way;
        }
        work.room.free = free;
    }

    /// The weight of a child by a rule and the part of the year; below 0 where its records are.
    fn weight(&self, rule: &Rule, child: usize) -> i128 {
        match self.instead {
            Some(weights) => weights.get(child).copied().unwrap_or(0),
            None => self.source.weight(rule, child),
        }
    }

    /// Fills the weights of those who are not fixed: of whole years where nobody is there at any time, and evenly where
    /// these are 0 too. How many were below 0, and whether it is evenly for that.
    fn fill(&self, rule: &Rule, free: &[usize], weights: &mut Vec<i128>) -> (u32, bool) {
        weights.clear();
        let mut n_negative = 0;
        for child in free {
            let weight = self.weight(rule, *child);
            n_negative += u32::from(weight < 0);
            weights.push(weight.max(0));
        }
        let is_zero = |weights: &[i128]| weights.iter().all(|weight| *weight == 0);
        if self.instead.is_none() && self.source.by_part.is_some() && is_zero(weights) {
            let of_rule = |child: &usize| self.source.whole_weight(rule, *child).max(0).saturating_mul(self.scale);
            weights.clear();
            weights.extend(free.iter().map(of_rule));
        }
        let is_zero = is_zero(weights);
        if is_zero {
            weights.fill(ONE * self.scale);
        }
        (n_negative, is_zero)
    }

    fn by_rule(
        &self,
        place: usize,
        rule: &Rule,
        rest: i128,
        free: &[usize],
        way: &mut Way,
        work: &mut Work<'_>,
    ) -> i128 {
        let Work { passed, room, findings } = work;
        let (n_negative, is_zero) = self.fill(rule, free, &mut room.weights);
        self.tell_weights(place, n_negative, is_zero && !free.is_empty() && 0 < rest, findings);
        way.rule = if is_zero { Used::EvenForLackOfWeights } else { Used::Rule(rule.clone()) };
        way.of = room.weights.iter().sum();
        room.divider.divide(rest, self.step, &room.weights, &mut room.parts);
        put(passed, free, &room.weights, &room.parts)
    }

    fn by_buckets(
        &self,
        place: usize,
        buckets: &[Bucket],
        (whole, rest): (i128, i128),
        free: &[usize],
        way: &mut Way,
        work: &mut Work<'_>,
    ) -> i128 {
        let Work { passed, room, findings } = work;
        let bucket_of = self.bucket_of(place, buckets);
        let first = self.source.shape.children(place).start;
        let in_bucket = |number: u32| {
            free.iter().copied().filter(|child| bucket_of.get(child - first) == Some(&Some(number))).collect()
        };
        let members: Vec<Vec<usize>> = (0..buckets.len() as u32).map(in_bucket).collect();
        let (weights, is_zero) = self.bucket_weights(place, buckets, whole, &bucket_of);
        let mut amounts = Vec::new();
        room.divider.divide(rest, self.step, &weights, &mut amounts);
        let (mut given, mut n_negative, mut lacks) = (0, 0, is_zero && 0 < rest && !free.is_empty());
        for ((bucket, members), amount) in buckets.iter().zip(&members).zip(&amounts) {
            let (n, is_zero) = self.fill(&within(bucket.by), members, &mut room.weights);
            n_negative += n;
            lacks |= is_zero && !members.is_empty() && 0 < *amount;
            way.buckets.push(BucketWay {
                name: bucket.name.clone(),
                by: bucket.by,
                amount: *amount,
                of: room.weights.iter().sum(),
                n: members.len() as u32,
            });
            room.divider.divide(*amount, self.step, &room.weights, &mut room.parts);
            given += put(passed, members, &room.weights, &room.parts);
        }
        let n_without = free.len() - members.iter().map(Vec::len).sum::<usize>();
        self.tell_weights(place, n_negative, lacks, findings);
        let node = self.tree.nodes.get(place).map(|node| node.key.clone()).unwrap_or_default();
        tell(findings, (0 < n_without).then_some(Finding::NoBucket { node, n: n_without as u32 }));
        (way.rule, way.bucket_of) = (Used::Buckets, bucket_of);
        given
    }

    /// The bucket of each child, in their order.
    fn bucket_of(&self, place: usize, buckets: &[Bucket]) -> Vec<Option<u32>> {
        let children = self.source.shape.children(place);
        let mut bucket_of = vec![None; children.len()];
        for (number, bucket) in (0..).zip(buckets) {
            for member in &bucket.members {
                let at = self.tree.place(member).and_then(|child| child.checked_sub(children.start));
                if let Some(slot) = at.and_then(|at| bucket_of.get_mut(at)).filter(|slot| slot.is_none()) {
                    *slot = Some(number);
                }
            }
        }
        bucket_of
    }

    /// What of its share of the whole each bucket still has to give to those who are not fixed; where nothing is left, its
    /// share; and whether there is neither.
    fn bucket_weights(
        &self,
        place: usize,
        buckets: &[Bucket],
        whole: i128,
        bucket_of: &[Option<u32>],
    ) -> (Vec<i128>, bool) {
        let shares: Vec<i128> = buckets.iter().map(|bucket| fixed_point(bucket.share).max(0)).collect();
        let mut seen = vec![(0_i128, 0_i128); buckets.len()];
        let mut has_any = vec![false; buckets.len()];
        for (child, bucket) in self.source.shape.children(place).zip(bucket_of) {
            let Some(at) = bucket.map(|at| at as usize) else { continue };
            let fixed = self.fixed.get(child).copied().flatten();
            if let (Some((n_free, sum)), Some(has)) = (seen.get_mut(at), has_any.get_mut(at)) {
                *n_free += i128::from(fixed.is_none());
                *sum += fixed.unwrap_or(0);
                *has = true;
            }
        }
        let all: i128 = shares.iter().zip(&has_any).filter(|(_, has)| **has).map(|(share, _)| share).sum();
        let of_free = |weight: fn(i128, i128, i128, i128) -> i128| -> Vec<i128> {
            let each = shares.iter().zip(&seen);
            each.map(|(share, (n, sum))| if *n == 0 { 0 } else { weight(whole, *share, *sum, all) }).collect()
        };
        let is_nothing = |weights: &[i128]| weights.iter().all(|weight| *weight == 0);
        let left = of_free(|whole, share, fixed, all| {
            whole.saturating_mul(share).saturating_sub(fixed.saturating_mul(all)).max(0)
        });
        if !is_nothing(&left) {
            return (left, false);
        }
        let by_share = of_free(|_, share, _, _| share);
        let is_zero = is_nothing(&by_share);
        (if is_zero { seen.iter().map(|(n, _)| *n).collect() } else { by_share }, is_zero)
    }

    fn tell_weights(&self, place: usize, n_negative: u32, lacks: bool, findings: &mut Vec<Finding>) {
        let node = || self.tree.nodes.get(place).map(|node| node.key.clone()).unwrap_or_default();
        if 0 < n_negative {
            tell(findings, Some(Finding::NegativeWeights { node: node(), n: n_negative }));
        }
        if lacks {
            tell(findings, Some(Finding::ZeroWeights { node: node() }));
        }
    }
}

/// Lists a finding, up to a number of them.
fn tell(findings: &mut Vec<Finding>, finding: Option<Finding>) {
    if findings.len() < N_FINDINGS {
        findings.extend(finding);
    }
}

/// Gives each its part, and says what they come to.
fn put(passed: &mut Passed, free: &[usize], weights: &[i128], parts: &[i128]) -> i128 {
    for ((child, weight), part) in free.iter().zip(weights).zip(parts) {
        if let Some(amount) = passed.amounts.get_mut(*child) {
            *amount = *part;
        }
        if let Some(slot) = passed.weights.get_mut(*child) {
            *slot = *weight;
        }
    }
    parts.iter().sum()
}
