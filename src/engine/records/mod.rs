//! The nouns: what the user's files are turned into.

mod join;
mod pay;
mod people;
mod sales;
mod series;

use serde::{Deserialize, Serialize};

pub use join::{RepIndex, join_key};
pub use pay::{Absence, Credit, ExchangeRate, Objective, Payment};
pub use people::{Rep, RepId, Target};
pub use sales::{Account, Activity, Deal, ForecastCategory, Lead, Outcome, Product, Spend};
pub use series::{Point, When};

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

impl Dataset {
    /// The currency that all deals and reps are in, by its code; `None` if they name several, or a deal names none.
    pub fn only_currency(&self) -> Option<&str> {
        let first = self.deals.first().map(|deal| deal.currency.trim()).filter(|code| !code.is_empty())?;
        let of_reps = self.reps.iter().map(|rep| rep.currency.trim()).filter(|code| !code.is_empty());
        let mut codes = self.deals.iter().map(|deal| deal.currency.trim()).chain(of_reps);
        codes.all(|code| code.eq_ignore_ascii_case(first)).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_currency_is_told_from_several() {
        let check = |deals: &[&str], reps: &[&str], expected: Option<&str>| {
            let deal = |code: &&str| Deal { currency: (*code).into(), ..Deal::default() };
            let rep = |code: &&str| Rep { currency: (*code).into(), ..Rep::default() };
            let (reps, deals) = (reps.iter().map(rep).collect(), deals.iter().map(deal).collect());
            let dataset = Dataset { reps, deals, ..Dataset::default() };
            assert_eq!(dataset.only_currency(), expected);
        };
        check(&["EUR", "eur "], &["", "EUR"], Some("EUR"));
        check(&["EUR", ""], &[], None);
        check(&["EUR"], &["PLN"], None);
        check(&[], &["EUR"], None);
        check(&["", ""], &[], None);
    }
}
