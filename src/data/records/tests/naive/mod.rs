//! The import as it would be written without thought of speed: row by row, cell by cell, records in memory. What the quick
//! one must come to.

#![allow(clippy::result_large_err)] // slow is what it is for

mod cells;
mod rows;

use std::collections::BTreeSet;

use crate::data::fix::Fix;
use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::join::key;
use crate::data::roles::{Kind, Mapping};
use crate::data::table::Table;
use crate::engine::records::{Dataset, Rep};

/// The records, and the rows that were set aside, by file and row.
pub(super) fn import(tables: &[Table], mappings: &[Mapping]) -> (Dataset, Vec<Issue>) {
    let (mut dataset, mut issues) = (Dataset::default(), Vec::new());
    for (table, mapping) in tables.iter().zip(mappings) {
        if mapping.kind == Kind::Unknown {
            continue;
        }
        let (fixed, left) = fixed(table, &mapping.fixes);
        let mut reader = rows::Rows::new(&fixed, mapping);
        for row in 0..table.lines.len() {
            if left.contains(&table.lines[row]) {
                issues.push(Issue {
                    file: table.file.clone(),
                    row: table.line(row),
                    column: None,
                    value: String::new(),
                    kind: IssueKind::LeftAside,
                    severity: Severity::SetAside,
                });
            } else if let Err(issue) = reader.take(row, &mut dataset) {
                issues.push(issue);
            }
        }
    }
    let mut known: BTreeSet<String> = dataset.reps.iter().flat_map(|rep| [key(&rep.id.0), key(&rep.name)]).collect();
    let named = dataset.deals.iter().map(|deal| &deal.rep).chain(dataset.targets.iter().map(|target| &target.rep));
    for id in named {
        if !id.0.is_empty() && known.insert(key(&id.0)) {
            dataset.reps.push(Rep { id: id.clone(), name: id.0.clone(), ..Rep::default() });
        }
    }
    issues.sort_by(|a, b| a.file.cmp(&b.file).then(a.row.cmp(&b.row)));
    (dataset, issues)
}

fn fixed(table: &Table, fixes: &[Fix]) -> (Table, BTreeSet<u32>) {
    let (mut table, mut left) = (table.clone(), BTreeSet::new());
    for fix in fixes {
        let (place, header, from, to) = match fix {
            Fix::Aside { line } => {
                left.insert(*line);
                continue;
            }
            Fix::Cell { line, column, from, to } => (Some(*line), column, from, to),
            Fix::Cells { column, from, to } => (None, column, from, to),
        };
        let lines = table.lines.clone();
        for column in table.columns.iter_mut().filter(|column| column.header == *header) {
            for (row, line) in lines.iter().enumerate() {
                if place.is_none_or(|place| place == *line) && column.cell(row) == from {
                    column.cells.set(row, to);
                }
            }
        }
    }
    (table, left)
}
