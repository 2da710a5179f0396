//! The weights of a node's children under a rule.

use super::Shape;
use super::number::fixed_point;
use super::seasons::YEAR;
use crate::engine::quota::plan::{BucketBy, NodeChoice, Potential, QuotaPlan, Rule};

/// One, as a weight.
pub(super) const ONE: i128 = 10_000;

/// What the records say of people, as weights.
#[derive(Clone, Copy)]
pub(super) enum Record {
    PriorSales,
    Revenue,
    Employees,
    Accounts,
    Headcount,
}

/// How many they are.
pub(super) const N_RECORDS: usize = 5;

/// What weights are made of.
pub(super) struct Source<'a> {
    pub(super) shape: &'a Shape,
    pub(super) plan: &'a QuotaPlan,
    /// What the plan says of each node, by place in its list.
    pub(super) choices: &'a [Option<u32>],
    /// Bottom-up estimates at and below each, of whole years.
    pub(super) estimates: Option<&'a [i128]>,
    /// Set where weights count by the part of the year.
    pub(super) by_part: Option<ByPart>,
}

/// Weights by the part of the year that leaves carry, all [`YEAR`] times as large as whole ones.
pub(super) struct ByPart {
    /// Those of the records, each leaf's by its own part; a manager's own sales and accounts count whole.
    records: [Vec<i128>; N_RECORDS],
    /// The estimates, each leaf's by its own part.
    pub(super) estimates: Vec<i128>,
    /// The mean part of the leaves at and below, for weights that leaves do not make.
    means: Vec<i128>,
}

impl ByPart {
    /// Of the parts of leaves, and their estimates alone.
    pub(super) fn of(shape: &Shape, parts: &[i128], estimates: &[i128]) -> Self {
        let part = |place: usize| match parts.get(place) {
            Some(part) if shape.is_leaf(place) => *part,
            _ => i128::from(YEAR),
        };
        let added = |own: &[i128]| {
            let mut sums: Vec<i128> =
                own.iter().enumerate().map(|(place, own)| own.saturating_mul(part(place))).collect();
            shape.add_up(&mut sums);
            sums
        };
        let is_leaf = |place: usize| i128::from(shape.is_leaf(place));
        let mut means: Vec<i128> = (0..parts.len()).map(|place| part(place) * is_leaf(place)).collect();
        shape.add_up(&mut means);
        for (mean, n) in means.iter_mut().zip(&shape.n_leaves) {
            *mean /= i128::from((*n).max(1));
        }
        Self { records: shape.own.each_ref().map(|own| added(own)), estimates: added(estimates), means }
    }
}

impl<'a> Source<'a> {
    /// What the plan says of a node.
    pub(super) fn choice(&self, place: usize) -> Option<&'a NodeChoice> {
        let choice = self.choices.get(place).copied().flatten()?;
        self.plan.nodes.get(choice as usize)
    }

    /// How a node spreads.
    pub(super) fn rule(&self, place: usize) -> &'a Rule {
        self.choice(place).and_then(|choice| choice.rule.as_ref()).unwrap_or(&self.plan.rule)
    }

    /// The weight of a child under a rule, for the part of the year that counts; below 0 where its records are. Buckets have
    /// weights of their own.
    pub(super) fn weight(&self, rule: &Rule, place: usize) -> i128 {
        let Some(by_part) = &self.by_part else { return self.whole_weight(rule, place) };
        let at = |list: &[i128]| list.get(place).copied().unwrap_or(0);
        match (record(rule), rule) {
            (Some(record), _) => by_part.records.get(record as usize).map_or(0, |list| at(list)),
            (None, Rule::BottomUp) => at(&by_part.estimates),
            _ => self.whole_weight(rule, place).saturating_mul(at(&by_part.means)),
        }
    }

    /// The same for whole years.
    pub(super) fn whole_weight(&self, rule: &Rule, place: usize) -> i128 {
        let at = |list: &[i128]| list.get(place).copied().unwrap_or(0);
        match (record(rule), rule) {
            (Some(record), _) => self.shape.weights.get(record as usize).map_or(0, |list| at(list)),
            (None, Rule::Weights) => self.choice(place).and_then(|choice| choice.weight).map_or(ONE, fixed_point),
            (None, Rule::BottomUp) => self.estimates.map_or(0, at),
            _ => ONE,
        }
    }
}

/// What a rule asks of the records.
fn record(rule: &Rule) -> Option<Record> {
    match rule {
        Rule::PriorSales => Some(Record::PriorSales),
        Rule::Potential { by: Potential::Revenue } => Some(Record::Revenue),
        Rule::Potential { by: Potential::Employees } => Some(Record::Employees),
        Rule::Potential { by: Potential::Accounts } => Some(Record::Accounts),
        Rule::Headcount => Some(Record::Headcount),
        Rule::Even | Rule::Weights | Rule::BottomUp | Rule::Buckets { .. } => None,
    }
}

/// The rule that a bucket is spread by within.
pub(super) fn within(by: BucketBy) -> Rule {
    match by {
        BucketBy::Even => Rule::Even,
        BucketBy::Weights => Rule::Weights,
        BucketBy::PriorSales => Rule::PriorSales,
    }
}
