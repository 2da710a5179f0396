//! CSV that spreadsheets open without running anything in it.

use std::fmt::Write as _;

use crate::engine::comp::Replay;

/// A field of CSV. Text that a spreadsheet would take for a formula gets an apostrophe before it; whatever reads as a
/// number is left alone, so that negative amounts survive.
///
/// ```
/// use attain::report::csv_field;
/// assert_eq!(csv_field("-1250.5"), "-1250.5");
/// assert_eq!(csv_field("=SUM(A1)"), "'=SUM(A1)");
/// assert_eq!(csv_field("a, \"b\""), "\"a, \"\"b\"\"\"");
/// ```
pub fn csv_field(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    let text = if risky { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

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
