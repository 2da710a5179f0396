//! Tables and mappings to records: every row becomes a record or is set aside with its reason.

mod cells;
mod links;
mod outcome;
mod repeated;
mod rows;

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::issue::{Issue, IssueKind, Severity};
use super::roles::{Field, Kind, Mapping};
use super::table::Table;
use crate::engine::records::{Dataset, Outcome};
use crate::engine::units::{Money, Month};
use repeated::Repeated;

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// The records.
    pub dataset: Dataset,
    /// What became of each file's rows, in the files' order.
    pub files: Vec<FileCount>,
    /// Everything that is to be known, by file and row.
    pub issues: Vec<Issue>,
    /// Deals by outcome.
    pub outcomes: Vec<OutcomeCount>,
    /// First and last month in which a deal was won.
    pub won_months: Option<(Month, Month)>,
}

/// What became of a file's rows: `n_rows = n_records + n_set_aside + n_layout`.
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
    /// Header and blank lines.
    pub n_layout: usize,
}

/// Deals of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeCount {
    /// Which.
    pub outcome: Outcome,
    /// The stage as the files name it.
    pub stage: String,
    /// How many.
    pub n_deals: usize,
    /// Their amounts, as far as stated.
    pub amount: Money,
}

/// Turns tables into records as the mappings say. A table without a mapping, or one of [`Kind::Unknown`], is set aside.
pub fn import(tables: &[Table], mappings: &[Mapping]) -> Import {
    import_onto(Dataset::default(), tables, mappings)
}

/// The same, beside records that are there already: those of the kinds that the tables bring are replaced, others stay.
pub fn import_onto(base: Dataset, tables: &[Table], mappings: &[Mapping]) -> Import {
    let named = links::named_by_deals(&base);
    let mut import = Import::default();
    let unknown = Mapping::default();
    let mut repeated = Repeated::default();
    for table in tables {
        let mapping = mappings.iter().find(|mapping| mapping.file == table.file).unwrap_or(&unknown);
        take_table(table, mapping, &mut repeated, &mut import);
    }
    keep_beside(&mut import.dataset, base);
    links::forget_completed(&mut import.dataset, &named);
    links::check(&mut import, tables, mappings);
    links::complete(&mut import.dataset);
    import.issues.sort_by(|a, b| a.severity.cmp(&b.severity).then_with(|| a.file.cmp(&b.file)).then(a.row.cmp(&b.row)));
    (import.outcomes, import.won_months) = outcomes(&import.dataset);
    import
}

/// Takes over the kinds of which no new record came: a table without rows wipes nothing.
fn keep_beside(fresh: &mut Dataset, base: Dataset) {
    fn keep<T>(fresh: &mut Vec<T>, base: Vec<T>) {
        if fresh.is_empty() {
            *fresh = base;
        }
    }
    keep(&mut fresh.reps, base.reps);
    keep(&mut fresh.deals, base.deals);
    keep(&mut fresh.accounts, base.accounts);
    keep(&mut fresh.products, base.products);
    keep(&mut fresh.targets, base.targets);
    keep(&mut fresh.leads, base.leads);
    keep(&mut fresh.activities, base.activities);
    keep(&mut fresh.spend, base.spend);
}

