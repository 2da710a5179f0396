//! The least change that makes forecasts add up, weighted by their errors.
//!
//! With `C` the constraints (a sum less its parts is 0) and `W` the covariance of the errors, what comes out is
//! `ŷ − W Cᵀ (C W Cᵀ)⁻¹ C ŷ`, the same as the usual `S (Sᵀ W⁻¹ S)⁻¹ Sᵀ W⁻¹ ŷ` (Wickramasuriya, Athanasopoulos and Hyndman
//! 2019, theorem 1 and its dual): only as many unknowns as there are sums.

use super::linear::{Factor, Symmetric};
use super::method::Method;
use super::predict::Prediction;

/// Errors one step ahead at the same earlier origins, by node.
pub(super) struct Errors {
    by_node: Vec<Vec<f64>>,
    /// Mean squares; those that are 0 or unknown stand in for by the least of the others.
    variances: Vec<f64>,
}

/// What was said at earlier origins by the method that was taken, else by the one call.
pub(super) fn tried_of(one: &Prediction) -> &[Vec<f64>] {
    let row = one.tried.row(one.choice.method).or_else(|| one.tried.row(Method::Auto));
    row.map(|row| row.said.as_slice()).unwrap_or_default()
}

/// Nodes beyond which covariances are not looked at: their number grows with the square.
const MOST_NODES: usize = 1_500;
/// Sums beyond which forecasts do not give way to each other: the work grows with their cube.
pub(super) const MOST_SUMS: usize = 500;
/// Errors that covariances are measured from, at least.
const LEAST_ERRORS: usize = 4;

impl Errors {
    /// Of predictions whose methods were tried.
    pub(super) fn of(predictions: &[Prediction]) -> Self {
        let errors = |one: &Prediction| -> Vec<f64> {
            let first = |(said, actual): (&Vec<f64>, &Vec<f64>)| Some(actual.first()? - said.first()?);
            tried_of(one).iter().zip(&one.tried.actual).filter_map(first).collect()
        };
        Self::new(predictions.iter().map(errors).collect())
    }

    fn new(by_node: Vec<Vec<f64>>) -> Self {
        let square =
            |errors: &Vec<f64>| errors.iter().map(|error| error * error).sum::<f64>() / errors.len().max(1) as f64;
        let mut variances: Vec<f64> = by_node.iter().map(square).collect();
        let least = variances.iter().copied().filter(|square| 0.0 < *square).fold(f64::INFINITY, f64::min);
        for square in &mut variances {
            if *square <= 0.0 {
                *square = if least.is_finite() { 1e-6 * least } else { 1.0 };
            }
        }
        Self { by_node, variances }
    }

    /// Errors that all nodes have.
    fn n(&self) -> usize {
        self.by_node.iter().map(Vec::len).min().unwrap_or(0)
    }

    /// Whether they say nothing of how nodes differ.
    pub(super) fn are_few(&self) -> bool {
        self.n() < LEAST_ERRORS
    }

    /// The same without those of one origin.
    pub(super) fn without(&self, origin: usize) -> Self {
        let others = |errors: &Vec<f64>| -> Vec<f64> {
            errors.iter().enumerate().filter(|(place, _)| *place != origin).map(|(_, error)| *error).collect()
        };
        Self::new(self.by_node.iter().map(others).collect())
    }

    /// The share of the diagonal, `0 ≤ λ ≤ 1`, of least expected square error (Schäfer and Strimmer, Statistical Applications in
    /// Genetics and Molecular Biology 4, 2005): `Σ Var(r_ij) / Σ r_ij²` over pairs of standardised errors.
    fn shrinkage(&self) -> f64 {
        if self.are_few() || MOST_NODES < self.by_node.len() {
            return 1.0;
        }
        let n = self.n();
        let even = |(errors, variance): (&Vec<f64>, &f64)| -> Vec<f64> {
            errors.iter().take(n).map(|error| error / libm::sqrt(*variance)).collect()
        };
        let all: Vec<Vec<f64>> = self.by_node.iter().zip(&self.variances).map(even).collect();
        let (mut varies, mut squares) = (0.0, 0.0);
        let count = n as f64;
        for (place, one) in all.iter().enumerate() {
            for other in all.iter().take(place) {
                let product = || one.iter().zip(other).map(|(one, other)| one * other);
                let mean = product().sum::<f64>() / count;
                let square: f64 = product().map(|product| (product - mean) * (product - mean)).sum();
                varies += square / (count * (count - 1.0));
                squares += mean * mean;
            }
        }
        if 0.0 < squares { (varies / squares).clamp(0.0, 1.0) } else { 1.0 }
    }
}

/// Constraints with what they weigh.
pub(super) struct Solve {
    n_above: usize,
    /// For each part the places of its sums.
    links: Vec<Vec<usize>>,
    /// `W Cᵀ`, a row a node.
    weighted: Vec<Vec<f64>>,
    /// That of `C W Cᵀ`.
    factor: Factor,
}

impl Solve {
    /// Each node weighs as much as it has parts.
    pub(super) fn structural(n_above: usize, links: &[Vec<usize>]) -> Self {
        let mut counts = vec![0.0; n_above];
        for place in links.iter().flatten() {
            if let Some(count) = counts.get_mut(*place) {
                *count += 1.0;
            }
        }
        let diagonal: Vec<f64> = counts.into_iter().chain(links.iter().map(|_| 1.0)).collect();
        Self::new(n_above, links, &diagonal, None)
    }

    /// Each node weighs by the variance of its errors.
    pub(super) fn variances(n_above: usize, links: &[Vec<usize>], errors: &Errors) -> Self {
        Self::new(n_above, links, &errors.variances, None)
    }

