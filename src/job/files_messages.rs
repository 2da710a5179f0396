//! The messages of the files worker.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::apart::Apart;
use super::import_report::ImportReport;
use super::read_as::ReadAs;
use super::series_file::{SeriesAsked, SeriesFile};
use crate::data::{Field, Fix, Kind, Mapping, Part, Preview, ReadChoice, ReadError, Severity, ValueKind};

/// What the files worker is asked. Files to read come beside the message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FilesAsk {
    /// Read these files, and add their tables to those that are there.
    Read {
        /// What each is called, in the files' order.
        names: Vec<String>,
    },
    /// Read a table's file again, in another way.
    SetChoice {
        /// Name of the table.
        table: String,
        /// How.
        choice: ReadChoice,
    },
    /// This table holds something else; its columns are guessed anew.
    SetKind {
        /// Name of the file.
        file: String,
        /// What it holds.
        kind: Kind,
    },
    /// This column means something else.
    SetField {
        /// Name of the file.
        file: String,
        /// Which column.
        column: usize,
        /// What it means.
        field: Option<Field>,
    },
    /// This column is to be read another way.
    SetValue {
        /// Name of the file.
        file: String,
        /// Which column.
        column: usize,
        /// How.
        kind: ValueKind,
    },
    /// The numbers of this column are in another unit.
    SetFactor {
        /// Name of the table.
        file: String,
        /// Which column.
        column: usize,
        /// Power of ten; 0 as they stand.
        power: i32,
    },
    /// Correct something in this table.
    Fix {
        /// Name of the table.
        table: String,
        /// What.
        fix: Fix,
    },
    /// Leave aside all rows of the issues of that kind.
    AsideAll {
        /// [`crate::data::IssueKind::key`].
        key: String,
        /// Of those set aside, or of those kept.
        severity: Severity,
    },
    /// Take back the last correction.
    UndoFix,
    /// Of the file to be read under that name, this is what the clipboard held as HTML.
    Pasted {
        /// Name of the file.
        file: String,
        /// The beginning of the HTML.
        html: String,
    },
    /// The scenario, as a file (bulk): files that it was made from are understood as then.
    Earlier,
    /// Mappings that were remembered or exported (bulk).
    Known,
    /// What is to be remembered, as a file (bulk; none if there is nothing new).
    Mappings {
        /// Also of tables about which the user said nothing.
        all: bool,
    },
    /// Forget all tables, and what stood beside them.
    Forget,
    /// Keep these records (bulk) beside what the tables hold: a dataset of an earlier import.
    Base,
    /// Take this file away.
    Remove {
        /// Name of the file.
        file: String,
    },
    /// Make records of the tables.
    Import,
    /// The rows that were set aside, as CSV (bulk).
    SetAsideCsv,
    /// All issues, as CSV (bulk), in the language of that code.
    IssuesCsv {
        /// `en` or `pl`.
        language: String,
    },
    /// Read these files apart from all others, and make records of them: an earlier export of the same deals.
    Export {
        /// What each is called, in the files' order.
        names: Vec<String>,
        /// The scenario's mappings: tables with the same headers are understood in the same way.
        mappings: Vec<Mapping>,
    },
    /// Read these files apart from all others, and make series of one of their tables.
    Series {
        /// What each is called, in the files' order.
        names: Vec<String>,
        /// Which table and columns.
        asked: SeriesAsked,
    },
    /// Read these parts of a file for another worker: what he is to be sent comes piece by piece (bulk).
    Parts {
        /// Which, in order.
        parts: Vec<Part>,
    },
    /// Nothing: read a made-up file, so that reading is compiled for speed before a real one comes.
    Warm {
        /// Which of [`super::N_WARM_STEPS`].
        step: u32,
    },
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FilesAnswer {
    /// How far the reading is.
    Progress {
        /// The file that is read now.
        file: String,
        /// Bytes read of all files.
        n_done: u64,
        /// Bytes of all files.
        n_bytes: u64,
    },
    /// The tables as they are now understood.
    Tables(Box<Tables>),
    /// The dataset (bulk) and its report.
    Imported(Box<ImportReport>),
    /// The dataset (bulk) of an earlier export.
    Exported {
        /// Its report.
        report: Box<ImportReport>,
        /// The day that a file's name says, else the last on which anything happened in it.
        day: Option<NaiveDate>,
    },
    /// What a file of series holds, and its values (bulk), if it holds some.
    Series(Apart<SeriesFile>),
    /// A file (bulk).
    File,
    /// The message could not be read: page and worker are of different builds.
    Unreadable,
}

/// The tables of the session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tables {
    /// What each looks like.
    pub previews: Vec<Preview>,
    /// What each means, in the same order.
    pub mappings: Vec<Mapping>,
    /// For each, how each column is read now.
    pub values: Vec<Vec<ValueKind>>,
    /// For each, how it was read.
    pub reads: Vec<ReadAs>,
    /// Files that could not be read, and why.
    pub failures: Vec<(String, ReadError)>,
}
