//! Tables and mappings to records: every row becomes a record or is set aside with its reason.
//!
//! A column is read once for each distinct text (`columns`), rows look up (`rows`), those of deals many at once unless
//! something is wrong with them (`block`); records go where they are wanted (`row::Sink`): into a dataset, or straight into
//! its bytes. What the page says of them is gathered as they pass.

mod aside;
mod block;
mod categories;
mod columns;
mod issues;
mod kept;
mod links;
mod names;
mod numbers;
mod outcome;
mod repeated;
mod row;
mod rows;
mod sum;
mod take;
mod totals;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::codec::{Encoded, Pieces, Writer};
use super::fix::corrected;
use super::issue::{Issue, IssueKind, Severity};
use super::layout::suspected;
use super::limits::make_ready;
use super::roles::{Field, Kind, Mapping};
use super::table::{Column, LayoutKind, Table};
use crate::engine::records::Dataset;
use crate::engine::units::{Decimal, Money, Month};
pub use aside::{SetAside, set_aside_csv};
pub(super) use block::Block;
pub use issues::IssueCount;
use issues::Issues;
use links::{KeySet, Lists};
use names::Keys;
pub(super) use names::Names;
pub(super) use row::{Records, Row, Shape, Sink, Text};
use take::{Out, Session};
use totals::Tally;
pub use totals::{OutcomeCount, Totals};

/// Bytes of a dataset by cell, about.
const N_CELL: usize = 2;

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Import<R = Dataset> {
    /// The records; nothing where they were written to bytes.
    pub dataset: R,
    /// What became of each file's rows, in the files' order.
    pub files: Vec<FileCount>,
    /// What is to be known, by severity, file and row: the first 10,000 of a kind and file.
    pub issues: Vec<Issue>,
    /// How many issues there are, by kind and file.
    pub issue_counts: Vec<IssueCount>,
    /// All rows that were set aside though the reader had no fault to find.
    pub set_aside: Vec<SetAside>,
    /// Deals by outcome.
    pub outcomes: Vec<OutcomeCount>,
    /// First and last month in which a deal was won.
    pub won_months: Option<(Month, Month)>,
    /// What the records come to.
    pub totals: Totals,
}

/// What became of a file's rows: `n_rows = n_records + n_set_aside + n_layout`. Of a table whose columns of periods were
/// made rows, the rows are those that were made, and the layout rows are the file's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCount {
    /// The file's name.
    pub file: String,
    /// What it holds.
    pub kind: Kind,
    /// Rows, header and blank lines included.
    pub n_rows: usize,
    /// Rows that became records.
    pub n_records: usize,
    /// Rows that were left out, each with an issue.
    pub n_set_aside: usize,
    /// Rows that hold no record: header, blank lines, titles, sums.
    pub n_layout: usize,
    /// The same by what they are.
    #[serde(default)]
    pub layout: Vec<(LayoutKind, usize)>,
    /// Empty cells of columns that were made rows; none of them makes a row.
    #[serde(default)]
    pub n_empty_cells: usize,
}

/// Turns tables into records as the mappings say. A table without a mapping, or one of [`Kind::Unknown`], is set aside.
pub fn import(tables: &[Table], mappings: &[Mapping]) -> Import {
    import_onto(Dataset::default(), tables, mappings)
}

/// The same, beside records that are there already: those of the kinds that the tables bring are replaced, others stay.
pub fn import_onto(base: Dataset, tables: &[Table], mappings: &[Mapping]) -> Import {
    let mut dataset = Dataset::default();
    let import = run(&base, tables, mappings, &mut dataset);
    import.with(dataset)
}

/// The same, from a dataset's bytes to a dataset's bytes (see [`encode`](super::encode)), without the records in memory.
/// A base that cannot be read counts as none.
pub fn import_bytes(base: &[u8], tables: &[Table], mappings: &[Mapping]) -> (Import<()>, Pieces) {
    let mut writer = Writer::default();
    let n_cells = tables.iter().map(|table| table.lines.len() * table.columns.len()).sum::<usize>();
    make_ready(n_cells * N_CELL);
    let import = match Encoded::new(base) {
        Ok(base) => run(&base, tables, mappings, &mut writer),
        Err(_) => run(&Dataset::default(), tables, mappings, &mut writer),
    };
    (import, writer.finish())
}

/// Deals by outcome and stage, and the first and last month with a won deal.
pub fn outcomes(dataset: &Dataset) -> (Vec<OutcomeCount>, Option<(Month, Month)>) {
    let totals = Totals::of(dataset);
    (totals.outcomes, totals.won_months)
}

impl<R> Import<R> {
    fn with<T>(self, dataset: T) -> Import<T> {
        let Self { files, issues, issue_counts, set_aside, outcomes, won_months, totals, .. } = self;
        Import { dataset, files, issues, issue_counts, set_aside, outcomes, won_months, totals }
    }

    /// How many issues there are, listed or not.
    pub fn n_issues(&self) -> usize {
        self.issue_counts.iter().map(|count| count.n).sum()
    }
}

