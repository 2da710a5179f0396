//! The saved definition of quotas: a goal, how it is spread over the hierarchy, and what stands fixed.

mod apply;
mod check;
mod edit;
mod rule;

use serde::{Deserialize, Serialize};

pub use apply::{apply, apply_all};
pub use check::QuotaError;
pub use edit::{Edit, Fill, PastedRow, Refused};
pub use rule::{Bucket, BucketBy, Potential, Rule};

use crate::engine::comp::ProrateBy;
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Granularity, Month};

/// How a goal becomes quotas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct QuotaPlan {
    /// Name for people.
    pub name: String,
    /// Whether its quotas take the place of the data's targets of the same reps, months and measure.
    pub is_used: bool,
    /// First month of the fiscal year that it is for; if not set, the first fiscal year after the history.
    pub start: Option<Month>,
    /// What the quotas are of, as targets name it; empty for the main quota.
    pub measure: String,
    /// Roles that carry a quota; everyone without reports if empty.
    pub roles: Vec<String>,
    /// Segments whose reps carry a quota; all if empty.
    pub segments: Vec<String>,
    /// What the company is to sell.
    pub goal: Goal,
    /// Products that the quotas are split into, beside the whole: targets of these measures.
    pub products: Vec<ProductShare>,
    /// How the year spreads over its months.
    pub seasons: Seasons,
    /// How every node spreads what it has, unless the node says otherwise.
    pub rule: Rule,
    /// What is said of single nodes, in the order of their keys, one entry each.
    pub nodes: Vec<NodeChoice>,
    /// What is spread beyond the own number, by level from the company down, as fractions: `0.05` is 5 % more. Levels below
    /// the last stated spread what they have.
    pub over_assignment: Vec<Decimal>,
    /// Estimates of leaves for the year, in the order of the reps.
    pub bottom_up: Vec<LeafEstimate>,
    /// Weight of the bottom-up estimates in what is assigned: 0 is top-down alone, 1 bottom-up alone.
    pub blend: Decimal,
    /// Quotas of the year are multiples of it.
    pub step: Decimal,
    /// Quotas of months are multiples of it.
    pub month_step: Decimal,
    /// How much of a month in part counts.
    pub prorate: ProrateBy,
    /// Quota in the first months from hire on as fractions of the full one; as [`crate::engine::comp::Proration::ramp`].
    pub ramp: Vec<Decimal>,
    /// What becomes of quota that ramp, part years and relief take away.
    pub lost: Lost,
    /// Quota relief, in the order of the reps and months.
    pub relief: Vec<Relief>,
    /// Reps who change teams within the year.
    pub transfers: Vec<Transfer>,
    /// How long the periods of the targets are.
    pub length: Granularity,
    /// Whether managers get targets too: their teams' quotas.
    pub managers: bool,
}

impl Default for QuotaPlan {
    fn default() -> Self {
        Self {
            name: String::new(),
            is_used: false,
            start: None,
            measure: String::new(),
            roles: Vec::new(),
            segments: Vec::new(),
            goal: Goal::default(),
            products: Vec::new(),
            seasons: Seasons::default(),
            rule: Rule::default(),
            nodes: Vec::new(),
            over_assignment: Vec::new(),
            bottom_up: Vec::new(),
            blend: Decimal::ZERO,
            step: Decimal::ONE_THOUSAND,
            month_step: Decimal::ONE,
            prorate: ProrateBy::Nothing,
            ramp: Vec::new(),
            lost: Lost::default(),
            relief: Vec::new(),
            transfers: Vec::new(),
            length: Granularity::Month,
            managers: false,
        }
    }
}

/// A node of the hierarchy: the company (an empty rep), a manager with the team, or a rep.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NodeKey {
    /// The person; empty for the company.
    pub rep: RepId,
    /// Set where the rep stands in the team that he or she is transferred to: that team's manager.
    pub under: Option<RepId>,
}

impl NodeKey {
    /// The company.
    pub fn company() -> Self {
        Self::default()
    }

    /// A person in the own team.
    pub fn of(rep: RepId) -> Self {
        Self { rep, under: None }
    }

    /// Whether it is the company.
    pub fn is_company(&self) -> bool {
        self.rep.0.is_empty()
    }
}

/// What is said of one node.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NodeChoice {
    /// Which.
    pub node: NodeKey,
    /// Its quota of the year, whatever the rule says.
    pub fixed: Option<Decimal>,
    /// Its weight among its siblings, where the rule above is [`Rule::Weights`] or a bucket by weights; 1 if not set.
    pub weight: Option<Decimal>,
    /// How it spreads what it has.
    pub rule: Option<Rule>,
}

/// What the company is to sell in the year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// An amount.
    Amount {
        /// In the scenario's currency.
        amount: Decimal,
    },
    /// Growth on what was sold in the twelve months of history before the year.
    Growth {
        /// A fraction: `0.1` is 10 % more, `-0.05` 5 % less.
        growth: Decimal,
    },
    /// By period: 12 months or 4 quarters of the fiscal year. They are the seasons too; of quarters the months within
    /// are as [`QuotaPlan::seasons`] says.
    Periods {
        /// In the scenario's currency.
        amounts: Vec<Decimal>,
    },
}

impl Default for Goal {
    fn default() -> Self {
        Self::Amount { amount: Decimal::ZERO }
    }
}

/// A product's part of every quota.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ProductShare {
    /// The measure as targets name it.
    pub measure: String,
    /// Goal of the product in the scenario's currency; the others' goals beside it make the share.
    pub amount: Decimal,
}

/// How a year spreads over its months.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Seasons {
    /// A twelfth each.
    #[default]
    Even,
    /// The hockey stick: 20, 25 and 55 % of each quarter in its months.
    QuarterEnd,
    /// 20, 20, 20 and 40 % of the year in its quarters, even within.
    YearEnd,
    /// Estimated from the history.
    History,
    /// As stated: weights of 12 months or 4 quarters of the fiscal year.
    Entered {
        /// The weights.
        weights: Vec<Decimal>,
    },
}

/// What becomes of quota that ramp, part years and relief take away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lost {
    /// It is shown as assigned to nobody.
    #[default]
    Unassigned,
    /// The others get it: weights count only as far as a rep is there.
    Redistributed,
}

/// An estimate of what a leaf will sell in the year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct LeafEstimate {
    /// Who.
    pub rep: RepId,
    /// In the scenario's currency.
    pub amount: Decimal,
}

/// Quota that a rep is let off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relief {
    /// Who.
    pub rep: RepId,
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Which fraction of those months' quota is taken off.
    pub share: Decimal,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A rep who goes to another team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Who.
    pub rep: RepId,
    /// The manager of the team gone to; empty for none.
    pub to: RepId,
    /// First month there; the month before is the last in the own team.
    pub from: Month,
}