fn take_table(table: &Table, mapping: &Mapping, repeated: &mut Repeated, import: &mut Import) {
    let mut count = FileCount {
        file: table.file.clone(),
        kind: mapping.kind,
        n_rows: table.n_rows() + table.layout_rows.len(),
        n_set_aside: table.set_aside.len(),
        n_layout: table.layout_rows.len(),
        ..FileCount::default()
    };
    let about_file = |kind| Issue {
        file: table.file.clone(),
        row: 0,
        column: None,
        value: String::new(),
        kind,
        severity: Severity::Warning,
    };
    import.issues.extend(table.set_aside.iter().map(|(issue, _)| issue.clone()));
    import.issues.extend(table.warnings.iter().cloned());
    if mapping.kind == Kind::Unknown {
        count.n_set_aside += table.lines.len();
        import.issues.push(Issue { severity: Severity::SetAside, ..about_file(IssueKind::UnknownKind) });
        import.files.push(count);
        return;
    }
    if mapping.kind == Kind::Deals
        && mapping.column_of(Field::Stage).is_none()
        && mapping.column_of(Field::Outcome).is_none()
        && !table.lines.is_empty()
    {
        import.issues.push(about_file(IssueKind::OutcomeAssumed));
    }
    let mut reader = rows::Rows::new(table, mapping);
    import.issues.extend(reader.doubts());
    for index in 0..table.lines.len() {
        match reader.take(index, &mut import.dataset) {
            Ok(()) => {
                count.n_records += 1;
                import.issues.extend(repeated.see(table, mapping, index, &import.dataset));
            }
            Err(issue) => {
                count.n_set_aside += 1;
                import.issues.push(issue);
            }
        }
    }
    import.files.push(count);
}

/// Deals by outcome and stage, and the first and last month with a won deal.
pub fn outcomes(dataset: &Dataset) -> (Vec<OutcomeCount>, Option<(Month, Month)>) {
    let mut counts: std::collections::BTreeMap<(Outcome, &str), (usize, Money)> = std::collections::BTreeMap::new();
    let mut won: Option<(Month, Month)> = None;
    for deal in &dataset.deals {
        let count = counts.entry((deal.outcome, deal.stage.as_str())).or_default();
        count.0 += 1;
        count.1 += deal.amount.unwrap_or_default();
        if let (Outcome::Won, Some(day)) = (deal.outcome, deal.closed) {
            let month = Month::of(day);
            won = Some(won.map_or((month, month), |(first, last)| (first.min(month), last.max(month))));
        }
    }
    let counts = counts
        .into_iter()
        .map(|((outcome, stage), (n_deals, amount))| OutcomeCount { outcome, stage: stage.into(), n_deals, amount })
        .collect();
    (counts, won)
}

/// The rows that were set aside, as a CSV of their own: file, row, column, value and reason, then the row's cells. A
/// table whose kind is not known has one issue and all its rows here.
pub fn set_aside_csv(tables: &[Table], import: &Import) -> String {
    let mut text = String::from("file,row,column,value,reason,remedy,cells\n");
    for issue in import.issues.iter().filter(|issue| issue.severity == Severity::SetAside) {
        let table = tables.iter().find(|table| table.file == issue.file);
        if let Some(table) = table.filter(|_| issue.row == 0 && issue.kind == IssueKind::UnknownKind) {
            for index in 0..table.lines.len() {
                set_aside_line(&mut text, issue, table.line(index), &table.row(index));
            }
        } else {
            let cells = table.map(|table| cells_of(table, issue.row)).unwrap_or_default();
            set_aside_line(&mut text, issue, issue.row, &cells);
        }
    }
    text
}

fn set_aside_line(text: &mut String, issue: &Issue, row: u64, cells: &[String]) {
    let row = if row == 0 { String::new() } else { row.to_string() };
    let column = issue.column.clone().unwrap_or_default();
    let reason = issue.kind.to_string();
    let first = [&issue.file, &row, &column, &issue.value, &reason, issue.kind.remedy()].map(quoted).join(",");
    let rest: Vec<String> = cells.iter().map(quoted).collect();
    let _ = writeln!(text, "{first},{}", rest.join(","));
}

fn cells_of(table: &Table, line: u64) -> Vec<String> {
    if let Some((_, cells)) = table.set_aside.iter().find(|(issue, _)| issue.row == line) {
        return cells.clone();
    }
    let place = table.lines.binary_search(&(line.min(u64::from(u32::MAX)) as u32));
    place.map(|index| table.row(index)).unwrap_or_default()
}

/// A CSV field. Text that a spreadsheet would take for a formula gets an apostrophe; numbers are left alone.
fn quoted(text: impl AsRef<str>) -> String {
    crate::data::csv_field(text.as_ref())
}

#[cfg(test)]
mod tests;
