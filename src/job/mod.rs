//! What workers are asked and what they answer, and the desks that answer. Pure: the same code serves page and tests.
//!
//! `protocol` (messages) · `desk` (data, plans, simulation) · `files` (reading and importing files) · `import_report`.

mod desk;
mod files;
mod import_report;
mod protocol;

pub use desk::{Desk, N_DATASETS, N_INPUTS};
pub use files::{FilesAnswer, FilesAsk, FilesDesk, Tables};
pub use import_report::{ImportReport, IssueGroup, issues_csv};
pub use protocol::{Answer, Ask, FitSpec, Refusal, ReplaySpec, VERSION, decode, encode};
