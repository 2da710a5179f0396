//! Sizes of won deals, as tables of equally likely values.

use std::collections::BTreeMap;

use super::view::{KnownDeal, View};
use crate::engine::records::{Outcome, join_key};

/// Values of a table.
pub(super) const N_SIZES: usize = 256;
/// Won deals from which a product has sizes of its own.
const LEAST: usize = 8;

/// Sizes of all won deals, and of those of each product that has enough.
pub(super) struct Sizes {
    /// All first.
    pub(super) tables: Vec<Vec<f64>>,
    by_product: BTreeMap<String, u32>,
    /// Relative standard error of the mean of all.
    pub(super) error: f64,
}

impl Sizes {
    pub(super) fn of(view: &View) -> Self {
        let mut all = Vec::new();
        let mut products: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for deal in view.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
            if let Some(amount) = deal.amount {
                all.push(amount);
                products.entry(join_key(&deal.product)).or_default().push(amount);
            }
        }
        products.remove("");
        let n = all.len() as f64;
        let mean = all.iter().sum::<f64>() / n.max(1.0);
        let square: f64 = all.iter().map(|amount| (amount - mean) * (amount - mean)).sum();
        let error = if mean <= 0.0 || n < 2.0 { 0.0 } else { libm::sqrt(square / (n - 1.0) / n) / mean };
        let mut tables = vec![table(all)];
        let mut by_product = BTreeMap::new();
        for (product, amounts) in products.into_iter().filter(|(_, amounts)| LEAST <= amounts.len()) {
            by_product.insert(product, tables.len() as u32);
            tables.push(table(amounts));
        }
        Self { tables, by_product, error }
    }

    /// The table of deals as this one.
    pub(super) fn table_of(&self, deal: &KnownDeal) -> u32 {
        self.by_product.get(&join_key(&deal.product)).copied().unwrap_or(0)
    }
}

/// Equally likely values: the quantiles at the middles of so many parts, scaled to the mean of the amounts.
fn table(mut amounts: Vec<f64>) -> Vec<f64> {
    amounts.sort_by(f64::total_cmp);
    let n = amounts.len();
    let mean = amounts.iter().sum::<f64>() / n.max(1) as f64;
    let at = |place: usize| amounts.get((2 * place + 1) * n / (2 * N_SIZES)).copied().unwrap_or(0.0);
    let table: Vec<f64> = (0..N_SIZES).map(at).collect();
    let own = table.iter().sum::<f64>() / N_SIZES as f64;
    let factor = if 0.0 < own { mean / own } else { 1.0 };
    table.into_iter().map(|size| size * factor).collect()
}

/// The mean of a table.
pub(super) fn mean(table: &[f64]) -> f64 {
    table.iter().sum::<f64>() / table.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_the_mean() {
        for n in [1, 3, 100, 1_000] {
            let amounts: Vec<f64> = (1..=n).map(|one| f64::from(one * one)).collect();
            let wanted = amounts.iter().sum::<f64>() / f64::from(n);
            assert!((mean(&table(amounts)) / wanted - 1.0).abs() < 1e-12);
        }
        assert!(mean(&table(Vec::new())).abs() < f64::MIN_POSITIVE);
    }
}
