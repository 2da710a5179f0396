//! Key columns whose blank cells continue the group above, filled down.

use super::warning;
use crate::data::alike::trimmed;
use crate::data::issue::IssueKind;
use crate::data::roles::fold::plain;
use crate::data::table::{Column, Table};
use crate::data::values::{DecimalMark, is_missing, parse_number};

/// Fills the first column, and those behind it that are nested in it, where blanks are groups that go on: the first row
/// is filled, three in ten cells or more are blank, no group comes twice, and rows without a key hold as much as others.
/// A key that is missing here and there is left alone.
pub(super) fn fill(mut table: Table) -> Table {
    let n_rows = table.lines.len();
    let mut outer: Option<Vec<bool>> = None;
    for index in 0..table.columns.len().saturating_sub(1) {
        // Most columns are full, which is seen without going through their rows.
        if table.columns.get(index).is_none_or(|column| n_blank(column) * 10 <= n_rows * 3) {
            break;
        }
        let Some(blanks) = table.columns.get(index).map(blanks) else { break };
        let n_blank = blanks.iter().filter(|is_blank| **is_blank).count();
        let is_group = blanks.first() == Some(&false)
            && table.columns.get(index).is_some_and(|column| is_key(column, &blanks, outer.as_deref()))
            && are_full_otherwise(&table, index, &blanks);
        if !is_group {
            break;
        }
        let Some(column) = table.columns.get_mut(index) else { break };
        let header = column.header.clone();
        fill_column(column, &blanks);
        table.warnings.push(warning(&table, Some(&header), String::new(), IssueKind::FilledDown { n: n_blank as u32 }));
        // The groups of this column are those in which the next one is nested.
        outer = Some(blanks.iter().map(|is_blank| !is_blank).collect());
    }
    table
}

/// How many cells of a column are blank.
fn n_blank(column: &Column) -> usize {
    column.counted().map(|(cell, n)| if cell.is_empty() { n } else { 0 }).sum()
}

/// Which cells of a column are blank.
fn blanks(column: &Column) -> Vec<bool> {
    let cells = &column.cells;
    let is_blank: Vec<bool> =
        (0..cells.n_symbols()).map(|symbol| trimmed(cells.text(symbol as u32)).is_empty()).collect();
    let mut blanks = Vec::with_capacity(cells.len());
    cells.symbols().each(|symbol| blanks.push(is_blank.get(symbol as usize).copied().unwrap_or(true)));
    blanks
}

fn fill_column(column: &mut Column, blanks: &[bool]) {
    let mut above = 0;
    let symbols: Vec<u32> = blanks
        .iter()
        .enumerate()
        .map(|(row, is_blank)| {
            if !is_blank {
                above = row as u32;
            }
            above
        })
        .collect();
    column.cells = std::mem::take(&mut column.cells).at(&symbols);
}

/// Whether the filled cells name groups: no amounts, no remarks, each but once, or once within each group of the column
/// before, where every group begins with one.
fn is_key(column: &Column, blanks: &[bool], outer: Option<&[bool]>) -> bool {
    let header = plain(&column.header);
    let is_remark = ["comment", "note", "remark", "flag", "uwag", "komentar", "bemerk", "notiz", "coment", "observ"];
    if is_remark.iter().any(|word| header.contains(word)) {
        return false;
    }
    let texts = || column.counted().filter(|(cell, _)| !is_missing(cell));
    let is_amount = |cell: &str| {
        let is_plain = cell.chars().all(|char| char.is_ascii_digit() || char.is_alphabetic());
        !is_plain && parse_number(cell, DecimalMark::Point).or_else(|| parse_number(cell, DecimalMark::Comma)).is_some()
    };
    let (mut n_filled, mut n_long, mut n_amounts) = (0, 0, 0);
    for (cell, count) in texts() {
        n_filled += count;
        n_long += if 80 < cell.len() { count } else { 0 };
        n_amounts += if is_amount(cell) { count } else { 0 };
    }
    if n_filled < 2 || n_filled < n_long * 10 || n_filled < n_amounts * 2 {
        return false;
    }
    let cells = &column.cells;
    let mut n_repeated = 0;
    let mut seen: std::collections::HashSet<&str> = std::collections::HashSet::new();
    for (row, is_blank) in blanks.iter().enumerate() {
        if outer.is_some_and(|outer| outer.get(row) == Some(&true)) {
            if *is_blank {
                return false; // a group that does not say where it begins
            }
            seen.clear();
        }
        if !is_blank && !seen.insert(cells.get(row).trim()) {
            n_repeated += 1;
        }
    }
    n_repeated * 20 <= n_filled
}

