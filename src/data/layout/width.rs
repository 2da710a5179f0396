//! Rows of text that have more or fewer cells than the header.

use super::area::Area;
use super::fate::Fate;
use super::parts::Part;
use crate::data::issue::IssueKind;

/// How wide a table of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Width {
    /// Columns of the grid that belong to the table.
    pub(super) n_columns: usize,
    /// Columns of the grid up to the last one with a name.
    pub(super) n_named: usize,
}

/// How wide the table is: as its header, or as most of its rows if these are wider and more than one. Wider rows are
/// marked.
pub(super) fn mark(area: &Area, part: &Part, fates: &mut [Fate]) -> Option<Width> {
    if !area.is_text || part.header.is_empty() {
        return None;
    }
    let width = |row: usize| area.grid.widths.get(row).copied().unwrap_or(0) as usize;
    let n_header = part.header.clone().map(width).max().unwrap_or(0);
    let last = part.header.clone().filter_map(|row| area.filled(row).last()).max()?;
    let n_named = area.columns.get(last).map_or(0, |column| column + 1);
    if area.columns.last().is_none_or(|column| *column < n_header) {
        return Some(Width { n_columns: n_header.max(n_named), n_named });
    }
    let beyond: Vec<usize> = (0..area.n_columns())
        .filter(|column| area.columns.get(*column).is_some_and(|column| n_header <= *column))
        .collect();
    let reach = |row: usize| {
        let last = beyond.iter().rev().find(|column| area.is_filled(row, **column));
        last.and_then(|column| area.columns.get(*column)).map_or(0, |column| column + 1)
    };
    let rows = || part.header.end..part.rows.end;
    let n_data = rows().filter(|row| fates.get(*row) == Some(&Fate::Data)).count();
    let mut counts = vec![0_usize; area.grid.columns.len() + 1];
    let mut wide = Vec::new();
    for row in rows().filter(|row| n_header < width(*row)) {
        let reach = reach(row);
        if 0 < reach && fates.get(row) == Some(&Fate::Data) {
            wide.push((row, reach));
            if let Some(count) = counts.get_mut(reach) {
                *count += 1;
            }
        }
    }
    let most = counts
        .iter()
        .enumerate()
        .max_by_key(|(_, count)| **count)
        .filter(|(_, count)| 2 <= **count && n_data < **count * 2);
    let n_columns = most.map_or(n_header, |(reach, _)| reach).max(n_named);
    for (row, _) in wide.into_iter().filter(|(_, reach)| n_columns < *reach) {
        if let Some(fate) = fates.get_mut(row) {
            *fate = Fate::Wide;
        }
    }
    Some(Width { n_columns, n_named })
}

impl Width {
    /// What is wrong with a row that has more cells than the header.
    pub(super) fn too_many(self, n_cells: u32) -> IssueKind {
        IssueKind::TooManyCells { n_cells, n_columns: self.n_columns as u32 }
    }

    /// What is wrong with a row of so many cells, if it has fewer than the header has names.
    pub(super) fn too_few(self, n_cells: u32) -> Option<IssueKind> {
        let is_short = (n_cells as usize) < self.n_named;
        is_short.then_some(IssueKind::TooFewCells { n_cells, n_columns: self.n_named as u32 })
    }
}
