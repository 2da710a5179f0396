//! The desk of the files worker: tables that were read, what their columns mean, corrections, and the import.

use std::collections::{BTreeMap, BTreeSet};

use super::files_messages::{FilesAnswer, FilesAsk, Tables};
use super::import_report::{ImportReport, issues_csv};
use super::known::merged;
use super::read_as::read_as;
use crate::data::{
    Choices, DecimalMark, FileTables, Fix, Import, IssueKind, Mapping, Pieces, ReadChoice, ReadError, Severity, Table,
    ValueKind, fingerprint_of_pieces, import_bytes, mappings_from_json, mappings_to_json, preview, recall,
    set_aside_csv,
};
use crate::present::{Locale, Words};
use crate::scenario::open;

/// Rows of a preview.
const N_PREVIEW: usize = 8;
/// Rows that are left aside at once at most: each is kept with the mapping.
const MOST_ASIDE: usize = 1_000;
/// Issues show so many characters of a cell.
const N_SHOWN: usize = 60;

/// What the files worker knows.
#[derive(Default)]
pub struct FilesDesk {
    tables: Vec<Table>,
    mappings: Vec<Mapping>,
    failures: Vec<(String, ReadError)>,
    /// Bytes of the records that are there already.
    base: Vec<u8>,
    import: Option<Import<()>>,
    choices: Choices,
    /// The decimal marks of pasted tables, as far as their sender told.
    marks: BTreeMap<String, DecimalMark>,
    /// Mappings remembered from other files.
    known: Vec<Mapping>,
    /// The scenario's mappings before this session: files of the same name and headers are understood as then.
    earlier: Vec<Mapping>,
    /// Tables about which the user said something.
    touched: BTreeSet<String>,
    /// For each step of correction, the tables it was made in and how many fixes each got.
    steps: Vec<Vec<(String, usize)>>,
}

impl FilesDesk {
    /// Takes in what a reader made of a file; tables of a file of the same name are replaced.
    pub fn add(&mut self, file: &str, read: Result<FileTables, ReadError>) {
        let place = self.tables.iter().position(|table| is_of(table, file)).unwrap_or(self.tables.len());
        self.tables.retain(|table| !is_of(table, file));
        let part = format!("{file} › ");
        self.failures.retain(|(failed, _)| failed != file && !failed.starts_with(&part));
        match read {
            Ok(FileTables { tables, failures }) => {
                self.failures.extend(failures);
                let mut place = place.min(self.tables.len());
                for table in tables {
                    let twin = self.tables.iter().find(|other| table.is_twin_of(other)).map(|other| other.file.clone());
                    if let Some(same_as) = twin {
                        self.failures.push((table.file, ReadError::Twin { same_as }));
                    } else {
                        self.tables.insert(place, table);
                        place += 1;
                    }
                }
            }
            Err(error) => self.failures.push((file.to_owned(), error)),
        }
    }

    /// A desk without tables that understands files as this one does, and as these mappings say.
    #[must_use]
    pub fn apart(&self, mappings: Vec<Mapping>) -> Self {
        let told = mappings.into_iter().chain(self.mappings.iter().cloned()).collect();
        Self { known: merged(self.known.clone(), told), ..Self::default() }
    }

    /// The tables.
    pub(super) fn all_tables(&self) -> &[Table] {
        &self.tables
    }

    /// What could not be read, and why.
    pub(super) fn failures(&self) -> &[(String, ReadError)] {
        &self.failures
    }

    /// How tables are to be read where the user said so.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// Notes how a table is to be read, and says which file must be read again for it, with the choices as they were.
    pub fn choose(&mut self, table: &str, choice: &ReadChoice) -> Option<(String, Choices)> {
        let place = &self.tables.iter().find(|candidate| candidate.file == table)?.place;
        let before = self.choices.clone();
        // The text of a file is one, however many tables stand in it.
        let mut of_text = self.choices.get(&place.file).cloned().unwrap_or_default();
        of_text.encoding.clone_from(&choice.encoding);
        (of_text.delimiter, of_text.repair) = (choice.delimiter, choice.repair);
        self.choices.insert(place.file.clone(), of_text);
        self.choices.insert(table.to_owned(), choice.clone());
        self.touched.insert(table.to_owned());
        Some((place.file.clone(), before))
    }

    /// Takes in a file that was read again for a choice. If that failed, its tables stay, read as `before`.
    pub fn add_again(&mut self, file: &str, read: Result<FileTables, ReadError>, before: Choices) {
        if let Err(error) = read {
            self.choices = before;
            self.failures.retain(|(failed, _)| failed != file);
            self.failures.push((file.to_owned(), error));
        } else {
            self.add(file, read);
        }
    }

