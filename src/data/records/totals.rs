//! What records come to, gathered as they pass.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::block::Block;
use super::names::Names;
use super::row::{Records, Row, Sink};
use super::sum::Sum;
use crate::data::roles::Kind;
use crate::engine::records::{Dataset, Outcome};
use crate::engine::units::{Decimal, Money, Month};

/// Deals of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeCount {
    /// Which.
    pub outcome: Outcome,
    /// The stage as the files name it.
    pub stage: String,
    /// How many.
    pub n_deals: usize,
    /// Their amounts, as far as stated.
    pub amount: Money,
}

/// What a dataset comes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// Reps, including those who are only named in deals or targets.
    pub n_reps: usize,
    /// Deals.
    pub n_deals: usize,
    /// Accounts.
    pub n_accounts: usize,
    /// Products.
    pub n_products: usize,
    /// Targets.
    pub n_targets: usize,
    /// Leads.
    pub n_leads: usize,
    /// Activities.
    pub n_activities: usize,
    /// Spends.
    pub n_spend: usize,
    /// Shares of deals.
    #[serde(default)]
    pub n_credits: usize,
    /// Results of objectives.
    #[serde(default)]
    pub n_objectives: usize,
    /// Exchange rates.
    #[serde(default)]
    pub n_exchange_rates: usize,
    /// Absences.
    #[serde(default)]
    pub n_absences: usize,
    /// Payments.
    #[serde(default)]
    pub n_payments: usize,
    /// Deals by outcome and stage.
    pub outcomes: Vec<OutcomeCount>,
    /// First and last month with a won deal.
    pub won_months: Option<(Month, Month)>,
    /// Quota of a year that the median rep with targets has.
    pub typical_quota: Option<Decimal>,
    /// Target incentive of a year that the median rep has.
    pub typical_incentive: Option<Decimal>,
    /// What the average seller wins in twelve months; `None` without a won deal.
    pub average_year: Option<Decimal>,
}

impl Totals {
    /// Of all records of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        let mut tally = Tally::default();
        dataset.hand_to(&mut tally);
        tally.finish()
    }
}

/// Gathers what records come to.
#[derive(Default)]
pub(super) struct Tally {
    n: [usize; Kind::ALL.len()],
    stages: Names,
    /// By stage: open, won, lost.
    amounts: Vec<[(usize, Sum); 3]>,
    won_days: Option<(NaiveDate, NaiveDate)>,
    /// Whom deals name.
    pub(super) deal_reps: Names,
    /// By whom they name: whether a deal was won.
    has_sold: Vec<bool>,
    sold: Sum,
    sold_days: Option<(NaiveDate, NaiveDate)>,
    /// Whom targets name.
    pub(super) target_reps: Names,
    /// By whom they name: the sum, and its months.
    quotas: Vec<(Sum, BTreeSet<Month>)>,
    /// Managers, owners, who did activities, and whom records of pay name.
    pub(super) others: [Names; 5],
    incentives: Vec<Decimal>,
    /// Room to work in: the numbers of a block's stages and reps.
    room: [Vec<u32>; 2],
}

impl Sink for Tally {
    fn begin(&mut self, kind: Kind) {
        match kind {
            Kind::Deals => {
                self.stages.begin();
                self.deal_reps.begin();
            }
            Kind::Targets => self.target_reps.begin(),
            _ => self.others.iter_mut().for_each(Names::begin),
        }
    }

    fn take(&mut self, kind: Kind, row: &Row<'_>) {
        if let Some(n) = self.n.get_mut(kind as usize) {
            *n += 1;
        }
        let [managers, owners, leads, activities, paid] = &mut self.others;
        match kind {
            Kind::Reps => {
                self.incentives.extend(row.numbers[1]);
                managers.number(row.texts[3]);
            }
            Kind::Deals => self.deal(row),
            Kind::Accounts => _ = owners.number(row.texts[5]),
            Kind::Targets => self.target(row),
            Kind::Leads => _ = leads.number(row.texts[1]),
            Kind::Activities => _ = activities.number(row.texts[0]),
            Kind::Credits => _ = paid.number(row.texts[1]),
            Kind::Objectives | Kind::Absences | Kind::Payments => _ = paid.number(row.texts[0]),
            Kind::Products | Kind::Spend | Kind::ExchangeRates | Kind::Unknown => {}
        }
    }

    fn take_block(&mut self, block: &Block<'_, '_>) {
        if let Some(n) = self.n.get_mut(Kind::Deals as usize) {
            *n += block.n();
        }
        let [mut stages, mut reps] = std::mem::take(&mut self.room);
        self.stages.number_all(&block.texts(4), block.n(), &mut stages);
        self.deal_reps.number_all(&block.texts(1), block.n(), &mut reps);
        let (amounts, closed) = (block.numbers(0), block.days(1));
        for (place, ((stage, rep), outcome)) in stages.iter().zip(&reps).zip(block.outcomes()).enumerate() {
            let amount = amounts.and_then(|amounts| amounts.get(place).copied()?);
            let closed = closed.and_then(|closed| closed.get(place).copied()?);
            self.add_deal(*stage as usize, *rep as usize, *outcome, amount, closed);
        }
        self.room = [stages, reps];
    }
}

