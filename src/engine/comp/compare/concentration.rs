//! Concentration: how much of the pay the best paid tenth gets.

use serde::{Deserialize, Serialize};

use super::measures::RepResult;
use crate::engine::comp::exact::divided;
use crate::engine::units::{Decimal, Money};

/// Pay of the best paid tenth of those who are paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Concentration {
    /// Reps who are paid.
    pub n_paid: u32,
    /// A tenth of them, rounded up.
    pub n_top: u32,
    /// What the best paid get.
    pub pay: Money,
    /// The same over all pay.
    pub share: Decimal,
    /// Share of bookings of as many reps with the most bookings; `None` without bookings.
    pub bookings_share: Option<Decimal>,
}

/// `None` if nobody is paid.
pub(super) fn concentration(reps: &[RepResult]) -> Option<Concentration> {
    let n_paid = reps.iter().filter(|rep| Money::ZERO < rep.pay).count();
    let n_top = n_paid.div_ceil(10);
    let top = |of: fn(&RepResult) -> Money| {
        let mut amounts: Vec<Money> = reps.iter().map(of).filter(|amount| Money::ZERO < *amount).collect();
        amounts.sort_by(|one, other| other.cmp(one));
        let all: Money = amounts.iter().copied().sum();
        (amounts.iter().copied().take(n_top).sum::<Money>(), all)
    };
    let (pay, all) = top(|rep| rep.pay);
    let (bookings, all_bookings) = top(|rep| rep.bookings);
    (0 < n_paid).then(|| Concentration {
        n_paid: n_paid as u32,
        n_top: n_top as u32,
        pay,
        share: divided(pay.0, all.0),
        bookings_share: (Money::ZERO < all_bookings).then(|| divided(bookings.0, all_bookings.0)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_is_rounded_up() {
        let rep = |pay: i64, bookings: i64| RepResult {
            pay: Money::whole(pay),
            bookings: Money::whole(bookings),
            ..RepResult::default()
        };
        // Eleven are paid: two are the tenth. They get 30 + 20 of 59; the two with the most bookings have 9 of 18.
        let mut reps: Vec<RepResult> = (0..9).map(|_| rep(1, 1)).collect();
        reps.extend([rep(20, 0), rep(30, 5), rep(0, 4)]);
        let found = concentration(&reps).unwrap();
        assert_eq!((found.n_paid, found.n_top, found.pay), (11, 2, Money::whole(50)));
        assert_eq!(found.share, divided(50.into(), 59.into()));
        assert_eq!(found.bookings_share, Some(Decimal::new(5, 1)));
        assert_eq!(concentration(&[rep(0, 9)]), None);
    }
}
