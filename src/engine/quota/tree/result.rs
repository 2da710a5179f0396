//! What a spread comes to: each node's number with how it came about, months, and what is to be known.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::number::Unit;
use super::pass::Passed;
use super::{GroundFault, Shape};
use crate::engine::quota::plan::{BucketBy, NodeKey, Potential, QuotaError};
use crate::engine::units::{Decimal, Month};

/// A goal that was spread over a tree. Places are those of the tree's nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// What is to be known, of tree and plan.
    pub findings: Vec<Finding>,
    /// Over-assignment by level, from the company down; none where nothing is over-assigned.
    pub over: Vec<OverLevel>,
    /// The goal by month of the year.
    pub goal_months: Vec<Decimal>,
    /// What is assigned by month of the year, of all leaves.
    pub months: Vec<Decimal>,
    pub(super) shape: Arc<Shape>,
    pub(super) unit: Unit,
    /// In units.
    pub(super) step: i128,
    pub(super) month_step: i128,
    /// By month of the year; they add up to twelve times the scale of factors.
    pub(super) seasons: [i64; 12],
    /// What shown weights are multiplied by.
    pub(super) weight_scale: i128,
    pub(super) root: Origin,
    pub(super) fixed: Vec<Option<i128>>,
    pub(super) top_down: Vec<i128>,
    pub(super) carried: Vec<i128>,
    /// The estimates with four decimals, and how many leaves have none; none without any.
    pub(super) estimates: Option<Estimates>,
    pub(super) blend: Decimal,
    /// The pass that decided.
    pub(super) passed: Passed,
}

/// Bottom-up estimates rolled up.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Estimates {
    /// As they were entered, of whole years.
    pub(super) entered: Vec<i128>,
    /// As they are held against quotas: of the part of the year where quotas are.
    pub(super) sums: Vec<i128>,
    pub(super) n_without: Vec<u32>,
    /// Top-down numbers that stand in for estimates that are not there, rolled up, in units.
    pub(super) stand_ins: Vec<i128>,
}

/// A node's numbers of the year, in the scenario's currency.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NodeRow {
    /// Its quota, before ramp, part years and relief take from it.
    pub amount: Decimal,
    /// What is carried after ramp, part years and relief: of a leaf its quota, of another all of those below.
    pub carried: Decimal,
    /// What the top-down rules alone give it.
    pub top_down: Decimal,
    /// Its bottom-up estimate: of a leaf as entered, of another all of those below; where lost quota goes to others, each for
    /// the part of the year that its leaf carries. None without any.
    pub bottom_up: Option<Decimal>,
    /// Leaves at and below without an estimate, where others have one.
    pub n_without: u32,
    /// Top-down less bottom-up, where the top-down numbers of leaves without an estimate stand in: what must be decided on.
    /// Where lost quota goes to others, the estimate of a leaf counts for the part of the year that it carries.
    pub gap: Option<Decimal>,
    /// What it spreads over its children: its quota with over-assignment. 0 for a leaf.
    pub to_spread: Decimal,
    /// What of that no child has: the children's quotas and this add up to what it spreads. Below 0 where fixed values are
    /// more than there is.
    pub open: Decimal,
    /// Sales of the twelve months before.
    pub prior: Decimal,
    /// How the quota came about.
    pub origin: Origin,
}

/// How a number came about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// It is the goal.
    #[default]
    Goal,
    /// It is the goal: growth on what was sold before.
    GrowthGoal {
        /// What was sold.
        prior: Decimal,
        /// A fraction.
        growth: Decimal,
    },
    /// The goal and the estimates below, weighted.
    BlendedGoal {
        /// The goal.
        goal: Decimal,
        /// The sum of the estimates.
        bottom_up: Decimal,
        /// Weight of the estimates.
        blend: Decimal,
    },
    /// It was entered or locked.
    Fixed,
    /// A share of what the node above spreads.
    Share {
        /// By which rule.
        rule: RuleUsed,
        /// This one's weight; with [`RuleUsed::Even`] 1.
        weight: Decimal,
        /// The weights of all that are not fixed.
        of: Decimal,
        /// How many are not fixed.
        n: u32,
        /// What the node above spreads.
        whole: Decimal,
        /// What of it is fixed elsewhere.
        fixed: Decimal,
        /// The share before rounding, to 4 decimals.
        exact: Decimal,
        /// The step that it was rounded to.
        step: Decimal,
        /// What of it is less than a step: the remainder that is no multiple of the step goes to the largest share.
        odd: Decimal,
        /// Weight of the bottom-up estimates; 0 where the rule alone decides.
        blend: Decimal,
    },
}

