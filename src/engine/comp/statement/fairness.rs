//! Pay for performance: how closely pay follows attainment.

use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::summary::RepPoint;

/// The straight line of pay through attainment by least squares, and how close reps lie to it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PayLine {
    /// Pay at attainment 0, in currency.
    pub intercept: f64,
    /// Pay for one more quota's worth of attainment, in currency.
    pub slope: f64,
    /// Pearson's correlation, from −1 to 1.
    pub correlation: f64,
    /// Reps with an attainment.
    pub n_reps: u32,
}

/// The line through all reps that have an attainment; `None` for fewer than three, or if all attain or earn the same.
pub fn pay_line(points: &[RepPoint]) -> Option<PayLine> {
    let known: Vec<(f64, f64)> =
        points.iter().filter_map(|point| Some((point.attainment?.to_f64()?, point.pay.to_f64()))).collect();
    let n = known.len() as f64;
    if known.len() < 3 {
        return None;
    }
    let (mean_x, mean_y) = (known.iter().map(|p| p.0).sum::<f64>() / n, known.iter().map(|p| p.1).sum::<f64>() / n);
    let sum = |of: fn(f64, f64) -> f64| known.iter().map(|(x, y)| of(x - mean_x, y - mean_y)).sum::<f64>();
    let (xx, xy, yy) = (sum(|x, _| x * x), sum(|x, y| x * y), sum(|_, y| y * y));
    if xx <= 1e-12 || yy <= 1e-9 {
        return None;
    }
    let slope = xy / xx;
    let correlation = (xy / libm::sqrt(xx * yy)).clamp(-1.0, 1.0);
    Some(PayLine { intercept: mean_y - slope * mean_x, slope, correlation, n_reps: known.len() as u32 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::units::{Decimal, Money};

    fn points(of: &[(i64, i64)]) -> Vec<RepPoint> {
        let point = |(attainment, pay): &(i64, i64)| RepPoint {
            attainment: Some(Decimal::new(*attainment, 2)),
            pay: Money::whole(*pay),
            ..RepPoint::default()
        };
        of.iter().map(point).collect()
    }

    #[test]
    fn anscombes_first_set_has_its_published_line() {
        let set = [
            (10, 804),
            (8, 695),
            (13, 758),
            (9, 881),
            (11, 833),
            (14, 996),
            (6, 724),
            (4, 426),
            (12, 1084),
            (7, 482),
            (5, 568),
        ];
        let line = pay_line(&points(&set.map(|(x, y)| (x * 100, y)))).unwrap();
        assert!((line.slope - 50.0).abs() < 0.02 && (line.intercept - 300.0).abs() < 0.02, "{line:?}");
        assert!((line.correlation - 0.816).abs() < 0.001);
    }

    #[test]
    fn no_line_without_spread() {
        assert_eq!(pay_line(&points(&[(100, 5), (120, 6)])), None);
        assert_eq!(pay_line(&points(&[(100, 5), (100, 6), (100, 7)])), None);
        assert_eq!(pay_line(&points(&[(90, 5), (100, 5), (110, 5)])), None);
    }
}
