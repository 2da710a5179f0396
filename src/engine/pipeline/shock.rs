//! How far whole months are better or worse than their deals explain: the shock that all open deals share.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::coding::{month_of_quarter, person_periods};
use super::hazard::HazardModel;
use super::note::PipelineNote;
use super::view::View;
use crate::engine::records::Outcome;
use crate::engine::units::Month;

/// Months from which a shock can be told from chance.
const LEAST_MONTHS: usize = 8;
/// Wins that a month has to expect to say something.
const LEAST_EXPECTED: f64 = 1.0;
/// Months' worth of doubt by which the persistence is drawn to 0.
const DOUBT: f64 = 12.0;
/// Largest deviation of the logarithm that is reckoned with.
const MOST: f64 = 1.5;

/// What open deals share: a factor on each month's chances to win, `exp(level·Z + month·z_m − ½(level² + month²))`, mean 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shock {
    /// Standard deviation of the logarithm that holds for the whole horizon: what is not known of the win rate.
    pub level: f64,
    /// Standard deviation of the logarithm from month to month.
    pub month: f64,
    /// Correlation of a month's shock with the next one's, 0 to below 1.
    pub persistence: f64,
}

/// Wins of a past month beside those that its open deals let expect.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MonthSeen {
    /// The month.
    pub month: Month,
    /// Deals won.
    pub won: f64,
    /// Wins expected of the deals that were open.
    pub expected: f64,
    /// Variance of the wins if deals were independent.
    pub variance: f64,
}

/// Each whole month's wins beside those expected, in order.
pub fn months_seen(view: &View, model: &HazardModel) -> Vec<MonthSeen> {
    let mut months: BTreeMap<Month, MonthSeen> = BTreeMap::new();
    let mut last = None;
    for row in person_periods(view, model.coding.step) {
        let (traits, rep) = match last {
            Some((deal, known)) if std::ptr::eq(deal, row.deal) => known,
            _ => (model.coding.traits(row.deal), model.rep(row.deal)),
        };
        last = Some((row.deal, (traits, rep)));
        let month = Month::of(row.middle);
        let p = model.chances(traits, rep, row.period, month_of_quarter(row.middle)).win;
        let seen = months.entry(month).or_insert(MonthSeen { month, won: 0.0, expected: 0.0, variance: 0.0 });
        seen.won += f64::from(u8::from(row.outcome == Outcome::Won));
        seen.expected += p;
        seen.variance += p * (1.0 - p);
    }
    let last = view.last_whole_month();
    months.into_values().filter(|seen| seen.month <= last).collect()
}

/// The shock from month to month, by moments: `Var(won) = variance + σ² expected²` if wins are `expected` times a factor of
/// variance σ². None where months differ no more than independent deals make them.
///
/// Source: over-dispersion by moments, `McCullagh` and Nelder 1989, ch. 6.2; one common factor as in Vasicek 2002.
pub(super) fn shock(months: &[MonthSeen], notes: &mut Vec<PipelineNote>) -> Shock {
    let told: Vec<&MonthSeen> = months.iter().filter(|seen| LEAST_EXPECTED <= seen.expected).collect();
    if told.len() < LEAST_MONTHS {
        notes.push(PipelineNote::ShockUnknown { n_months: told.len() as u32 });
        return Shock::default();
    }
    let square: f64 = told.iter().map(|seen| seen.expected * seen.expected).sum();
    // The level of the wins was fitted to these very months: one of them is used up.
    let n = told.len() as f64;
    let all: f64 = told.iter().map(|seen| (seen.won - seen.expected) * (seen.won - seen.expected)).sum();
    let excess = all * n / (n - 1.0) - told.iter().map(|seen| seen.variance).sum::<f64>();
    if excess <= 0.0 {
        notes.push(PipelineNote::NoShock);
        return Shock::default();
    }
    let month = libm::sqrt(libm::log1p(excess / square)).min(MOST);
    let pairs = told.iter().zip(told.iter().skip(1)).filter(|(one, next)| next.month.since(one.month) == 1);
    let product: f64 =
        pairs.map(|(one, next)| (one.won - one.expected) * (next.won - next.expected)).sum::<f64>() / excess;
    let persistence = (product * n / (n + DOUBT)).clamp(0.0, 0.9);
    Shock { level: 0.0, month, persistence }
}
