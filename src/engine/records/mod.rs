//! The nouns: what the user's files are turned into.

mod join;
mod pay;
mod people;
mod sales;

use serde::{Deserialize, Serialize};

pub use join::{RepIndex, join_key};
pub use pay::{Absence, Credit, ExchangeRate, Objective, Payment};
pub use people::{Rep, RepId, Target};
pub use sales::{Account, Activity, Deal, Lead, Outcome, Product, Spend};

/// Everything that was imported, each kind in the order of its files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// The sales force.
    pub reps: Vec<Rep>,
    /// Opportunities, open and closed.
    pub deals: Vec<Deal>,
    /// Customers and prospects.
    pub accounts: Vec<Account>,
    /// What is sold.
    pub products: Vec<Product>,
    /// Quotas, by rep and period.
    pub targets: Vec<Target>,
    /// Leads.
    pub leads: Vec<Lead>,
    /// Calls, e-mails, meetings.
    pub activities: Vec<Activity>,
    /// Marketing and sales spend.
    pub spend: Vec<Spend>,
    /// Who shares a deal.
    #[serde(default)]
    pub credits: Vec<Credit>,
    /// Results of objectives.
    #[serde(default)]
    pub objectives: Vec<Objective>,
    /// Exchange rates.
    #[serde(default)]
    pub exchange_rates: Vec<ExchangeRate>,
    /// Leave.
    #[serde(default)]
    pub absences: Vec<Absence>,
    /// What was paid already.
    #[serde(default)]
    pub payments: Vec<Payment>,
}
