//! One row to one record, cell by cell.

use std::collections::BTreeMap;

use super::cells::Cells;
use crate::data::issue::{Issue, IssueKind};
use crate::data::join::key;
use crate::data::records::outcome::outcome_of;
use crate::data::roles::{Field, Kind, Mapping};
use crate::data::table::Table;
use crate::data::values::{parse_bool, parse_forecast_category};
use crate::engine::records::{
    Absence, Account, Activity, Credit, Dataset, Deal, ExchangeRate, ForecastCategory, Lead, Objective, Outcome,
    Payment, Product, Rep, RepId, Spend, Target,
};
use crate::engine::units::Decimal;

/// Reads the rows of one table in order.
pub(in crate::data::records::tests) struct Rows<'a> {
    cells: Cells<'a>,
    kind: Kind,
    /// Keys seen, with the line each stood on first.
    seen: BTreeMap<String, u64>,
}

impl<'a> Rows<'a> {
    pub(in crate::data::records::tests) fn new(table: &'a Table, mapping: &Mapping) -> Self {
        Self { cells: Cells::new(table, mapping), kind: mapping.kind, seen: BTreeMap::new() }
    }

    /// Adds the row's record to the dataset, or says why it cannot.
    pub(in crate::data::records::tests) fn take(&mut self, row: usize, dataset: &mut Dataset) -> Result<(), Issue> {
        match self.kind {
            Kind::Reps => dataset.reps.push(self.rep(row)?),
            Kind::Deals => dataset.deals.push(self.deal(row)?),
            Kind::Accounts => dataset.accounts.push(self.account(row)?),
            Kind::Products => dataset.products.push(self.product(row)?),
            Kind::Targets => dataset.targets.push(self.target(row)?),
            Kind::Leads => dataset.leads.push(self.lead(row)?),
            Kind::Activities => dataset.activities.push(self.activity(row)?),
            Kind::Spend => dataset.spend.push(self.spend(row)?),
            Kind::Credits => dataset.credits.push(self.credit(row)?),
            Kind::Objectives => dataset.objectives.push(self.objective(row)?),
            Kind::ExchangeRates => dataset.exchange_rates.push(self.rate(row)?),
            Kind::Absences => dataset.absences.push(self.absence(row)?),
            Kind::Payments => dataset.payments.push(self.payment(row)?),
            Kind::Unknown => return Err(self.cells.issue(row, Field::Id, IssueKind::UnknownKind)),
        }
        Ok(())
    }

    /// Id and name, each standing in for the other; a row with neither, or with a key seen before, is no record.
    fn id_and_name(&mut self, row: usize) -> Result<(String, String), Issue> {
        let (id, name) = (self.cells.string(row, Field::Id), self.cells.string(row, Field::Name));
        let field = if self.cells.has(Field::Id) { Field::Id } else { Field::Name };
        let (id, name) = match (id.is_empty(), name.is_empty()) {
            (true, true) => return Err(self.cells.issue(row, field, IssueKind::Missing)),
            (true, false) => (name.clone(), name),
            (false, true) => (id.clone(), id),
            (false, false) => (id, name),
        };
        if crate::data::values::is_error_value(&id) {
            return Err(self.cells.issue(row, field, IssueKind::ErrorCell));
        }
        self.unique(row, field, &id)?;
        Ok((id, name))
    }

    fn unique(&mut self, row: usize, field: Field, id: &str) -> Result<(), Issue> {
        let line = self.cells.table.line(row);
        match self.seen.insert(key(id), line) {
            Some(first_row) => {
                self.seen.insert(key(id), first_row);
                Err(self.cells.issue(row, field, IssueKind::Duplicate { first_row }))
            }
            None => Ok(()),
        }
    }

    fn rep(&mut self, row: usize) -> Result<Rep, Issue> {
        let (left, hired) = (self.cells.day(row, Field::Left)?, self.cells.day(row, Field::Hired)?);
        let base_salary = self.cells.money(row, Field::BaseSalary)?;
        let target_incentive = self.cells.money(row, Field::TargetIncentive)?;
        let (id, name) = self.id_and_name(row)?;
        let text = |field| self.cells.string(row, field);
        Ok(Rep {
            id: RepId(id),
            name,
            role: text(Field::Role),
            manager: text(Field::Manager),
            region: text(Field::Region),
            segment: text(Field::Segment),
            hired,
            left,
            base_salary,
            target_incentive,
            currency: text(Field::Currency),
        })
    }

