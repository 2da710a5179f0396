//! The saved document: what it holds, its file, and how it is kept in the browser.

mod diff;
mod document;
mod file;
mod forecast;
mod record;
mod resolve;
pub mod sample;
#[cfg(test)]
mod schema;
mod shelf;
mod starter;
mod v1;

pub use diff::{Change, diff};
pub use document::{Assumptions, DataRef, ResultSummary, Scenario};
pub use file::{DataPart, FileError, Opened, VERSION, open, write};
pub use forecast::{
    FileChoices, FileSeries, ForecastChoices, ForecastGroup, ForecastOverride, ForecastSource, GroupPlace, LastStep,
    MOST_AHEAD, MOST_VALUE, SeriesKey, placed,
};
pub use record::{RecordError, Stored, decode_record, encode_record};
pub use resolve::{cost_input, months, plan_year, replay_input, use_quotas};
pub use sample::{SampleSpec, sample, sample_files};
pub use shelf::{Entry, EntryState, Loaded, PREFIX, SaveError, Shelf, ShelfError, list, load, save};
pub use starter::{plan_for, starter_plans, starter_plans_of};
