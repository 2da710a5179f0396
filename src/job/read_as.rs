//! How a table was read and what it takes, short enough for the page.

use serde::{Deserialize, Serialize};

use crate::data::{IssueKind, Kind, LayoutKind, LayoutRow, Mapping, Place, ReadChoice, Table, ValueKind, is_certain};

/// Layout rows that travel to the page; blank ones come last.
const N_LAYOUT: usize = 200;
/// Meanings of columns below this are to be looked at.
const SURE: f64 = 0.55;

/// How a table was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadAs {
    /// Where it stands, its format, encoding and delimiter.
    pub place: Place,
    /// The user's word.
    pub choice: ReadChoice,
    /// The line its header begins on, from 1; 0 if it has none.
    pub header_row: u64,
    /// Rows of the header.
    pub n_header_rows: usize,
    /// Columns that were made rows.
    pub n_unpivoted: usize,
    /// Whether there are columns that could be.
    pub can_unpivot: bool,
    /// Whether text looks wrongly decoded.
    pub is_garbled: bool,
    /// Columns that should be looked at.
    pub doubts: Vec<usize>,
    /// Whether the table should be looked at.
    pub is_unsure: bool,
    /// Rows that hold no record; the first ones.
    pub layout: Vec<LayoutRow>,
    /// How many there are.
    pub n_layout: usize,
    /// Cells.
    pub n_cells: usize,
    /// Bytes of memory, about.
    pub n_bytes: usize,
}

/// How a table was read, and what of it is in doubt under its mapping.
pub(super) fn read_as(table: &Table, mapping: &Mapping, choice: Option<&ReadChoice>) -> ReadAs {
    let doubts: Vec<usize> = (0..table.columns.len()).filter(|at| is_doubtful(table, mapping, *at)).collect();
    let is_garbled = table.warnings.iter().any(|issue| matches!(issue.kind, IssueKind::Mojibake { .. }));
    let is_left_out = mapping.kind == Kind::Unknown && 1.0 <= mapping.certainty; // the user said so
    let is_unsure = !doubts.is_empty() || !(is_left_out || is_certain(mapping, table));
    let of_kind = |is_blank: bool| {
        table.layout_rows.iter().filter(move |row| (row.kind == LayoutKind::Blank) == is_blank).cloned()
    };
    ReadAs {
        place: table.place.clone(),
        choice: choice.unwrap_or(&table.choice).clone(),
        header_row: table.header_row,
        n_header_rows: table.layout_rows.iter().filter(|row| row.kind == LayoutKind::Header).count(),
        n_unpivoted: table.unpivoted.len(),
        can_unpivot: table.can_unpivot,
        is_garbled,
        doubts,
        is_unsure,
        layout: of_kind(false).chain(of_kind(true)).take(N_LAYOUT).collect(),
        n_layout: table.layout_rows.len(),
        n_cells: table.columns.iter().map(crate::data::Column::len).sum(),
        n_bytes: table.columns.iter().map(|column| column.cells.n_bytes()).sum(),
    }
}

/// Whether a column that is imported can be read in several ways, and nobody has said which.
fn is_doubtful(table: &Table, mapping: &Mapping, at: usize) -> bool {
    let (Some(Some(field)), Some(column)) = (mapping.fields.get(at), table.columns.get(at)) else { return false };
    let is_suspect = |issue: &crate::data::Issue| {
        matches!(issue.kind, IssueKind::UnitsSuspected { .. }) && issue.column.as_ref() == Some(&column.header)
    };
    let is_told = mapping.kinds.iter().any(|(told, _)| *told == at);
    let is_open = match column.kind {
        ValueKind::Date { certain, .. } => !field.is_number() && !certain,
        ValueKind::Number { .. } => field.is_number() && !column.is_certain,
        ValueKind::Text => field.is_number() || field.is_date(),
        _ => false,
    };
    (is_open && !is_told)
        || mapping.sure.get(at).is_some_and(|sure| *sure < SURE)
        || (table.warnings.iter().any(is_suspect) && !mapping.factors.iter().any(|(told, _)| *told == at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Field, Limits, guess, read_all};

    #[test]
    fn a_column_that_can_be_read_in_two_ways_is_in_doubt_until_somebody_says_how() {
        let text = b"Deal,Amount,Close date\n1,1.234,01/02/2026\n2,5.678,03/04/2026\n";
        let table = read_all("deals.csv", text, Limits::default()).unwrap().remove(0);
        let mut mapping = guess(std::slice::from_ref(&table)).remove(0);
        mapping.fields = vec![Some(Field::Id), Some(Field::Amount), Some(Field::Closed)];
        mapping.sure = vec![1.0; 3];
        let doubts = |mapping: &Mapping| read_as(&table, mapping, None).doubts;
        assert_eq!(doubts(&mapping), [1, 2]);
        mapping.kinds = vec![(1, table.columns[1].kind)];
        assert_eq!(doubts(&mapping), [2]);
        mapping.fields[2] = None;
        assert_eq!(doubts(&mapping), [0_usize; 0]);
    }
}
