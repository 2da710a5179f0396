//! A ramp as percentages in a row, shown and read.

use rust_decimal::prelude::ToPrimitive;

use crate::engine::units::Decimal;
use crate::present::{Numerals, parse_typed};
use crate::ui::context::App;

/// Months that a ramp may have.
const MOST_MONTHS: usize = 36;

/// Fractions as percentages in a row.
pub(super) fn shown(app: &App, ramp: impl Iterator<Item = Decimal>) -> String {
    let percent = |share: Decimal| app.state.numerals.exact(share.saturating_mul(Decimal::ONE_HUNDRED), 2);
    ramp.map(percent).collect::<Vec<_>>().join(" ")
}

/// The fractions that a text states, from 0 to 500 %; what cannot be read is told, and nothing is taken.
pub(super) fn read(app: &App, text: &str) -> Option<Vec<Decimal>> {
    let mark = app.state.numerals.decimal_mark();
    let share = |part: &str| {
        let share = parse_typed(part, mark)?.checked_div(Decimal::ONE_HUNDRED)?.normalize();
        (Decimal::ZERO <= share && share <= Decimal::from(5)).then_some(share)
    };
    let parts = text.split([' ', ';', '%', '\u{a0}']).filter(|part| !part.is_empty());
    let found: Option<Vec<Decimal>> = parts.map(share).collect();
    let found = found.filter(|ramp| ramp.len() <= MOST_MONTHS);
    if found.is_none() {
        app.bad(app.t("ramp-unread"));
    }
    found
}

/// The same as numbers of the simulation.
pub(super) fn floats(ramp: &[Decimal]) -> Vec<f64> {
    ramp.iter().filter_map(ToPrimitive::to_f64).collect()
}
