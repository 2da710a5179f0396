//! The model's parameters from history: won deals by closed month and rep, against the rep's monthly quota.
//!
//! Formulas and sources: `docs/methods/costing.md`.

mod estimate;
mod history;

use serde::{Deserialize, Serialize};

use super::model::{CostModel, RepModel};
use crate::engine::comp::Plan;
use crate::engine::records::{Dataset, Rep};
use crate::engine::units::{Decimal, Granularity, Money, Month};
use history::{Gathered, Known, RepHistory};

/// What a model is fitted on.
#[derive(Clone, Copy, Debug)]
pub struct FitInput<'a> {
    /// The records; deals, reps and targets are used.
    pub dataset: &'a Dataset,
    /// Gives the measure (its heaviest component's), and quota and target incentive where the data has none.
    pub plan: &'a Plan,
    /// First month of the history.
    pub history_first: Month,
    /// Last month of the history.
    pub history_last: Month,
    /// First month of the plan year.
    pub first: Month,
    /// Months to simulate.
    pub n_months: u32,
}

/// A model, and what a reader of it should know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// The model, one entry for each rep who is there at the start of the plan year.
    pub model: CostModel,
    /// What was missing, and what stands in for it.
    pub notes: Vec<FitNote>,
}

/// Something that was missing in the history, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FitNote {
    /// Reps without a won deal in the history have the team's parameters.
    NoHistory {
        /// How many.
        n_reps: u32,
    },
    /// Reps with less than a year of history lie between their own figures and the team's.
    ShortHistory {
        /// How many.
        n_reps: u32,
    },
    /// Reps without a target have the plan's quota.
    QuotaOfPlan {
        /// How many.
        n_reps: u32,
    },
    /// Reps without any quota: their mean credit stands in, and what is paid by attainment pays nothing.
    NoQuota {
        /// How many.
        n_reps: u32,
    },
    /// Reps without a target of the plan year have their latest one.
    QuotaOfPast {
        /// How many.
        n_reps: u32,
    },
    /// Reps without a target incentive of their own or of the plan: what is paid by it pays nothing.
    NoTargetIncentive {
        /// How many.
        n_reps: u32,
    },
    /// Reps who left before the plan year are not simulated; the team's figures include them.
    Left {
        /// How many.
        n_reps: u32,
    },
    /// Won deals of the history without rep, closing day or measure are not used.
    DealsLeftOut {
        /// How many.
        n_deals: u32,
    },
    /// Listed reps with neither a target nor a won deal in the history, where others have targets, are not simulated:
    /// managers and assistants, mostly. The team's figures do not include them.
    NotSelling {
        /// How many.
        n_reps: u32,
    },
    /// Components of the plan that pay on another measure than the model's: their credit is taken in proportion to it.
    OtherMeasure {
        /// How many.
        n_components: u32,
    },
    /// Too little history for seasons: fewer than 24 months.
    NoSeason,
}

/// Fits the model.
pub fn fit(input: &FitInput) -> Fitted {
    let Gathered { reps: histories, measure, per_credit, n_left_out } = history::gather(input);
    let has_targets = histories.iter().any(RepHistory::has_target);
    let mut listed: Vec<(&Rep, RepHistory)> = input.dataset.reps.iter().zip(histories).collect();
    listed.retain(|(_, history)| !history.is_repeated);
    let n_listed = listed.len();
    listed.retain(|(_, history)| !has_targets || history.has_target() || history.has_deal());
    let not_selling = (n_listed - listed.len()) as u32;
    let (listed, histories): (Vec<&Rep>, Vec<RepHistory>) = listed.into_iter().unzip();
    let team = estimate::team(&histories, input.history_first);
    let other_measure = input.plan.components.iter().filter(|component| component.measure != measure).count() as u32;
    let mut notes = Vec::new();
    let mut counted = [0_u32; 7];
    let [no_history, short, of_plan, no_quota, of_past, no_incentive, left] = &mut counted;
    let mut reps = Vec::new();
    for (rep, history) in listed.into_iter().zip(&histories) {
        if rep.left.is_some_and(|day| Month::of(day) < input.first) {
            *left += 1;
            continue;
        }
        let own = team.of_rep(history);
        let n_months = history.n_active();
        match n_months {
            0 => *no_history += 1,
            1..12 => *short += 1,
            _ => {}
        }
        let (monthly_quota, known) = history.quota_of_year(input);
        match known {
            Known::Target => {}
            Known::Past => *of_past += 1,
            Known::Plan => *of_plan += 1,
            Known::Nothing => *no_quota += 1,
        }
        let incentive = rep.target_incentive.map(|amount| amount.0).or(input.plan.target_incentive);
        *no_incentive += u32::from(incentive.is_none());
        reps.push(RepModel {
            rep: rep.id.clone(),
            name: rep.name.clone(),
            mean_attainment: own.mean,
            volatility: own.volatility,
            zero_share: own.zero_share,
            monthly_quota,
            has_quota: known != Known::Nothing,
            mean_deal: history.mean_deal().unwrap_or(team.mean_deal),
            per_credit: history.per_credit().unwrap_or(per_credit),
            target_incentive: incentive.map_or(0.0, number),
            base_salary: rep.base_salary.map_or(0.0, Money::to_f64),
            n_history_months: n_months as u32,
        });
    }
    let [no_history, short, of_plan, no_quota, of_past, no_incentive, left] = counted;
    let mut note = |n_reps: u32, note: fn(u32) -> FitNote| {
        if n_reps != 0 {
            notes.push(note(n_reps));
        }
    };
    note(no_history, |n_reps| FitNote::NoHistory { n_reps });
    note(short, |n_reps| FitNote::ShortHistory { n_reps });
    note(of_past, |n_reps| FitNote::QuotaOfPast { n_reps });
    note(of_plan, |n_reps| FitNote::QuotaOfPlan { n_reps });
    note(no_quota, |n_reps| FitNote::NoQuota { n_reps });
    note(no_incentive, |n_reps| FitNote::NoTargetIncentive { n_reps });
    note(left, |n_reps| FitNote::Left { n_reps });
    note(not_selling, |n_reps| FitNote::NotSelling { n_reps });
    note(n_left_out, |n_deals| FitNote::DealsLeftOut { n_deals });
    note(other_measure, |n_components| FitNote::OtherMeasure { n_components });
    if team.season.is_none() {
        notes.push(FitNote::NoSeason);
    }
    let season = team.season_of(input.first, input.n_months);
    let model = CostModel {
        first: input.first,
        n_months: input.n_months,
        measure,
        market_sigma: team.market_sigma,
        persistence: team.persistence,
        season,
        reps,
    };
    Fitted { model, notes }
}

fn number(decimal: Decimal) -> f64 {
    rust_decimal::prelude::ToPrimitive::to_f64(&decimal).unwrap_or(0.0)
}

/// The length of a period's part of its quota that falls on one month.
fn months_of(length: Granularity) -> f64 {
    f64::from(length.months())
}

#[cfg(test)]
mod tests;
