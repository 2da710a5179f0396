//! A table as it should have been written: groups filled down, periods as rows, units known.

mod columns;
mod fill;
mod headings;
mod plan;
#[cfg(test)]
mod tests;
mod units;
mod unpivot;
mod years;

use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::table::Table;
pub use units::suspected;
pub(in crate::data) use units::{has_own_unit, is_unit_alone};

/// Fills down, makes rows of periods, and notes units. Nothing of it depends on the kinds of the columns, which are
/// decided after it.
pub(super) fn shape(table: Table) -> Table {
    let mut table = unpivot::unpivot(fill::fill(table));
    units::state(&mut table);
    table
}

/// A warning about a column, or about the table if none is named.
fn warning(table: &Table, column: Option<&str>, value: String, kind: IssueKind) -> Issue {
    Issue {
        file: table.file.clone(),
        row: 0,
        column: column.map(str::to_owned),
        value,
        kind,
        severity: Severity::Warning,
    }
}
