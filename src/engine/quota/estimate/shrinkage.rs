//! Own history drawn to the peers' mean as far as chance explains it: empirical Bayes, variances by the method of moments.

use std::collections::BTreeMap;

use super::answer::{EstimateError, How, Model};
use super::draft::{Draft, Drafted, finite};
use super::past::Past;
use super::settings::Pieces;

/// A quarter of which a rep was there for less says nothing of a whole one; months.
const LEAST_MONTHS: f64 = 2.0;

/// One rep's pieces of history, each as an amount a year.
#[derive(Clone, Debug, Default)]
struct Own {
    n: u32,
    mean: f64,
    /// Squares around the mean.
    squares: f64,
}

impl Own {
    fn of(pieces: &[f64]) -> Self {
        let n = pieces.len() as f64;
        let mean = if pieces.is_empty() { 0.0 } else { pieces.iter().sum::<f64>() / n };
        Self { n: pieces.len() as u32, mean, squares: pieces.iter().map(|x| (x - mean) * (x - mean)).sum() }
    }
}

/// What is learned of all together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Variances {
    /// Between the true levels of reps.
    tau2: f64,
    /// Of one rep from piece to piece.
    sigma2: f64,
    degrees: u32,
}

/// Variances of a one-way layout with groups of peers, by their mean squares. `years` is what pieces vary by as far as whole
/// years tell it, with its degrees of freedom: where good and bad years last, pieces of a year are alike, and vary less
/// than what is to come.
fn variances(groups: &BTreeMap<String, Vec<&Own>>, years: Option<(f64, u32)>) -> Variances {
    let (mut within, mut degrees) = (0.0, 0);
    let (mut between, mut n_reps, mut n_groups, mut n_all, mut uneven) = (0.0, 0, 0, 0.0, 0.0);
    for group in groups.values() {
        let n: f64 = group.iter().map(|own| f64::from(own.n)).sum();
        let mean = group.iter().map(|own| f64::from(own.n) * own.mean).sum::<f64>() / n;
        for own in group {
            within += own.squares;
            degrees += own.n.saturating_sub(1);
            between += f64::from(own.n) * (own.mean - mean) * (own.mean - mean);
            uneven += f64::from(own.n) * f64::from(own.n) / n;
        }
        (n_reps, n_groups, n_all) = (n_reps + group.len(), n_groups + 1, n_all + n);
    }
    let of_pieces = if degrees == 0 { 0.0 } else { within / f64::from(degrees) };
    let (sigma2, degrees) = years.filter(|(variance, _)| of_pieces < *variance).unwrap_or((of_pieces, degrees));
    let of_means = n_reps.saturating_sub(n_groups) as f64;
    let tau2 = if of_means == 0.0 {
        0.0
    } else {
        let n_mean = (n_all - uneven) / of_means;
        ((between / of_means - sigma2) / n_mean).max(0.0)
    };
    Variances { tau2: finite(tau2), sigma2: finite(sigma2), degrees }
}

impl Variances {
    /// `n·tau² / (n·tau² + sigma²)`
    fn weight(self, n: u32) -> f64 {
        let own = f64::from(n) * self.tau2;
        if own + self.sigma2 == 0.0 { 0.0 } else { own / (own + self.sigma2) }
    }

    /// The peers' mean, each weighed by how well his or hers is known, with its variance.
    fn peer(self, group: &[&Own]) -> (f64, f64) {
        let weight = |own: &Own| {
            let variance = self.tau2 + self.sigma2 / f64::from(own.n.max(1));
            if variance == 0.0 { 1.0 } else { 1.0 / variance }
        };
        let all: f64 = group.iter().map(|own| weight(own)).sum();
        let mean = group.iter().map(|own| weight(own) * own.mean).sum::<f64>() / all;
        (mean, if self.tau2 + self.sigma2 == 0.0 { 0.0 } else { 1.0 / all })
    }
}