    /// Says what the tables mean that have no mapping yet: as they were understood before, else as can be guessed.
    pub fn guess(&mut self) {
        let fresh = recall(&self.tables, &self.known);
        let before = std::mem::take(&mut self.mappings);
        let of = |guess: Mapping| {
            let is_same = |mapping: &&Mapping| mapping.file == guess.file && mapping.headers == guess.headers;
            match before.iter().find(is_same).or_else(|| self.earlier.iter().find(is_same)) {
                Some(mapping) => Mapping { choice: guess.choice, ..mapping.clone() },
                None => guess,
            }
        };
        self.mappings = fresh.into_iter().map(of).collect();
        for (table, mapping) in self.tables.iter().zip(&mut self.mappings) {
            let Some(mark) = self.marks.get(&table.file) else { continue };
            for (at, column) in table.columns.iter().enumerate() {
                let is_open = matches!(column.kind, ValueKind::Number { .. }) && !column.is_certain;
                if is_open && !mapping.kinds.iter().any(|(told, _)| *told == at) {
                    mapping.kinds.push((at, ValueKind::Number { decimal: *mark }));
                }
            }
        }
    }

    /// Answers an ask other than to read; `bulk` is what came beside it.
    pub fn answer(&mut self, ask: FilesAsk, bulk: Option<Vec<u8>>) -> (FilesAnswer, Option<Pieces>) {
        match ask {
            FilesAsk::Read { .. } | FilesAsk::SetChoice { .. } => self.guess(),
            FilesAsk::Forget => *self = Self::default(),
            FilesAsk::Base => self.base = bulk.unwrap_or_default(),
            FilesAsk::Earlier => {
                let text = String::from_utf8(bulk.unwrap_or_default()).unwrap_or_default();
                self.earlier = open(&text).map(|opened| opened.scenario.mappings).unwrap_or_default();
                for mapping in self.earlier.iter().filter(|mapping| !mapping.choice.is_none()) {
                    self.choices.insert(mapping.file.clone(), mapping.choice.clone());
                }
            }
            FilesAsk::Known => match mappings_from_json(&String::from_utf8_lossy(&bulk.unwrap_or_default())) {
                Ok(known) => {
                    self.known = merged(std::mem::take(&mut self.known), known);
                    self.mappings.retain(|mapping| self.touched.contains(&mapping.file));
                    self.guess();
                }
                Err(_) => return (FilesAnswer::Unreadable, None),
            },
            FilesAsk::Pasted { file, html } => {
                self.choices.insert(file.clone(), ReadChoice { delimiter: Some('\t'), ..ReadChoice::default() });
                self.marks.extend(super::pasted::decimal_mark(&html).map(|mark| (file, mark)));
            }
            FilesAsk::SetKind { file, kind } => {
                let table = self.tables.iter().find(|table| table.file == file);
                let mapping = self.mappings.iter_mut().find(|mapping| mapping.file == file);
                if let (Some(table), Some(mapping)) = (table, mapping) {
                    let fixes = std::mem::take(&mut mapping.fixes);
                    *mapping = Mapping { fixes, ..std::mem::take(mapping).with_kind(table, kind) };
                }
                self.touched.insert(file);
            }
            FilesAsk::SetField { file, column, field } => {
                self.change(&file, |mapping| mapping.with_field(column, field));
            }
            FilesAsk::SetValue { file, column, kind } => self.change(&file, |mut mapping| {
                mapping.kinds.retain(|(at, _)| *at != column);
                mapping.kinds.push((column, kind));
                mapping
            }),
            FilesAsk::SetFactor { file, column, power } => self.change(&file, |mut mapping| {
                mapping.factors.retain(|(at, _)| *at != column);
                mapping.factors.extend((power != 0).then_some((column, power)));
                mapping
            }),
            FilesAsk::Fix { table, fix } => {
                let fix = self.whole(&table, fix);
                self.fix(vec![(table, fix)]);
            }
            FilesAsk::AsideAll { key, severity } => self.leave_aside(&key, severity),
            FilesAsk::UndoFix => self.undo(),
            FilesAsk::Remove { file } => self.remove(&file),
            FilesAsk::Import => return self.import(),
            FilesAsk::Warm { step } => {
                super::warm::warm(step);
                return (FilesAnswer::File, None);
            }
            ask => return self.file(&ask),
        }
        (FilesAnswer::Tables(Box::new(self.tables())), None)
    }

    /// What is asked for as a file.
    fn file(&self, ask: &FilesAsk) -> (FilesAnswer, Option<Pieces>) {
        let import = self.import.as_ref();
        let text = match ask {
            FilesAsk::SetAsideCsv => import.map(|import| set_aside_csv(&self.tables, import)),
            FilesAsk::IssuesCsv { language } => {
                let words = Words::new(Locale::of_tag(language));
                Some(issues_csv(&words, import.map(|import| import.issues.as_slice()).unwrap_or_default()))
            }
            FilesAsk::Mappings { all } => {
                let is_told = |mapping: &&Mapping| *all || self.touched.contains(&mapping.file);
                let told: Vec<Mapping> = self.mappings.iter().filter(is_told).cloned().collect();
                (*all || !told.is_empty()).then(|| mappings_to_json(&merged(self.known.clone(), told)))
            }
            _ => None,
        };
        (FilesAnswer::File, text.map(|text| text.into_bytes().into()))
    }

