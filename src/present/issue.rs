//! Import issues and unreadable files in words.

use super::field::field_name;
use super::numerals::Numerals;
use super::words::Words;
use crate::data::{IssueKind, ReadError};

/// A file that could not be read: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

/// A heading for all issues of a kind.
pub fn issue_group(words: &Words, kind: &IssueKind) -> String {
    words.text(&format!("issue-group-{}", kind.key()))
}

/// What is wrong with one cell or row.
pub fn issue_reason(words: &Words, numerals: &dyn Numerals, kind: &IssueKind) -> String {
    let id = format!("issue-{}", kind.key());
    match kind {
        IssueKind::TooManyCells { n_cells, n_columns } | IssueKind::TooFewCells { n_cells, n_columns } => {
            words.with(&id, [("cells", (*n_cells).to_string().into()), ("columns", (*n_columns).to_string().into())])
        }
        IssueKind::UnclosedQuote { n_lines } => {
            words.with(&id, [("n", (*n_lines).into()), ("lines", numerals.count(*n_lines as usize).into())])
        }
        IssueKind::Duplicate { first_row } => words.with(&id, [("row", first_row.to_string().into())]),
        IssueKind::Repeated { file, first_row } => {
            words.with(&id, [("file", file.as_ref().into()), ("row", first_row.to_string().into())])
        }
        IssueKind::Unmatched { field, near, n_rows } => {
            let rows = numerals.count(*n_rows as usize);
            let field = field_name(words, *field);
            let reason = words.with(&id, [("field", field.into()), ("n", (*n_rows).into()), ("rows", rows.into())]);
            match near {
                Some(near) => format!("{reason} {}", words.with("issue-near", [("name", near.as_str().into())])),
                None => reason,
            }
        }
        _ => words.text(&id),
    }
}

/// What the person can do about it.
pub fn issue_remedy(words: &Words, kind: &IssueKind) -> String {
    words.text(&format!("issue-remedy-{}", kind.key()))
}

/// Why a file could not be read, and what to do.
pub fn read_error(words: &Words, numerals: &dyn Numerals, error: &ReadError) -> FileProblem {
    let count = |n: usize| numerals.count(n);
    let megabytes = |bytes: u64| numerals.decimal(bytes as f64 / f64::from(1 << 20), 0, 1);
    let (key, reason) = match error {
        ReadError::Empty => ("empty", words.text("read-empty")),
        ReadError::Binary { looks_like } => {
            ("binary", words.with("read-binary", [("kind", looks_like.as_str().into())]))
        }
        ReadError::Encoding { line, .. } => {
            ("encoding", words.with("read-encoding", [("line", line.to_string().into())]))
        }
        ReadError::TooLarge { n_bytes, limit } => {
            let values = [("size", megabytes(*n_bytes).into()), ("limit", megabytes(*limit).into())];
            ("too-large", words.with("read-too-large", values))
        }
        ReadError::TooManyColumns { line, n_columns, limit } => {
            let values = [
                ("line", line.to_string().into()),
                ("columns", count(*n_columns).into()),
                ("limit", count(*limit).into()),
            ];
            ("too-many-columns", words.with("read-too-many-columns", values))
        }
        ReadError::TooManyRows { limit } => {
            ("too-many-rows", words.with("read-too-many-rows", [("limit", count(*limit).into())]))
        }
        ReadError::Twin { same_as } => ("twin", words.with("read-twin", [("other", same_as.as_str().into())])),
        ReadError::RowTooLong { line, .. } => {
            ("row-too-long", words.with("read-row-too-long", [("line", line.to_string().into())]))
        }
    };
    FileProblem { reason, remedy: words.text(&format!("read-remedy-{key}")) }
}
