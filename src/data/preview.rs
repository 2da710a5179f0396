//! What a table looks like, for the mapping screen and for `attain inspect`.

use serde::{Deserialize, Serialize};

use super::records::{FileCount, OutcomeCount, import};
use super::roles::{Field, Kind, Mapping};
use super::table::{LayoutRow, Place, Table};
use super::values::{DecimalMark, ValueKind, read_number};
use crate::engine::units::Decimal;

/// The first rows of a table as text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// The file's name.
    pub file: String,
    /// Rows under the header.
    pub n_rows: usize,
    /// The columns.
    pub columns: Vec<PreviewColumn>,
}

/// A column with its first cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PreviewColumn {
    /// Name.
    pub header: String,
    /// What its cells are.
    pub kind: ValueKind,
    /// Blank cells in the whole column.
    pub n_blank: usize,
    /// First cells.
    pub cells: Vec<String>,
}

/// The first `n` rows.
pub fn preview(table: &Table, n: usize) -> Preview {
    let column = |column: &super::table::Column| PreviewColumn {
        header: column.header.clone(),
        kind: column.kind,
        n_blank: column.n_blank(),
        cells: column.cells().take(n).map(|cell| cell.chars().take(80).collect()).collect(),
    };
    Preview { file: table.file.clone(), n_rows: table.n_rows(), columns: table.columns.iter().map(column).collect() }
}

/// What a file is, in full: what `attain inspect --json` prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// What the table is called.
    pub table: String,
    /// The file's name, the sheet, and how both were read.
    #[serde(flatten)]
    pub place: Place,
    /// The line the header stands on, from 1; 0 if there is none.
    pub header_row: u64,
    /// Rows that hold no record.
    pub layout_rows: Vec<LayoutRow>,
    /// Columns of periods that were made rows.
    pub unpivoted: Vec<String>,
    /// What the table holds.
    pub kind: Kind,
    /// How sure that is, from 0 to 1.
    pub certainty: f64,
    /// Its columns.
    pub columns: Vec<ColumnReport>,
    /// Rows under the header.
    pub n_rows: usize,
    /// What became of them.
    pub count: FileCount,
    /// For deals: count and amount by outcome and stage.
    pub outcomes: Vec<OutcomeCount>,
    /// Rows set aside and warnings.
    pub n_issues: usize,
    /// The first hundred of them.
    pub issues: Vec<super::issue::Issue>,
}

/// A column in an inspection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnReport {
    /// Name.
    pub header: String,
    /// What it means.
    pub role: Option<Field>,
    /// What its cells are.
    pub value: ValueKind,
    /// Blank cells.
    pub n_blank: usize,
    /// Sum, for numbers.
    pub sum: Option<Decimal>,
}

/// Inspects one table as the mapping has it.
pub fn inspect(table: &Table, mapping: &Mapping) -> Inspection {
    let result = import(std::slice::from_ref(table), std::slice::from_ref(mapping));
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let value = mapping.value_kind(table, index);
        let mark = if let ValueKind::Number { decimal } = value { Some(decimal) } else { None };
        ColumnReport {
            header: column.header.clone(),
            role: mapping.fields.get(index).copied().flatten(),
            value,
            n_blank: column.n_blank(),
            sum: mark.map(|mark: DecimalMark| {
                let parts = column.counted().filter_map(|(cell, n)| {
                    let number = read_number(cell, mark)?;
                    Some(number.saturating_mul(Decimal::from(n)))
                });
                parts.fold(Decimal::ZERO, Decimal::saturating_add)
            }),
        }
    });
    Inspection {
        table: table.file.clone(),
        place: table.place.clone(),
        header_row: table.header_row,
        layout_rows: table.layout_rows.clone(),
        unpivoted: table.unpivoted.clone(),
        kind: mapping.kind,
        certainty: mapping.certainty,
        columns: columns.collect(),
        n_rows: table.n_rows(),
        count: result.files.into_iter().next().unwrap_or_default(),
        outcomes: result.outcomes,
        n_issues: result.issues.len(),
        issues: result.issues.into_iter().take(100).collect(),
    }
}
