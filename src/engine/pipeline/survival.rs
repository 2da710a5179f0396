//! Time to close with deals that are still open: Kaplan–Meier, and Aalen–Johansen for won against lost.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::engine::records::Outcome;

/// How long a deal was seen, and how that ended: open deals are censored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spell {
    /// Days from its creation to its end, or to the day of the data.
    pub days: u32,
    /// Won, lost, or open still.
    pub outcome: Outcome,
}

/// The share of deals that are still open after so many days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurvivalStep {
    /// Days since creation.
    pub days: u32,
    /// Deals that were open just before.
    pub n_at_risk: u32,
    /// Deals that ended on that day.
    pub n_ended: u32,
    /// Share still open after it, Kaplan and Meier 1958.
    pub open: f64,
    /// Its variance, Greenwood 1926.
    pub variance: f64,
}

/// A share with its variance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Incidence {
    /// Share of all deals.
    pub share: f64,
    /// Variance of the share.
    pub variance: f64,
}

/// Shares of deals that were won and lost within so many days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct IncidenceStep {
    /// Days since creation.
    pub days: u32,
    /// Deals that were open just before.
    pub n_at_risk: u32,
    /// Share still open after it.
    pub open: f64,
    /// Won by then.
    pub won: Incidence,
    /// Lost by then.
    pub lost: Incidence,
}

/// What happened on a day since creation.
#[derive(Clone, Copy, Debug, Default)]
struct Day {
    won: u32,
    lost: u32,
    left: u32,
}

/// Days in order with the deals at risk before each.
fn days(spells: &[Spell]) -> Vec<(u32, u32, Day)> {
    let mut days: BTreeMap<u32, Day> = BTreeMap::new();
    for spell in spells {
        let day = days.entry(spell.days).or_default();
        match spell.outcome {
            Outcome::Won => day.won += 1,
            Outcome::Lost => day.lost += 1,
            Outcome::Open => day.left += 1,
        }
    }
    let mut at_risk = spells.len() as u32;
    let step = |(at, day): (u32, Day)| {
        let before = at_risk;
        // Who is censored on a day was at risk on it.
        at_risk -= day.won + day.lost + day.left;
        (at, before, day)
    };
    days.into_iter().map(step).collect()
}

/// The share still open, with a step on each day on which a deal ended that `counts`; other ends count as censored.
///
/// Source: Kaplan and Meier, J. American Statistical Association 53, 1958; variance by Greenwood's formula,
/// `S² Σ d / (n (n − d))`; 0 once nobody is left.
pub fn kaplan_meier(spells: &[Spell], counts: impl Fn(Outcome) -> bool) -> Vec<SurvivalStep> {
    let (mut open, mut sum) = (1.0, 0.0);
    let step = |(days, n_at_risk, day): (u32, u32, Day)| {
        let won = if counts(Outcome::Won) { day.won } else { 0 };
        let n_ended = won + if counts(Outcome::Lost) { day.lost } else { 0 };
        if n_ended == 0 {
            return None;
        }
        let (n, d) = (f64::from(n_at_risk), f64::from(n_ended));
        open *= 1.0 - d / n;
        sum += if n_ended < n_at_risk { d / (n * (n - d)) } else { 0.0 };
        Some(SurvivalStep { days, n_at_risk, n_ended, open, variance: open * open * sum })
    };
    days(spells).into_iter().filter_map(step).collect()
}

/// Sums from which the variance of a share at any later day follows.
#[derive(Clone, Copy, Debug, Default)]
struct Running {
    share: f64,
    /// `Σ A`, `Σ F A` and `Σ F² A`, with `A = d / (n (n − d))`.
    ends: [f64; 3],
    /// `Σ S² d_k (n − d_k) / n³`.
    own: f64,
    /// `Σ S d_k / n²` and `Σ F S d_k / n²`.
    both: [f64; 2],
}

impl Running {
    fn step(&mut self, before: f64, n: f64, d: f64, own: f64) -> Incidence {
        self.share += before * own / n;
        let f = self.share;
        if d < n {
            let a = d / (n * (n - d));
            let [zero, one, two] = &mut self.ends;
            *zero += a;
            *one += f * a;
            *two += f * f * a;
        }
        self.own += before * before * own * (n - own) / (n * n * n);
        let b = before * own / (n * n);
        let [zero, one] = &mut self.both;
        *zero += b;
        *one += f * b;
        let ([a0, a1, a2], [b0, b1]) = (self.ends, self.both);
        let variance = f * f * a0 - 2.0 * f * a1 + a2 + self.own - 2.0 * (f * b0 - b1);
        Incidence { share: f, variance: variance.max(0.0) }
    }
}

/// The shares won and lost by each day on which a deal ended: they and the share still open add up to one.
///
/// Source: Aalen and Johansen, Scandinavian J. of Statistics 5, 1978; variance by the delta method, as in Marubini and
/// Valsecchi, Analysing Survival Data from Clinical Trials, 1995, ch. 10:
/// `Σ (F(t) − F_j)² d_j/(n_j (n_j − d_j)) + Σ S_{j−1}² d_kj (n_j − d_kj)/n_j³ − 2 Σ (F(t) − F_j) S_{j−1} d_kj/n_j²`.
pub fn aalen_johansen(spells: &[Spell]) -> Vec<IncidenceStep> {
    let mut open = 1.0;
    let (mut won, mut lost) = (Running::default(), Running::default());
    let step = |(days, n_at_risk, day): (u32, u32, Day)| {
        let n_ended = day.won + day.lost;
        if n_ended == 0 {
            return None;
        }
        let (n, d) = (f64::from(n_at_risk), f64::from(n_ended));
        let won = won.step(open, n, d, f64::from(day.won));
        let lost = lost.step(open, n, d, f64::from(day.lost));
        open *= 1.0 - d / n;
        Some(IncidenceStep { days, n_at_risk, open, won, lost })
    };
    self::days(spells).into_iter().filter_map(step).collect()
}

/// The first day by which that share of deals has ended; `None` if it is not reached.
pub fn days_until(steps: &[SurvivalStep], share: f64) -> Option<u32> {
    steps.iter().find(|step| step.open <= 1.0 - share).map(|step| step.days)
}
