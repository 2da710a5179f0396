//! The desk of the files worker: tables that were read, what their columns mean, and the import.

use serde::{Deserialize, Serialize};

use super::import_report::{ImportReport, issues_csv};
use crate::data::{
    Field, Import, Kind, Mapping, Preview, ReadError, Table, ValueKind, guess, import_bytes, preview, set_aside_csv,
};
use crate::present::{Locale, Words};

/// Rows of a preview.
const N_PREVIEW: usize = 8;

/// What the files worker is asked. Files to read come beside the message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FilesAsk {
    /// Read these files, and add their tables to those that are there.
    Read,
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
    /// Files that could not be read, and why.
    pub failures: Vec<(String, ReadError)>,
}

/// What the files worker knows.
#[derive(Default)]
pub struct FilesDesk {
    tables: Vec<Table>,
    mappings: Vec<Mapping>,
    failures: Vec<(String, ReadError)>,
    /// Bytes of the records that are there already.
    base: Vec<u8>,
    import: Option<Import<()>>,
}

impl FilesDesk {
    /// Takes in what a reader made of a file; tables of a file of the same name are replaced.
    pub fn add(&mut self, file: &str, read: Result<Vec<Table>, ReadError>) {
        self.remove(file);
        match read {
            Ok(tables) => {
                for table in tables {
                    let twin = self.tables.iter().find(|other| table.is_twin_of(other)).map(|other| other.file.clone());
                    match twin {
                        Some(same_as) => self.failures.push((table.file, ReadError::Twin { same_as })),
                        None => self.tables.push(table),
                    }
                }
            }
            Err(error) => self.failures.push((file.to_owned(), error)),
        }
    }

    /// Guesses what the tables mean that have no mapping yet.
    pub fn guess(&mut self) {
        let fresh = guess(&self.tables);
        let known = std::mem::take(&mut self.mappings);
        self.mappings = fresh
            .into_iter()
            .map(|guess| known.iter().find(|mapping| mapping.file == guess.file).cloned().unwrap_or(guess))
            .collect();
    }

    /// Answers an ask other than to read; `bulk` is what came beside it.
    pub fn answer(&mut self, ask: FilesAsk, bulk: Option<Vec<u8>>) -> (FilesAnswer, Option<Vec<u8>>) {
        match ask {
            FilesAsk::Read => self.guess(),
            FilesAsk::Forget => *self = Self::default(),
            FilesAsk::Base => self.base = bulk.unwrap_or_default(),
            FilesAsk::SetKind { file, kind } => {
                let table = self.tables.iter().find(|table| table.file == file);
                let mapping = self.mappings.iter_mut().find(|mapping| mapping.file == file);
                if let (Some(table), Some(mapping)) = (table, mapping) {
                    *mapping = std::mem::take(mapping).with_kind(table, kind);
                }
            }
            FilesAsk::SetField { file, column, field } => {
                self.change(&file, |mapping| mapping.with_field(column, field));
            }
            FilesAsk::SetValue { file, column, kind } => self.change(&file, |mut mapping| {
                mapping.kinds.retain(|(at, _)| *at != column);
                mapping.kinds.push((column, kind));
                mapping
            }),
            FilesAsk::Remove { file } => self.remove(&file),
            FilesAsk::Import => return self.import(),
            FilesAsk::SetAsideCsv => {
                let text = self.import.as_ref().map(|import| set_aside_csv(&self.tables, import)).unwrap_or_default();
                return (FilesAnswer::File, Some(text.into_bytes()));
            }
            FilesAsk::IssuesCsv { language } => {
                let words = Words::new(Locale::of_tag(&language));
                let issues = self.import.as_ref().map(|import| import.issues.as_slice()).unwrap_or_default();
                return (FilesAnswer::File, Some(issues_csv(&words, issues).into_bytes()));
            }
        }
        (FilesAnswer::Tables(Box::new(self.tables())), None)
    }

    fn tables(&self) -> Tables {
        let values = |(table, mapping): (&Table, &Mapping)| {
            (0..table.columns.len()).map(|column| mapping.value_kind(table, column)).collect()
        };
        Tables {
            previews: self.tables.iter().map(|table| preview(table, N_PREVIEW)).collect(),
            mappings: self.mappings.clone(),
            values: self.tables.iter().zip(&self.mappings).map(values).collect(),
            failures: self.failures.clone(),
        }
    }

    fn change(&mut self, file: &str, change: impl FnOnce(Mapping) -> Mapping) {
        if let Some(mapping) = self.mappings.iter_mut().find(|mapping| mapping.file == file) {
            *mapping = change(std::mem::take(mapping));
        }
    }

    fn remove(&mut self, file: &str) {
        self.tables.retain(|table| table.file != file && table.place.file != file);
        self.mappings.retain(|mapping| self.tables.iter().any(|table| table.file == mapping.file));
        self.failures.retain(|(failed, _)| failed != file);
    }

    fn import(&mut self) -> (FilesAnswer, Option<Vec<u8>>) {
        let (import, bytes) = import_bytes(&self.base, &self.tables, &self.mappings);
        let report = ImportReport::new(&import, &bytes);
        self.import = Some(import);
        (FilesAnswer::Imported(Box::new(report)), Some(bytes))
    }
}
