//! Bounds how much is said: of one rule and component the largest findings, with the number of the others.

use super::finding::Finding;

/// More of one kind are not read; a plan of 10,000 tiers has 10,000 of them.
const N_LISTED: usize = 5;

/// Makes findings of the largest of `found`, in the order found.
pub(super) fn largest<T>(mut found: Vec<(f64, T)>, make: impl Fn(T) -> Finding) -> Vec<Finding> {
    let n_more = found.len().saturating_sub(N_LISTED) as u32;
    if 0 < n_more {
        let mut sizes: Vec<f64> = found.iter().map(|(size, _)| *size).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        let least = sizes.get(N_LISTED - 1).copied().unwrap_or(0.0);
        found.retain(|(size, _)| least.total_cmp(size).is_le());
        found.truncate(N_LISTED);
    }
    let mut findings: Vec<Finding> = found.into_iter().map(|(_, one)| make(one)).collect();
    if let Some(last) = findings.last_mut() {
        last.n_more = n_more;
    }
    findings
}
