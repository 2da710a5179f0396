//! Corrections that the user makes to cells and rows after reading. They are kept with the mapping, so that they can be
//! undone and are made again when the same file is read again.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::table::{Column, Table};

/// One correction. It does nothing where what it corrects does not stand; outer blanks do not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fix {
    /// One cell is read as another text.
    Cell {
        /// The line of the row.
        line: u32,
        /// The column's header.
        column: String,
        /// What stands there.
        from: String,
        /// What it is read as.
        to: String,
    },
    /// Every cell of a column that says one thing is read as another: also a join that was accepted.
    Cells {
        /// The column's header.
        column: String,
        /// What stands there.
        from: String,
        /// What it is read as.
        to: String,
    },
    /// A row is left aside.
    Aside {
        /// The line of the row.
        line: u32,
    },
}

/// The columns of a table with the corrections made; those without stay as they are.
pub(super) fn corrected<'a>(table: &'a Table, fixes: &[Fix]) -> Vec<Cow<'a, Column>> {
    let columns = table.columns.iter().map(|column| {
        let of_column = |fix: &&Fix| match fix {
            Fix::Cell { column: header, .. } | Fix::Cells { column: header, .. } => *header == column.header,
            Fix::Aside { .. } => false,
        };
        let fixes: Vec<&Fix> = fixes.iter().filter(of_column).collect();
        if fixes.is_empty() { Cow::Borrowed(column) } else { Cow::Owned(correct(column, &table.lines, &fixes)) }
    });
    columns.collect()
}

/// The lines of the rows that are left aside.
pub(super) fn left_aside(fixes: &[Fix]) -> BTreeSet<u32> {
    let line = |fix: &Fix| if let Fix::Aside { line } = fix { Some(*line) } else { None };
    fixes.iter().filter_map(line).collect()
}

/// Makes corrections in their order: each sees what those before it made of a cell.
fn correct(column: &Column, lines: &[u32], fixes: &[&Fix]) -> Column {
    let mut column = column.clone();
    let mut rest = fixes;
    while let Some((first, others)) = rest.split_first() {
        let is_cell = |fix: &&Fix| matches!(fix, Fix::Cell { .. });
        let n = 1 + others.iter().take_while(|fix| is_cell(fix) == is_cell(first)).count();
        let (run, behind) = rest.split_at(n.min(rest.len()));
        if is_cell(first) {
            correct_cells(&mut column, lines, run);
        } else {
            correct_texts(&mut column, run);
        }
        rest = behind;
    }
    column
}

/// Corrections of single cells. Several rows may come from one line: each that says so is corrected.
fn correct_cells(column: &mut Column, lines: &[u32], fixes: &[&Fix]) {
    let mut by_line: BTreeMap<u32, Vec<(&str, &str)>> = BTreeMap::new();
    for fix in fixes {
        if let Fix::Cell { line, from, to, .. } = fix {
            by_line.entry(*line).or_default().push((from.trim(), to));
        }
    }
    for (row, line) in lines.iter().enumerate() {
        for (from, to) in by_line.get(line).into_iter().flatten() {
            if column.cell(row) == *from {
                column.cells.set(row, to);
            }
        }
    }
}

/// Corrections of texts, wherever they stand. There may be as many as a file of mappings can hold: what a correction
/// makes of a text is passed on with all the texts that have become it.
fn correct_texts(column: &mut Column, fixes: &[&Fix]) {
    // By what they have become, the texts that did; and all that are corrected.
    let mut origins: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut corrected: BTreeSet<&str> = BTreeSet::new();
    for fix in fixes {
        if let Fix::Cells { from, to, .. } = fix {
            let (from, to) = (from.trim(), to.trim());
            let mut moved = origins.remove(from).unwrap_or_default();
            if corrected.insert(from) {
                moved.push(from);
            }
            let there = origins.entry(to).or_default();
            if there.len() < moved.len() {
                std::mem::swap(there, &mut moved);
            }
            there.append(&mut moved);
        }
    }
    let pairs = origins.iter().flat_map(|(image, texts)| texts.iter().map(|text| (*text, *image)));
    let images: BTreeMap<&str, &str> = pairs.collect();
    column.cells.replace(|text| images.get(text.trim()).copied());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_corrections_that_build_on_each_other_are_made_at_once() {
        let mut column = Column::named("a".into());
        ["0", "7", "x"].iter().for_each(|text| column.cells.push(text));
        let table = Table { columns: vec![column], lines: vec![1, 2, 3], ..Table::default() };
        // Each text becomes the next, so that what all have become changes with each correction.
        let fix = |n: usize| Fix::Cells { column: "a".into(), from: n.to_string(), to: (n + 1).to_string() };
        let fixes: Vec<Fix> = (0..100_000).map(fix).collect();
        let corrected = corrected(&table, &fixes);
        assert_eq!(corrected[0].cells().collect::<Vec<_>>(), ["100000", "100000", "x"]);
    }
}
