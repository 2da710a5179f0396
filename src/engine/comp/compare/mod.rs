//! Comparison: any number of plans on the same team and the same history, measured side by side.
//!
//! Each side is replayed exactly for the same members, so that what differs is the plans' own. The first side is what the
//! others are held against. Measures are small files of their own; formulas, sources and limits are in
//! `docs/methods/comparison.md`. The pieces can be asked for one by one ([`measures`], [`at_company`], [`pay_without`]), so
//! that a worker can do each apart; [`compare`] does them all. Money is exact; correlations, tests and variation are f64.

mod changes;
mod company;
mod concentration;
mod contribution;
mod correlation;
mod effective;
mod fairness;
mod levels;
mod leverage;
mod measures;
mod parts;
mod stats;
mod variation;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::plan::{Plan, PlanBook};
use super::statement::BookInput;
use crate::engine::records::Dataset;
use crate::engine::units::{Calendar, Month};

pub(crate) use correlation::pearson;
pub(crate) use fairness::{Draws, fairness, kruskal_wallis};
pub(crate) use stats::{double_ranks, mean};

pub use changes::{Changes, MUCH, RepChange, changes};
pub use company::{CompanyPoint, FACTORS, at_company, counts_apart, elasticity};
pub use concentration::Concentration;
pub use contribution::{Contribution, contribution, pay_without};
pub use correlation::{Correlation, Performance};
pub use effective::EffectiveRate;
pub use fairness::{Fairness, Group, GroupBy, GroupKey, GroupTest};
pub use levels::{Levels, Marks, marks};
pub use leverage::{Leverage, PayMix};
pub use measures::{Measures, RepResult, measures};
pub use parts::{MOST_PARTS, Part, PartOf, parts};
pub use variation::Variation;

/// One of the things compared: a plan for everyone, or plans with who is on them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Name for people.
    pub name: String,
    /// The plans.
    pub book: PlanBook,
}

impl Side {
    /// Everyone on one plan.
    pub fn of_plan(plan: Plan) -> Self {
        let name = plan.name.clone();
        Self { name, book: PlanBook::of_plan(plan) }
    }
}

/// What a comparison is made from.
#[derive(Clone, Copy, Debug)]
pub struct CompareInput<'a> {
    /// What is compared; the others are held against the first.
    pub sides: &'a [Side],
    /// The records: the same for every side.
    pub dataset: &'a Dataset,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month paid.
    pub first: Month,
    /// Last month paid.
    pub last: Month,
    /// Decimals of the currency's minor unit.
    pub digits: u32,
    /// ISO code of the scenario's currency.
    pub currency: &'a str,
}

/// Everything that is said of one side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideResult {
    /// What it comes to on this history.
    pub measures: Measures,
    /// What it would cost if the company sold less or more.
    pub company: Vec<CompanyPoint>,
    /// What each part of its plans adds.
    pub contributions: Vec<Contribution>,
    /// Parts beyond [`MOST_PARTS`], which are not looked at.
    pub n_parts_left_out: usize,
}

/// Sides compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// One for each side, in order.
    pub sides: Vec<SideResult>,
    /// Each side after the first against the first.
    pub changes: Vec<Changes>,
    /// What a reader should know.
    pub notes: Vec<CompareNote>,
}

/// What a reader of a comparison should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompareNote {
    /// Recorded payments are left out: they would make every plan pay what was paid.
    PaymentsLeftOut {
        /// How many.
        n: usize,
    },
    /// For so many reps a side has another target incentive than the first.
    OtherIncentive {
        /// The side's name.
        side: String,
        /// How many reps.
        n_reps: u32,
    },
    /// For so many reps a side has another quota than the first.
    OtherQuota {
        /// The side's name.
        side: String,
        /// How many reps.
        n_reps: u32,
    },
    /// A side counts deals, activities or objectives, which do not move with company performance.
    CountsStay {
        /// The side's name.
        side: String,
    },
    /// Parts of a side's plans that were not looked at.
    PartsLeftOut {
        /// The side's name.
        side: String,
        /// How many.
        n: usize,
    },
}

/// Compares.
pub fn compare(input: &CompareInput) -> Comparison {
    let dataset = comparable(input.dataset);
    let of = |side: &Side| {
        let book = CompareInput { dataset: &dataset, ..*input }.book(&side.book);
        let (parts, n_parts_left_out) = parts(&side.book);
        let measures = measures(&side.name, &book);
        let contributions = parts.iter().map(|part| contribution(part, &measures, &pay_without(&book, part))).collect();
        let company = FACTORS.iter().map(|factor| at_company(&book, *factor)).collect();
        SideResult { measures, company, contributions, n_parts_left_out }
    };
    let sides: Vec<SideResult> = input.sides.iter().map(of).collect();
    let (first, others) = (sides.first(), sides.get(1..).unwrap_or_default());
    let held = |first: &SideResult| others.iter().map(|side| changes(&first.measures, &side.measures)).collect();
    let changes = first.map(held).unwrap_or_default();
    let all: Vec<&Measures> = sides.iter().map(|side| &side.measures).collect();
    let notes = notes(input.sides, &all, input.dataset.payments.len());
    Comparison { sides, changes, notes }
}

impl<'a> CompareInput<'a> {
    /// The replay of one side.
    pub fn book(&self, book: &'a PlanBook) -> BookInput<'a> {
        let Self { dataset, calendar, first, last, digits, currency, .. } = *self;
        BookInput { book, dataset, calendar, first, last, digits, currency }
    }
}

/// The records without what was paid before: it would close periods at what was paid, whatever a plan pays.
pub fn comparable(dataset: &Dataset) -> Cow<'_, Dataset> {
    if dataset.payments.is_empty() {
        return Cow::Borrowed(dataset);
    }
    Cow::Owned(Dataset { payments: Vec::new(), ..dataset.clone() })
}

/// What a reader should know, `measures` in the order of the sides.
pub fn notes(sides: &[Side], measures: &[&Measures], n_payments: usize) -> Vec<CompareNote> {
    let mut notes = Vec::new();
    if 0 < n_payments {
        notes.push(CompareNote::PaymentsLeftOut { n: n_payments });
    }
    for (side, own) in sides.iter().zip(measures) {
        let name = || side.name.clone();
        if let Some(first) = measures.first() {
            let n = |differs: fn(&RepResult, &RepResult) -> bool| {
                first.reps.iter().zip(&own.reps).filter(|(before, after)| differs(before, after)).count() as u32
            };
            let (n_incentives, n_quotas) = (
                n(|before, after| before.target_incentive != after.target_incentive),
                n(|before, after| before.quota != after.quota),
            );
            if 0 < n_incentives {
                notes.push(CompareNote::OtherIncentive { side: name(), n_reps: n_incentives });
            }
            if 0 < n_quotas {
                notes.push(CompareNote::OtherQuota { side: name(), n_reps: n_quotas });
            }
        }
        if side.book.plans.iter().any(counts_apart) {
            notes.push(CompareNote::CountsStay { side: name() });
        }
        let (_, n) = parts(&side.book);
        if 0 < n {
            notes.push(CompareNote::PartsLeftOut { side: name(), n });
        }
    }
    notes
}