/// The rule by which a share was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleUsed {
    /// The same to each.
    Even,
    /// The same to each, because all weights are 0.
    EvenForLackOfWeights,
    /// By stated weights.
    Weights,
    /// By prior sales.
    PriorSales,
    /// By the potential of accounts.
    Potential {
        /// What of them.
        by: Potential,
    },
    /// By the number of reps.
    Headcount,
    /// By bottom-up estimates.
    BottomUp,
    /// In a bucket.
    Bucket {
        /// Its name.
        name: String,
        /// What the bucket has for those who are not fixed.
        amount: Decimal,
        /// How it is spread within.
        by: BucketBy,
    },
    /// In no bucket: nothing.
    NoBucket,
}

/// Over-assignment of one level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OverLevel {
    /// The level that spreads: 0 for the company.
    pub level: u32,
    /// What it spreads beyond its number, a fraction.
    pub own: Decimal,
    /// What the levels down to here come to together: the product of `1 + own`, less 1.
    pub compound: Decimal,
}

/// A month of a node.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthRow {
    /// Which.
    pub month: Month,
    /// The quota.
    pub amount: Decimal,
    /// The month's index of the season, 1 on the average.
    pub season: Decimal,
    /// How much of the month the rep is there and in the team; of a node that is no leaf 1.
    pub presence: Decimal,
    /// The ramp's fraction; of a node that is no leaf 1.
    pub ramp: Decimal,
    /// Which fraction relief takes off; of a node that is no leaf 0.
    pub relief: Decimal,
}

/// Something to know or to decide on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The hierarchy of the records is not whole.
    Hierarchy(GroundFault),
    /// Nobody carries a quota: the goal has nowhere to go.
    EmptyTeam,
    /// A manager of nobody who carries a quota in the year: left out.
    ManagerOfNobody {
        /// Who.
        who: String,
    },
    /// People who left before the year or come after it: left out.
    NotThere {
        /// How many.
        n: u32,
    },
    /// No history of sales before the year, and something is asked of it.
    NoHistory,
    /// More is fixed below a node than it spreads.
    TooMuchFixed {
        /// Which.
        node: NodeKey,
        /// By how much.
        by: Decimal,
    },
    /// Everyone below a node is fixed, and something is left.
    NotAllSpread {
        /// Which.
        node: NodeKey,
        /// How much.
        left: Decimal,
    },
    /// All weights below a node are 0, those of whole years too: it was spread evenly.
    ZeroWeights {
        /// Which.
        node: NodeKey,
    },
    /// Weights below 0, as of prior sales, count as 0.
    NegativeWeights {
        /// Whose children.
        node: NodeKey,
        /// How many.
        n: u32,
    },
    /// Children in no bucket get nothing.
    NoBucket {
        /// Whose children.
        node: NodeKey,
        /// How many.
        n: u32,
    },
    /// What ramp, part years and relief take away is assigned to nobody.
    LostQuota {
        /// How much, of all leaves.
        amount: Decimal,
    },
    /// Leaves without a bottom-up estimate, where others have one: their top-down number stands in.
    NoEstimate {
        /// How many.
        n: u32,
    },
    /// Choices, estimates, relief or transfers of people who are not in the tree: they do nothing.
    UnknownPeople {
        /// The first few names.
        names: Vec<String>,
        /// How many.
        n: u32,
    },
    /// Relief on a fixed quota only moves it to other months.
    ReliefOnFixed {
        /// Who.
        who: String,
    },
    /// A quota that no month can carry, because the rep is not there in any: it is spread as the seasons say.
    NoMonths {
        /// Who.
        who: String,
    },
    /// The goal is no multiple of the step: the remainder goes down with the largest shares.
    OddGoal {
        /// The remainder.
        remainder: Decimal,
    },
    /// The plan breaks a rule, and was worked with as far as it goes.
    BadPlan(QuotaError),
}
