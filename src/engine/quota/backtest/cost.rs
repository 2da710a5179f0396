//! What a year's quotas cost under a plan: the year's deals paid exactly, with these quotas as targets.

use std::collections::BTreeSet;

use super::BacktestInput;
use super::answer::RepYear;
use crate::engine::comp::{Measure, Plan, ReplayInput, replay};
use crate::engine::records::{Dataset, Deal, RepId, RepIndex, Target, join_key};
use crate::engine::units::{Decimal, Granularity, Money, Month, Period};

/// A year as it is paid.
pub(super) struct Payroll<'a> {
    input: &'a BacktestInput<'a>,
    plan: &'a Plan,
    /// The records without the quotas of those who are compared.
    dataset: Dataset,
    reps: BTreeSet<String>,
    n_kept: usize,
    first: Month,
    last: Month,
}

impl<'a> Payroll<'a> {
    /// Of the months from `first` to `last`, for those reps.
    pub(super) fn new(
        input: &'a BacktestInput<'a>,
        plan: &'a Plan,
        reps: impl Iterator<Item = RepId>,
        (first, last): (Month, Month),
    ) -> Self {
        let reps: BTreeSet<String> = reps.map(|rep| join_key(&rep.0)).collect();
        let from = input.dataset;
        let spreads = plan.components.iter().any(|component| component.measure == Measure::Revenue);
        let counts = |deal: &&Deal| {
            let month = deal.closed.map(Month::of);
            month.is_some_and(|month| (spreads || first <= month) && month <= last)
        };
        let index = RepIndex::new(&from.reps);
        let names = |rep: &RepId| {
            let listed = index.place(rep).and_then(|place| from.reps.get(place));
            reps.contains(&join_key(&listed.map_or(rep, |listed| &listed.id).0))
        };
        let stays = |target: &&Target| {
            let is_of_year = target.period.start <= last && first <= target.period.end();
            is_of_year && (!target.measure.trim().is_empty() || !names(&target.rep))
        };
        let targets: Vec<Target> = from.targets.iter().filter(stays).cloned().collect();
        let n_kept = targets.len();
        let dataset = Dataset {
            reps: from.reps.clone(),
            deals: from.deals.iter().filter(counts).cloned().collect(),
            accounts: from.accounts.clone(),
            products: from.products.clone(),
            targets,
            leads: Vec::new(),
            activities: from.activities.clone(),
            spend: Vec::new(),
            credits: from.credits.clone(),
            objectives: from.objectives.clone(),
            exchange_rates: from.exchange_rates.clone(),
            absences: from.absences.clone(),
            payments: Vec::new(),
        };
        Self { input, plan, dataset, reps, n_kept, first, last }
    }

    /// What the reps are paid with these quotas, which are for the months of the data.
    pub(super) fn cost(&mut self, reps: &[RepYear]) -> Money {
        let start = self.input.calendar.period(self.first, Granularity::Year).start;
        let n_months = f64::from(self.last.since(self.first) + 1);
        let target = |rep: &RepYear| {
            let amount = Decimal::try_from(rep.quota * 12.0 / n_months).unwrap_or_default();
            let amount = Money(amount).rounded(self.input.digits);
            let period = Period { start, length: Granularity::Year };
            Target { rep: rep.rep.clone(), period, amount, measure: String::new() }
        };
        self.dataset.targets.truncate(self.n_kept);
        self.dataset.targets.extend(reps.iter().map(target));
        let paid = replay(&ReplayInput {
            plan: self.plan,
            dataset: &self.dataset,
            calendar: self.input.calendar,
            first: self.first,
            last: self.last,
            digits: self.input.digits,
            currency: self.input.currency,
        });
        let is_compared = |rep: &RepId| self.reps.contains(&join_key(&rep.0));
        paid.statements.iter().filter(|statement| is_compared(&statement.rep)).map(|statement| statement.total).sum()
    }
}
