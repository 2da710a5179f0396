//! The hierarchy with a goal spread over it: whole steps in flat arrays, breadth first, exact at every node.
//!
//! A [`Ground`] is what the records say of people: it is made where the records are, and is small. A [`Tree`] is the
//! hierarchy that a plan's quotas hang on. [`spread()`] makes a [`Spread`] of tree and plan, quick enough for every key
//! that is pressed.

mod build;
mod factor;
mod ground;
mod number;
mod pass;
mod result;
mod row;
mod seasons;
mod spread;
mod targets;
mod weights;

pub use ground::{Ground, GroundFault, Person};
pub use result::{Finding, MonthRow, NodeRow, Origin, OverLevel, RuleUsed, Spread};
pub use spread::spread;
pub use targets::{in_place, targets, with_quotas};

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::plan::{NodeKey, QuotaPlan, Relief, Transfer};
use super::season::SeasonEstimate;
use crate::engine::comp::ProrateBy;
use crate::engine::records::join_key;
use crate::engine::units::{Calendar, Decimal, Month};
use factor::LeafTerms;
use weights::N_RECORDS;

/// The hierarchy that a plan's quotas hang on. It holds for every plan of the same year, scope, proration, relief and
/// transfers ([`Tree::is_for`]); goals, seasons, rules, weights and fixed values are not in it.
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
    /// Whether there are sales before the year.
    pub has_history: bool,
    /// Places by key, as records are joined.
    index: BTreeMap<(String, Option<String>), u32>,
    scope: Scope,
    shape: Arc<Shape>,
}

/// What of a plan the tree depends on.
#[derive(Clone, Debug, Default, PartialEq)]
struct Scope {
    start: Option<Month>,
    roles: Vec<String>,
    segments: Vec<String>,
    prorate: ProrateBy,
    ramp: Vec<Decimal>,
    relief: Vec<Relief>,
    transfers: Vec<Transfer>,
}

impl Scope {
    fn of(plan: &QuotaPlan) -> Self {
        Self {
            start: plan.start,
            roles: plan.roles.clone(),
            segments: plan.segments.clone(),
            prorate: plan.prorate,
            ramp: plan.ramp.clone(),
            relief: plan.relief.clone(),
            transfers: plan.transfers.clone(),
        }
    }
}

/// The tree in flat arrays, by the places of the nodes.
#[derive(Debug, PartialEq)]
struct Shape {
    start: Month,
    /// First child and number of children.
    children: Vec<(u32, u32)>,
    /// The company's is itself.
    parents: Vec<u32>,
    levels: Vec<u32>,
    priors: Vec<Decimal>,
    /// What the records say of each alone, as weights.
    own: [Vec<i128>; N_RECORDS],
    /// The same of everyone at and below: a rep who is transferred counts in both teams, as any other.
    weights: [Vec<i128>; N_RECORDS],
    n_leaves: Vec<u32>,
    /// What takes from the months of leaves; none where nothing does.
    terms: Vec<Option<Arc<LeafTerms>>>,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            start: Month::new(2026, 1),
            children: Vec::new(),
            parents: Vec::new(),
            levels: Vec::new(),
            priors: Vec::new(),
            own: [const { Vec::new() }; N_RECORDS],
            weights: [const { Vec::new() }; N_RECORDS],
            n_leaves: Vec::new(),
            terms: Vec::new(),
        }
    }
}

impl Shape {
    fn children(&self, place: usize) -> std::ops::Range<usize> {
        let (first, n) = self.children.get(place).copied().unwrap_or_default();
        first as usize..(first + n) as usize
    }

    fn is_leaf(&self, place: usize) -> bool {
        place != 0 && self.children.get(place).is_some_and(|(_, n)| *n == 0)
    }

    fn terms(&self, place: usize) -> Option<&LeafTerms> {
        self.terms.get(place)?.as_deref()
    }

    /// Adds to each node's number those of everyone below.
    fn add_up<T: Copy + AddAssign>(&self, numbers: &mut [T]) {
        for place in (1..numbers.len()).rev() {
            let above = self.parents.get(place).map(|above| *above as usize);
            let own = numbers.get(place).copied();
            if let (Some(own), Some(sum)) = (own, above.and_then(|above| numbers.get_mut(above))) {
                *sum += own;
            }
        }
    }
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
        self.n_children == 0 && self.parent.is_some()
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
        self.scope == Scope::of(plan)
    }

    /// The place of a node, by the id of the rep as records are joined.
    pub fn place(&self, key: &NodeKey) -> Option<usize> {
        self.index.get(&build::joined(key)).map(|place| *place as usize)
    }

    /// The places of the nodes whose id or name that is; one in the own team stands before one who is transferred.
    pub fn find(&self, who: &str) -> Vec<usize> {
        let key = join_key(who);
        let is_it = |node: &Node| join_key(&node.key.rep.0) == key || join_key(&node.name) == key;
        let found = self.nodes.iter().enumerate().skip(1).filter(|(_, node)| is_it(node));
        let mut found: Vec<usize> = found.map(|(place, _)| place).collect();
        let is_second = |place: &usize| self.nodes.get(*place).is_some_and(|node| node.key.under.is_some());
        found.sort_by_key(is_second); // stable: then by place
        found
    }
}
