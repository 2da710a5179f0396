//! Results as files for other programs.

mod csv;
mod ledger;

pub use csv::statements_csv;
pub use ledger::{accruals_csv, liabilities_csv, payouts_csv};
