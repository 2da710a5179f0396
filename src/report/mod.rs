//! Results as files for other programs.

mod csv;

pub use csv::statements_csv;
