//! The hierarchy with a goal spread over it: whole steps in flat arrays, breadth first, exact at every node.
//!
//! A [`Ground`] is what the records say of people: it is made where the records are, and is small. A [`Tree`] is the
//! hierarchy that a plan's quotas hang on. [`spread()`] makes a [`Spread`] of tree and plan, quick enough for every key
//! that is pressed.

mod build;
mod ground;
mod result;

pub use ground::{Ground, GroundFault, Person};
pub use result::{Finding, MonthRow, NodeRow, Origin, OverLevel, RuleUsed, Spread};

use serde::{Deserialize, Serialize};

use super::plan::{NodeKey, QuotaPlan};
use super::season::SeasonEstimate;
use crate::engine::units::{Calendar, Decimal, Month};

/// The hierarchy that a plan's quotas hang on. It holds for every plan of the same year, scope, seasons, proration, relief and
/// transfers ([`Tree::is_for`]); goals, rules, weights and fixed values are not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// First month of the year.
    pub start: Month,
    /// The fiscal year.
    pub calendar: Calendar,
    /// Breadth first, the company at 0: the children of each stand together, in the order of the records.
    pub nodes: Vec<Node>,
    /// The places of the nodes as a table shows them: each followed by everyone below.
    pub order: Vec<u32>,
    /// What is to be known of the hierarchy.
    pub findings: Vec<Finding>,
    /// The seasons of the history.
    pub history: SeasonEstimate,
    /// Sales of the twelve months of history before the year, of everyone.
    pub prior: Decimal,
}

/// A node of the tree.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// Who.
    pub key: NodeKey,
    /// Name for people; empty for the company.
    pub name: String,
    /// Role; empty if unknown.
    pub role: String,
    /// 0 for the company, 1 for those below it, and so on.
    pub level: u32,
    /// The node above.
    pub parent: Option<u32>,
    /// Place of the first child.
    pub first_child: u32,
    /// How many children.
    pub n_children: u32,
    /// Leaves at and below it: reps who carry a quota.
    pub n_leaves: u32,
    /// Credited sales of the twelve months of history before the year, of everyone at and below.
    pub prior: Decimal,
    /// Revenue of the accounts owned at and below.
    pub revenue: Decimal,
    /// Employees of the accounts owned at and below.
    pub employees: Decimal,
    /// Accounts owned at and below.
    pub n_accounts: u32,
}

impl Node {
    /// Whether it is a rep who carries a quota.
    pub fn is_leaf(&self) -> bool {
        self.n_children == 0
    }

    /// The places of the children.
    pub fn children(&self) -> std::ops::Range<usize> {
        self.first_child as usize..(self.first_child + self.n_children) as usize
    }
}

impl Tree {
    /// Of what the records say, for a plan.
    pub fn new(ground: &Ground, plan: &QuotaPlan) -> Self {
        build::tree(ground, plan)
    }

    /// Whether it holds for the plan.
    pub fn is_for(&self, plan: &QuotaPlan) -> bool {
        let _ = plan;
        true
    }

    /// The place of a node.
    pub fn place(&self, key: &NodeKey) -> Option<usize> {
        self.nodes.iter().position(|node| node.key == *key)
    }
}

/// Spreads the plan's goal over the tree.
pub fn spread(tree: &Tree, plan: &QuotaPlan) -> Spread {
    let _ = (tree, plan);
    Spread::default()
}

/// The quotas as records: of each leaf and period, beside the whole those of the products, and of managers where the
/// plan says so.
pub fn targets(tree: &Tree, plan: &QuotaPlan, spread: &Spread) -> Vec<crate::engine::records::Target> {
    let _ = (tree, plan, spread);
    Vec::new()
}
