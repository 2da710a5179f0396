//! Linear programs: the one place where the optimiser (the crate `microlp`, a simplex) is called.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions};

/// `lo ≤ Σ coefficient · x ≤ hi`; infinite where a side is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) coefficients: Vec<f64>,
    pub(super) lo: f64,
    pub(super) hi: f64,
}

/// Minimise `Σ cost · x` over rows and bounds.
#[derive(Clone, Debug, Default)]
pub(super) struct Linear {
    pub(super) bounds: Vec<(f64, f64)>,
    pub(super) costs: Vec<f64>,
    pub(super) rows: Vec<Row>,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Optimum {
    /// The point, and the sum that is least there.
    At(Vec<f64>, f64),
    /// No point meets the rows.
    Nowhere,
    /// Numbers so large, small or unlike that nothing can be said.
    Unknown,
}

/// What a row may be missed by where no variable is left in it, relative to its sides, which are of the size of 1.
const ROUND_OFF: f64 = 1e-7;
/// Coefficients this much smaller than the greatest of their row are noise.
const NOISE: f64 = 1e-7;
/// Nothing greater is handed over.
const MOST: f64 = 1e12;

impl Linear {
    /// The least point.
    pub(super) fn minimise(&self) -> Optimum {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut variables = Vec::with_capacity(self.bounds.len());
        for (place, (lo, hi)) in self.bounds.iter().enumerate() {
            let cost = self.costs.get(place).copied().unwrap_or(0.0);
            if !cost.is_finite() || lo.is_nan() || hi.is_nan() || hi < lo {
                return if hi < lo { Optimum::Nowhere } else { Optimum::Unknown };
            }
            variables.push(problem.add_var(cost, (*lo, *hi)));
        }
        for row in &self.rows {
            let greatest = row.coefficients.iter().map(|value| value.abs()).fold(0.0, f64::max);
            let side =
                [row.lo, row.hi].into_iter().filter(|side| side.is_finite()).fold(0.0, |a: f64, b| a.max(b.abs()));
            if row.coefficients.iter().any(|value| !value.is_finite()) || row.lo.is_nan() || row.hi.is_nan() {
                return Optimum::Unknown;
            }
            if greatest * MOST <= side || greatest == 0.0 {
                // Nothing can be moved in it: it holds as it is, or not at all.
                let allowed = ROUND_OFF * side.max(1.0);
                if row.lo <= allowed && -allowed <= row.hi {
                    continue;
                }
                return Optimum::Nowhere;
            }
            let terms = || {
                let pairs = variables.iter().zip(&row.coefficients);
                pairs.filter(|(_, value)| NOISE * greatest < value.abs()).map(|(at, value)| (*at, value / greatest))
            };
            if row.hi <= row.lo {
                problem.add_constraint(terms().collect::<Vec<_>>(), ComparisonOp::Eq, row.lo / greatest);
                continue;
            }
            if row.lo.is_finite() {
                problem.add_constraint(terms().collect::<Vec<_>>(), ComparisonOp::Ge, row.lo / greatest);
            }
            if row.hi.is_finite() {
                problem.add_constraint(terms().collect::<Vec<_>>(), ComparisonOp::Le, row.hi / greatest);
            }
        }
        match problem.solve_with(SolveOptions::default()).map(microlp::SolveOutcome::into_solution) {
            Ok(Ok(solution)) => {
                Optimum::At(variables.iter().map(|at| solution.var_value(*at)).collect(), solution.objective())
            }
            Err(microlp::Error::Infeasible) => Optimum::Nowhere,
            Ok(Err(_)) | Err(_) => Optimum::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(coefficients: &[f64], lo: f64, hi: f64) -> Row {
        Row { coefficients: coefficients.to_vec(), lo, hi }
    }

    #[test]
    fn the_least_point_is_found() {
        // x + y ≥ 2, x ≤ 1.5, cost 1·x + 3·y: all of x that there is, and half of y.
        let linear = Linear {
            bounds: vec![(0.0, 1.5), (0.0, 10.0)],
            costs: vec![1.0, 3.0],
            rows: vec![row(&[1.0, 1.0], 2.0, f64::INFINITY)],
        };
        let Optimum::At(at, least) = linear.minimise() else { panic!() };
        assert!((at[0] - 1.5).abs() < 1e-9 && (at[1] - 0.5).abs() < 1e-9 && (least - 3.0).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_met_is_nowhere() {
        let both = |rows: Vec<Row>| Linear { bounds: vec![(0.0, 1.0)], costs: vec![0.0], rows }.minimise();
        assert_eq!(both(vec![row(&[1.0], 2.0, f64::INFINITY)]), Optimum::Nowhere);
        assert_eq!(both(vec![row(&[0.0], 2.0, f64::INFINITY)]), Optimum::Nowhere);
        assert_eq!(both(vec![row(&[f64::NAN], 2.0, 3.0)]), Optimum::Unknown);
        assert!(matches!(both(vec![row(&[0.0], 0.0, 0.0)]), Optimum::At(..)));
        // What measuring leaves where nothing can move is no demand.
        assert!(matches!(both(vec![row(&[0.0], 9e-8, f64::INFINITY)]), Optimum::At(..)));
        assert_eq!(both(vec![row(&[0.0], 2e-7, f64::INFINITY)]), Optimum::Nowhere);
    }
}
