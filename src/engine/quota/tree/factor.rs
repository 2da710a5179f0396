//! How much of a leaf's quota each month carries: presence, ramp, relief, and time in the team.

use super::Person;
use super::number::{SCALE, scaled};
use crate::engine::comp::exact::{minus, times};
use crate::engine::comp::{Proration, Stay};
use crate::engine::quota::plan::QuotaPlan;
use crate::engine::records::join_key;
use crate::engine::units::{Decimal, Month};

/// What takes from a leaf's months.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LeafTerms {
    /// How much of each month the rep is there and in the team.
    pub(super) presence: [Decimal; 12],
    /// The ramp's fraction.
    pub(super) ramp: [Decimal; 12],
    /// What relief takes off.
    pub(super) relief: [Decimal; 12],
    /// Presence times ramp less relief, in [`SCALE`]ths; ten at most.
    pub(super) factors: [i64; 12],
}

/// The terms of a person in a team from one month of the year to before another; none where nothing is taken away.
pub(super) fn terms(person: &Person, plan: &QuotaPlan, start: Month, within: (i32, i32)) -> Option<LeafTerms> {
    let proration = Proration { by: plan.prorate, ramp: plan.ramp.clone(), ..Proration::default() };
    let stay = Stay { hired: person.hired, left: person.left, absences: &person.absences };
    let key = join_key(&person.id.0);
    let relieved: Vec<_> = plan.relief.iter().filter(|relief| join_key(&relief.rep.0) == key).collect();
    let mut terms = LeafTerms {
        presence: [Decimal::ONE; 12],
        ramp: [Decimal::ONE; 12],
        relief: [Decimal::ZERO; 12],
        factors: [SCALE; 12],
    };
    let months = (0..12).zip(terms.presence.iter_mut().zip(&mut terms.ramp).zip(&mut terms.relief));
    for ((at, ((presence, ramp), relief)), factor) in months.zip(&mut terms.factors) {
        let month = start.plus(at);
        let is_in_team = (within.0..within.1).contains(&at);
        *presence = if is_in_team { proration.presence(stay, month) } else { Decimal::ZERO };
        *ramp = proration.ramp_of(person.hired, month).clamp(Decimal::ZERO, Decimal::TEN);
        let off = relieved.iter().filter(|relief| relief.from <= month && month <= relief.to);
        *relief = off.map(|relief| relief.share.clamp(Decimal::ZERO, Decimal::ONE)).max().unwrap_or_default();
        let is_whole = *presence == Decimal::ONE && *ramp == Decimal::ONE && relief.is_zero();
        if !is_whole {
            *factor = scaled(times(times(*presence, *ramp), minus(Decimal::ONE, *relief)));
        }
    }
    terms.factors.iter().any(|factor| *factor != SCALE).then_some(terms)
}
