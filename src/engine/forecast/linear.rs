//! Small symmetric systems of equations, by Cholesky's decomposition.

/// A symmetric matrix by its lower rows.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::engine) struct Symmetric {
    rows: Vec<Vec<f64>>,
}

/// `L` of `A = L Lᵀ`.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct Factor {
    rows: Vec<Vec<f64>>,
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

impl Symmetric {
    pub(in crate::engine) fn zero(n: usize) -> Self {
        Self { rows: (0..n).map(|row| vec![0.0; row + 1]).collect() }
    }

    /// Adds to the entry of that row and column, whichever is the greater; both are to be in range, or nothing happens.
    pub(in crate::engine) fn add(&mut self, row: usize, column: usize, value: f64) {
        let (row, column) = (row.max(column), row.min(column));
        if let Some(entry) = self.rows.get_mut(row).and_then(|row| row.get_mut(column)) {
            *entry += value;
        }
    }

    /// Its factor; `None` if it is not positive definite.
    pub(in crate::engine) fn factor(&self) -> Option<Factor> {
        self.factored(|square| Some(square).filter(|square| 1e-12 < *square && *square < f64::INFINITY))
    }

    /// Its factor, where what is not above 0 is held at a trace of the largest.
    pub(in crate::engine) fn held(&self) -> Factor {
        let largest = self.rows.iter().filter_map(|row| row.last()).fold(0.0, |largest, one| f64::max(largest, *one));
        self.factored(|square| Some(square.max(1e-12 * largest).max(1e-300))).unwrap_or_default()
    }

    fn factored(&self, pivot: impl Fn(f64) -> Option<f64>) -> Option<Factor> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let mut made: Vec<f64> = Vec::with_capacity(row.len());
            for (other, entry) in rows.iter().zip(row) {
                let (diagonal, before) = other.split_last()?;
                made.push((entry - dot(before, &made)) / diagonal);
            }
            made.push(libm::sqrt(pivot(row.last()? - dot(&made, &made))?));
            rows.push(made);
        }
        Some(Factor { rows })
    }
}

impl Factor {
    /// `y` of `L y = b`.
    pub(in crate::engine) fn forward(&self, b: &[f64]) -> Vec<f64> {
        let mut y: Vec<f64> = Vec::with_capacity(b.len());
        for (row, b) in self.rows.iter().zip(b) {
            let Some((diagonal, before)) = row.split_last() else { break };
            y.push((b - dot(before, &y)) / diagonal);
        }
        y
    }

    /// `x` of `A x = b`.
    pub(in crate::engine) fn solve(&self, b: &[f64]) -> Vec<f64> {
        let mut x = self.forward(b);
        for (place, row) in self.rows.iter().enumerate().rev() {
            let Some((diagonal, before)) = row.split_last() else { break };
            let Some(value) = x.get_mut(place) else { break };
            *value /= diagonal;
            let value = *value;
            for (x, entry) in x.iter_mut().zip(before) {
                *x -= entry * value;
            }
        }
        x
    }

    /// `gᵀ A⁻¹ g`: the variance of a linear function where `A` is an information matrix.
    pub(in crate::engine) fn variance(&self, g: &[f64]) -> f64 {
        let y = self.forward(g);
        dot(&y, &y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved() {
        let mut a = Symmetric::zero(3);
        for (row, column, value) in [(0, 0, 4.0), (1, 0, 2.0), (1, 1, 5.0), (0, 2, 1.0), (2, 1, -1.0), (2, 2, 3.0)] {
            a.add(row, column, value);
        }
        let factor = a.factor().unwrap();
        let x = factor.solve(&[4.0 + 4.0 + 3.0, 2.0 + 10.0 - 3.0, 1.0 - 2.0 + 9.0]);
        for (found, wanted) in x.iter().zip([1.0, 2.0, 3.0]) {
            assert!((found - wanted).abs() < 1e-12, "{x:?}");
        }
        let one = factor.solve(&[1.0, 0.0, 0.0])[0];
        assert!((factor.variance(&[1.0, 0.0, 0.0]) - one).abs() < 1e-12);
        let mut bad = Symmetric::zero(2);
        bad.add(0, 0, 1.0);
        bad.add(1, 0, 2.0);
        bad.add(1, 1, 1.0);
        assert!(bad.factor().is_none());
        let held = bad.held().solve(&[1.0, 2.0]);
        assert!(held.iter().all(|value| value.is_finite()), "{held:?}");
        for (found, wanted) in a.held().solve(&[11.0, 9.0, 8.0]).iter().zip([1.0, 2.0, 3.0]) {
            assert!((found - wanted).abs() < 1e-12, "{found}");
        }
    }
}
