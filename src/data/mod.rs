//! From bytes to records. An import never fails as a whole: every row ends as a record, a listed issue or a layout row.
//!
//! `source` (bytes) · `container` (what a file is) · `text`, `workbook` (bytes → grid) · `layout` (grid → tables) ·
//! `values` (a column's kind, from all its cells) · `roles` (what columns mean) · `records` (table and mapping → records
//! and issues) · `codec` (datasets as bytes).

mod alike;
mod cells;
mod choice;
mod codec;
mod container;
mod csv_text;
mod fix;
mod grid;
mod issue;
mod join;
mod layout;
mod limits;
mod preview;
mod read;
mod records;
mod roles;
mod series;
mod source;
mod table;
mod text;
mod values;
mod workbook;

pub use cells::Cells;
pub use choice::{Choices, HeaderChoice, ReadChoice};
pub use codec::{DecodeError, Pieces, decode, encode, fingerprint, fingerprint_of, fingerprint_of_pieces, is_readable};
pub use csv_text::csv_field;
pub use fix::Fix;
pub use grid::{Format, Grid, Merge, RowNote, Sheet};
pub use issue::{Issue, IssueKind, ReadError, Severity};
pub use layout::suspected;
pub use limits::Limits;
pub use preview::{ColumnReport, Inspection, Preview, PreviewColumn, inspect, preview};
pub use read::{FileTables, check_size, finish_in_parts, read, read_all, read_in_parts, sheets};
pub use records::{
    FileCount, Import, IssueCount, OutcomeCount, SetAside, Totals, import, import_bytes, import_onto, outcomes,
    set_aside_csv,
};
pub use roles::{Field, Kind, Mapping, MappingsError, guess, is_certain, mappings_from_json, mappings_to_json, recall};
pub use series::{NoSeries, SeriesColumns, SeriesTable, is_series, series_points};
pub use source::{Bytes, Source};
pub use table::{Column, LayoutKind, LayoutRow, Place, Table};
pub use text::{InParts, Joined, Part, PartReading, read as read_text};
pub use values::{DateOrder, DecimalMark, Empties, Epoch, ValueKind, parse_date, parse_number};
