//! Results as files for other programs.

mod csv;

pub use csv::{csv_field, statements_csv};
