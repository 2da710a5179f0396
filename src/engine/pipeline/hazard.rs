//! Chances to be won and to be lost in a period, for deals that are open at its start.
//!
//! Two causes that compete: `ln(p_win / p_stay) = x β_win` and `ln(p_lose / p_stay) = x β_lose`, fitted together by
//! penalised maximum likelihood (Newton's method). Source: Allison 1982 (discrete time), Tutz and Schmid, Modeling Discrete
//! Time-to-Event Data, 2016, ch. 8 (competing risks).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::coding::{Coding, Columns, Traits, month_of_quarter, person_periods};
use super::view::{KnownDeal, View};
use crate::engine::forecast::{Factor, Symmetric};
use crate::engine::records::{Outcome, join_key};

/// Weight of the squared difference of neighbouring stretches of age.
const SMOOTH: f64 = 0.5;
/// Weight of squared coefficients: a normal prior of that precision.
const RIDGE: f64 = 1.0;
/// Weight that ties the level to that of all deals, so that the system has one solution.
const ANCHOR: f64 = 1e-3;
/// Steps of Newton's method, at most.
const MOST_STEPS: usize = 40;
/// Reps with whom reps are told apart.
const LEAST_REPS: usize = 3;

/// Chances of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chances {
    /// To be won in it.
    pub win: f64,
    /// To be lost in it.
    pub lose: f64,
}

/// Fitted chances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HazardModel {
    /// What they hang on.
    pub coding: Coding,
    /// Coefficients of winning, by column of the coding.
    pub win: Vec<f64>,
    /// Coefficients of losing.
    pub lose: Vec<f64>,
    /// Factor on the odds of winning of each rep's deals, by its key; 1 for others.
    pub reps: BTreeMap<String, f64>,
    /// Periods of deals' lives that it was fitted to.
    pub n_periods: u64,
    /// Deals that were won in them.
    pub n_won: u64,
    /// Deals that were lost in them.
    pub n_lost: u64,
}

/// A model, and how sure its coefficients are.
pub(super) struct Fit {
    pub(super) model: HazardModel,
    /// Of the penalised information, both causes one after the other.
    pub(super) factor: Option<Factor>,
}

/// Periods with the same columns.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    n: f64,
    won: f64,
    lost: f64,
}

/// The levels that make up a cell.
type Key = (u16, Traits, u8);

/// Fits to every whole period of the view.
pub(super) fn fit(view: &View, coding: Coding) -> Fit {
    let mut cells: BTreeMap<Key, Cell> = BTreeMap::new();
    let mut last: Option<(&KnownDeal, Traits)> = None;
    for row in person_periods(view, coding.step) {
        let traits = match last {
            Some((deal, traits)) if std::ptr::eq(deal, row.deal) => traits,
            _ => coding.traits(row.deal),
        };
        last = Some((row.deal, traits));
        let season = if coding.has_season { month_of_quarter(row.middle) } else { 0 };
        let cell = cells.entry((coding.bin(row.period), traits, season)).or_default();
        cell.n += 1.0;
        match row.outcome {
            Outcome::Won => cell.won += 1.0,
            Outcome::Lost => cell.lost += 1.0,
            Outcome::Open => {}
        }
    }
    let rows: Vec<(Columns, Cell)> =
        cells.into_iter().map(|((bin, traits, season), cell)| (coding.columns(bin, traits, season), cell)).collect();
    let total = rows.iter().fold(Cell::default(), |sum, (_, cell)| Cell {
        n: sum.n + cell.n,
        won: sum.won + cell.won,
        lost: sum.lost + cell.lost,
    });
    // Half a deal more of each kind keeps the logarithms finite.
    let stayed = (total.n - total.won - total.lost).max(0.0) + 0.5;
    let base = [libm::log((total.won + 0.5) / stayed), libm::log((total.lost + 0.5) / stayed)];
    let [n_bins, .., n] = coding.offsets();
    let problem = Problem { rows: &rows, n, n_bins, base };
    let start: Vec<f64> =
        base.iter().flat_map(|level| (0..n).map(|place| if place < n_bins { *level } else { 0.0 })).collect();
    let (coefficients, factor) = problem.solve(start);
    let (win, lose) = coefficients.split_at(n.min(coefficients.len()));
    let mut model = HazardModel {
        coding,
        win: win.to_vec(),
        lose: lose.to_vec(),
        reps: BTreeMap::new(),
        n_periods: total.n as u64,
        n_won: total.won as u64,
        n_lost: total.lost as u64,
    };
    model.reps = rep_factors(view, &model);
    Fit { model, factor }
}

