//! What is sold, to whom, and what was done for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::RepId;
use crate::engine::units::{Decimal, Money};

/// How an opportunity stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not decided yet.
    #[default]
    Open,
    /// Won.
    Won,
    /// Lost, or closed for another reason.
    Lost,
}

/// What a forecaster says of a deal, in the words of Salesforce and `HubSpot`, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForecastCategory {
    /// Left out of the forecast.
    Omitted,
    /// In the pipeline, no more.
    Pipeline,
    /// May be won if all goes well.
    BestCase,
    /// Will more likely be won than not.
    MostLikely,
    /// Will be won.
    Commit,
    /// Closed, won or lost.
    Closed,
}

impl ForecastCategory {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Omitted, Self::Pipeline, Self::BestCase, Self::MostLikely, Self::Commit, Self::Closed];

    /// Its name as Salesforce writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Omitted => "Omitted",
            Self::Pipeline => "Pipeline",
            Self::BestCase => "Best Case",
            Self::MostLikely => "Most Likely",
            Self::Commit => "Commit",
            Self::Closed => "Closed",
        }
    }
}

/// An opportunity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deal {
    /// Its id, or one made of its file and row.
    pub id: String,
    /// Who owns it; empty if nobody.
    pub rep: RepId,
    /// The account's name or id; empty if unknown.
    pub account: String,
    /// The product's name or id; empty if unknown.
    pub product: String,
    /// Stage as the file names it.
    pub stage: String,
    /// Won, lost or open.
    pub outcome: Outcome,
    /// Value; `None` where the file leaves it empty.
    pub amount: Option<Money>,
    /// Gross margin, if known.
    pub margin: Option<Money>,
    /// Units, if known.
    pub units: Option<Decimal>,
    /// Day it was created or first worked on.
    pub created: Option<NaiveDate>,
    /// Day it was closed, or is expected to close.
    pub closed: Option<NaiveDate>,
    /// Segment, if the file has one.
    pub segment: String,
    /// Region, if the file has one.
    pub region: String,
    /// Lead source, if the file has one.
    pub source: String,
    /// New business, renewal, expansion, as the file names it; empty if unknown.
    pub kind: String,
    /// ISO code of the currency that amount and margin are in; empty for the scenario's.
    pub currency: String,
    /// Months of the contract, if known.
    pub term_months: Option<Decimal>,
    /// Day it was cancelled, if it was.
    pub cancelled: Option<NaiveDate>,
    /// What its forecaster says of it, if the file states it.
    pub forecast_category: Option<ForecastCategory>,
}

/// A customer or prospect.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Account {
    /// Key that deals name.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Industry; empty if unknown.
    pub industry: String,
    /// Region, country or office; empty if unknown.
    pub region: String,
    /// Segment; empty if unknown.
    pub segment: String,
    /// Owner; empty if nobody.
    pub owner: RepId,
    /// Revenue a year, as the file states it (its unit is the file's).
    pub revenue: Option<Money>,
    /// Employees.
    pub employees: Option<Decimal>,
}

/// Something sold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Product {
    /// Key that deals name.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Family or series; empty if unknown.
    pub family: String,
    /// List price.
    pub price: Option<Money>,
}

/// A lead on its way to an opportunity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lead {
    /// Its id.
    pub id: String,
    /// Who works on it.
    pub owner: RepId,
    /// Where it came from.
    pub source: String,
    /// Status as the file names it.
    pub status: String,
    /// Day it arrived.
    pub created: Option<NaiveDate>,
    /// Day it became an opportunity.
    pub converted: Option<NaiveDate>,
}

/// A call, an e-mail, a meeting, or a count of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Activity {
    /// Who did it.
    pub rep: RepId,
    /// On which day.
    pub day: Option<NaiveDate>,
    /// Kind as the file names it.
    pub kind: String,
    /// How many; one where the file has a row an activity.
    pub count: Decimal,
}

/// Money spent to win customers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spend {
    /// Day or first day of the month.
    pub day: Option<NaiveDate>,
    /// Channel or campaign.
    pub channel: String,
    /// Amount.
    pub amount: Money,
}
