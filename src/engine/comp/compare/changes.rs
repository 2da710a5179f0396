//! Winners and losers: what each rep would be paid on another plan for the same performance.

use serde::{Deserialize, Serialize};

use super::measures::Measures;
use crate::engine::comp::exact::{divided, times};
use crate::engine::records::RepId;
use crate::engine::units::{Decimal, Money};

/// A loss of more than this fraction of pay is one that reps notice.
pub const MUCH: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// A side against another, rep by rep, on the same history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changes {
    /// The side that is held against: "before".
    pub before: String,
    /// The side that is looked at: "after".
    pub after: String,
    /// Cost after less cost before.
    pub difference: Money,
    /// The same over cost before; `None` where nothing was paid before.
    pub share: Option<Decimal>,
    /// Reps who are paid more.
    pub n_winners: u32,
    /// Reps who are paid less.
    pub n_losers: u32,
    /// Reps who are paid the same.
    pub n_unchanged: u32,
    /// Reps who are paid something before.
    pub n_paid_before: u32,
    /// Of these, those who lose more than [`MUCH`] of it.
    pub n_losing_much: u32,
    /// Their share; `None` where nobody was paid before.
    pub share_losing_much: Option<Decimal>,
    /// What the winners win together.
    pub won: Money,
    /// What the losers lose together, above 0.
    pub lost: Money,
    /// Everyone, in the order of the records.
    pub reps: Vec<RepChange>,
}

/// One rep on both sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepChange {
    /// Who.
    pub rep: RepId,
    /// Name for people.
    pub name: String,
    /// Attainment on the side before.
    pub attainment: Option<Decimal>,
    /// Pay on the side before.
    pub before: Money,
    /// Pay on the side after.
    pub after: Money,
    /// After less before.
    pub difference: Money,
    /// The same over pay before, a fraction; `None` for no pay before.
    pub share: Option<Decimal>,
    /// Whether more than [`MUCH`] of pay before is lost.
    pub loses_much: bool,
}

/// Holds `after` against `before`. Both are measured on the same records, so that the same reps stand at the same places.
pub fn changes(before: &Measures, after: &Measures) -> Changes {
    let reps: Vec<RepChange> = before
        .reps
        .iter()
        .zip(&after.reps)
        .map(|(one, other)| {
            let difference = other.pay - one.pay;
            let was_paid = Money::ZERO < one.pay;
            RepChange {
                rep: one.rep.clone(),
                name: one.name.clone(),
                attainment: one.attainment,
                before: one.pay,
                after: other.pay,
                difference,
                share: was_paid.then(|| divided(difference.0, one.pay.0)),
                loses_much: was_paid && difference.0 < -times(MUCH, one.pay.0),
            }
        })
        .collect();
    let n = |counts: fn(&RepChange) -> bool| reps.iter().filter(|rep| counts(rep)).count() as u32;
    let n_paid_before = n(|rep| Money::ZERO < rep.before);
    let n_losing_much = n(|rep| rep.loses_much);
    let of = |counts: fn(&RepChange) -> bool| reps.iter().filter(|rep| counts(rep)).map(|rep| rep.difference).sum();
    let (won, lost): (Money, Money) = (of(|rep| Money::ZERO < rep.difference), of(|rep| rep.difference < Money::ZERO));
    let (difference, cost) = (after.totals.paid - before.totals.paid, before.totals.paid.0);
    Changes {
        before: before.name.clone(),
        after: after.name.clone(),
        difference,
        share: (!cost.is_zero()).then(|| divided(difference.0, cost)),
        n_winners: n(|rep| Money::ZERO < rep.difference),
        n_losers: n(|rep| rep.difference < Money::ZERO),
        n_unchanged: n(|rep| rep.difference == Money::ZERO),
        n_paid_before,
        n_losing_much,
        share_losing_much: (0 < n_paid_before).then(|| divided(n_losing_much.into(), n_paid_before.into())),
        won,
        lost: -lost,
        reps,
    }
}
