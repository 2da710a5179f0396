//! Results as files for other programs.

mod compare;
mod csv;
mod ledger;

pub use compare::changes_csv;
pub use csv::statements_csv;
pub use ledger::{accruals_csv, liabilities_csv, payouts_csv};