    fn deal(&self, row: usize) -> Result<Deal, Issue> {
        let cells = &self.cells;
        let text = |field| cells.string(row, field);
        let (amount, closed) = (cells.money(row, Field::Amount)?, cells.day(row, Field::Closed)?);
        let outcome = self.outcome(row);
        if outcome == Outcome::Won && amount.is_none() && cells.has(Field::Amount) {
            return Err(cells.issue(row, Field::Amount, IssueKind::Missing));
        }
        if outcome == Outcome::Won && closed.is_none() && cells.has(Field::Closed) {
            return Err(cells.issue(row, Field::Closed, IssueKind::Missing));
        }
        let (margin, units) = (cells.money(row, Field::Margin)?, cells.number(row, Field::Units)?);
        let term_months = cells.number(row, Field::TermMonths)?;
        let cancelled = cells.day(row, Field::Cancelled)?;
        let id = Some(text(Field::Id)).filter(|id| !id.is_empty());
        Ok(Deal {
            id: id.unwrap_or_else(|| format!("{}:{}", cells.table.file, cells.table.line(row))),
            rep: RepId(text(Field::Rep)),
            account: text(Field::Account),
            product: text(Field::Product),
            stage: text(Field::Stage),
            outcome,
            amount,
            margin,
            units,
            created: cells.day(row, Field::Created)?,
            closed,
            segment: text(Field::Segment),
            region: text(Field::Region),
            source: text(Field::Source),
            kind: text(Field::DealKind),
            currency: text(Field::Currency),
            term_months,
            cancelled,
            forecast_category: parse_forecast_category(cells.text(row, Field::ForecastCategory)),
        })
    }

    /// A won/lost column first, then the stage's words; without either an invoiced sale, hence won.
    fn outcome(&self, row: usize) -> Outcome {
        if self.cells.has(Field::Outcome) {
            let cell = self.cells.text(row, Field::Outcome);
            if let Some(won) = parse_bool(cell) {
                // "not won" is lost only when the stage does not say that it is still open
                let stage = outcome_of(self.cells.text(row, Field::Stage));
                let lost = stage == Outcome::Lost || !self.cells.has(Field::Stage);
                return if won {
                    Outcome::Won
                } else if lost {
                    Outcome::Lost
                } else {
                    Outcome::Open
                };
            }
            if !cell.is_empty() || !self.cells.has(Field::Stage) {
                return outcome_of(cell);
            }
        }
        let forecast = parse_forecast_category(self.cells.text(row, Field::ForecastCategory));
        if self.cells.has(Field::Stage) {
            outcome_of(self.cells.text(row, Field::Stage))
        } else if forecast.is_none_or(|said| said == ForecastCategory::Closed) {
            Outcome::Won
        } else {
            Outcome::Open
        }
    }

    fn account(&mut self, row: usize) -> Result<Account, Issue> {
        let (revenue, employees) = (self.cells.money(row, Field::Revenue)?, self.cells.number(row, Field::Employees)?);
        let (id, name) = self.id_and_name(row)?;
        let text = |field| self.cells.string(row, field);
        Ok(Account {
            id,
            name,
            industry: text(Field::Industry),
            region: text(Field::Region),
            segment: text(Field::Segment),
            owner: RepId(text(Field::Rep)),
            revenue,
            employees,
        })
    }

    fn product(&mut self, row: usize) -> Result<Product, Issue> {
        let price = self.cells.money(row, Field::Price)?;
        let (id, name) = self.id_and_name(row)?;
        Ok(Product { id, name, family: self.cells.string(row, Field::Family), price })
    }

    fn target(&mut self, row: usize) -> Result<Target, Issue> {
        let period = self.cells.period(row, Field::Period)?;
        let missing = || self.cells.issue(row, Field::Amount, IssueKind::Missing);
        let amount = self.cells.money(row, Field::Amount)?.ok_or_else(missing)?;
        let measure = self.cells.string(row, Field::Measure);
        Ok(Target { rep: RepId(self.cells.string(row, Field::Rep)), period, amount, measure })
    }

