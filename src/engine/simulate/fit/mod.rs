//! The model's parameters from history: won deals by closed month and rep, against the rep's monthly quota.
//!
//! Formulas and sources: `docs/methods/costing.md`.

mod estimate;
mod history;
mod notes;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::model::{CostModel, RepModel};
use crate::engine::comp::Plan;
use crate::engine::records::{Dataset, Rep, RepId, join_key};
use crate::engine::units::{Decimal, Granularity, Money, Month};
use history::{Gathered, Known, RepHistory};

pub use notes::FitNote;

/// What a model is fitted on.
#[derive(Clone, Copy, Debug)]
pub struct FitInput<'a> {
    /// The records; deals, reps and targets are used.
    pub dataset: &'a Dataset,
    /// Gives the measure (its heaviest component's), and quota and target incentive where the data has none.
    pub plan: &'a Plan,
    /// Plans that are costed too: what they count is looked for in the history.
    pub others: &'a [Plan],
    /// ISO code of the scenario's currency: amounts in others are exchanged.
    pub currency: &'a str,
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

/// How often something was met, and the note that says so.
type Noted = (u32, fn(u32) -> FitNote);

/// Fits the model.
pub fn fit(input: &FitInput) -> Fitted {
    let Gathered { reps: histories, measure, per_credit, n_left_out, wanted, cancellations } = history::gather(input);
    let has_teams = std::iter::once(input.plan).chain(input.others).any(Plan::counts_teams);
    let leads = if has_teams { managers(input.dataset) } else { BTreeSet::new() };
    let has_targets = histories.iter().any(RepHistory::has_target);
    let mut listed: Vec<(&Rep, RepHistory)> = input.dataset.reps.iter().zip(histories).collect();
    listed.retain(|(_, history)| !history.is_repeated);
    let n_listed = listed.len();
    let is_manager = |rep: &Rep| leads.contains(&join_key(&rep.id.0)) || leads.contains(&join_key(&rep.name));
    listed.retain(|(rep, history)| !has_targets || history.has_target() || history.has_deal() || is_manager(rep));
    let not_selling = (n_listed - listed.len()) as u32;
    let (listed, histories): (Vec<&Rep>, Vec<RepHistory>) = listed.into_iter().unzip();
    // Who leads and does not sell has no part in the team's figures.
    let is_lead = |rep: &Rep, history: &RepHistory| !history.has_deal() && is_manager(rep);
    let selling = listed.iter().zip(&histories).filter(|(rep, history)| !is_lead(rep, history));
    let selling: Vec<RepHistory> = selling.map(|(_, history)| history.clone()).collect();
    let team = estimate::team(&selling, input.history_first);
    let team_flows = history::team_flows(&histories, &wanted);
    let other_measure = notes::n_components(input.plan, |what| {
        what.measure.is_of_deals() && (what.measure != measure || !what.filter.is_open())
    });
    let mut counted = [0_u32; 7];
    let [no_history, short, of_plan, no_quota, of_past, no_incentive, left] = &mut counted;
    let mut reps = Vec::new();
    for (rep, history) in listed.into_iter().zip(&histories) {
        if rep.left.is_some_and(|day| Month::of(day) < input.first) {
            *left += 1;
            continue;
        }
        let mut own = team.of_rep(history);
        if is_lead(rep, history) {
            own.mean = 0.0;
        }
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
            flows: history
                .flows(&wanted)
                .into_iter()
                .zip(&team_flows)
                .map(|(own, team)| own.unwrap_or(*team))
                .collect(),
            named_quotas: history.named_quotas(input),
            manager: RepId(rep.manager.clone()),
            target_incentive: incentive.map_or(0.0, number),
            base_salary: rep.base_salary.map_or(0.0, Money::to_f64),
            n_history_months: n_months as u32,
        });
    }
    let [no_history, short, of_plan, no_quota, of_past, no_incentive, left] = counted;
    let counts: [Noted; 10] = [
        (no_history, |n_reps| FitNote::NoHistory { n_reps }),
        (short, |n_reps| FitNote::ShortHistory { n_reps }),
        (of_past, |n_reps| FitNote::QuotaOfPast { n_reps }),
        (of_plan, |n_reps| FitNote::QuotaOfPlan { n_reps }),
        (no_quota, |n_reps| FitNote::NoQuota { n_reps }),
        (no_incentive, |n_reps| FitNote::NoTargetIncentive { n_reps }),
        (left, |n_reps| FitNote::Left { n_reps }),
        (not_selling, |n_reps| FitNote::NotSelling { n_reps }),
        (n_left_out, |n_deals| FitNote::DealsLeftOut { n_deals }),
        (other_measure, |n_components| FitNote::OtherMeasure { n_components }),
    ];
    let mut notes: Vec<FitNote> = counts.into_iter().filter(|(n, _)| *n != 0).map(|(n, note)| note(n)).collect();
    if team.season.is_none() {
        notes.push(FitNote::NoSeason);
    }
    notes.extend(notes::of_plan(input.plan, &cancellations));
    let season = team.season_of(input.first, input.n_months);
    let model = CostModel {
        first: input.first,
        n_months: input.n_months,
        measure,
        market_sigma: team.market_sigma,
        persistence: team.persistence,
        season,
        flows: wanted,
        cancellations,
        reps,
    };
    Fitted { model, notes }
}

/// Keys and names of those who are somebody's manager.
fn managers(dataset: &Dataset) -> BTreeSet<String> {
    dataset.reps.iter().map(|rep| join_key(&rep.manager)).filter(|key| !key.is_empty()).collect()
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
