//! What pay needs beside deals: shared deals, objectives, exchange rates, leave, and what was paid before.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::RepId;
use crate::engine::units::{Decimal, Money, Period};

/// A rep's share of a deal: split, overlay, double credit. Shares of a deal may add up to more than 1. A deal with
/// credits is credited to them alone, not to its owner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Credit {
    /// The deal's id.
    pub deal: String,
    /// Who is credited.
    pub rep: RepId,
    /// A fraction of the deal: `0.5` is half.
    pub share: Decimal,
    /// Part in the sale as the file names it, such as overlay or partner; empty if unknown.
    pub role: String,
}

/// The result of an objective (MBO, KSO, scorecard line).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    /// Whose.
    pub rep: RepId,
    /// For which months.
    pub period: Period,
    /// What it is called.
    pub name: String,
    /// What was reached, a fraction: 1 is all of it.
    pub result: Decimal,
    /// Its weight among the rep's objectives of the period; 1 where the file states none.
    pub weight: Decimal,
}

/// What a currency is worth from a day on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExchangeRate {
    /// ISO code.
    pub currency: String,
    /// From which day on; open if none.
    pub day: Option<NaiveDate>,
    /// One unit of it in the scenario's currency.
    pub rate: Decimal,
}

/// Days on which a rep is not there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Absence {
    /// Who.
    pub rep: RepId,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day; still away if none.
    pub to: Option<NaiveDate>,
}

/// What was paid for a period before: the base of adjustments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Payment {
    /// To whom.
    pub rep: RepId,
    /// For which period.
    pub period: Period,
    /// Incentive pay.
    pub amount: Money,
}
