//! What comes out: estimates with their intervals and how each came about, as data.

use serde::{Deserialize, Serialize};

use super::settings::{Feature, Method};
use crate::engine::records::RepId;
use crate::engine::units::Period;

/// Estimates of a fiscal year by one method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimates {
    /// By which.
    pub method: Method,
    /// The fiscal year.
    pub year: Period,
    /// Chance with which each interval is to hold what will be sold, a fraction.
    pub level: f64,
    /// By rep, in the order of the roster.
    pub estimates: Vec<Estimate>,
    /// What all of them have in common.
    pub model: Model,
    /// The largest accounts of account plans, the largest estimate first; [`MOST_ACCOUNTS`] at most.
    pub accounts: Vec<AccountLine>,
    /// What is to be known beside.
    pub notes: Vec<Note>,
}

/// Accounts that are listed at most.
pub const MOST_ACCOUNTS: usize = 1_000;

/// What a rep can be expected to sell in the year. Amounts are in the scenario's currency (or in units, for a unit
/// measure).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Whose.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// For a whole year; never negative.
    pub value: f64,
    /// Where the rep's sales are to lie with the chance of the level; `None` where the data is too little to say. The value
    /// may lie outside where a stated ratio makes it.
    pub interval: Option<Interval>,
    /// The same with a chance of 95 %.
    pub wide: Option<Interval>,
    /// How it came about.
    pub how: How,
}

/// From where to where, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How one estimate came about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// `w·own + (1 − w)·peer`
    Shrunk {
        /// Own mean a year; 0 without history.
        own: f64,
        /// The peers' mean a year.
        peer: f64,
        /// `w`, the weight of the own mean.
        weight: f64,
        /// Years or quarters of own history.
        n: u32,
    },
    /// `sales × (1 + growth)`
    Grown {
        /// Last year's sales, of a whole year.
        sales: f64,
        /// A fraction.
        growth: f64,
        /// Whether the growth is the rep's own.
        is_own: bool,
    },
    /// `base + whitespace × share`
    Accounts {
        /// Accounts that count to the rep.
        n_accounts: u32,
        /// Last year's sales to them, grown.
        base: f64,
        /// What they could buy beside.
        whitespace: f64,
    },
    /// `a·sales + b·(potential·share − sales)`
    Potential {
        /// Last year's sales, of a whole year.
        sales: f64,
        /// What the rep's accounts could buy.
        potential: f64,
    },
    /// The constant and each column's part; they sum to the value unless that would be negative.
    Regressed {
        /// The constant.
        constant: f64,
        /// Each column with the rep's number and `coefficient × number`.
        parts: Vec<(Feature, f64, f64)>,
    },
    /// `quota × ratio`
    Ratio {
        /// Last year's quota.
        quota: f64,
    },
    /// The peers' mean: nothing of the rep's own is known to the method.
    Peers,
}

/// What all estimates of a method have in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Shrinkage.
    Shrinkage {
        /// Variance between reps' true levels, a piece; by the method of moments, 0 at least.
        tau2: f64,
        /// Variance of one rep from piece to piece.
        sigma2: f64,
        /// Degrees of freedom behind `sigma2`.
        degrees: u32,
        /// Reps with history.
        n_reps: u32,
    },
    /// Growth.
    Growth {
        /// That of everyone together, last year over the year before; `None` with one year only.
        growth: Option<f64>,
        /// Variance of a rep's sales around it for each unit of the sales before; `None` for fewer than two pairs.
        scatter: Option<f64>,
        /// Pairs of a rep's years behind it.
        n_pairs: u32,
    },
    /// Account plans.
    Accounts {
        /// Accounts that count to somebody.
        n_accounts: u32,
        /// Sales of the year to accounts that nobody owns, or without an account.
        unplanned: f64,
    },
    /// Least squares: regression and potential.
    Fit(Fit),
    /// Quota ratio.
    Ratio {
        /// What last year's quota is multiplied by.
        ratio: f64,
        /// Mean attainment of last year.
        attainment: Option<f64>,
    },
    /// Even share.
    Even {
        /// The mean of last year's sales, of whole years.
        mean: f64,
    },
}