struct Problem<'a> {
    rows: &'a [(Columns, Cell)],
    n: usize,
    n_bins: usize,
    base: [f64; 2],
}

fn value(coefficients: &[f64], columns: &Columns) -> f64 {
    columns.iter().flatten().fold(0.0, |sum, (place, x)| sum + coefficients.get(*place).copied().unwrap_or(0.0) * x)
}

/// `p_win` and `p_lose` of two logarithms of odds against staying.
fn chances(win: f64, lose: f64) -> Chances {
    let (win, lose) = (libm::exp(win.clamp(-40.0, 40.0)), libm::exp(lose.clamp(-40.0, 40.0)));
    let all = 1.0 + win + lose;
    Chances { win: win / all, lose: lose / all }
}

impl Problem<'_> {
    /// Newton's method with halved steps where a step goes too far; the objective is concave.
    fn solve(&self, start: Vec<f64>) -> (Vec<f64>, Option<Factor>) {
        let mut at = start;
        let mut score = self.score(&at);
        let mut factor = None;
        for _ in 0..MOST_STEPS {
            let (gradient, information) = self.derivatives(&at);
            let Some(found) = information.factor() else { break };
            let step = found.solve(&gradient);
            factor = Some(found);
            let size = step.iter().fold(0.0_f64, |most, by| most.max(by.abs()));
            let mut share = (4.0 / size.max(4.0)).min(1.0);
            let mut moved = false;
            for _ in 0..20 {
                let next: Vec<f64> = at.iter().zip(&step).map(|(at, by)| at + share * by).collect();
                let found = self.score(&next);
                if score <= found {
                    (at, score, moved) = (next, found, true);
                    break;
                }
                share *= 0.5;
            }
            if !moved || size < 1e-9 {
                break;
            }
        }
        (at, factor)
    }

    /// Penalised log-likelihood.
    fn score(&self, at: &[f64]) -> f64 {
        let (win, lose) = at.split_at(self.n.min(at.len()));
        let mut score = 0.0;
        for (columns, cell) in self.rows {
            let (win, lose) = (value(win, columns), value(lose, columns));
            let all = 1.0 + libm::exp(win.clamp(-40.0, 40.0)) + libm::exp(lose.clamp(-40.0, 40.0));
            score += cell.won * win + cell.lost * lose - cell.n * libm::log(all);
        }
        for (part, base) in [win, lose].into_iter().zip(self.base) {
            let (bins, others) = part.split_at(self.n_bins.min(part.len()));
            for (one, next) in bins.iter().zip(bins.iter().skip(1)) {
                score -= 0.5 * SMOOTH * (next - one) * (next - one);
            }
            for bin in bins {
                score -= 0.5 * ANCHOR * (bin - base) * (bin - base);
            }
            for other in others {
                score -= 0.5 * RIDGE * other * other;
            }
        }
        score
    }

    fn derivatives(&self, at: &[f64]) -> (Vec<f64>, Symmetric) {
        let n = self.n;
        let mut gradient = vec![0.0; 2 * n];
        let mut information = Symmetric::zero(2 * n);
        let mut push = |place: usize, by: f64| {
            if let Some(entry) = gradient.get_mut(place) {
                *entry += by;
            }
        };
        let (win, lose) = at.split_at(n.min(at.len()));
        for (columns, cell) in self.rows {
            let p = chances(value(win, columns), value(lose, columns));
            let own = [cell.n * p.win * (1.0 - p.win), cell.n * p.lose * (1.0 - p.lose)];
            let both = -cell.n * p.win * p.lose;
            for (place, x) in columns.iter().flatten() {
                push(*place, x * (cell.won - cell.n * p.win));
                push(n + place, x * (cell.lost - cell.n * p.lose));
                for (other, y) in columns.iter().flatten() {
                    if other <= place {
                        information.add(*place, *other, x * y * own[0]);
                        information.add(n + place, n + other, x * y * own[1]);
                    }
                    information.add(n + place, *other, x * y * both);
                }
            }
        }
        for (cause, base) in self.base.into_iter().enumerate() {
            let from = cause * n;
            let of = |place: usize| at.get(from + place).copied().unwrap_or(0.0);
            for place in 0..n {
                if self.n_bins <= place {
                    push(from + place, -RIDGE * of(place));
                    information.add(from + place, from + place, RIDGE);
                    continue;
                }
                push(from + place, -ANCHOR * (of(place) - base));
                information.add(from + place, from + place, ANCHOR);
                if place + 1 < self.n_bins {
                    let difference = of(place + 1) - of(place);
                    push(from + place, SMOOTH * difference);
                    push(from + place + 1, -SMOOTH * difference);
                    information.add(from + place, from + place, SMOOTH);
                    information.add(from + place + 1, from + place + 1, SMOOTH);
                    information.add(from + place + 1, from + place, -SMOOTH);
                }
            }
        }
        (gradient, information)
    }
}

