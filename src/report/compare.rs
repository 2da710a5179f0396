//! Plans compared, rep by rep, as CSV.

use std::fmt::Write as _;

use crate::data::csv_field;
use crate::engine::comp::compare::Measures;
use crate::engine::units::{Decimal, Money};

/// Every rep on every side, one a row, held against the first side; amounts and fractions as plain decimals.
pub fn changes_csv(sides: &[&Measures]) -> String {
    let mut text = String::from(
        "plan,rep,name,role,region,segment,tenure_months,bookings,quota,attainment,target_incentive,base_salary,pay,\
         first_pay,difference,change\n",
    );
    let optional = |number: Option<Decimal>| number.map_or_else(String::new, |number| number.normalize().to_string());
    for side in sides {
        for (place, rep) in side.reps.iter().enumerate() {
            let first = sides.first().and_then(|first| first.reps.get(place)).map(|rep| rep.pay).unwrap_or_default();
            let difference = rep.pay - first;
            let change = (Money::ZERO < first).then(|| difference.0.checked_div(first.0)).flatten();
            let _ = writeln!(
                text,
                "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
                csv_field(&side.name),
                csv_field(&rep.rep.0),
                csv_field(&rep.name),
                csv_field(&rep.role),
                csv_field(&rep.region),
                csv_field(&rep.segment),
                rep.tenure_months.map_or_else(String::new, |months| months.to_string()),
                rep.bookings.0.normalize(),
                optional(rep.quota),
                optional(rep.attainment.map(|attainment| attainment.round_dp(6))),
                optional(rep.target_incentive.map(|incentive| incentive.round_dp(6))),
                optional(rep.base_salary.map(|base| base.0.round_dp(6))),
                rep.pay.0,
                first.0,
                difference.0,
                optional(change.map(|change| change.round_dp(6))),
            );
        }
    }
    text
}
