//! Names of columns: header rows joined, line breaks opened, empty and repeated names numbered.

use std::collections::BTreeSet;
use std::ops::Range;

use super::area::Area;

/// The header's text by column: the rows joined from above, groups filled over the columns they stand above.
pub(super) fn joined(area: &Area, rows: Range<usize>) -> Vec<String> {
    let mut names = vec![String::new(); area.n_columns()];
    let last = rows.end.saturating_sub(1);
    for row in rows.clone() {
        let texts = if row == last { plain(area, row) } else { spread(area, row, row + 1..rows.end) };
        for (name, text) in names.iter_mut().zip(texts) {
            if text.is_empty() || *name == text {
                continue;
            }
            if name.is_empty() || text.starts_with(&format!("{name} ")) {
                *name = text;
            } else {
                *name = format!("{name} {text}");
            }
        }
    }
    names
}

fn plain(area: &Area, row: usize) -> Vec<String> {
    let open = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    (0..area.n_columns()).map(|column| open(area.cell(row, column))).collect()
}

/// A row of groups, each text repeated to the right over its merge, or over blanks above names.
fn spread(area: &Area, row: usize, beneath: Range<usize>) -> Vec<String> {
    let mut texts = plain(area, row);
    let merges: Vec<(usize, usize)> = area.merges(row).collect();
    let mut reach = 0;
    let mut group = String::new();
    for (column, text) in texts.iter_mut().enumerate() {
        if !text.is_empty() {
            let merge = merges.iter().find(|(start, _)| *start == column);
            // Where a row has merges, they say how far each text reaches.
            reach = match merge {
                Some((_, n)) => column + n,
                None if merges.is_empty() => usize::MAX,
                None => column + 1,
            };
            group.clone_from(text);
        } else if column < reach && beneath.clone().any(|row| area.is_filled(row, column)) {
            text.clone_from(&group);
        }
    }
    texts
}

/// Names made usable: empty ones are numbered by their place, repeated ones in their order.
pub(super) fn usable(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut usable = Vec::new();
    for (index, name) in names.enumerate() {
        let base = if name.is_empty() { format!("Column {}", index + 1) } else { name };
        let mut name = base.clone();
        let mut number = 2_usize;
        while !taken.insert(name.clone()) {
            name = format!("{base} ({number})");
            number += 1;
        }
        usable.push(name);
    }
    usable
}