/// `w·own + (1 − w)·peer`.
pub(super) fn shrinkage(past: &Past) -> Result<Drafted, EstimateError> {
    let levels = levels(past);
    let seasons = seasons(past);
    let per_year = if past.settings.pieces == Pieces::Quarters { 4.0 } else { 1.0 };
    let own: Vec<Own> = past.reps.iter().map(|place| Own::of(&pieces(past, *place, &levels, seasons))).collect();
    let mut groups: BTreeMap<String, Vec<&Own>> = BTreeMap::new();
    for (place, own) in past.reps.iter().zip(&own).filter(|(_, own)| 0 < own.n) {
        groups.entry(past.group(*place)).or_default().push(own);
    }
    if groups.is_empty() {
        return Err(EstimateError::NoHistory);
    }
    let found = variances(&groups, of_years(past, &levels).filter(|_| past.settings.pieces == Pieces::Quarters));
    if found.degrees == 0 {
        let years = past.years().count() as u32;
        return Err(EstimateError::TooFewYears { needed: 2.max(years + 1), found: years });
    }
    let everyone: Vec<&Own> = groups.values().flatten().copied().collect();
    let draft = |(place, own): (&usize, &Own)| {
        let peers = groups.get(&past.group(*place)).unwrap_or(&everyone);
        let (peer, of_peer) = found.peer(peers);
        let weight = found.weight(own.n);
        let error = found.tau2 * (1.0 - weight) + (1.0 - weight) * (1.0 - weight) * of_peer + found.sigma2 / per_year;
        Some(Draft {
            value: weight * own.mean + (1.0 - weight) * peer,
            centre: None,
            error: Some(libm::sqrt(error)),
            how: How::Shrunk { own: own.mean, peer, weight, n: own.n },
        })
    };
    let drafts = past.reps.iter().zip(&own).map(draft).collect();
    let Variances { tau2, sigma2, degrees } = found;
    let model = Model::Shrinkage { tau2, sigma2, degrees, n_reps: everyone.len() as u32 };
    Ok(Drafted { drafts, degrees, model, accounts: Vec::new(), notes: Vec::new() })
}

/// Variance of quarters as whole years tell it, four times that of years, with its degrees of freedom; `None` if nobody has
/// two.
fn of_years(past: &Past, levels: &[f64]) -> Option<(f64, u32)> {
    let years = |place: &usize| -> Vec<f64> {
        past.years().zip(levels).filter_map(|(k, level)| Some(past.annual(*place, k)? * level)).collect()
    };
    let all = past.reps.iter().map(|place| Own::of(&years(place)));
    let (squares, degrees) =
        all.fold((0.0, 0), |(squares, n), own| (squares + own.squares, n + own.n.saturating_sub(1)));
    (0 < degrees).then(|| (4.0 * squares / f64::from(degrees), degrees))
}

/// What brings each year, the last first, to the level of the last: growth of those who were there in both, chained.
fn levels(past: &Past) -> Vec<f64> {
    let mut levels = vec![1.0];
    let mut level = 1.0;
    for k in past.years().skip(1) {
        let pairs = past.reps.iter().filter_map(|place| Some((past.annual(*place, k)?, past.annual(*place, k - 1)?)));
        let (earlier, later) = pairs.fold((0.0, 0.0), |(one, other), (x, y)| (one + x, other + y));
        if past.settings.is_levelled && 0.0 < earlier && 0.0 < later {
            level *= later / earlier;
        }
        levels.push(level);
    }
    levels
}

/// What the whole team sells in each quarter over a quarter of the year's, by the years that the data covers whole.
fn seasons(past: &Past) -> [f64; 4] {
    let mut sums = [0.0; 4];
    for k in past.years().filter(|k| past.n_months(*k) == 12) {
        for (sum, start) in sums.iter_mut().zip(quarters(past, k)) {
            *sum += past.reps.iter().map(|place| past.sales(*place, start, 3)).sum::<f64>();
        }
    }
    let all: f64 = sums.iter().sum();
    let season = |sum: f64| if 0.0 < all && 0.0 < sum { sum * 4.0 / all } else { 1.0 };
    sums.map(season)
}

