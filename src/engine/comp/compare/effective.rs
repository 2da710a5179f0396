//! Effective rate: what a unit of bookings is paid, over all sellers and from rep to rep.

use serde::{Deserialize, Serialize};

use super::measures::RepResult;
use crate::engine::comp::exact::divided;
use crate::engine::comp::lint::median;
use crate::engine::units::{Decimal, Money};

/// Pay over bookings of the reps who have bookings; managers and overlays without deals of their own are left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EffectiveRate {
    /// Reps with bookings above 0.
    pub n_reps: u32,
    /// Their pay over their bookings.
    pub overall: Option<Decimal>,
    /// The lowest rep's.
    pub lowest: Option<Decimal>,
    /// The middle rep's.
    pub median: Option<Decimal>,
    /// The highest rep's.
    pub highest: Option<Decimal>,
}

impl EffectiveRate {
    /// Of these reps.
    pub fn of(reps: &[RepResult]) -> Self {
        let sellers: Vec<&RepResult> = reps.iter().filter(|rep| Money::ZERO < rep.bookings).collect();
        let pay: Money = sellers.iter().map(|rep| rep.pay).sum();
        let bookings: Money = sellers.iter().map(|rep| rep.bookings).sum();
        let mut rates: Vec<Decimal> = sellers.iter().map(|rep| divided(rep.pay.0, rep.bookings.0)).collect();
        rates.sort();
        Self {
            n_reps: sellers.len() as u32,
            overall: (!sellers.is_empty()).then(|| divided(pay.0, bookings.0)),
            lowest: rates.first().copied(),
            median: median(rates.clone()),
            highest: rates.last().copied(),
        }
    }
}
