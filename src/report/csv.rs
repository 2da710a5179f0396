//! Statements as CSV.

use std::fmt::Write as _;

use crate::data::csv_field;
use crate::engine::comp::Replay;

/// Every line of every statement, one a row, amounts as plain decimals.
pub fn statements_csv(replay: &Replay) -> String {
    let mut text = String::from(
        "rep,name,role,period_start,period_months,component,credit,credit_to_date,quota,attainment,target_incentive,pay,deals\n",
    );
    for statement in &replay.statements {
        for line in &statement.lines {
            let optional = |number: Option<crate::engine::units::Decimal>| {
                number.map_or_else(String::new, |number| number.normalize().to_string())
            };
            let _ = writeln!(
                text,
                "{},{},{},{},{},{},{},{},{},{},{},{},{}",
                csv_field(&statement.rep.0),
                csv_field(&statement.name),
                csv_field(&statement.role),
                line.period.start,
                line.period.length.months(),
                csv_field(&line.component),
                line.credit.normalize(),
                line.credit_to_date.normalize(),
                optional(line.quota),
                optional(line.attainment.map(|attainment| attainment.round_dp(6))),
                line.target_incentive.normalize(),
                line.pay.0,
                line.n_deals,
            );
        }
    }
    text
}
