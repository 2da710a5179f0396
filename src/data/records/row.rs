//! A record on its way: its fields in fixed places, texts borrowed. Who makes records and who takes them meet here.

use chrono::NaiveDate;

use super::block::Block;
use crate::data::roles::{Field, Kind};
use crate::engine::records::{
    Absence, Account, Activity, Credit, Deal, ExchangeRate, ForecastCategory, Lead, Objective, Outcome, Payment,
    Product, Rep, Spend, Target,
};
use crate::engine::units::{Decimal, Period};

/// Texts that a record has at most.
pub(super) const N_TEXTS: usize = 10;
/// Numbers.
const N_NUMBERS: usize = 4;
/// Days.
const N_DAYS: usize = 3;
/// The symbol of a text that has none.
const NO_SYMBOL: u32 = u32::MAX;

/// A text, with the symbol that stands for it as long as rows of one table come.
#[derive(Clone, Copy, Debug)]
pub(in crate::data) struct Text<'a> {
    pub(in crate::data) text: &'a str,
    pub(in crate::data) symbol: u32,
}

impl<'a> Text<'a> {
    /// A text without a symbol.
    pub(in crate::data) const fn of(text: &'a str) -> Self {
        Self { text, symbol: NO_SYMBOL }
    }

    /// Its place in what is remembered by symbol; `None` for one without.
    pub(in crate::data) fn place(self) -> Option<usize> {
        (self.symbol != NO_SYMBOL).then_some(self.symbol as usize)
    }
}

impl Default for Text<'_> {
    fn default() -> Self {
        Self::of("")
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// A record. What stands where says its kind's [`Shape`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::data) struct Row<'a> {
    pub(in crate::data) texts: [Text<'a>; N_TEXTS],
    pub(in crate::data) numbers: [Option<Decimal>; N_NUMBERS],
    pub(in crate::data) days: [Option<NaiveDate>; N_DAYS],
    /// Of deals.
    pub(in crate::data) outcome: Outcome,
    /// Of deals.
    pub(in crate::data) forecast_category: Option<ForecastCategory>,
    /// Of targets, objectives and payments.
    pub(in crate::data) period: Option<Period>,
}

/// The fields of a kind of record, in the places of a [`Row`].
#[derive(Clone, Copy, Debug)]
pub(in crate::data) struct Shape {
    pub(in crate::data) texts: &'static [Field],
    pub(in crate::data) numbers: &'static [Field],
    pub(in crate::data) days: &'static [Field],
}

impl Shape {
    pub(in crate::data) const fn of(kind: Kind) -> Self {
        use Field as F;
        let (texts, numbers, days): (&[F], &[F], &[F]) = match kind {
            Kind::Reps => (
                &[F::Id, F::Name, F::Role, F::Manager, F::Region, F::Segment, F::Currency],
                &[F::BaseSalary, F::TargetIncentive],
                &[F::Hired, F::Left],
            ),
            Kind::Deals => (
                &[
                    F::Id,
                    F::Rep,
                    F::Account,
                    F::Product,
                    F::Stage,
                    F::Segment,
                    F::Region,
                    F::Source,
                    F::DealKind,
                    F::Currency,
                ],
                &[F::Amount, F::Margin, F::Units, F::TermMonths],
                &[F::Created, F::Closed, F::Cancelled],
            ),
            Kind::Accounts => {
                (&[F::Id, F::Name, F::Industry, F::Region, F::Segment, F::Rep], &[F::Revenue, F::Employees], &[])
            }
            Kind::Products => (&[F::Id, F::Name, F::Family], &[F::Price], &[]),
            Kind::Targets => (&[F::Rep, F::Measure], &[F::Amount], &[]),
            Kind::Leads => (&[F::Id, F::Rep, F::Source, F::Status], &[], &[F::Created, F::Converted]),
            Kind::Activities => (&[F::Rep, F::Activity], &[F::Count], &[F::Day]),
            Kind::Spend => (&[F::Channel], &[F::Amount], &[F::Day]),
            Kind::Credits => (&[F::Deal, F::Rep, F::Role], &[F::Share], &[]),
            Kind::Objectives => (&[F::Rep, F::Objective], &[F::Result, F::Weight], &[]),
            Kind::ExchangeRates => (&[F::Currency], &[F::Rate], &[F::Day]),
            Kind::Absences => (&[F::Rep], &[], &[F::From, F::To]),
            Kind::Payments => (&[F::Rep], &[F::Amount], &[]),
            Kind::Unknown => (&[], &[], &[]),
        };
        Self { texts, numbers, days }
    }

    /// The same as it was before fields came to deals, reps and targets that they have now at their ends.
    pub(in crate::data) fn before(kind: Kind) -> Self {
        let Self { texts, numbers, days } = Self::of(kind);
        let (n_texts, n_numbers, n_days) = match kind {
            Kind::Reps => (6, 2, 2),
            Kind::Deals => (8, 3, 2),
            Kind::Targets => (1, 1, 0),
            _ => (texts.len(), numbers.len(), days.len()),
        };
        Self {
            texts: texts.get(..n_texts).unwrap_or(texts),
            numbers: numbers.get(..n_numbers).unwrap_or(numbers),
            days: days.get(..n_days).unwrap_or(days),
        }
    }

    /// Whether records of the kind are for a period.
    pub(in crate::data) const fn has_period(kind: Kind) -> bool {
        matches!(kind, Kind::Targets | Kind::Objectives | Kind::Payments)
    }

    /// Bytes that a record takes in memory, without its texts.
    pub(in crate::data) const fn n_bytes(kind: Kind) -> usize {
        match kind {
            Kind::Reps => size_of::<Rep>(),
            Kind::Deals => size_of::<Deal>(),
            Kind::Accounts => size_of::<Account>(),
            Kind::Products => size_of::<Product>(),
            Kind::Targets => size_of::<Target>(),
            Kind::Leads => size_of::<Lead>(),
            Kind::Activities => size_of::<Activity>(),
            Kind::Spend => size_of::<Spend>(),
            Kind::Credits => size_of::<Credit>(),
            Kind::Objectives => size_of::<Objective>(),
            Kind::ExchangeRates => size_of::<ExchangeRate>(),
            Kind::Absences => size_of::<Absence>(),
            Kind::Payments => size_of::<Payment>(),
            Kind::Unknown => 0,
        }
    }
}

/// Who takes records.
pub(in crate::data) trait Sink {
    /// A table or a list begins: symbols stand for other texts from here.
    fn begin(&mut self, kind: Kind);
    /// The next record.
    fn take(&mut self, kind: Kind, row: &Row<'_>);
    /// The next deals, as many as a block has: the same as one by one.
    fn take_block(&mut self, block: &Block<'_, '_>) {
        (0..block.n()).for_each(|place| self.take(Kind::Deals, &block.row(place)));
    }
}

/// Who has records.
pub(in crate::data) trait Records {
    /// How many of a kind.
    fn n(&self, kind: Kind) -> usize;
    /// All of a kind, in order.
    fn each(&self, kind: Kind, each: &mut dyn FnMut(&Row<'_>));

    /// Hands all to a sink.
    fn hand_to(&self, sink: &mut impl Sink)
    where
        Self: Sized,
    {
        for kind in Kind::ALL {
            sink.begin(kind);
            self.each(kind, &mut |row| sink.take(kind, row));
        }
    }
}
