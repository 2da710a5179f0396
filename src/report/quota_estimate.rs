//! Estimates as CSV: the bottom-up values that quotas are blended with.

use std::fmt::Write as _;

use crate::data::csv_field;
use crate::engine::quota::estimate::Estimates;
use crate::engine::units::{Decimal, Money};

/// Every rep's estimate with its interval at the level asked for, empty where there is none; amounts as plain decimals
/// with that many digits.
pub fn estimates_csv(estimates: &Estimates, digits: u32) -> String {
    let mut text = String::from("rep,amount,low,high\n");
    let amount = |value: f64| Money(Decimal::try_from(value).unwrap_or_default()).rounded(digits).0.to_string();
    for one in &estimates.estimates {
        let (low, high) =
            one.interval.map(|interval| (amount(interval.low), amount(interval.high))).unwrap_or_default();
        let _ = writeln!(text, "{},{},{low},{high}", csv_field(&one.rep.0), amount(one.value));
    }
    text
}
