//! Contests: places by credit, and their prizes.

use crate::engine::comp::exact::divided;
use crate::engine::units::{Decimal, Money};

use super::cents::apportion;

/// What someone won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Award {
    /// The place, counted from 1; those who tie have the same.
    pub place: usize,
    /// How many have it.
    pub n_tied: usize,
    /// The prizes of their places together.
    pub pool: Money,
    /// The own part of it.
    pub prize: Money,
}

/// What each entrant wins, by the order of their credits. Credit of 0 or below `least` takes no place. Those who tie share
/// the prizes of the places they take, to the cent, the first of them getting the odd cents.
pub fn awards(credits: &[Decimal], prizes: &[Decimal], least: Decimal, digits: u32) -> Vec<Option<Award>> {
    let counts = |credit: Decimal| Decimal::ZERO < credit && least <= credit;
    let mut order: Vec<(Decimal, usize)> =
        credits.iter().enumerate().filter(|(_, credit)| counts(**credit)).map(|(who, credit)| (*credit, who)).collect();
    order.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut won = vec![None; credits.len()];
    let mut before = 0;
    for tied in order.chunk_by(|a, b| a.0 == b.0) {
        let own = prizes.iter().skip(before).take(tied.len());
        let pool = own.map(|prize| Money(*prize)).sum::<Money>().rounded(digits);
        let equal = vec![divided(pool.0, Decimal::from(tied.len())); tied.len()];
        for ((_, who), prize) in tied.iter().zip(apportion(pool, &equal, digits)) {
            if let Some(place) = won.get_mut(*who) {
                *place = Some(Award { place: before + 1, n_tied: tied.len(), pool, prize });
            }
        }
        before += tied.len();
    }
    won
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_prizes_of_their_places() {
        #[track_caller]
        fn check(credits: &[i64], prizes: &[i64], least: i64, expected: &[i64]) {
            let decimals = |numbers: &[i64]| numbers.iter().copied().map(Decimal::from).collect::<Vec<_>>();
            let won = awards(&decimals(credits), &decimals(prizes), Decimal::from(least), 2);
            let cents =
                |award: &Option<Award>| award.map_or(Decimal::ZERO, |award| award.prize.0) * Decimal::ONE_HUNDRED;
            assert_eq!(won.iter().map(cents).collect::<Vec<_>>(), decimals(expected), "{credits:?}");
        }
        check(&[10, 30, 20], &[1_000, 500], 0, &[0, 100_000, 50_000]);
        check(&[30, 30, 20], &[1_000, 500, 100], 0, &[75_000, 75_000, 10_000]);
        check(&[7, 7, 7], &[100], 0, &[3_334, 3_333, 3_333]); // nothing is lost and nothing made
        check(&[5, 9, 0, -3], &[100, 50, 20, 10], 6, &[0, 10_000, 0, 0]);
        check(&[], &[100], 0, &[]);
    }
}