fn run<B: Records, S: Sink>(base: &B, tables: &[Table], mappings: &[Mapping], sink: &mut S) -> Import<()> {
    let unknown = Mapping::default();
    let mapping = |table: &Table| mappings.iter().find(|mapping| mapping.file == table.file).unwrap_or(&unknown);
    let columns: Vec<Vec<Cow<'_, Column>>> =
        tables.iter().map(|table| corrected(table, &mapping(table).fixes)).collect();
    let kinds: Vec<Kind> = tables.iter().map(|table| mapping(table).kind).collect();
    let mut session = Session::of(&kinds);
    let mut out = Out { sink, tally: Tally::default(), lists: Lists::default() };
    for (table, columns) in tables.iter().zip(&columns) {
        session.take(table, mapping(table), columns, &mut out);
    }
    keep_beside(base, &mut out);
    for linked in &session.linked {
        linked.check(&mut out.lists, &mut session.issues);
    }
    complete(&mut out);
    let totals = out.tally.finish();
    suspect_units(&totals, tables, mappings, &mut session.issues);
    let (issues, issue_counts) = session.issues.finish();
    Import {
        dataset: (),
        files: session.files,
        issues,
        issue_counts,
        set_aside: session.set_aside,
        outcomes: totals.outcomes.clone(),
        won_months: totals.won_months,
        totals,
    }
}

/// Warns where a year's quota and a year's sales are thousands or millions apart, and nobody has said the unit of either.
fn suspect_units(totals: &Totals, tables: &[Table], mappings: &[Mapping], issues: &mut Issues) {
    let number = |number: Option<Decimal>| number.map(|number| Money(number).to_f64());
    let Some((quota, sold)) = number(totals.typical_quota).zip(number(totals.average_year)) else { return };
    let found = suspected(quota, sold).map(|power| (Kind::Targets, power));
    let Some((kind, power)) = found.or_else(|| suspected(sold, quota).map(|power| (Kind::Deals, power))) else {
        return;
    };
    for mapping in mappings.iter().filter(|mapping| mapping.kind == kind) {
        let Some(place) = mapping.column_of(Field::Amount) else { continue };
        let Some(table) = tables.iter().find(|table| table.file == mapping.file) else { continue };
        if mapping.factors.iter().any(|(told, _)| *told == place) {
            continue;
        }
        let column = table.columns.get(place).map(|column| column.header.clone());
        issues.add(&table.file, Severity::Warning, IssueKind::UnitsSuspected { power }, |kind| Issue {
            file: table.file.clone(),
            row: 0,
            column,
            value: String::new(),
            kind,
            severity: Severity::Warning,
        });
    }
}

/// Takes over the kinds of which no new record came: a table without rows wipes nothing.
fn keep_beside<B: Records, S: Sink>(base: &B, out: &mut Out<'_, S>) {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Reps) {
        if out.tally.n(kind) == 0 && base.n(kind) != 0 {
            out.begin(kind);
            base.each(kind, &mut |row| out.take(kind, row));
        }
    }
    if out.tally.n(Kind::Reps) == 0 && base.n(Kind::Reps) != 0 {
        keep_reps(base, out);
    }
}

/// Takes over the reps, but not those that [`complete`] made for records that are gone: reps of whom nothing but the name
/// is known, whom deals or targets named before, and whom no record names any more. A list may hold bare names too.
fn keep_reps<B: Records, S: Sink>(base: &B, out: &mut Out<'_, S>) {
    let mut keys = Keys::default();
    let (mut by_deals, mut still) = (KeySet::default(), KeySet::default());
    let names = [&out.tally.deal_reps, &out.tally.target_reps].into_iter().chain(&out.tally.others);
    still.extend(names.flat_map(Names::iter).map(|name| keys.hash(name)));
    base.each(Kind::Reps, &mut |row| _ = still.insert(keys.hash(row.texts[3].text)));
    base.each(Kind::Deals, &mut |row| _ = by_deals.insert(keys.hash(row.texts[1].text)));
    base.each(Kind::Targets, &mut |row| _ = by_deals.insert(keys.hash(row.texts[0].text)));
    out.begin(Kind::Reps);
    base.each(Kind::Reps, &mut |row| {
        let id = row.texts[0].text;
        let key = keys.hash(id);
        if *row != bare(id) || !by_deals.contains(&key) || still.contains(&key) {
            out.take(Kind::Reps, row);
        }
    });
}

/// A rep of whom only the name is known.
fn bare(name: &str) -> Row<'_> {
    let mut texts = [Text::default(); row::N_TEXTS];
    [texts[0], texts[1]] = [Text::of(name); 2];
    Row { texts, ..Row::default() }
}

/// Makes a rep of everyone whom deals or targets name and no list has, in the order in which they appear: who sells is on
/// the team.
fn complete<S: Sink>(out: &mut Out<'_, S>) {
    let names = [&out.tally.deal_reps, &out.tally.target_reps].map(|names| names.iter().map(str::to_owned));
    let missing: Vec<String> =
        names.into_iter().flatten().filter(|name| !name.is_empty() && out.lists.add_rep(name)).collect();
    out.begin(Kind::Reps);
    for name in &missing {
        out.take(Kind::Reps, &bare(name));
    }
}

fn about_file(table: &Table, kind: IssueKind) -> Issue {
    let severity = Severity::Warning;
    Issue { file: table.file.clone(), row: 0, column: None, value: String::new(), kind, severity }
}

/// A set-aside issue about a row, and one of its cells.
fn about_row(table: &Table, row: u32, column: Option<u16>, value: String, kind: IssueKind) -> Issue {
    let column = column.and_then(|column| table.columns.get(usize::from(column)));
    Issue {
        file: table.file.clone(),
        row: table.line(row as usize),
        column: column.map(|column| column.header.clone()),
        value,
        kind,
        severity: Severity::SetAside,
    }
}

#[cfg(test)]
mod tests;
