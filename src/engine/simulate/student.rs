//! Quantiles of Student's t distribution. The crates that have them go by the platform's own functions, which do not give the
//! same bits natively and in wasm; these are made of libm's.

/// Beyond this the t distribution is the normal one to ten digits.
const MOST_DEGREES: f64 = 100_000.0;

/// The number that the absolute value of Student's t stays below with that chance, two-sided: 2.228 for 95 % and 10
/// degrees. `None` without degrees of freedom or for a chance that is not between 0 and 1.
pub(in crate::engine) fn two_sided(chance: f64, degrees: u32) -> Option<f64> {
    if degrees == 0 || !(0.0 < chance && chance < 1.0) {
        return None;
    }
    let degrees = f64::from(degrees).min(MOST_DEGREES);
    let outside = |t: f64| beta(degrees / (degrees + t * t), degrees / 2.0, 0.5);
    let (mut low, mut high) = (0.0, 1.0);
    while 1.0 - chance < outside(high) && high < 1e12 {
        (low, high) = (high, high * 2.0);
    }
    while 1e-12 * high < high - low {
        let middle = f64::midpoint(low, high);
        if 1.0 - chance < outside(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high))
}

/// The regularised incomplete beta function, by its continued fraction (Lentz).
fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if 1.0 <= x {
        return 1.0;
    }
    let log_front = libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log1p(-x);
    let front = libm::exp(log_front);
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let guarded = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut above = 1.0;
    let mut below = 1.0 / guarded(1.0 - (a + b) * x / (a + 1.0));
    let mut product = below;
    for step in 1..=2_000 {
        let step = f64::from(step);
        for numerator in [
            step * (b - step) * x / ((a + 2.0 * step - 1.0) * (a + 2.0 * step)),
            -(a + step) * (a + b + step) * x / ((a + 2.0 * step) * (a + 2.0 * step + 1.0)),
        ] {
            below = 1.0 / guarded(1.0 + numerator * below);
            above = guarded(1.0 + numerator / above);
            product *= above * below;
        }
        if (above * below - 1.0).abs() < 1e-15 {
            break;
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables of NIST/SEMATECH, e-Handbook of Statistical Methods, 1.3.6.7.2.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        let check = |chance: f64, degrees: u32, expected: f64| {
            let found = two_sided(chance, degrees).unwrap();
            assert!((found - expected).abs() < 6e-4, "{chance} {degrees}: {found}");
        };
        check(0.80, 1, 3.078);
        check(0.95, 1, 12.706);
        check(0.80, 2, 1.886);
        check(0.95, 2, 4.303);
        check(0.80, 5, 1.476);
        check(0.95, 10, 2.228);
        check(0.99, 30, 2.750);
        check(0.95, 100, 1.984);
        check(0.95, 3, 3.182);
        check(0.98, 3, 4.541);
        check(0.95, 30, 2.042);
        check(0.95, 4_000_000, 1.960);
    }

    #[test]
    fn for_one_and_two_degrees_the_closed_forms_hold() {
        // One degree: tan(π·chance/2). Two: chance·√(2/(1 − chance²)).
        for chance in [0.01, 0.3, 0.8, 0.95, 0.999] {
            let one = libm::tan(std::f64::consts::FRAC_PI_2 * chance);
            let two = chance * libm::sqrt(2.0 / (1.0 - chance * chance));
            assert!((two_sided(chance, 1).unwrap() / one - 1.0).abs() < 1e-9, "{chance}");
            assert!((two_sided(chance, 2).unwrap() / two - 1.0).abs() < 1e-9, "{chance}");
        }
    }

    #[test]
    fn there_is_none_without_degrees_or_chance() {
        for (chance, degrees) in [(0.8, 0), (0.0, 5), (1.0, 5), (f64::NAN, 5)] {
            assert_eq!(two_sided(chance, degrees), None);
        }
    }
}
