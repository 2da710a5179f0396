//! A replay as a workbook: statements whose numbers follow from each other by formulas, wherever formulas can say the rule.
//!
//! Three sheets: payouts, lines, and the plans that the lines' formulas look at. Every formula is written with its result.

mod cell;
mod lines;
mod payouts;
mod place;
mod plans;
mod rule;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::engine::comp::{PlanBook, Replay};
use crate::engine::units::{Calendar, Month};
use crate::present::{Label, WorkbookLabels};
use cell::{Look, Sheet};

/// What a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookInput<'a> {
    /// The statements.
    pub replay: &'a Replay,
    /// The plans that were replayed; a single plan as a book without assignments.
    pub book: &'a PlanBook,
    /// The fiscal year.
    pub calendar: Calendar,
    /// First month paid.
    pub first: Month,
    /// Last month paid.
    pub last: Month,
    /// Decimals of the currency's minor unit.
    pub digits: u32,
    /// Its texts.
    pub labels: &'a WorkbookLabels,
}

/// Why there is no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookError {
    /// More lines than a sheet has rows.
    #[error("there are more lines than a sheet has rows, 1,048,576")]
    TooLong,
    /// It could not be put together.
    #[error("it could not be put together")]
    Unwritable,
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooLong,
            _ => Self::Unwritable,
        }
    }
}

/// The bytes of the workbook (xlsx): the same for the same input.
///
/// # Errors
/// See [`WorkbookError`].
pub fn workbook(input: &WorkbookInput) -> Result<Vec<u8>, WorkbookError> {
    let look = Look::new(input.digits);
    let (plans, rules) = plans::sheet(input, &look)?;
    let layout = place::layout(input);
    let lines = lines::sheet(input, &look, &layout, &rules)?;
    let payouts = payouts::sheet(input, &look, &layout)?;
    let mut workbook = Workbook::new();
    // The same file on every day: the crate would state the day it is written on.
    let never = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&never));
    for Sheet { sheet, .. } in [payouts, lines, plans] {
        workbook.push_worksheet(sheet);
    }
    Ok(workbook.save_to_buffer()?)
}

impl WorkbookInput<'_> {
    fn label(&self, label: Label) -> &str {
        self.labels.of(label)
    }
}