    fn lead(&mut self, row: usize) -> Result<Lead, Issue> {
        let cells = &self.cells;
        let id = Some(cells.string(row, Field::Id)).filter(|id| !id.is_empty());
        let converted = match parse_bool(cells.text(row, Field::Converted)) {
            Some(_) => None, // a yes or no, and no day
            None => cells.day(row, Field::Converted)?,
        };
        Ok(Lead {
            id: id.unwrap_or_else(|| format!("{}:{}", cells.table.file, cells.table.line(row))),
            owner: RepId(cells.string(row, Field::Rep)),
            source: cells.string(row, Field::Source),
            status: cells.string(row, Field::Status),
            created: cells.day(row, Field::Created)?,
            converted,
        })
    }

    /// The share or result as a fraction: hundredths where any of the column's is larger than `most`.
    fn fraction(&self, row: usize, field: Field, most: i64) -> Result<Option<Decimal>, Issue> {
        let all = (0..self.cells.table.lines.len()).filter_map(|row| self.cells.number(row, field).ok().flatten());
        let is_percent = all.into_iter().any(|number| Decimal::from(most) < number.abs());
        let number = self.cells.number(row, field)?;
        Ok(if is_percent { number.map(|number| number / Decimal::ONE_HUNDRED) } else { number })
    }

    fn credit(&self, row: usize) -> Result<Credit, Issue> {
        let text = |field| self.cells.string(row, field);
        let share = match self.fraction(row, Field::Share, 2)? {
            None if self.cells.has(Field::Share) => {
                return Err(self.cells.issue(row, Field::Share, IssueKind::Missing));
            }
            share => share.unwrap_or(Decimal::ONE),
        };
        Ok(Credit { deal: text(Field::Deal), rep: RepId(text(Field::Rep)), share, role: text(Field::Role) })
    }

    fn objective(&self, row: usize) -> Result<Objective, Issue> {
        let period = self.cells.period(row, Field::Period)?;
        let result = self.fraction(row, Field::Result, 5)?;
        let weight = self.cells.number(row, Field::Weight)?.unwrap_or(Decimal::ONE);
        let result = result.ok_or_else(|| self.cells.issue(row, Field::Result, IssueKind::Missing))?;
        let text = |field| self.cells.string(row, field);
        Ok(Objective { rep: RepId(text(Field::Rep)), period, name: text(Field::Objective), result, weight })
    }

    fn rate(&self, row: usize) -> Result<ExchangeRate, Issue> {
        let day = self.cells.day(row, Field::Day)?;
        let wrong = |kind| self.cells.issue(row, Field::Rate, kind);
        let rate = self.cells.number(row, Field::Rate)?.ok_or_else(|| wrong(IssueKind::Missing))?;
        if rate <= Decimal::ZERO {
            return Err(wrong(IssueKind::NotANumber));
        }
        Ok(ExchangeRate { currency: self.cells.string(row, Field::Currency), day, rate })
    }

    fn absence(&self, row: usize) -> Result<Absence, Issue> {
        let (to, from) = (self.cells.day(row, Field::To)?, self.cells.day(row, Field::From)?);
        let from = Some(from.ok_or_else(|| self.cells.issue(row, Field::From, IssueKind::Missing))?);
        Ok(Absence { rep: RepId(self.cells.string(row, Field::Rep)), from, to })
    }

    fn payment(&self, row: usize) -> Result<Payment, Issue> {
        let period = self.cells.period(row, Field::Period)?;
        let missing = || self.cells.issue(row, Field::Amount, IssueKind::Missing);
        let amount = self.cells.money(row, Field::Amount)?.ok_or_else(missing)?;
        Ok(Payment { rep: RepId(self.cells.string(row, Field::Rep)), period, amount })
    }

    fn activity(&self, row: usize) -> Result<Activity, Issue> {
        let cells = &self.cells;
        let missing = || cells.issue(row, Field::Day, IssueKind::Missing);
        Ok(Activity {
            rep: RepId(cells.string(row, Field::Rep)),
            day: Some(cells.day(row, Field::Day)?.ok_or_else(missing)?),
            kind: cells.string(row, Field::Activity),
            count: cells.number(row, Field::Count)?.unwrap_or(Decimal::ONE),
        })
    }

    fn spend(&self, row: usize) -> Result<Spend, Issue> {
        let cells = &self.cells;
        let missing = |field| move || cells.issue(row, field, IssueKind::Missing);
        Ok(Spend {
            day: Some(cells.period(row, Field::Day)?.start.first_day()),
            channel: cells.string(row, Field::Channel),
            amount: cells.money(row, Field::Amount)?.ok_or_else(missing(Field::Amount))?,
        })
    }
}
