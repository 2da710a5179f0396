//! SPIFFs, kickers, milestones and contests: paid beside the components.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::check::MOST;
use super::{CreditFrom, Filter, Measure, PlanError};
use crate::engine::units::{Decimal, Granularity};

/// A reward with a time of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spiff {
    /// Name for people, unique in the plan, also among components.
    pub name: String,
    /// First day that counts; open if none.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub from: Option<NaiveDate>,
    /// Last day that counts; open if none.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub to: Option<NaiveDate>,
    /// What counts.
    #[serde(default)]
    pub filter: Filter,
    /// What is measured.
    #[serde(default)]
    pub measure: Measure,
    /// Whose credit counts.
    #[serde(default)]
    pub credit_from: CreditFrom,
    /// What it pays.
    pub reward: Reward,
}

/// What a SPIFF pays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reward {
    /// An amount for each deal that counts, in proportion to the rep's share of it.
    PerDeal {
        /// Money.
        amount: Decimal,
    },
    /// A kicker: so much of the credit, on top of what components pay.
    Rate {
        /// A fraction of the credit, or money per unit.
        rate: Decimal,
    },
    /// Amounts paid once each, when credit since the first day that counts comes to them. Without a first day, credit of
    /// the fiscal year.
    Milestones {
        /// In rising order of `at`.
        steps: Vec<Milestone>,
    },
    /// The first places of each period by credit win a prize. Those who tie share the prizes of their places equally. It is
    /// among the reps on the plan when the period ends, and paid then, or when the SPIFF ends; credit of 0 wins nothing.
    Contest {
        /// How often it is held.
        per: Granularity,
        /// Money for the first place, the second, and so on.
        prizes: Vec<Decimal>,
        /// Credit without which nothing is won.
        #[serde(default)]
        least: Decimal,
    },
}

/// An amount of credit and what reaching it pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Credit, in the measure's unit.
    pub at: Decimal,
    /// Money.
    pub amount: Decimal,
}

impl Spiff {
    /// The first rule it breaks; its position counts from 1.
    pub(super) fn error(&self, spiff: usize) -> Option<PlanError> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            return Some(PlanError::SpiffEndsEarly { spiff });
        }
        for (field, number) in self.numbers() {
            if number < Decimal::ZERO {
                return Some(PlanError::SpiffNegative { spiff, field });
            }
            if Decimal::from(MOST) < number {
                return Some(PlanError::SpiffTooLarge { spiff });
            }
        }
        match &self.reward {
            Reward::Milestones { steps } => {
                let before = std::iter::once(Decimal::ZERO).chain(steps.iter().map(|step| step.at));
                let place = steps.iter().zip(before).position(|(step, before)| step.at <= before);
                match place {
                    _ if steps.is_empty() => Some(PlanError::SpiffPaysNothing { spiff }),
                    Some(place) => Some(PlanError::MilestonesNotRising { spiff, step: place + 1 }),
                    None => None,
                }
            }
            Reward::Contest { prizes, .. } if prizes.is_empty() => Some(PlanError::SpiffPaysNothing { spiff }),
            _ => None,
        }
    }

    /// Every number of the definition with its name.
    fn numbers(&self) -> Vec<(&'static str, Decimal)> {
        match &self.reward {
            Reward::PerDeal { amount } => vec![("amount", *amount)],
            Reward::Rate { rate } => vec![("rate", *rate)],
            Reward::Milestones { steps } => {
                steps.iter().flat_map(|step| [("at", step.at), ("amount", step.amount)]).collect()
            }
            Reward::Contest { prizes, least, .. } => {
                let prizes = prizes.iter().map(|prize| ("prizes", *prize));
                prizes.chain([("least", *least)]).collect()
            }
        }
    }
}
