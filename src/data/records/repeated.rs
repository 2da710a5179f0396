//! Records that stand twice: in two files, or word for word in one.

use std::collections::HashMap;

use crate::data::issue::{Issue, IssueKind, Severity};
use crate::data::join::key;
use crate::data::roles::{Field, Kind, Mapping};
use crate::data::table::Table;
use crate::data::values::is_blank;
use crate::engine::records::Dataset;

/// Keys seen so far, as hashes: there may be millions.
#[derive(Default)]
pub(super) struct Repeated {
    seen: HashMap<(Kind, u64), Seen>,
    files: Vec<String>,
}

/// Where a key stood first.
#[derive(Clone, Copy)]
struct Seen {
    file: usize,
    line: u64,
    /// Its record's place in the dataset.
    record: usize,
}

impl Repeated {
    /// Looks at the record that was made last, of that row. Returns a warning if another file holds a record of its id, or
    /// the same file one that is the same in everything. Deals of one file may share an id, as order lines do.
    pub(super) fn see(&mut self, table: &Table, mapping: &Mapping, row: usize, dataset: &Dataset) -> Option<Issue> {
        let field = match mapping.kind {
            Kind::Deals => Field::Id,
            Kind::Reps | Kind::Accounts | Kind::Products => {
                if mapping.column_of(Field::Id).is_some() {
                    Field::Id
                } else {
                    Field::Name
                }
            }
            _ => return None,
        };
        let column = mapping.column_of(field).and_then(|index| table.columns.get(index))?;
        let id = column.cell(row);
        if is_blank(id) {
            return None;
        }
        if self.files.last() != Some(&table.file) {
            self.files.push(table.file.clone());
        }
        let here = Seen {
            file: self.files.len() - 1,
            line: table.line(row),
            record: dataset.deals.len().saturating_sub(1), // of deals; the others have no second in their file
        };
        let hash = xxhash_rust::xxh3::xxh3_64(key(id).as_bytes());
        let first = *self.seen.entry((mapping.kind, hash)).or_insert(here);
        let is_first = first.file == here.file && first.line == here.line;
        let is_same = || dataset.deals.get(first.record) == dataset.deals.get(here.record);
        if is_first || (first.file == here.file && !(mapping.kind == Kind::Deals && is_same())) {
            return None;
        }
        Some(Issue {
            file: table.file.clone(),
            row: here.line,
            column: Some(column.header.clone()),
            value: id.chars().take(60).collect(),
            kind: IssueKind::Repeated { file: self.files.get(first.file)?.as_str().into(), first_row: first.line },
            severity: Severity::Warning,
        })
    }
}