/// Factor of each rep, drawn to 1 by what chance alone makes of differences: `(won + k) / (expected + k)`, `1/k` the variance
/// between reps beyond chance (empirical Bayes, gamma and Poisson: Robbins 1956, Morris 1983). None where there is no such variance.
fn rep_factors(view: &View, model: &HazardModel) -> BTreeMap<String, f64> {
    let mut reps: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    let mut last: Option<(&KnownDeal, Traits, String)> = None;
    for row in person_periods(view, model.coding.step) {
        let (traits, key) = match &last {
            Some((deal, traits, key)) if std::ptr::eq(*deal, row.deal) => (*traits, key.clone()),
            _ => (model.coding.traits(row.deal), join_key(&row.deal.rep.0)),
        };
        let expected = model.chances(traits, 1.0, row.period, month_of_quarter(row.middle)).win;
        let (won, sum) = reps.entry(key.clone()).or_default();
        *won += f64::from(u8::from(row.outcome == Outcome::Won));
        *sum += expected;
        last = Some((row.deal, traits, key));
    }
    reps.remove("");
    let excess: f64 = reps.values().map(|(won, expected)| (won - expected) * (won - expected) - expected).sum();
    let square: f64 = reps.values().map(|(_, expected)| expected * expected).sum();
    if reps.len() < LEAST_REPS || excess <= 0.0 || square <= 0.0 {
        return BTreeMap::new();
    }
    let k = square / excess;
    reps.into_iter().map(|(rep, (won, expected))| (rep, (won + k) / (expected + k))).collect()
}

impl HazardModel {
    /// The chances of a period for a deal of those covariates.
    pub(super) fn chances(&self, traits: Traits, rep: f64, period: u32, month_of_quarter: u8) -> Chances {
        let columns = self.coding.columns(self.coding.bin(period), traits, month_of_quarter);
        chances(value(&self.win, &columns) + libm::log(rep), value(&self.lose, &columns))
    }

    /// The factor of the deal's rep.
    pub(super) fn rep(&self, deal: &KnownDeal) -> f64 {
        if self.reps.is_empty() { 1.0 } else { self.reps.get(&join_key(&deal.rep.0)).copied().unwrap_or(1.0) }
    }

    /// The chances of a deal, open at the start of the period, in a month of the quarter from 0 to 2.
    pub fn of_deal(&self, deal: &KnownDeal, period: u32, month_of_quarter: u8) -> Chances {
        self.chances(self.coding.traits(deal), self.rep(deal), period, month_of_quarter)
    }
}
