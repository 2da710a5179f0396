//! Quotas as CSV, as files of targets are read.

use std::fmt::Write as _;

use crate::data::csv_field;
use crate::engine::records::Target;
use crate::engine::units::Granularity;

/// Each target a row, in order; periods of one length by their names, as 2027-03, 2027-Q1 or 2027.
pub fn targets_csv(targets: &[Target]) -> String {
    let mut text = String::from("rep_id,period,quota,measure\n");
    for target in targets {
        let start = target.period.start;
        let period = match target.period.length {
            Granularity::Month => start.to_string(),
            Granularity::Quarter => format!("{}-Q{}", start.year(), start.month().div_ceil(3)),
            Granularity::HalfYear => format!("{}-H{}", start.year(), start.month().div_ceil(6)),
            Granularity::Year => start.year().to_string(),
        };
        let (rep, measure) = (csv_field(&target.rep.0), csv_field(&target.measure));
        let _ = writeln!(text, "{rep},{period},{},{measure}", target.amount.0.normalize());
    }
    text
}
