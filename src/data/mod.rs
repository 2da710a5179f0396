//! From bytes to records. An import never fails as a whole: every row ends as a record, a listed issue or a layout row.
//!
//! `read` (bytes → table) · `values` (a column's kind, from all its cells) · `roles` (what columns mean) ·
//! `records` (table and mapping → records and issues) · `codec` (datasets as bytes).

mod codec;
mod csv_text;
mod issue;
mod join;
mod limits;
mod preview;
mod read;
mod records;
mod roles;
mod sniff;
mod table;
mod values;

pub use codec::{DecodeError, decode, encode, fingerprint, fingerprint_of, is_readable};
pub use csv_text::csv_field;
pub use issue::{Issue, IssueKind, ReadError, Severity};
pub use limits::Limits;
pub use preview::{ColumnReport, Inspection, Preview, PreviewColumn, inspect, preview};
pub use read::{Reader, read_all};
pub use records::{FileCount, Import, OutcomeCount, import, import_onto, outcomes, set_aside_csv};
pub use roles::{Field, Kind, Mapping, guess};
pub use table::{Column, Table};
pub use values::{DateOrder, DecimalMark, ValueKind, parse_date, parse_number};