/// A linear model by least squares.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// The columns in order.
    pub columns: Vec<Column>,
    /// Rows: a rep's year with the year before it.
    pub n_rows: u32,
    /// Degrees of freedom: rows less columns that are used; 0 for stated coefficients.
    pub degrees: u32,
    /// Share of the variance that the model takes up, 0 to 1.
    pub r_squared: Option<f64>,
    /// Standard deviation of what it leaves.
    pub residual: f64,
}

/// A column of a linear model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// What it is.
    pub what: ColumnOf,
    /// Its coefficient; 0 for one that was dropped.
    pub coefficient: f64,
    /// Standard error of the coefficient, if there are degrees of freedom.
    pub error: Option<f64>,
    /// It says nothing that the columns before it do not say, and was dropped.
    pub is_dropped: bool,
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnOf {
    /// The constant.
    Constant,
    /// A feature.
    Feature(Feature),
    /// `a`: last year's sales.
    Sales,
    /// `b`: `potential·share − sales`.
    Headroom,
}

/// An account of an account plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountLine {
    /// The account's name, or id where it has none.
    pub account: String,
    /// Whose.
    pub rep: RepId,
    /// Last year's sales to it, by whomever, grown.
    pub base: f64,
    /// What it could buy, where known.
    pub potential: Option<f64>,
    /// The estimate.
    pub value: f64,
}

/// What is to be known beside the estimates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// Reps without history of their own, who are given the peers' mean.
    Peers {
        /// How many.
        n_reps: u32,
    },
    /// Reps who were not there for the whole of last year: their sales were made those of a whole year.
    Annualised {
        /// How many.
        n_reps: u32,
    },
    /// Reps who come after the first day of the year, or of whom there is no trace in the last year: they are left out.
    LeftOut {
        /// How many.
        n_reps: u32,
    },
    /// Columns that say nothing new and were dropped.
    Dropped {
        /// How many.
        n_columns: u32,
    },
    /// Estimates below nothing were made nothing.
    Floored {
        /// How many.
        n_reps: u32,
    },
    /// No growth is known, and none is counted: there is one year only, or nobody was there in two.
    NoGrowth,
    /// The last year has fewer months than twelve in the data.
    ShortYear {
        /// Its months from the first deal of the data to the last.
        n_months: u32,
    },
    /// Accounts state no owner: each counts to who sold to it last.
    OwnersBySales {
        /// How many.
        n_accounts: u32,
    },
    /// Accounts whose potential is not known: it counts as what was sold.
    PotentialUnknown {
        /// How many.
        n_accounts: u32,
    },
}

/// Why a method cannot say anything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EstimateError {
    /// A number of the settings cannot be used.
    Setting {
        /// Its name.
        field: String,
    },
    /// Nobody carries a quota in the year.
    NoReps,
    /// Nothing was sold in the year before.
    NoHistory,
    /// The method learns from more years than there are.
    TooFewYears {
        /// Fiscal years that it needs before the year.
        needed: u32,
        /// Fiscal years with sales.
        found: u32,
    },
    /// The method learns from more rep-years than there are.
    TooFewRows {
        /// Needed.
        needed: u32,
        /// There.
        found: u32,
    },
    /// No account says what it could buy.
    NoPotential,
    /// No deal names an account, and no account has an owner.
    NoAccounts,
    /// There are no quotas in the year before.
    NoQuotas,
}

impl Estimates {
    /// The sum of the values.
    pub fn total(&self) -> f64 {
        self.estimates.iter().map(|estimate| estimate.value).sum()
    }

    /// Whose sales are to lie where, of those of whom it can be said.
    pub fn intervals(&self) -> Vec<(RepId, f64, f64)> {
        let interval =
            |estimate: &Estimate| Some((estimate.rep.clone(), estimate.interval?.low, estimate.interval?.high));
        self.estimates.iter().filter_map(interval).collect()
    }
}