impl Tally {
    /// How many records of a kind came.
    pub(super) fn n(&self, kind: Kind) -> usize {
        self.n.get(kind as usize).copied().unwrap_or(0)
    }

    fn deal(&mut self, row: &Row<'_>) {
        let [amount, ..] = row.numbers;
        let [_, rep, _, _, stage, ..] = row.texts;
        let [_, closed, _] = row.days;
        let (stage, rep) = (self.stages.number(stage), self.deal_reps.number(rep));
        self.add_deal(stage as usize, rep as usize, row.outcome, amount, closed);
    }

    /// A deal whose stage and rep have these numbers.
    #[inline]
    fn add_deal(
        &mut self,
        stage: usize,
        rep: usize,
        outcome: Outcome,
        amount: Option<Decimal>,
        closed: Option<NaiveDate>,
    ) {
        if self.amounts.len() <= stage {
            self.amounts.resize_with(stage + 1, Default::default);
        }
        if let Some((n, sum)) = self.amounts.get_mut(stage).and_then(|by| by.get_mut(outcome as usize)) {
            *n += 1;
            sum.add(amount);
        }
        if outcome != Outcome::Won {
            return;
        }
        widen(&mut self.won_days, closed);
        if self.deal_reps.get(rep as u32).is_empty() {
            return;
        }
        if self.has_sold.len() <= rep {
            self.has_sold.resize(rep + 1, false);
        }
        if let Some(has_sold) = self.has_sold.get_mut(rep) {
            *has_sold = true;
        }
        self.sold.add(amount);
        widen(&mut self.sold_days, closed);
    }

    fn target(&mut self, row: &Row<'_>) {
        let place = self.target_reps.number(row.texts[0]) as usize;
        while self.quotas.len() <= place {
            self.quotas.push((Sum::default(), BTreeSet::new()));
        }
        if !row.texts[1].text.is_empty() {
            return; // a quota of something else
        }
        if let Some((sum, months)) = self.quotas.get_mut(place) {
            sum.add(row.numbers[0]);
            months.extend(row.period.iter().flat_map(|period| period.months()));
        }
    }

    pub(super) fn finish(self) -> Totals {
        let [n_reps, n_deals, n_accounts, n_products, n_targets, n_leads, n_activities, n_spend, rest @ ..] = self.n;
        let [n_credits, n_objectives, n_exchange_rates, n_absences, n_payments] = rest;
        Totals {
            n_reps,
            n_deals,
            n_accounts,
            n_products,
            n_targets,
            n_leads,
            n_activities,
            n_spend,
            n_credits,
            n_objectives,
            n_exchange_rates,
            n_absences,
            n_payments,
            outcomes: self.outcomes(),
            won_months: self.won_days.map(|(first, last)| (Month::of(first), Month::of(last))),
            typical_quota: self.typical_quota(),
            average_year: self.average_year(),
            typical_incentive: median(self.incentives),
        }
    }

    fn outcomes(&self) -> Vec<OutcomeCount> {
        let mut counts = BTreeMap::new();
        for (stage, by_outcome) in self.stages.iter().zip(&self.amounts) {
            for (outcome, (n, sum)) in [Outcome::Open, Outcome::Won, Outcome::Lost].into_iter().zip(by_outcome) {
                if 0 < *n {
                    counts.insert((outcome, stage), (*n, sum.total()));
                }
            }
        }
        let count = |((outcome, stage), (n_deals, amount)): ((Outcome, &str), (usize, Decimal))| OutcomeCount {
            outcome,
            stage: stage.to_owned(),
            n_deals,
            amount: Money(amount),
        };
        counts.into_iter().map(count).collect()
    }

    fn typical_quota(&self) -> Option<Decimal> {
        let reps = self
            .target_reps
            .iter()
            .zip(&self.quotas)
            .filter(|(rep, (_, months))| !rep.is_empty() && !months.is_empty());
        let year = |(_, (sum, months)): (&str, &(Sum, BTreeSet<Month>))| {
            sum.total().checked_mul(Decimal::from(12))?.checked_div(Decimal::from(months.len()))
        };
        median(reps.filter_map(year).collect()).map(|quota| quota.round_sf(3).unwrap_or(quota).normalize())
    }

    fn average_year(&self) -> Option<Decimal> {
        let (first, last) = self.sold_days?;
        let n_months = Month::of(last).since(Month::of(first)) + 1;
        let sellers = self.deal_reps.iter().zip(&self.has_sold).filter(|(_, has_sold)| **has_sold);
        let sellers: BTreeSet<String> = sellers.map(|(rep, _)| rep.to_lowercase()).collect();
        let year = self.sold.total().checked_mul(Decimal::from(12))?.checked_div(Decimal::from(n_months))?;
        year.checked_div(Decimal::from(sellers.len())).filter(|average| Decimal::ZERO < *average)
    }
}

fn widen(days: &mut Option<(NaiveDate, NaiveDate)>, day: Option<NaiveDate>) {
    if let Some(day) = day {
        *days = Some(days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }
}

/// The middle value, the lower of two.
fn median(mut values: Vec<Decimal>) -> Option<Decimal> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}
