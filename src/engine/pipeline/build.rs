//! From deals as they were known to what a simulation is told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ahead::won_by;
use super::coding::{Coding, Step};
use super::flow::Snapshot;
use super::fresh::fresh;
use super::hazard::{Fit, HazardModel, fit};
use super::input::{MOST_FORECAST_MONTHS, OpenDeal, PipelineInput, spare};
use super::note::{PipelineError, PipelineNote};
use super::shock::{MonthSeen, months_seen, shock};
use super::sizes::{Sizes, mean};
use super::stages::{StageFactor, stage_factors};
use super::view::{KnownDeal, View};
use crate::engine::records::{Outcome, join_key};
use crate::engine::units::Month;

/// Won and ended deals from which deals are told apart.
const LEAST: (u64, u64) = (15, 40);
/// Deals by which the doubt of the win rate is told.
const N_OF_DOUBT: usize = 60;
/// How far coefficients are moved to see what they do.
const NUDGE: f64 = 1e-3;

/// What is asked of a pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PipelineAsked {
    /// Months from the first on, 1 to 24.
    pub n_months: u32,
    /// Length of a period; what fits the cycle if not given.
    pub step: Option<Step>,
    /// Decimal places of the currency.
    pub digits: u32,
    /// Amount that the horizon's total is held against.
    pub target: Option<f64>,
}

/// What the deals say of the months to come.
#[derive(Clone, Debug, PartialEq)]
pub struct PipelineForecast {
    /// What the runs depend on.
    pub input: PipelineInput,
    /// The chances that were fitted.
    pub model: HazardModel,
    /// What stages were worth in earlier exports; empty without them, and where stages differ no more than chance.
    pub stages: Vec<StageFactor>,
    /// Past months' wins beside those expected.
    pub months: Vec<MonthSeen>,
    /// What a reader should know.
    pub notes: Vec<PipelineNote>,
}

/// Fits the chances to all that was known, and says what every open deal and the deals to come are worth by month.
///
/// # Errors
/// [`PipelineError`] where no deal has days, none was won, none won has an amount, or none was seen for a whole period.
pub fn forecast(view: &View, asked: &PipelineAsked) -> Result<PipelineForecast, PipelineError> {
    forecast_with_exports(view, asked, &[])
}

/// The same where earlier exports tell what stages were worth: each open deal's cumulative hazard to win times its stage's factor.
///
/// # Errors
/// As [`forecast`].
pub fn forecast_with_exports(
    view: &View,
    asked: &PipelineAsked,
    exports: &[Snapshot],
) -> Result<PipelineForecast, PipelineError> {
    if view.deals.is_empty() {
        return Err(PipelineError::NoDeals);
    }
    let count = |outcome| view.deals.iter().filter(|deal| deal.outcome == outcome).count() as u64;
    let (n_won, n_lost) = (count(Outcome::Won), count(Outcome::Lost));
    if n_won == 0 {
        return Err(PipelineError::NothingWon);
    }
    if !view.deals.iter().any(|deal| deal.outcome == Outcome::Won && deal.size().is_some()) {
        return Err(PipelineError::NoAmounts);
    }
    let mut notes = view.notes.clone();
    let step = asked.step.unwrap_or_else(|| Step::fitting(view));
    let coding = if n_won < LEAST.0 || n_won + n_lost < LEAST.1 {
        notes.push(PipelineNote::FewDeals { n_won: n_won as u32, n_lost: n_lost as u32 });
        Coding::constant(step)
    } else {
        Coding::of(view, step)
    };
    let found = fit(view, coding);
    if found.model.n_periods == 0 {
        return Err(PipelineError::NoPeriods);
    }
    let stages = stage_factors(view, &found.model, exports);
    if stages.is_empty() && view.open().any(|deal| !deal.stage.is_empty()) {
        notes.push(PipelineNote::StagesNotMeasured);
    }
    let n_months = (asked.n_months as usize).clamp(1, MOST_FORECAST_MONTHS);
    let first = view.first_month();
    let sizes = Sizes::of(view);
    let deals = open_deals(view, &found.model, &sizes, &stages, n_months);
    let n_unknown = deals.iter().filter(|deal| deal.sizes.is_some()).count() as u32;
    if n_unknown != 0 && view.has_early_amounts {
        notes.push(PipelineNote::AmountsUnknown { n: n_unknown });
    }
    let months = months_seen(view, &found.model);
    let mut shock = shock(&months, &mut notes);
    shock.level = level_doubt(view, &found, sizes.tables.first().map_or(1.0, |table| mean(table)), n_months);
    let fresh = fresh(view, &found.model, n_months, &mut notes);
    let input = PipelineInput {
        first,
        n_months: n_months as u32,
        digits: asked.digits.min(4),
        booked: booked(view, n_months),
        deals,
        fresh,
        size_error: sizes.error.min(1.0),
        sizes: sizes.tables,
        shock,
        target: asked.target.filter(|target| 0.0 < *target && *target < 1e15),
    };
    let stages = stages.into_values().collect();
    Ok(PipelineForecast { input, model: found.model, stages, months, notes })
}

