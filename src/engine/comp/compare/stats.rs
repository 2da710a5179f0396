//! Ranks and means that several measures share.

/// The mean; `None` for no values.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Twice the rank of each value, from 2 on; equal values share the mean of their ranks. Whole numbers, so that sums of
/// them are exact.
pub(crate) fn double_ranks(values: &[f64]) -> Vec<u64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    let value = |place: &usize| values.get(*place).copied().unwrap_or(0.0);
    order.sort_by(|one, other| value(one).total_cmp(&value(other)));
    let mut ranks = vec![0; values.len()];
    let mut first = 0;
    for tied in order.chunk_by(|one, other| value(one).total_cmp(&value(other)).is_eq()) {
        let last = first + tied.len();
        for place in tied {
            if let Some(rank) = ranks.get_mut(*place) {
                *rank = (first + 1 + last) as u64;
            }
        }
        first = last;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_their_ranks() {
        assert_eq!(double_ranks(&[30.0, 10.0, 20.0]), [6, 2, 4]);
        assert_eq!(double_ranks(&[5.0, 5.0, 1.0, 9.0]), [5, 5, 2, 8]); // ranks 2.5, 2.5, 1, 4
        assert_eq!(double_ranks(&[]), Vec::<u64>::new());
    }
}
