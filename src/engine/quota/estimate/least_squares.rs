//! Least squares by orthogonal columns: stable where columns nearly repeat each other, and telling where they do.

/// A column whose part beside the columns before it is smaller than this share of it says nothing new.
const TOLERANCE: f64 = 1e-9;

/// A fitted linear model. `y ≈ Σ coefficient·column`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LeastSquares {
    /// By column; 0 for one that was dropped.
    pub(super) coefficients: Vec<f64>,
    /// By column: whether it says nothing that those before it do not say.
    pub(super) is_dropped: Vec<bool>,
    /// Rows less columns that are used.
    pub(super) degrees: u32,
    /// Standard deviation of what is left.
    pub(super) residual: f64,
    /// Share of the variation that is taken up; around the mean if the first column is constant, else around 0.
    pub(super) r_squared: Option<f64>,
    /// The triangular factor by kept column: parts along those before it, and its own length.
    factor: Vec<(Vec<f64>, f64)>,
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(x, y)| x * y).sum()
}

fn take(from: &mut [f64], factor: f64, what: &[f64]) {
    for (x, part) in from.iter_mut().zip(what) {
        *x -= factor * part;
    }
}

/// Takes from `vector` its parts along `basis`, twice so that rounding leaves none, and gives them.
fn project(vector: &mut [f64], basis: &[Vec<f64>]) -> Vec<f64> {
    let mut parts = vec![0.0; basis.len()];
    for _ in 0..2 {
        for (direction, part) in basis.iter().zip(&mut parts) {
            let along = dot(direction, vector);
            *part += along;
            take(vector, along, direction);
        }
    }
    parts
}

impl LeastSquares {
    /// Fits the columns, all as long as `y`, to it. `None` without rows, or with fewer rows than columns that are used.
    pub(super) fn fit(columns: &[Vec<f64>], y: &[f64], has_constant: bool) -> Option<Self> {
        if y.is_empty() || columns.iter().any(|column| column.len() != y.len()) {
            return None;
        }
        let mut basis: Vec<Vec<f64>> = Vec::new();
        let mut factor: Vec<(Vec<f64>, f64)> = Vec::new();
        let mut is_dropped = Vec::new();
        for column in columns {
            let mut rest = column.clone();
            let before = libm::sqrt(dot(&rest, &rest));
            let parts = project(&mut rest, &basis);
            let length = libm::sqrt(dot(&rest, &rest));
            let is_new = TOLERANCE * before < length && length.is_finite();
            is_dropped.push(!is_new);
            if is_new {
                for x in &mut rest {
                    *x /= length;
                }
                basis.push(rest);
                factor.push((parts, length));
            }
        }
        let degrees = y.len().checked_sub(basis.len())?;
        let mut rest = y.to_vec();
        let mut parts = project(&mut rest, &basis);
        let left = dot(&rest, &rest);
        let mean = if has_constant { y.iter().sum::<f64>() / y.len() as f64 } else { 0.0 };
        let all: f64 = y.iter().map(|y| (y - mean) * (y - mean)).sum();
        // From the last column back: what it takes goes off the parts of those before it.
        let mut kept = vec![0.0; factor.len()];
        for (place, (along, length)) in factor.iter().enumerate().rev() {
            let coefficient = parts.get(place).copied().unwrap_or_default() / length;
            take(&mut parts, coefficient, along);
            if let Some(slot) = kept.get_mut(place) {
                *slot = coefficient;
            }
        }
        let mut kept = kept.into_iter();
        let coefficients =
            is_dropped.iter().map(|dropped| if *dropped { 0.0 } else { kept.next().unwrap_or_default() }).collect();
        Some(Self {
            coefficients,
            is_dropped,
            degrees: degrees as u32,
            residual: if degrees == 0 { 0.0 } else { libm::sqrt(left / degrees as f64) },
            r_squared: (0.0 < all).then(|| (1.0 - left / all).clamp(0.0, 1.0)),
            factor,
        })
    }

    /// `x'(X'X)⁻¹x` for a row of numbers, one a column: the variance of what the model says there, in units of the
    /// residual's.
    pub(super) fn leverage(&self, row: &[f64]) -> f64 {
        let kept = row.iter().zip(&self.is_dropped).filter(|(_, dropped)| !**dropped).map(|(x, _)| *x);
        let mut solved: Vec<f64> = Vec::new();
        for (x, (along, length)) in kept.zip(&self.factor) {
            solved.push((x - dot(along, &solved)) / length);
        }
        dot(&solved, &solved)
    }

    /// What the model says for a row.
    pub(super) fn predict(&self, row: &[f64]) -> f64 {
        dot(&self.coefficients, row)
    }

    /// Standard error of what a new row will be: that of the model and of the row itself.
    pub(super) fn error(&self, row: &[f64]) -> f64 {
        self.residual * libm::sqrt(1.0 + self.leverage(row))
    }

    /// Standard errors of the coefficients; `None` for one that was dropped, and without degrees of freedom.
    pub(super) fn errors(&self) -> Vec<Option<f64>> {
        let n = self.is_dropped.len();
        let error = |(place, dropped): (usize, &bool)| {
            let unit: Vec<f64> = (0..n).map(|other| if other == place { 1.0 } else { 0.0 }).collect();
            (!dropped && 0 < self.degrees).then(|| self.residual * libm::sqrt(self.leverage(&unit)))
        };
        self.is_dropped.iter().enumerate().map(error).collect()
    }
}

#[cfg(test)]
mod tests;
