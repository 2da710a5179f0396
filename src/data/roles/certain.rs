//! Whether a mapping needs nobody's look.

use super::guess::has_needed;
use super::{Field, Kind, Mapping};
use crate::data::issue::IssueKind;
use crate::data::table::Table;
use crate::data::values::ValueKind;

/// How sure a column's meaning must be.
const SURE: f64 = 0.55;
/// How far the kind must stand before the next.
const KIND_SURE: f64 = 0.2;

/// Whether the step in which the user looks at the mapping can be skipped: the kind and every meaning is sure, all
/// fields are there that records of the kind need, and days and numbers can be read in one way only.
pub fn is_certain(mapping: &Mapping, table: &Table) -> bool {
    mapping.kind != Kind::Unknown
        && KIND_SURE <= mapping.certainty
        && mapping.fields.len() == table.columns.len()
        && has_all(mapping)
        && (0..table.columns.len()).all(|index| is_column_certain(mapping, table, index))
        && !table.warnings.iter().any(|issue| {
            matches!(
                issue.kind,
                IssueKind::NoHeader
                    | IssueKind::UnitsSuspected { .. }
                    | IssueKind::Undecodable { .. }
                    | IssueKind::Mojibake { .. }
            )
        })
}

/// A deal without amount or day counts for little: the user should know before.
fn has_all(mapping: &Mapping) -> bool {
    let has = |field| mapping.column_of(field).is_some();
    has_needed(mapping) && (mapping.kind != Kind::Deals || (has(Field::Amount) && has(Field::Closed)))
}

fn is_column_certain(mapping: &Mapping, table: &Table, index: usize) -> bool {
    let Some(field) = mapping.fields.get(index).copied().flatten() else { return true };
    let Some(column) = table.columns.get(index) else { return false };
    // Mappings of former versions say nothing of columns; what the user decided is sure.
    let sure = mapping.sure.get(index).copied().unwrap_or(mapping.certainty);
    let is_told = mapping.kinds.iter().any(|(told, _)| *told == index);
    let is_plain = is_told
        || match mapping.value_kind(table, index) {
            ValueKind::Number { .. } => !field.is_number() || column.is_certain,
            ValueKind::Date { certain, .. } => certain,
            ValueKind::Text => !field.is_number() && !field.is_date(),
            ValueKind::Empty | ValueKind::Bool | ValueKind::Serial { .. } => true,
        };
    SURE <= sure && is_plain
}
