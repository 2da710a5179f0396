//! Accruals by month, and what stands open by rep.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::account::{Balances, PayoutPeriod};
use crate::engine::records::RepId;
use crate::engine::units::{Money, Month};

/// One month of the accrual schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accrual {
    /// Which.
    pub month: Month,
    /// Expense of the month: earned in it, less what was taken back or forfeited, with guarantees and forgiven draws.
    pub earned: Money,
    /// Paid in the month.
    pub paid: Money,
    /// Expense to date less what was paid to date: a liability; an asset if negative (draws paid ahead of earnings).
    pub accrued: Money,
}

/// Expense and pay of each month from what was earned when (components and SPIFFs) and from the payout periods, whose other
/// amounts fall in their last month.
pub fn accruals<'a>(
    earned: impl Iterator<Item = &'a (Month, Money)>,
    periods: impl Iterator<Item = &'a PayoutPeriod>,
) -> Vec<Accrual> {
    let mut months: BTreeMap<Month, (Money, Money)> = BTreeMap::new();
    for (month, amount) in earned {
        months.entry(*month).or_default().0 += *amount;
    }
    for one in periods {
        let (expense, paid) = months.entry(one.period.end()).or_default();
        *expense += one.guaranteed + one.forgiven - one.forfeited - one.clawed_back;
        *paid += one.paid;
    }
    let mut accrued = Money::ZERO;
    let schedule = months.into_iter().map(|(month, (earned, paid))| {
        accrued += earned - paid;
        Accrual { month, earned, paid, accrued }
    });
    schedule.collect()
}

/// What stands open with a rep at the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Liability {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Last day, if gone.
    pub left: Option<NaiveDate>,
    /// The balances.
    pub balances: Balances,
    /// What is held, by the month of its release.
    pub releases: Vec<(Month, Money)>,
}