/// Whether rows without a key hold as much in the other columns as rows with one, and some column is filled in them all.
fn are_full_otherwise(table: &Table, index: usize, key: &[bool]) -> bool {
    let n_blank = key.iter().filter(|is_blank| **is_blank).count();
    let (mut with, mut without, mut is_full) = (0_usize, 0_usize, false);
    let others = table.columns.iter().skip(index + 1).map(blanks);
    // Columns that are nested in this one are filled where it is, and blank in many of the other rows.
    let is_nested = |blanks: &Vec<bool>| {
        key.len() * 3 < blanks.iter().filter(|is_blank| **is_blank).count() * 10
            && key.iter().zip(blanks).all(|(key, other)| *key || !*other)
    };
    let others = others.skip_while(is_nested);
    let mut n = 0;
    for blanks in others {
        n += 1;
        let filled = key.iter().zip(&blanks).filter(|(_, is_blank)| !**is_blank);
        let (mut here, mut there) = (0, 0);
        filled.for_each(|(is_key_blank, _)| if *is_key_blank { here += 1 } else { there += 1 });
        is_full |= n_blank * 95 <= here * 100;
        without += here;
        with += there;
    }
    let n_keys = key.len() - n_blank;
    // Shares of filled cells, compared without dividing: at least three quarters of what rows with a key hold.
    let (with, without) = (with as u64 * n_blank as u64, without as u64 * n_keys as u64);
    0 < n && is_full && with * 3 <= without * 4
}

#[cfg(test)]
mod tests {
    use super::super::tests::table;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let table = fill(table("list.csv", text));
        let first: Vec<String> = (0..table.lines.len()).map(|row| table.row(row).join(" ")).collect();
        assert_eq!(first, expected, "{text}");
        let n_filled: Vec<bool> =
            table.warnings.iter().map(|issue| matches!(issue.kind, IssueKind::FilledDown { .. })).collect();
        assert!(n_filled.iter().all(|is| *is));
    }

    #[track_caller]
    fn check_same(text: &str) {
        let before = table("list.csv", text);
        assert_eq!(fill(before.clone()), before, "{text}");
    }

    #[test]
    fn groups_go_on() {
        check(
            "Region,Rep,Q\nNorth,Ann,1\n,Bob,2\nSouth,Cy,3\n,Di,4",
            &["North Ann 1", "North Bob 2", "South Cy 3", "South Di 4"],
        );
        check(
            "Region,Team,Rep\nNorth,A,Ann\n,,Bob\n,B,Cy\n,,Di\nSouth,A,Ed\n,,Flo",
            &["North A Ann", "North A Bob", "North B Cy", "North B Di", "South A Ed", "South A Flo"],
        );
        check("Code,Name,Other\n01,x,p\n,,q\n,,r\n02,y,s\n,,t", &["01 x p", "01 x q", "01 x r", "02 y s", "02 y t"]);
    }

    #[test]
    fn what_is_missing_is_left_alone() {
        check_same("Account,Deal\n,D1\nAcme,D2\n,D3\nBeta,D4"); // nothing above the first
        check_same("Account,Deal\nAcme,D1\n,D2\nAcme,D3\n,D4\nAcme,D5\n,D6\nBeta,D7"); // accounts come again
        check_same("Account,Deal\nA,D1\nB,D2\nC,D3\nD,D4\n,D5\nE,D6"); // too few blanks
        check_same("Deal,Account\nD1,Acme\nD2,\nD3,Beta\nD4,"); // behind a column that is full
        check_same("Comment,Deal\nlate,D1\n,D2\nnew,D3\n,D4");
        check_same("Amount,Deal\n12.50,D1\n,D2\n13.50,D3\n,D4");
        check_same("Region,Rep,Q\nNorth,Ann,1\n,,\n,,2\nSouth,Di,4\n,,"); // rows without a key are hollow
        check_same("Region\nNorth\n\nSouth");
    }
}
