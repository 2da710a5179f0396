//! Everything that people read: numbers, words, sentences, chart models. Pure: the locale is an argument.

mod chart;
mod charts;
mod field;
mod further;
mod issue;
mod ledger;
mod lint;
mod mechanics;
mod numerals;
mod payout;
mod plan;
mod trace;
mod words;
mod workbook;

pub use chart::{Axis, Bar, Chart, ChartTable, Datum, Direction, Layer, Mark, Span, Tone, nice_ticks};
pub use charts::{
    Voice, accruals_by_month, attainment_distribution, cost_by_month, cost_finding, cost_histogram, pay_by_period,
    pay_for_performance, payout_curve, period_name, sensitivity_chart,
};
pub use field::{field_name, kind_name, measure_name, value_kind_name};
pub use further::further_sentences;
pub use issue::{FileProblem, issue_group, issue_reason, issue_remedy, read_error};
pub use ledger::book_error;
pub use lint::{FindingText, lint_finding};
pub use numerals::{MoneyStyle, Numerals, Plain, parse_typed};
pub use payout::{AmountColumn, balance_columns, payout_columns};
pub use plan::{fit_note, gap, plan_error, sentences};
pub use trace::step;
pub use words::{Arg, Locale, Words, catalogue};
pub use workbook::{Label, WorkbookLabels};
