//! The quantities of the field: exact money and rates, months, pay periods, the fiscal calendar.

mod calendar;
mod currency;
mod money;

pub use calendar::{Calendar, Granularity, Month, Period};
pub use currency::Currency;
pub use money::{Money, Rounding};
/// An exact number: rates (fractions, `0.085` for 8.5 %), multiples, units and attainments (`1` is quota).
pub use rust_decimal::Decimal;