/// First months of the quarters of a year before.
fn quarters(past: &Past, k: u32) -> [crate::engine::units::Month; 4] {
    [0, 3, 6, 9].map(|step| past.start(k).plus(step))
}

fn pieces(past: &Past, place: usize, levels: &[f64], seasons: [f64; 4]) -> Vec<f64> {
    let mut found = Vec::new();
    for (k, level) in past.years().zip(levels) {
        if past.settings.pieces == Pieces::Years {
            found.extend(past.annual(place, k).map(|sales| sales * level));
            continue;
        }
        for (start, season) in quarters(past, k).into_iter().zip(seasons) {
            let months = past.presence(place, start, 3);
            if LEAST_MONTHS <= months {
                found.push(past.sales(place, start, 3) * 12.0 / months / season * level);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(reps: &[&[f64]]) -> Variances {
        let own: Vec<Own> = reps.iter().map(|pieces| Own::of(pieces)).collect();
        variances(&BTreeMap::from([(String::new(), own.iter().collect())]), None)
    }

    #[test]
    fn variances_of_layouts_worked_by_hand() {
        let check = |reps: &[&[f64]], tau2: f64, sigma2: f64, degrees: u32| {
            let found = found(reps);
            assert!((found.tau2 - tau2).abs() < 1e-9 && (found.sigma2 - sigma2).abs() < 1e-9, "{found:?}");
            assert_eq!(found.degrees, degrees);
        };
        // Means 120 and 70; within 800 + 200 over 2 = 500; between 2·(25² + 25²) = 2 500 over 1; (2 500 − 500) / 2.
        check(&[&[100.0, 140.0], &[60.0, 80.0]], 1_000.0, 500.0, 2);
        // The same mean for both: what lies between is less than chance would make, and is nothing.
        check(&[&[90.0, 110.0], &[80.0, 120.0]], 0.0, 500.0, 2);
        check(&[&[5.0, 5.0], &[5.0, 5.0, 5.0]], 0.0, 0.0, 3);
        check(&[&[1.0, 3.0]], 0.0, 2.0, 1);
        // Uneven: means 10 (n 1) and 20 (n 3), grand 17.5; within 2 over 2; between 56.25 + 18.75 = 75 over 1;
        // n₀ = 4 − 10/4 = 1.5; (75 − 1) / 1.5.
        check(&[&[10.0], &[19.0, 20.0, 21.0]], 74.0 / 1.5, 1.0, 2);
    }

    #[test]
    fn years_that_vary_more_than_their_quarters_imply_are_believed() {
        let own = [Own::of(&[9.0, 11.0]), Own::of(&[19.0, 21.0])];
        let groups = BTreeMap::from([(String::new(), own.iter().collect())]);
        // Within 2 over 1 each: 2. Between 2 · (5² + 5²) = 100 over 1, two a rep.
        let found = |years| variances(&groups, years);
        assert_eq!(found(Some((1.0, 7))), Variances { tau2: 49.0, sigma2: 2.0, degrees: 2 });
        assert_eq!(found(Some((40.0, 1))), Variances { tau2: 30.0, sigma2: 40.0, degrees: 1 });
        assert!(found(Some((400.0, 1))).tau2.abs() < 1e-12);
    }

    #[test]
    fn weights_grow_with_history_and_with_what_lies_between() {
        let weight = |tau2: f64, sigma2: f64, n: u32| Variances { tau2, sigma2, degrees: 1 }.weight(n);
        assert!((weight(1_000.0, 500.0, 2) - 0.8).abs() < 1e-12);
        for (found, expected) in [
            (weight(0.0, 0.0, 3), 0.0),
            (weight(0.0, 5.0, 3), 0.0),
            (weight(5.0, 0.0, 1), 1.0),
            (weight(5.0, 5.0, 0), 0.0),
        ] {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
        assert!(weight(1.0, 4.0, 2) < weight(1.0, 4.0, 8) && weight(1.0, 4.0, 2) < weight(2.0, 4.0, 2));
    }
}
