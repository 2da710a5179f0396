//! Edits of a quota plan, as data.

use serde::{Deserialize, Serialize};

use super::{Goal, LeafEstimate, Lost, NodeKey, ProductShare, Relief, Rule, Seasons, Transfer};
use crate::engine::comp::ProrateBy;
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Granularity, Month};

/// A change of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Another goal.
    SetGoal(Goal),
    /// A fixed value at a node; the company's is the goal.
    SetValue {
        /// Which.
        node: NodeKey,
        /// Quota of the year.
        amount: Decimal,
    },
    /// Fixes a node at what it has.
    Lock {
        /// Which.
        node: NodeKey,
        /// What it has.
        amount: Decimal,
    },
    /// Lets the rule above decide again.
    Unlock {
        /// Which.
        node: NodeKey,
    },
    /// Lets the rules decide everywhere.
    UnlockAll,
    /// How a node spreads; as the plan does if none.
    SetRule {
        /// Which.
        node: NodeKey,
        /// How.
        rule: Option<Rule>,
    },
    /// How every node spreads that says nothing else.
    SetDefaultRule(Rule),
    /// A node's weight among its siblings; 1 if none.
    SetWeight {
        /// Which.
        node: NodeKey,
        /// The weight.
        weight: Option<Decimal>,
    },
    /// The same for several nodes.
    Fill {
        /// Which.
        nodes: Vec<NodeKey>,
        /// What.
        with: Fill,
    },
    /// Rows of a spreadsheet, as fixed values: by name at and below the node; without names the rows from the node on, in
    /// the order of the table.
    Paste {
        /// Where.
        node: NodeKey,
        /// What.
        rows: Vec<PastedRow>,
    },
    /// Over-assignment by level.
    SetOver(Vec<Decimal>),
    /// Bottom-up estimates of leaves, in the place of all before.
    SetBottomUp(Vec<LeafEstimate>),
    /// A bottom-up estimate of one leaf; none takes it away.
    SetEstimate {
        /// Who.
        rep: RepId,
        /// In the scenario's currency.
        amount: Option<Decimal>,
    },
    /// The weight of bottom-up.
    SetBlend(Decimal),
    /// Rounding of the year's quotas.
    SetStep(Decimal),
    /// Rounding of the months.
    SetMonthStep(Decimal),
    /// How the year spreads over months.
    SetSeasons(Seasons),
    /// How part years count.
    SetProration {
        /// How much of a month in part counts.
        by: ProrateBy,
        /// Fractions from hire on.
        ramp: Vec<Decimal>,
    },
    /// What becomes of quota that is taken away.
    SetLost(Lost),
    /// Lets a rep off. Another of the same rep and months takes its place.
    Relief(Relief),
    /// Takes relief back.
    DropRelief {
        /// Whose.
        rep: RepId,
        /// From which month on.
        from: Month,
    },
    /// A rep goes to another team. Another of the same rep takes its place.
    Transfer(Transfer),
    /// Takes a transfer back.
    DropTransfer {
        /// Whose.
        rep: RepId,
    },
    /// Products and their goals.
    SetProducts(Vec<ProductShare>),
    /// Which reps carry a quota.
    SetScope {
        /// Roles; all if empty.
        roles: Vec<String>,
        /// Segments; all if empty.
        segments: Vec<String>,
    },
    /// First month of the year.
    SetStart(Option<Month>),
    /// What targets are written.
    SetTargets {
        /// How long their periods are.
        length: Granularity,
        /// What they are of.
        measure: String,
        /// Whether managers get them too.
        managers: bool,
    },
    /// Whether the quotas are used.
    Use(bool),
    /// Another name.
    Rename(String),
}

/// What several nodes are filled with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fill {
    /// A fixed value each.
    Value(Decimal),
    /// A rule each; the plan's if none.
    Rule(Option<Rule>),
    /// A weight each; 1 if none.
    Weight(Option<Decimal>),
    /// No fixed value.
    Unlocked,
}

/// A row of a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PastedRow {
    /// Name or id; empty if the rows have none.
    pub who: String,
    /// Quota of the year; none lets the rule decide.
    pub amount: Option<Decimal>,
}

/// What of an edit was left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// The tree has no such node.
    UnknownNode {
        /// What was named.
        who: String,
    },
    /// The name fits several nodes there.
    Ambiguous {
        /// What was named.
        who: String,
    },
    /// More rows than nodes from there on.
    TooManyRows {
        /// How many were left over.
        n: usize,
    },
    /// A number that is negative where it may not be, or too large.
    BadNumber {
        /// Which.
        number: Decimal,
    },
    /// The company's number is the goal, which is never left to a rule.
    CompanyIsGoal,
}
