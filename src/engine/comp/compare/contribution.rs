//! Contribution: what a part of a plan adds, by replaying the plan without it.

use serde::{Deserialize, Serialize};

use super::measures::Measures;
use super::parts::PartOf;
use crate::engine::comp::exact::divided;
use crate::engine::comp::statement::{BookInput, replay_book};
use crate::engine::units::{Decimal, Money};

/// What a part adds. Parts that work on each other (a gate on a component, a cap on a SPIFF's draw) do not add up: what two
/// of them do together is in both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// The part.
    pub part: PartOf,
    /// Cost with the part less cost without it: below 0 for what saves money.
    pub cost: Money,
    /// The same over cost with it; `None` where nothing is paid.
    pub share: Option<Decimal>,
    /// Reps who would be paid less without it.
    pub n_gaining: u32,
    /// Reps who would be paid more without it.
    pub n_losing: u32,
    /// What the rep who gains most from it gains.
    pub most: Money,
}

/// What everyone is paid without the part, in the order of the records.
pub fn pay_without(input: &BookInput, part: &PartOf) -> Vec<Money> {
    let book = part.off(input.book);
    let replayed = replay_book(&BookInput { book: &book, ..*input });
    replayed.scatter.into_iter().map(|rep| rep.pay).collect()
}

/// Holds pay against pay without the part.
pub fn contribution(part: &PartOf, with: &Measures, without: &[Money]) -> Contribution {
    let differences = || with.reps.iter().zip(without).map(|(rep, without)| rep.pay - *without);
    let cost: Money = differences().sum();
    let all = with.totals.paid.0;
    Contribution {
        part: *part,
        cost,
        share: (!all.is_zero()).then(|| divided(cost.0, all)),
        n_gaining: differences().filter(|difference| Money::ZERO < *difference).count() as u32,
        n_losing: differences().filter(|difference| *difference < Money::ZERO).count() as u32,
        most: differences().max().unwrap_or_default().max(Money::ZERO),
    }
}
