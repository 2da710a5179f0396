//! What a user decides about estimates: the method, and the numbers that it asks for.

use serde::{Deserialize, Serialize};

use super::EstimateError;

/// How a rep's year is estimated from the years before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Own history drawn to the peers' as far as chance explains it (empirical Bayes).
    #[default]
    Shrinkage,
    /// Last year's sales, grown.
    Growth,
    /// The sum over owned accounts of last year's sales and a share of what is still to be sold there.
    AccountPlans,
    /// `a·sales + b·(potential·share − sales)`, `a` and `b` from the years before.
    Potential,
    /// A linear model of what territories are like.
    Regression,
    /// Last year's quota times a ratio.
    QuotaRatio,
    /// The same for everyone.
    Even,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 7] = [
        Self::Shrinkage,
        Self::Growth,
        Self::AccountPlans,
        Self::Potential,
        Self::Regression,
        Self::QuotaRatio,
        Self::Even,
    ];

    /// Its name in files and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shrinkage => "shrinkage",
            Self::Growth => "growth",
            Self::AccountPlans => "account_plans",
            Self::Potential => "potential",
            Self::Regression => "regression",
            Self::QuotaRatio => "quota_ratio",
            Self::Even => "even",
        }
    }
}

/// Where a growth rate comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GrowthFrom {
    /// That of the peers together, last year over the year before; nobody's own year is taken for a rule.
    #[default]
    Peers,
    /// The rep's own, last year over the year before.
    Own,
    /// Stated, a fraction: 0.1 is 10 % more.
    Stated(f64),
}

/// Who are a rep's peers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PeersBy {
    /// Everyone.
    #[default]
    Everyone,
    /// Those of the same role.
    Role,
    /// Those of the same region.
    Region,
    /// Those of the same segment.
    Segment,
    /// Those of the same manager.
    Manager,
}

/// What says how much an account could buy in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PotentialOf {
    /// Nothing does.
    #[default]
    Nothing,
    /// The account's revenue.
    Revenue,
    /// The account's employees.
    Employees,
}

/// What a history is cut into for shrinkage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pieces {
    /// Fiscal quarters, the season of the whole team taken out.
    #[default]
    Quarters,
    /// Fiscal years.
    Years,
}

/// A feature of a territory, as it is known at the first day of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// Sales of the year before, of a whole year.
    PriorSales,
    /// Accounts sold to in the year before.
    Accounts,
    /// Potential of the accounts owned.
    Potential,
    /// Years since hire, or since the first deal where that is not known.
    Tenure,
    /// Deals that were open.
    Pipeline,
}

impl Feature {
    /// Every feature.
    pub const ALL: [Self; 5] = [Self::PriorSales, Self::Accounts, Self::Potential, Self::Tenure, Self::Pipeline];
}

/// The numbers that methods ask for. Those that a method does not use are left aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct EstimateSettings {
    /// Chance with which an interval is to hold what will be sold, a fraction: 0.8.
    pub level: f64,
    /// Fiscal years before the year that count, at most.
    pub n_years: u32,
    /// Who are a rep's peers.
    pub peers: PeersBy,
    /// Where growth comes from (growth; account plans: of the base).
    pub growth: GrowthFrom,
    /// What says how much an account could buy (account plans, potential, regression).
    pub potential: PotentialOf,
    /// What one unit of it is worth as potential, in currency: 0.05 of an account's revenue, or 400 an employee.
    pub potential_per_unit: f64,
    /// The share that is to be won: of the whitespace in account plans, of the potential in the potential method; a
    /// fraction.
    pub share: f64,
    /// `a` and `b` of the potential method, if they are stated.
    pub potential_weights: Option<(f64, f64)>,
    /// The regression's columns beside the constant.
    pub features: Vec<Feature>,
    /// What shrinkage cuts history into.
    pub pieces: Pieces,
    /// Whether shrinkage brings earlier years to the level of the last by the growth of those who were there in both.
    pub is_levelled: bool,
    /// Last year's quota times this (quota ratio).
    pub quota_ratio: f64,
}

impl Default for EstimateSettings {
    fn default() -> Self {
        Self {
            level: 0.8,
            n_years: 5,
            peers: PeersBy::default(),
            growth: GrowthFrom::default(),
            potential: PotentialOf::default(),
            potential_per_unit: 0.05,
            share: 0.1,
            potential_weights: None,
            features: vec![Feature::PriorSales],
            pieces: Pieces::default(),
            is_levelled: true,
            quota_ratio: 1.1,
        }
    }
}

impl EstimateSettings {
    /// The first number that cannot be used.
    pub(in crate::engine::quota) fn error(&self) -> Option<EstimateError> {
        let lies = |number: f64, low: f64, high: f64| low <= number && number <= high; // false for what is no number
        let growth = if let GrowthFrom::Stated(growth) = self.growth { growth } else { 0.0 };
        let (a, b) = self.potential_weights.unwrap_or_default();
        let checks = [
            ("level", 0.01 <= self.level && self.level <= 0.999),
            ("n_years", (1..=50).contains(&self.n_years)),
            ("growth", lies(growth, -1.0, 100.0)),
            ("potential_per_unit", lies(self.potential_per_unit, 0.0, 1e12)),
            ("share", lies(self.share, 0.0, 1.0)),
            ("potential_weights", lies(a, -1e6, 1e6) && lies(b, -1e6, 1e6)),
            ("quota_ratio", lies(self.quota_ratio, 0.0, 1_000.0)),
        ];
        checks
            .iter()
            .find(|(_, is_usable)| !is_usable)
            .map(|(field, _)| EstimateError::Setting { field: (*field).into() })
    }
}
