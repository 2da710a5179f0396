//! What territories are like, and the two linear models that learn from it: regression and account potential.

use std::collections::BTreeMap;

use super::answer::{Column, ColumnOf, EstimateError, Fit, How, Model, Note};
use super::draft::{Draft, Drafted};
use super::least_squares::LeastSquares;
use super::past::Past;
use super::settings::{Feature, PotentialOf};
use crate::engine::units::Month;

/// Numbers of all territories on the first day of a year.
struct Territories {
    potential: BTreeMap<usize, f64>,
    n_accounts: BTreeMap<usize, f64>,
    pipeline: BTreeMap<usize, f64>,
}

/// What each rep's accounts could buy. Owners are as of now: files keep no history of them.
fn potentials(past: &Past) -> BTreeMap<usize, f64> {
    let mut potentials = BTreeMap::new();
    for account in past.accounts() {
        if let Some((place, _)) = past.owner(account)
            && let Some(potential) = past.potential(account)
        {
            *potentials.entry(place).or_insert(0.0) += potential;
        }
    }
    potentials
}

impl Territories {
    /// Before the k-th year before; 0 is the year that is estimated.
    fn of(past: &Past, k: u32, potential: &BTreeMap<usize, f64>) -> Self {
        let year = past.start(k);
        let wants = |feature: Feature| past.settings.features.contains(&feature);
        Self {
            potential: potential.clone(),
            n_accounts: if wants(Feature::Accounts) { past.n_accounts(year) } else { BTreeMap::new() },
            pipeline: if wants(Feature::Pipeline) { past.pipeline(year) } else { BTreeMap::new() },
        }
    }

    /// A rep's number; `None` where it is not known.
    fn number(&self, past: &Past, place: usize, k: u32, feature: Feature) -> Option<f64> {
        let count = |counts: &BTreeMap<usize, f64>| Some(counts.get(&place).copied().unwrap_or(0.0));
        match feature {
            Feature::PriorSales => past.annual(place, k + 1),
            Feature::Accounts => count(&self.n_accounts),
            Feature::Potential => count(&self.potential),
            Feature::Pipeline => count(&self.pipeline),
            Feature::Tenure => {
                let year: Month = past.start(k);
                let from = past.person(place)?.from(past.year)?;
                Some(f64::from(year.since(from).max(0)) / 12.0)
            }
        }
    }

    /// The constant and the features.
    fn row(&self, past: &Past, place: usize, k: u32) -> Option<Vec<f64>> {
        let features = past.settings.features.iter().map(|feature| self.number(past, place, k, *feature));
        std::iter::once(Some(1.0)).chain(features).collect()
    }
}

/// Rows of numbers to columns.
fn columns(rows: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = rows.first().map_or(0, Vec::len);
    (0..n).map(|place| rows.iter().map(|row| row.get(place).copied().unwrap_or_default()).collect()).collect()
}

/// The years that rows are learned from, each with a year before it.
fn learned(past: &Past) -> Vec<u32> {
    let years: Vec<u32> = past.years().collect();
    years.iter().copied().filter(|k| years.contains(&(k + 1))).collect()
}

fn model(fit: &LeastSquares, what: &[ColumnOf], n_rows: usize) -> Fit {
    let numbers = fit.coefficients.iter().zip(fit.errors()).zip(&fit.is_dropped);
    let column = |(what, ((coefficient, error), is_dropped)): (&ColumnOf, ((&f64, Option<f64>), &bool))| Column {
        what: *what,
        coefficient: *coefficient,
        error,
        is_dropped: *is_dropped,
    };
    Fit {
        columns: what.iter().zip(numbers).map(column).collect(),
        n_rows: n_rows as u32,
        degrees: fit.degrees,
        r_squared: fit.r_squared,
        residual: fit.residual,
    }
}

fn dropped(fit: &LeastSquares) -> Vec<Note> {
    let n_columns = fit.is_dropped.iter().filter(|dropped| **dropped).count() as u32;
    if n_columns == 0 { Vec::new() } else { vec![Note::Dropped { n_columns }] }
}

