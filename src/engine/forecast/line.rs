//! Straight lines and spreads.

/// Intercept (at time 0) and slope of the least-squares line through values at times 1, 2, …; a level line through one value.
pub(super) fn line(values: &[f64]) -> (f64, f64) {
    let n = values.len().max(1) as f64;
    let (middle, mean) = (0.5 * (n + 1.0), mean(values));
    let square = n * (n * n - 1.0) / 12.0;
    let product: f64 = times(values).map(|(time, value)| (time - middle) * (value - mean)).sum();
    let slope = if 0.0 < square { product / square } else { 0.0 };
    (mean - slope * middle, slope)
}

/// Values with their times, 1, 2, …
pub(super) fn times(values: &[f64]) -> impl Iterator<Item = (f64, f64)> + '_ {
    values.iter().enumerate().map(|(place, value)| ((place + 1) as f64, *value))
}

/// How many of its own standard errors the slope of that line is away from 0; infinite where the line fits exactly.
pub(super) fn slope_t(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let (start, slope) = line(values);
    let rest: f64 = times(values).map(|(time, value)| value - start - slope * time).map(|error| error * error).sum();
    let error = libm::sqrt(rest / (n - 2.0).max(1.0) / (n * (n * n - 1.0) / 12.0));
    if slope == 0.0 { 0.0 } else { slope.abs() / error }
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The standard deviation of a population.
pub(super) fn spread(values: &[f64]) -> f64 {
    let mean = mean(values);
    libm::sqrt(values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len().max(1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found() {
        // 2 + 3 t at t = 1..4; then the textbook case 1, 3, 2, 5: slope (−1.5·1 − 0.5·3 + 0.5·2 + 1.5·5)/5 = 1.1.
        assert_eq!(line(&[5.0, 8.0, 11.0, 14.0]), (2.0, 3.0));
        let (start, slope) = line(&[1.0, 3.0, 2.0, 5.0]);
        assert!((slope - 1.1).abs() < 1e-12 && (start - 0.0).abs() < 1e-12, "{start} {slope}");
        assert_eq!(line(&[7.0]), (7.0, 0.0));
    }

    #[test]
    fn a_slope_is_held_against_its_error() {
        // Rests of 1, 3, 2, 5 around 1.1 t: −0.1, 0.8, −1.3, 0.6: squares 2.7; error √(2.7/2/5) = 0.5196; 1.1/0.5196 = 2.117.
        assert!((slope_t(&[1.0, 3.0, 2.0, 5.0]) - 2.117).abs() < 1e-3);
        assert!(slope_t(&[1.0, 2.0, 3.0]).is_infinite());
        assert!(slope_t(&[2.0, 2.0, 2.0]).abs() < 1e-15);
    }
}