fn open_deals(
    view: &View,
    model: &HazardModel,
    sizes: &Sizes,
    stages: &BTreeMap<String, StageFactor>,
    n_months: usize,
) -> Vec<OpenDeal> {
    let means: Vec<f64> = sizes.tables.iter().map(|table| mean(table)).collect();
    let open = |deal: &KnownDeal| {
        let table = sizes.table_of(deal);
        let mut won_by = won_by(model, deal, view.day, view.first_month(), n_months + spare(n_months));
        if let Some(stage) = stages.get(&join_key(&deal.stage)) {
            for chance in &mut won_by {
                *chance = 1.0 - libm::pow((1.0 - *chance).max(0.0), stage.factor);
            }
        }
        OpenDeal {
            id: deal.id.clone(),
            rep: deal.rep.clone(),
            stage: deal.stage.clone(),
            amount: deal.amount.unwrap_or_else(|| means.get(table as usize).copied().unwrap_or(0.0)),
            sizes: deal.amount.is_none().then_some(table),
            won_by,
        }
    };
    view.open().map(open).collect()
}

/// Won in the months of the horizon already.
fn booked(view: &View, n_months: usize) -> Vec<f64> {
    let mut booked = vec![0.0; n_months];
    let first = view.first_month();
    for deal in view.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
        let place = deal.ended.map(|day| Month::of(day).since(first)).filter(|place| 0 <= *place);
        if let Some(booked) = place.and_then(|place| booked.get_mut(place as usize)) {
            *booked += deal.amount.unwrap_or(0.0);
        }
    }
    booked
}

/// What is not known of the coefficients, as a deviation of the logarithm of all chances to win: the standard error of the
/// expected total by the delta method, over what a change of all chances does to it. Deals without an amount count `usual`.
fn level_doubt(view: &View, found: &Fit, usual: f64, n_months: usize) -> f64 {
    let Some(factor) = &found.factor else { return 0.0 };
    let n_open = view.open().count();
    let each = n_open.div_ceil(N_OF_DOUBT).max(1);
    let mut deals: Vec<KnownDeal> = view.open().step_by(each).cloned().collect();
    if deals.is_empty() {
        // Without open deals the doubt is that of new ones.
        deals = view.deals.iter().rev().take(N_OF_DOUBT).cloned().collect();
        for deal in &mut deals {
            (deal.outcome, deal.ended, deal.created) = (Outcome::Open, None, view.day);
        }
    }
    let wins = |model: &HazardModel| -> (f64, f64) {
        deals.iter().fold((0.0, 0.0), |(sum, response), deal| {
            let won = won_by(model, deal, view.day, view.first_month(), n_months);
            let p = won.last().copied().unwrap_or(0.0).min(1.0 - 1e-9);
            let weight = deal.amount.unwrap_or(usual);
            (sum + weight * p, response - weight * (1.0 - p) * libm::log1p(-p))
        })
    };
    let (base, response) = wins(&found.model);
    if response <= 0.0 {
        return 0.0;
    }
    let mut model = found.model.clone();
    let mut gradient = Vec::new();
    for cause in [true, false] {
        for place in 0..found.model.win.len() {
            let nudge = |model: &mut HazardModel, by: f64| {
                let part = if cause { &mut model.win } else { &mut model.lose };
                if let Some(coefficient) = part.get_mut(place) {
                    *coefficient += by;
                }
            };
            nudge(&mut model, NUDGE);
            gradient.push((wins(&model).0 - base) / NUDGE);
            nudge(&mut model, -NUDGE);
        }
    }
    (libm::sqrt(factor.variance(&gradient).max(0.0)) / response).min(1.5)
}
