//! Sizes of deals: a lognormal distribution as a few sizes of equal probability.

/// How many.
pub(super) const N_SIZES: usize = 6;

/// The mean size within each sixth of a lognormal distribution; their mean is that of the distribution.
pub(super) fn sizes(mean: f64, variation: f64) -> [f64; N_SIZES] {
    let sigma = libm::sqrt(libm::log1p(variation * variation));
    let mut sizes = [mean; N_SIZES];
    if sigma < 1e-6 {
        return sizes;
    }
    for (place, size) in sizes.iter_mut().enumerate() {
        let n = N_SIZES as f64;
        let (low, high) = (quantile(place as f64 / n), quantile((place + 1) as f64 / n));
        *size = mean * n * (below(high - sigma) - below(low - sigma));
    }
    sizes
}

/// The standard normal distribution.
fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Its quantile, by bisection; within ±12.
pub(in crate::engine) fn quantile(share: f64) -> f64 {
    let (mut low, mut high) = (-12.0, 12.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if below(middle) < share { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_keep_the_mean_and_rise() {
        for variation in [0.0, 0.3, 1.0, 3.0] {
            let sizes = sizes(10.0, variation);
            let mean = sizes.iter().sum::<f64>() / N_SIZES as f64;
            assert!((mean - 10.0).abs() < 1e-6, "{variation}: {mean}");
            assert!(sizes.is_sorted());
        }
        assert!((quantile(0.975) - 1.959_964).abs() < 1e-5);
    }
}
