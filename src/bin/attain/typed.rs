//! Numbers as people type them into options.

/// A number within these bounds, or a percentage with `%`; `None` for anything else.
pub(crate) fn fraction(text: &str, low: f64, high: f64) -> Option<f64> {
    let text = text.trim();
    let (digits, scale) = text.strip_suffix('%').map_or((text, 1.0), |digits| (digits.trim_end(), 100.0));
    digits.parse::<f64>().map(|value| value / scale).ok().filter(|value| (low..=high).contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_a_hundredth() {
        let found =
            ["27%", "0.27", " 27 % ", "-10%", "NaN", "1e9", "", "%", "two"].map(|text| fraction(text, -1.0, 10.0));
        assert_eq!(found, [Some(0.27), Some(0.27), Some(0.27), Some(-0.1), None, None, None, None, None]);
    }
}
