//! The weights of a node's children under a rule.

use super::Shape;
use super::number::fixed_point;
use super::result::Estimates;
use crate::engine::quota::plan::{BucketBy, NodeChoice, Potential, QuotaPlan, Rule};

/// One, as a weight.
pub(super) const ONE: i128 = 10_000;

/// What weights are made of.
pub(super) struct Source<'a> {
    pub(super) shape: &'a Shape,
    pub(super) plan: &'a QuotaPlan,
    /// What the plan says of each node, by place in its list.
    pub(super) choices: &'a [Option<u32>],
    pub(super) estimates: Option<&'a Estimates>,
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

    /// The weight of a child under a rule; below 0 where its records are. Buckets have weights of their own.
    pub(super) fn weight(&self, rule: &Rule, place: usize) -> i128 {
        let of_records =
            |which: usize| self.shape.weights.get(place).and_then(|all| all.get(which)).copied().unwrap_or(0);
        let count = |which: usize| self.shape.counts.get(place).and_then(|all| all.get(which)).copied().unwrap_or(0);
        match rule {
            Rule::Even | Rule::Buckets { .. } => ONE,
            Rule::Weights => self.choice(place).and_then(|choice| choice.weight).map_or(ONE, fixed_point),
            Rule::PriorSales => of_records(0),
            Rule::Potential { by: Potential::Revenue } => of_records(1),
            Rule::Potential { by: Potential::Employees } => of_records(2),
            Rule::Potential { by: Potential::Accounts } => i128::from(count(0)) * ONE,
            Rule::Headcount => i128::from(count(1)) * ONE,
            Rule::BottomUp => self.estimates.and_then(|all| all.sums.get(place)).copied().unwrap_or(0),
        }
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
