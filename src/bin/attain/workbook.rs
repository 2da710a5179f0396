//! Statements as a workbook.

use std::path::Path;

use attain::engine::comp::{PlanBook, Replay};
use attain::present::WorkbookLabels;
use attain::report::{WorkbookInput, workbook};

use crate::fail::Failure;
use crate::print::{self, Figures};
use crate::span::Span;
use crate::trace::Subject;

/// Writes it, but never over a file that was read.
pub(crate) fn write<'a>(
    path: &Path,
    read: impl Iterator<Item = &'a Path>,
    subject: Subject,
    span: &Span,
    replay: &Replay,
) -> Result<(), Failure> {
    print::not_over(path, read, "Choose another file with --xlsx")?;
    let book = match subject {
        Subject::Plan(input) => PlanBook::of_plan(input.plan.clone()),
        Subject::Book(input) => input.book.clone(),
    };
    let labels = &WorkbookLabels::new(&Figures::new(span.currency.clone()).words);
    let Span { first, last, calendar, .. } = *span;
    let digits = span.currency.digits;
    let input = WorkbookInput { replay, book: &book, calendar, first, last, digits, labels };
    let bytes = workbook(&input).map_err(|error| Failure::refused(path.display(), error, "Choose fewer months"))?;
    print::file(path, &bytes)
}
