//! Results as files for other programs.

mod compare;
mod csv;
mod ledger;
mod quota_estimate;
mod targets;
mod xlsx;

pub use compare::changes_csv;
pub use csv::statements_csv;
pub use ledger::{accruals_csv, liabilities_csv, payouts_csv};
pub use quota_estimate::estimates_csv;
pub use targets::targets_csv;
pub use xlsx::{WorkbookError, WorkbookInput, workbook};
