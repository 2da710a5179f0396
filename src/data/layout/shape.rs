//! What becomes of a table once it is found: columns made rows, units, blanks filled from above.

use crate::data::table::Table;

/// The table as it is worked with.
pub(super) fn shape(table: Table) -> Table {
    table
}