    /// By the covariances of errors drawn to their diagonal.
    pub(super) fn shrunk(n_above: usize, links: &[Vec<usize>], errors: &Errors) -> Self {
        let share = errors.shrinkage();
        Self::new(n_above, links, &errors.variances, (share < 1.0).then_some((share, errors)))
    }

    fn new(n_above: usize, links: &[Vec<usize>], diagonal: &[f64], shrunk: Option<(f64, &Errors)>) -> Self {
        let n = n_above + links.len();
        let mut solve =
            Self { n_above, links: links.to_vec(), weighted: Vec::with_capacity(n), factor: Factor::default() };
        let (share, errors) = shrunk.unzip();
        let share = share.unwrap_or(1.0);
        // Each origin's errors as the constraints see them.
        let n_errors = errors.map_or(0, Errors::n);
        let at = |node: usize, origin: usize| {
            errors.and_then(|errors| errors.by_node.get(node)?.get(origin)).copied().unwrap_or(0.0)
        };
        let seen: Vec<Vec<f64>> = (0..n_errors).map(|origin| solve.constrained(&|node| at(node, origin))).collect();
        for node in 0..n {
            let own = diagonal.get(node).copied().unwrap_or(1.0);
            let mut row: Vec<f64> = (0..n_above).map(|sum| share * own * solve.sign(sum, node)).collect();
            for (origin, seen) in seen.iter().enumerate() {
                let error = (1.0 - share) * at(node, origin) / n_errors as f64;
                row.iter_mut().zip(seen).for_each(|(row, seen)| *row += error * seen);
            }
            solve.weighted.push(row);
        }
        let mut square = Symmetric::zero(n_above);
        for column in 0..n_above {
            let at = |node: usize| solve.weighted.get(node).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
            for (row, value) in solve.constrained(&at).into_iter().enumerate().skip(column) {
                square.add(row, column, value);
            }
        }
        solve.factor = square.held();
        solve
    }

    /// `C` times a vector: each sum less its parts.
    fn constrained(&self, at: &dyn Fn(usize) -> f64) -> Vec<f64> {
        let mut found: Vec<f64> = (0..self.n_above).map(at).collect();
        for (part, links) in self.links.iter().enumerate() {
            for place in links {
                if let Some(sum) = found.get_mut(*place) {
                    *sum -= at(self.n_above + part);
                }
            }
        }
        found
    }

    /// What a constraint makes of a node: 1 for its sum, −1 for a part, else 0.
    fn sign(&self, sum: usize, node: usize) -> f64 {
        match node.checked_sub(self.n_above) {
            None => f64::from(u8::from(sum == node)),
            Some(part) if self.links.get(part).is_some_and(|links| links.contains(&sum)) => -1.0,
            Some(_) => 0.0,
        }
    }

    /// The parts after the least change.
    pub(super) fn parts(&self, base: &[f64]) -> Vec<f64> {
        let gap = self.constrained(&|node| base.get(node).copied().unwrap_or(0.0));
        let force = self.factor.solve(&gap);
        let moved = |(value, row): (&f64, &Vec<f64>)| {
            value - row.iter().zip(&force).map(|(weight, force)| weight * force).sum::<f64>()
        };
        base.iter().zip(&self.weighted).skip(self.n_above).map(moved).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_variances_the_uncertain_gives_way_most() {
        // 10 against 3 + 5, variances 4, 1, 3: the gap of 2 is shared as 4 : 1 : 3.
        let errors = Errors { by_node: Vec::new(), variances: vec![4.0, 1.0, 3.0] };
        let found = Solve::variances(1, &[vec![0], vec![0]], &errors).parts(&[10.0, 3.0, 5.0]);
        assert!((found[0] - 3.25).abs() < 1e-12 && (found[1] - 5.75).abs() < 1e-12, "{found:?}");
        // Structural: 2, 1, 1.
        let found = Solve::structural(1, &[vec![0], vec![0]]).parts(&[10.0, 3.0, 5.0]);
        assert!((found[0] - 3.5).abs() < 1e-12 && (found[1] - 5.5).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn by_covariances_as_the_formula_says() {
        // S (Sᵀ W⁻¹ S)⁻¹ Sᵀ W⁻¹ ŷ with W of the errors below, drawn to its diagonal; computed apart for two parts.
        let by_node = vec![
            vec![2.0, -1.0, 3.0, -2.0, 1.0, -3.0],
            vec![1.0, -1.0, 1.5, -1.5, 1.0, -1.0],
            vec![1.5, 0.5, 1.0, -1.0, -0.5, -1.5],
        ];
        let variances: Vec<f64> = by_node.iter().map(|one| one.iter().map(|e| e * e).sum::<f64>() / 6.0).collect();
        let errors = Errors { by_node: by_node.clone(), variances: variances.clone() };
        let share = errors.shrinkage();
        assert!(0.0 < share && share < 1.0);
        let w = |i: usize, j: usize| {
            let mean: f64 = by_node[i].iter().zip(&by_node[j]).map(|(one, other)| one * other).sum::<f64>() / 6.0;
            if i == j { variances[i] } else { (1.0 - share) * mean }
        };
        // C = (1, −1, −1): ŷ − W Cᵀ (C ŷ) / (C W Cᵀ).
        let wc = |i: usize| w(i, 0) - w(i, 1) - w(i, 2);
        let gap = 10.0 - 3.0 - 5.0;
        let square = wc(0) - wc(1) - wc(2);
        let found = Solve::shrunk(1, &[vec![0], vec![0]], &errors).parts(&[10.0, 3.0, 5.0]);
        assert!((found[0] - (3.0 - wc(1) * gap / square)).abs() < 1e-9, "{found:?}");
        assert!((found[1] - (5.0 - wc(2) * gap / square)).abs() < 1e-9, "{found:?}");
    }
}