    fn tables(&self) -> Tables {
        let values = |(table, mapping): (&Table, &Mapping)| {
            (0..table.columns.len()).map(|column| mapping.value_kind(table, column)).collect()
        };
        let pairs = || self.tables.iter().zip(&self.mappings);
        Tables {
            previews: self.tables.iter().map(|table| preview(table, N_PREVIEW)).collect(),
            mappings: self.mappings.clone(),
            values: pairs().map(values).collect(),
            reads: pairs().map(|(table, mapping)| read_as(table, mapping, self.choices.get(&table.file))).collect(),
            failures: self.failures.clone(),
        }
    }

    fn change(&mut self, file: &str, change: impl FnOnce(Mapping) -> Mapping) {
        self.touched.insert(file.to_owned());
        if let Some(mapping) = self.mappings.iter_mut().find(|mapping| mapping.file == file) {
            *mapping = change(std::mem::take(mapping));
        }
    }

    /// The fix with the whole text of its cell: issues show the beginning alone.
    fn whole(&self, table: &str, mut fix: Fix) -> Fix {
        let Some(table) = self.tables.iter().find(|candidate| candidate.file == table) else { return fix };
        match &mut fix {
            Fix::Cell { line, column, from, .. } => {
                let rows = table.lines.iter().enumerate().filter(|(_, at)| *at == line).map(|(row, _)| row);
                let column = table.column(column);
                let mut cells = rows.filter_map(|row| column.map(|column| column.cell(row)));
                if let Some(cell) = cells.find(|cell| cell.starts_with(from.as_str())) {
                    cell.clone_into(from);
                }
            }
            Fix::Cells { column, from, .. } if N_SHOWN <= from.chars().count() => {
                let mut cells = table.column(column).into_iter().flat_map(crate::data::Column::counted);
                if let Some((cell, _)) = cells.find(|(cell, _)| cell.starts_with(from.as_str())) {
                    cell.clone_into(from);
                }
            }
            Fix::Cells { .. } | Fix::Aside { .. } => {}
        }
        fix
    }

    /// Makes corrections, as one step.
    fn fix(&mut self, fixes: Vec<(String, Fix)>) {
        let mut step: BTreeMap<String, usize> = BTreeMap::new();
        for (table, fix) in fixes {
            if let Some(mapping) = self.mappings.iter_mut().find(|mapping| mapping.file == table) {
                mapping.fixes.push(fix);
                *step.entry(table).or_default() += 1;
            }
        }
        if !step.is_empty() {
            self.steps.push(step.into_iter().collect());
        }
    }

    /// Leaves all rows of a group of issues aside.
    fn leave_aside(&mut self, key: &str, severity: Severity) {
        let issues = self.import.as_ref().map(|import| import.issues.as_slice()).unwrap_or_default();
        let of_group = issues.iter().filter(|issue| {
            0 < issue.row
                && issue.kind.key() == key
                && issue.severity == severity
                && !issue.kind.is_of_text()
                && issue.kind != IssueKind::LeftAside
        });
        let aside = of_group.map(|issue| {
            let line = u32::try_from(issue.row).unwrap_or(u32::MAX);
            (issue.file.clone(), Fix::Aside { line })
        });
        self.fix(aside.take(MOST_ASIDE).collect());
    }

    /// Takes back the last step, or the last fix of an earlier session.
    fn undo(&mut self) {
        let last = || {
            let mapping = self.mappings.iter().rev().find(|mapping| !mapping.fixes.is_empty())?;
            Some(vec![(mapping.file.clone(), 1)])
        };
        for (table, n) in self.steps.pop().or_else(last).unwrap_or_default() {
            self.change(&table, |mut mapping| {
                mapping.fixes.truncate(mapping.fixes.len().saturating_sub(n));
                mapping
            });
        }
    }

    fn remove(&mut self, file: &str) {
        self.tables.retain(|table| !is_of(table, file));
        self.mappings.retain(|mapping| self.tables.iter().any(|table| table.file == mapping.file));
        self.failures.retain(|(failed, _)| failed != file);
        self.choices.remove(file);
    }

    fn import(&mut self) -> (FilesAnswer, Option<Pieces>) {
        let (import, bytes) = import_bytes(&self.base, &self.tables, &self.mappings);
        let report = ImportReport::new(&import, fingerprint_of_pieces(&bytes));
        self.import = Some(import);
        (FilesAnswer::Imported(Box::new(report)), Some(bytes))
    }
}

/// Whether a table is that one, or of that file.
fn is_of(table: &Table, file: &str) -> bool {
    table.file == file || table.place.file == file
}

#[cfg(test)]
mod tests;
