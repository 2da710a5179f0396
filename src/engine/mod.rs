//! Sales planning as pure functions: no web, no files, no clock, no globals.
#![warn(missing_docs)]

pub mod comp;
pub mod forecast;
pub mod pipeline;
pub mod quota;
pub mod records;
pub mod simulate;
pub mod units;
