//! Import issues and unreadable files in words.

use super::field::field_name;
use super::numerals::Numerals;
use super::words::{Arg, Words};
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
        IssueKind::UnknownCategory { n_rows } => words.with(&id, counted(numerals, *n_rows)),
        IssueKind::Undecodable { n_cells } => words.with(&id, counted(numerals, *n_cells)),
        IssueKind::Mojibake { n_cells, from, to } => {
            let [n, count] = counted(numerals, *n_cells);
            words.with(&id, [n, count, ("from", from.as_str().into()), ("to", to.as_str().into())])
        }
        IssueKind::ZeroBytes { n }
        | IssueKind::SumRows { n }
        | IssueKind::MoreAlike { n }
        | IssueKind::FilledDown { n } => words.with(&id, counted(numerals, *n)),
        IssueKind::Unpivoted { n_columns } => words.with(&id, counted(numerals, *n_columns)),
        IssueKind::UnitsStated { power } | IssueKind::UnitsSuspected { power } => {
            let factor = numerals.count(10_usize.saturating_pow(power.unsigned_abs()));
            words.with(&id, [("factor", factor.into())])
        }
        _ => words.text(&id),
    }
}

fn counted(numerals: &dyn Numerals, n: u32) -> [(&'static str, Arg); 2] {
    [("n", n.into()), ("count", numerals.count(n as usize).into())]
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
        ReadError::NotATable { looks_like } if looks_like.is_empty() => {
            ("not-a-table", words.text("read-not-a-table-binary"))
        }
        ReadError::NotATable { looks_like } => {
            ("not-a-table", words.with("read-not-a-table", [("kind", looks_like.as_str().into())]))
        }
        ReadError::Encrypted => ("encrypted", words.text("read-encrypted")),
        ReadError::Damaged { what } => ("damaged", words.with("read-damaged", [("what", what.as_str().into())])),
        ReadError::Bomb { n_bytes, limit } => {
            let values = [("size", megabytes(*n_bytes).into()), ("limit", megabytes(*limit).into())];
            ("bomb", words.with("read-bomb", values))
        }
        ReadError::TooManyCells { n_cells, limit } => {
            let values = [("cells", count(*n_cells as usize).into()), ("limit", count(*limit as usize).into())];
            ("too-many-cells", words.with("read-too-many-cells", values))
        }
        ReadError::TooManyParts { n_parts, limit } => {
            let values = [("parts", count(*n_parts as usize).into()), ("limit", count(*limit as usize).into())];
            ("too-many-parts", words.with("read-too-many-parts", values))
        }
        ReadError::CellTooLong { limit } => {
            ("cell-too-long", words.with("read-cell-too-long", [("limit", megabytes(*limit).into())]))
        }
        ReadError::Gone => ("gone", words.text("read-gone")),
        ReadError::UnknownEncoding { label } => {
            ("unknown-encoding", words.with("read-unknown-encoding", [("label", label.as_str().into())]))
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