/// Least squares of a year's sales on what was known of the territory on its first day, over all rep-years.
pub(super) fn regression(past: &Past) -> Result<Drafted, EstimateError> {
    let features = &past.settings.features;
    let learned = learned(past);
    if learned.is_empty() {
        return Err(EstimateError::TooFewYears { needed: 2, found: past.years().count() as u32 });
    }
    let potential = potentials(past);
    if features.contains(&Feature::Potential) && potential.values().all(|potential| *potential == 0.0) {
        return Err(EstimateError::NoPotential);
    }
    let (mut rows, mut sold) = (Vec::new(), Vec::new());
    for k in learned {
        let territories = Territories::of(past, k, &potential);
        for place in &past.reps {
            if let Some((row, sales)) = territories.row(past, *place, k).zip(past.annual(*place, k)) {
                rows.push(row);
                sold.push(sales);
            }
        }
    }
    // With one row more than columns the interval has one degree of freedom.
    let needed = features.len() + 2;
    let too_few = EstimateError::TooFewRows { needed: needed as u32, found: rows.len() as u32 };
    if rows.len() < needed {
        return Err(too_few);
    }
    let fit = LeastSquares::fit(&columns(&rows), &sold, true).ok_or(too_few)?;
    let now = Territories::of(past, 0, &potential);
    let draft = |place: &usize| {
        let row = now.row(past, *place, 0)?;
        let numbers = features.iter().zip(row.iter().zip(&fit.coefficients).skip(1));
        let parts = numbers.map(|(feature, (number, coefficient))| (*feature, *number, number * coefficient)).collect();
        let constant = fit.coefficients.first().copied().unwrap_or_default();
        let error = Some(fit.error(&row)).filter(|_| 0 < fit.degrees);
        Some(Draft { value: fit.predict(&row), centre: None, error, how: How::Regressed { constant, parts } })
    };
    let drafts = past.reps.iter().map(draft).collect();
    let what: Vec<ColumnOf> =
        std::iter::once(ColumnOf::Constant).chain(features.iter().copied().map(ColumnOf::Feature)).collect();
    let notes = dropped(&fit);
    let model = Model::Fit(model(&fit, &what, rows.len()));
    Ok(Drafted { drafts, degrees: fit.degrees, model, accounts: Vec::new(), notes })
}

/// `a·sales + b·(potential·share − sales)`; `a` and `b` stated, or by least squares on the years before.
pub(super) fn account_potential(past: &Past) -> Result<Drafted, EstimateError> {
    let potential = potentials(past);
    let is_known = past.settings.potential != PotentialOf::Nothing;
    if !is_known || potential.values().all(|potential| *potential == 0.0) {
        return Err(EstimateError::NoPotential);
    }
    let of = |place: usize| potential.get(&place).copied().unwrap_or(0.0);
    let row = |place: usize, sales: f64| vec![sales, of(place) * past.settings.share - sales];
    let what = [ColumnOf::Sales, ColumnOf::Headroom];
    let (fitted, weights, notes, degrees, model);
    if let Some((a, b)) = past.settings.potential_weights {
        let column = |what, coefficient| Column { what, coefficient, error: None, is_dropped: false };
        let columns = what.into_iter().zip([a, b]).map(|(what, number)| column(what, number)).collect();
        model = Fit { columns, n_rows: 0, degrees: 0, r_squared: None, residual: 0.0 };
        (fitted, weights, notes, degrees) = (None, [a, b], Vec::new(), 0);
    } else {
        let learned = learned(past);
        if learned.is_empty() {
            return Err(EstimateError::TooFewYears { needed: 2, found: past.years().count() as u32 });
        }
        let pairs = learned.iter().flat_map(|k| past.reps.iter().map(move |place| (*place, *k)));
        let row_of = |(place, k)| Some((row(place, past.annual(place, k + 1)?), past.annual(place, k)?));
        let (rows, sold): (Vec<Vec<f64>>, Vec<f64>) = pairs.filter_map(row_of).unzip();
        let too_few = EstimateError::TooFewRows { needed: 3, found: rows.len() as u32 };
        if rows.len() < 3 {
            return Err(too_few);
        }
        let fit = LeastSquares::fit(&columns(&rows), &sold, false).ok_or(too_few)?;
        let coefficient = |place: usize| fit.coefficients.get(place).copied().unwrap_or_default();
        model = self::model(&fit, &what, rows.len());
        (weights, notes, degrees) = ([coefficient(0), coefficient(1)], dropped(&fit), fit.degrees);
        fitted = Some(fit);
    }
    let [a, b] = weights;
    let draft = |place: &usize| {
        let sales = past.annual(*place, 1)?;
        let numbers = row(*place, sales);
        let error = fitted.as_ref().filter(|fit| 0 < fit.degrees).map(|fit| fit.error(&numbers));
        let value = numbers.iter().zip([a, b]).map(|(number, weight)| number * weight).sum();
        Some(Draft { value, centre: None, error, how: How::Potential { sales, potential: of(*place) } })
    };
    let drafts = past.reps.iter().map(draft).collect();
    Ok(Drafted { drafts, degrees, model: Model::Fit(model), accounts: Vec::new(), notes })
}
